import { expect, test } from 'vitest';
import { firstPlace } from '../../src/shared/first-place.ts';

const placeIn = (list: readonly number[], least: number): number => firstPlace(list.length, (at) => list[at]! >= least);

test('the first of several that are alike is found, before the first and behind the last, too', () => {
  const list = [2, 4, 4, 4, 7];
  expect([1, 2, 3, 4, 5, 7, 8].map((least) => placeIn(list, least))).toEqual([0, 0, 1, 1, 4, 4, 5]);
  expect(placeIn([], 1)).toBe(0);
});
