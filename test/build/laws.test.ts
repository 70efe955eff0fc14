// What holds for any archive, whatever is in it.
import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { lineSums, toldOf } from '../../src/commands/told.ts';
import { DAY_SCHEMA } from '../../src/day-schema.ts';
import { specOf, type Entry } from '../../src/events.ts';
import { hashDigits, hashedText } from '../../src/shared/address.ts';
import { zoneOf } from '../../src/time.ts';
import { bench, line, made, type Bench, type Made } from './archive.ts';

const START = 1_380_742_174;
const NICKS = ['ada', 'bob', 'eve', 'ada_'];
const CHANNEL = '#lab';

/** One line of a scrollback in the classic theme without control bytes. */
const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...NICKS),
        fc.constantFrom('k', 'ok', 'see http://example.com/a_b', 'é ☕', 'yes', '*** x has joined'),
      )
      .map(
        ([nick, text]) =>
          (at: number) =>
            line(at, nick, text),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...NICKS)
      .map((nick) => (at: number) => `T ${at} -10-11>\t${nick} 14(10~${nick}@host.example14) has joined ${CHANNEL}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...NICKS)
      .map((nick) => (at: number) => `T ${at} <10-11-\t${nick} has quit 14(Ping timeout: 240 seconds14)`),
  },
  { weight: 1, arbitrary: fc.constant((at: number) => `T ${at} -10-11>\tYou are now talking on 11${CHANNEL}`) },
  { weight: 1, arbitrary: fc.constantFrom('what is this', '').map((text) => (at: number) => `T ${at} ${text}`) },
  { weight: 1, arbitrary: fc.constant(() => 'a line that goes on') },
);

/** Lines in time order, some in one second. */
const log = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 1, 7, 600, 40_000), event), { minLength: 1, maxLength: 40 })
  .map((steps) => {
    let at = START;
    return steps.map(([step, make]) => make((at += step)));
  });

const HEAD = [
  line(START - 90, 'ada', 'good morning'),
  `T ${START - 80} -10-11>\tada 14(10~ada@host.example14) has joined ${CHANNEL}`,
];
/** What may be lines that were broken: then the client's words and what follows them are one. */
const WRAPPED = Array.from({ length: 3 }, () => [
  'a line that goes on',
  `T ${START} <10-11-\tada has quit 14(Ping timeout: 240 seconds14)`,
]).flat();
const TAIL = ['so long', 'see you', 'bye'].map((words, index) => line(START + 10_000_000 + index, 'eve', words));
const text = (lines: readonly string[]): string => lines.map((one) => `${one}\n`).join('');
const archive = (files: Readonly<Record<string, readonly string[]>>, settings = ''): Record<string, string> =>
  Object.fromEntries([
    ['archive.yaml', `zone: America/Chicago\nchannels: [{ name: "${CHANNEL}" }]\n${settings}`],
    ...Object.entries(files).map(([name, lines]) => [`logs/${name}`, text(lines)]),
  ]) as Record<string, string>;

const entriesOf = ({ days }: Made): readonly Entry[] => Object.values(days).flatMap((day) => day.entries);

describe('any archive', () => {
  it('accounts for every line', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (lines) => {
        const { report } = await made(archive({ '#lab.txt': [...HEAD, ...lines] }));
        const { lines: all, ...parts } = lineSums(report.channels.map(toldOf));
        expect(all).toBe(lines.length + HEAD.length);
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(all);
      }),
      { numRuns: 30 },
    );
  });

  it('gives each entry one address on its day, which its own words and second make', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (lines) => {
        // An address is made before hosts are hidden, which may stand in what a client says.
        const { days } = await made(archive({ '#lab.txt': [...HEAD, ...lines] }, 'privacy: { hosts: show }\n'));
        for (const day of Object.values(days)) {
          const addresses = day.entries.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
          expect(new Set(addresses).size).toBe(addresses.length);
          for (const entry of day.entries) {
            const zone = zoneOf(day.zone);
            expect(entry.at >= day.start && entry.at < day.end).toBe(true);
            // The owner's nick is filled in where the line says "You": the address is then of no nick.
            const nick = entry.kind === 'join' && entry.own ? '' : (entry.nick ?? '');
            const sha = hash('sha256', hashedText(entry.at, entry.kind, nick, specOf(entry).hashed(entry)));
            expect(entry.id.replace(/u\d+$/, '')).toBe(`t${zone.clockAt(entry.at)}${hashDigits(sha, 4)}`);
          }
        }
      }),
      { numRuns: 30, examples: [[WRAPPED]] },
    );
  });

  it('gives day files as their schema says', async () => {
    const valid = new Ajv2020({ strict: true }).compile(DAY_SCHEMA);
    await fc.assert(
      fc.asyncProperty(log, async (lines) => {
        for (const day of Object.values((await made(archive({ '#lab.txt': [...HEAD, ...lines] }))).days)) {
          valid(day);
          expect(valid.errors).toBeNull();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('keeps its entries in the order of time', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (lines) => {
        for (const day of Object.values((await made(archive({ '#lab.txt': [...HEAD, ...lines] }))).days)) {
          const times = day.entries.map((entry) => entry.at);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same whether a log is one file or cut in two, packed, copied, renamed or brought twice', async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.nat(), async (lines, where) => {
        // A part of a line or two that shows no theme is not known for what it is.
        const all = [...HEAD, ...lines.filter((one) => one.startsWith('T ')), ...TAIL];
        const cut = 1 + (where % (all.length - TAIL.length));
        const { bytes } = await made(archive({ '#lab.txt': all }));
        const variants = [
          archive({ 'b/#lab.txt': all.slice(0, cut), 'a/#lab.txt': all.slice(cut) }),
          { ...archive({}), 'logs/old/#lab.txt.gz': gzipSync(text(all)) },
          archive({ 'one/#lab.txt': all, 'two/#lab.txt': all }),
        ];
        for (const files of variants) {
          const again = await made(files);
          for (const [key, value] of Object.entries(bytes)) if (key !== 'index') expect(again.bytes[key]).toBe(value);
          expect(Object.keys(again.bytes)).toEqual(Object.keys(bytes));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is the same when windows of a log overlap as when it is whole', async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.nat(), fc.nat(), async (lines, some, others) => {
        // A window of a line or two that shows no theme is not known for what it is.
        const told = lines.filter((one) => /^T \d+ [-<2]/.test(one));
        const all = [...HEAD, ...told, ...TAIL].filter((one, index, list) => one !== list[index - 1]);
        const from = some % (all.length - TAIL.length);
        const to = Math.min(all.length, Math.max(HEAD.length, from + 2) + (others % all.length));
        const whole = await made(archive({ '#lab.txt': all }));
        const parts = await made(archive({ 'a/#lab.txt': all.slice(0, to), 'b/#lab.txt': all.slice(from) }));
        expect(entriesOf(parts).map(({ id }) => id)).toEqual(entriesOf(whole).map(({ id }) => id));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a build that believes the one before', () => {
  let open: Bench | undefined;
  afterEach(() => open?.close());

  it('gives the bytes of one from the start, however the logs grew', async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), async (lines, cuts) => {
        const all = [...HEAD, ...lines];
        open = bench(archive({}));
        for (const cut of [...cuts.map((one) => one % (all.length + 1)).sort((a, b) => a - b), all.length]) {
          const files = archive({ '#lab.txt': all.slice(0, cut) });
          open.write(files);
          const grown = await open.make();
          const fresh = await made(files);
          expect(grown.bytes).toEqual(fresh.bytes);
        }
        open.close();
      }),
      { numRuns: 25 },
    );
  });

  it('sees a word that was changed far from the end of a log, though its length is what it was', async () => {
    const lines = Array.from({ length: 3000 }, (_, n) =>
      line(START + n * 60, 'ada', `the loom of the day is number ${n}`),
    );
    open = bench(archive({ '#lab.txt': lines }));
    await open.make();
    const files = archive({ '#lab.txt': lines.with(10, line(START + 600, 'ada', 'the yarn of the day is number 10')) });
    expect(files['logs/#lab.txt']?.length).toBeGreaterThan(131_072);
    open.write(files);
    const [grown, fresh] = [await open.make(), await made(files)];
    expect(grown.bytes['lab/2013-10-02']).toContain('the yarn of the day');
    for (const [path, bytes] of Object.entries(fresh.bytes)) expect(grown.bytes[path] === bytes, path).toBe(true);
  });

  it('reads lines again that settings give to another format', async () => {
    const files = (format: string): Record<string, string> => ({
      'archive.yaml': `channels: [{ name: "${CHANNEL}", logs: [{ path: "logs/*.log", format: ${format} }] }]\n`,
      'logs/#lab.2013-10-04.log': `[09:00:00] * Joins: bob (~bob@host.example)\n${'[09:01:00] <ada> hello\n'.repeat(9000)}`,
    });
    open = bench(files('znc'));
    await open.make();
    open.write(files('mirc'));
    const [grown, fresh] = [await open.make(), await made(files('mirc'))];
    expect(entriesOf(fresh)[0]).toMatchObject({ kind: 'join', nick: 'bob' });
    expect(entriesOf(grown)[0]).toEqual(entriesOf(fresh)[0]);
  });
});
