// Nine observers of one conversation, each of whom missed some of it: any two who together saw everything, merged.
import { describe, expect, test } from 'vitest';
import type { Made } from '../build/archive.ts';
import { compareAll } from '../lab/truth.ts';
import { addressesOf, archiveOf, eventsOf, filesOf, source, TRUTHS, type Files, type Source } from './overlap.ts';

const SOME = ['hexchat', 'irssi', 'weechat', 'znc'];
const OTHERS = ['xchat2', 'irssi2', 'weechat2', 'znc2', 'hexchat3'];
const textLog = (observer: string): Source => ({ observer, client: 'xchat-log' });
const START = TRUTHS[0]?.time ?? 0;
const SPAN = (TRUTHS.at(-1)?.time ?? 0) - START;

type Clock = (at: number) => number;
const SAME: Clock = (at) => at;

const alone = new Map<string, Promise<readonly string[]>>();
const addressesAlone = (key: string, files: Files): Promise<readonly string[]> => {
  const known = alone.get(key) ?? archiveOf(files).then(addressesOf);
  alone.set(key, known);
  return known;
};

/** Whose stamps the history follows. */
const reference = ({ report }: Made): string => report.channels[0]?.loggers[0]?.files[0]?.path.split('/')[1] ?? '';

async function expectWhole(one: Source, other: Source, clock: Clock = SAME, name = ''): Promise<void> {
  const files = [filesOf(one), filesOf(other, clock === SAME ? undefined : clock)] as const;
  const made = await archiveOf(...files);
  expect(made.report.channels[0]?.loggers).toHaveLength(2);
  const shown = reference(made) === other.observer ? clock : SAME;
  const truths = TRUTHS.map((truth) => ({ ...truth, time: shown(truth.time) }));
  const { recall, precision, missed, untrue } = compareAll(eventsOf(made), truths, [one, other]);
  expect(recall, `missed: ${JSON.stringify(missed, undefined, 1)}`).toBeGreaterThanOrEqual(0.995);
  expect(precision, `untrue: ${JSON.stringify(untrue, undefined, 1)}`).toBeGreaterThanOrEqual(0.995);
  const addresses = addressesOf(made);
  expect(new Set(addresses).size).toBe(addresses.length);
  const kept = new Set(addresses);
  const wanted = [
    ...(await addressesAlone(`${one.observer} ${one.client}`, files[0])),
    ...(await addressesAlone(`${other.observer} ${other.client} ${name}`, files[1])),
  ];
  expect(wanted.filter((address) => !kept.has(address))).toEqual([]);
  for (const { entries } of Object.values(made.days)) {
    const times = entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  }
}

const PAIRS = SOME.flatMap((one) => OTHERS.map((other) => [one, other] as const));

describe('Two who together saw everything tell all of it once, and keep every address of each', () => {
  test.each(PAIRS)('%s and %s', { timeout: 60_000 }, async (one, other) => {
    await expectWhole(source(one), source(other));
  });

  test.each([
    [textLog('hexchat'), source('irssi2')],
    [source('weechat'), textLog('hexchat3')],
    [textLog('hexchat'), source('xchat2')],
  ])('a text log: $observer and $observer', { timeout: 60_000 }, (one, other) => expectWhole(one, other));

  const WRONG = [-90, -41, -7, 33, 90];
  const seconds = PAIRS.filter(([, other]) => other !== 'irssi2');
  const shifted = WRONG.flatMap((by, index) =>
    seconds.filter((_, at) => at % WRONG.length === index).map(([one, other]) => [one, other, by] as const),
  );
  test.each(shifted)('%s and %s, whose clock is %i s ahead', { timeout: 60_000 }, async (one, other, by) => {
    await expectWhole(source(one), source(other), (at) => at + by, `ahead ${by}`);
  });

  test.each([
    ['hexchat', 'xchat2', 40],
    ['weechat', 'weechat2', -40],
    ['znc', 'hexchat3', 60],
  ])('%s and %s, whose clock gains %i s over the time', { timeout: 60_000 }, async (one, other, by) => {
    const clock: Clock = (at) => at + Math.round((by * (at - START)) / SPAN);
    await expectWhole(source(one), source(other), clock, `gains ${by}`);
  });
});

test('All nine together tell it once', { timeout: 120_000 }, async () => {
  const sources = [...SOME, ...OTHERS].map(source);
  const made = await archiveOf(...sources.map((one) => filesOf(one)));
  expect(made.report.channels[0]?.loggers).toHaveLength(9);
  const { recall, precision } = compareAll(eventsOf(made), TRUTHS, sources);
  expect([recall, precision].map((share) => share >= 0.995)).toEqual([true, true]);
});
