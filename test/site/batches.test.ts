import { expect, test } from 'vitest';
import { batchesOf, inBatches } from '../../src/site/batches.ts';

test('Batches keep the order, and only what is too large alone goes beyond the size', () => {
  expect(batchesOf([3, 4, 5, 20, 1, 9, 1], (size) => size, 10)).toEqual([[3, 4], [5], [20], [1, 9], [1]]);
  expect(batchesOf([], () => 1, 10)).toEqual([]);
});

test('So many batches are worked on at a time, and what was made is in their order', async () => {
  let [working, most] = [0, 0];
  const made = await inBatches(2, [30, 1, 10, 5], async (ms) => {
    most = Math.max(most, ++working);
    await new Promise((over) => setTimeout(over, ms));
    working--;
    return ms * 2;
  });
  expect(made).toEqual([60, 2, 20, 10]);
  expect(most).toBe(2);
  await expect(inBatches(1, [1], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
