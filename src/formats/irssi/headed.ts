// A theme that shows in a column who speaks, and there says what happens where nobody does.
//
//        alice | hello bob
//         join | carol (~c@host.example)
//       <quit> | dave (Ping timeout)
import { readByRules, type LineRule } from '../../format.ts';
import type { Event } from '../../events.ts';
import { HOSTLESS, WORDS } from '../parts/theme-words.ts';

const COLUMN =
  /^ *[<[(]?(?<word>join|part|quit|nick|kick|mode|topic)s?[>\])]? *[^\p{L}\p{N}\s<>[\]():]{1,3} +(?<sentence>\S.*?) *$/isu;

/** Somebody who comes, with a host: nobody says only so. */
const COMING =
  /^ *[<[(]?joins?[>\])]? *[^\p{L}\p{N}\s<>[\]():]{1,3} +\S+ [([<{]?\S+@[^\s@]+?[)\]>}]?(?: (?:has )?joined.*)? *$/iu;

/** True where such a column says that somebody comes. */
export const isHeaded = (texts: readonly string[]): boolean => texts.some((text) => COMING.test(text));

/** What the words behind such a column tell; undefined where no word of it is there, or nothing is known behind. */
export function readHeaded(text: string, rules: readonly LineRule[]): readonly Event[] | undefined {
  const { word, sentence } = COLUMN.exec(text)?.groups ?? {};
  if (word === undefined || sentence === undefined) return undefined;
  const short = `${word.toLowerCase()}: ${sentence}`;
  return readByRules(WORDS, short) ?? readByRules(rules, `-!- ${sentence}`) ?? readByRules(HOSTLESS, short);
}
