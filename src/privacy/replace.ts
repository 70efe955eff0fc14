// Replaces words in what people wrote, though formatting codes and control characters may lie between their letters.
//
//   "call 555\x02-123-4567"  →  seen as "call 555-123-4567"  →  "call [phone]"
import { occursIn } from '../shared/expression.ts';
import { plain } from '../shared/formatting.ts';

/** Characters `[from, to)` and what stands in their place. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** What to replace in a text that holds no codes and no control characters: in order, none over another. */
export type Finder = (bare: string) => readonly Replacement[];

const UNSEEN =
  /\x03(?:[0-9]{1,2}(?:,[0-9]{1,2})?)?|\x04(?:[0-9a-fA-F]{6}(?:,[0-9a-fA-F]{6})?)?|[\0-\x02\x05-\x08\x0b-\x1f\x7f]+/g;

/** The text without codes and control characters (tab and line feed stay). */
export function bareOf(text: string): string {
  return text.replace(UNSEEN, '');
}

/** Length of the codes and control characters that a text begins with. */
export function unseenBefore(text: string): number {
  let length = 0;
  for (const { 0: code, index } of text.matchAll(UNSEEN)) {
    if (index > length) break;
    length += code.length;
  }
  return length;
}

/** Applies replacements, given for the bare text, to the text with its codes; codes inside what is replaced go with it. */
function applied(text: string, replacements: readonly Replacement[]): string {
  const unseen = [...text.matchAll(UNSEEN)];
  let passed = 0;
  let shift = 0;
  // Where the n-th bare character stands in the text: behind the codes before it, or (as an end) in front of them.
  // Asked in ascending order, so that a line of nothing but codes costs no more than its length.
  const place = (bare: number, before: boolean): number => {
    for (let code = unseen[passed]; code; code = unseen[passed]) {
      if (before ? code.index - shift >= bare : code.index - shift > bare) break;
      shift += code[0].length;
      passed += 1;
    }
    return bare + shift;
  };
  let done = 0;
  const parts = replacements.map(({ from, to, by }) => {
    const start = place(from, false);
    const part = text.slice(done, start) + by;
    done = place(to, true);
    return part;
  });
  return parts.join('') + text.slice(done);
}

/**
 * The text with what the finders find replaced, one finder after the other; the same string where none finds anything. Letters
 * and accents that are characters of their own are found as one, too (NFC), and stay so in what is left.
 */
export function replaceIn(text: string, finders: readonly Finder[]): string {
  let result = text;
  for (const find of finders) {
    for (const form of new Set([result.normalize('NFC'), result])) {
      const replacements = find(bareOf(form));
      if (replacements.length === 0) continue;
      result = applied(form, replacements);
      break;
    }
  }
  return result;
}

/** Text and styled text, replaced alike; without `styled` where the two would no longer show the same. */
export function replaceStyled<T extends { readonly text: string; readonly styled?: string }>(
  entry: T,
  finders: readonly Finder[],
): T {
  const text = replaceIn(entry.text, finders);
  if (text === entry.text) return entry;
  const { styled, ...others } = { ...entry, text };
  if (styled === undefined) return { ...entry, text };
  const restyled = replaceIn(styled, finders);
  const agrees = plain(restyled) === text;
  return (agrees ? { ...others, styled: restyled } : others) as T;
}

/** A finder for every match of an expression with the flag `g`; empty matches are none. */
export function finderOf(match: RegExp, by: string | ((matched: string) => string)): Finder {
  const occurs = occursIn(match);
  return (bare) => {
    // Most texts hold none, and `matchAll` copies the expression for each.
    if (!occurs(bare)) return [];
    return [...bare.matchAll(match)]
      .filter(([matched]) => matched !== '')
      .map(({ 0: matched, index }) => ({
        from: index,
        to: index + matched.length,
        by: typeof by === 'string' ? by : by(matched),
      }));
  };
}
