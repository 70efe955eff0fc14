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
import { joinedSpans, type Span } from './spans.ts';

/**
 * What a log tells of a day: lines said, how many people came and how many left, and the first and the last moment at which
 * somebody did. Plain data.
 */
export type Comings = readonly [said: number, came: number, left: number, first: number, last: number];

/** Who came, or who left: clients leave out either by itself. */
type Kind = 'came' | 'left';
const PLACES = { came: 1, left: 2 } as const;
const KINDS = ['came', 'left'] as const;

/** Fewer people who came, that one log could be expected to tell, show nothing of its ways. */
const TELLING_PEOPLE = 20;
/** Where it tells nobody at all. */
const TELLING_NOBODY = 6;
/** A log that tells less than this part of them leaves them out. */
const LEAST_PART = 0.2;

/** So many days on which somebody came tell what is usual before and after others. */
const AROUND = 30;
/** A log is quiet for so many usual days, and people who would have come. What is usual, as many days tell on which somebody did. */
const QUIET_DAYS = 10;
const QUIET_PEOPLE = 25;
/** Who stops to come for a while may be one person, however often he came. */
const USUAL_PEOPLE = 2;

/** Of a log that never tells it. */
export const ALWAYS: readonly Span[] = [{ from: -EVER, to: EVER }];

/** A day's comings, by its counts. */
export function comingsOf({ said, came, left, moments: [first, last] = [0, 0] }: Counts): Comings {
  return [said, came, left, first, last];
}

/**
 * When a log left out who comes or who goes, by its days in their order; `whole` is told by all logs of the channel. Only blindness
 * bounds what lasts from its beginning or to its end.
 */
export function quietSpans(days: readonly Comings[], whole: Counts): readonly Span[] {
  const spans: Span[] = [];
  for (const kind of KINDS) {
    const silences = silencesOf(days, kind);
    const quiet = new Set(silences.flatMap(([before, after]) => days.slice(before + 1, after)));
    const told = days.filter((day) => !quiet.has(day));
    if (!tells(told, whole, kind)) return ALWAYS;
    for (const [before, after] of silences)
      spans.push({ from: days[before]?.[4] ?? -EVER, to: days[after]?.[3] ?? EVER });
  }
  return joinedSpans(spans);
}

/** Whether a day tells of a kind. Where quits are left out there still are parts, few for those who come. */
function isTold(day: Comings, kind: Kind): boolean {
  const came = day[1];
  const left = day[2];
  return kind === 'came' ? came > 0 && came * 2 >= left : left > 0 && left * 2 >= came;
}

/** Where nobody comes, or leaves, though somebody would have: the places of the last day before that tells of it, and the next. */
function silencesOf(days: readonly Comings[], kind: Kind): readonly (readonly [before: number, after: number])[] {
  const telling = days.flatMap((day, place) => (isTold(day, kind) ? [place] : []));
  const silences: (readonly [number, number])[] = [];
  for (let next = 0; next <= telling.length; next++) {
    const before = telling[next - 1] ?? -1;
    const after = telling[next] ?? days.length;
    if (after - before <= QUIET_DAYS) continue;
    const sides = [telling.slice(Math.max(0, next - AROUND), next), telling.slice(next, next + AROUND)];
    const known = sides.filter((side) => side.length > 0);
    const silent = days.slice(before + 1, after);
    if (!sides.some(({ length }) => length >= QUIET_DAYS)) continue;
    if (known.every((side) => isMissing(days, side, silent, kind))) silences.push([before, after]);
  }
  return silences;
}

/** Whether a log never tells who comes and goes. */
export function isQuietAlways(spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => from === -EVER && to === EVER);
}

/** Whether on silent days some would have come, or left, by what is usual on a side of them, given by the places of its days. */
function isMissing(days: readonly Comings[], side: readonly number[], silent: readonly Comings[], kind: Kind): boolean {
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
  const people = usual((day) => day[PLACES[kind]]);
  return expected >= QUIET_DAYS && people >= USUAL_PEOPLE && expected * people >= QUIET_PEOPLE;
}

/** The value below which a part of the values lies; 0 of none. */
function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;
}

/** Whether one of a channel's logs tells who comes, or who leaves, by how much of that there is in the whole for what was said. */
function tells(days: readonly Comings[], whole: Counts, kind: Kind): boolean {
  const expected = (whole[kind] * sum(days.map(([said]) => said))) / Math.max(1, whole.said);
  const told = sum(days.map((day) => day[PLACES[kind]]));
  return expected < (told === 0 ? TELLING_NOBODY : TELLING_PEOPLE) || told >= expected * LEAST_PART;
}
