// What is kept in parts: who asks for one folder reads no other, and nothing that was changed since is believed.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openState, type State } from '../../src/state.ts';
import { Torn } from '../../src/store.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'daybook-parts-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): State<string> => openState<string>(folder, 'code');

function saved(): void {
  const state = open();
  state.parts.write('site', 'the site');
  for (const slug of ['lab', 'loom', '__proto__']) state.parts.write(`${slug}/digest/2013-10`, [slug]);
  state.save('all is well');
}

test('Parts are there again, in their folders', () => {
  saved();
  const { memory, parts } = open();
  expect(memory).toBe('all is well');
  expect(parts.read('site')).toBe('the site');
  expect([...parts.folders()].sort()).toEqual(['__proto__', 'lab', 'loom']);
  expect(parts.read('__proto__/digest/2013-10')).toEqual(['__proto__']);
  expect(parts.under('lab').map(([name]) => name)).toEqual(['lab/digest/2013-10']);
  expect(parts.has('lab/digest/2013-11')).toBe(false);
  expect(() => parts.read('lab/digest/2013-11')).toThrow(Torn);
});

test('A folder whose list was changed is not believed, and others do not ask for it', () => {
  saved();
  writeFileSync(join(folder, 'lists/lab.json'), '[]');
  const { parts } = open();
  expect(parts.read('loom/digest/2013-10')).toEqual(['loom']);
  expect(() => parts.has('lab/digest/2013-10')).toThrow(Torn);
});

test('What is dropped leaves nothing behind, and the last part of a folder its list', () => {
  saved();
  const state = open();
  state.parts.drop('lab/digest/2013-10');
  state.parts.take('loom', [['loom/files', 'a hash']]);
  expect(state.parts.folders()).not.toContain('lab');
  state.save('again');
  expect(existsSync(join(folder, 'lists/lab.json'))).toBe(false);
  expect(existsSync(join(folder, 'parts/lab/digest/2013-10.json'))).toBe(false);
  const { parts } = open();
  expect([...parts.folders()].sort()).toEqual(['__proto__', 'loom']);
  expect(parts.under('loom')).toEqual([['loom/files', 'a hash']]);
  expect(parts.under('lab')).toEqual([]);
});
