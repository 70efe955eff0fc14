// How far a logger's clock is ahead of the reference, from the lines that both have on one day.
//
// Every pair of equal lines within ten minutes of each other votes for a difference, the less the more pairs its line
// makes: a "k" said forty times says little, a sentence said once more than a "k". The difference with the most votes around it wins. Against a log of minutes,
// a line's true second lies anywhere in its minute, so the winner is what puts most lines into theirs; few lines leave a
// wide choice, and the clock of the day before is kept where it is in it.
import type { Seen } from './seen.ts';

/** Clocks that differ by more than this, in seconds, are not understood as the same moment. */
export const FARTHEST = 600;
/** Fewer votes tell nothing. */
const FEWEST = 3;
/** What a nick says in so many characters, it does not say every few minutes. */
const SENTENCE = 40;

export interface Clock {
  /** Seconds that the logger is ahead, at `since`: see `aheadAt`. */
  readonly ahead: number;
  /** Seconds that it gains in a second, from the epoch second `since` on; absent where it runs even. */
  readonly rate?: number;
  readonly since?: number;
  /** How far equal lines may lie apart, in seconds, once corrected. */
  readonly tolerance: number;
  /** Pairs of lines that say so; 0 where the day has too few and an earlier day's clock goes on. */
  readonly votes: number;
}

export const SAME_CLOCK: Clock = { ahead: 0, tolerance: 5, votes: 0 };

/** How long a clock is taken to gain on as it did, in seconds, where no line tells. */
const FORESEEN = 3 * 86_400;

/** Whole seconds to subtract from the logger's stamp `at` (epoch seconds). */
export function aheadAt({ ahead, rate = 0, since = 0 }: Clock, at: number): number {
  if (rate === 0) return ahead;
  return Math.round(ahead + rate * Math.max(-FORESEEN, Math.min(FORESEEN, at - since)));
}

/** When an event of the logger was, epoch seconds: its stamp, corrected. */
export function instantOf(clock: Clock, { at, later = 0 }: Seen): number {
  return at + later - aheadAt(clock, at + later);
}

interface Vote {
  /** Epoch seconds on the logger's clock. */
  readonly at: number;
  /** Seconds ahead that a pair of lines allows, and how much it says. */
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  /** The line makes no other pair. */
  readonly only: boolean;
}

/** A moment of the reference: when it was, and a line that tells of it. */
interface Told {
  readonly at: number;
  readonly members: readonly { readonly seen: Seen }[];
}

interface Stamped {
  readonly at: number;
  readonly precision: boolean;
}

/** What pairs of equal lines of two logs say of their clocks. */
function votesOf(some: readonly Told[], others: readonly Seen[]): readonly Vote[] {
  const stamps = new Map<string, Stamped[]>();
  for (const { at, members } of some) {
    const [{ seen } = { seen: undefined }] = members;
    if (!seen || seen.stamp === 'assumed' || seen.event.kind === 'log' || seen.event.kind === 'unparsed') continue;
    const stamp = { at, precision: seen.precision !== undefined };
    const list = stamps.get(seen.key);
    if (list) list.push(stamp);
    else stamps.set(seen.key, [stamp]);
  }
  const votes: Vote[] = [];
  for (const other of others) {
    if (other.stamp === 'assumed') continue;
    const near = nearOnes(stamps.get(other.key) ?? NONE, other.at);
    const worth = other.key.length >= SENTENCE ? 3 : 1;
    for (const one of near) {
      // Both stamps are the start of what they tell: a second or a minute.
      const low = other.at - one.at - (one.precision ? 59 : 0);
      votes.push({
        at: other.at,
        low,
        high: other.at - one.at + (other.precision ? 59 : 0),
        weight: worth / near.length,
        only: near.length === 1,
      });
    }
  }
  return votes;
}

const NONE: readonly Stamped[] = [];

/** Those (by time) that lie near enough to an instant to be the same moment. */
function nearOnes(stamps: readonly Stamped[], at: number): readonly Stamped[] {
  const reach = FARTHEST + 60;
  const [only] = stamps;
  if (stamps.length <= 1 || !only) return only && Math.abs(only.at - at) <= reach ? stamps : NONE;
  let low = 0;
  for (let high = stamps.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((stamps[middle]?.at ?? 0) < at - reach) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((stamps[end]?.at ?? Infinity) <= at + reach) end += 1;
  return stamps.slice(low, end);
}

const enough = (votes: readonly Vote[]): boolean => votes.reduce((sum, { weight }) => sum + weight, 0) >= FEWEST;

/** The clock of `others` against `some`, both by time; `before` goes on where the day does not tell, or tells no better. */
export function clockOf(some: readonly Told[], others: readonly Seen[], before: Clock): Clock {
  const votes = votesOf(some, others);
  if (!enough(votes)) return { ...before, votes: 0 };
  const middle = votes[Math.floor(votes.length / 2)]?.at ?? 0;
  const ahead = winner(votes, aheadAt(before, middle));
  const sure = votes.filter((vote) => vote.only && missOf(vote, ahead) <= FARTHEST_MISS);
  const clock = { ...(runOf(sure, before) ?? { ahead }), votes: votes.length };
  const misses = sure.map((vote) => missOf(vote, aheadAt({ ...clock, tolerance: 0 }, vote.at))).sort((a, b) => a - b);
  // A log of minutes shows no rate: a clock that gains is known by how far the day's ends lie off.
  const isWide = sure.some(({ low, high }) => low !== high);
  const usual = misses[isWide ? misses.length - 1 : Math.floor(misses.length * 0.98)] ?? 0;
  return { ...clock, tolerance: Math.min(15, Math.max(2, Math.ceil(usual) + 1)) };
}

/** Pairs that lie farther from a day's clock, in seconds, are not of one moment. */
const FARTHEST_MISS = 30;

const missOf = ({ low, high }: Pick<Vote, 'low' | 'high'>, ahead: number): number =>
  Math.max(low - ahead, ahead - high, 0);

/** Fewer pairs, or pairs of a shorter time in seconds, do not show whether a clock runs even. */
const FEWEST_OF_RATE = 8;
const SHORTEST = 3 * 3600;
/** A clock that gains less than this in a day runs even: lines come late by as much. */
const EVEN = 2;

/** How a clock runs, by least squares, or as it did before; undefined where it runs even, or the log tells minutes only. */
function runOf(votes: readonly Vote[], before: Clock): Pick<Clock, 'ahead' | 'rate' | 'since'> | undefined {
  if (votes.length === 0 || votes.some(({ low, high }) => low !== high)) return undefined;
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const since = mean(votes.map(({ at }) => at));
  const ahead = mean(votes.map(({ low }) => low));
  const [first, last] = [votes[0]?.at ?? 0, votes.at(-1)?.at ?? 0];
  if (votes.length < FEWEST_OF_RATE || last - first < SHORTEST)
    return before.rate === undefined ? undefined : { ahead, rate: before.rate, since };
  const spread = mean(votes.map(({ at }) => (at - since) ** 2));
  const rate = mean(votes.map(({ at, low }) => (at - since) * (low - ahead))) / spread;
  return Math.abs(rate) * 86_400 < EVEN ? undefined : { ahead, rate, since };
}

/** Seconds that `others` are ahead of `some` on average, with a fraction; undefined where too few lines are in both. */
export function stampDifference(some: readonly Seen[], others: readonly Seen[]): number | undefined {
  const votes = votesOf(
    some.map((seen) => ({ at: seen.at, members: [{ seen }] })),
    others,
  );
  if (!enough(votes)) return undefined;
  const ahead = winner(votes, 0);
  const near = votes.map(({ low, high }) => (low + high) / 2).filter((one) => Math.abs(one - ahead) <= 60);
  return near.length === 0 ? ahead : near.reduce((sum, one) => sum + one, 0) / near.length;
}

/** The whole second with the most votes, those a second beside it counting half; of several as good, the one nearest to `before`. */
function winner(votes: readonly Vote[], before: number): number {
  const size = 2 * FARTHEST + 1;
  const steps = new Float64Array(size + 1);
  const add = (low: number, high: number, weight: number): void => {
    const from = Math.max(0, Math.round(low) + FARTHEST);
    const to = Math.min(size, Math.round(high) + 1 + FARTHEST);
    if (from >= to) return;
    steps[from] = (steps[from] ?? 0) + weight;
    steps[to] = (steps[to] ?? 0) - weight;
  };
  for (const { low, high, weight } of votes) {
    add(low, high, weight / 2);
    add(low - 1, high + 1, weight / 2);
  }
  let sum = 0;
  const sums = Array.from({ length: size }, (_, at) => (sum += steps[at] ?? 0));
  const most = Math.max(...sums);
  const distance = (at: number): number => Math.abs(at - FARTHEST - before);
  let best = -1;
  for (const [at, votesHere] of sums.entries())
    if (votesHere > most - 1e-6 && (best < 0 || distance(at) < distance(best))) best = at;
  if (best - FARTHEST === before) return before;
  return middle(sums, best) - FARTHEST;
}

/** The middle of the plateau that an index lies on. */
function middle(sums: readonly number[], index: number): number {
  const height = sums[index] ?? 0;
  const level = (at: number): boolean => Math.abs((sums[at] ?? 0) - height) < 1e-6;
  let low = index;
  let high = index;
  while (low > 0 && level(low - 1)) low -= 1;
  while (high < sums.length - 1 && level(high + 1)) high += 1;
  return Math.round((low + high) / 2);
}
