// Measures whole builds against a floor and against others' tools, in one run on one machine, and prints a table.
//
//   npm run bench                                   a million lines over ten years: about half an hour
//   npm run bench -- --lines 20000 --years 1 --runs 1        to try it
//   npm run bench -- --write                        puts the table into docs/performance.md
//
// Every case is a process of its own, measured from its start to its end. Of several runs the median is told.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addLogger, appendLine, classicLine, DEFAULTS, generate, logOf, LONG_GONE, stampOf } from './generate.mjs';
import { measured, median } from './measure.mjs';
import { measuredPeers } from './peers.mjs';
import { report, writeReport } from './table.mjs';

/** @typedef {import('./measure.mjs').Measured} Measured */
/** @typedef {{ name: string, measured?: Measured | undefined, lines?: number, bytes?: number }} Row */

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    years: { type: 'string', default: '10' },
    channels: { type: 'string', default: '1' },
    loggers: { type: 'string', default: '1' },
    clients: { type: 'string', default: 'classic' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '3' },
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const talk = {
  ...DEFAULTS,
  lines: Number(values.lines),
  years: Number(values.years),
  channels: Number(values.channels),
  loggers: Number(values.loggers),
  clients: values.clients.split(','),
  seed: Number(values.seed),
};
const runs = Number(values.runs);
const root = mkdtempSync(join(values.folder ?? tmpdir(), 'daybook-bench-'));
const CLI = join('build', 'program', 'cli.js');
const { scripts } = /** @type {typeof import('../../package.json')} */ (
  JSON.parse(readFileSync('package.json', 'utf8'))
);
const FLAGS = scripts.build.split(' ').filter((word) => word.startsWith('--'));
const here = (/** @type {string} */ name) => join('scripts', 'bench', name);
const node = (/** @type {readonly string[]} */ words) => measured(process.execPath, words);
let count = 0;
/** A folder that nothing was in. @param {string} name */
const fresh = (name) => join(root, `${name}-${(count += 1)}`);

/** As `npm run build` runs it. @param {string} content @param {string} out @param {string} cache */
const build = (content, out, cache) =>
  node([...FLAGS, CLI, 'build', '--content', content, '--out', out, '--cache', cache]);

/** Puts a line into the middle of the log. @param {string} content */
function insert(content) {
  const lines = readFileSync(logOf(content), 'utf8').split('\n');
  const place = Math.floor(lines.length / 2);
  // By whom the last line said before is: nobody comes earlier than it was known.
  const said = lines.slice(0, place).findLast((line) => /^T \d+ 2</.test(line)) ?? '';
  const [, nick = ''] = /^T \d+ 2<\d\d(.+?)2>\t/.exec(said) ?? [];
  const at = stampOf(lines[place - 1] ?? '');
  lines.splice(
    place,
    0,
    classicLine({ at, kind: 'says', nick, text: `forgotten ${(count += 1)}` }, '#bench').trimEnd(),
  );
  writeFileSync(logOf(content), lines.join('\n'));
}

/** @param {string} folder */
function bytesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** A full build and a line appended to it. @param {import('./generate.mjs').Talk} its @param {string} name */
async function builtAndAppended(its, name) {
  const content = fresh(name);
  generate(content, its);
  const places = { content, out: '', cache: '' };
  const full = await median(
    runs,
    () => build(content, places.out, places.cache),
    // Those before are left where they are: some disks take blocks that were just given back far longer to write.
    () => {
      [places.out, places.cache] = [fresh('site'), fresh('cache')];
    },
  );
  // The first after a change of its own month is not like those that follow.
  appendLine(content, 'kalo');
  await build(content, places.out, places.cache);
  const rebuild = () => build(content, places.out, places.cache);
  const appended = await median(2 * runs - 1, rebuild, () => appendLine(content, 'kalo'));
  return { places, full, appended, rebuild };
}

/** @param {string} content */
async function merge(content) {
  const two = { ...talk, channels: 1, loggers: 2, clients: ['classic', 'znc'], lines: talk.lines / 2 };
  generate(content, two);
  const one = await median(runs, () => node([here('stage.mjs'), 'merge', content, fresh('cache')]));
  const { lines, seconds } = /** @type {{ lines: number, seconds: number }} */ (JSON.parse(one.said));
  return { lines, measured: { ...one, seconds }, whole: one };
}

const say = (/** @type {string} */ line) => console.error(line);

try {
  say(`${talk.lines} lines over ${talk.years} years, in ${root}`);
  const small = await builtAndAppended({ ...talk, lines: talk.lines / 10, years: talk.years / 10 }, 'small');
  say('a tenth of it: built');
  const { places, full, appended, rebuild } = await builtAndAppended(talk, 'whole');
  const { content, out } = places;
  say('all of it: built');
  const nothing = await median(2 * runs - 1, rebuild);
  const old = await median(runs, rebuild, () => insert(content));
  const gone = await median(1, rebuild, () => appendLine(content, LONG_GONE));
  const bytes = bytesIn(out);
  const floor = await median(runs, () => node([here('floor.mjs'), out, fresh('floor')]));
  const parse = await median(runs, () => node([here('stage.mjs'), 'parse', content, fresh('cache')]));
  const data = await median(runs, () => node([here('stage.mjs'), 'data', content, fresh('cache')]));
  say('the stages: done');
  const peers = await measuredPeers(Math.min(runs, 2), join(out, 'bench'), fresh('peers'));
  const merged = await merge(fresh('merge'));
  addLogger(content, { ...talk, clients: ['classic', 'znc'] }, 1);
  const second = await median(1, rebuild);
  const text = report({
    talk,
    bytes,
    floor,
    parse,
    data,
    full,
    nothing,
    appended,
    old,
    gone,
    second,
    small,
    peers,
    merged,
  });
  console.log(text);
  if (values.write) writeReport(text);
} finally {
  if (!values.keep) rmSync(root, { recursive: true, force: true });
}
