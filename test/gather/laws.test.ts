// What holds for any two logs of one channel, whoever missed what and whatever their clocks.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bench, line, made, type Made } from '../build/archive.ts';
import { addressesOf } from './overlap.ts';

/** Two hours before midnight of the archive's zone. */
const START = Date.UTC(2013, 9, 2, 22) / 1000;
const SETTINGS = { 'archive.yaml': 'zone: UTC\nchannels: [{ name: "#loom" }]\n' };

interface Said {
  readonly at: number;
  readonly nick: string;
  readonly text: string;
}

const talk = fc
  .array(
    fc.tuple(
      fc.constantFrom(0, 1, 5, 30, 200, 1500, 30_000),
      fc.constantFrom('ada', 'bob', 'eve'),
      fc.constantFrom('k', 'k', 'yes', 'what do you think of it?', 'the loom stands still since yesterday', 'é ☕'),
    ),
    { minLength: 4, maxLength: 40 },
  )
  .map((steps) => {
    let at = START;
    return steps.map(([step, nick, text], index): Said => ({
      at: (at += step),
      nick,
      text: text.length < 10 ? text : `${text} ${index}`,
    }));
  });

/** So that each file is known for what it is. */
const HEAD: readonly Said[] = Array.from({ length: 12 }, (_, index) => ({
  at: START - 3600 + index * 97,
  nick: ['ada', 'bob'][index % 2] ?? '',
  text: `what was said before anybody came, sentence ${index}`,
}));

const scrollback = (lines: readonly Said[]): string =>
  lines.map(({ at, nick, text }) => `${line(at, nick, text)}\n`).join('');

/** ZNC's files of a day each, by their paths, with a clock that is ahead. */
function znc(folder: string, lines: readonly Said[], ahead: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { at, nick, text } of lines) {
    const stamp = new Date((at + ahead) * 1000).toISOString();
    const path = `logs/${folder}/#loom/${stamp.slice(0, 10)}.log`;
    files[path] = `${files[path] ?? ''}[${stamp.slice(11, 19)}] <${nick}> ${text}\n`;
  }
  return files;
}

/** Which lines a logger missed: a stretch of them. Of two "k" in a second, nobody could tell which was missed. */
const without = (lines: readonly Said[], from: number, length: number): readonly Said[] =>
  lines.filter(
    ({ text }, index) =>
      text.length < 10 || index < from % lines.length || index >= (from % lines.length) + (length % 6),
  );

const shown = ({ days }: Made): readonly string[] =>
  Object.values(days).flatMap(({ entries }) =>
    entries.map((entry) => `${entry.at} ${entry.nick ?? ''} ${'text' in entry ? entry.text : ''}`),
  );

/** Seconds that a clock is ahead. */
const clocks = fc.integer({ min: -90, max: 90 });
const gaps = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());

describe('any two logs of a channel', () => {
  it('tell each line once, by one clock, and keep every address that each has alone', async () => {
    await fc.assert(
      fc.asyncProperty(talk, gaps, clocks, async (said, [a, b, c, d], ahead) => {
        const [ada, eve] = [
          [...HEAD, ...without(said, a, b)],
          [...HEAD, ...without(said, c, d)],
        ];
        const files = { ...SETTINGS, 'logs/ada/#loom.txt': scrollback(ada) };
        const others = { ...SETTINGS, ...znc('eve', eve, ahead) };
        const both = await made({ ...files, ...others });
        // The one that begins first is the reference.
        const clock = ahead < 0 ? ahead : 0;
        const known = new Set([...ada, ...eve]);
        const wanted = [...HEAD, ...said]
          .filter((one) => known.has(one))
          .map(({ at, nick, text }) => `${at + clock} ${nick} ${text}`);
        expect([...shown(both)].sort()).toEqual([...wanted].sort());
        const all = addressesOf(both);
        expect(new Set(all).size).toBe(all.length);
        for (const alone of [await made(files), await made(others)])
          expect(all).toEqual(expect.arrayContaining([...addressesOf(alone)]));
      }),
      {
        numRuns: 40,
        // Two lines a second apart that differ in a digit, each seen by one logger alone.
        examples: [
          [
            [
              { at: START + 4830, nick: 'eve', text: 'k' },
              { at: START + 5030, nick: 'eve', text: 'what do you think of it? 1' },
              { at: START + 5031, nick: 'eve', text: 'what do you think of it? 2' },
              { at: START + 5231, nick: 'ada', text: 'é ☕' },
            ],
            [2, 1, 1, 1],
            -88,
          ],
        ],
      },
    );
  });

  it('give the same bytes under any names, in any order, packed, twice and in parts', async () => {
    await fc.assert(
      fc.asyncProperty(talk, gaps, clocks, async (said, [a, b, c, d], ahead) => {
        const [ada, eve] = [
          [...HEAD, ...without(said, a, b)],
          [...HEAD, ...without(said, c, d)],
        ];
        const { bytes } = await made({
          ...SETTINGS,
          'logs/ada/#loom.txt': scrollback(ada),
          ...znc('eve', eve, ahead),
        });
        const cut = HEAD.length + (b % Math.max(1, ada.length - HEAD.length));
        const moved = [
          { 'logs/z/#loom.txt': scrollback(ada), ...znc('a/b', eve, ahead) },
          {
            'logs/1/#loom.txt.gz': gzipSync(scrollback(ada)),
            'logs/2/#loom.txt': scrollback(ada),
            ...znc('0', eve, ahead),
            ...znc('9', eve, ahead),
          },
          {
            'logs/2/#loom.txt': scrollback(ada.slice(0, cut)),
            'logs/1/#loom.txt': scrollback(ada.slice(6)),
            ...znc('x', eve, ahead),
          },
        ];
        for (const files of moved) {
          const again = await made({ ...SETTINGS, ...files });
          for (const [key, value] of Object.entries(bytes)) if (key !== 'index') expect(again.bytes[key]).toBe(value);
          expect(Object.keys(again.bytes)).toEqual(Object.keys(bytes));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('give the bytes of a build from the start, however they grew', async () => {
    await fc.assert(
      fc.asyncProperty(
        talk,
        clocks,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
        async (said, ahead, cuts) => {
          const all = [...HEAD, ...said];
          const open = bench(SETTINGS);
          try {
            let [one, other] = [1, 1];
            for (const [some, more] of [...cuts, [all.length, all.length] as const]) {
              one = Math.min(all.length, one + (some % all.length) + 1);
              other = Math.min(all.length, other + (more % all.length) + 1);
              const files = {
                ...SETTINGS,
                'logs/ada/#loom.txt': scrollback(all.slice(0, Math.max(HEAD.length, one))),
                ...znc('eve', all.slice(0, Math.max(HEAD.length, other)), ahead),
              };
              open.write(files);
              const grown = await open.make();
              expect(grown.bytes).toEqual((await made(files)).bytes);
            }
          } finally {
            open.close();
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
