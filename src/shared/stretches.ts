import { firstPlace } from './first-place.ts';

/** A half-open range of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Those of some stretches of a text, ascending and none overlapping another, that overlap one; a text may have thousands. */
export function overlapping<T extends Stretch>(stretches: readonly T[], { start, end }: Stretch): readonly T[] {
  const first = firstPlace(stretches.length, (place) => stretches[place]!.end > start);
  let after = first;
  while (after < stretches.length && stretches[after]!.start < end) after += 1;
  return stretches.slice(first, after);
}

/** True where one of such stretches overlaps another one. */
export const isTaken = (stretches: readonly Stretch[], stretch: Stretch): boolean =>
  overlapping(stretches, stretch).length > 0;
