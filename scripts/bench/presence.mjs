// What presence costs of a build: the share of its processor time under src/presence and src/people.
//
//   node scripts/compile.mjs && node scripts/bench/presence.mjs --lines 1000000 --nicks 2000
//
// The archive is invented and the same each time: a channel of three years in which nicks come, talk, change and go, and the
// logger now and then is away. The share comes from one profile, so it hardly depends on what else the machine does.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** The most that presence may cost. */
const SHARE = 0.15;
const YEARS = 3;
/** 2004-01-01, midnight in UTC. */
const START = 1_072_915_200;

/** @param {number} lines @param {number} nicks */
function logOf(lines, nicks) {
  let state = 3;
  const chance = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const step = (YEARS * 365 * 86_400) / lines;
  /** @type {Set<number>} */
  const here = new Set();
  /** @type {string[]} */
  const out = [];
  for (let at = START; out.length < lines; at += Math.floor(chance() * 2 * step)) {
    // Few talk much, most are mostly silent.
    const who = Math.floor(chance() ** 3 * nicks);
    const fate = chance();
    if (!here.has(who)) {
      here.add(who);
      out.push(`T ${at} *\tnick${who} (u${who}@host${who}.example.com) has joined #pool`);
    } else if (fate < 0.08) {
      here.delete(who);
      out.push(`T ${at} *\tnick${who} has quit (Ping timeout: 240 seconds)`);
    } else if (fate < 0.09) {
      out.push(
        `T ${at} *\tnick${who} is now known as nick${who}_`,
        `T ${at} *\tnick${who}_ is now known as nick${who}`,
      );
    } else if (fate < 0.0901) {
      here.clear();
      out.push(`T ${at} *\tYou have left channel #pool`, `T ${at + 3600} *\tYou are now talking on #pool`);
      at += 3600;
    } else out.push(`T ${at} <nick${who}>\twhat nick${who} says of the pump and the drain at ${at}`);
  }
  return `${out.join('\n')}\n`;
}

/** @typedef {{ id: number, callFrame: { url: string }, children?: number[] }} ProfileNode */
/** @typedef {{ nodes: ProfileNode[], samples: number[], timeDeltas: number[] }} Profile */

/** Seconds in all, and in calls of each of the rooms, what these call included. @param {Profile} profile @param {RegExp} room */
function secondsOf({ nodes, samples, timeDeltas }, room) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Set<number>} */
  const inside = new Set();
  /** @param {ProfileNode} node @param {boolean} within */
  const walk = (node, within) => {
    const counts = within || room.test(node.callFrame.url);
    if (counts) inside.add(node.id);
    for (const child of node.children ?? []) {
      const next = byId.get(child);
      if (next) walk(next, counts);
    }
  };
  if (nodes[0]) walk(nodes[0], false);
  let [all, its] = [0, 0];
  for (const [place, id] of samples.entries()) {
    const spent = (timeDeltas[place] ?? 0) / 1e6;
    all += spent;
    if (inside.has(id)) its += spent;
  }
  return { all, its };
}

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    nicks: { type: 'string', default: '2000' },
    cli: { type: 'string', default: 'build/js/cli.js' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'daybook-bench-'));
try {
  const content = join(folder, 'content');
  mkdirSync(join(content, 'logs'), { recursive: true });
  writeFileSync(join(content, 'logs', 'pool.txt'), logOf(Number(values.lines), Number(values.nicks)));
  const settings = 'channels: [{ name: "#pool", logs: [{ path: logs/pool.txt, owner: nick0 }] }]\n';
  writeFileSync(join(content, 'archive.yaml'), settings);
  const words = ['build', '--content', content, '--out', join(folder, 'site'), '--cache', join(folder, 'cache')];
  const { status } = spawnSync(process.execPath, ['--cpu-prof', '--cpu-prof-dir', folder, values.cli, ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed.');
  const path = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  const profile = /** @type {Profile} */ (JSON.parse(readFileSync(join(folder, path ?? ''), 'utf8')));
  const { all, its } = secondsOf(profile, /\/(?:presence|people)\/[\w-]+\.js$|\/pipeline\/presence-months\.js$/);
  const share = its / all;
  console.log(`Presence and people: ${its.toFixed(2)} s of ${all.toFixed(2)} s, ${(share * 100).toFixed(1)} %.`);
  if (share > SHARE) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
