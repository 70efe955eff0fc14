// The index of a log that has grown is that of the whole, wherever it was cut when it was looked at before; and its days, where
// nothing but the clock tells them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { indexFile, type LogFile } from '../../src/log-file.ts';
import { zoneOf } from '../../src/time.ts';
import { FORMATS } from '../all-formats.ts';
import { line } from '../build/archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-index-'));
afterAll(() => rmSync(folder, { recursive: true }));

const START = 1_380_742_174;
const zone = zoneOf('UTC');
const formatOf = (name: string): LogFile['format'] => FORMATS.find((format) => format.name === name)!;
const file: LogFile = {
  path: join(folder, '#lab.txt'),
  format: formatOf('xchat-scrollback'),
  facts: {},
  zone,
};
const textOf = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, n) => `${line(START + n * 400, n % 3 ? 'ada' : 'bob', `line ${n} of the day`)}\n`,
  ).join('');

/** Lines that tell the time of day alone: of an evening, and of mornings of four hours. */
const clocksOf = (lines: number): string =>
  Array.from({ length: lines }, (_, n) => {
    const minute = n === 0 ? 20 * 60 : 9 * 60 + ((n * 7) % 240);
    const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return `[${time}:07] <ada>\t${'line '.repeat(12)}${n}\n`;
  }).join('');
const BANNER = '**** BEGIN LOGGING AT Wed Oct  2 19:59:00 2013\n\n';

test.each([
  ['short', 12, 30],
  ['long', 9000, 12],
])('of a %s log', async (_, lines, numRuns) => {
  await grows(file, textOf(lines), numRuns);
});

test('of a log in which only the clock tells the days', async () => {
  await grows({ ...file, format: formatOf('xchat-log') }, BANNER + clocksOf(9000), 6);
});

const FIRST = { year: 2013, month: 10, day: 2 };
test.each([
  ['xchat-log', 'its banner', BANNER, undefined, 3],
  ['xchat-log', 'its name', BANNER, FIRST, 1],
  ['konversation', 'its banner', '*** on Wed Oct 2 19:59:00 2013\n', undefined, 3],
  ['irssi', 'marks that none came of', '--- Log opened Wed Oct 02 19:59:00 2013\n', undefined, 1],
  ['kvirc', 'the name of its first', '', FIRST, 3],
  ['pidgin', 'the name of its first', '', FIRST, 3],
])('a log of %s whose days are told by %s', async (format, _, banner, date, days) => {
  const clocks = clocksOf(60);
  writeFileSync(
    file.path,
    banner + (format === 'pidgin' ? clocks.replaceAll(/\[(.*)\] <ada>\t/gu, '($1) ada: ') : clocks),
  );
  const { blocks } = await indexFile({ ...file, format: formatOf(format), facts: { ...(date && { date }) } }, zone);
  const dates = ['2013-10-02', '2013-10-03', '2013-10-04'].slice(0, days);
  expect(blocks.flatMap((block) => block.days.map((part) => part.date))).toEqual(dates);
});

async function grows(file: LogFile, text: string, numRuns: number): Promise<void> {
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
}
