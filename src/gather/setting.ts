// A clock that was set in the middle of a day: before it, equal lines of two logs lie as far apart as after it, but not the same.
//
//   +90 +90 +91 +90 │ 0 0 +1 0     a logger's stamps less the reference's; `k` and lines that lag lie anywhere
import { missOf, winner, type Vote } from './votes.ts';

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
/** Fewer pairs may lie together by chance. */
const FEWEST = 4;

/**
 * When a day's votes (by time) show that a clock was set, and how far it was ahead before and after; undefined where `runs`, the
 * clock without it, tells as well. `ahead` is what most of the votes lie around.
 */
export function settingIn(
  votes: readonly Vote[],
  ahead: number,
  runs: (vote: Vote) => number,
): { readonly ahead: number; readonly set: Setting } | undefined {
  const sure = votes.filter(({ only }) => only);
  const fits = (vote: Vote, by: number): boolean => missOf(vote, by) <= CLOSE;
  const strange = sure.filter((vote) => missOf(vote, ahead) > LEAST && !fits(vote, runs(vote)));
  if (strange.length < FEWEST) return undefined;
  const other = winner(strange, ahead);
  // How many more of the votes so far tell of the other than of the first; the step lies where it is most, or least.
  let [more, most, least] = [0, 0, 0];
  let [afterMost, afterLeast] = [0, 0];
  for (const [index, vote] of sure.entries()) {
    more += Number(fits(vote, other)) - Number(fits(vote, ahead));
    if (more > most) [most, afterMost] = [more, index + 1];
    if (more <= least) [least, afterLeast] = [more, index + 1];
  }
  const isFirst = most > more - least;
  const from = isFirst ? afterMost : afterLeast;
  const others = isFirst ? sure.slice(0, from) : sure.slice(from);
  const gain = others.reduce((sum, vote) => sum + Number(fits(vote, other)) - Number(fits(vote, runs(vote))), 0);
  const first = sure[from];
  if (!first || gain < FEWEST) return undefined;
  return isFirst ? { ahead: other, set: { at: first.at, ahead } } : { ahead, set: { at: first.at, ahead: other } };
}
