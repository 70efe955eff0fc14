// A log whose tabs became blanks: one each, as many as reach the next stop, or a fixed number.
//
//   2012-01-05 09:01:02     alice   hello bob      expanded to stops of 8
//   2012-01-05 09:01:02 alice hello bob            one for each
//   Jan 05 09:01:02 <alice>        hello bob       eight for each
//
// Tabs part columns: stamp, who, what (WeeChat); or who and what, behind a stamp with a blank of its own (XChat, Konversation).
// Who is one word. Where blanks of the text itself begin it, only those in the place of the tab go.
import type { RawLine } from '../format.ts';
import type { Damage } from './damage.ts';

/** WeeChat's stamps; its prefix of actions begins with a blank. */
const STAMP = String.raw`\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?`;
const THREE = new RegExp(String.raw`^(${STAMP})( +)(\S+)(?:( +)([^]*))?$`, 'u');
/** Comings, goings and what the client tells: nothing else writes such columns. */
const SIGNED = new RegExp(String.raw`^${STAMP} +(?:[^\p{L}\p{N}\s]{1,6} +\S+ .{0,200}\([^\s@()]{1,99}@|-- +\S+ )`, 'u');
/** A scrollback's line, or any stamp and a column of XChat's, HexChat's or Konversation's. */
const TWO =
  /^(T \d+ |(?:[^\t]{0,48}?[\d\])}>] ?|[^\t]{0,24}?\d ?[AaPp][Mm]\]? ?))((?<=^T \d+ )\S+|<[^\s<>]+>|\*|-->|<--|---|-[^\s<>-]{0,64}\p{L}[^\s<>]{0,64}-|-?>[^\s<>]+<-?|\*[^\s*]+\*|(?:Join|Part|Quit|Kick|Nick|Mode|Topic|Notice|Created|URL|Names|Info)(?= ))( +)([^]*)$/u;

/** How many blanks stand for a tab that begins in a column; 0-based, in characters. */
type Width = (column: number) => number;

/** The more telling first: any gap has room for one blank, few by chance end at each stop. */
const WIDTHS: ReadonlyMap<string, Width> = new Map([
  ['8', () => 8],
  ['stops 8', (column: number) => 8 - (column % 8)],
  ['4', () => 4],
  ['stops 4', (column: number) => 4 - (column % 4)],
  ['3', () => 3],
  ['2', () => 2],
]);

/** Where columns were counted otherwise than here (control bytes, wide characters), all the blanks are a tab's. */
const RUN = 'run';
const ONE = '1';

const widthNamed = (name: string): Width => WIDTHS.get(name) ?? (() => (name === RUN ? Infinity : 1));

const lengthOf = (text: string): number => [...text].length;

interface Gap {
  readonly column: number;
  readonly blanks: number;
}

/** Nearly all gaps at a column are as wide as the least there: a tab's are, what people begin their lines with is not. */
function areSteady(gaps: readonly Gap[]): boolean {
  const least = new Map<number, number>();
  for (const { column, blanks } of gaps) least.set(column, Math.min(blanks, least.get(column) ?? blanks));
  return gaps.filter(({ column, blanks }) => blanks === least.get(column)).length >= 0.8 * gaps.length;
}

/** The tabs for which nearly all gaps have room. */
function widthOf(gaps: readonly Gap[]): string {
  const share = (width: Width): number =>
    gaps.filter(({ column, blanks }) => blanks >= width(column)).length / gaps.length;
  const wide = share(() => 2);
  if (wide < 0.1 || !areSteady(gaps)) return ONE;
  return [...WIDTHS].find(([, width]) => share(width) >= 0.95)?.[0] ?? (wide >= 0.5 ? RUN : ONE);
}

function gapsOf(lines: readonly RawLine[], columns: RegExp): readonly Gap[] {
  return lines.flatMap(({ text }) => {
    const parts = columns.exec(text);
    const blanks = (columns === THREE ? parts?.[4] : parts?.[3]) ?? '';
    if (!parts || blanks === '') return [];
    const before = columns === THREE ? parts.slice(1, 4) : parts.slice(1, 3);
    return [{ column: lengthOf(before.join('')), blanks: blanks.length }];
  });
}

/** A gap without the blanks of its tab. */
const rest = (gap: string, column: number, width: Width): string => gap.slice(Math.min(gap.length, width(column)));

function three(text: string, width: Width): string {
  const [, stamp, first = '', who = '', second = '', what = ''] = THREE.exec(text) ?? [];
  if (stamp === undefined) return text;
  const one = width(lengthOf(stamp));
  // nobody's column is empty: two tabs
  if (first.length >= one + width(lengthOf(stamp) + one) && who !== '*')
    return `${stamp}\t\t${first.slice(one + width(lengthOf(stamp) + one))}${who}${second}${what}`;
  const sign = who === '*' ? ' *' : who;
  return `${stamp}\t${sign}\t${rest(second, lengthOf(stamp + first + who), width)}${what}`;
}

function two(text: string, width: Width): string {
  const [, stamp, who = '', gap = '', what = ''] = TWO.exec(text) ?? [];
  if (stamp === undefined) return text;
  return `${stamp}${who}\t${rest(gap, lengthOf(stamp + who), width)}${what}`;
}

const untabs = (lines: readonly RawLine[]): boolean => !lines.some(({ text }) => text.includes('\t'));

/** WeeChat's three columns, where there is no tab. */
export const threeColumns: Damage = {
  find(lines) {
    if (!untabs(lines) || !lines.some(({ text }) => SIGNED.test(text))) return undefined;
    const gaps = gapsOf(lines, THREE);
    return gaps.length * 2 > lines.length ? widthOf(gaps) : undefined;
  },
  mend: (found) => (text) => three(text, widthNamed(found)),
};

/** Of fewer lines, people's own blanks may begin most. */
const FEWEST = 5;

/** Two columns behind a stamp. One blank for each tab is how these clients write where they are told not to indent. */
export const twoColumns: Damage = {
  shows: true,
  find(lines) {
    if (!untabs(lines)) return undefined;
    const gaps = gapsOf(lines, TWO);
    const width = gaps.length >= FEWEST && gaps.length * 2 > lines.length ? widthOf(gaps) : undefined;
    return width === ONE ? undefined : width;
  },
  mend: (found) => (text) => two(text, widthNamed(found)),
};
