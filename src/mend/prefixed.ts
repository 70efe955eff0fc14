// A log before all of whose lines something was put: blanks, a mail's signs of quotation, numbers, the name of the file.
//
//   > [09:01:02] <alice> hello bob          12: [09:01:02] <alice> hello bob          garden.log:[09:01:02] <alice> hello bob
//
// Lines that lack it stay as they are.
import type { RawLine } from '../format.ts';
import { shareOf, type Damage } from './damage.ts';

/** So many of the lines have it, where a log was put into something else. */
const MOST = 0.8;

const NUMBER = /^[ \t]*(\d+)(?:[:.)|-](?: |\t)?|\t| {1,2})/u;
const QUOTED = /^ ?(?:>+|:+|\||#|\/\/|--|;|\*|-|\+)(?: |\t)?/u;
/** The name of a file; one that ends in a date has a channel in it, or the ending of a log. A date of its own is a stamp's. */
const FILE = /^(?:(?:[^\s:/]+\/)*[^\s:/]*\.\p{L}+|(?![[({<]?\d)(?=[^\s:]*(?:[#&]|\.log|\.txt))[^\s:]+):/u;

function blanks(lines: readonly RawLine[]): string | undefined {
  const depths = lines.map(({ text }) => /^[ \t]*/u.exec(text)?.[0] ?? '');
  const counts = new Map<string, number>();
  for (const depth of depths) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  const [usual = ''] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const all = depths.filter((depth) => depth.startsWith(usual)).length;
  return usual !== '' && all >= MOST * lines.length ? usual : undefined;
}

/** The lines are numbered, as they follow each other. */
function numbered(lines: readonly RawLine[]): boolean {
  const [first] = lines;
  const from = Number(NUMBER.exec(first?.text ?? '')?.[1] ?? NaN) - (first?.number ?? 0);
  const counted = lines.filter(({ text, number }) => Number(NUMBER.exec(text)?.[1] ?? NaN) - number === from).length;
  return lines.length > 1 && counted >= 0.95 * lines.length;
}

/** Something before all lines: numbers that count them, blanks, a sign of quotation. */
export const prefixed: Damage = {
  find(lines) {
    if (numbered(lines)) return 'numbers';
    const indent = blanks(lines);
    if (indent !== undefined) return `blanks ${JSON.stringify(indent)}`;
    return shareOf(lines, (text) => QUOTED.test(text)) >= MOST ? 'quotation' : undefined;
  },
  mend(found) {
    if (found === 'numbers') return (text) => text.replace(NUMBER, '');
    if (found === 'quotation') return (text) => text.replace(QUOTED, '');
    const indent = JSON.parse(found.replace(/^blanks /u, '')) as string;
    return (text) => (text.startsWith(indent) ? text.slice(indent.length) : text);
  },
};

/** The name of one file before all lines; no nick stands before all of them, with stamps behind it. */
export const named: Damage = {
  shows: true,
  find(lines) {
    const names = lines.map(({ text }) => FILE.exec(text)?.[0]).filter((name) => name !== undefined);
    return names.length >= MOST * lines.length && new Set(names).size === 1 ? 'file' : undefined;
  },
  mend: () => (text) => text.replace(FILE, ''),
};
