// The sample archive shows what a page can show, and the README tells of it what its build says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemsOf, summary } from '../src/commands/report.ts';
import { toldOf } from '../src/commands/told.ts';
import type { DayFile } from '../src/day.ts';
import type { Entry } from '../src/events.ts';
import { FORMAT_NAMES } from '../src/formats/index.ts';
import { makeArchive, type ArchiveReport, type Memory } from '../src/pipeline/archive.ts';
import { readSettings } from '../src/settings.ts';
import { openState } from '../src/state.ts';
import { openStore, type ChannelIndex } from '../src/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-sample-'));
let report: ArchiveReport;
let channels: readonly ChannelIndex[];
let days: readonly DayFile[];
let entries: readonly Entry[];

beforeAll(async () => {
  const settings = readSettings('content', FORMAT_NAMES);
  const state = openState<Memory>(folder, 'sample');
  report = await makeArchive({ folder: 'content', settings, state });
  const store = openStore(state.store);
  channels = store.index.channels.map(({ channel }) => store.channelOf(channel.slug));
  days = channels.flatMap(({ channel, days: own }) => own.map(({ date }) => store.readDay(channel.slug, date)));
  entries = days.flatMap((day) => day.entries);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sample archive', () => {
  test('has no problem', async () => {
    expect(await problemsOf({ ...report, told: report.channels.map(toldOf) }, 'content')).toEqual([]);
    expect(entries.filter(({ kind }) => kind === 'unparsed')).toEqual([]);
  });

  test('is told in the README as its build tells it', () => {
    const [sums = '', made = ''] = summary({
      files: report.files,
      told: report.channels.map(toldOf),
      seconds: 0,
      verbose: false,
      out: '',
      changed: report.changed.length,
    });
    expect(readFileSync('README.md', 'utf8')).toContain(`\n${sums}\n${made}\n`);
  });

  test('has every kind of event that a log can tell', () => {
    const kinds = new Set(entries.map(({ kind }) => kind));
    const all = ['message', 'action', 'notice', 'join', 'part', 'quit', 'kick', 'nick', 'mode', 'topic', 'log'];
    expect(all.filter((kind) => !kinds.has(kind as Entry['kind']))).toEqual([]);
  });

  test('has the logger absent and its acts its own in both channels', () => {
    for (const slug of ['limpet', 'quay']) {
      const own = days.filter(({ channel }) => channel.slug === slug);
      const causes = new Set(own.flatMap(({ gaps }) => gaps.map(({ cause }) => cause)));
      expect(causes).toContain(slug === 'limpet' ? 'disconnected' : 'left');
      expect(own.flatMap((day) => day.entries).some((entry) => entry.own && entry.kind === 'message')).toBe(true);
    }
  });

  test('has a night of 25 hours in which people talk in both passes of the repeated hour', () => {
    const night = days.find(({ channel, date }) => channel.slug === 'quay' && date === '2025-10-26')!;
    expect((night.end - night.start) / 3600).toBe(25);
    const inHour = (hour: number): number =>
      night.entries.filter(({ at }) => Math.floor((at - night.start) / 3600) === hour).length;
    expect(inHour(3)).toBeGreaterThan(2);
    expect(inHour(4)).toBeGreaterThan(50);
  });

  test('keeps the telephone numbers that its settings redact from every day', () => {
    const text = JSON.stringify(days);
    expect(text).toContain('[phone]');
    expect(text).not.toMatch(/555-\d{4}/);
  });

  test('knows a ghost as the person behind it', () => {
    const people = new Map(
      channels.flatMap((channel) => channel.people.map(({ name, nicks }) => [name, nicks] as const)),
    );
    expect([...people.keys()].filter((name) => name.endsWith('_'))).toEqual([]);
    expect(channels[0]?.people.find(({ name }) => name === 'tea')?.nicks.toSorted()).toEqual(['tea', 'tea_']);
  });
});
