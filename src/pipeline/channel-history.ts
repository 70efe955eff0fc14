// A channel's loggers and its history; of one with much to read, the later half may be made by another process.
import type { ChannelPlan } from '../channels/plan.ts';
import type { DayChannel } from '../day.ts';
import type { Entry } from '../events.ts';
import { tracesOf, type Trace } from '../presence.ts';
import { privacyOf } from '../privacy.ts';
import type { Settings } from '../settings.ts';
import { copyWithout } from '../shared/copy.ts';
import type { Parts } from '../state.ts';
import { beginDay, dayHead } from '../store.ts';
import { zoneOf, type Zone } from '../time.ts';
import { memoryPart, NOTHING, type ChannelMemory } from './channel-memory.ts';
import { comparisonsOf } from './comparisons.ts';
import type { HistoryMonth } from './history-month.ts';
import { historyFrom, historyOf, type HistoryInput } from './history.ts';
import type { IndexedFile } from './indexes.ts';
import { loggersOf } from './loggers.ts';
import type { ChannelLogger } from './channel-logger.ts';
import { monthBook, type MonthBook, type MonthDigest } from './month-book.ts';
import { dayPartsOf } from './source.ts';

export interface ChannelInput {
  readonly plan: ChannelPlan;
  readonly files: readonly IndexedFile[];
  readonly settings: Settings;
  /** Changes when settings or code do that days depend on. */
  readonly key: string;
  readonly parts: Parts;
  readonly store: string;
  readonly onMonth?: (entries: number) => void;
  /** Lets another process make the months from one on. */
  readonly ahead?: (from: string) => HistoryAhead['months'];
}

/** Months that another process makes. */
type HistoryAhead = NonNullable<HistoryInput['ahead']>;

/** A channel that is made: its loggers are open. */
export interface Making extends ChannelInput {
  readonly zone: Zone;
  /** What an earlier build left. */
  readonly before: ChannelMemory & { readonly digests: ReadonlyMap<string, MonthDigest> };
  readonly loggers: readonly ChannelLogger[];
  readonly book: MonthBook;
}

/** Opens a channel's loggers while something is made of them. */
export async function withLoggers<T>(input: ChannelInput, make: (making: Making) => Promise<T>): Promise<T> {
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
    return await make({ ...input, zone, before: { ...memory, digests }, loggers, book });
  } finally {
    for (const logger of loggers) await logger.close();
  }
}

/** Makes the months of a channel from one on, for another process that makes those before it: see `historyFrom`. */
export function monthsAhead(input: ChannelInput, from: string): Promise<readonly HistoryMonth[]> {
  return withLoggers(input, (making) => historyFrom(historyInput(making), from));
}

export function channelOf({ slug, name, network }: ChannelPlan): DayChannel {
  return { slug, name, ...(network !== undefined && { network }) };
}

/** A channel's months. */
export function historyOfChannel(making: Making): Promise<readonly HistoryMonth[]> {
  const from = making.ahead && middleOf(making.files);
  const months = from === undefined ? undefined : making.ahead?.(from);
  return historyOf({ ...historyInput(making), ...(from !== undefined && months && { ahead: { from, months } }) });
}

/** The month before which about half of a channel's lines lie; undefined where nothing does. */
function middleOf(files: readonly IndexedFile[]): string | undefined {
  const events = new Map<string, number>();
  for (const file of files)
    for (const part of dayPartsOf(file)) {
      const month = part.date.slice(0, 7);
      events.set(month, (events.get(month) ?? 0) + part.events);
    }
  const half = [...events.values()].reduce((sum, count) => sum + count, 0) / 2;
  let before = 0;
  for (const month of [...events.keys()].sort()) {
    if (before >= half) return month;
    before += events.get(month) ?? 0;
  }
  return undefined;
}

function historyInput(making: Making): HistoryInput {
  const { plan, settings, zone, loggers, key, before, book, store, onMonth } = making;
  const channel = channelOf(plan);
  /** Of the days of the month that is made. */
  const made = new Map<string, readonly Trace[]>();
  return {
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
      // A day of which nothing is shown has no file.
      if (entries.length === 0) return '';
      return beginDay(store, dayHead(channel, zone.name, day), entries.map(published));
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
  };
}

/** The entry without what only presence asks of it. */
function published(entry: Entry): Entry {
  return 'names' in entry ? copyWithout(entry, 'names') : entry;
}
