// Who was in the channel: a fold over the days of one history, in order.
//
//   sight since 9:00 · 9:05 <ada> hi · 9:10 bob joined · 9:20 bob quit · the client disconnects at 9:30
//   ada  [9:00, 9:30)  seen (by 9:05) … gap          bob  [9:10, 9:20)  join … quit
//
// Stages of a day: bounds of gaps and entries in the order of time → what each shows (`KINDS[..].presence`) → stays that
// ended → parts of this day, and what the day tells of earlier ones (`cut.ts` puts both together). The state between two
// days is plain data, so a build can begin at any day; silent days may be left out.
import type { Entry } from '../events.ts';
import { specOf } from '../events.ts';
import type { Gap, Stay, StayEnd } from '../day.ts';
import { isServer } from '../people/facts.ts';
import { lower } from '../shared/casemap.ts';
import type { Back } from './cut.ts';
import { byStart, partOf } from './cut.ts';
import type { Records } from './records.ts';
import type { Gone, Here } from './roster.ts';
import { asHere, REACH, roster, stayOf } from './roster.ts';
import type { OwnerSeen } from './sight.ts';
import type { Telling } from './traces.ts';
import { witnessesOf, type Watchers } from './watchers.ts';

/** Who kicks without being in the channel. */
const SERVICES = /^(?:chan|oper|bot)serv$/i;

/** How far, in seconds, an entry may lie from what one logger's clock says of it. */
const NEAR = 60;

/** Repairs and oddities, by rule: how often the day's lines did not fit what was known. */
export type Repairs = Readonly<Record<string, number>>;

/** Where presence stands at the end of a day. Plain data: it is kept between builds. */
export interface PresenceState {
  /** End of the day, epoch seconds. */
  readonly until: number;
  /** Since when the channel is watched; absent while every logger is blind. */
  readonly since?: number;
  /** Only loggers watch that leave out who comes and goes. */
  readonly dim?: true;
  readonly here: readonly Here[];
  readonly gone: readonly Gone[];
}

export interface PresenceInput {
  /** Bounds of the day, epoch seconds, half-open. */
  readonly start: number;
  readonly end: number;
  /** The day's entries, as published. */
  readonly entries: readonly Telling[];
  /** Where every logger was blind: at least the gaps that meet the time since the last day given. */
  readonly gaps: readonly Gap[];
  /** The owners' own evidence of that time. */
  readonly owners: readonly OwnerSeen[];
  readonly records: Records;
  /** What each of several loggers could see in that time. */
  readonly watchers?: Watchers | undefined;
}

export interface PresenceOfDay {
  readonly state: PresenceState;
  /** Parts of stays on this day, as known at its end. */
  readonly stays: readonly Stay[];
  /** What this day tells of earlier ones. */
  readonly back: readonly Back[];
  /** Stays that ended since the last day given, whole. */
  readonly ended: readonly Stay[];
  readonly repairs: Repairs;
}

/** How a stay that the entry ends, ends. */
function endOf(entry: Entry): StayEnd {
  return entry.kind === 'part' || entry.kind === 'quit' || entry.kind === 'kick' ? entry.kind : 'lost';
}

/** A moment at which what can be seen changes. */
interface Bound {
  readonly at: number;
  /** The channel is seen again, or who comes and goes is. */
  readonly sees?: true;
  readonly blind?: Gap['cause'];
  readonly dim?: true;
  /** The logger that lost sight. */
  readonly rank?: number;
  /** Of a blindness that lasts no time. */
  readonly moment?: boolean;
}

/** The bounds of all blindness since the last day, in order. */
function boundsOf({ end, gaps, watchers }: PresenceInput, begun: number): readonly Bound[] {
  const bounds: Bound[] = [];
  const add = (bound: Bound) => {
    if (bound.at >= begun && bound.at < end) bounds.push(bound);
  };
  for (const { from, to, cause } of gaps) {
    add({ at: from, blind: cause, moment: from === to });
    add({ at: to, sees: true, moment: from === to });
  }
  if (!watchers) return bounds;
  for (const { from, to } of watchers.dim) {
    add({ at: from, dim: true });
    add({ at: to, sees: true });
  }
  for (const [rank, its] of watchers.gaps) for (const { from } of its) add({ at: from, rank });
  // Where one ends as another begins, what is seen in between is no moment at all.
  const order = ({ sees, moment, blind }: Bound) => (moment ? 1 : sees ? 0 : blind ? 2 : 3);
  return bounds.sort((a, b) => a.at - b.at || order(a) - order(b));
}

/**
 * Presence on a day, given where it stood at the end of the last day with entries (undefined: there was none).
 * Days come in ascending order; days without entries may be left out. Never throws: what does not fit is repaired and counted.
 */
export function presenceOfDay(state: PresenceState | undefined, input: PresenceInput): PresenceOfDay {
  const { start, end, entries, records, watchers } = input;
  const begun = state?.until ?? -Infinity;
  const room = roster(state, records);

  const bounds = boundsOf(input, begun);
  const seen = input.owners.filter(({ at }) => at >= begun && at < end);
  const owners = seen.filter(({ shown }) => !shown).sort((a, b) => a.at - b.at);
  let nextBound = 0;
  let nextOwner = 0;
  if (!state && bounds.length === 0) room.see(start);

  const pass = () => {
    const { at, blind, dim, rank } = bounds[nextBound++]!;
    if (rank !== undefined) room.blinded(rank, at);
    else if (dim) room.goDim(at);
    else if (blind) room.goBlind(at, blind);
    else room.see(at);
  };
  /** Owners whom no entry shows, seen before `at`: after the entries of their own second, which may tell more. */
  const showOwners = (at: number) => {
    for (let owner = owners[nextOwner]; owner && owner.at < at; owner = owners[++nextOwner]) {
      while (nextBound < bounds.length && bounds[nextBound]!.at < owner.at) pass();
      while (nextBound < bounds.length && bounds[nextBound]!.at === owner.at && bounds[nextBound]!.sees) pass();
      const left = room.gone.get(lower(owner.nick))?.[1];
      if (room.since() !== undefined && (left === undefined || left < owner.at - NEAR))
        room.shown(owner.nick, owner.at).owner = true;
    }
  };

  const witnesses = witnessesOf(entries, watchers);
  for (const entry of entries) {
    const { at } = entry;
    if (nextOwner < owners.length) showOwners(at);
    for (let bound = bounds[nextBound]; bound; bound = bounds[nextBound]) {
      // A moment's blindness lies just before the join that ended it, else after all that its second tells.
      const rejoin = bound.moment && entry.kind === 'join' && entry.own === true;
      const due = bound.at < at || (bound.at === at && (bound.sees ? !bound.moment || rejoin : rejoin));
      if (!due) break;
      pass();
    }
    // A stamp can lie in a gap where clocks jump; what it shows cannot be placed.
    if (room.since() === undefined) continue;
    if (entry.kind === 'nick') {
      room.rename(entry.nick, entry.to, at);
      continue;
    }
    for (const shows of specOf(entry).presence(entry)) {
      if (shows.change === 'here') {
        if (entry.kind !== 'kick' || !(SERVICES.test(shows.nick) || isServer(shows.nick))) room.shown(shows.nick, at);
      } else if (shows.change === 'enter') room.enter(shows.nick, at, () => witnesses(entry).length > 0);
      else if (shows.change === 'leave' && entry.by && room.apart(shows.nick, at, witnesses(entry), entry.by)) continue;
      else if (shows.change === 'leave') room.leave(shows.nick, at, endOf(entry));
    }
  }
  showOwners(end);
  while (nextBound < bounds.length) pass();
  for (const { nick } of seen) {
    const being = room.here.get(lower(nick));
    if (being) being.owner = true;
  }
  if (!records.leaves || room.dim()) room.forget();

  const stays: Stay[] = [];
  const back: Back[] = [];
  for (const { nick, at, until } of room.lost) if (at < start) back.push({ is: 'lost', nick, at, until });
  const keep = (stay: Stay) => {
    const part = partOf(stay, start, end);
    if (part) stays.push(part);
    // Evidence of this day is news to the days before.
    if (stay.start === 'seen' && stay.from < start && stay.evidence !== undefined && stay.evidence >= start) {
      back.push({ is: 'stay', stay: { ...stay, to: start, end: 'carried' } });
    }
  };
  // Most were here yesterday, in the order of their nicks: sorting has little to do.
  const present = [...room.here.values()].sort((a, b) => (a.nick < b.nick ? -1 : 1));
  for (const being of present) {
    const { nick, from, start: how, evidence } = being;
    if (from < start && (how !== 'seen' || evidence < start)) {
      stays.push({ nick, from: start, to: end, start: 'carried', end: 'carried' });
    } else keep(stayOf(being, Infinity, 'carried'));
  }
  room.ended.forEach(keep);
  const since = room.since();
  return {
    state: {
      until: end,
      ...(since === undefined ? {} : { since }),
      ...(room.dim() && { dim: true as const }),
      here: present.map(asHere),
      gone: [...room.gone.values()].filter(([, at]) => at > end - REACH),
    },
    stays: stays.sort(byStart),
    back,
    ended: room.ended,
    repairs: room.repairs,
  };
}
