// How far the reading of an archive has come.
import { expect, test } from 'vitest';
import { listener } from '../../src/pipeline/listener.ts';

test('Entries are told against lines, those of logs that are not read yet guessed from their size', () => {
  const told: unknown[] = [];
  const file = (path: string) => ({ path, format: 'znc', facts: {} });
  const plans = [{ files: [file('a'), file('b')] }, { files: [file('c')] }];
  const memory = { a: { size: 100 }, b: { size: 300 }, c: { size: 400 } };
  const { onFile, onMonth } = listener(plans, { memory }, (...one) => told.push(one));
  onFile('a', 10);
  onFile('b', 30);
  onMonth(25);
  onMonth(15);
  onFile('c', 20);
  onMonth(20);
  expect(told).toEqual([
    ['files', 1, 3],
    ['files', 2, 3],
    ['days', 25, 80],
    ['days', 40, 80],
    ['days', 60, 60],
  ]);
});
