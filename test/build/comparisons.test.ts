import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { comparisonsOf } from '../../src/pipeline/comparisons.ts';
import { listsOf, partsIn } from '../../src/state.ts';

it('finds out once what two files have in common, and keeps what was asked for last', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-comparisons-'));
  const parts = partsIn(folder, listsOf([]));
  const found: unknown[] = [];
  /** Asks for some keys, as a build does; those that had to be found out. */
  const asked = async (
    ...keys: readonly (readonly [key: unknown, gives: boolean | number | null])[]
  ): Promise<unknown[]> => {
    const { compare, keep } = comparisonsOf(parts, 'lab');
    found.length = 0;
    for (const [key, gives] of keys) {
      const find = (): Promise<typeof gives> => {
        found.push(key);
        return Promise.resolve(gives);
      };
      expect(await compare(key, find)).toBe(gives);
    }
    keep();
    return [...found];
  };
  expect(await asked(['a', false], ['b', null], [['c', 1], 0.5])).toEqual(['a', 'b', ['c', 1]]);
  expect(await asked(['a', false], ['b', null], [['c', 1], 0.5])).toEqual([]);
  expect(await asked(['b', null], [['c', 2], 2])).toEqual([['c', 2]]);
  expect(await asked(['a', true])).toEqual(['a']);
  rmSync(folder, { recursive: true });
});
