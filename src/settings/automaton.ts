// A regular expression as a position automaton (Glushkov 1961), as far as its running time depends on it.
//
//   (\w+\s?)+$  →  positions \w, \s; which may follow which, and in how many ways
//
// Stages: parse (the source has been compiled already, so it is well-formed) → first, last and follow of each part.
// Assertions and look-arounds count as nothing (look-arounds are automata of their own), a back reference as anything.

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

/** The automata of an expression: its own, and one for each look-around in it. Undefined where it is too large to tell. */
export function automataOf(source: string, flags: string): readonly (readonly Position[])[] | undefined {
  const alphabet = alphabetOf(source);
  const automata: Position[][] = [];
  let positions: Position[] = [];
  let at = 0;

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

  const character = (atom: string): Part => {
    if (positions.length >= MOST_POSITIONS) throw new RangeError('too many positions');
    const test = new RegExp(`^(?:${atom})$`, flags);
    positions.push({ takes: alphabet.map((char) => test.test(char)), next: new Map() });
    const only = [positions.length - 1];
    return { empty: false, first: only, last: only };
  };

  const choice = (): Part => {
    let part = sequence();
    while (source[at] === '|') {
      at += 1;
      part = either(part, sequence());
    }
    return part;
  };

  const sequence = (): Part => {
    let part = NOTHING;
    while (at < source.length && source[at] !== '|' && source[at] !== ')') part = join(part, repeated());
    return part;
  };

  /** An atom and its quantifier. The atom is read again for each repeat, so that every repeat has positions of its own. */
  const repeated = (): Part => {
    const start = at;
    let part = atom();
    const [all, bounds = ''] = /^(?:[*+?]|\{(\d+,?\d*)\})\??/.exec(source.slice(at)) ?? [''];
    if (all === '') return part;
    const after = at + all.length;
    const [least = '', most = least] = bounds.split(',');
    const from = all.startsWith('+') ? 1 : Number(least);
    const unlimited = all.startsWith('*') || all.startsWith('+') || (bounds.includes(',') && most === '');
    const to = all.startsWith('?') ? 1 : unlimited ? Math.max(from, 1) : Number(most);
    const copies = Math.min(to, MOST_REPEATS);
    const again = (count: number): Part => {
      at = start;
      const copy = atom();
      return { ...copy, empty: copy.empty || count > from };
    };
    part = { ...part, empty: part.empty || from === 0 };
    let whole = part;
    for (let count = 2; count <= copies; count += 1) {
      part = again(count);
      whole = join(whole, part);
    }
    if (unlimited || to > MOST_REPEATS) follow(part.last, part.first);
    at = after;
    return to === 0 ? NOTHING : whole;
  };

  const group = (): Part => {
    const [opening = '('] = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(at)) ?? [];
    at += opening.length;
    const look = /[=!]$/.test(opening);
    const outside = positions;
    if (look) positions = [];
    const part = choice();
    at += 1;
    if (!look) return part;
    automata.push(positions);
    positions = outside;
    return NOTHING;
  };

  const atom = (): Part => {
    const rest = source.slice(at);
    if (rest.startsWith('(')) return group();
    const [assertion] = /^(?:[\^$]|\\[bB])/.exec(rest) ?? [];
    if (assertion !== undefined) {
      at += assertion.length;
      return NOTHING;
    }
    const [reference] = /^\\(?:[1-9]\d*|k<[^>]*>)/.exec(rest) ?? [];
    if (reference !== undefined) {
      at += reference.length;
      return character('[^]');
    }
    const escape = /^\\(?:x[\da-f]{2}|u\{[\da-f]+\}|u[\da-f]{4}|p\{[^}]*\}|c[a-z]|.)/isu.exec(rest)?.[0];
    const set = /^\[(?:\\.|[^\]\\])*\]/su.exec(rest)?.[0];
    const one = escape ?? set ?? String.fromCodePoint(rest.codePointAt(0) ?? 0);
    at += one.length;
    // Without the flag `u`, a brace or bracket alone stands for itself.
    return character(/^[{}\]]$/.test(one) ? `\\${one}` : one);
  };

  try {
    choice();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
  return [...automata, positions];
}
