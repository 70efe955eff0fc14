// One conversation, many clients, and the truth: every client's log against what happened.
//
//   test/lab/<scenario>/scenario.json   zone, channel, observers with their nicks
//   test/lab/<scenario>/truth.jsonl     see truth.ts
//   test/lab/<scenario>/<observer>/…    that observer's logs, as its client wrote them
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Placed } from '../../src/events.ts';
import { readLines, readSample } from '../../src/read.ts';
import { zoneOf } from '../../src/time.ts';
import { openTimeline } from '../../src/timeline.ts';
import { FORMATS } from '../all-formats.ts';
import { compare, type Truth } from './truth.ts';

const HERE = import.meta.dirname;

interface Scenario {
  readonly zone: string;
  readonly channel: string;
  readonly observers: Readonly<Record<string, { readonly kind: string; readonly nick: string }>>;
}

/** The logs that a client keeps: which of an observer's files belong together, and the format they must be recognised as. */
const LOGS: Readonly<
  Record<string, readonly { readonly title: string; readonly format: string; readonly files: RegExp }[]>
> = {
  hexchat: [
    { title: 'scrollback', format: 'xchat-scrollback', files: /^scrollback\// },
    { title: 'scrollback without control bytes', format: 'xchat-scrollback', files: /^scrollback_stripped/ },
    { title: 'text log', format: 'xchat-log', files: /^logs\// },
  ],
  irssi: [{ title: 'log', format: 'irssi', files: /\.log$/ }],
  weechat: [{ title: 'log', format: 'weechat', files: /\.weechatlog$/ }],
  znc: [{ title: 'log', format: 'znc', files: /\.log$/ }],
  limnoria: [{ title: 'log', format: 'limnoria', files: /\.log$/ }],
  eggdrop: [{ title: 'log', format: 'eggdrop', files: /\.log\.\d+$/ }],
};

/** The share that must be found and be true; irssi tells minutes only, and gathers modes and netsplits. */
const THRESHOLDS: Readonly<Record<string, number>> = { irssi: 0.99 };

const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** The events of a file in the scenario's zone, read by the format that claims it most. */
async function eventsOf(file: string, path: string, zone: string, format: string): Promise<readonly Placed[]> {
  const { lines } = await readSample(file);
  const sample = { path, lines, given: {} };
  const claims = FORMATS.flatMap((one) => one.recognise(sample).map((candidate) => ({ one, candidate })));
  const best = claims.toSorted((a, b) => b.candidate.score - a.candidate.score)[0];
  expect(best?.candidate.format, path).toBe(format);
  if (!best) return [];
  const survey = best.one.survey?.(best.candidate.facts);
  if (survey) for (const line of lines) if (!survey.see(line)) break;
  const facts = survey?.facts() ?? best.candidate.facts;
  const parse = best.one.open(facts);
  const events: Placed[] = [];
  const timeline = openTimeline(
    zoneOf(zone),
    { event: (placed) => events.push(placed), fault: () => undefined },
    facts.date ? { date: facts.date } : {},
  );
  for await (const batch of readLines(file)) for (const line of batch.lines) timeline.see(line.number, parse(line));
  timeline.finish();
  return events;
}

describe.each(folders(HERE))('%s', (name) => {
  const folder = join(HERE, name);
  const scenario = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8')) as Scenario;
  const truths = readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth);
  const logs = Object.entries(scenario.observers).flatMap(([observer, { kind }]) =>
    (LOGS[kind] ?? []).map((log) => ({ observer, ...log })),
  );

  test.each(logs)('$observer: the $title tells what happened', async ({ observer, format, files }) => {
    const root = join(folder, observer);
    const paths = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => files.test(path))
      .sort();
    expect(paths.length).toBeGreaterThan(0);
    const events: Placed[] = [];
    for (const path of paths) {
      events.push(...(await eventsOf(join(root, path), `logs/${observer}/${path}`, scenario.zone, format)));
    }
    const { recall, precision, missed, untrue } = compare(events, truths, format, observer);
    const threshold = THRESHOLDS[format] ?? 0.995;
    expect(recall, `missed: ${JSON.stringify(missed, undefined, 1)}`).toBeGreaterThanOrEqual(threshold);
    expect(precision, `untrue: ${JSON.stringify(untrue, undefined, 1)}`).toBeGreaterThanOrEqual(threshold);
  });
});
