import { expect, test } from 'vitest';
import { datesIn, withoutDate } from '../../src/shared/named-dates.ts';

test.each([
  ['#loom.05-11-2013', ['day first 5.11.2013', 'month first 11.5.2013']],
  ['#loom.13-11-2013', ['day first 13.11.2013']],
  ['#loom-131105', ['year first 5.11.2013', 'day first 13.11.2005']],
  ['#loom.20131105', ['year first 5.11.2013']],
  ['#loom.05-Tue-2013', []],
  ['#loom.2013-W45-2', ['year first 5.11.2013']],
  ['#loom.2015W537', ['year first 3.1.2016']],
  ['#loom.2013-W53-1', []],
  ['#loom.2013309', ['year first 5.11.2013']],
  ['#loom.2013110514', ['year first 5.11.2013']],
  ['#loom.2013110524', []],
  ['logs/13/11/15/#loom', ['year first 15.11.2013', 'day first 13.11.2015']],
  ['logs/loom-2/November 2013/05', []],
  ['#loom2000.11.13.2013', ['month first 13.11.2013']],
  ['#loom2000.Nov-05-2013', ['month first 5.11.2013']],
  ['#loom-1383660000', []],
])('%s can be %j', (name, readings) => {
  const found = datesIn(name).flatMap(({ days }) =>
    [...days].map(([order, { year, month, day }]) => `${order} ${String(day)}.${String(month)}.${String(year)}`),
  );
  expect(found).toEqual(readings);
});

test.each([
  ['#loom.2013-11-05', '#loom'],
  ['#loom.2013-11-05.2', '#loom'],
  ['#loom.2013-11-05-meeting', '#loom.2013-11-05-meeting'],
  ['#loom-131105', '#loom-131105'],
  ['2013-11-05', '2013-11-05'],
])('%s without its date is %s', (name, bare) => {
  expect(withoutDate(name)).toBe(bare);
});
