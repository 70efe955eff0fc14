// Logs whose long lines were broken to a width.
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/events.ts';
import type { RawLine } from '../../src/format.ts';
import { recognise } from '../../src/recognise.ts';
import { FORMATS } from '../all-formats.ts';

const LOG = [
  '[09:00:58] *** Joins: ada (~ada@a-long-address.of-a-provider.example.net)',
  '[09:01:02] <ada> the shuttle goes from left to right, and then from right to left again',
  '[09:01:09] <bob> so it does',
  '[09:02:00] *** Joins: carol (~carol@another-long-address.of-a-provider.example.net)',
  '[09:02:30] * carol has brought a pattern for a blanket with three colours in it, and wool',
  '[09:03:00] <bob> and who is going to wind the bobbins for the other three of us, I wonder?',
  '[09:04:00] *** Quits: carol (~carol@another-long-address.of-a-provider.example.net) (gone to wind them)',
];

const DAYS = [
  '--- Log opened Mon Jan 09 09:00:00 2012',
  '09:01 < ada> the shuttle goes from left to right, and then from right to left again',
  '--- Day changed Tue Jan 10 2012',
  '--- Day changed Wed Jan 11 2012',
  '09:03 < bob> and who is going to wind the bobbins for the other three of us, I wonder?',
  '--- Day changed Thu Jan 12 2012',
  '09:04 -!- carol [~carol@a-long-address.of-a-provider.example.net] has joined #loom',
  '--- Day changed Fri Jan 13 2012',
];

const linesOf = (lines: readonly string[]): readonly RawLine[] =>
  lines.map((text, index) => ({ text, number: index + 1 }));

/** The events of a log as they stand when all its lines are read. */
function events(lines: readonly string[]): readonly Event[] | undefined {
  const found = recognise({ path: 'logs/#loom/2012-01-05.log', lines: linesOf(lines), given: {} }, FORMATS);
  if (found.is !== 'log') return undefined;
  const parse = FORMATS.find(({ name }) => name === found.format)!.open(found.facts);
  const read: Event[] = [];
  for (const one of linesOf(lines).flatMap(parse)) {
    if (one.is === 'event') read.push(one.event);
    else if (one.is === 'more' && one.whole) read.splice(-1, 1, one.whole);
  }
  return read;
}

function atWords(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const at = line.lastIndexOf(' ', width) > 0 ? line.lastIndexOf(' ', width) : line.indexOf(' ');
  return at < 0 ? [line] : [line.slice(0, at), ...atWords(line.slice(at + 1), width)];
}

const cut = (line: string, width: number): readonly string[] =>
  line.length <= width ? [line] : [line.slice(0, width), ...cut(line.slice(width), width)];

describe('A log whose lines were broken', () => {
  it.each([60, 72])('at words, to %i columns, has the events that it had', (width) => {
    expect(events(LOG.flatMap((line) => atWords(line, width)))).toEqual(events(LOG));
  });

  it.each([60, 72])('anywhere, at %i columns, has the events that it had', (width) => {
    expect(events(LOG.flatMap((line) => cut(line, width)))).toEqual(events(LOG));
  });

  it('has them where a word was too long for the width', () => {
    const log = [
      ...LOG,
      `[09:05:00] <ada> see https://loom.example/${'a'.repeat(280)} there, where it goes on and on and on`,
    ];
    expect(events(log.flatMap((line) => atWords(line, 72)))).toEqual(events(log));
  });

  it('has them between the marks of days, too, however few they are', () => {
    expect(events(DAYS.flatMap((line) => atWords(line, 60)))).toEqual(events(DAYS));
  });

  it('has them where a mail broke lines that it had quoted', () => {
    expect(events(DAYS.flatMap((line) => atWords(`> ${line}`, 60)))).toEqual(events(DAYS));
  });

  it('has them where what was broken off is indented by a tab', () => {
    const indented = DAYS.flatMap((line) => atWords(line, 60).map((part, index) => (index === 0 ? part : `\t${part}`)));
    expect(events(indented)).toEqual(events(DAYS));
  });

  it('is looked through for what all of it settles by its whole lines', () => {
    const lines = ['ada', 'bob', 'carol'].flatMap((nick, index) => [
      `2012-01-05 09:0${String(index)}:00\t${nick}\tnobody winds the bobbins, so I shall have to do it myself, I see`,
      `2012-01-05 09:1${String(index)}:00\t<--\t${nick} (~${nick}@shed.example.net) has quit (Ping timeout: 240 seconds)`,
    ]);
    const broken = lines.sort().flatMap((line) => atWords(line, 72));
    const found = recognise({ path: 'logs/irc.seanet.#loom.weechatlog', lines: linesOf(broken), given: {} }, FORMATS);
    if (found.is !== 'log') throw new Error('no log');
    expect(found.facts.mended).toEqual(['wrapped 71']);
    const survey = FORMATS.find(({ name }) => name === found.format)!.survey!(found.facts);
    for (const line of linesOf(broken)) survey.see(line);
    expect(survey.facts()).toEqual(found.facts);
  });

  it('is not seen in one whose unstamped lines stand where the line before had room', () => {
    const lines = LOG.flatMap((line) => [line.slice(0, 60), 'a line', 'without a stamp']);
    const found = recognise({ path: 'logs/#loom/2012-01-05.log', lines: linesOf(lines), given: {} }, FORMATS);
    expect(found.is === 'log' && found.facts.mended).toBeFalsy();
  });
});
