// The hour that comes twice: where a log of local times shows no step back, the logs of others tell which pass it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldOf } from '../../src/commands/told.ts';
import type { Entry } from '../../src/events.ts';
import { inPasses } from '../../src/gather/folds.ts';
import { seen } from '../../src/gather/seen.ts';
import { zoneOf } from '../../src/time.ts';
import { bench, line, made, type Made } from '../build/archive.ts';
import { addressesOf } from './overlap.ts';

interface Said {
  readonly at: number;
  readonly text: string;
}

/** The instant at which each zone's clock was set back, and by how many seconds. */
const NIGHTS = {
  'Europe/Berlin': { change: Date.parse('2019-10-27T01:00:00Z') / 1000, step: 3600 },
  'America/New_York': { change: Date.parse('2019-11-03T06:00:00Z') / 1000, step: 3600 },
  'Australia/Lord_Howe': { change: Date.parse('2019-04-06T15:00:00Z') / 1000, step: 1800 },
} as const;
type Name = keyof typeof NIGHTS;
const BERLIN = NIGHTS['Europe/Berlin'].change;

/** No two of them may be taken for one line that a client cut. */
const sentenceAt = (minute: number): string => `sentence ${5000 + minute} of some length, at ${minute}`;
/** What was said this long after the clock was set back; before it where negative. */
const talk = (change: number, minutes: readonly number[]): readonly Said[] =>
  minutes.map((minute) => ({ at: change + minute * 60, text: sentenceAt(minute) }));
/** The evening before, and the morning after: by these the clients' clocks are known. */
const around = (change: number): readonly Said[] =>
  talk(
    change,
    [...Array(12).keys()].map((index) => (index < 6 ? -300 : 240) + index * 7),
  );
const nickOf = ({ text }: Said): string => (text.length % 2 === 0 ? 'ada' : 'bob');

const byTime = (said: readonly Said[]): readonly Said[] => said.toSorted((a, b) => a.at - b.at);
const clockIn = (zone: string, at: number): string => new Date((at + zoneOf(zone).offsetAt(at)) * 1000).toISOString();

type Client = (said: readonly Said[], zone: string) => Readonly<Record<string, string>>;

const weechat: Client = (said, zone) => {
  const lines = byTime(said).map((one) => {
    const clock = clockIn(zone, one.at).replace('T', ' ').slice(0, 19);
    return `${clock}\t${nickOf(one)}\t${one.text}\n`;
  });
  return { 'irc.net.#loom.weechatlog': lines.join('') };
};
const znc: Client = (said, zone) => {
  const files: Record<string, string> = {};
  for (const one of byTime(said)) {
    const clock = clockIn(zone, one.at);
    const path = `#loom/${clock.slice(0, 10)}.log`;
    files[path] = `${files[path] ?? ''}[${clock.slice(11, 19)}] <${nickOf(one)}> ${one.text}\n`;
  }
  return files;
};
const irssi: Client = (said, zone) => {
  let day = '';
  const lines = byTime(said).map((one) => {
    const clock = clockIn(zone, one.at);
    const [, weekday, date, month, year] = /(\w+), (\d+) (\w+) (\d+)/.exec(new Date(clock).toUTCString()) ?? [];
    const stamp = `${weekday} ${month} ${date}`;
    const mark =
      day === '' ? `--- Log opened ${stamp} ${clock.slice(11, 19)} ${year}\n` : `--- Day changed ${stamp} ${year}\n`;
    const isNew = clock.slice(0, 10) !== day;
    day = clock.slice(0, 10);
    return `${isNew ? mark : ''}${clock.slice(11, 16)} < ${nickOf(one)}> ${one.text}\n`;
  });
  return { '#loom.log': lines.join('') };
};
const scrollback: Client = (said) => ({
  '#loom.txt': byTime(said)
    .map((one) => `${line(one.at, nickOf(one), one.text)}\n`)
    .join(''),
});

/** A client's files in a folder of its own, whose name is that of the zone. */
const logOf = (client: Client, name: string, zone: string, said: readonly Said[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(client(said, zone)).map(([path, text]) => [`logs/${name}/${zone.replace('/', '-')}/${path}`, text]),
  );

/** Each folder is one logger's. */
const settings = (zone: string, more = ''): Record<string, string> => {
  const logs = ['one', 'two', 'three'].flatMap((name) =>
    ['UTC', ...Object.keys(NIGHTS)].map((one) => `{ path: "logs/${name}/${one.replace('/', '-')}/**", zone: ${one} }`),
  );
  return { 'archive.yaml': `zone: ${zone}\n${more}channels: [{ name: "#loom", logs: [${logs.join(', ')}] }]\n` };
};

const entriesOf = ({ days }: Made): readonly Entry[] => Object.values(days).flatMap(({ entries }) => entries);
const shown = (archive: Made): readonly (readonly [number, string])[] =>
  entriesOf(archive).flatMap((entry) => (entry.kind === 'message' ? [[entry.at, entry.text] as const] : []));
const told = (said: readonly Said[]): readonly (readonly [number, string])[] =>
  byTime(said).map(({ at, text }) => [at, text]);
/** Texts of the lines whose pass nobody knows. */
const unknown = (archive: Made): readonly string[] =>
  entriesOf(archive).flatMap((entry) => (entry.fold && 'text' in entry ? [entry.text] : []));

function expectSums({ report }: Made): void {
  for (const { lines, ...parts } of report.channels.map((channel) => toldOf(channel).sums))
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(lines);
}

/** The archive of these logs, after a check that it has every line and every address that each of them alone has. */
async function merged(zone: string, ...logs: readonly Record<string, string>[]): Promise<Made> {
  const archive = await made(Object.assign(settings(zone), ...logs) as Record<string, string>);
  expectSums(archive);
  const all = addressesOf(archive);
  expect(new Set(all).size).toBe(all.length);
  for (const one of logs)
    expect(all).toEqual(expect.arrayContaining([...addressesOf(await made({ ...settings(zone), ...one }))]));
  return archive;
}

const nights = Object.keys(NIGHTS) as Name[];
const clients = { weechat, znc, irssi };

describe('Talk in one pass of a repeated hour', () => {
  for (const zone of nights)
    for (const [name, client] of Object.entries(clients))
      it.each([zone, 'UTC'])(`is known by another log: ${name} in ${zone}, days of %s`, async (archive) => {
        const { change, step } = NIGHTS[zone];
        for (const pass of [0, -step / 60]) {
          const said = [
            ...around(change),
            ...talk(
              change,
              [3, 8, 14, 21, 29].map((minute) => minute + pass),
            ),
          ];
          // The log of local times is the reference, or the other.
          for (const [begins, rest] of [
            [-400, -390],
            [-390, -400],
          ] as const) {
            const mine = [...talk(change, [begins]), ...said];
            const theirs = [...talk(change, [rest]), ...said];
            const both = await merged(
              archive,
              logOf(client, 'one', zone, mine),
              logOf(scrollback, 'two', 'UTC', theirs),
            );
            expect(shown(both).map(([, text]) => text)).toEqual(
              told([...talk(change, [-400, -390]), ...said]).map(([, text]) => text),
            );
            for (const [at, text] of shown(both)) expect(text).toBe(sentenceAt((at - change) / 60));
            expect(unknown(both)).toEqual([]);
          }
        }
      });

  it('is of both, where a log went on later in the second pass than it ended in the first', async () => {
    const said = [...around(BERLIN), ...talk(BERLIN, [-58, -55, -50, 21, 33, 40])];
    const mine = [...said, ...talk(BERLIN, [-53, 36, 55])];
    const both = await merged(
      'Europe/Berlin',
      logOf(weechat, 'one', 'Europe/Berlin', mine),
      logOf(znc, 'two', 'UTC', said),
    );
    expect(shown(both)).toEqual(told(mine));
    expect(unknown(both)).toEqual([]);
  });

  it('is as unknown as it was between the two passes, and where nobody else tells', async () => {
    const said = [...around(BERLIN), ...talk(BERLIN, [-58, 40])];
    const [between] = talk(BERLIN, [-40]);
    const log = logOf(weechat, 'one', 'Europe/Berlin', [...said, between as Said]);
    const both = await merged('UTC', log, logOf(znc, 'two', 'UTC', said));
    expect(unknown(both)).toEqual([between?.text]);
    const evening = await merged('UTC', log, logOf(znc, 'two', 'UTC', around(BERLIN)));
    expect(unknown(evening)).toHaveLength(3);
  });

  it('is known for lines that nobody else has, as the log has them in its order', async () => {
    const [said, alone] = [talk(BERLIN, [12, 20, 31]), talk(BERLIN, [4, 15, 26, 44])];
    const mine = [...around(BERLIN), ...said, ...alone];
    const both = await merged(
      'UTC',
      logOf(weechat, 'one', 'Europe/Berlin', mine),
      logOf(znc, 'two', 'UTC', [...around(BERLIN), ...said]),
    );
    expect(shown(both)).toEqual(told(mine));
    expect(unknown(both)).toEqual([]);
  });

  it('is told on to a third log, which shares no line with the one that knows', async () => {
    const mine = [...around(BERLIN), ...talk(BERLIN, [12, 20])];
    const third = [...around(BERLIN), ...talk(BERLIN, [20, 33])];
    const logs = [
      logOf(weechat, 'one', 'Europe/Berlin', third),
      logOf(irssi, 'two', 'Europe/Berlin', mine),
      logOf(znc, 'three', 'UTC', [...around(BERLIN), ...talk(BERLIN, [12])]),
    ];
    const all = await merged('Europe/Berlin', ...logs);
    expect(shown(all)).toEqual(told([...mine, ...talk(BERLIN, [33])]));
    expect(unknown(all)).toEqual([]);
  });

  it('is of both where the log shows no step back, since it has nothing between two lines of one minute', async () => {
    const said = [...around(BERLIN), ...talk(BERLIN, [-50, -45, 15, 20])];
    const both = await merged(
      'Europe/Berlin',
      logOf(irssi, 'one', 'Europe/Berlin', said),
      logOf(znc, 'two', 'UTC', said),
    );
    expect(shown(both)).toEqual(told(said));
    expect(unknown(both)).toEqual([]);
  });

  it('is put in its place among lines of the same logger whose times are certain', () => {
    const placed = { event: { kind: 'message', nick: 'ada', text: 'k' }, line: 1, lines: 1 } as const;
    const unsure = seen({ ...placed, at: BERLIN - 600, fold: 'unknown', again: 3600 }, undefined);
    const certain = [720, 4000].map((after) => seen({ ...placed, at: BERLIN + after }, undefined));
    const all = inPasses([unsure, ...certain], new Map([[`${unsure.at} ${unsure.sha} 1`, 'second']]));
    expect(all.map(({ at, later = 0, fold }) => [at + later - BERLIN, fold])).toEqual([
      [720, undefined],
      [3000, undefined],
      [4000, undefined],
    ]);
  });

  it('is known by what most of the lines tell, where one was said in both passes', async () => {
    const again = { at: BERLIN - 3600 + 12 * 60, text: 'k' };
    const mine = [...around(BERLIN), ...talk(BERLIN, [5, 8]), { ...again, at: again.at + 3600 }];
    const both = await merged(
      'UTC',
      logOf(weechat, 'one', 'Europe/Berlin', mine),
      logOf(znc, 'two', 'UTC', [...mine, again]),
    );
    expect(shown(both)).toEqual(told([...mine, again]));
    const only = await merged(
      'UTC',
      logOf(weechat, 'one', 'Europe/Berlin', mine),
      logOf(znc, 'two', 'UTC', [...mine.filter(({ text }) => text !== 'k'), again]),
    );
    expect(shown(only)).toEqual(told([...mine, again]));
  });

  it('is known where a clock is wrong, and keeps addresses of former zones', async () => {
    const mine = [...around(BERLIN), ...talk(BERLIN, [5, 8, 40])];
    const files = {
      ...settings('Europe/Berlin', 'formerZones: [UTC]\n'),
      ...logOf(
        znc,
        'two',
        'UTC',
        mine.map((one) => ({ ...one, at: one.at + 37 })),
      ),
      ...logOf(weechat, 'one', 'Europe/Berlin', [...talk(BERLIN, [-400]), ...mine]),
    };
    const both = await made(files);
    expect(shown(both)).toEqual(told([...talk(BERLIN, [-400]), ...mine]));
    const [entry] = entriesOf(both).filter(({ at }) => at === BERLIN + 300);
    // Of the first pass, as the one log alone has it, and of the second, 37 seconds late; both also in UTC.
    const clocks = [entry?.id, ...(entry?.aliases ?? [])].map((address) => address?.slice(0, 7));
    expect(clocks).toEqual(['t020500', 't020537', 't000500', 't010537']);
  });

  it('goes over to the next day, where midnight lies between the passes', async () => {
    // In Denver it is midnight when New York's clocks are set back.
    const { change } = NIGHTS['America/New_York'];
    const said = [...around(change), ...talk(change, [2, 17, 35, 50])];
    const mine = [...said, ...talk(change, [1, 28, 58])];
    const both = await merged(
      'America/Denver',
      logOf(weechat, 'one', 'America/New_York', mine),
      logOf(znc, 'two', 'UTC', said),
    );
    expect(shown(both)).toEqual(told(mine));
    expect(unknown(both)).toEqual([]);
    const next = both.days['loom/2019-11-03']?.entries.filter(({ at }) => at < change + 3600) ?? [];
    expect(next).toHaveLength(7);
    for (const { aliases = [] } of next) expect(aliases.some((one) => one.startsWith('2019-11-02/t23'))).toBe(true);
  });
});

describe('In the second pass of a repeated hour', () => {
  const said = [...around(BERLIN), ...talk(BERLIN, [3, 8, 41, 50])];
  const textOf = (client: Client, lines: readonly Said[], zone: string): string =>
    Object.values(client(lines, zone)).join('');
  /** A log of Berlin's clock with lines put between the eighth minute and the forty-first. */
  const withLines = (minute: number, rests: readonly string[]): Record<string, string> => {
    const stamp = clockIn('Europe/Berlin', BERLIN + minute * 60)
      .slice(0, 19)
      .replace('T', ' ');
    const parts = [said.filter(({ at }) => at < BERLIN + 600), said.filter(({ at }) => at > BERLIN + 600)];
    const lines = rests.map((rest) => `${stamp}\t${rest}\n`).join('');
    const text = parts.map((part) => textOf(weechat, part, 'Europe/Berlin')).join(lines);
    return { 'logs/one/Europe-Berlin/irc.net.#loom.weechatlog': text };
  };

  it('a log lost sight there, too, where others tell of its lines', async () => {
    const parts = [
      said.filter(({ at }) => at < BERLIN + 600),
      [...talk(BERLIN, [30]), ...said.filter(({ at }) => at > BERLIN + 600)],
    ];
    const lost = `T ${BERLIN + 12 * 60} *\tDisconnected (Connection reset by peer)\n`;
    const { days } = await made({
      ...settings('UTC'),
      ...withLines(10, ['--\tirc: disconnected from server']),
      'logs/two/UTC/#loom.txt': parts.map((part) => textOf(scrollback, part, 'UTC')).join(lost),
    });
    const gaps = Object.values(days).flatMap((day) => day.gaps.filter(({ cause }) => cause === 'disconnected'));
    expect(gaps).toEqual([{ from: BERLIN + 12 * 60, to: BERLIN + 30 * 60, cause: 'disconnected' }]);
  });

  it('a bouncer repeated there what nobody else has', async () => {
    const again = ['***\tBuffer Playback...', 'bob\tlong ago', '***\tPlayback Complete.'];
    const both = await made({
      ...settings('UTC'),
      ...withLines(20, again),
      ...logOf(scrollback, 'two', 'UTC', said),
    });
    expect(shown(both).filter(([, text]) => text === 'long ago')).toEqual([[BERLIN + 20 * 60, 'long ago']]);
    expect(unknown(both)).toEqual([]);
  });
});

describe('Any talk in the night of a repeated hour', () => {
  const minute = fc.integer({ min: -75, max: 75 });
  const minutes = fc.uniqueArray(minute, { minLength: 3, maxLength: 12 });

  it('is there once at its time, with all addresses, and as a build from the start has it, however the logs grew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...nights),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/Denver', 'Atlantic/Azores'),
        minutes,
        minutes,
        fc.nat(20),
        async (zone, archive, both, alone, cut) => {
          const { change } = NIGHTS[zone];
          const said = [...around(change), ...talk(change, both)];
          const others = talk(
            change,
            alone.filter((one) => !both.includes(one)),
          );
          const all = await merged(
            archive,
            logOf(weechat, 'one', zone, said),
            logOf(znc, 'two', 'UTC', [...said, ...others]),
          );
          expect(shown(all)).toEqual(told([...said, ...others]));
          const open = bench(settings(archive));
          try {
            for (const [some, more] of [
              [cut, said.length],
              [said.length, cut],
              [said.length, said.length],
            ] as const) {
              const files = {
                ...settings(archive),
                ...logOf(weechat, 'one', zone, byTime(said).slice(0, 4 + some)),
                ...logOf(znc, 'two', 'UTC', [...byTime(said).slice(0, 4 + more), ...others]),
              };
              open.write(files);
              expect((await open.make()).bytes).toEqual((await made(files)).bytes);
            }
          } finally {
            open.close();
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
