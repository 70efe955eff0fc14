import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compile, copiedPackage } from '../build/cli.ts';

describe('the code that V8 made of the program', () => {
  let at = '';
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [...words, join(at, 'build/program/cli.js'), 'formats', '--help'], {
      encoding: 'utf8',
    });
  const keep = () => run('--import', join(at, 'scripts/keep-code-at-exit.mjs'));
  const kept = () => readdirSync(join(at, 'build/code')).map((name) => join(at, 'build/code', name));
  /** Another word, as long, in the source of what the command says. */
  const reword = () => {
    const path = join(at, 'build/program/parts/cli.cjs');
    writeFileSync(path, readFileSync(path, 'utf8').replace('list the log formats', 'name the log formats'));
  };

  beforeAll(compile);
  beforeEach(() => {
    at = copiedPackage(mkdtempSync(join(tmpdir(), 'daybook-code-')));
    cpSync('scripts/keep-code-at-exit.mjs', join(at, 'scripts/keep-code-at-exit.mjs'));
  });

  afterEach(() => rmSync(at, { recursive: true, force: true }));

  test('is kept of what ran, and runs', () => {
    const without = run();
    expect(without.stdout).toContain('list the log formats');
    expect(keep().stdout).toBe(without.stdout);
    expect(kept().map((path) => path.split('/').at(-1))).toContainEqual(expect.stringMatching(/^cli\.cjs\.[0-9a-f]+$/));
    expect(run()).toMatchObject({ status: 0, stdout: without.stdout, stderr: '' });
  });

  test('of another source, as long, is left alone', () => {
    keep();
    reword();
    expect(run().stdout).toContain('name the log formats');
  });

  test('of another version of Node, whose V8 says that it is the same, is left alone', () => {
    keep();
    const own = kept();
    const other = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.0.0" } })';
    const { status } = run(
      '--import',
      `data:text/javascript,${other}`,
      '--import',
      join(at, 'scripts/keep-code-at-exit.mjs'),
    );
    expect(status).toBe(0);
    expect(kept()).toHaveLength(2 * own.length);
  });

  test('that was torn is left alone', () => {
    const whole = keep();
    for (const path of kept()) {
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0, bytes.length >> 1));
    }
    expect(run()).toMatchObject({ status: 0, stdout: whole.stdout, stderr: '' });
    for (const path of kept()) writeFileSync(path, '');
    expect(run()).toMatchObject({ status: 0, stdout: whole.stdout, stderr: '' });
  });

  test('is not needed', () => {
    keep();
    rmSync(join(at, 'build/code'), { recursive: true });
    expect(run().status).toBe(0);
  });
});

describe('the engine', () => {
  beforeAll(compile);

  test('goes on with an expression that it ran before it was set up', () => {
    const code = `const before = /[ab]+c/g;
      before.exec('abc');
      before.lastIndex = 0;
      require('./build/program/load.js');
      console.log('xabcx'.replace(before, (it) => it.toUpperCase()));`;
    expect(spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' })).toMatchObject({
      signal: null,
      stdout: 'xABCx\n',
    });
  });
});
