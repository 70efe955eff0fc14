// One deposit at a time in an archive, one build of it, one build of a site: a file that names the process at work, made in one
// step and taken away by it.
//
//   4711 mill.example.org 1380742174000      the process that holds it, its machine, since when
//   4718                                     a process that works for it: one that is killed leaves it at work for a moment
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { codeOf, Mistake } from './mistake.ts';

/** How long one waits for another, and how often it looks, in milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 100;
/** How long one waits for processes that worked for one that is gone, in milliseconds: they end when they hear of it. */
const ORPHANS = 10_000;
/** The lock of another machine is left behind after this long, in milliseconds. */
const LEFT_BEHIND = 3_600_000;
/** One that was made and not written after this long, in milliseconds, is that of a process that was killed between. */
const UNWRITTEN = 5000;

/** The locks of this process by their paths, and what stands in each. */
const mine = new Map<string, string>();

/** Waits for a lock; what is given back lets it go. Throws a Mistake where another process holds it on, at `what`. */
export async function lock(path: string, what: string, patience = PATIENCE): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  const text = `${process.pid} ${hostname()} ${Date.now()}\n`;
  const until = Date.now() + patience;
  let leftSince: number | undefined;
  for (;;) {
    try {
      writeFileSync(path, text, { flag: 'wx' });
      mine.set(path, text);
      return () => {
        if (isMine(path)) rmSync(path);
        mine.delete(path);
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const held = textOf(path);
    const left = held !== undefined && isLeft(path, held);
    if (left) leftSince ??= Date.now();
    if (left && (!hasOrphans(held) || Date.now() >= leftSince! + ORPHANS)) takeAway(path, held);
    else if (Date.now() >= until)
      throw new Mistake(
        `Another ${what} is at work (process ${held?.split(' ')[0] ?? 'unknown'}, ${path}); try again when it is done.`,
      );
    else await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Says in all locks of this process that another one works for it. */
export function worksForThis(pid: number): void {
  for (const [path, text] of mine) {
    if (!isMine(path)) continue;
    appendFileSync(path, `${pid}\n`);
    mine.set(path, `${text}${pid}\n`);
  }
}

const isMine = (path: string): boolean => textOf(path) === mine.get(path);

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** True where the process that made it is gone. */
function isLeft(path: string, held: string): boolean {
  const [pid, host] = held.split(/\s/);
  const stat = statSync(path, { throwIfNoEntry: false });
  const age = stat ? Date.now() - stat.mtimeMs : 0;
  if (held === '') return age > UNWRITTEN;
  if (host !== hostname()) return age > LEFT_BEHIND;
  return !isAtWork(Number(pid));
}

/** True where a process that worked for the one that made it is still there. */
function hasOrphans(held: string): boolean {
  const [first = '', ...others] = held.trim().split('\n');
  return first.split(' ')[1] === hostname() && others.some((pid) => isAtWork(Number(pid)));
}

function isAtWork(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
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
