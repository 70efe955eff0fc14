import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTaken, overlapping } from '../../src/shared/stretches.ts';

/** Stretches in order, none overlapping another: each so far behind the last, and so long. */
const inOrder = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }))).map((steps) => {
  let at = 0;
  return steps.map(([gap, length]) => {
    const start = at + gap;
    at = start + length;
    return { start, end: at };
  });
});

test('The stretches that overlap another are found as by looking at each', () => {
  fc.assert(
    fc.property(inOrder, fc.nat(60), fc.integer({ min: 1, max: 9 }), (stretches, start, length) => {
      const end = start + length;
      const expected = stretches.filter((one) => one.start < end && start < one.end);
      expect(overlapping(stretches, { start, end })).toEqual(expected);
      expect(isTaken(stretches, { start, end })).toBe(expected.length > 0);
    }),
  );
});
