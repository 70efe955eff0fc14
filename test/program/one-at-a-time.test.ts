// Two who compile a checkout at once: one does it, the other waits.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'daybook-one-at-a-time-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ONE = new URL('../../scripts/one-at-a-time.mjs', import.meta.url).href;
const WORK = `
import { appendFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { oneAtATime } from '${ONE}';
const [lock, out] = process.argv.slice(1);
await oneAtATime(lock, async () => {
  appendFileSync(out, 'begun ');
  await setTimeout(300);
  appendFileSync(out, 'done ');
});`;

/** What three processes did that work at once, with a lock that is there before, if any. */
async function doneByThree(name: string, before?: string, age = 0): Promise<string> {
  const [lock, out] = [join(folder, 'build', name), join(folder, name)];
  const work = ['--input-type=module', '-e', WORK, lock, out];
  if (before !== undefined) {
    spawnSync(process.execPath, work);
    rmSync(out);
    writeFileSync(lock, before);
    const then = Date.now() / 1000 - age;
    utimesSync(lock, then, then);
  }
  const all = [0, 1, 2].map(() => spawn(process.execPath, work, { stdio: 'inherit' }));
  await Promise.all(all.map((one) => once(one, 'exit')));
  expect(existsSync(lock)).toBe(false);
  return readFileSync(out, 'utf8');
}

const ONE_BY_ONE = 'begun done '.repeat(3);
const gone = String(spawnSync(process.execPath, ['-e', '']).pid);

test('They work one after the other', async () => {
  expect(await doneByThree('fresh')).toBe(ONE_BY_ONE);
});

test('One that was killed keeps nobody waiting, nor does another process of its number', async () => {
  expect(await doneByThree('killed', gone)).toBe(ONE_BY_ONE);
  expect(await doneByThree('old', String(process.pid), 3600)).toBe(ONE_BY_ONE);
});

test('Where the file cannot be written the work is done', () => {
  writeFileSync(join(folder, 'barred'), '');
  const out = join(folder, 'out');
  spawnSync(process.execPath, ['--input-type=module', '-e', WORK, join(folder, 'barred', 'lock'), out]);
  expect(readFileSync(out, 'utf8')).toBe('begun done ');
});
