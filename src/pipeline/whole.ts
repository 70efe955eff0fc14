// What only a channel's whole history tells: when nobody looked, who was there when, who is who.
//
//   sight of all loggers → blind spots ┐
//   entries, month by month ───────────┴→ presence ┐
//   renames, hosts, settings ──────────────────────┴→ people
import { hash } from 'node:crypto';
import type { DayChannel, Gap, Stay } from '../day.ts';
import type { Entry } from '../events.ts';
import { nameOf, peopleOf, type People } from '../people.ts';
import {
  addCounts,
  blindSpots,
  lastGaps,
  NO_COUNTS,
  personStays,
  presenceFiles,
  presenceOfPeople,
  recordsOf,
  type Month,
} from '../presence.ts';
import type { PersonSettings } from '../settings.ts';
import { addDays, type Zone } from '../time.ts';
import type { HistoryMonth } from './history-month.ts';
import { presenceMonths, stayedIn, type PresenceBook, type PresenceMonth } from './presence-months.ts';

export interface WholeInput {
  readonly months: readonly HistoryMonth[];
  readonly zone: Zone;
  readonly presence: 'show' | 'none';
  readonly people: readonly PersonSettings[];
  /** A day's entries, with the names that only presence asks for. */
  readonly entriesOf: (date: string) => readonly Entry[];
  /** By `YYYY-MM`: what an earlier build made. */
  readonly memory: ReadonlyMap<string, PresenceMonth>;
  readonly bookOf: (month: string) => PresenceBook;
  readonly keepBook: (month: string, book: PresenceBook) => void;
}

export interface Whole {
  readonly people: People;
  /** Every stay of the channel, whole, by the months of their ends. */
  readonly stays: readonly Stay[];
  readonly gaps: readonly Gap[];
  /** Of the months that have an entry; none where presence is left out. */
  readonly presence: ReadonlyMap<string, PresenceMonth>;
}

/** The whole of a channel from its months, ascending. */
export function wholeOf(input: WholeInput): Whole {
  const { months, zone } = input;
  const shown = input.presence === 'show';
  const gaps = shown ? blindSpotsOf(months) : [];
  const presence = presenceMonths({
    ...input,
    months: shown ? months : [],
    gaps,
    records: recordsOf(months.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS)),
  });
  const stays = [...presence.values()].flatMap(stayedIn);
  const people = peopleOf({
    facts: months.map((month) => month.people),
    hosts: months.map((month) => month.hosts),
    stays,
    settings: input.people,
    dayOf: zone.dayOf,
  });
  return { people, stays, gaps, presence };
}

/** Where every logger was blind, over the whole history. */
function blindSpotsOf(months: readonly HistoryMonth[]): readonly Gap[] {
  const last = months.at(-1);
  if (!last) return [];
  return blindSpots(
    last.watches.map((state, logger) => [
      ...months.flatMap(({ sights }) => sights[logger]?.gaps ?? []),
      ...lastGaps(state),
    ]),
  );
}

/** Who was there, for machines: JSON texts by their names in the channel's folder, and a hash of each. */
export function machineFiles(
  channel: DayChannel,
  { people, stays, gaps }: Whole,
  months: readonly HistoryMonth[],
  zone: Zone,
): ReadonlyMap<string, { readonly text: string; readonly hash: string }> {
  const meetings = months.flatMap((month) => month.meetings);
  const present = presenceOfPeople(
    people,
    personStays(stays, (nick, at) => nameOf(people, nick, at), meetings),
  );
  const { whole, months: parts } = presenceFiles(channel, present, gaps, boundsOf(months, zone));
  const files = [
    ['presence.json', whole],
    ...[...parts].map(([name, part]) => [`presence/${name}.json`, part] as const),
  ];
  return new Map(
    (files as readonly (readonly [string, unknown])[]).map(([name, file]) => {
      const text = `${JSON.stringify(file)}\n`;
      return [name, { text, hash: hash('sha256', text) }];
    }),
  );
}

/** The months from the first day that has an entry to the last, each with its bounds. */
function boundsOf(months: readonly HistoryMonth[], zone: Zone): readonly Month[] {
  const named = months.filter(({ dates }) => dates.length > 0).map(({ name }) => name);
  const last = named.at(-1) ?? '';
  const bounds: Month[] = [];
  for (let name = named[0] ?? '-'; name <= last;) {
    const next = addDays(`${name}-01`, 31).slice(0, 7);
    bounds.push({ name, start: zone.dayOf(`${name}-01`).start, end: zone.dayOf(`${next}-01`).start });
    name = next;
  }
  return bounds;
}
