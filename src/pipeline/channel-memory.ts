// What is kept of a channel between builds beside the book of its months, and what the site asks of it.
import type { Parts } from '../state.ts';
import { monthBook } from './month-book.ts';
import type { WrittenDay, WrittenMonth } from './written.ts';

/** What is kept of a channel between builds beside its book. Plain data. */
export interface ChannelMemory {
  /** `YYYY-MM`, ascending; what was written of the month, nothing where it has no entry. */
  readonly months: readonly (readonly [name: string, written: WrittenMonth | null])[];
  /** Keys of its further files, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Changes when anything does that the channel cites. */
  readonly cited: string;
}

/** Of a channel that no earlier build made. */
export const NOTHING: ChannelMemory = { months: [], files: {}, cited: '' };

/** The part that holds a channel's memory. */
export const memoryPart = (slug: string): string => `${slug}/channel`;

/** The part in which the site keeps what a channel's pages were made from. */
export const pagesPart = (slug: string): string => `${slug}/site`;

/** What the site asks of a channel beside its index: what its months and files were made from. */
export interface MadeFrom {
  /** Those that have a day, ascending. */
  readonly months: readonly (Pick<WrittenMonth, 'made' | 'references' | 'names'> & {
    readonly name: string;
    readonly days: () => readonly WrittenDay[];
  })[];
  /** Keys of its further files, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** What a channel that is shown was made from, as it is kept. */
export function madeOf(parts: Parts, slug: string): MadeFrom {
  const { months, files } = parts.read<ChannelMemory>(memoryPart(slug));
  const { written } = monthBook(parts, slug);
  return {
    months: months.flatMap(([name, month]) => (month ? [{ ...month, name, days: () => written.read(name) }] : [])),
    files: new Map(Object.entries(files)),
  };
}
