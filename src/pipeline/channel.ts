// A channel from its logs to its store: its history, what the whole of it tells, its days.
import { hash } from 'node:crypto';
import type { ChannelPlan } from '../channels/plan.ts';
import type { Gap } from '../day.ts';
import {
  citationsOfMonth,
  storeChannelFiles,
  storeCitations,
  storedCitations,
  type ChannelIndex,
  type CitationSummary,
  type Coverage,
} from '../store.ts';
import { channelOf, historyOfChannel, withLoggers, type ChannelInput, type Making } from './channel-history.ts';
import { memoryPart, type ChannelMemory } from './channel-memory.ts';
import { coverageOf } from './coverage.ts';
import type { HistoryMonth } from './history-month.ts';
import { hoursApart, type HoursApart } from './hours-apart.ts';
import type { IndexedFile } from './indexes.ts';
import type { ChannelLogger } from './channel-logger.ts';
import { joinCitations, peopleSummaries } from './summary.ts';
import { blindSpotsOf, machineFiles, wholeOf } from './whole.ts';
import { writeMonths } from './write-months.ts';

export interface ChannelReport {
  readonly plan: ChannelPlan;
  readonly files: readonly IndexedFile[];
  readonly loggers: readonly ChannelLogger[];
  readonly months: readonly HistoryMonth[];
  readonly coverage?: Coverage;
  readonly hoursApart: readonly HoursApart[];
  /** Where lines are known to be missing that no logger has. */
  readonly holes: readonly Gap[];
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
export function makeChannel(input: ChannelInput): Promise<MadeChannel> {
  return withLoggers(input, made);
}

async function made(making: Making): Promise<MadeChannel> {
  const { plan, files: logs, settings, zone, before, loggers, parts, book, store } = making;
  const { slug } = plan;
  const months = await historyOfChannel(making);
  if (!months.some(({ entries }) => entries > 0))
    return { plan, files: logs, loggers, months, hoursApart: [], holes: [] };
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
    ...{ channel, zone, presence: plan.presence, months, whole, parts, store, book },
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
    // Who was there may since be somebody who is not to be named.
    if (!presence) book.presence.drop(history.name);
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
    ...(plan.presence === 'show' && { coverage }),
    days,
    people: peopleSummaries(whole.people, told, whole.times, zone, days.at(-1)!.date),
    citations: cited === before.cited ? storedCitations(store, slug) : citedIn(store, slug, [...written.keys()]),
  };
  return {
    ...{ plan, files: logs, loggers, months, coverage },
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
