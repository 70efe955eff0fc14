// What a path tells of a date piece by piece, each folder going on where those before it end.
//
//   2013/11/net/#loom.05.log      2013-11/05/#loom.log          2013/11.05/#loom.log      2013/309/#loom.log
//   2013/Nov/05-Tue/#loom.log     2013/11 - November/#loom.log  2013/Q4/#loom.11-05.log   2013/W45/#loom/2.log
import { calendarDate, dayOfWeek, dayOfYear } from './calendar-date.ts';
import { monthOf } from './months.ts';
import { isDate, withoutDates } from './named-dates.ts';
import { MANY_PATHS, remembered } from './remembered.ts';
import { isWeekday } from './weekdays.ts';

/** As much of a date as the pieces tell. */
export interface Period {
  readonly year: number;
  readonly month?: number;
  readonly week?: number;
  readonly day?: number;
}

const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
const FIRST = new RegExp(
  String.raw`^${YEAR}(?:[-_.]?(?<month>0[1-9]|1[0-2])|[-_. ]?W(?<week>\d\d)|[-_. ]?Q[1-4]|[-_. ]?(?<word>\p{L}{3,12}))?$`,
  'iu',
);
const WORD_FIRST = new RegExp(String.raw`^(?<word>\p{L}{3,12})[-_. ]?${YEAR}$`, 'u');

/** The year, or the year and month or week, that a name is: `2013`, `2013-11`, `November-2013`, `2013-W45`. */
export function periodIn(name: string): Period | undefined {
  const { year, month, week, word } = (FIRST.exec(name) ?? WORD_FIRST.exec(name))?.groups ?? {};
  if (year === undefined) return undefined;
  const named = word === undefined ? undefined : monthOf(word);
  if (word !== undefined && named === undefined) return undefined;
  const its = month === undefined ? named : Number(month);
  return {
    year: Number(year),
    ...(its !== undefined && { month: its }),
    ...(week !== undefined && { week: Number(week) }),
  };
}

const BETWEEN = '(?: - |[-_.,] ?| )?';
const PIECE = new RegExp(
  String.raw`^(?:(?<before>\p{L}[\p{L}\p{M}]{0,13})\.?${BETWEEN})?(?<one>\d{1,4})?(?:${BETWEEN}(?:(?<two>\d\d)|(?<behind>\p{L}[\p{L}\p{M}]{2,13})\.?))?$`,
  'u',
);

/** The period that a further piece makes of one; undefined where it is none of a date. A folder `11-Nov` is a month, and no day. */
function goneOn(period: Period, piece: string, isFolder: boolean): Period | undefined {
  const { before, one = '', two, behind } = PIECE.exec(piece)?.groups ?? {};
  const word = before ?? behind;
  if (period.day !== undefined || (one === '' && word === undefined) || (before !== undefined && behind !== undefined))
    return undefined;
  if (two !== undefined) return one.length === 2 && word === undefined ? dayOf(period, one, two) : undefined;
  if (word === undefined) return numbered(period, one);
  if (/^(?:k?w|week)$/iu.test(word)) return one.length === 2 ? { ...period, week: Number(one) } : undefined;
  if (/^q$/iu.test(word)) return /^[1-4]$/u.test(one) ? period : undefined;
  if (word.length < 3) return undefined;
  if (period.month !== undefined) return one !== '' && isWeekday(word) ? numbered(period, one) : undefined;
  const month = monthOf(word);
  if (month === undefined || one.length > 2) return undefined;
  const isMonth = one === '' || (isFolder && before === undefined && Number(one) === month);
  return isMonth ? { ...period, month } : calendarDate(period.year, month, Number(one));
}

function dayOf({ year, month }: Period, one: string, two: string): Period | undefined {
  return month === undefined ? calendarDate(year, Number(one), Number(two)) : undefined;
}

/** The month, the day in it or in the year, or the day in the week, whichever a number can be behind the period. */
function numbered(period: Period, digits: string): Period | undefined {
  const { year, month, week } = period;
  const number = Number(digits);
  if (digits.length > 2) {
    if (digits.length > 3) return dayOf(period, digits.slice(0, 2), digits.slice(2));
    return month === undefined ? dayOfYear(year, number) : undefined;
  }
  if (month !== undefined) return calendarDate(year, month, number);
  if (week !== undefined) return digits.length === 1 ? dayOfWeek(year, week, number) : undefined;
  return number >= 1 && number <= 12 ? { year, month: number } : undefined;
}

/** What all of a path's folders tell, and for each of them whether it is a piece of a date. */
export interface DatedFolders {
  readonly period?: Period;
  readonly dated: readonly boolean[];
}

/** A word alone, or a single digit, goes on with the folder before it; others may have a network or a channel between them. */
const APART = /^\d\d(?:[-_.]?\d\d)?$/u;

/** What the folders tell: a year begins anew. */
export function datedFolders(folders: readonly string[]): DatedFolders {
  let period: Period | undefined;
  let last = -1;
  const dated = folders.map((folder, at) => {
    const next =
      periodIn(folder) ??
      (period && (at === last + 1 || APART.test(folder)) ? goneOn(period, folder, true) : undefined);
    if (next) [period, last] = [next, at];
    return next !== undefined || isDate(folder);
  });
  return { dated, ...(period && { period }) };
}

const WORD = String.raw`\p{L}[\p{L}\p{M}]{2,13}`;
/** Where the rest of a date stands in a name: the longer before what is part of it. */
const RESTS = [
  String.raw`(?:^|[-_. ])(?<rest>${WORD}[-_.]?\d\d|\d\d[-_.]?${WORD}|\d\d[-_.]\d\d)$`,
  String.raw`(?:^|[-_. ])(?<rest>\d{2,4}|\p{L}{5,14})$`,
  String.raw`^(?<rest>\d|${WORD})$`,
  String.raw`^(?<rest>\d\d(?:[-_.]?\d\d)?)[-_. ]+(?=\D)`,
].map((source) => new RegExp(source, 'u'));

/** A name without the rest of a date that its folders begin, and what both tell. */
export interface RestOfDate {
  readonly bare: string;
  readonly period?: Period;
}

/** The rest of a date at the end or the beginning of a name without its endings: `#loom.11-05`, `#loom.05`, `05-#loom`, `#loom.Nov`. */
export function restOfDate(name: string, period: Period | undefined): RestOfDate {
  if (!period) return { bare: name };
  for (const place of RESTS) {
    const found = place.exec(name);
    const told = goneOn(period, found?.groups?.['rest'] ?? '', false);
    if (found && told) {
      return { bare: name.slice(0, found.index) + name.slice(found.index + found[0].length), period: told };
    }
  }
  return { bare: name };
}

/**
 * A path with a sign in the place of every date and every piece of one: the same for all days of one window. Each path is asked for
 * several times, in as many rounds over all of them.
 */
export const windowOf = remembered(MANY_PATHS, (path) => withoutDates(withoutPieces(path)));

function withoutPieces(path: string): string {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const { period, dated } = datedFolders(folders);
  if (!period) return path;
  const [, bare = '', ending = ''] = /^(.*?)((?:\.\p{L}+)?)$/u.exec(name) ?? [];
  const rest = withoutDates(name) === name ? restOfDate(bare, period).bare : bare;
  const undated = rest === bare ? name : `${rest}*${ending}`;
  return [...folders.map((folder, at) => (dated[at] ? '*' : folder)), undated].join('/');
}
