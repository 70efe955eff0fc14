// Presence over all days of a channel, a month at a time: a month whose days, gaps and beginning are what they were is
// not gone through again, only what it left is taken over. So a new line costs its month, and a line in an old day the
// months until who is here is again what it was.
import { append } from '../shared/append.ts';
import { hash } from 'node:crypto';
import type { Gap, Stay } from '../day.ts';
import { packed, type PackedStays } from '../packed-stays.ts';
import { presenceOfDay, traced, watchersWithin } from '../presence.ts';
import type { Back, OwnerSeen, PresenceState, Records, Trace, Watchers } from '../presence.ts';
import type { Zone } from '../time.ts';
import type { HistoryMonth } from './history-month.ts';

/** What the lines of a month's days tell of presence. Plain data: it is kept between builds. */
export interface PresenceBook {
  readonly days: readonly {
    readonly date: string;
    /** The parts of stays that the day tells of itself. */
    readonly stays: readonly Stay[];
  }[];
  readonly after: PresenceState;
}

/** A month that was gone through, in short. Plain data: it is kept between builds. */
export interface PresenceMonth {
  /** Changes when anything does that it is made from. */
  readonly key: string;
  /** Changes when the parts of stays do that its days tell of themselves. */
  readonly own: string;
  /** The nicks of those parts. */
  readonly nicks: readonly string[];
  /** Hash of what it leaves to the month after it, and the end of its last day, epoch seconds. */
  readonly left: string;
  readonly until: number;
  /** What its days tell of earlier days: the beginning of the day, epoch seconds, and what it tells. */
  readonly backs: readonly (readonly [start: number, back: readonly Back[]])[];
  /** Stays that ended in it, whole. */
  readonly ended: PackedStays;
}

export interface PresenceMonthsInput {
  readonly months: readonly HistoryMonth[];
  readonly zone: Zone;
  /** Where every logger was blind, over the whole history, ascending. */
  readonly gaps: readonly Gap[];
  readonly records: Records;
  /** What each of several loggers could see. */
  readonly watchers?: Watchers | undefined;
  /** What presence asks of a day's entries. */
  readonly tracesOf: (date: string) => readonly Trace[];
  /** By `YYYY-MM`: what an earlier build made. */
  readonly memory: ReadonlyMap<string, PresenceMonth>;
  readonly bookOf: (month: string) => PresenceBook;
  readonly keepBook: (month: string, book: PresenceBook) => void;
}

/** Goes through the months that have an entry, in order. */
export function presenceMonths(input: PresenceMonthsInput): ReadonlyMap<string, PresenceMonth> {
  const { zone, records } = input;
  const told = new Map<string, PresenceMonth>();
  const owners = input.months.flatMap(({ sights }) => sights.flatMap((sight) => sight.owners));
  let before: { readonly month: PresenceMonth; readonly name: string } | undefined;
  for (const { name, dates, made } of input.months) {
    if (dates.length === 0) continue;
    const from = before?.month.until ?? -Infinity;
    const to = zone.dayOf(dates.at(-1) ?? '').end;
    const gaps = input.gaps.filter((gap) => gap.to >= from && gap.from < to);
    const seen = owners.filter(({ at }) => at >= from && at < to);
    const watchers = input.watchers && watchersWithin(input.watchers, from, to);
    const key = hash('sha256', JSON.stringify([made, before?.month.left ?? null, gaps, seen, records, watchers]));
    const known = input.memory.get(name);
    const state = (): PresenceState | undefined => (before ? input.bookOf(before.name).after : undefined);
    const month =
      known?.key === key ? known : goThrough(input, { name, dates, gaps, owners: seen, watchers, key }, state());
    told.set(name, month);
    before = { month, name };
  }
  return told;
}

interface Stretch {
  readonly name: string;
  readonly dates: readonly string[];
  readonly gaps: readonly Gap[];
  readonly owners: readonly OwnerSeen[];
  readonly watchers: Watchers | undefined;
  readonly key: string;
}

function goThrough(
  { zone, records, tracesOf, keepBook }: PresenceMonthsInput,
  { name, dates, gaps, owners, watchers, key }: Stretch,
  before: PresenceState | undefined,
): PresenceMonth {
  const days: PresenceBook['days'][number][] = [];
  const backs: (readonly [number, readonly Back[]])[] = [];
  const ended: Stay[] = [];
  const nicks = new Set<string>();
  let state = before;
  for (const date of dates) {
    const { start, end } = zone.dayOf(date);
    const begun = state?.until ?? -Infinity;
    const day = presenceOfDay(state, {
      start,
      end,
      entries: tracesOf(date).map(traced),
      gaps: gaps.filter((gap) => gap.to >= begun && gap.from < end),
      owners: owners.filter(({ at }) => at >= begun && at < end),
      records,
      watchers: watchers && watchersWithin(watchers, begun, end),
    });
    days.push({ date, stays: day.stays });
    for (const { nick } of day.stays) nicks.add(nick);
    if (day.back.length > 0) backs.push([start, day.back]);
    append(ended, day.ended);
    state = day.state;
  }
  const after = state!;
  keepBook(name, { days, after });
  return {
    key,
    own: hash('sha256', JSON.stringify(days)),
    nicks: [...nicks],
    left: hash('sha256', JSON.stringify(after)),
    until: after.until,
    backs,
    ended: packed(ended),
  };
}
