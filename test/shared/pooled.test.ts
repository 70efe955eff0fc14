import { expect, test } from 'vitest';
import { pooled } from '../../src/shared/pooled.ts';

test('makes all in their order, so many at once', async () => {
  let [now, most] = [0, 0];
  const made = await pooled([5, 1, 4, 2, 3, 0], 3, async (turns) => {
    most = Math.max(most, ++now);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    now -= 1;
    return turns * 10;
  });
  expect(made).toEqual([50, 10, 40, 20, 30, 0]);
  expect(most).toBe(3);
});

test('fails where one of them does', async () => {
  await expect(
    pooled([1, 2], 2, (one) => (one === 2 ? Promise.reject(new Error('no')) : Promise.resolve())),
  ).rejects.toThrow('no');
});
