// The banners around what a text log of XChat or HexChat holds of one run of the client.
//
//   **** BEGIN LOGGING AT Thu Jan  5 09:00:00 2012
//   **** 聊天记录于 Thu Jan  5 09:00:00 2012 开始记录
//
// The words are the client's language, some around the date or behind it; the date is always C's.
import type { ParsedLine } from '../../format.ts';
import { openedOrClosed } from '../parts/spelled-date.ts';

/** A banner's line. A Slovene client writes three stars, and capitals only. */
export const BANNER =
  /^(?:\*{4}|\*{3}(?= [^\p{Ll}\d]+ [A-Z][a-z]{2} )) (?<words>\D*?)(?<date>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [\d ]\d \d\d:\d\d:\d\d \d{4})(?<after>\D*)$/u;

/** The words of a banner as the clients' catalogues have them, `%s` for the date; undefined where the text is none. */
export function wordsOfBanner(text: string): string | undefined {
  const { words, after } = (text.startsWith('***') && BANNER.exec(text)?.groups) || {};
  const sentence = words === undefined ? '%s' : `${words}%s${after ?? ''}`.trim();
  return sentence === '%s' ? undefined : sentence;
}

/** Banners in other languages: the first words begin the log, other words after a beginning end it. */
export function pairing(): (parsed: readonly ParsedLine[], text: string) => readonly ParsedLine[] {
  const roles = new Map([
    ['BEGIN LOGGING AT %s', 'open'],
    ['ENDING LOGGING AT %s', 'close'],
    ['END LOGGING AT %s', 'close'],
  ]);
  let opened = false;
  return (parsed, text) => {
    const words = wordsOfBanner(text);
    if (words === undefined) return parsed;
    const role = roles.get(words) ?? (opened ? 'close' : 'open');
    roles.set(words, role);
    opened = role === 'open';
    return openedOrClosed(text, opened ? 'open' : 'close');
  };
}
