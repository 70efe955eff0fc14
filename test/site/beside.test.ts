import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideOf, pathOf } from '../../src/site/beside.ts';

test('A file beside a site lies in one folder, and its name tells its path', () => {
  expect(besideOf('loom/2013-10-04/index.html')).toBe('.beside/loom%2F2013-10-04%2Findex.html');
  const part = fc.stringMatching(/^[%2F5\w.-]{1,12}$/);
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const path = parts.join('/');
      expect(pathOf(besideOf(path))).toBe(path);
      expect(besideOf(path).split('/').length).toBe(2);
    }),
  );
});

test('One whose name would be longer than names may be lies at its own path', () => {
  const path = `loom/people/${'ж'.repeat(120)}/index.html`;
  expect(besideOf(path)).toBe(path);
  expect(pathOf(path)).toBe(path);
});
