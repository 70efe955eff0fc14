// What the system refuses is said in a sentence, and what is a fault stays one.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { mistakeOf } from '../../src/commands/system-errors.ts';
import { Mistake } from '../../src/mistake.ts';
import { compile, daybook } from './cli.ts';

beforeAll(compile);

const refused = (code: string, more: object = {}): Error =>
  Object.assign(new Error(`${code}: no`), { code, syscall: 'write' }, more);

test.each([
  [refused('ENOSPC'), 'No space is left on the disk.'],
  [refused('ENOSPC', { path: '/a' }), 'No space is left on the disk for /a.'],
  [refused('EACCES', { path: '/a', dest: '/b' }), '/b cannot be used: permission is missing.'],
  [refused('EFBIG'), 'A file cannot be written to its end: the system lets no file be so large.'],
  [refused('ELOOP', { path: '/a' }), '/a cannot be used: its symbolic links lead round.'],
  [refused('EMFILE'), 'More files are open at once than the system allows; ulimit -n tells how many may be.'],
  [refused('ENOENT', { syscall: 'uv_cwd' }), 'The folder that this was started in is no longer there.'],
  [
    refused('ENOENT', { syscall: 'stat', path: '/a' }),
    '/a is not there: something removed it meanwhile, or prevents it from being made.',
  ],
  [
    Object.assign(new Error('wrapped'), { originalError: refused('ENOENT', { syscall: 'open', path: '/a' }) }),
    '/a is not there: something removed it meanwhile, or prevents it from being made.',
  ],
  [refused('EEXIST', { syscall: 'mkdir', path: '/a' }), '/a cannot be made: a file of that name is there.'],
  [refused('EROFS', { path: '/a' }), '/a cannot be written: its disk can only be read.'],
  [
    Object.assign(new Error('wrapped'), { originalError: refused('EDQUOT') }),
    'The disk space that you may use is used up.',
  ],
  [new Error('outer', { cause: new Mistake('Write it so.') }), 'Write it so.'],
])('%s', (error, sentence) => {
  expect(mistakeOf(error)).toBeInstanceOf(Mistake);
  expect(mistakeOf(error)?.message).toBe(sentence);
});

test.each([
  new Error('a fault'),
  refused('ENOENT'),
  refused('ENOENT', { path: 'build/program/parts/none.js' }),
  refused('EEXIST'),
  refused('constructor'),
  'a text',
  undefined,
])('%s is none', (error) => {
  expect(mistakeOf(error)).toBeUndefined();
});

test('A name may be too long for the system', () => {
  const name = 'x'.repeat(300);
  for (const words of [
    ['build', '--out', name],
    ['formats', name],
    ['import', 'matrix', name],
  ]) {
    const { code, err } = daybook(words);
    expect([code, err]).toEqual([2, `${name} cannot be used: its name is longer than the system allows.\n`]);
  }
});

test('A device has no end, and is not read', () => {
  const { code, err } = daybook(['formats', '/dev/zero']);
  expect([code, err]).toEqual([2, '/dev/zero is not a file that can be read to its end.\n']);
});

test('What a program says may go to a disk that is full', () => {
  const full = openSync('/dev/full', 'w');
  const cli = join(import.meta.dirname, '../../build/program/cli.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'formats'], { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect([status, stderr.toString()]).toEqual([2, 'No space is left on the disk.\n']);
});

test('A site cannot lie in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-refused-'));
  writeFileSync(join(folder, 'file'), '');
  const out = join(folder, 'file', 'site');
  const { code, err } = daybook(['build', '--content', 'content', '--out', out, '--cache', join(folder, 'cache')]);
  expect([code, err]).toEqual([2, `${out} cannot be made: what should be a folder above it is a file.\n`]);
  rmSync(folder, { recursive: true });
});

test('Nothing is deposited behind a link that leads nowhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-refused-'));
  const [client, content] = [join(folder, 'client'), join(folder, 'content')];
  for (const path of [client, content]) mkdirSync(path);
  symlinkSync(join(folder, 'gone'), join(content, 'logs'));
  const { code, err } = daybook(['deposit', '--content', content, client]);
  expect([code, err]).toEqual([
    2,
    `${join(content, 'logs')} cannot be made: it or a folder above it is a link to nothing, or its disk can only be read.\n`,
  ]);
  rmSync(folder, { recursive: true });
});
