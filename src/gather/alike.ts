// What one nick said, as two clients wrote it: the same line, of which one lacks little.
import type { Event } from '../events.ts';
import { canonical } from '../shared/address.ts';
import { plain } from '../shared/formatting.ts';

/** A text with letters alone where an encoding lacks what stands above or below them: `cafe` for `café`. */
export const unmarked = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '');

/** Letters and digits of what was said, without colours: the most that any client leaves. */
function skeleton(told: Event): string {
  if (!('text' in told)) return '';
  return unmarked(told.text.replace(/\x03(?:\d{1,2})?(?:,\d{1,2})?/g, ''))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .slice(0, 500);
}

/** How much of the longer of two tellings the other may lack, and how long a cut one must be. */
const DIFFERENT = 0.2;
const CUT = 16;

/** Whether two clients may have made these of one line: what they leave out differs, or what their encodings lack. */
export function alike(one: Event, other: Event): boolean {
  const [some, others] = [skeleton(one), skeleton(other)];
  const [short, long] = some.length < others.length ? [some, others] : [others, some];
  if (short.length >= CUT && long.startsWith(short)) return true;
  if ('text' in one && 'text' in other) {
    if (isMasked(one.text, other.text)) return true;
    const [text, otherText] = [unmarked(one.text), unmarked(other.text)];
    if (hasLeftDigits(text, otherText) || hasLeftDigits(otherText, text)) return true;
  }
  return short !== '' && long.length - short.length <= long.length * DIFFERENT && isIn(short, long);
}

/** Whether one of two texts has `?` where the other has characters that an encoding lacks: one for each, or for each of its bytes. */
export function isMasked(some: string, others: string): boolean {
  const both = some + others;
  return both.includes('?') && /[^\x00-\x7f]/.test(both) && masked(some) === masked(others);
}

/** The digits of a colour whose code, one byte before them, something has taken out: `4`, `04,01`. It colours what follows. */
const COLOUR_DIGITS = /\d{1,2}(?:,\d{1,2})?(?!$)/y;

/** Whether a text is another but for digits that colours left in it: `04,01red herring` for `red herring`. */
export function hasLeftDigits(text: string, other: string): boolean {
  const [long, short] = [plain(text).trimEnd(), plain(other).trimEnd()];
  let at = 0;
  for (let i = 0; i < long.length;) {
    if (long[i] === short[at]) {
      i++;
      at++;
      continue;
    }
    COLOUR_DIGITS.lastIndex = i;
    if (!COLOUR_DIGITS.test(long)) return false;
    i = COLOUR_DIGITS.lastIndex;
  }
  return at > 0 && at === short.length && at < long.length;
}

const masked = (text: string): string => canonical(text).replace(/(?:[^\x00-\x7f]|\?)+/g, '?');

/** Whether a text is another with characters left out: clients leave out, but never put one letter for another. */
function isIn(short: string, long: string): boolean {
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++;
  return at === short.length;
}
