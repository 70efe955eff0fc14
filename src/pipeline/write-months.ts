// The months of a channel, written where they differ from those written before; what is no more is taken away.
import { hash } from 'node:crypto';
import type { DayChannel } from '../day.ts';
import type { Parts } from '../state.ts';
import { dropDay, dropMonth, storedMonth } from '../store.ts';
import type { Zone } from '../time.ts';
import type { HistoryMonth } from './history-month.ts';
import { partsOfMonths } from './month-book.ts';
import type { Whole } from './whole.ts';
import { wholeKey, writeMonth, type MonthContext, type MonthPlaces, type MonthWritten } from './write-month.ts';
import type { WrittenMonth } from './written.ts';

export interface MonthsInput extends MonthPlaces {
  readonly channel: DayChannel;
  readonly zone: Zone;
  readonly presence: 'show' | 'none';
  /** Ascending. */
  readonly months: readonly HistoryMonth[];
  readonly whole: Whole;
  readonly parts: Parts;
  /** What an earlier build wrote of each month. */
  readonly before: ReadonlyMap<string, WrittenMonth | null>;
}

function contextOf({ channel, zone, presence, whole }: MonthsInput): MonthContext {
  const { people, gaps, presence: told } = whole;
  return { channel, zone, presence, people, gaps, backs: [...told.values()].flatMap(({ backs }) => backs) };
}

/** Writes the months that differ; all that have an entry, by their names, ascending. */
export function writeMonths(input: MonthsInput): ReadonlyMap<string, MonthWritten> {
  const { channel, months, before, store } = input;
  const { slug } = channel;
  const context = contextOf(input);
  const written = new Map<string, MonthWritten>();
  for (const month of months) {
    const { name, dates } = month;
    if (dates.length === 0) continue;
    const key = keyOf(context, month, input.whole);
    const known = before.get(name);
    const now =
      known?.key === key
        ? { month: known, days: storedMonth(store, slug, name), changed: [] }
        : writeMonth(context, name, key, input);
    written.set(name, now);
    for (const date of known?.dates ?? []) if (!now.month.dates.includes(date)) dropDay(store, slug, date);
  }
  dropVanished(input, written);
  return written;
}

/** Changes when anything does that a month is written from. */
function keyOf(context: MonthContext, { name, made, dates, people }: HistoryMonth, whole: Whole): string {
  const presence = whole.presence.get(name);
  const nicks = [...people.first.map(([nick]) => nick), ...(presence?.nicks ?? [])];
  const { zone } = context;
  const time = { start: zone.dayOf(dates[0] ?? '').start, end: zone.dayOf(dates.at(-1) ?? '').end };
  return hash('sha256', JSON.stringify([made, presence?.own, context.presence, wholeKey(context, time, nicks)]));
}

function dropVanished(
  { channel: { slug }, months, before, store, parts }: MonthsInput,
  written: ReadonlyMap<string, MonthWritten>,
): void {
  const stay = new Set(months.map(({ name }) => name));
  const gone = [...before.keys()].filter((name) => !stay.has(name));
  for (const part of partsOfMonths(slug, gone)) parts.drop(part);
  for (const [name, month] of before) {
    if (!month || written.has(name)) continue;
    for (const date of month.dates) dropDay(store, slug, date);
    dropMonth(store, slug, name);
  }
}
