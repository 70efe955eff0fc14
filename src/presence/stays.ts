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
import type { Being, Beings, Gone, Here } from './beings.ts';
import { asHere, REACH, stayOf } from './beings.ts';
import { betweenEntries, boundsOf, NEAR } from './bounds.ts';
import { lower } from '../shared/casemap.ts';
import type { Back } from './cut.ts';
import { byStart, partOf } from './cut.ts';
import type { Records } from './records.ts';
import type { Roster } from './roster.ts';
import { roster } from './roster.ts';
import type { OwnerSeen } from './sight.ts';
import type { Telling } from './traces.ts';
import { witnessesOf, type Watchers } from './watchers.ts';

/** Who kicks without being in the channel. */
const SERVICES = /^(?:chan|oper|bot)serv$/i;

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
}

/** How a stay that the entry ends, ends. */
function endOf(entry: Entry): StayEnd {
  return entry.kind === 'part' || entry.kind === 'quit' || entry.kind === 'kick' ? entry.kind : 'lost';
}

/** The nick that an owner had who takes another "now known as" which the line shows alone. */
function ownersLast(owners: readonly OwnerSeen[], to: string, at: number): string | undefined {
  return owners.find((owner) => Math.abs(owner.at - at) <= NEAR && owner.was && lower(owner.nick) === lower(to))?.was;
}

/** Puts into the room what an entry shows; `witnesses` tells who was on the other side of its netsplit. */
function showEntry(
  room: Roster,
  entry: Telling,
  owners: readonly OwnerSeen[],
  witnesses: (entry: Telling) => readonly number[],
): void {
  const { at } = entry;
  if (entry.kind === 'nick') {
    room.rename(entry.nick ?? ownersLast(owners, entry.to, at), entry.to, at);
    return;
  }
  for (const shows of specOf(entry).presence(entry)) {
    if (shows.change === 'here') {
      if (entry.kind !== 'kick' || !(SERVICES.test(shows.nick) || isServer(shows.nick))) room.shown(shows.nick, at);
    } else if (shows.change === 'enter') room.enter(shows.nick, at, () => witnesses(entry).length > 0);
    else if (shows.change === 'leave' && entry.by && room.apart(shows.nick, at, witnesses(entry), entry.by)) continue;
    else if (shows.change === 'leave') room.leave(shows.nick, at, endOf(entry));
  }
}

/** The parts on the day `[start, end)` of stays that ended and of those that last, and what it tells of earlier days. */
function partsOfDay(
  { ended, lost }: Beings,
  present: readonly Being[],
  start: number,
  end: number,
): Pick<PresenceOfDay, 'stays' | 'back'> {
  const stays: Stay[] = [];
  const back: Back[] = [];
  for (const { nick, at, until } of lost) if (at < start) back.push({ is: 'lost', nick, at, until });
  const keep = (stay: Stay) => {
    const part = partOf(stay, start, end);
    if (part) stays.push(part);
    // Evidence of this day is news to the days before.
    if (stay.start === 'seen' && stay.from < start && stay.evidence !== undefined && stay.evidence >= start) {
      back.push({ is: 'stay', stay: { ...stay, to: start, end: 'carried' } });
    }
  };
  for (const being of present) {
    const { nick, from, start: how, evidence } = being;
    if (from < start && (how !== 'seen' || evidence < start)) {
      stays.push({ nick, from: start, to: end, start: 'carried', end: 'carried' });
    } else keep(stayOf(being, Infinity, 'carried'));
  }
  ended.forEach(keep);
  return { stays: stays.sort(byStart), back };
}

/**
 * Presence on a day, given where it stood at the end of the last day with entries (undefined: there was none).
 * Days come in ascending order; days without entries may be left out. Never throws: what does not fit is repaired.
 */
export function presenceOfDay(state: PresenceState | undefined, input: PresenceInput): PresenceOfDay {
  const { start, end, entries, records, watchers } = input;
  const begun = state?.until ?? -Infinity;
  const room = roster(state, records);
  const { beings, view } = room;

  const bounds = boundsOf(input, begun);
  const owners = input.owners.filter(({ at }) => at >= begun && at < end);
  if (!state && bounds.length === 0) view.see(start);
  const between = betweenEntries(room, bounds, owners);
  const witnesses = witnessesOf(entries, watchers);
  for (const entry of entries) {
    between.passTo(entry);
    // A stamp can lie in a gap where clocks jump; what it shows cannot be placed.
    if (view.since() !== undefined) showEntry(room, entry, owners, witnesses);
  }
  between.passToEnd(end);
  view.endDay();

  // Most were here yesterday, in the order of their nicks: sorting has little to do.
  const present = [...beings.here.values()].sort((a, b) => (a.nick < b.nick ? -1 : 1));
  const since = view.since();
  return {
    state: {
      until: end,
      ...(since === undefined ? {} : { since }),
      ...(view.isDim() && { dim: true as const }),
      here: present.map(asHere),
      gone: [...beings.gone.values()].filter(([, at]) => at > end - REACH),
    },
    ...partsOfDay(beings, present, start, end),
    ended: beings.ended,
  };
}
