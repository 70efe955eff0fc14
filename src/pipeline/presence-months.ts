// Presence over all days of a channel, a month at a time: a month whose days, gaps and beginning are what they were is
// not gone through again, only what it left is taken over. So a new line costs its month, and a line in an old day the
// months until who is here is again what it was.
import { hash } from 'node:crypto';
import type { Gap, Stay } from '../day.ts';
import type { Entry } from '../events.ts';
import { presenceOfDay, type Back, type OwnerSeen, type PresenceState, type Records } from '../presence.ts';
import type { Zone } from '../time.ts';
import type { DayFacts } from './history.ts';

/** What a day's lines tell of presence. Plain data: it is kept between builds. */
export interface DayPresence {
  readonly date: string;
  /** Changes when the parts of stays that it tells of itself do. */
  readonly own: string;
  /** The nicks of those parts. */
  readonly nicks: readonly string[];
  /** What it tells of earlier days. */
  readonly back: readonly Back[];
}

/** A month that was gone through. Plain data: it is kept between builds. */
export interface PresenceMonth {
  /** Changes when anything does that it is made from. */
  readonly key: string;
  readonly days: readonly DayPresence[];
  /** Stays that ended in it, whole. */
  readonly ended: readonly Stay[];
  readonly repairs: Readonly<Record<string, number>>;
  readonly after: PresenceState;
}

export interface PresenceMonthsInput {
  readonly days: readonly DayFacts[];
  readonly zone: Zone;
  /** Where every logger was blind, over the whole history, ascending. */
  readonly gaps: readonly Gap[];
  readonly owners: readonly OwnerSeen[];
  readonly records: Records;
  readonly entriesOf: (facts: DayFacts) => readonly Entry[];
  /** By `YYYY-MM`: what an earlier build made. */
  readonly memory: Readonly<Record<string, PresenceMonth>>;
}

export interface PresenceMonths {
  readonly months: Readonly<Record<string, PresenceMonth>>;
  /** The parts of stays that a day tells of itself. */
  readonly ownOf: (date: string) => readonly Stay[];
}

interface Stretch {
  readonly name: string;
  readonly days: readonly DayFacts[];
  readonly before: PresenceState | undefined;
  readonly gaps: readonly Gap[];
  readonly owners: readonly OwnerSeen[];
}

/** Goes through the months in order. */
export function presenceMonths(input: PresenceMonthsInput): PresenceMonths {
  const { zone, records } = input;
  const months: Record<string, PresenceMonth> = {};
  const stretches = new Map<string, Stretch>();
  const own = new Map<string, readonly Stay[]>();
  let before: PresenceState | undefined;
  for (const [name, days] of byMonth(input.days)) {
    const from = before?.until ?? -Infinity;
    const to = zone.dayOf(days.at(-1)?.date ?? '').end;
    const stretch: Stretch = {
      name,
      days,
      before,
      gaps: input.gaps.filter((gap) => gap.to >= from && gap.from < to),
      owners: input.owners.filter(({ at }) => at >= from && at < to),
    };
    const made = days.map(({ date, key }) => [date, key]);
    const key = hash('sha256', JSON.stringify([made, before ?? null, stretch.gaps, stretch.owners, records]));
    const known = input.memory[name];
    const month = known?.key === key ? known : goThrough(input, stretch, key, own);
    months[name] = month;
    stretches.set(name, stretch);
    before = month.after;
  }
  return {
    months,
    ownOf(date) {
      const stretch = own.has(date) ? undefined : stretches.get(date.slice(0, 7));
      if (stretch) goThrough(input, stretch, '', own);
      return own.get(date) ?? [];
    },
  };
}

function byMonth(days: readonly DayFacts[]): ReadonlyMap<string, readonly DayFacts[]> {
  const months = new Map<string, DayFacts[]>();
  for (const day of days) {
    const name = day.date.slice(0, 7);
    const list = months.get(name);
    if (list) list.push(day);
    else months.set(name, [day]);
  }
  return months;
}

function goThrough(
  { zone, records, entriesOf }: PresenceMonthsInput,
  { days, before, gaps, owners }: Stretch,
  key: string,
  own: Map<string, readonly Stay[]>,
): PresenceMonth {
  const told: DayPresence[] = [];
  const ended: Stay[] = [];
  const repairs: Record<string, number> = {};
  let state = before;
  for (const facts of days) {
    const { start, end } = zone.dayOf(facts.date);
    const begun = state?.until ?? -Infinity;
    const day = presenceOfDay(state, {
      start,
      end,
      entries: entriesOf(facts),
      gaps: gaps.filter((gap) => gap.to >= begun && gap.from < end),
      owners: owners.filter(({ at }) => at >= begun && at < end),
      records,
    });
    own.set(facts.date, day.stays);
    ended.push(...day.ended);
    const nicks = [...new Set(day.stays.map(({ nick }) => nick))];
    told.push({ date: facts.date, own: hash('sha256', JSON.stringify(day.stays)), nicks, back: day.back });
    for (const [rule, count] of Object.entries(day.repairs)) repairs[rule] = (repairs[rule] ?? 0) + count;
    state = day.state;
  }
  return { key, days: told, ended, repairs, after: state! };
}
