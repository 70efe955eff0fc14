// What was measured, as a table of what it is worth: seconds, lines a second, memory, and how it compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** @typedef {import('./measure.mjs').Measured} Measured */
/**
 * @typedef {object} Figures
 * @property {import('./generate.mjs').Talk} talk
 * @property {number} bytes of the site
 * @property {Measured} floor
 * @property {Measured} parse
 * @property {Measured} data
 * @property {Measured} full
 * @property {Measured} nothing
 * @property {Measured} appended
 * @property {Measured} old
 * @property {Measured} gone
 * @property {Measured} second
 * @property {{ full: Measured, appended: Measured }} small a tenth of the lines and years
 * @property {readonly { name: string, measured: Measured | undefined }[]} peers
 * @property {{ lines: number, measured: Measured, whole: Measured }} merged
 */

const DOC = 'docs/performance.md';
const [BEGIN, END] = ['<!-- measured -->', '<!-- /measured -->'];

/** @param {number} value @param {number} [digits] */
const number = (value, digits = 0) =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits });
/** @param {number} seconds */
const seconds = (seconds) => `${number(seconds, seconds < 10 ? 2 : 1)} s`;
/** @param {Measured} one */
const peak = ({ peak: most }) => (most === undefined ? '' : `${number(most)} MiB`);
/** @param {readonly (readonly string[])[]} rows */
const table = ([head = [], ...rows]) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The report, as Markdown. @param {Figures} figures */
export function report(figures) {
  const { talk, bytes, floor, full, appended, nothing, small, peers, merged } = figures;
  const { lines } = talk;
  /** @param {string} name @param {Measured | undefined} one @param {number} [its] */
  const row = (name, one, its) =>
    one
      ? [
          name,
          seconds(one.seconds),
          its ? number(its / one.seconds) : '',
          peak(one),
          number(one.seconds / floor.seconds, 1),
        ]
      : [name, 'not installed', '', '', ''];
  const peer = peers[0]?.measured;
  /** @param {string} what @param {string} wanted @param {string} reached @param {boolean} met */
  const target = (what, wanted, reached, met) => [what, wanted, `${reached}${met ? '' : ' ✗'}`];
  const growth = full.seconds / small.full.seconds / 10;
  const rate = merged.lines / merged.measured.seconds;
  return `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}.
${number(lines)} lines over ${number(talk.years)} years, seed ${talk.seed}; the site has ${number(bytes / 1_048_576)} MiB, ${number(bytes / lines)} bytes a line.

${table([
  ['Case', 'Time', 'Lines a second', 'Most memory of a process', 'Times the floor'],
  row('floor: the bytes of the site by a plain loop', floor),
  row('logs read into events', figures.parse, lines),
  row('logs → store', figures.data, lines),
  row('**full build**', full, lines),
  row('nothing changed', nothing),
  row('**one line appended**', appended),
  row('a line into a day in the middle', figures.old),
  row('a line by a nick not seen for years', figures.gone),
  row('a second logger added', figures.second, 2 * lines),
  row('a tenth of it: full build', small.full, lines / 10),
  row('a tenth of it: one line appended', small.appended),
  ...peers.map(({ name, measured }) => row(name, measured, lines)),
  row('merging alone: two loggers, their lines in hand', merged.measured, merged.lines),
  row('the same with reading them', merged.whole, merged.lines),
])}

${table([
  ['Aim', 'Wanted', 'Reached'],
  ...(peer
    ? [
        target(
          'full build by `logs2html -f`',
          '≤ 0.8',
          number(full.seconds / peer.seconds, 2),
          full.seconds <= 0.8 * peer.seconds,
        ),
      ]
    : []),
  target('full build by the floor', '≤ 4', number(full.seconds / floor.seconds, 1), full.seconds <= 4 * floor.seconds),
  target('memory of a full build, a process', '≤ 450 MiB', peak(full), (full.peak ?? 0) <= 450),
  target('one line appended', '≤ 0.6 s', seconds(appended.seconds), appended.seconds <= 0.6),
  target('its memory', '≤ 150 MiB', peak(appended), (appended.peak ?? 0) <= 150),
  target('nothing changed', '≤ 0.45 s', seconds(nothing.seconds), nothing.seconds <= 0.45),
  target('ten times the size, by ten times the time', '≤ 1.15', number(growth, 2), growth <= 1.15),
  target(
    'an append there, by that to a tenth',
    '≤ 2',
    number(appended.seconds / small.appended.seconds, 2),
    appended.seconds <= 2 * small.appended.seconds,
  ),
  target('merging, lines a second', '≥ 200,000', number(rate), rate >= 200_000),
  target('its memory', '≤ 300 MiB', peak(merged.whole), (merged.whole.peak ?? 0) <= 300),
])}
`;
}

/** Puts a report in the place of the last one. @param {string} text */
export function writeReport(text) {
  const page = readFileSync(DOC, 'utf8');
  const [before, after] = [page.slice(0, page.indexOf(BEGIN)), page.slice(page.indexOf(END))];
  writeFileSync(DOC, `${before}${BEGIN}\n\n${text}\n${after}`);
}
