// What is published: packed, installed into an empty folder, it builds the sample there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile, withoutProgress } from './cli.ts';

const CHECKOUT = new URL('../../', import.meta.url).pathname;
const root = mkdtempSync(join(tmpdir(), 'daybook-package-'));

function npm(folder: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${words.join(' ')} failed:\n${stderr}`);
}

beforeAll(compile);
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('builds the sample where it is installed', () => {
  npm(CHECKOUT, 'pack', '--ignore-scripts', '--pack-destination', root);
  const archive = readdirSync(root).find((name) => name.endsWith('.tgz')) ?? '';
  const folder = join(root, 'empty');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline', join(root, archive));
  const daybook = join(folder, 'node_modules', '.bin', 'daybook');
  const content = join(folder, 'node_modules', 'daybook', 'content');
  const { status, stdout, stderr } = spawnSync(daybook, ['build', '--content', content], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, said: withoutProgress(stderr) }).toEqual({ status: 0, said: '' });
  expect(stdout).toContain('0 problems');
  expect(existsSync(join(folder, '_site', 'index.html'))).toBe(true);
  expect(
    readdirSync(join(folder, '_site', 'limpet')).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name)).length,
  ).toBeGreaterThan(10);
  // What is kept between builds lies beside the output, not among the installed files.
  expect(existsSync(join(folder, '.daybook'))).toBe(true);
  expect(existsSync(join(folder, 'node_modules', 'daybook', 'build', 'cache'))).toBe(false);
});
