// Indexes of a channel's files as they are kept between builds. A long log has thousands of days, each build reads all of them
// to find which have changed, and rows of numbers are read several times as fast as objects.
import type { Block, DayPart, FileIndex } from '../log-file.ts';

/** Indexes of files, by path. Plain data. */
export type Indexes = Readonly<Record<string, FileIndex>>;

interface PackedDays {
  /** Date and hash of each, behind each other, with blanks between. */
  readonly names: string;
  /** Five for each: `from`, `to`, `events`, `first`, `last`. */
  readonly rows: readonly number[];
}

type PackedBlock = Omit<Block, 'days'> & { readonly days: PackedDays };

/** The same as they are kept. Plain data. */
export type PackedIndexes = Readonly<Record<string, Omit<FileIndex, 'blocks'> & { blocks: readonly PackedBlock[] }>>;

const NAMES = 2;
const ROW = 5;

/** Packs indexes. */
export function packedIndexes(indexes: Indexes): PackedIndexes {
  return Object.fromEntries(
    Object.entries(indexes).map(([path, index]) => [
      path,
      { ...index, blocks: index.blocks.map((block) => ({ ...block, days: packedDays(block.days) })) },
    ]),
  );
}

/** What was packed. */
export function unpackedIndexes(packed: PackedIndexes): Indexes {
  return Object.fromEntries(
    Object.entries(packed).map(([path, index]) => [
      path,
      { ...index, blocks: index.blocks.map((block) => ({ ...block, days: unpackedDays(block.days) })) },
    ]),
  );
}

function packedDays(days: readonly DayPart[]): PackedDays {
  return {
    names: days.map(({ date, hash }) => `${date} ${hash}`).join(' '),
    rows: days.flatMap(({ from, to, events, first, last }) => [from, to, events, first, last]),
  };
}

function unpackedDays({ names, rows }: PackedDays): readonly DayPart[] {
  const all = names.split(' ');
  const days: DayPart[] = [];
  for (let at = 0, name = 0; at < rows.length; at += ROW, name += NAMES)
    days.push({
      date: all[name]!,
      from: rows[at]!,
      to: rows[at + 1]!,
      events: rows[at + 2]!,
      first: rows[at + 3]!,
      last: rows[at + 4]!,
      hash: all[name + 1]!,
    });
  return days;
}
