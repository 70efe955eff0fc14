// What a month is written from: what changes elsewhere in a channel's history leaves its key alone.
import { expect, it } from 'vitest';
import type { People } from '../../src/people.ts';
import { wholeKey, type MonthContext } from '../../src/pipeline/write-month.ts';
import { zoneOf } from '../../src/time.ts';

const keyOf = (spans: People['spans']): string => {
  const people: People = {
    persons: ['ada', 'bob', 'dinner'].map((nick) => ({ name: nick, nicks: [{ nick, by: 'name' }], hue: 1 })),
    of: { ada: 0, bob: 1, dinner: 2 },
    spans,
  };
  const context: MonthContext = {
    ...{ channel: { slug: 'loom', name: '#loom' }, zone: zoneOf('UTC'), presence: 'show' },
    ...{ people, gaps: [], backs: [] },
  };
  return JSON.stringify(wholeKey(context, { start: 100, end: 200 }, ['ada', 'dinner']));
};

it('A month’s key tells whose a nick was within it, and not whose it was before or after', () => {
  const within = keyOf({ dinner: [[120, 130, 0]] });
  expect(
    keyOf({
      dinner: [
        [20, 99, 1],
        [120, 130, 0],
        [201, 230, 1],
      ],
    }),
  ).toBe(within);
  for (const other of [
    {},
    { dinner: [[120, 130, 1]] },
    { dinner: [[120, 131, 0]] },
    {
      dinner: [
        [120, 130, 0],
        [200, 230, 1],
      ],
    },
  ])
    expect(keyOf(other as unknown as People['spans'])).not.toBe(within);
});
