// Which lines of a logger a day is gathered from, and what it leaves to the next: a line just before midnight may be the same
// as another logger's just after it.
import { daysAround, type Day } from '../time.ts';
import { aheadAt, type Clock } from './clocks.ts';
import type { Cluster } from './cluster.ts';
import type { Seen } from './seen.ts';
import { FARTHEST } from './votes.ts';

/** One client's history of the channel, its files joined. */
export interface Logger {
  /** Its events of a day of the archive by their own stamps, by time, equal lines numbered. */
  readonly eventsOf: (date: string) => Promise<readonly Seen[]>;
  /** Known error of its clock: seconds that it is ahead. */
  readonly ahead?: number;
  /** How far ahead its clock is taken to be from a day on, until a day's own lines tell. */
  readonly opening?: { readonly date: string; readonly ahead: number };
  /** A bouncer repeats itself in it. */
  readonly replays?: boolean;
}

type Mark = readonly [at: number, sha: string, twin: number];

/** What one day leaves to the next, of each logger. Plain data: it is kept between builds. */
export interface Carry {
  readonly loggers: readonly {
    readonly clock: Clock;
    /** Its lines stamped before this are gathered, epoch seconds. */
    readonly cut: number;
    /** Lines after the cut that are gathered already, and lines before it that belong to the next day. */
    readonly done: readonly Mark[];
    readonly open: readonly Mark[];
  }[];
}

const markOf = ({ at, sha, twin }: Seen): Mark => [at, sha, twin];
const keyOf = ([at, sha, twin]: Mark): string => `${at} ${sha} ${twin}`;

/** True where a day is made of its own lines only: one logger, whose clock is right and who hears nothing twice. */
export function standsAlone([logger, ...others]: readonly Logger[]): boolean {
  return others.length === 0 && !logger?.ahead && !logger?.replays;
}

/** On how many days before and after a day its lines can be stamped. */
export function reachOf(loggers: readonly Pick<Logger, 'ahead'>[]): number {
  const farthest = Math.max(...loggers.map(({ ahead = 0 }) => Math.abs(ahead)));
  return Math.ceil((farthest + FARTHEST * 2) / 86_400);
}

/** A logger's lines of all days that can have one of this day. */
export function linesAround(day: Day, logger: Logger): Promise<readonly (readonly Seen[])[]> {
  return Promise.all(daysAround(day.date, reachOf([logger])).map((date) => logger.eventsOf(date)));
}

/**
 * A logger's lines from where the last day left off to ten minutes into the next day, and those that a bouncer repeated on
 * that next day: they may be what was said on this one.
 */
export async function windowOf(
  day: Day,
  logger: Logger,
  left: Carry['loggers'][number] | undefined,
): Promise<readonly Seen[]> {
  const done = new Set(left?.done.map(keyOf));
  const open = new Set(left?.open.map(keyOf));
  const cut = left?.cut ?? -Infinity;
  const until = day.end + FARTHEST * 2 + Math.max(0, logger.ahead ?? 0);
  const events: Seen[] = [];
  for (const list of await linesAround(day, logger))
    for (const seen of list) {
      if (seen.at >= until && !seen.replay) {
        if (logger.replays) continue;
        break;
      }
      const wanted =
        seen.at < cut
          ? open.size > 0 && open.has(keyOf(markOf(seen)))
          : done.size === 0 || !done.has(keyOf(markOf(seen)));
      if (wanted) events.push(seen);
    }
  return events;
}

/** What a day leaves, given its clusters and those beyond it. */
export function carryOf(
  day: Day,
  today: readonly Cluster[],
  later: readonly Cluster[],
  clocks: readonly Clock[],
): Carry {
  const evening = today.filter(
    ({ at, members }) => at >= day.end - FARTHEST || members.some(({ seen }) => seen.replay),
  );
  return {
    loggers: clocks.map((clock, rank) => {
      const cut = day.end + aheadAt(clock, day.end);
      const marks = (clusters: readonly Cluster[], gone: boolean): Mark[] =>
        clusters.flatMap(({ members }) =>
          members
            .filter(({ logger, seen }) => logger === rank && seen.at < cut !== gone)
            .map(({ seen }) => markOf(seen)),
        );
      return { clock, cut, done: marks(evening, true), open: marks(later, false) };
    }),
  };
}
