// One compile of a checkout at a time: a second one that begins waits for the first, and finds its work done.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** How often one that waits looks, in milliseconds. */
const PAUSE = 200;
/** No compile takes as long, in milliseconds: another process has the number of one that is gone. */
const LEFT_BEHIND = 120_000;

/**
 * Does some work while no other process does what it has the same file for; the file names the one at work. Where it cannot be
 * written, the work is done all the same: it knows better what to say.
 * @param {string} path
 * @param {() => Promise<void>} work
 */
export async function oneAtATime(path, work) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    while (!isBegun(path) && !(await isTakenOver(path))) await setTimeout(PAUSE);
  } catch {
    return work();
  }
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}

const OWN = String(process.pid);

/** @param {string} path */
function isBegun(path) {
  try {
    writeFileSync(path, OWN, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * True where the one that is named is gone and this one has its place: of two that take it the second has it, as both see after
 * a pause.
 * @param {string} path
 */
async function isTakenOver(path) {
  try {
    if (isAtWork(readFileSync(path, 'utf8')) && Date.now() - statSync(path).mtimeMs < LEFT_BEHIND) return false;
    writeFileSync(path, OWN);
    await setTimeout(PAUSE);
    return readFileSync(path, 'utf8') === OWN;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** @param {string} pid */
function isAtWork(pid) {
  try {
    return process.kill(Number(pid), 0) && pid !== OWN;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;
