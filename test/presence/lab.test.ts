// Each client's presence against the truth: who was in the channel, second by second, while the client could see it.
//
//   seconds of nicks that the log names in a stretch of sight     true      not true
//   the stays say here                                            found     claimed
//   the stays do not                                              missed
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entry, Placed } from '../../src/events.ts';
import { specOf } from '../../src/events.ts';
import type { Candidate, FileFacts, LogFormat } from '../../src/format.ts';
import { nicksOf } from '../../src/people/facts.ts';
import { readLines, readSample } from '../../src/read.ts';
import { lower } from '../../src/shared/casemap.ts';
import { zoneOf } from '../../src/time.ts';
import { openTimeline } from '../../src/timeline.ts';
import { FORMATS } from '../all-formats.ts';
import { staysOf, told } from './history.ts';

const LAB = join(import.meta.dirname, '..', 'lab');

type Span = readonly [from: number, to: number];

interface Act {
  readonly time: number;
  readonly kind: string;
  readonly nick: string;
  readonly target?: string;
}

interface Observer {
  readonly kind: string;
  readonly nick: string;
}

const LOGS: Readonly<Record<string, readonly RegExp[]>> = {
  hexchat: [/^scrollback\//, /^scrollback_stripped/, /^logs\//],
  irssi: [/\.log$/],
  weechat: [/\.weechatlog$/],
  znc: [/\.log$/],
  limnoria: [/\.log$/],
  eggdrop: [/\.log\.\d+$/],
};

/** When each nick was in the channel, by what the servers say. */
function truthOf(acts: readonly Act[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  const since = new Map<string, number>();
  const leave = (nick: string, at: number) => {
    const from = since.get(lower(nick));
    if (from === undefined) return;
    since.delete(lower(nick));
    const list = spans.get(lower(nick)) ?? [];
    spans.set(lower(nick), [...list, [from, at]]);
  };
  for (const { time, kind, nick, target = '' } of acts) {
    if (kind === 'join') since.set(lower(nick), time);
    else if (kind === 'part' || kind === 'quit') leave(nick, time);
    else if (kind === 'kick') leave(target, time);
    else if (kind === 'nick') {
      leave(nick, time);
      since.set(lower(target), time);
    }
  }
  for (const nick of [...since.keys()]) leave(nick, acts.at(-1)!.time);
  return spans;
}

const cut = (spans: readonly Span[], [from, to]: Span): Span[] =>
  spans.map(([a, b]): Span => [Math.max(a, from), Math.min(b, to)]).filter(([a, b]) => a < b);
const length = (spans: readonly Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0);

interface Seconds {
  found: number;
  claimed: number;
  missed: number;
}

function compare(log: readonly Entry[], owner: string | undefined, all: readonly Act[], observer: string): Seconds {
  // A log of minutes cannot be truer than that.
  const minutes = log.some(({ precision }) => precision === 60);
  const acts = minutes ? all.map((act) => ({ ...act, time: Math.floor(act.time / 60) * 60 })) : all;
  const truth = truthOf(acts);
  const history = told(log, owner);
  const { entries } = history;
  const stays = staysOf(history);
  const sum = { found: 0, claimed: 0, missed: 0 };
  const said = new Map<string, Span[]>();
  for (const { nick, from, to } of stays) said.set(lower(nick), [...(said.get(lower(nick)) ?? []), [from, to]]);
  // The observer may have changed nick: it sees while any of its nicks is here.
  const own = new Set([lower(observer)]);
  for (const act of acts) if (act.kind === 'nick' && own.has(lower(act.nick))) own.add(lower(act.target!));
  const sight = [...own].flatMap((nick) => truth.get(nick) ?? []).sort((a, b) => a[0] - b[0]);
  for (let i = sight.length - 1; i > 0; i--) {
    if (sight[i]![0] > sight[i - 1]![1]) continue;
    sight.splice(i - 1, 2, [sight[i - 1]![0], sight[i]![1]]);
  }
  // What is claimed beyond the truth, or where the observer could not see.
  const excess = new Map([...said].map(([nick, spans]) => [nick, length(spans)]));
  for (const stretch of sight) {
    // A stamp of minutes lies up to a minute before what it tells.
    const near = entries.filter(({ at }) => at >= stretch[0] - 60 && at <= stretch[1] + 60);
    const named = new Set(
      near.flatMap((entry) => [
        ...nicksOf(entry),
        ...specOf(entry)
          .presence(entry)
          .map((c) => c.nick),
      ]),
    );
    for (const nick of new Set([...named].map(lower))) {
      const real = cut(truth.get(nick) ?? [], stretch);
      const claim = cut(said.get(nick) ?? [], stretch);
      const both = length(real.flatMap((span) => cut(claim, span)));
      sum.found += both;
      sum.missed += length(real) - both;
      excess.set(nick, (excess.get(nick) ?? 0) - both);
    }
  }
  sum.claimed = [...excess.values()].reduce((a, b) => a + b, 0);
  return sum;
}

async function read(folder: string, files: readonly string[], zone: string, formats: readonly LogFormat[]) {
  const entries: Entry[] = [];
  let owner: string | undefined;
  for (const path of files) {
    const { lines } = await readSample(join(folder, path));
    const sample = { path, lines, given: {} };
    let best: (Candidate & { readonly one: LogFormat }) | undefined;
    for (const one of formats) {
      for (const claim of one.recognise(sample)) if (!best || claim.score > best.score) best = { ...claim, one };
    }
    if (!best) throw new Error(`No format knows ${path}`);
    const survey = best.one.survey?.(best.facts);
    if (survey) for (const line of lines) if (!survey.see(line)) break;
    const facts: FileFacts = survey?.facts() ?? best.facts;
    owner ??= facts.owner;
    const parse = best.one.open(facts);
    const events: Placed[] = [];
    const timeline = openTimeline(
      zoneOf(zone),
      { event: (placed) => events.push(placed), fault: () => undefined },
      facts.date ? { date: facts.date } : {},
    );
    for await (const batch of readLines(join(folder, path))) {
      for (const line of batch.lines) timeline.see(line.number, parse(line));
    }
    timeline.finish();
    for (const { event, at, precision } of events) {
      entries.push({ ...event, at, ...(precision && { precision }), id: '' });
    }
  }
  return { entries, owner };
}

describe.each(readdirSync(LAB).filter((name) => !name.includes('.')))('%s', (scenario) => {
  const { zone, observers } = JSON.parse(readFileSync(join(LAB, scenario, 'scenario.json'), 'utf8')) as {
    zone: string;
    observers: Readonly<Record<string, Observer>>;
  };
  const acts = readFileSync(join(LAB, scenario, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Act);
  const logs = Object.entries(observers).flatMap(([name, { kind, nick }]) =>
    (LOGS[kind] ?? []).map((files) => ({ name, nick, files })),
  );

  test.each(logs)('$name, $files: the stays are true', async ({ name, nick, files }) => {
    const folder = join(LAB, scenario, name);
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => relative(folder, join(file.parentPath, file.name)))
      .filter((path) => files.test(path))
      .sort();
    const { entries, owner } = await read(folder, paths, zone, FORMATS);
    expect(entries.length).toBeGreaterThan(0);
    // A text log never says whose it is: the settings do.
    const { found, claimed, missed } = compare(entries, files.test('logs/') ? nick : owner, acts, nick);
    expect(found / (found + claimed), 'precision').toBeGreaterThanOrEqual(0.995);
    expect(found / (found + missed), 'recall').toBeGreaterThanOrEqual(0.99);
  });
});
