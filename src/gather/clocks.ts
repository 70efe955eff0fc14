// How far a logger's clock is ahead of the reference, from the lines that both have on one day.
//
// Every pair of equal lines within ten minutes of each other votes for a difference, the less the more pairs its line
// makes: a "k" said forty times says little. The difference with the most votes around it wins. Against a log of minutes,
// a line's true second lies anywhere in its minute, so the winner is what puts most lines into theirs.
import { matchKey, type Seen } from './seen.ts';

/** Clocks that differ by more than this, in seconds, are not understood as the same moment. */
export const FARTHEST = 600;
/** Fewer votes tell nothing. */
const FEWEST = 3;

export interface Clock {
  /** Seconds that the logger is ahead; subtract it from its stamps. */
  readonly ahead: number;
  /** How far equal lines may lie apart, in seconds, once corrected. */
  readonly tolerance: number;
  /** Pairs of lines that say so; 0 where the day has too few and an earlier day's clock goes on. */
  readonly votes: number;
}

export const SAME_CLOCK: Clock = { ahead: 0, tolerance: 5, votes: 0 };

/** The clock of `others` against `some`, both by time; `before` goes on where the day does not tell. */
export function clockOf(some: readonly Seen[], others: readonly Seen[], before: Clock): Clock {
  const stamps = new Map<string, Seen[]>();
  for (const one of some) {
    if (one.stamp === 'assumed' || one.event.kind === 'log' || one.event.kind === 'unparsed') continue;
    const key = matchKey(one);
    const list = stamps.get(key);
    if (list) list.push(one);
    else stamps.set(key, [one]);
  }
  const votes: { readonly low: number; readonly high: number; readonly weight: number }[] = [];
  for (const other of others) {
    if (other.stamp === 'assumed') continue;
    const near = (stamps.get(matchKey(other)) ?? []).filter((one) => Math.abs(one.at - other.at) <= FARTHEST + 60);
    for (const one of near) {
      // Both stamps are the start of what they tell: a second or a minute.
      const low = other.at - one.at - (one.precision ? 59 : 0);
      votes.push({ low, high: other.at - one.at + (other.precision ? 59 : 0), weight: 1 / near.length });
    }
  }
  const total = votes.reduce((sum, { weight }) => sum + weight, 0);
  if (total < FEWEST) return { ...before, votes: 0 };
  const ahead = winner(votes);
  const misses = votes
    .filter(({ weight }) => weight === 1)
    .map(({ low, high }) => Math.max(low - ahead, ahead - high, 0))
    .filter((miss) => miss <= 30)
    .sort((a, b) => a - b);
  const usual = misses[Math.floor(misses.length * 0.98)] ?? 0;
  return { ahead, tolerance: Math.min(15, Math.max(2, Math.ceil(usual) + 1)), votes: votes.length };
}

/** The whole second that most votes lie within one second of; of several, the one nearest to no difference. */
function winner(votes: readonly { readonly low: number; readonly high: number; readonly weight: number }[]): number {
  const size = 2 * FARTHEST + 1;
  const steps = new Float64Array(size + 1);
  for (const { low, high, weight } of votes) {
    const from = Math.max(0, Math.round(low) - 1 + FARTHEST);
    const to = Math.min(size, Math.round(high) + 2 + FARTHEST);
    if (from >= to) continue;
    steps[from] = (steps[from] ?? 0) + weight;
    steps[to] = (steps[to] ?? 0) - weight;
  }
  let best = 0;
  let most = -1;
  let sum = 0;
  const sums: number[] = [];
  for (let at = 0; at < size; at++) sums.push((sum += steps[at] ?? 0));
  for (const distance of Array.from({ length: FARTHEST + 1 }, (_, index) => index))
    for (const ahead of distance === 0 ? [0] : [distance, -distance]) {
      const votesHere = sums[ahead + FARTHEST] ?? 0;
      if (votesHere > most * (1 + 1e-9) + 1e-9) {
        most = votesHere;
        best = ahead;
      }
    }
  return centre(sums, best + FARTHEST) - FARTHEST;
}

/** The middle of the plateau that begins at an index; no difference, where that lies on it. */
function centre(sums: readonly number[], index: number): number {
  const height = sums[index] ?? 0;
  const level = (at: number): boolean => Math.abs((sums[at] ?? 0) - height) < 1e-6;
  if (index === FARTHEST) return index;
  let low = index;
  let high = index;
  while (low > 0 && level(low - 1)) low -= 1;
  while (high < sums.length - 1 && level(high + 1)) high += 1;
  if (low <= FARTHEST && FARTHEST <= high) return FARTHEST;
  return Math.round((low + high) / 2);
}
