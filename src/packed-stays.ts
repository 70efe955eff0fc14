// Stays as they are kept between builds and asked for as a whole: a channel has tens of thousands, and every build that
// changes anything goes through all of them. Rows of numbers are read several times as fast as objects, and take a third of
// the room.
import type { Stay, StayEnd, StayStart } from './day.ts';

/** Some stays, in their order. Plain data. */
export interface PackedStays {
  /** Each once, in the order of first appearance. */
  readonly nicks: readonly string[];
  /**
   * Five for each stay: place of its nick, how long after the one before it began, how long it was, place of its start and of its
   * end below.
   */
  readonly rows: readonly number[];
}

const STARTS: readonly StayStart[] = ['join', 'nick', 'seen', 'carried'];
const ENDS: readonly StayEnd[] = ['part', 'quit', 'kick', 'nick', 'lost', 'gap', 'carried', 'open'];
const ROW = 5;

/** Packs stays; what they tell of their evidence is left out. */
export function packed(stays: readonly Stay[]): PackedStays {
  const places = new Map<string, number>();
  const rows: number[] = [];
  let before = 0;
  for (const { nick, from, to, start, end } of stays) {
    const place = places.get(nick) ?? places.size;
    places.set(nick, place);
    rows.push(place, from - before, to - from, STARTS.indexOf(start), ENDS.indexOf(end));
    before = from;
  }
  return { nicks: [...places.keys()], rows };
}

/** Takes each stay in its order: the place of its nick, its bounds in epoch seconds, half-open, how it began and how it ended. */
export function eachStay(
  { rows }: PackedStays,
  take: (place: number, from: number, to: number, start: StayStart, end: StayEnd) => void,
): void {
  let from = 0;
  for (let at = 0; at < rows.length; at += ROW) {
    from += rows[at + 1]!;
    take(rows[at]!, from, from + rows[at + 2]!, STARTS[rows[at + 3]!]!, ENDS[rows[at + 4]!]!);
  }
}
