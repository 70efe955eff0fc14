// A channel from its logs to its store: its history, what the whole of it tells, its days.
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { ChannelPlan } from '../channels.ts';
import type { DayChannel } from '../day.ts';
import type { Entry } from '../events.ts';
import { privacyOf } from '../privacy.ts';
import type { Settings } from '../settings.ts';
import type { Parts } from '../state.ts';
import {
  dropDay,
  dropMonth,
  storeChannelFiles,
  storedDay,
  storedMonth,
  type ChannelIndex,
  type Coverage,
  type MonthSummary,
} from '../store.ts';
import { zoneOf, type Zone } from '../time.ts';
import { coverageOf } from './coverage.ts';
import type { IndexedFile } from './files.ts';
import { historyOf } from './history.ts';
import type { HistoryMonth } from './history-month.ts';
import { loggersOf, type ChannelLogger } from './loggers.ts';
import { monthBook, partsOfMonths, type MonthBook } from './month-book.ts';
import type { PresenceMonth } from './presence-months.ts';
import { openSpill, type Spill } from './spill.ts';
import { joinCitations, peopleSummaries } from './summary.ts';
import { machineFiles, wholeOf, type Whole } from './whole.ts';
import { wholeKey, writeMonth, type MonthContext, type WrittenDay, type WrittenMonth } from './write-month.ts';

/** What is kept of a channel between builds beside its book. Plain data. */
export interface ChannelMemory {
  /** Ascending. */
  readonly months: readonly MonthMemory[];
  /** Hashes of its further files, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** A month in short; without an entry in it, nothing was written of it. */
export interface MonthMemory {
  readonly history: HistoryMonth;
  readonly presence?: PresenceMonth;
  readonly written?: WrittenMonth & { readonly key: string };
}

export interface ChannelReport {
  readonly plan: ChannelPlan;
  readonly files: readonly IndexedFile[];
  readonly loggers: readonly ChannelLogger[];
  readonly months: readonly HistoryMonth[];
  readonly repairs: Readonly<Record<string, number>>;
  readonly coverage?: Coverage;
}

export interface ChannelInput {
  readonly plan: ChannelPlan;
  readonly files: readonly IndexedFile[];
  readonly settings: Settings;
  /** Changes when settings or code do that days depend on. */
  readonly key: string;
  readonly parts: Parts;
  readonly store: string;
  readonly scratch: string;
  readonly onMonth?: (entries: number) => void;
}

export interface MadeChannel extends ChannelReport {
  /** What the site shows of it; absent where its logs have nothing to show. */
  readonly shown?: {
    readonly index: ChannelIndex;
    /** Days whose file is new or differs from the one stored before. */
    readonly changed: readonly string[];
    readonly memory: ChannelMemory;
  };
}

/** The part that holds a channel's memory. */
export const memoryPart = (slug: string): string => `${slug}/channel`;

/** What the site asks of a channel beside its index: what its months and files were made from. */
export interface MadeFrom {
  /** Those that have a day, ascending. */
  readonly months: readonly (Pick<WrittenMonth, 'made' | 'references' | 'names'> & {
    readonly name: string;
    readonly days: () => readonly WrittenDay[];
  })[];
  /** Hashes of its further files, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** What a channel that is shown was made from, as it is kept. */
export function madeOf(parts: Parts, slug: string): MadeFrom {
  const { months, files } = parts.read<ChannelMemory>(memoryPart(slug));
  const { written } = monthBook(parts, slug);
  return {
    months: months.flatMap(({ history: { name }, written: month }) =>
      month ? [{ ...month, name, days: () => written.read(name) }] : [],
    ),
    files: new Map(Object.entries(files)),
  };
}

/** Makes a channel. */
export async function makeChannel(input: ChannelInput): Promise<MadeChannel> {
  const { plan, settings, parts, scratch } = input;
  const { slug } = plan;
  const zone = zoneOf(settings.zone);
  const memory = parts.has(memoryPart(slug)) ? parts.read<ChannelMemory>(memoryPart(slug)) : { months: [], files: {} };
  const loggers = await loggersOf(input.files, zone);
  const spill = openSpill(join(scratch, `${hash('sha256', slug).slice(0, 16)}.jsonl`));
  try {
    return await made({ ...input, zone, memory, loggers, spill, book: monthBook(parts, slug) });
  } finally {
    spill.close();
    for (const logger of loggers) await logger.close();
  }
}

interface Making extends ChannelInput {
  readonly zone: Zone;
  readonly memory: ChannelMemory;
  readonly loggers: readonly ChannelLogger[];
  readonly spill: Spill;
  readonly book: MonthBook;
}

async function made(making: Making): Promise<MadeChannel> {
  const { plan, files: logs, settings, zone, memory, loggers, book, store } = making;
  const { slug } = plan;
  const months = await historyOfChannel(making);
  if (!months.some(({ entries }) => entries > 0)) return { plan, files: logs, loggers, months, repairs: {} };
  const whole = wholeOf({
    months,
    zone,
    presence: plan.presence,
    people: settings.people,
    entriesOf: (date) => withNames(making, date),
    memory: new Map(memory.months.flatMap(({ history, presence }) => (presence ? [[history.name, presence]] : []))),
    bookOf: book.presence.read,
    keepBook: book.presence.write,
  });
  const channel: DayChannel = { slug, name: plan.name, ...(plan.network !== undefined && { network: plan.network }) };
  const written = writeMonths(making, channel, months, whole);
  const files = plan.presence === 'show' ? machineFiles(channel, whole, months, zone) : new Map<string, never>();
  storeChannelFiles(
    store,
    slug,
    new Map(
      [...files].flatMap(([name, file]) => (memory.files[name] === file.hash ? [] : [[name, file.text] as const])),
    ),
    new Set(files.keys()),
  );
  const coverage = coverageOf(loggers, months, whole.gaps);
  const shorts = [...written.values()];
  const days = shorts.flatMap(({ short }) => short.days);
  const told = shorts.map(({ month }) => month.people);
  const kept = months.map((history): MonthMemory => {
    const [presence, one] = [whole.presence.get(history.name), written.get(history.name)];
    return { history, ...(presence && { presence }), ...(one && { written: one.month }) };
  });
  const index: ChannelIndex = {
    channel,
    ...(plan.presence === 'none' && { presence: plan.presence }),
    ...(plan.topic !== undefined && { topic: plan.topic }),
    ...(plan.formerSlugs.length > 0 && { formerSlugs: plan.formerSlugs }),
    ...(plan.presence === 'show' && coverage && { coverage }),
    days,
    people: peopleSummaries(whole.people, told, whole.stays, zone, days.at(-1)?.date ?? ''),
    citations: joinCitations(shorts.map(({ short }) => short.citations)),
  };
  return {
    ...{ plan, files: logs, loggers, months, repairs: repairsOf(whole), ...(coverage && { coverage }) },
    shown: {
      index,
      changed: shorts.flatMap(({ changed }) => changed),
      memory: { months: kept, files: Object.fromEntries([...files].map(([name, file]) => [name, file.hash])) },
    },
  };
}

async function historyOfChannel(making: Making): Promise<readonly HistoryMonth[]> {
  const { plan, settings, zone, loggers, key, memory, book, spill, onMonth } = making;
  return historyOf({
    slug: plan.slug,
    loggers,
    zone,
    formerZones: settings.formerZones.filter((name) => name !== zone.name).map(zoneOf),
    privacy: privacyOf(settings),
    relays: settings.relays,
    people: settings.people,
    trackers: settings.trackers,
    key,
    memory: new Map(memory.months.map(({ history }) => [history.name, history])),
    factsOf: book.facts.read,
    keepFacts: book.facts.write,
    keep: (date, entries) => spill.keep(date, JSON.stringify(entries.map(published))),
    ...(onMonth && { onMonth }),
  });
}

interface Written {
  readonly month: WrittenMonth & { readonly key: string };
  readonly short: MonthSummary;
  readonly changed: readonly string[];
}

/** Writes the months that differ from those written before, and takes away what is no more. */
function writeMonths(
  making: Making,
  channel: DayChannel,
  months: readonly HistoryMonth[],
  whole: Whole,
): ReadonlyMap<string, Written> {
  const { plan, zone, memory, store, parts, book } = making;
  const { slug } = channel;
  const context: MonthContext = {
    channel,
    zone: zone.name,
    presence: plan.presence,
    people: whole.people,
    gaps: whole.gaps,
    backs: [...whole.presence.values()].flatMap(({ backs }) => backs),
  };
  const before = new Map(memory.months.map((month) => [month.history.name, month.written]));
  const written = new Map<string, Written>();
  for (const { name, made: history, dates, people } of months) {
    const [first, last] = [dates[0], dates.at(-1)];
    if (first === undefined || last === undefined) continue;
    const presence = whole.presence.get(name);
    const nicks = [...people.first.map(([nick]) => nick), ...(presence?.nicks ?? [])];
    const time = { start: zone.dayOf(first).start, end: zone.dayOf(last).end };
    const key = hash('sha256', JSON.stringify([history, presence?.own, plan.presence, wholeKey(context, time, nicks)]));
    const known = before.get(name);
    if (known?.key === key) {
      written.set(name, { month: known, short: storedMonth(store, slug, name), changed: [] });
      continue;
    }
    const { month, short, changed } = writeMonth(context, name, {
      store,
      book,
      textOf: (date) => textOf(making, date),
    });
    written.set(name, { month: { ...month, key }, short, changed });
    for (const date of known?.dates ?? []) if (!month.dates.includes(date)) dropDay(store, slug, date);
  }
  const stay = new Set(months.map(({ name }) => name));
  const gone = [...before.keys()].filter((name) => !stay.has(name));
  for (const part of partsOfMonths(slug, gone)) parts.drop(part);
  for (const [name, month] of before) {
    if (!month || written.has(name)) continue;
    for (const date of month.dates) dropDay(store, slug, date);
    dropMonth(store, slug, name);
  }
  return written;
}

/** A day's entries as JSON, as they are published: made anew, or as they were stored. */
function textOf({ spill, store, plan }: Making, date: string): string {
  return spill.textOf(date) ?? JSON.stringify(storedDay(store, plan.slug, date).entries);
}

/** A day's entries with the names that only presence asks for. */
function withNames(making: Making, date: string): readonly Entry[] {
  const entries = JSON.parse(textOf(making, date)) as readonly Entry[];
  const names = making.book.facts.read(date.slice(0, 7)).find((facts) => facts.date === date)?.names ?? [];
  if (names.length === 0) return entries;
  const of = new Map(names);
  return entries.map((entry, place) => {
    const own = of.get(place);
    return own ? ({ ...entry, names: own } as Entry) : entry;
  });
}

/** The entry without what only presence asks of it. */
function published(entry: Entry): Entry {
  if (!('names' in entry)) return entry;
  const shown: { names?: unknown } & Entry = { ...entry };
  delete shown.names;
  return shown;
}

function repairsOf({ presence }: Whole): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { repairs } of presence.values())
    for (const [rule, count] of Object.entries(repairs)) sums[rule] = (sums[rule] ?? 0) + count;
  return sums;
}
