// A channel from its logs to its store: its history, what the whole of it tells, its days.
import { hash } from 'node:crypto';
import type { ChannelPlan } from '../channels.ts';
import type { DayChannel, Gap } from '../day.ts';
import type { Entry } from '../events.ts';
import { tracesOf, type Trace } from '../presence.ts';
import { privacyOf } from '../privacy.ts';
import type { Settings } from '../settings.ts';
import { copyWithout } from '../shared/copy.ts';
import type { Parts } from '../state.ts';
import {
  beginDay,
  citationsOfMonth,
  dayHead,
  storeChannelFiles,
  storeCitations,
  storedCitations,
  type ChannelIndex,
  type CitationSummary,
  type Coverage,
} from '../store.ts';
import { zoneOf, type Zone } from '../time.ts';
import { comparisonsOf } from './comparisons.ts';
import { coverageOf } from './coverage.ts';
import type { IndexedFile } from './indexes.ts';
import { historyOf } from './history.ts';
import type { HistoryMonth } from './history-month.ts';
import { hoursApart, type HoursApart } from './hours-apart.ts';
import { loggersOf, type ChannelLogger } from './loggers.ts';
import { memoryPart, NOTHING, type ChannelMemory } from './channel-memory.ts';
import { monthBook, type MonthBook, type MonthDigest } from './month-book.ts';
import { joinCitations, peopleSummaries } from './summary.ts';
import { blindSpotsOf, machineFiles, wholeOf, type Whole } from './whole.ts';
import { writeMonths } from './write-months.ts';

export interface ChannelReport {
  readonly plan: ChannelPlan;
  readonly files: readonly IndexedFile[];
  readonly loggers: readonly ChannelLogger[];
  readonly months: readonly HistoryMonth[];
  readonly repairs: Readonly<Record<string, number>>;
  readonly coverage?: Coverage;
  readonly hoursApart: readonly HoursApart[];
  /** Where lines are known to be missing that no logger has. */
  readonly holes: readonly Gap[];
}

export interface ChannelInput {
  readonly plan: ChannelPlan;
  readonly files: readonly IndexedFile[];
  readonly settings: Settings;
  /** Changes when settings or code do that days depend on. */
  readonly key: string;
  readonly parts: Parts;
  readonly store: string;
  readonly onMonth?: (entries: number) => void;
}

export interface MadeChannel extends ChannelReport {
  /** What the site shows of it; absent where its logs have nothing to show. */
  readonly shown?: {
    readonly index: ChannelIndex;
    /** Days whose file is new or differs from the one stored before. */
    readonly changed: readonly string[];
  };
}

/** Makes a channel. */
export async function makeChannel(input: ChannelInput): Promise<MadeChannel> {
  const { plan, settings, parts } = input;
  const { slug } = plan;
  const zone = zoneOf(settings.zone);
  const memory = parts.has(memoryPart(slug)) ? parts.read<ChannelMemory>(memoryPart(slug)) : NOTHING;
  const book = monthBook(parts, slug);
  const digests = new Map(memory.months.map(([name]) => [name, book.digests.read(name)]));
  const comparisons = comparisonsOf(parts, slug);
  const loggers = await loggersOf(input.files, zone, comparisons.compare);
  comparisons.keep();
  try {
    return await made({ ...input, zone, before: { ...memory, digests }, loggers, book });
  } finally {
    for (const logger of loggers) await logger.close();
  }
}

interface Making extends ChannelInput {
  readonly zone: Zone;
  /** What an earlier build left. */
  readonly before: ChannelMemory & { readonly digests: ReadonlyMap<string, MonthDigest> };
  readonly loggers: readonly ChannelLogger[];
  readonly book: MonthBook;
}

async function made(making: Making): Promise<MadeChannel> {
  const { plan, files: logs, settings, zone, before, loggers, parts, book, store } = making;
  const { slug } = plan;
  const months = await historyOfChannel(making);
  if (!months.some(({ entries }) => entries > 0))
    return { plan, files: logs, loggers, months, repairs: {}, hoursApart: [], holes: [] };
  const whole = wholeOf({
    months,
    zone,
    presence: plan.presence,
    people: settings.people,
    tracesOf: (date) => book.traces.read(date.slice(0, 7)).find(([one]) => one === date)?.[1] ?? [],
    memory: new Map([...before.digests].flatMap(([name, { presence }]) => (presence ? [[name, presence]] : []))),
    bookOf: book.presence.read,
    keepBook: book.presence.write,
  });
  const gaps = plan.presence === 'show' ? whole.gaps : blindSpotsOf(months);
  const channel = channelOf(plan);
  const written = writeMonths({
    ...{ channel, zone: zone.name, presence: plan.presence, months, whole, parts, store, book },
    before: new Map(before.months),
  });
  const files =
    plan.presence === 'show' ? machineFiles(channel, whole, months, zone, before.files) : new Map<string, never>();
  const texts = [...files].flatMap(([name, { text }]) => (text === undefined ? [] : [[name, text] as const]));
  storeChannelFiles(store, slug, new Map(texts), new Set(files.keys()));
  const coverage = coverageOf(loggers, months, whole.gaps);
  const all = [...written.values()];
  const days = all.flatMap((month) => month.days);
  const told = all.map(({ month }) => month.people);
  for (const history of months) {
    const presence = whole.presence.get(history.name);
    const old = before.digests.get(history.name);
    if (old?.history !== history || old.presence !== presence)
      book.digests.write(history.name, { history, ...(presence && { presence }) });
  }
  const cited = hash('sha256', JSON.stringify(all.map(({ month }) => month.references)));
  const memory: ChannelMemory = {
    cited,
    months: months.map(({ name }) => [name, written.get(name)?.month ?? null]),
    files: Object.fromEntries([...files].map(([name, { key }]) => [name, key])),
  };
  parts.write(memoryPart(slug), memory);
  const index: ChannelIndex = {
    channel,
    ...(plan.presence === 'none' && { presence: plan.presence }),
    ...(plan.topic !== undefined && { topic: plan.topic }),
    ...(plan.formerSlugs.length > 0 && { formerSlugs: plan.formerSlugs }),
    ...(plan.presence === 'show' && coverage && { coverage }),
    days,
    people: peopleSummaries(whole.people, told, whole.stays, zone, days.at(-1)?.date ?? ''),
    citations: cited === before.cited ? storedCitations(store, slug) : citedIn(store, slug, [...written.keys()]),
  };
  return {
    ...{ plan, files: logs, loggers, months, repairs: repairsOf(whole), ...(coverage && { coverage }) },
    hoursApart: await hoursApart(loggers, months),
    holes: gaps.filter(({ cause }) => cause === 'hole'),
    shown: { index, changed: all.flatMap(({ changed }) => changed) },
  };
}

/** What some months cite, together; it is stored. */
function citedIn(store: string, slug: string, months: readonly string[]): readonly CitationSummary[] {
  const citations = joinCitations(months.map((month) => citationsOfMonth(store, slug, month)));
  storeCitations(store, slug, citations);
  return citations;
}

function channelOf({ slug, name, network }: ChannelPlan): DayChannel {
  return { slug, name, ...(network !== undefined && { network }) };
}

async function historyOfChannel(making: Making): Promise<readonly HistoryMonth[]> {
  const { plan, settings, zone, loggers, key, before, book, store, onMonth } = making;
  const channel = channelOf(plan);
  /** Of the days of the month that is made. */
  const made = new Map<string, readonly Trace[]>();
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
    memory: new Map([...before.digests].map(([name, { history }]) => [name, history])),
    factsOf: book.facts.read,
    keep(day, entries, telling) {
      made.set(day.date, tracesOf(telling));
      const text = JSON.stringify(entries.map(published));
      if (entries.length > 0) beginDay(store, dayHead(channel, zone.name, day), text);
      return hash('sha256', text);
    },
    keepFacts(month, facts) {
      const known = new Map(book.traces.has(month) ? book.traces.read(month) : []);
      book.traces.write(
        month,
        facts.map(({ date }) => [date, made.get(date) ?? known.get(date) ?? []]),
      );
      made.clear();
      book.facts.write(month, facts);
    },
    ...(onMonth && { onMonth }),
  });
}

/** The entry without what only presence asks of it. */
function published(entry: Entry): Entry {
  return 'names' in entry ? copyWithout(entry, 'names') : entry;
}

function repairsOf({ presence }: Whole): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { repairs } of presence.values())
    for (const [rule, count] of Object.entries(repairs)) sums[rule] = (sums[rule] ?? 0) + count;
  return sums;
}
