// What a client tells late, and all at once, because its connection had stood still for a while:
//
//   one    09:41:02 <ada> look   09:41:09 <bob> where?   09:41:30 <ada> there
//   two                                                                         09:42:11 look, where?, there
//
// It was silent from before the words were said up to the moment at which it tells them, so they are not said again.
import { firstPlace } from '../shared/first-place.ts';
import { addTo } from '../shared/lists.ts';
import type { Seen } from './seen.ts';
import { apart, type Spot } from './spots.ts';

/** A connection that stands still for longer is lost, seconds. */
const LONGEST = 240;
/** What has waited comes within so many seconds. */
const AT_ONCE = 2;

/** Kinds of what each log tells of itself, and of what the sides of a netsplit tell at different times. */
const OF_ITS_OWN = /^(?:log|unparsed|join|part|quit) /;

interface Left {
  readonly seen: Seen;
  readonly spot: Spot;
  /** When the log has lines, ascending. */
  readonly moments: () => readonly number[];
}

/** Calls `keep` for what is left of two histories, each by time, where either tells late what the other tells in time. */
export function pairStalled(
  some: readonly Left[],
  others: readonly Left[],
  keep: (one: number, other: number) => void,
): void {
  const byKey = new Map<string, Left[]>();
  for (const one of some) if (!one.seen.replay) addTo(byKey, one.seen.key, one);
  for (const other of others) {
    if (other.seen.replay || OF_ITS_OWN.test(other.seen.key)) continue;
    const same = byKey.get(other.seen.key) ?? [];
    const place = same.findIndex((one) => {
      const [early, late] = one.spot.at < other.spot.at ? [one, other] : [other, one];
      return apart(early.spot, late.spot) <= LONGEST && isSilent(late, early.spot.at);
    });
    if (place >= 0) for (const { spot } of same.splice(place, 1)) keep(spot.index, other.spot.index);
  }
}

/** Whether a log has lines before a moment, and none from then until shortly before the line at hand. */
function isSilent({ spot, moments }: Left, since: number): boolean {
  const all = moments();
  const last = all[firstPlace(all.length, (place) => all[place]! >= spot.at - AT_ONCE) - 1];
  return last !== undefined && last + spot.wide <= since;
}
