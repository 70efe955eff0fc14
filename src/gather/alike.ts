// What one nick said, as two clients wrote it: the same line, of which one lacks little.
import { canonical } from '../shared/address.ts';
import type { Seen } from './seen.ts';

/** Letters and digits of what was said, without colours: the most that any client leaves. */
function skeleton({ told }: Seen): string {
  if (!('text' in told)) return '';
  return told.text
    .replace(/\x03(?:\d{1,2})?(?:,\d{1,2})?/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .slice(0, 500);
}

/** How much of the longer of two tellings the other may lack, and how long a cut one must be. */
const DIFFERENT = 0.2;
const CUT = 40;

/** Whether two clients may have made these of one line: what they leave out differs, or what their encodings lack. */
export function alike(one: Seen, other: Seen): boolean {
  const [some, others] = [skeleton(one), skeleton(other)];
  const [short, long] = some.length < others.length ? [some, others] : [others, some];
  if (short.length >= CUT && long.startsWith(short)) return true;
  if ('text' in one.told && 'text' in other.told && isMasked(one.told.text, other.told.text)) return true;
  return short !== '' && long.length - short.length <= long.length * DIFFERENT && isIn(short, long);
}

/** Whether one of two texts has `?` where the other has characters that an encoding lacks: one for each, or for each of its bytes. */
export function isMasked(some: string, others: string): boolean {
  const both = some + others;
  return both.includes('?') && /[^\x00-\x7f]/.test(both) && masked(some) === masked(others);
}

const masked = (text: string): string => canonical(text).replace(/(?:[^\x00-\x7f]|\?)+/g, '?');

/** Whether a text is another with characters left out: clients leave out, but never put one letter for another. */
function isIn(short: string, long: string): boolean {
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++;
  return at === short.length;
}
