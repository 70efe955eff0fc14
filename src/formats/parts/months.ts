// Which month a word names, in any language that clients write.
import { MONTH_NAMES } from './month-names.ts';

/** A month as one word: letters with marks, an optional closing dot, or the digits of East Asian month names. */
export const MONTH_WORD = String.raw`(?:\p{L}[\p{L}\p{M}'’]*\.?|\d{1,2}[月월])`;

type Names = ReadonlyMap<string, number>;

function read(months: string): Names {
  return new Map(
    months.split('|').flatMap((words, index) => words.split(',').map((word) => [word, index + 1] as const)),
  );
}

let tables: ReadonlyMap<string, Names> | undefined;

/** The tables are read when the first month is asked for: most formats write no names. */
function languages(): ReadonlyMap<string, Names> {
  tables ??= new Map(Object.entries(MONTH_NAMES).map(([language, months]) => [language, read(months)]));
  return tables;
}

const known = new Map<string, number | undefined>();

/**
 * The month, 1–12, that a word names; undefined where none is known. Some words are two months (`lip`: July in Polish,
 * June in Croatian); without a language the first of the table wins, which begins with English.
 */
export function monthOf(word: string, language?: string): number | undefined {
  const name = word.normalize('NFC').toLowerCase().replace(/\.$/u, '');
  const preferred = language ? languages().get(language)?.get(name) : undefined;
  if (preferred !== undefined) return preferred;
  if (known.has(name)) return known.get(name);
  const digits = /^(\d{1,2})[月월]$/u.exec(name)?.[1];
  let month = digits && Number(digits) <= 12 ? Number(digits) : undefined;
  for (const names of languages().values()) month ??= names.get(name);
  if (known.size < 1000) known.set(name, month);
  return month;
}

/** The first language of the table that knows every word as a month; undefined where none does. */
export function languageOf(words: Iterable<string>): string | undefined {
  const names = [...words].map((word) => word.normalize('NFC').toLowerCase().replace(/\.$/u, ''));
  for (const [language, months] of languages()) if (names.every((name) => months.has(name))) return language;
  return undefined;
}
