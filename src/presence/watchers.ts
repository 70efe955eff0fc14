// Loggers of one channel see it differently: some leave out who comes and goes, if only at times, and a netsplit has two sides.
//
//   one (hub)    * ada has quit (hub.example leaf.example)                        * ada has joined
//   two (leaf)   * bob has quit (leaf.example hub.example)      <ada> hm          * bob has joined
//                ada was in the channel all along: two is a witness, who watched, and from the other side
//
//   one          ──────────   left   ──────────
//   two          <ada> hi   <bob> hi   <ada> hi     its client hides joins and quits: the channel is dim while one is away
import type { Gap } from '../day.ts';
import { blindSpots } from './blind.ts';
import { splitServers } from './netsplit.ts';
import { EVER } from './eye.ts';
import { isQuietAlways } from './quiet.ts';
import { spanWithout, type Span } from './spans.ts';
import type { Telling } from './traces.ts';

/** What the loggers of a channel could see, each by itself. Plain data. */
export interface Watchers {
  /** When nobody watched but loggers whose logs leave out who comes and goes, ascending. */
  readonly dim: readonly Span[];
  /** The gaps of each logger whose log tells who leaves, by rank. */
  readonly gaps: readonly (readonly [rank: number, gaps: readonly Gap[]])[];
}

/** Seconds between the quits of one netsplit, or the joins after it, as one client tells them. */
const TOGETHER = 60;
/** Seconds within which both servers notice that they lost each other. */
const NOTICED = 300;

const holds = ({ from, to }: Span, at: number): boolean => from <= at && at < to;

/**
 * What the loggers could see; undefined where there is one that always tells who comes and goes, or none ever does. `quiet` says,
 * by rank, when a log left them out; `blind` is where all of them were blind.
 */
export function watchersOf(
  gaps: readonly (readonly Gap[])[],
  quiet: readonly (readonly Span[])[],
  blind: readonly Gap[],
): Watchers | undefined {
  const isQuiet = quiet.some((spans) => spans.length > 0);
  const telling = gaps.flatMap((its, rank) =>
    its.length > 0 && !isQuietAlways(quiet[rank] ?? []) ? [[rank, its] as const] : [],
  );
  if (telling.length === 0 || (gaps.length < 2 && !isQuiet)) return undefined;
  const deaf = telling.map(([rank, its]) => [
    ...its,
    ...(quiet[rank] ?? []).map((span): Gap => ({ ...span, cause: 'hole' })),
  ]);
  // After all logs nothing is seen: to say so again would change what is kept of old days with each new line.
  const inside = blind.filter(({ to }) => to < EVER);
  return { dim: isQuiet ? blindSpots(deaf).flatMap((spot) => spanWithout(spot, inside)) : [], gaps: telling };
}

/** Of some watchers, what meets a time. */
export function watchersWithin({ dim, gaps }: Watchers, from: number, to: number): Watchers {
  const meets = (span: Span): boolean => span.to >= from && span.from < to;
  return { dim: dim.filter(meets), gaps: gaps.map(([rank, its]) => [rank, its.filter(meets)]) };
}

/** A coming or going that only some loggers tell. */
interface Partial {
  readonly at: number;
  readonly by: readonly number[];
  readonly reason?: string;
}

/**
 * By rank, the loggers that were on the other side, for the quits of netsplits and for joins: they watched, tell no such line, and
 * tell meanwhile what only that side sees. A log that merely has no line may be one whose lines are missing; to a bouncer's client
 * that comes back, and to nobody else, its own join is told.
 */
export function witnessesOf(entries: readonly Telling[], watchers: Watchers | undefined) {
  const quits: Partial[] = [];
  const joins: Partial[] = [];
  for (const { kind, at, by, ...told } of watchers ? entries : []) {
    if (!by) continue;
    if (kind === 'join') joins.push({ at, by });
    else if ('reason' in told && splitServers(told.reason)) quits.push({ at, by, reason: told.reason });
  }
  /** Loggers of some lines within so many seconds. */
  const near = (lines: readonly Partial[], at: number, within: number, those: (line: Partial) => boolean) =>
    lines.filter((line) => Math.abs(line.at - at) <= within && those(line)).flatMap(({ by }) => by);
  /** Whether two loggers tell the same of who comes and quits, but for somebody. */
  const haveInCommon = (one: number, other: number, but: string | undefined): boolean =>
    entries.some(
      ({ kind, nick, by }) =>
        (kind === 'join' || kind === 'quit') && nick !== but && (!by || (by.includes(one) && by.includes(other))),
    );
  return (entry: Telling): readonly number[] => {
    const { at, by } = entry;
    if (!watchers || !by) return [];
    const isJoin = entry.kind === 'join';
    const reason = entry.kind === 'quit' ? entry.reason : undefined;
    if (!isJoin && !splitServers(reason)) return [];
    const across = isJoin
      ? near(joins, at, TOGETHER, () => true)
      : near(quits, at, NOTICED, (quit) => quit.reason !== reason);
    // A client that comes back to its bouncer tells a join, and nobody else does who hears the same otherwise.
    const isReturn = (rank: number): boolean =>
      isJoin && entry.own === true && by.some((one) => haveInCommon(one, rank, entry.nick));
    // Who tells any quit of the same split was on this side of it, though its client may not name everybody.
    const here = isJoin ? by : near(quits, at, TOGETHER, (quit) => quit.reason === reason);
    return watchers.gaps
      .filter(([rank]) => (isReturn(rank) || across.includes(rank)) && !here.includes(rank))
      .filter(([, gaps]) => !gaps.some((gap) => holds(gap, at)))
      .map(([rank]) => rank);
  };
}
