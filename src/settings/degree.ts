// How fast an expression's running time grows where it is not exponential: by a power of the line's length.
//
//   .*a.*b   the first .* and the second can share out what stands before a b in as many ways as it has an a
//
// Two repetitions share a text that leads from the first back to itself, from the first into the second, and from the second
// back to itself; as many as do so one after the other, that is the power (the criterion IDA of Weber and Seidl, "On the
// degree of ambiguity of finite automata", 1991). A repetition is a strongly connected part of the position automaton.
import { once } from '../shared/once.ts';
import type { Position } from './automaton.ts';

/** So many steps are taken before an expression counts as too large to tell. */
const MOST_STEPS = 3_000_000;

/** Positions that can come after one, whichever way. */
function after(positions: readonly Position[], from: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const next of positions[at]?.next.keys() ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  return seen;
}

interface Repetition {
  readonly first: number;
  readonly positions: readonly number[];
  /** How many repetitions can come one after the other, from this one on. */
  readonly row: () => number;
  /** How often, from this one on, a repetition shares a text with a later one that goes on so. */
  readonly shared: () => number;
}

/**
 * The power of a line's length by which the time to match it grows, the search for a beginning aside, as far as it is `least` or
 * more; Infinity where the expression is too large to tell.
 */
export function powerOf(positions: readonly Position[], least: number): number {
  const size = positions.length;
  const reach = positions.map((_, from) => after(positions, from));
  const leads = (one: number, other: number): boolean => one === other || reach[one]?.has(other) === true;
  const isOne = (one: number, other: number): boolean => leads(one, other) && leads(other, one);
  const masks = positions.map(({ takes }) =>
    takes.reduce((mask, isTaken, char) => (isTaken ? mask | (1n << BigInt(char)) : mask), 0n),
  );
  const mask = (at: number): bigint => masks[at] ?? 0n;
  const nextOf = (at: number): readonly number[] => [...(positions[at]?.next.keys() ?? [])];
  let steps = 0;

  /** True where some text leads from `one` back to it, from `one` to `other`, and from `other` back to it. */
  const share = (one: number, other: number): boolean => {
    const seen = new Set<number>();
    const waiting: (readonly [number, number, number])[] = [[one, one, other]];
    for (let triple = waiting.pop(); triple && steps < MOST_STEPS; triple = waiting.pop()) {
      const [lefts = [], middles = [], rights = []] = triple.map(nextOf);
      steps += lefts.length * rights.length * middles.length;
      for (const left of lefts.filter((at) => isOne(at, one)))
        for (const right of rights.filter((at) => isOne(at, other) && mask(at) & mask(left)))
          for (const middle of middles.filter((at) => leads(at, other) && mask(at) & mask(left) & mask(right))) {
            if (left === one && middle === other && right === other) return true;
            const key = (left * size + middle) * size + right;
            if (seen.has(key)) continue;
            seen.add(key);
            waiting.push([left, middle, right]);
          }
    }
    return false;
  };

  const repetitions: Repetition[] = [];
  for (const at of positions.keys()) {
    if (!reach[at]?.has(at) || repetitions.some(({ positions: own }) => own.includes(at))) continue;
    const own = [...positions.keys()].filter((other) => isOne(at, other));
    const later = once(() => repetitions.filter(({ first }) => leads(at, first) && !isOne(at, first)));
    const meets = ({ positions: theirs }: Repetition): boolean =>
      own.some((one) => theirs.some((other) => (mask(one) & mask(other)) !== 0n && share(one, other)));
    repetitions.push({
      first: at,
      positions: own,
      row: once(() => 1 + Math.max(0, ...later().map(({ row }) => row()))),
      shared: once(() =>
        Math.max(0, ...later().map((other) => Math.max(other.shared(), meets(other) ? 1 + other.shared() : 0))),
      ),
    });
  }
  if (Math.max(0, ...repetitions.map(({ row }) => row())) < least) return 0;
  const power = 1 + Math.max(0, ...repetitions.map(({ shared }) => shared()));
  return steps < MOST_STEPS ? power : Infinity;
}
