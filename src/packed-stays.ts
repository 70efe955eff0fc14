// Stays as they are kept between builds and asked for as a whole: a channel has tens of thousands, and every build that
// changes anything goes through all of them. Rows of numbers are read several times as fast as objects, and take a third of
// the room.
import type { Stay, StayEnd, StayStart } from './day.ts';

/** Some stays, in their order. Plain data. */
export interface PackedStays {
  /** Each once, in the order of first appearance. */
  readonly nicks: readonly string[];
  /** Six for each stay: place of its nick, from, to, place of its start and of its end below, evidence or -1. */
  readonly rows: readonly number[];
}

const STARTS: readonly StayStart[] = ['join', 'nick', 'seen', 'carried'];
const ENDS: readonly StayEnd[] = ['part', 'quit', 'kick', 'nick', 'lost', 'gap', 'carried', 'open'];
const ROW = 6;

/** Packs stays. */
export function packed(stays: readonly Stay[]): PackedStays {
  const places = new Map<string, number>();
  const rows: number[] = [];
  for (const { nick, from, to, start, end, evidence = -1 } of stays) {
    const place = places.get(nick) ?? places.size;
    places.set(nick, place);
    rows.push(place, from, to, STARTS.indexOf(start), ENDS.indexOf(end), evidence);
  }
  return { nicks: [...places.keys()], rows };
}

/** The stays that were packed; of some nicks alone where it is told which. */
export function unpacked(
  { nicks, rows }: PackedStays,
  isAsked: (nick: string) => boolean = () => true,
): readonly Stay[] {
  const asked = nicks.map(isAsked);
  const stays: Stay[] = [];
  for (let at = 0; at < rows.length; at += ROW) {
    if (!asked[rows[at]!]) continue;
    const nick = nicks[rows[at]!]!;
    const [from, to] = [rows[at + 1]!, rows[at + 2]!];
    const [start, end] = [STARTS[rows[at + 3]!]!, ENDS[rows[at + 4]!]!];
    const evidence = rows[at + 5]!;
    stays.push(evidence < 0 ? { nick, from, to, start, end } : { nick, from, to, start, evidence, end });
  }
  return stays;
}

/** How many stays were packed. */
export const countOf = ({ rows }: PackedStays): number => rows.length / ROW;

/** Takes each stay in its order: the place of its nick, its bounds in epoch seconds, half-open. */
export function eachStay({ rows }: PackedStays, take: (place: number, from: number, to: number) => void): void {
  for (let at = 0; at < rows.length; at += ROW) take(rows[at]!, rows[at + 1]!, rows[at + 2]!);
}
