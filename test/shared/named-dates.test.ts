import { expect, test } from 'vitest';
import { datesIn, withoutDate, withoutDates } from '../../src/shared/named-dates.ts';

test.each([
  ['#loom.05-11-2013', ['day first 5.11.2013', 'month first 11.5.2013']],
  ['#loom.13-11-2013', ['day first 13.11.2013']],
  ['#loom-131105', ['year first 5.11.2013', 'day first 13.11.2005']],
  ['#loom.20131105', ['year first 5.11.2013']],
  ['#loom.05-Tue-2013', []],
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

test.each([
  ['logs/2013/#loom.2013-11-05.log', 'logs/2014/#loom.2014-01-02.log'],
  ['logs/#loom.Tuesday-05-November-2013.log', 'logs/#loom.Thursday-02-January-2014.log'],
  ['logs/2013/Nov/#loom/05.11.13.log', 'logs/2014/Jan/#loom/02.01.14.log'],
])('%s and %s are of one window', (one, other) => {
  expect(withoutDates(one)).toBe(withoutDates(other));
});
