// What themes of irssi change around its words: the mark before them, the brackets around hosts and reasons.
import type { Captures } from '../../format.ts';
import type { Event } from '../../events.ts';

/**
 * What begins a line about the channel: `-!-`, or signs of a theme's own, some in a bracket; nothing that a nick may begin with. `ùíù`
 * is BitchX's, dots and a circle in its code page.
 */
export const MARK = String.raw`(?:ùíù {1,2}|[^\p{L}\p{N}\s()[\]{}^_\\${'`'}@]{1,6} {1,2}|\[[^\p{L}\p{N}\s[\]]{1,4}\] |\([^\p{L}\p{N}\s()]{1,4}\) )`;
/** A word that some themes put in its place. */
export const WORD = '(?:Joins?|Parts?|Quits?|Nicks?|Kicks?|Modes?|Topics?|Net(?:split|join)s?): ';
/** One right before a nick, which it cannot be part of: no nick has such a sign, and none begins with a dash. */
const TOUCHING = String.raw`(?:[^\p{L}\p{N}\s()[\]{}^_\\${'`'}@|]{1,6}|\[[^\p{L}\p{N}\s[\]]{1,4}\])(?=[\p{L}_[\]\\^${'`'}{|}])`;
const BARE = String.raw`[^\s()[\]{}<>«»‹›|]`;
/** Marks before a sentence: that of every line, and one of what happens (`│ →`), or none; a nick is more than such signs. */
export const MARKS = String.raw`(?:${MARK}){0,2}(?:${TOUCHING})?(?:${WORD})?(?![^\p{L}\p{N}\s()[\]{}^_\\${'`'}|]+ )`;
/** A theme may move what is no talk under the words of who speaks; one blank more is another client's. */
export const INDENT = '(?: {2,})?';
/** Who somebody is, in brackets of any kind or in none. */
export const HOST = String.raw`(?:[ !]|(?=\[[^\s@[\]]+@))(?:[[(<] ?(?<host>[^\s\])>]*) ?[\])>]|[{«‹|]? ?(?<bare>${BARE}+@${BARE}+) ?[}»›|]?)`;
/** Why, in brackets or quotes of any kind, or behind a colon or a dash. */
export const REASON = String.raw`(?:(?: because)? [[("{<«‹'“„](?<reason>[^]*)[\])"}>»›'”“]|(?: :|:| -) (?<words>[^]*))?`;

/** Why, where a theme has nothing around it; a bracket, a quote, a colon or a dash would be the theme's. */
export const PLAIN_REASON = String.raw` (?<reason>[^\s[\](){}"<>«»‹›“”„':-][^]*)`;

/** Reads host and reason where a theme has brackets of its own, or none. */
export const themed =
  (read: (captured: Captures) => readonly Event[]) =>
  (captured: Captures): readonly Event[] => {
    const { bare, words, host = bare, reason = words, ...rest } = captured;
    return read({ ...rest, ...(host === undefined ? {} : { host }), ...(reason === undefined ? {} : { reason }) });
  };
