// The days of a channel as day files: who was there, who is who, and the entries kept by history.ts.
//
//   sight of all loggers → blind spots ┐
//   entries, day by day ───────────────┴→ presence → (30 days later: nothing more can be told of it) → day file
//                          stays of all days, renames, hosts, settings → people ┘
import { hash } from 'node:crypto';
import type { DayChannel, DayFile, DayPerson, Gap, Stay } from '../day.ts';
import type { Entry } from '../events.ts';
import { indexOf, nameOf, peopleOf, peopleOfDay, type People } from '../people.ts';
import {
  addCounts,
  blindSpots,
  gapsOfDay,
  lastGaps,
  NO_COUNTS,
  presenceFiles,
  presenceOfPeople,
  personStays,
  REACH,
  recordsOf,
  withBack,
  type Back,
  type Month,
} from '../presence.ts';
import type { PersonSettings } from '../settings.ts';
import { lower } from '../shared/casemap.ts';
import { addDays, type Zone } from '../time.ts';
import type { DayFacts } from './history.ts';
import { presenceMonths, type PresenceMonth } from './presence-months.ts';

export interface DaysInput {
  readonly channel: DayChannel;
  readonly days: readonly DayFacts[];
  readonly zone: Zone;
  readonly presence: 'show' | 'none';
  readonly people: readonly PersonSettings[];
  /** A day's entries, as published, with their names. */
  readonly entriesOf: (facts: DayFacts) => readonly Entry[];
  /** By `YYYY-MM`: what an earlier build made. */
  readonly months: Readonly<Record<string, PresenceMonth>>;
}

export interface ChannelDays {
  readonly people: People;
  /** Every stay of the channel, whole, by its end. */
  readonly stays: readonly Stay[];
  readonly gaps: readonly Gap[];
  /** Changes when the day file of a date does. */
  readonly keyOf: (facts: DayFacts) => string;
  /** The day file of a date beside its entries. */
  readonly shellOf: (facts: DayFacts) => Omit<DayFile, 'entries'>;
  /** Who was there, for machines: JSON texts by their names in the channel's folder; none where presence is left out. */
  readonly machineFiles: () => ReadonlyMap<string, string>;
  readonly repairs: Readonly<Record<string, number>>;
  readonly months: Readonly<Record<string, PresenceMonth>>;
}

/** Presence over all days of a channel, and the day files made with it. */
export function daysOf(input: DaysInput): ChannelDays {
  const { days, zone, channel } = input;
  const shown = input.presence === 'show';
  const gaps = shown ? channelGaps(days) : [];
  const presence = presenceMonths({
    days: shown ? days : [],
    zone,
    gaps,
    owners: days.flatMap((day) => day.sights.flatMap((sight) => sight.owners)),
    records: recordsOf(days.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS)),
    entriesOf: input.entriesOf,
    memory: input.months,
  });
  const months = Object.values(presence.months);
  const stays = months.flatMap(({ ended }) => ended);
  const people = peopleOf({
    facts: days.map((day) => day.people),
    hosts: days.map((day) => day.hosts),
    stays,
    settings: input.people,
    dayOf: zone.dayOf,
  });
  const told = new Map(months.flatMap((month) => month.days.map((day) => [day.date, day] as const)));
  const backs = [...told.values()].flatMap(({ date, back }) =>
    back.length > 0 ? [{ start: zone.dayOf(date).start, back }] : [],
  );
  const rename = whosOf(people);

  /** What later days tell of a day. */
  function backsOf({ start, end }: { readonly start: number; readonly end: number }): readonly Back[] {
    const last = end + REACH;
    // By their days, ascending: the first is looked for by halves.
    let [from, to] = [0, backs.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if ((backs[middle]?.start ?? 0) > start) to = middle;
      else from = middle + 1;
    }
    const later: Back[] = [];
    for (let back = backs[from]; back && back.start <= last; back = backs[++from])
      for (const one of back.back) if ((one.is === 'lost' ? one.at : one.stay.from) < end) later.push(one);
    return later;
  }

  return {
    people,
    stays,
    gaps,
    months: presence.months,
    repairs: repairsOf(months),
    machineFiles() {
      if (!shown) return new Map();
      const splits = days.flatMap(({ splits: own }) => own);
      const present = presenceOfPeople(
        people,
        personStays(stays, (nick, at) => nameOf(people, nick, at), splits),
      );
      const { whole, months: parts } = presenceFiles(channel, present, gaps, monthsOf(days, zone));
      const files = new Map([
        ['presence.json', whole],
        ...[...parts].map(([name, month]) => [`presence/${name}.json`, month] as const),
      ]);
      return new Map([...files].map(([name, file]) => [name, `${JSON.stringify(file)}\n`]));
    },
    keyOf({ date, key, people: { first } }) {
      const day = zone.dayOf(date);
      const { own = '', nicks = [] } = told.get(date) ?? {};
      const back = backsOf(day);
      const all = new Set([...first.map(([nick]) => nick), ...nicks, ...back.map((one) => nickOf(one))]);
      return hash(
        'sha256',
        JSON.stringify([channel, key, own, back, gapsOfDay(gaps, day.start, day.end), rename([...all])]),
      );
    },
    shellOf(facts) {
      const day = zone.dayOf(facts.date);
      const own = shown ? withBack(day.start, day.end, presence.ownOf(facts.date), backsOf(day)) : [];
      return {
        version: 1,
        channel,
        date: day.date,
        zone: zone.name,
        start: day.start,
        end: day.end,
        people: peopleOn(people, facts, own, input.entriesOf),
        stays: own,
        gaps: gapsOfDay(gaps, day.start, day.end),
        problems: { 'unparsed-line': facts.sums.unparsed },
      };
    },
  };
}

const nickOf = (back: Back): string => (back.is === 'stay' ? back.stay.nick : back.nick);

/** Whose the nicks are, as plain data that changes only when names, their order among each other or their times do. */
function whosOf(people: People): (nicks: readonly string[]) => unknown {
  return (nicks) => {
    const whose = nicks.map((nick) => {
      const key = lower(nick);
      const spans = Object.hasOwn(people.spans, key) ? (people.spans[key] ?? []) : [];
      return { nick, index: indexOf(people, nick), spans };
    });
    const indexes = whose.flatMap(({ index, spans }) => [index, ...spans.map(([, , person]) => person)]);
    const order = [...new Set(indexes)].filter((index) => index >= 0).sort((a, b) => a - b);
    const name = (index: number): string | null => people.persons[index]?.name ?? null;
    return [
      order.map(name),
      whose.map(({ nick, index, spans }) => [
        nick,
        name(index),
        spans.map(([from, to, person]) => [from, to, name(person)]),
      ]),
    ];
  };
}

/** The people of a day: from its facts, unless somebody's nick was another's for a time; then from its entries. */
function peopleOn(
  people: People,
  facts: DayFacts,
  stays: readonly Stay[],
  entriesOf: DaysInput['entriesOf'],
): readonly DayPerson[] {
  const { first } = facts.people;
  const timed = first.some(([nick]) => Object.hasOwn(people.spans, lower(nick)));
  if (timed) return peopleOfDay(people, entriesOf(facts), stays);
  const met = first.map(([nick, at]): Entry => ({ id: '', at, kind: 'join', nick }));
  return peopleOfDay(people, met, stays);
}

function repairsOf(months: readonly PresenceMonth[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { repairs } of months)
    for (const [rule, count] of Object.entries(repairs)) sums[rule] = (sums[rule] ?? 0) + count;
  return sums;
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

/** The entry without what only presence asks of it. */
export function published(entry: Entry): Entry {
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
