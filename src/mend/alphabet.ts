// A log in the code page of an alphabet, read as Windows-1252.
//
//   <ola> za¿ó³æ gêœl¹ jaŸñ   ->   <ola> zażółć gęślą jaźń          Polish, Windows-1250
//   <jan> pøíli¹ ¾lu»ouèký    ->   <jan> příliš žluťoučký           Czech, ISO 8859-2
//   <ayþe> çok güzel ýþýk     ->   <ayşe> çok güzel ışık            Turkish, Windows-1254
//
// A language has few letters beyond ASCII. What is said in one page has those of one language, and as it was read those of none.
import type { RawLine } from '../format.ts';
import { readAs } from './bytes-before.ts';
import type { Damage } from './damage.ts';

/** Languages by their letters, whose texts were read rightly: Western Europe's. */
const WESTERN = [
  'àâæçéèêëîïôœùûüÿ',
  'äöüßéàè',
  'áéíñóúüªº',
  'áâãàçéêíóôõúüªº',
  'àèéìíòóùú',
  'àçèéíïòóúü',
  'áèéëïöüóêô',
  'æøåéäöüáó',
  'áéíóúýþæðö',
  'áíóúýæøð',
  'äöõüšžå',
];

const CENTRAL = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ'];

/** The languages of code pages, by the names that browsers have for them. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL,
  'windows-1254': ['çğıöşüâîiû'],
  'windows-1257': ['ąčęėįšųūž', 'āčēģīķļņšūž'],
};

/** A person alone may send such lines, or a quotation be among them. */
const FEW = 5;
/** Nearly all letters are the language's. */
const MOST = 0.97;
/** By so much more than those of any Western language, */
const MORE = 0.05;
/** and so many of its letters are none of that language's. */
const DIFFERENT = 2;

/** So many lines, and so large a share of them, are no Western language's: several may be spoken in turn. */
const SOME = 2;
const STRANGE = 0.03;

const BEYOND = /[^\x00-\x7f]/u;
/** Letters beyond ASCII; also signs within words and control characters, which no language has there. */
const LETTERS = /(?![\x00-\x7f])\p{L}|[\x80-\x9f]|(?<=\p{L})[£¥¦©«¬®¯±³¶¹»¼¾¿](?=\p{L})/gu;

const lettersOf = (text: string): readonly string[] => text.toLowerCase().match(LETTERS) ?? [];

/** The language that has most of some letters, and what share of them. */
function nearest(letters: readonly string[], languages: readonly string[]): readonly [language: string, share: number] {
  return languages
    .map((language) => [language, letters.filter((one) => language.includes(one)).length / letters.length] as const)
    .reduce((best, one) => (one[1] > best[1] ? one : best));
}

/** Text in the code page of an alphabet that was read as Windows-1252. */
export const alphabet: Damage = {
  shows: true,
  beyond: true,
  find(lines: readonly RawLine[]) {
    const beyond = lines.filter(({ text }) => BEYOND.test(text) && readAs(text, 'windows-1250') !== undefined);
    if (beyond.length < FEW) return undefined;
    const own = beyond.map(({ text }) => lettersOf(text)).filter(({ length }) => length > 0);
    const strange = own.filter((its) => nearest(its, WESTERN)[1] < 1).length;
    if (strange < Math.max(SOME, STRANGE * own.length)) return undefined;
    const letters = own.flat();
    const [western, least] = nearest(letters, WESTERN);
    const different = new Set(letters.filter((one) => !western.includes(one))).size;
    if (different < DIFFERENT) return undefined;
    const found = Object.entries(PAGES).map(([page, languages]) => {
      const its = beyond.flatMap(({ text }) => lettersOf(readAs(text, page) ?? text));
      return { page, share: nearest(its, languages)[1] };
    });
    const best = found.reduce((one, other) => (other.share > one.share ? other : one));
    return best.share >= MOST && best.share >= least + MORE ? best.page : undefined;
  },
  mend: (page) => (text) => (BEYOND.test(text) ? readAs(text, page) : undefined) ?? text,
};
