// The days of a channel as day files: who was there, who is who, and the entries kept by history.ts.
//
//   sight of all loggers → blind spots ┐
//   entries, day by day ───────────────┴→ presence → (30 days later: nothing more can be told of it) → day file
//                          stays of all days, renames, hosts, settings → people ┘
import type { DayChannel, DayFile, Gap, Stay } from '../day.ts';
import type { Entry } from '../events.ts';
import { peopleOf, peopleOfDay, type People } from '../people.ts';
import {
  addCounts,
  blindSpots,
  gapsOfDay,
  lastGaps,
  NO_COUNTS,
  presenceOfDay,
  recordsOf,
  withBack,
  type Back,
  type PresenceState,
} from '../presence.ts';
import type { PersonSettings } from '../settings.ts';
import type { Day, Zone } from '../time.ts';
import type { DayFacts } from './history.ts';

export interface DaysInput {
  readonly channel: DayChannel;
  readonly days: readonly DayFacts[];
  readonly zone: Zone;
  readonly presence: 'show' | 'none';
  readonly people: readonly PersonSettings[];
  readonly entriesOf: (date: string) => readonly Entry[];
}

export interface ChannelDays {
  readonly people: People;
  /** Every stay of the channel, whole, by its end. */
  readonly stays: readonly Stay[];
  readonly gaps: readonly Gap[];
  /** The day file of a date, its entries given. */
  readonly fileOf: (facts: DayFacts, entries: readonly Entry[]) => DayFile;
  readonly repairs: Readonly<Record<string, number>>;
}

interface DayPresence {
  readonly stays: readonly Stay[];
  readonly back: readonly Back[];
}

/** Presence over all days of a channel, and the day files made with it. */
export function daysOf(input: DaysInput): ChannelDays {
  const { days, zone } = input;
  const gaps = input.presence === 'none' ? [] : channelGaps(days);
  const { byDate, stays, repairs } = input.presence === 'none' ? NOBODY : presenceOf(input, gaps);
  const people = peopleOf({
    facts: days.map((day) => day.people),
    hosts: days.map((day) => day.hosts),
    stays,
    settings: input.people,
  });
  const order = days.map(({ date }) => date);

  function staysOf(day: Day): readonly Stay[] {
    const own = byDate.get(day.date);
    if (!own) return [];
    const later = order.slice(order.indexOf(day.date) + 1);
    return withBack(
      day.start,
      day.end,
      own.stays,
      later.flatMap((date) => byDate.get(date)?.back ?? []),
    );
  }

  return {
    people,
    stays,
    gaps,
    repairs,
    fileOf(facts, entries) {
      const day = zone.dayOf(facts.date);
      const own = staysOf(day);
      return {
        version: 1,
        channel: input.channel,
        date: day.date,
        zone: zone.name,
        start: day.start,
        end: day.end,
        entries: entries.map(published),
        people: peopleOfDay(people, entries, own),
        stays: own,
        gaps: gapsOfDay(gaps, day.start, day.end),
        problems: { 'unparsed-line': facts.sums.unparsed },
      };
    },
  };
}

const NOBODY = { byDate: new Map<string, DayPresence>(), stays: [], repairs: {} };

/** The entry without what only presence asks of it. */
function published(entry: Entry): Entry {
  if (!('names' in entry)) return entry;
  const { names: _, ...shown } = entry;
  return shown;
}

/** Where every logger was blind, over the whole history. */
function channelGaps(days: readonly DayFacts[]): readonly Gap[] {
  const last = days.at(-1);
  if (!last) return [];
  return blindSpots(
    last.watches.map((state, logger) => [...days.flatMap((day) => day.sights[logger]?.gaps ?? []), ...lastGaps(state)]),
  );
}

function presenceOf({ days, zone, entriesOf }: DaysInput, gaps: readonly Gap[]) {
  const records = recordsOf(days.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS));
  const owners = days.flatMap((day) => day.sights.flatMap((sight) => sight.owners));
  const byDate = new Map<string, DayPresence>();
  const stays: Stay[] = [];
  const repairs: Record<string, number> = {};
  let state: PresenceState | undefined;
  let begun = -Infinity;
  for (const { date } of days) {
    const { start, end } = zone.dayOf(date);
    const near = (gap: Gap): boolean => gap.to >= begun && gap.from < end;
    const told = presenceOfDay(state, {
      start,
      end,
      entries: entriesOf(date),
      gaps: gaps.filter(near),
      owners: owners.filter(({ at }) => at >= begun && at < end),
      records,
    });
    byDate.set(date, { stays: told.stays, back: told.back });
    stays.push(...told.ended);
    for (const [rule, count] of Object.entries(told.repairs)) repairs[rule] = (repairs[rule] ?? 0) + count;
    state = told.state;
    begun = end;
  }
  return { byDate, stays, repairs };
}
