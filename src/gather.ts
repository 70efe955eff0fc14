// The histories of one channel from several files and loggers become one, each line once, each with its address.
//
//   files of a logger → joinFiles → that logger's day ┐
//   another logger's day, its clock (clocks.ts) ──────┴→ merge → clusters → claim → entries of the day
//                 once more, where others tell the pass of a line (folds.ts) ┘
//
// A day is gathered from its own lines and ten minutes of the next: whether a line just before midnight is the same as
// another logger's just after it is decided once, on the earlier day, and carried to the later one.
import type { Entry } from './events.ts';
import { claim } from './gather/claim.ts';
import { clockOf, instantOf, SAME_CLOCK, type Clock } from './gather/clocks.ts';
import { entryOf } from './gather/entry.ts';
import { inPasses, isUnsure, passesOf, type Passes } from './gather/folds.ts';
import { merge } from './gather/merge.ts';
import type { Cluster } from './gather/cluster.ts';
import { withReplays, type Replay } from './gather/replay.ts';
import type { Seen } from './gather/seen.ts';
import { FARTHEST } from './gather/votes.ts';
import { carryOf, linesAround, standsAlone, windowOf, type Carry, type Logger } from './gather/window.ts';
import { byUnits } from './shared/order.ts';
import { addDays, type Day, type Zone } from './time.ts';

export { asLogged } from './gather/banners.ts';
export { joinFiles } from './gather/join.ts';
export { keyOf, numbered, seen, type Seen } from './gather/seen.ts';
export { stretchesOf } from './gather/stretches.ts';
export { reachOf, standsAlone, type Carry, type Logger } from './gather/window.ts';
export { aheadAt, instantOf, secondsAhead, stampDifference, type Clock } from './gather/clocks.ts';
export { inPasses, type Passes } from './gather/folds.ts';

/** What ranks loggers: the first is the reference, whose stamps and addresses the others' follow. */
export interface Rank {
  readonly ahead?: number;
  /** It tells minutes only. */
  readonly minutes: boolean;
  /** Epoch seconds of its first event. */
  readonly first: number;
  /** SHA-256 of that event's address, and of those behind it. */
  readonly sha: string;
}

/** The order of loggers: a clock error that is known, seconds over minutes, the earliest first event, its smaller hash. */
export function byRank(a: Rank, b: Rank): number {
  return (
    Number(a.ahead === undefined) - Number(b.ahead === undefined) ||
    Number(a.minutes) - Number(b.minutes) ||
    a.first - b.first ||
    byUnits(a.sha, b.sha)
  );
}

/** How many of a day's lines came from a logger, how many only it has, and how many no logger before it has. */
export interface Share {
  readonly entries: number;
  readonly alone: number;
  readonly news: number;
  readonly clock: Clock;
}

export interface Gathered {
  readonly entries: readonly Entry[];
  /** For each entry, in their order, the loggers that have it (indexes), and lines of the log it accounts for. */
  readonly sources: readonly {
    readonly loggers: readonly number[];
    readonly lines: number;
    readonly doubles: number;
    /** Only a bouncer's word for it, and when it came, not when it was. */
    readonly replay?: true;
  }[];
  readonly carry: Carry;
  readonly shares: readonly Share[];
  /** For each logger, an hour that comes twice as others tell it: see `inPasses`. */
  readonly passes: readonly Passes[];
}

/**
 * The entries of a day from its loggers (by rank), given what the last gathered day left; days come in order. The first zone
 * is the archive's, the others are those that addresses were issued under before.
 */
export async function gatherDay(
  day: Day,
  loggers: readonly Logger[],
  zones: readonly Zone[],
  before?: Carry,
): Promise<Gathered> {
  let clusters: readonly Cluster[] = [];
  const clocks: Clock[] = [];
  const alone = standsAlone(loggers);
  const replays: Replay[] = [];
  const histories: (readonly Seen[])[] = [];
  for (const [rank, logger] of loggers.entries()) {
    const events: Seen[] = [];
    for (const seen of alone ? await logger.eventsOf(day.date) : await windowOf(day, logger, before?.loggers[rank]))
      if (seen.replay) replays.push({ logger: rank, seen });
      else events.push(seen);
    const known: Clock = { ...SAME_CLOCK, ahead: logger.ahead ?? 0 };
    const reference = rank === 0 || logger.ahead !== undefined;
    const { opening } = logger;
    const opened = { ...SAME_CLOCK, ahead: opening?.ahead ?? 0 };
    const earlier = opening?.date === day.date ? opened : (before?.loggers[rank]?.clock ?? known);
    const clock = reference ? known : clockOf(clusters, events, earlier);
    clocks.push(clock);
    histories.push(events);
    clusters = merge(clusters, rank, events, clock);
  }
  const passes =
    alone || !histories.some((events) => events.some(isUnsure)) ? [] : await passesOn(day, loggers, clocks);
  if (passes.length > 0) clusters = mergedByPass(histories, clocks, passes);
  const again = replays.map((replay) => replayIn(replay, passes[replay.logger]));
  const told = withReplays(clusters, await replaysFor(day, loggers, again, clocks), clocks);
  clusters = told.clusters;
  for (const [rank, clock] of clocks.entries()) {
    const left = told.left.filter(({ logger, seen }) => logger === rank && seen.at < day.end + FARTHEST * 2);
    if (left.length > 0)
      clusters = merge(
        clusters,
        rank,
        left.map(({ seen }) => seen),
        clock,
      );
  }
  const sorted = clusters.toSorted((a, b) => a.at - b.at);
  const later = sorted.findIndex(({ at }) => at >= day.end);
  const today = sorted
    .slice(0, later < 0 ? undefined : later)
    .map((one) => (one.at < day.start ? { ...one, at: day.start } : one));
  const addresses = claim(today, day.date, zones);
  return {
    entries: today.map((cluster, index) => entryOf(cluster, addresses[index] ?? { id: '', aliases: [] })),
    sources: today.map(sourceOf),
    carry: carryOf(day, today, sorted.slice(today.length), clocks),
    shares: sharesOf(today, clocks),
    passes,
  };
}

/** The passes of each logger's lines around a day on which a repeated hour's lines lie. */
async function passesOn(day: Day, loggers: readonly Logger[], clocks: readonly Clock[]): Promise<readonly Passes[]> {
  // From all that they have, whatever is gathered already: the days that a repeated hour lies on tell the same of it.
  const whole = await Promise.all(loggers.map(async (logger) => (await linesAround(day, logger)).flat()));
  return passesOf(whole, clocks);
}

/** Merged again, where a repeated hour's lines lie as other loggers tell. */
function mergedByPass(
  histories: readonly (readonly Seen[])[],
  clocks: readonly Clock[],
  passes: readonly Passes[],
): readonly Cluster[] {
  let clusters: readonly Cluster[] = [];
  for (const [rank, clock] of clocks.entries())
    clusters = merge(clusters, rank, inPasses(histories[rank] ?? [], passes[rank]), clock);
  return clusters;
}

/** A replay in the pass that the lines around it lie in. */
function replayIn(replay: Replay, passes: Passes | undefined): Replay {
  const [seen = replay.seen] = inPasses([replay.seen], passes);
  return { ...replay, seen };
}

/** Without those of the next day that repeat something of that day itself. */
async function replaysFor(
  day: Day,
  loggers: readonly Logger[],
  replays: readonly Replay[],
  clocks: readonly Clock[],
): Promise<readonly Replay[]> {
  const isNext = ({ seen }: Replay): boolean => seen.at >= day.end;
  if (!replays.some(isNext)) return replays;
  const next: Cluster[] = [];
  for (const [logger, { eventsOf }] of loggers.entries())
    for (const seen of await eventsOf(addDays(day.date, 1)))
      if (!seen.replay) next.push({ at: instantOf(clocks[logger] ?? SAME_CLOCK, seen), members: [{ logger, seen }] });
  next.sort((a, b) => a.at - b.at);
  return [...replays.filter((one) => !isNext(one)), ...withReplays(next, replays.filter(isNext), clocks).left];
}

function sourceOf({ members }: Cluster): Gathered['sources'][number] {
  const [only] = members;
  if (only && members.length === 1 && !only.seen.replay)
    return { loggers: [only.logger], lines: only.seen.lines, doubles: 0 };
  let doubles = 0;
  for (let index = 1; index < members.length; index++) doubles += members[index]?.seen.lines ?? 0;
  return {
    loggers: members.map(({ logger }) => logger),
    lines: members[0]?.seen.lines ?? 0,
    doubles,
    ...(members.every(({ seen }) => seen.replay) && { replay: true }),
  };
}

function sharesOf(clusters: readonly Cluster[], clocks: readonly Clock[]): readonly Share[] {
  const shares = clocks.map((clock) => ({ entries: 0, alone: 0, news: 0, clock }));
  for (const { members } of clusters)
    members.forEach(({ logger }, index) => {
      const share = shares[logger];
      if (!share || members.findIndex((one) => one.logger === logger) < index) return;
      share.entries += 1;
      if (members.every((one) => one.logger === logger)) share.alone += 1;
      if (members.every((one) => one.logger >= logger)) share.news += 1;
    });
  return shares;
}
