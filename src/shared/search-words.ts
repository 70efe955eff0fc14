// Words that lines are found by: a build lists those of each month, and the reader's browser looks into the lists for days
// that may have what is asked for. What a day really says, its day file tells.
//
//   atomic_read 8        a word and its days as bits, the month's first the lowest, in base 36: said on the 4th
//   mmap_sem C           … on the 3rd and 4th
//   <carol D             who spoke
import { byRanges } from './letters.ts';

const PLAIN = /^[\x00-\x7f]*$/;
const PLAIN_WORDS = /[a-z0-9_]{2,}/g;
/** Marks, soft hyphens, and what joins or parts letters without being seen. */
const UNSEEN = new RegExp(byRanges(String.raw`[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+`), 'gu');
/** Letters, or a single arrow, symbol or emoji: it may be all that somebody says. */
const WORDS = new RegExp(byRanges(String.raw`[\p{L}\p{N}_]+|[\u2190-\u2bff\u{1f000}-\u{1faff}]`), 'gu');

/** What Unicode does not take apart, as who lacks it writes it: letters, the apostrophes of phones; and how Greek words end. */
const ALIKE: Readonly<Record<string, string>> = {
  ς: 'σ',
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  '’': "'",
  ʼ: "'",
};
const HAS_ALIKE = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g');

/** Of a longer word of ASCII, only so many characters are listed: it is a number or a key. Beyond ASCII, whole sentences have no blank. */
const MOST = 64;

/** A text as it is compared: in lower case, its letters without what stands above and below them, whatever their width. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  // In this order: of signs as ™ letters become, and some of them are capitals.
  const letters = text.normalize('NFKD').replace(UNSEEN, '').toLowerCase();
  return letters.replace(HAS_ALIKE, (letter) => ALIKE[letter]!);
}

/** The words of a folded text: what letters, digits and `_` make up, but for single ones of ASCII, which every day has; and each symbol. */
export function wordsOf(text: string): readonly string[] {
  if (PLAIN.test(text)) {
    const words = text.match(PLAIN_WORDS) ?? [];
    return text.length > MOST ? words.map(cut) : words;
  }
  return (text.match(WORDS) ?? []).filter((word) => word.length > 1 || word > '\x7f');
}

const cut = (word: string): string => (word.length > MOST ? word.slice(0, MOST) : word);

/** What stands in a list for somebody who spoke, by the folded nick. */
export const speaker = (nick: string): string => `<${nick.replace(/\s/g, ' ')}`;

/** A list as text, in pieces, from the days (bits) of each word. */
export function listText(days: ReadonlyMap<string, number>): readonly string[] {
  return [...days.keys()].sort().map((word) => `${word} ${((days.get(word) ?? 0) >>> 0).toString(36).toUpperCase()}\n`);
}

/** The words of a list, each with its days as bits. */
export function listed(list: string): readonly (readonly [word: string, days: number])[] {
  return list
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const cut = line.lastIndexOf(' ');
      return [line.slice(0, cut), parseInt(line.slice(cut + 1), 36)];
    });
}

/**
 * The days, as bits, on which all that is given was said, each as a word or a part of one, and where speakers are given one of
 * them spoke, by how the nick begins.
 */
export function daysWith(list: string, wanted: readonly string[], speakers: readonly string[] = []): number {
  const days = wanted.reduce((days, word) => days && days & daysOf(list, word), -1);
  return speakers.length > 0 ? days & speakers.reduce((spoke, one) => spoke | daysOf(list, one), 0) : days;
}

function daysOf(list: string, word: string): number {
  let days = 0;
  for (let at = list.indexOf(word), end: number; at >= 0; at = list.indexOf(word, end)) {
    end = list.indexOf('\n', at);
    const line = list.slice(list.lastIndexOf('\n', at) + 1, end);
    const cut = line.lastIndexOf(' ');
    const isIn = line.slice(0, cut).includes(word) && line.startsWith('<') === word.startsWith('<');
    if (isIn) days |= parseInt(line.slice(cut + 1), 36);
  }
  return days;
}
