// What a kind of damage is: how it is found in the first lines of a file, and how a line is mended.
import type { RawLine } from '../format.ts';

/** A kind of damage that a log may have come by on its way. */
export interface Damage {
  /** True where the lines are read no worse for being as they are, and damaged nevertheless: their shape alone shows it. */
  readonly shows?: true;
  /** True where only lines with what is beyond ASCII can show it, which may be few. */
  readonly beyond?: true;
  /** What of it these lines have, as a word or two after which `mend` goes; undefined where they do not look so. */
  readonly find: (lines: readonly RawLine[]) => string | undefined;
  /** A line as it was before, as far as it can be told. */
  readonly mend: (found: string) => (text: string) => string;
  /** Lines as they were before, where one became several. */
  readonly join?: (found: string) => (lines: readonly RawLine[]) => readonly RawLine[];
}

/** How many of some lines fit a pattern, as a share of them; 0 where there is none. */
export function shareOf(lines: readonly RawLine[], fits: (text: string) => boolean): number {
  return lines.length === 0 ? 0 : lines.filter(({ text }) => fits(text)).length / lines.length;
}
