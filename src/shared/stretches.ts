/** A half-open range of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Those of some stretches of a text, ascending and none overlapping another, that overlap one; a text may have thousands. */
export function overlapping<T extends Stretch>(stretches: readonly T[], { start, end }: Stretch): readonly T[] {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (stretches[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while (after < stretches.length && stretches[after]!.start < end) after += 1;
  return stretches.slice(low, after);
}

/** True where one of such stretches overlaps another one. */
export const isTaken = (stretches: readonly Stretch[], stretch: Stretch): boolean =>
  overlapping(stretches, stretch).length > 0;
