// What only a channel's whole history tells: when nobody looked, who was there when, who is who.
//
//   sight of all loggers → blind spots ┐
//   entries, month by month ───────────┴→ presence ┐
//   renames, hosts, settings ──────────────────────┴→ people
import { hash } from 'node:crypto';
import type { DayChannel, Gap } from '../day.ts';
import { peopleOf, timesOf, type People, type Times } from '../people.ts';
import {
  addCounts,
  ALWAYS,
  blindSpots,
  isTelling,
  NO_COUNTS,
  presenceFiles,
  quietSpans,
  recordsOf,
  spanWithout,
  watchersOf,
  type Counts,
  type Month,
  type Span,
  type Trace,
  type Watchers,
} from '../presence.ts';
import type { PersonSettings } from '../settings.ts';
import { nextMonth, type Zone } from '../time.ts';
import { gapsOf, type HistoryMonth } from './history-month.ts';
import { presenceMonths, type PresenceBook, type PresenceMonth } from './presence-months.ts';

export interface WholeInput {
  readonly months: readonly HistoryMonth[];
  readonly zone: Zone;
  readonly presence: 'show' | 'none';
  readonly people: readonly PersonSettings[];
  /** What presence asks of a day's entries. */
  readonly tracesOf: (date: string) => readonly Trace[];
  /** By `YYYY-MM`: what an earlier build made. */
  readonly memory: ReadonlyMap<string, PresenceMonth>;
  readonly bookOf: (month: string) => PresenceBook;
  readonly keepBook: (month: string, book: PresenceBook) => void;
}

export interface Whole {
  readonly people: People;
  /** Whose every stay of the channel was, whole, by the months of their ends. */
  readonly times: Times;
  readonly gaps: readonly Gap[];
  /** When no log told who came and went, ascending. */
  readonly quiet: readonly Span[];
  /** Of the months that have an entry; none where presence is left out. */
  readonly presence: ReadonlyMap<string, PresenceMonth>;
}

/** The whole of a channel from its months, ascending. */
export function wholeOf(input: WholeInput): Whole {
  const { months, zone } = input;
  const shown = input.presence === 'show';
  const gaps = shown ? blindSpotsOf(months) : [];
  const counts = months.map((month) => month.counts).reduce(addCounts, NO_COUNTS);
  const records = recordsOf(counts, speakersIn(months));
  const tells = records.joins && records.leaves;
  const watchers = shown && tells ? watchersIn(months, counts, gaps) : undefined;
  const presence = presenceMonths({ ...input, months: shown ? months : [], gaps, watchers, records });
  const stays = [...presence.values()].map(({ ended }) => ended);
  const people = peopleOf({
    facts: months.map((month) => month.people),
    hosts: months.map((month) => month.hosts),
    stays,
    settings: input.people,
    dayOf: zone.dayOf,
  });
  const quiet = tells
    ? (watchers?.dim ?? [])
    : isTelling(counts)
      ? ALWAYS.flatMap((span) => spanWithout(span, gaps))
      : [];
  return { people, times: timesOf(people, stays), gaps, quiet, presence };
}

/** How many nicks said something. */
function speakersIn(months: readonly HistoryMonth[]): number {
  return new Set(months.flatMap(({ people }) => Object.keys(people.lines))).size;
}

/** Where every logger was blind, over the whole history. */
export function blindSpotsOf(months: readonly HistoryMonth[]): readonly Gap[] {
  return blindSpots(gapsOfEach(months));
}

/** The gaps of each logger, by rank. */
function gapsOfEach(months: readonly HistoryMonth[]): readonly (readonly Gap[])[] {
  return (months.at(-1)?.watches ?? []).map((_, rank) => gapsOf(months, rank));
}

/** What the loggers could see of who comes and goes. */
function watchersIn(months: readonly HistoryMonth[], whole: Counts, blind: readonly Gap[]): Watchers | undefined {
  const gaps = gapsOfEach(months);
  const quiet = gaps.map((_, rank) =>
    quietSpans(
      months.flatMap(({ comings }) => comings[rank] ?? []),
      whole,
    ),
  );
  return watchersOf(gaps, quiet, blind);
}

/** A file of presence for machines: its text, where it is not what it was. */
export interface MachineFile {
  /** Changes when the file does. */
  readonly key: string;
  readonly text?: string;
}

/** Who was there, for machines, by the files' names in the channel's folder; `before` has the keys of those that are there. */
export function machineFiles(
  channel: DayChannel,
  whole: Whole,
  months: readonly HistoryMonth[],
  zone: Zone,
  before: Readonly<Record<string, string>>,
): ReadonlyMap<string, MachineFile> {
  const files = presenceFiles({ ...whole, channel, months: boundsOf(months, zone) });
  const text = `${JSON.stringify(files.whole)}\n`;
  const all = new Map<string, MachineFile>([['presence.json', { key: hash('sha256', text), text }]]);
  for (const { name, key, make } of files.months) {
    const path = `presence/${name}.json`;
    all.set(path, before[path] === key ? { key } : { key, text: `${JSON.stringify(make())}\n` });
  }
  return all;
}

/** The months from the first day that has an entry to the last, each with its bounds. */
function boundsOf(months: readonly HistoryMonth[], zone: Zone): readonly Month[] {
  const named = months.filter(({ dates }) => dates.length > 0).map(({ name }) => name);
  const last = named.at(-1) ?? '';
  const bounds: Month[] = [];
  for (let name = named[0] ?? '-'; name <= last;) {
    const next = nextMonth(name);
    bounds.push({ name, start: zone.dayOf(`${name}-01`).start, end: zone.dayOf(`${next}-01`).start });
    name = next;
  }
  return bounds;
}
