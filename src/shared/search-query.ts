// What a reader asks for: `mmap_sem "not possible" from:carol`.
import { folded, speaker, wordsOf } from './search-words.ts';

export interface Query {
  /** Folded: a line says each of them somewhere. */
  readonly phrases: readonly string[];
  /** How the nick of who said it begins, folded: one of these, or where there are none anybody's. */
  readonly from: readonly string[];
  /** What a list of words must have of a day on which such a line may be. */
  readonly listed: readonly string[];
  /** Of whom it must have one. */
  readonly speakers: readonly string[];
}

/** What is searched of a line. */
export interface Said {
  readonly kind: string;
  readonly nick?: string;
  readonly text?: string;
  readonly removed?: boolean;
}

const KINDS = /^(?:message|action|notice|topic)$/;

/** True for lines of a day that are searched: what people said, and topics. */
export const isSearched = ({ kind, removed }: Said): boolean => KINDS.test(kind) && !removed;

/** Reads a query: words, phrases in quotes, `from:` and a nick, or several. */
export function queryOf(asked: string): Query {
  const phrases: string[] = [];
  const from: string[] = [];
  for (const [, by, phrase, word = ''] of asked.replace(/[“”„]/g, '"').matchAll(/(from:)?(?:"([^"]*)"?|(\S*))/gi)) {
    const piece = folded(phrase ?? word).trim();
    if (piece) (by ? from : phrases).push(piece);
  }
  return { phrases, from, listed: phrases.flatMap(wordsOf), speakers: from.map(speaker) };
}

/** True for a line that a query asks for. */
export function isFound({ phrases, from }: Query, line: Said): boolean {
  const nick = folded(line.nick ?? '');
  if (!isSearched(line) || (from.length > 0 && !from.some((one) => nick.startsWith(one)))) return false;
  const text = folded(line.text ?? '');
  return phrases.every((phrase) => text.includes(phrase));
}

/** A text cut where phrases of a query stand in it: every second piece is one of them. */
export function cutAt({ phrases }: Query, text: string): readonly string[] {
  // Folding makes several letters of one, and none of a mark: where each came from.
  let compared = '';
  const origins: number[] = [];
  for (const { 0: letter, index } of text.matchAll(/[^]/gu)) {
    compared += folded(letter);
    while (origins.length < compared.length) origins.push(index);
  }
  const pieces: string[] = [];
  let [from, cut] = [0, 0];
  for (;;) {
    let [at, end] = [compared.length, 0];
    for (const phrase of phrases) {
      const place = compared.indexOf(phrase, from);
      if (place >= 0 && (place < at || (place === at && place + phrase.length > end)))
        [at, end] = [place, place + phrase.length];
    }
    if (end === 0) break;
    // To the end of a letter, with the marks behind it.
    while (origins[end] === origins[end - 1]) end++;
    const stop = origins[end] ?? text.length;
    pieces.push(text.slice(cut, origins[at]), text.slice(origins[at], stop));
    [from, cut] = [end, stop];
  }
  return [...pieces, text.slice(cut)];
}
