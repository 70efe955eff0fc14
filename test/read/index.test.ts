// The index of a log that has grown is that of the whole, wherever it was cut when it was looked at before.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { indexFile, type LogFile } from '../../src/log-file.ts';
import { zoneOf } from '../../src/time.ts';
import { line } from '../build/archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-index-'));
afterAll(() => rmSync(folder, { recursive: true }));

const START = 1_380_742_174;
const zone = zoneOf('UTC');
const file: LogFile = {
  path: join(folder, '#lab.txt'),
  format: FORMATS.find(({ name }) => name === 'xchat-scrollback')!,
  facts: {},
  zone,
};
const textOf = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, n) => `${line(START + n * 400, n % 3 ? 'ada' : 'bob', `line ${n} of the day`)}\n`,
  ).join('');

test.each([
  ['short', 12, 30],
  ['long', 9000, 12],
])('of a %s log', async (_, lines, numRuns) => {
  const text = textOf(lines);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(text.length), { minLength: 1, maxLength: 3 }), async (cuts) => {
      let index: Awaited<ReturnType<typeof indexFile>> | undefined;
      for (const cut of [...cuts.sort((a, b) => a - b), text.length]) {
        writeFileSync(file.path, text.slice(0, cut));
        index = await indexFile(file, zone, index);
      }
      expect(index).toEqual(await indexFile(file, zone));
    }),
    { numRuns },
  );
});
