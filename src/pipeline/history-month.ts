// What the days of a month tell the whole channel, in sums: small, since every build that changes anything asks for it.
import { hash } from 'node:crypto';
import type { Gap } from '../day.ts';
import { aheadAt, type Clock } from '../gather.ts';
import type { HostFacts, PeopleFacts } from '../people.ts';
import {
  addCounts,
  comingsOf,
  lastGaps,
  NO_COUNTS,
  type Comings,
  type Counts,
  type Sight,
  type SightState,
} from '../presence.ts';
import type { Sums } from './day-sources.ts';
import type { DayFacts, Left } from './make-day.ts';

/** What a logger gave to a month. */
export interface MonthShare {
  readonly entries: number;
  readonly alone: number;
  /** Those that no logger before it has. */
  readonly news: number;
  /** The least and most seconds that its clock was ahead, and its clock on the first and last day that it gave to. */
  readonly ahead?: readonly [least: number, most: number];
  readonly first?: Clock;
  readonly last?: Clock;
}

/** A month of a channel's history. Plain data: it is kept between builds. */
export interface HistoryMonth {
  /** `YYYY-MM` */
  readonly name: string;
  /** Changes when anything does that its days are made from. */
  readonly key: string;
  /** Changes when one of its days does. */
  readonly made: string;
  /** Hash of what it leaves to the month after it. */
  readonly left: string;
  /** Days that have an entry, ascending. */
  readonly dates: readonly string[];
  readonly entries: number;
  readonly sums: Sums;
  readonly counts: Counts;
  /** Of each logger, by rank: the days on which it tells anything. */
  readonly comings: readonly (readonly Comings[])[];
  readonly people: PeopleFacts;
  readonly hosts: HostFacts;
  /** By the loggers' ranks: what they settled, where they stand at the end, what they gave. */
  readonly sights: readonly Sight[];
  readonly watches: readonly SightState[];
  readonly shares: readonly MonthShare[];
  /** What settings name for privacy and was found in it. */
  readonly found: readonly string[];
}

/** A month from its days, ascending; there is one at least. */
export function digestOf(name: string, key: string, days: readonly DayFacts[]): HistoryMonth {
  const last = days.at(-1);
  return {
    name,
    key,
    made: hash('sha256', JSON.stringify(days.map((day) => day.key))),
    left: leftHash(last),
    dates: days.filter(({ entries }) => entries > 0).map(({ date }) => date),
    entries: days.reduce((sum, { entries }) => sum + entries, 0),
    sums: days.map(({ sums }) => sums).reduce(addSums),
    counts: days.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS),
    comings: (last?.watches ?? []).map((_, rank) =>
      days
        .map(({ counts, countsOfEach }) => comingsOf(countsOfEach[rank] ?? counts))
        .filter(([said, came, left]) => said + came + left > 0),
    ),
    people: peopleOf(days.map(({ people }) => people)),
    hosts: [...new Map(days.flatMap(({ hosts }) => hosts).map((pair) => [pair.join(' '), pair])).values()],
    sights: (last?.watches ?? []).map((_, rank) => ({
      gaps: days.flatMap(({ sights }) => sights[rank]?.gaps ?? []),
      owners: days.flatMap(({ sights }) => sights[rank]?.owners ?? []),
    })),
    watches: last?.watches ?? [],
    shares: (last?.watches ?? []).map((_, rank) => shareOf(days, rank)),
    found: [...new Set(days.flatMap(({ found }) => found))],
  };
}

/** When a logger (by rank) was blind, in all the months: what it settled, and what its last lines leave open. */
export function gapsOf(months: readonly HistoryMonth[], rank: number): readonly Gap[] {
  const last = months.at(-1)?.watches[rank];
  return [...months.flatMap(({ sights }) => sights[rank]?.gaps ?? []), ...(last ? lastGaps(last) : [])];
}

/** Changes when anything does that a day, or a month, leaves to the next. */
export function leftHash(last: Left | undefined): string {
  return hash('sha256', JSON.stringify([last?.carry, last?.watches]));
}

function addSums(some: Sums, others: Sums): Sums {
  return {
    read: some.read + others.read,
    doubles: some.doubles + others.doubles,
    hidden: some.hidden + others.hidden,
    unparsed: some.unparsed + others.unparsed,
  };
}

function peopleOf(days: readonly PeopleFacts[]): PeopleFacts {
  const first = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const day of days) {
    for (const [nick, at] of day.first) if (!first.has(nick)) first.set(nick, at);
    for (const [nick, count] of Object.entries(day.lines)) lines.set(nick, (lines.get(nick) ?? 0) + count);
  }
  return { first: [...first], lines: Object.fromEntries(lines), renames: days.flatMap(({ renames }) => renames) };
}

function shareOf(days: readonly DayFacts[], rank: number): MonthShare {
  const shares = days.flatMap((day) => day.shares[rank] ?? []).filter(({ entries }) => entries > 0);
  const ahead = shares.flatMap(({ clock }) => [
    aheadAt(clock, clock.since ?? 0),
    ...(clock.sets ?? []).map((set) => set.ahead),
  ]);
  const [first, last] = [shares[0], shares.at(-1)];
  return {
    entries: shares.reduce((sum, { entries }) => sum + entries, 0),
    alone: shares.reduce((sum, { alone }) => sum + alone, 0),
    news: shares.reduce((sum, { news }) => sum + news, 0),
    ...(first && last && { ahead: [Math.min(...ahead), Math.max(...ahead)], first: first.clock, last: last.clock }),
  };
}
