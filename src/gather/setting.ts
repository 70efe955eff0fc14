// A clock that was set in the middle of a day, perhaps more than once: equal lines of two logs lie as far apart as
// before, but elsewhere.
//
//   +90 +90 +91 +90 │ 0 0 +1 0           a logger's stamps less the reference's; `k` and lines that lag lie anywhere
//   0 0 0 │ -75 -75 -74 -75 │ 0 0        a machine that woke up late, and was told the time
import { missOf, nearestWinner, saidBy, winner, type Vote } from './votes.ts';

export interface Setting {
  /** Epoch seconds on the logger's clock. */
  readonly at: number;
  /** Seconds that it is ahead from then on. */
  readonly ahead: number;
}

/** How far a pair may lie from what a clock tells, in seconds. */
const CLOSE = 2;
/** A clock that was set by less is off by no more than lines come late. */
const LEAST = 10;
/** Pairs that say less may lie together by chance. */
const LEAST_SAID = 4;
/** A clock is not set more often in a day. */
const MOST = 6;

const fits = (vote: Vote, by: number): boolean => missOf(vote, by) <= CLOSE;

/**
 * How far ahead a day's votes (by time) show a clock to have been at first, and when it was set; undefined where `runs`, the
 * clock that is not, tells as well. `ahead` is what most of the votes lie around.
 */
export function settingsIn(
  votes: readonly Vote[],
  ahead: number,
  runs: (vote: Vote) => number,
): { readonly ahead: number; readonly sets: readonly Setting[] } | undefined {
  const sure = votes.filter(({ only }) => only);
  const told = sure.map(() => ahead);
  for (let times = 0; times < MOST; times++) {
    const strange = sure.filter((vote, index) => missOf(vote, told[index] ?? ahead) > LEAST && !fits(vote, runs(vote)));
    if (saidBy(strange) < LEAST_SAID) break;
    // Minutes that miss what is told show how far the clock was set at least; the others of their time, how far at most.
    const least = nearestWinner(strange, ahead);
    const other = winner(sure.slice(...stretchOf(sure, told, least)), least);
    const [from, to] = stretchOf(sure, told, other);
    const before = (vote: Vote, index: number): boolean => fits(vote, runs(vote)) || fits(vote, told[index] ?? ahead);
    const gain = sure
      .slice(from, to)
      .reduce(
        (sum, vote, index) => sum + vote.weight * (Number(fits(vote, other)) - Number(before(vote, from + index))),
        0,
      );
    if (gain < LEAST_SAID) break;
    told.fill(other, from, to);
  }
  const sets: Setting[] = [];
  for (const [index, { at }] of sure.entries()) {
    const [before = ahead, now = ahead] = told.slice(Math.max(0, index - 1), index + 1);
    if (index > 0 && before !== now)
      sets.push({
        at: sinceWhen(votes, { at: sure[index - 1]?.at ?? at, ahead: before }, { at, ahead: now }),
        ahead: now,
      });
  }
  return sets.length === 0 ? undefined : { ahead: told[0] ?? ahead, sets };
}

/** When a clock was set that showed `before` and later `now`: lines between that make several pairs may fit what it shows now alone. */
function sinceWhen(votes: readonly Vote[], before: Setting, now: Setting): number {
  const between = votes.filter(({ at }) => at > before.at && at < now.at);
  const fitsAt = (at: number, by: number): boolean => between.some((vote) => vote.at === at && fits(vote, by));
  let since = now.at;
  for (const { at } of between.toReversed()) {
    if (fitsAt(at, before.ahead) || !fitsAt(at, now.ahead)) break;
    since = at;
  }
  return since;
}

/** Where most more of the votes fit another clock than what is told of them: half-open, to an end of the day where none there fits that. */
function stretchOf(
  votes: readonly Vote[],
  told: readonly number[],
  other: number,
): readonly [from: number, to: number] {
  const more = votes.map(
    (vote, index) => vote.weight * (Number(fits(vote, other)) - Number(fits(vote, told[index] ?? other))),
  );
  let [from, to, most] = [0, 0, 0];
  let [start, sum] = [0, 0];
  for (const [index, one] of more.entries()) {
    if (sum <= 0) [start, sum] = [index, 0];
    sum += one;
    if (sum > most) [from, to, most] = [start, index + 1, sum];
  }
  const isStrange = (one: number): boolean => one >= 0;
  return [more.slice(0, from).every(isStrange) ? 0 : from, more.slice(to).every(isStrange) ? votes.length : to];
}
