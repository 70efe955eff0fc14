// When a log leaves out who comes and goes though it goes on: its client was told to, for a time, for good, or always.
//
//   said      9  7  8  9  6  8  …  8  7  9
//   comings   4  2  5  ·  ·  ·  …  ·  3  4
//                   └─── quiet ───┘           from the last that is told to the next
//
// What is usual is told by the days around, so that a channel that grows calm over the years is not taken for a quiet log.
import { sum } from '../shared/numbers.ts';
import { EVER } from './eye.ts';
import type { Counts } from './records.ts';

/** Half-open, epoch seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a log tells of a day: lines said, how many came or went, and the first and the last moment at which somebody did. Plain data. */
export type Comings = readonly [said: number, count: number, first: number, last: number];

/** Fewer comings and goings than these, that one log could be expected to tell, show nothing of its ways. */
const TELLING_COMINGS = 20;
/** A log that tells less than this part of them leaves them out. */
const LEAST_PART = 0.2;

/** So many days on which somebody came or went tell what is usual before and after others. */
const AROUND = 30;
/**
 * Who stops to come for a while may be one person: a log is quiet for so many usual days and comings. What is usual, as many days
 * tell on which somebody came or went.
 */
const QUIET_DAYS = 10;
const QUIET_COMINGS = 50;

const ALWAYS: readonly Span[] = [{ from: -EVER, to: EVER }];

/** A day's comings, by its counts. */
export function comingsOf({ said, joins, leaves, moments: [first, last] = [0, 0] }: Counts): Comings {
  return [said, joins + leaves, first, last];
}

/**
 * When a log left out who comes and goes, by its days in their order; `whole` is told by all logs of the channel. Only blindness
 * bounds what lasts from its beginning or to its end.
 */
export function quietSpans(days: readonly Comings[], whole: Counts): readonly Span[] {
  const telling = days.flatMap(([, count], place) => (count > 0 ? [place] : []));
  const quiet = new Set<number>();
  const spans: Span[] = [];
  for (let next = 0; next <= telling.length; next++) {
    const before = telling[next - 1] ?? -1;
    const after = telling[next] ?? days.length;
    if (after - before <= QUIET_DAYS) continue;
    const sides = [telling.slice(Math.max(0, next - AROUND), next), telling.slice(next, next + AROUND)];
    const known = sides.filter((side) => side.length > 0);
    const silent = days.slice(before + 1, after);
    if (!sides.some(({ length }) => length >= QUIET_DAYS)) continue;
    if (!known.every((side) => isMissing(days, side, silent))) continue;
    silent.forEach((_, at) => quiet.add(before + 1 + at));
    spans.push({ from: days[before]?.[3] ?? -EVER, to: days[after]?.[2] ?? EVER });
  }
  const told = days.filter((_, place) => !quiet.has(place));
  return tellsComings(told, whole) ? spans : ALWAYS;
}

/** Whether a log never tells who comes and goes. */
export function isQuietAlways(spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => from === -EVER && to === EVER);
}

/** Whether on silent days somebody would have come or gone by what is usual on a side of them, given by the places of its days. */
function isMissing(days: readonly Comings[], side: readonly number[], silent: readonly Comings[]): boolean {
  const usual = (of: (day: Comings) => number): number =>
    quantile(
      side.map((place) => of(days[place]!)),
      0.5,
    );
  // Of a week, only the working days may be such; they come a day or three after one another.
  const step =
    quantile(
      side.slice(1).map((place, at) => place - side[at]!),
      0.75,
    ) || 1;
  const talk =
    sum(silent.map(([said]) => said)) /
    Math.max(
      1,
      usual(([said]) => said),
    );
  const expected = Math.min(silent.length, talk) / step;
  return expected >= QUIET_DAYS && expected * usual(([, count]) => count) >= QUIET_COMINGS;
}

/** The value below which a part of the values lies; 0 of none. */
function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;
}

/** Whether one of a channel's logs tells who comes and goes, by how much of that there is in the whole for what was said. */
function tellsComings(days: readonly Comings[], { joins, leaves, said }: Counts): boolean {
  const expected = ((joins + leaves) * sum(days.map(([lines]) => lines))) / Math.max(1, said);
  return expected < TELLING_COMINGS || sum(days.map(([, count]) => count)) >= expected * LEAST_PART;
}
