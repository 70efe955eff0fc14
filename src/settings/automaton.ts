// A regular expression as a position automaton (Glushkov 1961), as far as its running time depends on it.
//
//   (\w+\s?)+$  →  positions \w, \s; which may follow which, and in how many ways
//
// Stages: tree (expression-tree.ts) → first, last and follow of each part. Look-arounds count as nothing, and are automata of
// their own.
import { treeOf, type Tree } from './expression-tree.ts';

/** One place in the expression that takes a character. */
export interface Position {
  /** Which characters of the alphabet it takes. */
  readonly takes: readonly boolean[];
  /** Positions that may come next, with the number of ways to get there without taking a character. */
  readonly next: Map<number, number>;
}

interface Part {
  readonly empty: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const NOTHING: Part = { empty: true, first: [], last: [] };
/** Beyond this many repeats, and this many positions, an expression is not told apart from one without limit. */
const MOST_REPEATS = 3;
const MOST_POSITIONS = 400;

/** Characters that stand for all: ASCII, those that the source names, and a few of each other kind. */
function alphabetOf(source: string): readonly string[] {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  return [...new Set([...ascii, ...source, ...'\u00a0éßλ中\u2028\u0300😀'])];
}

/** Which characters of the alphabet an expression for one character takes. */
type Takes = (source: string) => readonly boolean[];

/** Adds the automaton of a tree to the `automata`, after those of the look-arounds in it. Throws a RangeError where it is too large. */
function addAutomaton(tree: Tree, takes: Takes, automata: (readonly Position[])[]): void {
  const positions: Position[] = [];

  const follow = (from: readonly number[], to: readonly number[]): void => {
    for (const one of from) {
      const next = positions[one]?.next;
      if (next) for (const other of to) next.set(other, (next.get(other) ?? 0) + 1);
    }
  };

  const join = (one: Part, other: Part): Part => {
    follow(one.last, other.first);
    return {
      empty: one.empty && other.empty,
      first: one.empty ? [...one.first, ...other.first] : one.first,
      last: other.empty ? [...one.last, ...other.last] : other.last,
    };
  };

  const either = (one: Part, other: Part): Part => ({
    empty: one.empty || other.empty,
    first: [...one.first, ...other.first],
    last: [...one.last, ...other.last],
  });

  const character = (source: string): Part => {
    if (positions.length >= MOST_POSITIONS) throw new RangeError('too many positions');
    positions.push({ takes: takes(source), next: new Map() });
    const only = [positions.length - 1];
    return { empty: false, first: only, last: only };
  };

  /** Every repeat has positions of its own. */
  const repeated = ({ part, least, most }: Extract<Tree, { readonly is: 'repeated' }>): Part => {
    const copies = Math.min(most === Infinity ? least : most, MOST_REPEATS);
    let isEmpty = false;
    const copy = (count: number): Part => {
      const its = partOf(part);
      isEmpty = its.empty;
      return { ...its, empty: its.empty || count > least };
    };
    let last = copy(1);
    let whole = last;
    for (let count = 2; count <= copies; count += 1) {
      last = copy(count);
      whole = join(whole, last);
    }
    if (most > MOST_REPEATS) follow(last.last, last.first);
    // Which of the repeats that must be there are the empty ones makes so many ways.
    if (least > MOST_REPEATS && isEmpty) follow(last.last, last.first);
    return most === 0 ? NOTHING : whole;
  };

  const partOf = (one: Tree): Part => {
    switch (one.is) {
      case 'nothing':
        return NOTHING;
      case 'character':
        return character(one.source);
      case 'sequence':
        return one.parts.reduce((part, next) => join(part, partOf(next)), NOTHING);
      case 'choice':
        return one.ways.map(partOf).reduce(either);
      case 'repeated':
        return repeated(one);
      case 'look-around':
        addAutomaton(one.part, takes, automata);
        return NOTHING;
    }
  };

  partOf(tree);
  automata.push(positions);
}

/** The automata of an expression: one for each look-around in it, and its own, the last. Undefined where it is too large to tell. */
export function automataOf(source: string, flags: string): readonly (readonly Position[])[] | undefined {
  const alphabet = alphabetOf(source);
  const takes: Takes = (character) => {
    const test = new RegExp(`^(?:${character})$`, flags);
    return alphabet.map((char) => test.test(char));
  };
  const automata: (readonly Position[])[] = [];
  try {
    addAutomaton(treeOf(source), takes, automata);
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
  return automata;
}
