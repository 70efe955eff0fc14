import { expect, test } from 'vitest';
import { addTo, groupedBy } from '../../src/shared/lists.ts';

test('items of one key stay in their order, keys in that of their first items', () => {
  const lists = groupedBy(['wren', 'ada', 'walt', 'bo'], (name) => name.charAt(0));
  expect([...lists]).toEqual([
    ['w', ['wren', 'walt']],
    ['a', ['ada']],
    ['b', ['bo']],
  ]);
});

test('an item goes behind those that its key has', () => {
  const lists = new Map([['a', [1]]]);
  addTo(lists, 'a', 2);
  addTo(lists, 'b', 3);
  expect(Object.fromEntries(lists)).toEqual({ a: [1, 2], b: [3] });
});
