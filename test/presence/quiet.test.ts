// A log that stops to tell who comes and goes, though it goes on: its client was told to leave that out.
import { describe, expect, it } from 'vitest';
import { addCounts, NO_COUNTS, quietSpans, type Comings } from '../../src/presence.ts';
import { bench, made, type Made } from '../build/archive.ts';
import { shown } from './history.ts';

const DAY = 86_400;

/** Days of so many lines, on which so many come, and as many leave where it is not said otherwise. */
type Run = readonly [days: number, said: number, came: number, left?: number];

const repeated = (times: number, ...runs: readonly Run[]): readonly Run[] =>
  Array.from({ length: times }, () => runs).flat();

/** The days of runs; who comes or leaves on a day does so between its seconds 100 and 200. */
const daysOf = (...runs: readonly Run[]): readonly Comings[] =>
  runs
    .flatMap(([days, ...run]) => Array.from({ length: days }, () => run))
    .map(([said, came, left = came], day) =>
      came + left > 0 ? [said, came, left, day * DAY + 100, day * DAY + 200] : [said, 0, 0, 0, 0],
    );

const wholeOf = (...logs: readonly (readonly Comings[])[]) =>
  logs
    .flat()
    .map(([said, came, left]) => ({ ...NO_COUNTS, said, came, left }))
    .reduce(addCounts, NO_COUNTS);

/** When a log was quiet that is the only one, in days. */
const quiet = (days: readonly Comings[]) =>
  quietSpans(days, wholeOf(days)).map(({ from, to }) => [from / DAY, to / DAY].map(Math.floor));

describe('A log is quiet', () => {
  const FOREVER = 99_999_999;
  const ever = ([from, to]: readonly number[]) => [Math.max(from!, -FOREVER), Math.min(to!, FOREVER)];

  it('from the last coming or going that it tells to the next', () => {
    const days = daysOf([20, 30, 8], [40, 30, 0], [20, 30, 8]);
    expect(quietSpans(days, wholeOf(days))).toEqual([{ from: 19 * DAY + 200, to: 60 * DAY + 100 }]);
  });

  it('for good, from the beginning, and more than once', () => {
    expect(quiet(daysOf([20, 30, 8], [300, 30, 0])).map(ever)).toEqual([[19, FOREVER]]);
    expect(quiet(daysOf([60, 30, 0], [20, 30, 8])).map(ever)).toEqual([[-FOREVER, 60]]);
    expect(quiet(daysOf([20, 30, 8], [40, 30, 0], [9, 30, 8], [40, 30, 0], [9, 30, 8]))).toEqual([
      [19, 60],
      [68, 109],
    ]);
  });

  it('where it goes on to tell who leaves, or who comes', () => {
    expect(quiet(daysOf([20, 30, 8], [40, 30, 0, 8], [20, 30, 8]))).toEqual([[19, 60]]);
    expect(quiet(daysOf([20, 30, 8], [40, 30, 8, 1], [20, 30, 8]))).toEqual([[19, 60]]);
    const whole = wholeOf(daysOf([60, 30, 8]));
    for (const days of [daysOf([60, 30, 0, 8]), daysOf([60, 30, 8, 0])])
      expect(quietSpans(days, whole)).toMatchObject([{ from: expect.any(Number) as number }]);
  });

  it.each([
    ['where few come and go', daysOf([60, 30, 1], [40, 30, 0])],
    ['where one who comes daily stays away', daysOf(...repeated(60, [1, 30, 1], [1, 30, 0, 1]), [90, 30, 0])],
    ['where days without anybody who comes are usual', daysOf(...repeated(20, [1, 30, 8], [9, 30, 0]), [40, 30, 0])],
    ['over a holiday, in which programs go on', daysOf([60, 300, 8], [14, 20, 0], [60, 300, 8])],
    ['on a few days', daysOf([60, 30, 80], [8, 30, 0], [60, 30, 80])],
    ['where there was a flood on one day', daysOf([30, 30, 2], [1, 30, 9000], [12, 30, 0], [30, 30, 2])],
    ['where one came on the first day and went on the last', daysOf([1, 1, 1], [130, 1, 0], [1, 1, 1])],
    ['where nobody ever comes or goes', daysOf([300, 30, 0])],
    ['where the channel grew calm', daysOf([300, 30, 8], ...repeated(40, [14, 30, 0], [1, 30, 1]))],
  ])('but not %s', (_, days) => {
    expect(quiet(days)).toEqual([]);
  });

  it('always, where the others tell many times as much', () => {
    const [teller, hider] = [daysOf([60, 30, 8]), daysOf([60, 30, 0])];
    expect(quietSpans(hider, wholeOf(teller))).toHaveLength(1);
    expect(quietSpans(teller, wholeOf(teller))).toEqual([]);
    // One that told at first what the others tell is not one that never does.
    const late = daysOf([20, 30, 8], [400, 30, 0]);
    expect(quietSpans(late, wholeOf(daysOf([420, 30, 8])))[0]).toMatchObject({ from: 19 * DAY + 200 });
  });

  it('always, where it tells nobody and the others tell some', () => {
    const hider = daysOf([2, 30, 0]);
    expect(quietSpans(hider, wholeOf(daysOf([2, 30, 4])))).toHaveLength(1);
    expect(quietSpans(hider, wholeOf(daysOf([2, 30, 2])))).toEqual([]);
    expect(quietSpans(daysOf([1, 30, 1], [1, 30, 0]), wholeOf(daysOf([2, 30, 4])))).toEqual([]);
  });
});

const MARCH = Date.UTC(2019, 2, 1) / 1000;
const dateOf = (day: number): string => new Date((MARCH + day * DAY) * 1000).toISOString().slice(0, 10);

/** A day of a log of ZNC: zed writes it and dot is always there; ada, bob, cy and eve come, talk and go. */
function dayOf(day: number, tells: boolean): string {
  const talk = ['ada', 'bob', 'cy', 'eve'].flatMap((nick, at) => {
    const hour = String(9 + at).padStart(2, '0');
    return [
      ...(tells ? [`[${hour}:00:00] *** Joins: ${nick} (u@host.example)`] : []),
      ...['one', 'two', 'three'].map((word, minute) => `[${hour}:1${minute}:00] <${nick}> ${word} for day ${day}`),
      ...(tells ? [`[${hour}:50:00] *** Quits: ${nick} (u@host.example) (bye)`] : []),
    ];
  });
  const owner = day === 0 ? ['[00:00:00] *** Joins: zed (z@host.example)'] : [];
  return [...owner, `[08:00:00] <dot> good morning ${day}`, ...talk, ''].join('\n');
}

const SETTINGS =
  'zone: UTC\nchannels: [{ name: "#room", logs: [{ path: "logs/znc/**", owner: zed }, { path: "logs/two/**" }] }]\n';
const logOf = (days: number, tells: (day: number) => boolean, folder = 'znc'): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: days }, (_, day) => [`logs/${folder}/#room/${dateOf(day)}.log`, dayOf(day, tells(day))]),
  );

const staysOn = ({ days }: Made, day: number, nick: string): readonly string[] =>
  days[`room/${dateOf(day)}`]!.stays.filter((stay) => stay.nick === nick).map((stay) =>
    shown({ ...stay, from: stay.from - MARCH - day * DAY, to: stay.to - MARCH - day * DAY }).replace(/@\d+/, ''),
  );

describe('A log that leaves out', () => {
  /** Days of a log without the lines of some kinds; each tenth day one parts, and comes again. */
  const without = (kinds: RegExp): Record<string, string> =>
    Object.fromEntries(
      Object.entries(logOf(30, () => true)).map(([path, text], day) => {
        const parted = day % 10 === 5 ? text.replace(/Quits: eve \((.*?)\).*/, 'Parts: eve ($1)') : text;
        return [path, parted.replace(kinds, '')];
      }),
    );
  it.each([
    ['joins and parts', /^.*(?:Joins: [^z]|Parts).*\n/gm],
    ['quits', /^.*Quits.*\n/gm],
  ])('%s claims nobody beyond the lines that show them', async (_, kinds) => {
    const archive = await made({ 'archive.yaml': SETTINGS, ...without(kinds) });
    expect(staysOn(archive, 6, 'dot')).toEqual(['dot 28800-28800 seen lost']);
    for (const { nick, to } of archive.days[`room/${dateOf(20)}`]!.stays)
      if (nick !== 'zed') expect(to - MARCH - 20 * DAY, nick).toBeLessThan(13 * 3600);
  });
});

describe('While the only log is quiet', () => {
  const stops = (day: number): boolean => day < 20 || day >= 50;

  it('those are here whom lines show, as long as these do, and its owner', async () => {
    const archive = await made({ 'archive.yaml': SETTINGS, ...logOf(60, stops) });
    expect(staysOn(archive, 18, 'dot')).toEqual(['dot 0-86400 carried carried']);
    expect(staysOn(archive, 19, 'dot')).toEqual(['dot 0-46200 carried gap']);
    expect(staysOn(archive, 30, 'dot')).toEqual(['dot 28800-28800 seen lost']);
    expect(staysOn(archive, 30, 'ada')).toEqual(['ada 33000-33120 seen lost']);
    expect(staysOn(archive, 30, 'zed')).toEqual(['zed 0-86400 carried carried']);
    expect(staysOn(archive, 50, 'ada')).toEqual(['ada 32400-35400 join quit']);
    expect(staysOn(archive, 52, 'dot')).toEqual(['dot 0-86400 carried carried']);
  });

  it('it may be so to its end', async () => {
    const archive = await made({ 'archive.yaml': SETTINGS, ...logOf(60, (day) => day < 20) });
    expect(staysOn(archive, 58, 'dot')).toEqual(['dot 28800-28800 seen lost']);
    expect(staysOn(archive, 59, 'zed')).toEqual(['zed 0-43920 carried open']);
  });

  it('another that tells says all', async () => {
    const both = { ...logOf(60, stops), ...logOf(60, () => true, 'two') };
    const archive = await made({ 'archive.yaml': SETTINGS, ...both });
    expect(staysOn(archive, 30, 'dot')).toEqual(['dot 0-86400 carried carried']);
    expect(staysOn(archive, 30, 'ada')).toEqual(['ada 32400-35400 join quit']);
  });

  it('what another tells is known as long as that one watches', async () => {
    const both = { ...logOf(60, stops), ...logOf(30, () => true, 'two') };
    const archive = await made({ 'archive.yaml': SETTINGS, ...both });
    expect(staysOn(archive, 25, 'dot')).toEqual(['dot 0-86400 carried carried']);
    expect(staysOn(archive, 40, 'dot')).toEqual(['dot 28800-28800 seen lost']);
  });

  it('builds of a log that grows are those from nothing', { timeout: 60_000 }, async () => {
    const all = Object.entries(logOf(60, stops));
    const open = bench({ 'archive.yaml': SETTINGS });
    for (const days of [15, 25, 29, 30, 31, 32, 33, 45, 51, 52, 55, 60, 40]) {
      const now = Object.fromEntries(all.slice(0, days));
      open.write({ ...Object.fromEntries(all.map(([path]) => [path, ''])), ...now });
      const files = { 'archive.yaml': SETTINGS, ...now };
      expect((await open.make()).bytes, `${days} days`).toEqual((await made(files)).bytes);
    }
    open.close();
  });
});
