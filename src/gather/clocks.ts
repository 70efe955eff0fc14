// How far a logger's clock is ahead of the reference, from the lines that both have on one day.
//
// Every pair of equal lines within ten minutes of each other votes for a difference, the less the more pairs its lines
// make: a "k" said forty times says little, a sentence said once more than a "k". The difference with the most votes around it
// wins. Against a log of minutes, a line's true second lies anywhere in its minute, so the winner is what puts most lines into
// theirs; few lines leave a wide choice, and the clock of the day before is kept where it is in it. A clock that was set is so
// far ahead until then, and otherwise from then on.
import type { Seen } from './seen.ts';
import { settingsIn, type Setting } from './setting.ts';
import { enough, missOf, votesOf, winner, type Told, type Vote } from './votes.ts';

export interface Clock {
  /** Seconds that the logger is ahead, at `since`: see `aheadAt`. */
  readonly ahead: number;
  /** Seconds that it gains in a second, from the epoch second `since` on; absent where it runs even. */
  readonly rate?: number;
  readonly since?: number;
  /** It was set, by time: from each stamp on it is so many seconds ahead. */
  readonly sets?: readonly Setting[];
  /** How far equal lines may lie apart, in seconds, once corrected. */
  readonly tolerance: number;
  /** The day, counted from 1970, whose lines told so last. */
  readonly toldOn?: number;
  /** Pairs since then that tell otherwise, too few to be believed. */
  readonly doubts?: readonly Vote[];
}

/** What a clock shows, and how it runs. */
type Run = Omit<Clock, 'tolerance' | 'toldOn' | 'doubts'>;

/** That of a logger whose clock is the reference's: equal lines lie a little apart all the same. */
export const SAME_CLOCK: Clock = { ahead: 0, tolerance: 5 };

/** How long a clock is taken to gain on as it did, in seconds, where no line tells. */
const FORESEEN = 3 * 86_400;

/** Whole seconds to subtract from the logger's stamp `at` (epoch seconds). */
export function aheadAt({ ahead, rate = 0, since = 0, sets }: Run, at: number): number {
  const set = sets?.findLast((one) => at >= one.at);
  if (set) return set.ahead;
  if (rate === 0) return ahead;
  return Math.round(ahead + rate * Math.max(-FORESEEN, Math.min(FORESEEN, at - since)));
}

/** When an event of the logger was, epoch seconds: its stamp, corrected. */
export function instantOf(clock: Clock, { at, later = 0 }: Seen): number {
  return at + later - aheadAt(clock, at + later);
}

/** The clock of `others` against `some`, both by time; `before` goes on where the day does not tell, or tells no better. */
export function clockOf(some: readonly Told[], others: readonly Seen[], before: Clock): Clock {
  const { tolerance, toldOn } = before;
  const wasSet = before.sets?.at(-1);
  const earlier: Clock = wasSet ? { ahead: wasSet.ahead, tolerance, ...(toldOn !== undefined && { toldOn }) } : before;
  const all = votesOf(some, others);
  // Too few to find a clock by, but where they lie near what the day before told, they tell how it went on.
  const isExpected = (vote: Vote): boolean =>
    vote.only && missOf(vote, aheadAt(earlier, vote.at)) <= missAfter(daysApart(vote, toldOn));
  const votes = enough(all) ? all : all.filter(isExpected);
  const last = votes.at(-1);
  if (!last) return doubted(all, earlier);
  const middle = votes[Math.floor(votes.length / 2)]?.at ?? 0;
  const ahead = winner(votes, aheadAt(earlier, middle));
  const isNear = (vote: Vote, by: number): boolean => vote.only && missOf(vote, by) <= FARTHEST_MISS;
  const run = runOf(
    votes.filter((vote) => isNear(vote, ahead)),
    earlier,
  );
  const runs: Run = run ?? { ahead };
  const set = settingsIn(votes, ahead, ({ at }) => aheadAt(runs, at));
  const clock: Run = set ?? runs;
  const sure = votes.filter((vote) => isNear(vote, set ? aheadAt(clock, vote.at) : ahead));
  const misses = sure.map((vote) => missOf(vote, aheadAt(clock, vote.at))).sort((a, b) => a - b);
  // A log of minutes shows no rate: a clock that gains is known by how far the day's ends lie off.
  const isWide = sure.some(({ low, high }) => low !== high);
  const usual = misses[isWide ? misses.length - 1 : Math.floor(misses.length * 0.98)] ?? 0;
  return { ...clock, tolerance: Math.min(15, Math.max(2, Math.ceil(usual) + 1)), toldOn: dayOf(last) };
}

/** A clock of which a day's few pairs tell otherwise: these are believed where those of days before tell the same. */
function doubted(votes: readonly Vote[], earlier: Clock): Clock {
  const only = votes.filter((vote) => vote.only);
  const last = only.at(-1);
  if (!last) return earlier;
  const doubts = [...(earlier.doubts ?? []), ...only].slice(-DOUBTS);
  const ahead = winner(only, aheadAt(earlier, last.at));
  const agreed = doubts.filter((vote) => missOf(vote, ahead) <= missAfter(daysApart(last, dayOf(vote))));
  return enough(agreed) ? { ...SAME_CLOCK, ahead, toldOn: dayOf(last) } : { ...earlier, doubts };
}

/** So many pairs that tell otherwise are remembered. */
const DOUBTS = 8;

const dayOf = ({ at }: Vote): number => Math.floor(at / 86_400);
/** How many days after another a pair is; 0 where the other is not known. */
const daysApart = (vote: Vote, day = dayOf(vote)): number => Math.max(0, dayOf(vote) - day);

/** Pairs that lie farther from a day's clock, in seconds, are not of one moment. */
const FARTHEST_MISS = 30;
/** What a clock may gain in a day, and in all the time in which no line tells of it, in seconds. */
const GAIN = 5;
const MOST_GAINED = 300;

/** How far a pair may lie from what was told so many days before. */
const missAfter = (days: number): number => FARTHEST_MISS + Math.min(MOST_GAINED, GAIN * days);

/** Fewer pairs, or pairs of a shorter time in seconds, do not show whether a clock runs even. */
const FEWEST_OF_RATE = 8;
const SHORTEST = 3 * 3600;
/** A clock that gains less than this from the first pair to the last runs even: lines come late by as much. */
const EVEN = 2;

/** How a clock runs, by least squares, or as it did before; undefined where it runs even, or the log tells minutes only. */
function runOf(
  votes: readonly Vote[],
  before: Pick<Clock, 'rate'>,
): Pick<Clock, 'ahead' | 'rate' | 'since'> | undefined {
  if (votes.length === 0 || votes.some(({ low, high }) => low !== high)) return undefined;
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const since = mean(votes.map(({ at }) => at));
  const ahead = mean(votes.map(({ low }) => low));
  const [first, last] = [votes[0]?.at ?? 0, votes.at(-1)?.at ?? 0];
  const shows = (rate: number): boolean => Math.abs(rate) * (last - first) >= EVEN;
  const { rate: earlier } = before;
  if (votes.length >= FEWEST_OF_RATE && last - first >= SHORTEST) {
    const spread = mean(votes.map(({ at }) => (at - since) ** 2));
    const rate = mean(votes.map(({ at, low }) => (at - since) * (low - ahead))) / spread;
    if (shows(rate)) return { ahead, rate, since };
    if (earlier === undefined || shows(earlier)) return undefined;
  }
  return earlier === undefined ? undefined : { ahead, rate: earlier, since };
}

const toldBy = (events: readonly Seen[]): readonly Told[] =>
  events.map((seen) => ({ at: seen.at, members: [{ seen }] }));

/** Whole seconds that `others` are ahead of `some`; undefined where too few lines are in both. */
export function secondsAhead(some: readonly Seen[], others: readonly Seen[]): number | undefined {
  const votes = votesOf(toldBy(some), others);
  return enough(votes) ? winner(votes, 0) : undefined;
}

/** The same on average, with a fraction. */
export function stampDifference(some: readonly Seen[], others: readonly Seen[]): number | undefined {
  const votes = votesOf(toldBy(some), others);
  if (!enough(votes)) return undefined;
  const ahead = winner(votes, 0);
  const near = votes.map(({ low, high }) => (low + high) / 2).filter((one) => Math.abs(one - ahead) <= 60);
  return near.length === 0 ? ahead : near.reduce((sum, one) => sum + one, 0) / near.length;
}
