// How far loggers' clocks were off at first, where no single day tells: a channel in which a line or two is said a day, the
// quiet days on which somebody began to log. The lines of some days together tell what those of each do not.
import { secondsAhead, type Seen } from '../gather.ts';
import { append } from '../shared/append.ts';
import { addDays } from '../time.ts';
import type { Comparing } from './comparisons.ts';
import type { ChannelLogger } from './channel-logger.ts';

/** How many days that two loggers have are looked at together. */
const DAYS = 20;

/** The loggers, by rank, with what their first days tell of their clocks. */
export async function withOpenings(
  loggers: readonly ChannelLogger[],
  compare: Comparing,
): Promise<readonly ChannelLogger[]> {
  const all: ChannelLogger[] = [];
  for (const logger of loggers) {
    const opening = logger.ahead === undefined ? await openingOf(logger, all, compare) : undefined;
    all.push(opening ? { ...logger, opening } : logger);
  }
  return all;
}

/** Against the first of those before it with which it has enough lines in common. */
async function openingOf(
  logger: ChannelLogger,
  others: readonly ChannelLogger[],
  compare: Comparing,
): Promise<ChannelLogger['opening']> {
  for (const other of others) {
    const theirs = new Set(other.dates);
    const dates = logger.dates.filter((date) => theirs.has(date)).slice(0, DAYS);
    const [first] = dates;
    if (first === undefined) continue;
    const key = ['opening', logger.keyOf(dates), other.keyOf(dates)];
    const ahead = await compare(key, () => aheadOverDays(logger, other, dates));
    // The first day tells by itself.
    if (ahead === false) return undefined;
    if (ahead !== null) return { date: addDays(first, -1), ahead: ahead + (other.opening?.ahead ?? other.ahead ?? 0) };
  }
  return undefined;
}

/** Whole seconds that a logger is ahead, by as many days as it takes; false where one is enough, null where none are. */
async function aheadOverDays(
  logger: ChannelLogger,
  other: ChannelLogger,
  dates: readonly string[],
): Promise<number | false | null> {
  const [mine, theirs]: [Seen[], Seen[]] = [[], []];
  for (const [index, date] of dates.entries()) {
    append(mine, await logger.eventsOf(date));
    append(theirs, await other.eventsOf(date));
    const ahead = secondsAhead(theirs, mine);
    if (ahead !== undefined) return index > 0 && ahead;
  }
  return null;
}
