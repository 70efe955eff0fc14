// Where two histories tell the same words, which telling of one is which of the other: by when each may have been.
import { append } from '../shared/append.ts';

/** When an event may have been, and its place in its list. */
export interface Spot {
  readonly at: number;
  /** How long after `at` the event may have happened: 0, or 59 where the log tells minutes only. */
  readonly wide: number;
  readonly index: number;
}

/** How far two spots lie apart, in seconds: 0 where the times they may mean meet. */
export function apart(one: Spot, other: Spot): number {
  return Math.max(one.at - (other.at + other.wide), other.at - (one.at + one.wide), 0);
}

/** Pairs of two lists by time, in order: as many as may be, then as near to each other as may be. */
export function paired(
  some: readonly Spot[],
  others: readonly Spot[],
  tolerance: number,
): readonly (readonly [number, number])[] {
  const [only] = some;
  const [single] = others;
  if (!only || !single) return [];
  if (some.length === 1 && others.length === 1)
    return apart(only, single) <= tolerance ? [[only.index, single.index]] : [];
  const pairs: (readonly [number, number])[] = [];
  // Stretches that no tolerance reaches across are told apart first: a day's "k"s are many, a minute's few.
  let i = 0;
  let j = 0;
  while (i < some.length && j < others.length) {
    const fromI = i;
    const fromJ = j;
    let end = -Infinity;
    for (;;) {
      const one = some[i];
      const other = others[j];
      const next = !other || (one && one.at <= other.at) ? one : other;
      if (!next || (end > -Infinity && next.at > end + tolerance)) break;
      end = Math.max(end, next.at + next.wide);
      if (next === one) i += 1;
      else j += 1;
    }
    append(pairs, pairedDensely(some.slice(fromI, i), others.slice(fromJ, j), tolerance));
  }
  return pairs;
}

/** Beyond so many possible pairs of one line, a flood, the first that fits is taken. */
const FLOOD = 1_000_000;

function pairedInOrder(
  some: readonly Spot[],
  others: readonly Spot[],
  tolerance: number,
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; ;) {
    const [one, other] = [some[i], others[j]];
    if (!one || !other) return pairs;
    if (apart(one, other) <= tolerance) {
      pairs.push([one.index, other.index]);
      i += 1;
      j += 1;
    } else if (one.at < other.at) i += 1;
    else j += 1;
  }
}

function pairedDensely(
  some: readonly Spot[],
  others: readonly Spot[],
  tolerance: number,
): (readonly [number, number])[] {
  if (some.length * others.length > FLOOD) return pairedInOrder(some, others, tolerance);
  const width = others.length + 1;
  /** Best worth of what is left from (i, j): a pair is worth more than any distances add up to. */
  const worth = new Float64Array((some.length + 1) * width);
  const worthOf = (i: number, j: number): number => worth[i * width + j] ?? 0;
  const pairWorth = (i: number, j: number): number => {
    const [one, other] = [some[i], others[j]];
    if (!one || !other) return 0;
    const distance = apart(one, other);
    return distance > tolerance ? -1 : 1e6 - distance - Math.abs(one.at - other.at) / 1e3;
  };
  for (let i = some.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--) {
      const together = pairWorth(i, j);
      const apartWorth = Math.max(worthOf(i + 1, j), worthOf(i, j + 1));
      worth[i * width + j] = together < 0 ? apartWorth : Math.max(apartWorth, together + worthOf(i + 1, j + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < some.length && j < others.length;) {
    const [one, other] = [some[i], others[j]];
    const together = pairWorth(i, j);
    if (one && other && together >= 0 && worthOf(i, j) === together + worthOf(i + 1, j + 1)) {
      pairs.push([one.index, other.index]);
      i += 1;
      j += 1;
    } else if (worthOf(i + 1, j) >= worthOf(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
