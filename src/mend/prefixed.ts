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
const QUOTED = /^ ?(?:>+|\||#|\/\/|;|\*|-|\+)(?: |\t)?/u;
const FILE = /^(?:[^\s:/]+\/)*[^\s:/]*\.\p{L}+:/u;

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

/** Something before all lines: numbers that count them, blanks, a sign of quotation, the name of a file. */
export const prefixed: Damage = {
  find(lines) {
    if (numbered(lines)) return 'numbers';
    const indent = blanks(lines);
    if (indent !== undefined) return `blanks ${JSON.stringify(indent)}`;
    if (shareOf(lines, (text) => QUOTED.test(text)) >= MOST) return 'quotation';
    const names = lines.map(({ text }) => FILE.exec(text)?.[0]).filter((name) => name !== undefined);
    return names.length >= MOST * lines.length && new Set(names).size === 1 ? 'file' : undefined;
  },
  mend(found) {
    if (found === 'numbers') return (text) => text.replace(NUMBER, '');
    if (found === 'quotation') return (text) => text.replace(QUOTED, '');
    if (found === 'file') return (text) => text.replace(FILE, '');
    const indent = JSON.parse(found.replace(/^blanks /u, '')) as string;
    return (text) => (text.startsWith(indent) ? text.slice(indent.length) : text);
  },
};
