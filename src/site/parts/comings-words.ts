// What sentences of comings and goings are put together from: how long, and who.
import type { Piece } from '../../events.ts';

/** A sentence names no more than this many before it counts. */
export const LONGEST = 8;

/** `4 min`, `2 h`, `7 h 34 min`; under a minute `a moment`. */
export function spell(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'a moment';
  const hours = Math.floor(minutes / 60);
  const left = minutes % 60;
  return [hours > 0 && `${hours} h`, left > 0 && `${left} min`].filter(Boolean).join(' ');
}

/** Nicks with commas and `and`; the many counted. */
export function nicksListed(nicks: readonly string[]): readonly Piece[] {
  const shown = nicks.length > LONGEST ? nicks.slice(0, LONGEST - 1) : nicks;
  const more = nicks.length - shown.length;
  return shown.flatMap((nick, index): readonly Piece[] => {
    const last = index === shown.length - 1;
    const before = index === 0 ? [] : [last && more === 0 ? ' and ' : ', '];
    return [...before, { nick }, ...(last && more > 0 ? [` and ${more} others`] : [])];
  });
}
