// One deposit at a time in an archive, one build of it, one build of a site: a file that names the process at work, made in one
// step and taken away by it.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { codeOf, Mistake } from './mistake.ts';

/** How long one waits for another, and how often it looks, in milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 100;
/** The lock of another machine is left behind after this long, in milliseconds. */
const LEFT_BEHIND = 3_600_000;
/** One that was made and not written after this long, in milliseconds, is that of a process that was killed between. */
const UNWRITTEN = 5000;

/** Waits for a lock; what is given back lets it go. Throws a Mistake where another process holds it on, at `what`. */
export async function lock(path: string, what: string, patience = PATIENCE): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${process.pid} ${hostname()} ${Date.now()}\n`;
  const until = Date.now() + patience;
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      return () => {
        if (textOf(path) === mine) rmSync(path);
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const held = textOf(path);
    if (held !== undefined && isLeft(path, held)) takeAway(path, held);
    else if (Date.now() >= until)
      throw new Mistake(
        `Another ${what} is at work (process ${held?.split(' ')[0] ?? 'unknown'}, ${path}); try again when it is done.`,
      );
    else await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** True where the process that made it is gone. */
function isLeft(path: string, held: string): boolean {
  const [pid, host] = held.trim().split(' ');
  const stat = statSync(path, { throwIfNoEntry: false });
  const age = stat ? Date.now() - stat.mtimeMs : 0;
  if (held === '') return age > UNWRITTEN;
  if (host !== hostname()) return age > LEFT_BEHIND;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Takes the lock away that was looked at; another process may have put its own there since, which is put back. */
function takeAway(path: string, held: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (textOf(aside) !== held) {
    try {
      linkSync(aside, path);
    } catch {
      // A third has it now: the second finds, when it lets go, that the lock is not its own.
    }
  }
  rmSync(aside, { force: true });
}
