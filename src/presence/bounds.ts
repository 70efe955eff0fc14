// What happens in a channel between the entries of its log: sight ends and comes back, and its loggers' owners are seen.
//
//   gaps, dim stretches, gaps of each logger → bounds, in order
//   bounds, owners → passed one by one, up to the next entry
//
// Who is first within a second: bounds at which sight comes back, the entry, owners, bounds at which it ends. A blindness that
// lasts no time lies just before the join that ended it, else after all that its second tells.
import type { Gap } from '../day.ts';
import type { Entry } from '../events.ts';
import { lower } from '../shared/casemap.ts';
import type { Roster } from './roster.ts';
import type { OwnerSeen } from './sight.ts';
import type { Watchers } from './watchers.ts';

/** How far, in seconds, an entry may lie from what one logger's clock says of it. */
export const NEAR = 60;

/** A moment at which what can be seen changes. */
export interface Bound {
  readonly at: number;
  /** The channel is seen again, or who comes and goes is. */
  readonly sees?: true;
  readonly blind?: Gap['cause'];
  /** Who comes and goes is not told any more: the logger that did lost sight, or grew quiet and watches on. */
  readonly dim?: 'lost' | 'quiet';
  /** The logger that lost sight. */
  readonly rank?: number;
  /** Of a blindness that lasts no time. */
  readonly moment?: boolean;
}

/** The bounds of all blindness from `begun` to `end`, half-open in epoch seconds, in order. */
export function boundsOf(
  {
    end,
    gaps,
    watchers,
  }: { readonly end: number; readonly gaps: readonly Gap[]; readonly watchers?: Watchers | undefined },
  begun: number,
): readonly Bound[] {
  const bounds: Bound[] = [];
  const add = (bound: Bound) => {
    if (bound.at >= begun && bound.at < end) bounds.push(bound);
  };
  for (const { from, to, cause } of gaps) {
    add({ at: from, blind: cause, moment: from === to });
    add({ at: to, sees: true, moment: from === to });
  }
  if (!watchers) return bounds;
  const losses = new Set(watchers.gaps.flatMap(([, its]) => its.map(({ from }) => from)));
  for (const { from, to } of watchers.dim) {
    add({ at: from, dim: losses.has(from) ? 'lost' : 'quiet' });
    add({ at: to, sees: true });
  }
  for (const [rank, its] of watchers.gaps) for (const { from } of its) add({ at: from, rank });
  // Where one ends as another begins, what is seen in between is no moment at all.
  const order = ({ sees, moment, blind }: Bound) => (moment ? 1 : sees ? 0 : blind ? 2 : 3);
  return bounds.sort((a, b) => a.at - b.at || order(a) - order(b));
}

export interface Between {
  /** Lets happen what comes before an entry. */
  readonly passTo: (entry: Entry) => void;
  /** Lets happen all that is left of the day. */
  readonly passToEnd: (end: number) => void;
}

/** What changes the room between entries: bounds in their order, and owners in any. */
export function betweenEntries(room: Roster, bounds: readonly Bound[], owners: readonly OwnerSeen[]): Between {
  // Entries show the others.
  const unshown = owners.filter(({ shown }) => !shown).sort((a, b) => a.at - b.at);
  const { beings, view } = room;
  let nextBound = 0;
  let nextOwner = 0;

  /** Owners seen up to `at` are told from others who are here. */
  const nameOwners = (at: number) => {
    for (const owner of owners) {
      const being = owner.at <= at && beings.here.get(lower(owner.nick));
      if (being) being.owner = true;
    }
  };
  const pass = () => {
    const { at, blind, dim, rank } = bounds[nextBound++]!;
    if (rank !== undefined) view.blinded(rank, at);
    else if (dim) {
      nameOwners(at);
      view.goDim(at, dim === 'lost');
    } else if (blind) view.goBlind(at, blind);
    else view.see(at);
  };
  /** Owners seen before `at`: after the entries of their own second, which may tell more. */
  const showOwners = (at: number) => {
    for (let owner = unshown[nextOwner]; owner && owner.at < at; owner = unshown[++nextOwner]) {
      while (nextBound < bounds.length && bounds[nextBound]!.at < owner.at) pass();
      while (nextBound < bounds.length && bounds[nextBound]!.at === owner.at && bounds[nextBound]!.sees) pass();
      const left = beings.gone.get(lower(owner.nick))?.[1];
      if (view.since() !== undefined && (left === undefined || left < owner.at - NEAR))
        room.shown(owner.nick, owner.at).owner = true;
    }
  };
  const isOwners = ({ own, nick, at }: Entry): boolean =>
    own === true || owners.some((owner) => owner.at === at && lower(owner.nick) === lower(nick ?? ''));
  const isDue = (bound: Bound, entry: Entry): boolean => {
    if (bound.at !== entry.at) return bound.at < entry.at;
    return bound.moment ? entry.kind === 'join' && isOwners(entry) : bound.sees === true;
  };

  return {
    passTo: (entry) => {
      if (nextOwner < unshown.length) showOwners(entry.at);
      for (let bound = bounds[nextBound]; bound && isDue(bound, entry); bound = bounds[nextBound]) pass();
    },
    passToEnd: (end) => {
      showOwners(end);
      while (nextBound < bounds.length) pass();
      nameOwners(end);
    },
  };
}
