// Which comings and goings a log tells at all.
import { describe, expect, it } from 'vitest';
import { countsOf, NO_COUNTS, recordsOf, type Counts } from '../../src/presence.ts';
import { entriesOf } from './history.ts';

const told = (counts: Partial<Counts>, speakers = 20) => {
  const { joins, leaves } = recordsOf({ ...NO_COUNTS, said: 5000, ...counts }, speakers);
  return [joins && 'joins', leaves && 'leaves'].filter((kind) => kind !== false).join(' and ');
};

describe('A log tells', () => {
  it.each<[string, Partial<Counts>, number?]>([
    ['joins and leaves', { joins: 300, parts: 10, quits: 290 }],
    ['joins and leaves', { joins: 5, quits: 5 }],
    ['joins and leaves', { said: 20, joins: 2 }],
    // As many as spoke may still be here.
    ['joins and leaves', { joins: 27, parts: 2, quits: 5 }],
    ['joins', { joins: 28, parts: 2, quits: 5 }],
    ['joins', { joins: 20 }],
    // Who parts is one of many at most; some networks have no other leaves.
    ['joins', { joins: 300, parts: 70 }],
    ['joins and leaves', { joins: 300, parts: 280 }],
    // Hidden are joins, or joins and parts.
    ['leaves', { parts: 10, quits: 290 }],
    ['', { quits: 290 }],
    ['', { parts: 20 }],
    ['', {}],
    // Of those who spoke lately only, it tells who leaves, and comes back.
    ['', { joins: 90, parts: 10, quits: 900 }],
    // An hour of telling among months in which hundreds spoke who never came.
    ['', { joins: 5, quits: 7 }, 690],
    ['', { joins: 5, parts: 1, quits: 7 }, 690],
    ['joins and leaves', { joins: 900, quits: 900 }, 690],
  ])('%s: %j', (kinds, counts, speakers) => {
    expect(told(counts, speakers)).toBe(kinds);
  });
});

it('What becomes of a log’s owner is told by no setting, though another log tells how he lost his connection', () => {
  const [join, renamed] = entriesOf('20 ada_ joins', '30 ada_ is now ada').map((entry) => ({
    ...entry,
    own: true as const,
  }));
  const counts = countsOf([...entriesOf('5 ada quits', '9 bob joins'), join!, renamed!, ...entriesOf('40 ada_ quits')]);
  expect(counts).toMatchObject({ joins: 1, ownJoins: 1, parts: 0, quits: 0, came: 1, left: 0 });
});

it('Who comes back after a kick had not left', () => {
  const counts = countsOf(entriesOf('5 bob joins', '9 ada kicks bob', '10 bob joins', '12 bob joins'));
  expect(counts).toMatchObject({ joins: 2, came: 1, parts: 0 });
});
