// A theme that shows in a column who speaks, and there says what happens where nobody does.
//
//        alice | hello bob
//         join | carol (~c@host.example)
//       <quit> | dave (Ping timeout)
//       [Nick] carol is now known as carol_
import { readByRules } from '../../format.ts';
import type { Event } from '../../events.ts';
import { HOSTLESS, WORDS } from './theme-words.ts';

/** What a theme writes in that column instead, as a word of the facts. */
export const HEADED = 'headed';

const BEHIND = String.raw` *[^\p{L}\p{N}\s<>[\]()]{1,3} +`;
/** Before a sentence, a word in the column, with a sign behind it or in brackets. */
const column = (word: string): string => ` *(?:[<[(]?${word}s?[>\\])]?${BEHIND}|[<[(]${word}s?[>\\])] +)`;
const WORD = '(?:join|part|quit|nick|kick|mode|topic)';
const COLUMN = new RegExp(`^${column(WORD)}(?<sentence>\\S.*?) *$`, 'isu');
const HEAD = new RegExp(WORD, 'iu');

/** Somebody who comes, with a host: nobody says only so. */
const COMING = new RegExp(
  String.raw`^${column('join')}\S+ [([<{]?\S+@[^\s@]+?[)\]>}]?(?: (?:has )?joined.*)? *$`,
  'iu',
);

/** True where such a column says that somebody comes. */
export const isHeaded = (texts: readonly string[]): boolean => texts.some((text) => COMING.test(text));

/** True for a line with such a word in the column. */
export const isInColumn = (text: string): boolean => COLUMN.test(text);

/** What the words behind such a column tell; `tell` reads the client's sentences. */
export function readHeaded(
  text: string,
  tell: (sentence: string) => readonly Event[] | undefined,
): readonly Event[] | undefined {
  const { sentence } = COLUMN.exec(text)?.groups ?? {};
  if (sentence === undefined) return undefined;
  const short = `${HEAD.exec(text)?.[0].toLowerCase() ?? ''}: ${sentence}`;
  return readByRules(WORDS, short) ?? tell(sentence) ?? readByRules(HOSTLESS, short);
}
