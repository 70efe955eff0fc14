// A command as a process of its own: how long it took from its start to its end, and the most memory that it, or any process
// that it began, had at once. Linux tells the latter, by the high-water mark of each process.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @typedef {{ seconds: number, peak: number | undefined, said: string }} Measured peak in MiB, of the largest process */

/** How often, in milliseconds, the processes are looked at: a mark is missed only in its last moments. */
const LOOK = 10;

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A process and all below it. @param {number} pid @returns {number[]} */
function family(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim();
  return [pid, ...(children === '' ? [] : children.split(' ')).flatMap((child) => family(Number(child)))];
}

/** MiB that a process had at most. @param {number} pid */
const mark = (pid) => Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Runs a command; throws where it fails. @param {string} command @param {readonly string[]} words @param {string} [folder] @returns {Promise<Measured>} */
export function measured(command, words, folder) {
  // What the last one wrote is on the disk before the next begins to write.
  spawnSync('sync');
  return new Promise((done, failed) => {
    const began = performance.now();
    // Certificates that the environment adds are read by each process of Node as it begins, which needs none here.
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };
    const child = spawn(command, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [peak, said] = [0, ''];
    const look = setInterval(() => {
      for (const pid of family(child.pid ?? 0)) peak = Math.max(peak, mark(pid));
    }, LOOK);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.on('error', failed);
    child.on('close', (code) => {
      const seconds = (performance.now() - began) / 1000;
      clearInterval(look);
      if (code === 0) done({ seconds, peak: peak > 0 ? peak : undefined, said });
      else failed(new Error(`${command} ${words.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}

/** The middle of several runs, by their seconds; `before` makes each ready. @param {number} runs @param {() => Promise<Measured>} run @param {() => void} [before] @returns {Promise<Measured>} */
export async function median(runs, run, before) {
  /** @type {Measured[]} */
  const all = [];
  for (let count = 0; count < runs; count += 1) {
    before?.();
    all.push(await run());
  }
  const sorted = all.sort((a, b) => a.seconds - b.seconds);
  const peaks = all.flatMap(({ peak }) => (peak === undefined ? [] : [peak]));
  const middle = /** @type {Measured} */ (sorted[Math.floor((sorted.length - 1) / 2)]);
  return { ...middle, peak: peaks.length > 0 ? Math.max(...peaks) : undefined };
}

/** Whether a command can be run here. @param {string} command */
export const isHere = (command) => spawnSync(command, ['--help'], { stdio: 'ignore' }).error === undefined;
