// What settings name for privacy, and no log has: a slip of the pen there would show what was to be hidden.
import { markOf, nicksBeside } from '../privacy.ts';
import type { Settings } from '../settings.ts';

/** What settings name for privacy and no day has, as they write it, and what they may have left out or mistaken. Plain data. */
export interface Unfound {
  readonly remove: readonly string[];
  /** Nicks. */
  readonly people: readonly string[];
  /** Nicks that are shown, though somebody who is not to be named had them before or after. */
  readonly beside: readonly string[];
  /** Nicks that somebody is shown as, though logs have them, and settings of nobody. */
  readonly taken: readonly string[];
}

/** What of it was not found, where `found` is what all channels tell: see `PrivateDay`. */
export function unfoundOf({ people: known, privacy }: Settings, found: ReadonlySet<string>): Unfound {
  const { remove, people } = privacy;
  const nicks = new Set(people.flatMap((person) => person.nicks));
  const listed = new Set([...nicks, ...known.flatMap((person) => person.nicks)].map(markOf));
  const shown = new Set(people.flatMap(({ as }) => as ?? []));
  return {
    remove: remove.filter((address) => !found.has(address)),
    people: [...nicks].filter((nick) => !found.has(markOf(nick))),
    beside: nicksBeside(found),
    taken: [...shown].filter((nick) => found.has(markOf(nick)) && !listed.has(markOf(nick))),
  };
}
