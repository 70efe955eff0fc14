// What pairs of equal lines of two logs say of how far one's clock is ahead of the other's.
import type { Seen } from './seen.ts';

/** Clocks that differ by more than this, in seconds, are not understood as the same moment. */
export const FARTHEST = 600;
/** Fewer votes tell nothing. */
const FEWEST = 3;
/** What a nick says in so many characters, it does not say every few minutes. */
const SENTENCE = 40;

export interface Vote {
  /** Epoch seconds on the logger's clock. */
  readonly at: number;
  /** Seconds ahead that a pair of lines allows, and how much it says. */
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  /** Neither of its lines makes another pair. */
  readonly only: boolean;
}

/** A moment of the reference: when it was, and a line that tells of it. */
export interface Told {
  readonly at: number;
  readonly members: readonly { readonly seen: Seen }[];
}

interface Stamped {
  readonly at: number;
  readonly precision: boolean;
  /** How many lines of the other log it makes pairs with. */
  pairs: number;
}

/** What pairs of equal lines of two logs say of their clocks. */
export function votesOf(some: readonly Told[], others: readonly Seen[]): readonly Vote[] {
  const stamps = new Map<string, Stamped[]>();
  for (const { at, members } of some) {
    const [{ seen } = { seen: undefined }] = members;
    if (!seen || seen.stamp === 'assumed' || seen.event.kind === 'log' || seen.event.kind === 'unparsed') continue;
    const stamp = { at, precision: members.every((one) => one.seen.precision), pairs: 0 };
    const list = stamps.get(seen.key);
    if (list) list.push(stamp);
    else stamps.set(seen.key, [stamp]);
  }
  const found: (readonly [other: Seen, near: readonly Stamped[]])[] = [];
  for (const other of others) {
    if (other.stamp === 'assumed') continue;
    const near = nearOnes(stamps.get(other.key) ?? NONE, other.at);
    for (const one of near) one.pairs += 1;
    if (near.length > 0) found.push([other, near]);
  }
  return found.flatMap(([other, near]) => {
    const worth = other.key.length >= SENTENCE ? 3 : 1;
    return near.map(({ at, precision, pairs }) => ({
      at: other.at,
      // Both stamps are the start of what they tell: a second or a minute.
      low: other.at - at - (precision ? 59 : 0),
      high: other.at - at + (other.precision ? 59 : 0),
      // Of four "yes" in a second and one minutes before, in another log, not all are one.
      weight: worth / Math.max(near.length, pairs),
      only: near.length === 1 && pairs === 1,
    }));
  });
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

/** How much votes say together. */
export const saidBy = (votes: readonly Vote[]): number => votes.reduce((sum, { weight }) => sum + weight, 0);

/** Whether votes tell anything at all. */
export const enough = (votes: readonly Vote[]): boolean => saidBy(votes) >= FEWEST;

/** By how many seconds a clock that is so far ahead misses what a vote allows; 0: it does not. */
export const missOf = ({ low, high }: Pick<Vote, 'low' | 'high'>, ahead: number): number =>
  Math.max(low - ahead, ahead - high, 0);

/** How many votes each whole second has, from -FARTHEST on, those a second beside it counting half. */
function sumsOf(votes: readonly Vote[]): readonly number[] {
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
  return Array.from({ length: size }, (_, at) => (sum += steps[at] ?? 0));
}

function nearestIn(sums: readonly number[], before: number): number {
  const most = Math.max(...sums);
  const distance = (at: number): number => Math.abs(at - FARTHEST - before);
  let best = -1;
  for (const [at, votesHere] of sums.entries())
    if (votesHere > most - 1e-6 && (best < 0 || distance(at) < distance(best))) best = at;
  return best - FARTHEST;
}

/** The whole second with the most votes; of several as good, the one nearest to `before`. */
export const nearestWinner = (votes: readonly Vote[], before: number): number => nearestIn(sumsOf(votes), before);

/** The same, but in the middle of those as good around it, where `before` is none of them. */
export function winner(votes: readonly Vote[], before: number): number {
  const sums = sumsOf(votes);
  const best = nearestIn(sums, before);
  return best === before ? before : middle(sums, best + FARTHEST) - FARTHEST;
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
