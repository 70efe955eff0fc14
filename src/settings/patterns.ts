// Regular expressions from settings: compiled, and refused where a line could keep the build busy for ever.
//
// A backtracking matcher takes exponential time exactly where the expression can go from one of its positions back to the
// same position, on the same characters, in two ways: `(a+)+`, `(\w|\d)*`, `(\s*,?)*`. Found on the product of its position
// automaton with itself (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991).
import { expressionOf } from '../shared/expression.ts';
import { automataOf, type Position } from './automaton.ts';
import { powerOf } from './degree.ts';

/** A line of some hundred characters takes minutes where the time grows with this power of its length. */
const TOO_STEEP = 4;

/** True where some text leads from a position back to it in two ways. */
function ambiguous(positions: readonly Position[]): boolean {
  const size = positions.length;
  const overlap = (one: number, other: number): boolean => {
    const mine = positions[one]?.takes;
    const theirs = positions[other]?.takes;
    return mine !== undefined && mine.some((takes, char) => takes && theirs?.[char] === true);
  };
  const overlaps = positions.map((_, one) => positions.map((__, other) => one === other || overlap(one, other)));
  // A pair of positions is `one * size + other`; a step takes one character that both of the next positions take.
  const steps = new Map<number, readonly number[]>();
  const stepsFrom = (pair: number): readonly number[] => {
    let next = steps.get(pair);
    if (!next) {
      const left = [...(positions[Math.floor(pair / size)]?.next.keys() ?? [])];
      const right = [...(positions[pair % size]?.next.keys() ?? [])];
      next = left.flatMap((one) => right.filter((other) => overlaps[one]?.[other]).map((other) => one * size + other));
      steps.set(pair, next);
    }
    return next;
  };
  const reach = (start: number): ReadonlySet<number> => {
    const seen = new Set<number>();
    const waiting = [start];
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
      for (const next of stepsFrom(pair)) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return seen;
  };
  return positions.some((position, one) => {
    const same = one * size + one;
    const forward = reach(same);
    if (!forward.has(same)) return false;
    const doubled = [...position.next].some(([next, ways]) => ways > 1 && reach(next * size + next).has(same));
    return doubled || [...forward].some((pair) => Math.floor(pair / size) !== pair % size && reach(pair).has(same));
  });
}

/** As in a program, with flags or with the marks of both ends. A path such as `/home/` may well be meant. */
const IN_SLASHES = /^\/(?:\^|.*(?:[^\\]\$\/|\/(?:g|i|gi|ig))$)/s;

const TOO_LARGE = 'is too large: several smaller expressions do the same';

/** A compiled expression, or why it cannot be used, as the end of a sentence. */
export type Pattern = { readonly pattern: RegExp } | { readonly fault: string };

/** The expression as it is applied, `flags` added to its own. */
export function patternOf(source: string, flags = ''): Pattern {
  let pattern: RegExp;
  try {
    pattern = expressionOf(source, flags);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error);
    return { fault: `is not a regular expression: ${why.charAt(0).toLowerCase()}${why.slice(1)}` };
  }
  if (IN_SLASHES.test(source))
    return { fault: 'has slashes around it, which would be looked for like other characters: leave them out' };
  if (pattern.test('')) return { fault: 'matches the empty text, and so every line' };
  const automata = source.length > 1_000 ? undefined : automataOf(source, pattern.flags.replace('g', ''));
  if (!automata) return { fault: TOO_LARGE };
  if (automata.some(ambiguous)) {
    return {
      fault:
        'could take for ever on some lines: something that repeats is repeated again, or two ways through the same ' +
        'repetition take the same characters, as in (a+)+ or (a|a)*',
    };
  }
  const power = Math.max(...automata.map((positions) => powerOf(positions, TOO_STEEP)));
  if (power === Infinity) return { fault: TOO_LARGE };
  if (power >= TOO_STEEP) {
    return {
      fault:
        `could take for ever on some lines: ${String(power)} parts that repeat can take the same characters one after ` +
        'another, as in .*a.*a.*a.*b',
    };
  }
  return { pattern };
}
