/**
 * The first place of a list of so many at which a condition holds that holds at all later ones, too; the number of places where it
 * holds at none. It is looked for by halves.
 */
export function firstPlace(count: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
