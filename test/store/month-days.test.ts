import { expect, it } from 'vitest';
import { monthText, saidOn, Torn, type DaySummary } from '../../src/store.ts';
import { daysOfText } from '../../src/store/month-days.ts';

const day = (date: string, said: Partial<DaySummary> = {}): DaySummary => ({
  date,
  start: 1_380_672_000,
  end: 1_380_758_400,
  lines: 5,
  entries: 9,
  first: 1_380_742_174,
  last: 1_380_765_021,
  firstId: 't192934aaaa',
  lastId: 't015021bbbb',
  speakers: [
    ['ada', 3],
    ['wren', 2],
  ],
  present: 4,
  strip: [0, 3, 2],
  about: [{ name: '1204', id: 't192934aaaa', kind: 'bug' } as unknown as DaySummary['about'][number]],
  ...said,
});
const silent: DaySummary = {
  ...{
    date: '2013-10-03',
    start: 1,
    end: 2,
    lines: 0,
    entries: 1,
    speakers: [],
    present: 1,
    strip: [0, 0, 0],
    about: [],
  },
  away: ['2013-10-02'],
};
const days = [day('2013-10-02'), silent, day('2013-10-04', { speakers: [['ada', 5]], strip: [0, 3, 0] })];

it('gives the days as they were stored', () => {
  const stored = daysOfText(monthText(days), 'a.json');
  expect(JSON.stringify(stored)).toBe(JSON.stringify(days));
  for (const [at, { date, start, end, lines, entries, first, last, firstId, lastId, ...rest }] of days.entries()) {
    expect(stored[at]).toMatchObject({ date, lines, entries });
    const its = stored[at]!;
    expect([its.start, its.end, its.first, its.last, its.firstId, its.lastId]).toEqual([
      start,
      end,
      first,
      last,
      firstId,
      lastId,
    ]);
    const { speakers, present, strip, about, quote, away } = its;
    expect({ speakers, present, strip, about, ...(quote && { quote }), ...(away && { away }) }).toEqual(rest);
  }
});

it('adds up what was said on days, whether they come from the store or not', () => {
  const sums = {
    spoke: new Map([
      ['ada', 4],
      ['wren', 2],
    ]),
    halfHours: new Map([
      [3, 4],
      [2, 2],
    ]),
  };
  const stored = daysOfText(monthText(days), 'a.json');
  expect(saidOn([...days, ...days])).toEqual(sums);
  expect(saidOn([...stored, ...days])).toEqual(sums);
  expect(saidOn([...stored, ...daysOfText(monthText(days), 'b.json')])).toEqual(sums);
});

it('believes no text that is not whole', () => {
  const text = monthText(days);
  expect(() => daysOfText(text.slice(0, text.indexOf('\n', text.indexOf('\n') + 1) + 1), 'a.json')).toThrow(Torn);
  expect(() => daysOfText(text.slice(0, -1), 'a.json')).toThrow(Torn);
  expect(() => daysOfText('', 'a.json')).toThrow();
  const torn = daysOfText(text.replace('"start":1,', '"start",1,'), 'a.json');
  expect(torn[1]!.date).toBe('2013-10-03');
  expect(() => torn[1]!.start).toThrow(Torn);
});
