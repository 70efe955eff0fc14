// Several loggers of one channel see it differently: some leave out who comes and goes, and a netsplit has two sides.
//
//   one (hub)    * ada has quit (hub.example leaf.example)                    * ada has joined
//   two (leaf)   <ada> still here      ada was in the channel all along: two is a witness, who watched and tells no quit
//
//   one          ──────────   left   ──────────
//   two          <ada> hi   <bob> hi   <ada> hi     its client hides joins and quits: the channel is dim while one is away
import type { Gap } from '../day.ts';
import { blindSpots } from './blind.ts';
import { splitServers } from './netsplit.ts';
import type { Telling } from './traces.ts';

/** Half-open, epoch seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the loggers of a channel could see, each by itself. Plain data. */
export interface Watchers {
  /** When nobody watched but loggers whose logs leave out who comes and goes, ascending. */
  readonly dim: readonly Span[];
  /** The gaps of each logger whose log tells who leaves, by rank. */
  readonly gaps: readonly (readonly [rank: number, gaps: readonly Gap[]])[];
}

/** Seconds between the quits of one netsplit, as one client tells them. */
const TOGETHER = 60;

const holds = ({ from, to }: Span, at: number): boolean => from <= at && at < to;

/**
 * What several loggers could see; undefined where there is only one, or none tells who comes and goes. `tells` says, by rank,
 * whether a log does; `blind` is where all of them were blind.
 */
export function watchersOf(
  gaps: readonly (readonly Gap[])[],
  tells: readonly boolean[],
  blind: readonly Gap[],
): Watchers | undefined {
  const telling = gaps.flatMap((its, rank) => (tells[rank] && its.length > 0 ? [[rank, its] as const] : []));
  if (gaps.length < 2 || telling.length === 0) return undefined;
  const unseen = telling.length < gaps.length ? blindSpots(telling.map(([, its]) => its)) : [];
  return { dim: unseen.flatMap((spot) => without(spot, blind)), gaps: telling };
}

/** What is left of a span where others, ascending, are taken away. */
function without({ from, to }: Span, others: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let start = from;
  for (const other of others) {
    if (other.to <= start || other.from >= to) continue;
    if (other.from > start) left.push({ from: start, to: other.from });
    start = other.to;
  }
  if (start < to) left.push({ from: start, to });
  return left;
}

/** Of some watchers, what meets a time. */
export function watchersWithin({ dim, gaps }: Watchers, from: number, to: number): Watchers {
  const meets = (span: Span): boolean => span.to >= from && span.from < to;
  return { dim: dim.filter(meets), gaps: gaps.map(([rank, its]) => [rank, its.filter(meets)]) };
}

/** By rank, the loggers that watched, tell who comes and goes, and do not tell the entry. */
export function othersOf({ at, by }: Telling, watchers: Watchers | undefined): readonly number[] {
  if (!watchers || !by) return [];
  return watchers.gaps
    .filter(([rank, gaps]) => !by.includes(rank) && !gaps.some((gap) => holds(gap, at)))
    .map(([rank]) => rank);
}

/** For a netsplit's quit, by rank, the loggers that still saw who quit; none for other entries. */
export function witnessesOf(entries: readonly Telling[], watchers: Watchers | undefined) {
  const told = new Map<string, { readonly at: number; readonly by: readonly number[] }[]>();
  for (const entry of watchers ? entries : []) {
    if (entry.kind !== 'quit' || !entry.by || entry.reason === undefined || !splitServers(entry.reason)) continue;
    const list = told.get(entry.reason);
    if (list) list.push({ at: entry.at, by: entry.by });
    else told.set(entry.reason, [{ at: entry.at, by: entry.by }]);
  }
  return (entry: Telling): readonly number[] => {
    const quits = entry.kind === 'quit' && entry.by ? told.get(entry.reason ?? '') : undefined;
    if (!quits) return [];
    // Who tells any quit of the same split was on this side of it, though its client may not name everybody.
    const near = quits.filter(({ at }) => Math.abs(at - entry.at) <= TOGETHER).flatMap(({ by }) => by);
    return othersOf(entry, watchers).filter((rank) => !near.includes(rank));
  };
}
