// Which month a word names, in any language that clients write.
import { MONTH_NAMES } from './month-names.ts';

/** A month as one word: letters with marks, an optional closing dot, or the digits of East Asian and Vietnamese names. */
export const MONTH_WORD = String.raw`(?:[Tt]h\d\d|\p{L}[\p{L}\p{M}'’]*\.?|\d{1,2}[月월])`;

let names: ReadonlyMap<string, number> | undefined;

/** Every name with its month; made when the first is asked for, since most formats write none. */
function monthNames(): ReadonlyMap<string, number> {
  if (names) return names;
  const made = new Map<string, number>();
  for (const months of Object.values(MONTH_NAMES)) {
    for (const [index, words] of months.split('|').entries()) {
      for (const word of words.split(',')) if (!made.has(word)) made.set(word, index + 1);
    }
  }
  names = made;
  return made;
}

/**
 * The month, 1–12, that a word names; undefined where none is known. Of words that are two months (`lip`: July in Polish,
 * June in Croatian) the first of the table wins.
 */
export function monthOf(word: string): number | undefined {
  const name = word.normalize('NFC').toLowerCase().replace(/\.$/u, '');
  const digits = /^\d{1,2}(?=[月월]$)|(?<=^th)\d\d$/u.exec(name)?.[0];
  if (digits) return Number(digits) <= 12 ? Number(digits) : undefined;
  return monthNames().get(name);
}
