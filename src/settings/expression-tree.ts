// A regular expression as a tree of its parts, as far as its running time depends on them.
//
//   (\w+\s?)+$  →  repeated 1…∞ ( sequence ( repeated 1…∞ \w, repeated 0…1 \s ) )
//
//   choice    = sequence ( "|" sequence )*
//   sequence  = ( atom quantifier? )*
//   atom      = group | look-around | assertion | back reference | escape | set | character
//
// The source has been compiled already, so it is well-formed. Assertions are nothing, a back reference is any character.

export type Tree =
  | { readonly is: 'nothing' }
  /** `source`: an expression for the one character that it takes. */
  | { readonly is: 'character'; readonly source: string }
  | { readonly is: 'sequence'; readonly parts: readonly Tree[] }
  | { readonly is: 'choice'; readonly ways: readonly Tree[] }
  /** `most` is Infinity where nothing limits it. */
  | { readonly is: 'repeated'; readonly part: Tree; readonly least: number; readonly most: number }
  | { readonly is: 'look-around'; readonly part: Tree };

const QUANTIFIER = /^(?:[*+?]|\{(\d+,?\d*)\})\??/;
const OPENING = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/;
const ASSERTION = /^(?:[\^$]|\\[bB])/;
const REFERENCE = /^\\(?:[1-9]\d*|k<[^>]*>)/;
const ESCAPE = /^\\(?:x[\da-f]{2}|u\{[\da-f]+\}|u[\da-f]{4}|p\{[^}]*\}|c[a-z]|.)/isu;
const SET = /^\[(?:\\.|[^\]\\])*\]/su;

/** How often, by a quantifier and what stands in its braces: `+` and nothing, `{2,}` and `2,`. */
function timesOf(quantifier: string, bounds: string): { readonly least: number; readonly most: number } {
  if (quantifier.startsWith('*')) return { least: 0, most: Infinity };
  if (quantifier.startsWith('+')) return { least: 1, most: Infinity };
  if (quantifier.startsWith('?')) return { least: 0, most: 1 };
  const [least = '', most = least] = bounds.split(',');
  return { least: Number(least), most: most === '' ? Infinity : Number(most) };
}

/** The tree of a well-formed expression. */
export function treeOf(source: string): Tree {
  let at = 0;

  /** What stands next, if the pattern finds it there; it is read then. */
  const read = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(source.slice(at)) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  };

  const choice = (): Tree => {
    const ways = [sequence()];
    while (source[at] === '|') {
      at += 1;
      ways.push(sequence());
    }
    return { is: 'choice', ways };
  };

  const sequence = (): Tree => {
    const parts: Tree[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated());
    return { is: 'sequence', parts };
  };

  const repeated = (): Tree => {
    const part = atom();
    const [quantifier, bounds = ''] = read(QUANTIFIER) ?? [];
    return quantifier === undefined ? part : { is: 'repeated', part, ...timesOf(quantifier, bounds) };
  };

  const group = (opening: string): Tree => {
    const part = choice();
    at += 1;
    return /[=!]$/.test(opening) ? { is: 'look-around', part } : part;
  };

  const atom = (): Tree => {
    const [opening] = read(OPENING) ?? [];
    if (opening !== undefined) return group(opening);
    if (read(ASSERTION)) return { is: 'nothing' };
    if (read(REFERENCE)) return { is: 'character', source: '[^]' };
    const [one = ''] = read(ESCAPE) ?? read(SET) ?? read(/^./su) ?? [];
    // Without the flag `u`, a brace or bracket alone stands for itself.
    return { is: 'character', source: /^[{}\]]$/.test(one) ? `\\${one}` : one };
  };

  return choice();
}
