// A log in the code page of a language. What is no UTF-8 is read as Windows-1252, and so were logs that somebody saved anew.
//
//   <bob> ïðèâåò          ->   <bob> привет
//   <aki> ‚¨‚Í‚æ‚¤        ->   <aki> おはよう
//
// Each page is known by the letters that its language has most; those of Western languages stand among plain ones.
import type { RawLine } from '../format.ts';
import { bytesBefore, readAs } from './bytes-before.ts';
import type { Damage } from './damage.ts';

/** The usual letters of Cyrillic words; those of Western languages may be a word alone: `à`. */
const CYRILLIC = { usual: /[оеаинтсі](?=[а-яіїє])|(?<=[а-яіїє])[оеаинтсі]/gu, share: 0.4 };
const KANA = { usual: /\p{Script=Hiragana}/gu, share: 0.25 };
const HANZI = { usual: /[的是不了我你一有在]/gu, share: 0.08 };

/** Letters that make up so large a share of all beyond ASCII, by the names that browsers have for code pages. */
const PAGES: Readonly<Record<string, { readonly usual: RegExp; readonly share: number }>> = {
  'windows-1251': CYRILLIC,
  'koi8-u': CYRILLIC,
  'iso-8859-5': CYRILLIC,
  ibm866: CYRILLIC,
  shift_jis: KANA,
  'euc-jp': KANA,
  'euc-kr': { usual: /\p{Script=Hangul}/gu, share: 0.9 },
  gbk: HANZI,
  big5: HANZI,
  'windows-1253': { usual: /[αεηικνορστυ](?=[ά-ώ])|(?<=[ά-ώ])[αεηικνορστυ]/gu, share: 0.5 },
  'windows-1255': { usual: /[אהוילמרת](?=[א-ת])|(?<=[א-ת])[אהוילמרת]/gu, share: 0.4 },
};

/** So few lines may be one person's, whose client sends its text so. */
const FEW = 5;
/** Texts have so many different letters at least. */
const VARIED = 5;
/** So many of the lines are whole characters of the page: some were cut within one. */
const MOST = 0.9;

const BEYOND = /[^\x00-\x7f]/u;
const LETTER = /(?![\x00-\x7f])\p{L}/gu;
const AMONG_PLAIN = /(?<=[A-Za-z])(?![\x00-\x7f])\p{L}|(?![\x00-\x7f])\p{L}(?=[A-Za-z])/gu;

/** The text of a line as the page has it; undefined where it cannot be in it, has no letters of it, or is a Western language's. */
function inPage(text: string, page: string): string | undefined {
  const read = BEYOND.test(text) ? readAs(text, page) : undefined;
  return read === undefined || countOf(read, LETTER) === 0 || isWestern(read) ? undefined : read;
}

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** True where most letters beyond ASCII stand among plain ones: `schön`. */
const isWestern = (text: string): boolean => countOf(text, AMONG_PLAIN) * 2 > countOf(text, LETTER);

/** Text in a code page that was read as another. */
export const codePage: Damage = {
  shows: true,
  beyond: true,
  find(lines: readonly RawLine[]) {
    const all = lines.filter(({ text }) => BEYOND.test(text) && bytesBefore(text, 'windows-1252') !== undefined);
    const beyond = all.filter(({ text }) => !isWestern(text));
    if (beyond.length < Math.max(FEW, all.length / 4)) return undefined;
    return Object.entries(PAGES).find(([page, { usual, share }]) => {
      const read = beyond.flatMap(({ text }) => inPage(text, page) ?? []);
      const text = read.join('\n');
      const letters = text.match(LETTER) ?? [];
      // a mark of a theme may be a word of letters, too
      if (new Set(letters).size < VARIED) return false;
      return read.length >= MOST * beyond.length && countOf(text, usual) > share * letters.length;
    })?.[0];
  },
  mend: (page) => (text) => inPage(text, page) ?? text,
};
