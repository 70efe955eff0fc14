// The lock of a build: it outlives a process that was killed, as long as others still work for it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lock, worksForThis } from '../../src/lock.ts';

describe('a lock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-lock-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const gone = spawnSync(process.execPath, ['-e', '']).pid;

  it('that a killed process left is taken when what worked for it is at work no more', async () => {
    const path = join(folder, 'killed');
    const worker = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
    writeFileSync(path, `${gone} ${hostname()} 0\n${worker.pid}\n`);
    let taken = false;
    const taking = lock(path, 'build').then((letGo) => {
      taken = true;
      return letGo;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(taken).toBe(false);
    worker.kill('SIGKILL');
    (await taking)();
    expect(existsSync(path)).toBe(false);
  });

  it('names who works for its process, and is let go with them', async () => {
    const path = join(folder, 'mine');
    const letGo = await lock(path, 'build');
    worksForThis(gone);
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid} \\S+ \\d+\\n${gone}\\n$`));
    await expect(lock(path, 'build', 0)).rejects.toThrow(`Another build is at work (process ${process.pid},`);
    letGo();
    expect(existsSync(path)).toBe(false);
    worksForThis(gone);
    expect(existsSync(path)).toBe(false);
  });
});
