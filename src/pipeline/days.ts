// The days of a channel as day files: who was there, who is who, and the entries kept by history.ts.
//
//   sight of all loggers → blind spots ┐
//   entries, day by day ───────────────┴→ presence → (30 days later: nothing more can be told of it) → day file
//                          stays of all days, renames, hosts, settings → people ┘
import type { DayChannel, DayFile, Gap, Stay } from '../day.ts';
import type { Entry } from '../events.ts';
import { nameOf, peopleOf, peopleOfDay, type People } from '../people.ts';
import {
  addCounts,
  blindSpots,
  gapsOfDay,
  lastGaps,
  NO_COUNTS,
  presenceFiles,
  presenceOfDay,
  presenceOfPeople,
  personStays,
  REACH,
  recordsOf,
  withBack,
  type Back,
  type Month,
  type PresenceState,
} from '../presence.ts';
import type { PersonSettings } from '../settings.ts';
import { addDays, type Day, type Zone } from '../time.ts';
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
  /** Who was there, for machines: JSON texts by their names in the channel's folder; none where presence is left out. */
  readonly machineFiles: () => ReadonlyMap<string, string>;
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
    dayOf: zone.dayOf,
  });
  const backs = days.flatMap(({ date }) => {
    const { back = [] } = byDate.get(date) ?? {};
    return back.length > 0 ? [{ start: zone.dayOf(date).start, back }] : [];
  });

  function staysOf(day: Day): readonly Stay[] {
    const own = byDate.get(day.date);
    if (!own) return [];
    const later = backs.filter(({ start }) => start > day.start && start <= day.end + REACH);
    return withBack(
      day.start,
      day.end,
      own.stays,
      later.flatMap(({ back }) => back),
    );
  }

  return {
    people,
    stays,
    gaps,
    repairs,
    machineFiles() {
      const splits = days.flatMap(({ splits: own }) => own);
      const present = presenceOfPeople(
        people,
        personStays(stays, (nick, at) => nameOf(people, nick, at), splits),
      );
      const { whole, months } = presenceFiles(input.channel, present, gaps, monthsOf(days, zone));
      const files = new Map([
        ['presence.json', whole],
        ...[...months].map(([name, month]) => [`presence/${name}.json`, month] as const),
      ]);
      return input.presence === 'none'
        ? new Map()
        : new Map([...files].map(([name, file]) => [name, `${JSON.stringify(file)}\n`]));
    },
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

/** The months from the first day to the last, each with its bounds. */
function monthsOf(days: readonly DayFacts[], zone: Zone): readonly Month[] {
  const last = days.at(-1)?.date.slice(0, 7) ?? '';
  const months: Month[] = [];
  for (let name = days[0]?.date.slice(0, 7) ?? '-'; name <= last;) {
    const next = addDays(`${name}-01`, 31).slice(0, 7);
    months.push({ name, start: zone.dayOf(`${name}-01`).start, end: zone.dayOf(`${next}-01`).start });
    name = next;
  }
  return months;
}

const NOBODY = { byDate: new Map<string, DayPresence>(), stays: [], repairs: {} };

/** The entry without what only presence asks of it. */
function published(entry: Entry): Entry {
  if (!('names' in entry)) return entry;
  const shown: { names?: unknown } & Entry = { ...entry };
  delete shown.names;
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
