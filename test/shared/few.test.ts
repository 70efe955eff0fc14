import { expect, test } from 'vitest';
import { few } from '../../src/shared/few.ts';

test('The few that were asked for last are kept, others are made again', () => {
  const made: string[] = [];
  const of = few(2, (name) => {
    made.push(name);
    return name.toUpperCase();
  });
  expect(['a', 'b', 'a', 'b', 'c', 'b', 'a'].map(of)).toEqual(['A', 'B', 'A', 'B', 'C', 'B', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
