import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeOver } from '../../src/store/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('A file that is written over what it was has nothing left of it, be it longer or shorter', () => {
  const path = join(folder, 'not', 'yet', 'there.json');
  for (const text of ['first', 'the second is longer', 'é', '', 'last']) {
    writeOver(path, text);
    expect(readFileSync(path, 'utf8')).toBe(text);
    writeOver(path, Buffer.from([...text].reverse().join('')));
    expect(readFileSync(path, 'utf8')).toBe([...text].reverse().join(''));
  }
});
