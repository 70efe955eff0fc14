// The dates that names of files and folders hold, in any layout that a client's mask of names can give.
//
//   2013-11-05  20131105  2013/11/05  2013年11月05日      05-Nov-2013  05Nov2013  Nov-05-2013  November 05, 2013  2013-Nov-05
//   05.11.2013  05112013                                 which of both is the month, the name alone may not tell
//   2013-309  2013309                                    the day of the year
//   2013-W45-2  2013W452                                 the day of the week
//   2013110514  20131105143000                           a time of day behind the day
//   131105  05-11-13                                     of two digits a part, which others beside it have to bear out
import { calendarDate, dayOfWeek, dayOfYear, type CalendarDay } from './calendar-date.ts';
import { monthOf } from './months.ts';
import { remembered } from './remembered.ts';

/** In which order a date in digits has its parts. */
export type Order = 'year first' | 'day first' | 'month first';

export interface NamedDate {
  readonly layout: Layout['name'];
  /** Where it begins and ends. */
  readonly at: number;
  readonly end: number;
  /** The days that it can be, by the order of its parts. */
  readonly days: ReadonlyMap<Order, CalendarDay>;
}

interface Layout {
  readonly name: 'digits' | 'words' | 'year last' | 'day of year' | 'short';
  readonly pattern: RegExp;
  readonly orders: readonly Order[];
}

const WEEKDAY = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
/** As supybot had one in the place of the month, where it may be a month in another language. */
const WORD = String.raw`(?<word>(?!${WEEKDAY}(?!\p{L}))[\p{L}\p{M}]{3,14}|th\d\d|\d{1,2}[月월])`;
const BETWEEN = String.raw`(?:[.,] |[-_./ ]?)`;
/** No layout goes on in more of the same. */
const BEFORE = String.raw`(?<![\p{L}\d])`;
const BEHIND = String.raw`(?![\p{L}\d])`;

/** The end of a name that a date follows which ends in its year: `#loom2000.11.05.2013`. */
const NO_YEAR = String.raw`(?<=\p{L})\d{4}(?<dot>[-_.])\d\d\k<dot>\d\d\k<dot>(?:19|20)\d\d(?!\d)`;

const layout = (name: Layout['name'], source: string, ...orders: Order[]): Layout => ({
  name,
  pattern: new RegExp(source, 'giu'),
  orders,
});

/** Where two lay claim to the same characters, the first is believed. */
const LAYOUTS: readonly Layout[] = [
  layout(
    'digits',
    String.raw`(?<!\d)(?!${NO_YEAR})${YEAR}(?<sep>[-_./]?)(?<month>\d\d)\k<sep>(?<day>\d\d)(?!\d)`,
    'year first',
  ),
  layout(
    'digits',
    String.raw`(?<!\d)${YEAR}(?<month>\d\d)(?<day>\d\d)(?:[01]\d|2[0-3])(?:[0-5]\d){0,2}(?!\d)`,
    'year first',
  ),
  layout('digits', String.raw`(?<!\d)${YEAR}[-_. ]?W(?<week>[0-5]\d)[-_.]?(?<weekday>[1-7])${BEHIND}`, 'year first'),
  layout('digits', String.raw`(?<!\d)${YEAR}[年년] ?(?<month>\d\d?)[月월] ?(?<day>\d\d?)[日일]`, 'year first'),
  layout('words', String.raw`${BEFORE}(?<day>\d\d?)${BETWEEN}${WORD}${BETWEEN}${YEAR}${BEHIND}`, 'day first'),
  layout('words', String.raw`${BEFORE}${YEAR}${BETWEEN}${WORD}${BETWEEN}(?<day>\d\d)(?!\d)`, 'year first'),
  layout('words', String.raw`(?<!\p{L})${WORD}${BETWEEN}(?<day>\d\d?)${BETWEEN}${YEAR}${BEHIND}`, 'month first'),
  layout(
    'year last',
    String.raw`(?<!\d)(?<one>\d\d)(?<sep>[-_.]?)(?<two>\d\d)\k<sep>${YEAR}(?!\d)`,
    'day first',
    'month first',
  ),
  layout('day of year', String.raw`${BEFORE}${YEAR}[-_.]?(?<days>[0-3]\d\d)${BEHIND}`, 'year first'),
  layout('words', String.raw`${BEFORE}(?<day>\d\d)(?<sep>[-_.]?)${WORD}\k<sep>(?<short>\d\d)${BEHIND}`, 'day first'),
  layout(
    'short',
    String.raw`(?<!\d)(?<one>\d\d)(?<sep>[-_./]?)(?<two>\d\d)\k<sep>(?<three>\d\d)(?!\d)`,
    'year first',
    'day first',
    'month first',
  ),
];

type Parts = Readonly<Record<string, string | undefined>>;

const century = (year: string): number => Number(year) + (Number(year) < 70 ? 2000 : 1900);

/** The day that the parts are in an order; undefined where there is none such. */
function dayOf(parts: Parts, order: Order): CalendarDay | undefined {
  const { year, month, word, day, one = '', two = '', three, days, week, short } = parts;
  if (days !== undefined) return dayOfYear(Number(year), Number(days));
  if (week !== undefined) return dayOfWeek(Number(year), Number(week), Number(parts['weekday']));
  if (three !== undefined) {
    if (order === 'year first') return calendarDate(century(one), Number(two), Number(three));
    return dayOf({ one, two, year: String(century(three)) }, order);
  }
  const whole = short === undefined ? Number(year) : century(short);
  if (word !== undefined) return calendarDate(whole, monthOf(word) ?? 0, Number(day));
  if (month !== undefined) return calendarDate(whole, Number(month), Number(day));
  const [its, other] = order === 'day first' ? [two, one] : [one, two];
  return calendarDate(whole, Number(its), Number(other));
}

/** Three names one in the other, each a part of the date and nothing else; what ends in a name may have an ending. */
const isFolders = (path: string, at: number, end: number): boolean =>
  /(?:^|\/)$/u.test(path.slice(0, at)) &&
  /^[\p{L}\p{M}\d]+(?:\/[\p{L}\p{M}\d]+){2}$/u.test(path.slice(at, end)) &&
  /^(?:[/.]|$)/u.test(path.slice(end));

/** No date has fewer digits. */
const DIGITS = 4;

/** True where there are digits for a date before, between or behind those that were found. */
function hasRoom(path: string, found: readonly NamedDate[]): boolean {
  let digits = 0;
  for (let at = 0; at < path.length; at++) {
    const date = found.find((other) => other.at === at);
    if (date) [at, digits] = [date.end - 1, 0];
    else if (isDigit(path.charCodeAt(at)) && ++digits === DIGITS) return true;
  }
  return false;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function find(path: string): readonly NamedDate[] {
  const found: NamedDate[] = [];
  for (const { name, pattern, orders } of LAYOUTS) {
    if (!hasRoom(path, found)) break;
    for (const match of path.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => at < other.end && end > other.at)) continue;
      if (name !== 'digits' && match[0].includes('/') && !isFolders(path, at, end)) continue;
      const days = new Map<Order, CalendarDay>();
      for (const order of orders) {
        const day = dayOf(match.groups ?? {}, order);
        if (day) days.set(order, day);
      }
      if (days.size > 0) found.push({ layout: name, at, end, days });
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

/** The dates in a path or a name, in their order there. Every format asks for the same names, and folders come with each file. */
export const datesIn = remembered(1000, find);

/**
 * The date in a path: the last that it has in full in digits, the year first, else the last with the month in words, else the last
 * of `25.01.2012` and `01-25-2012`, where it is a day in one order alone, else the last by the day of the year. Digits that run on
 * are none (an epoch, a hash), nor are those that have two of the year.
 */
export function dateInPath(path: string): CalendarDay | undefined {
  const dates = datesIn(path);
  for (const layout of ['digits', 'words', 'year last', 'day of year'] as const) {
    const days = dates.findLast((date) => date.layout === layout)?.days;
    if (days) return onlyDay([...days.values()]);
  }
  return undefined;
}

/** The day that all readings of a date are. */
function onlyDay([first, ...others]: readonly CalendarDay[]): CalendarDay | undefined {
  return others.every((other) => other.day === first?.day && other.month === first.month) ? first : undefined;
}

/** What else of a path is of one day or of some: a year and a month, folders of these, supybot's day of the week for the month. */
const PERIODS = new RegExp(
  [
    String.raw`(?<!\d)(?:19|20)\d\d[-_./]?\d\d(?!\d)`,
    String.raw`(?<=\/)(?:19|20)\d\d(?:\/[\p{L}\p{M}]{3,14})?(?=\/)`,
    String.raw`${BEFORE}\d\d[-_.]?\p{L}{3}[-_.]?(?:19|20)\d\d(?!\d)`,
  ].join('|'),
  'gu',
);

const WEEKDAYS = new RegExp(String.raw`${BEFORE}${WEEKDAY}[-_., ]{1,2}\*|\*[-_., ]{1,2}${WEEKDAY}${BEHIND}`, 'giu');

/** A path with a sign in the place of every date: the same for all days of one window. */
export function withoutDates(path: string): string {
  let undated = '';
  let from = 0;
  for (const { at, end } of datesIn(path)) {
    undated += `${path.slice(from, at)}*`;
    from = end;
  }
  return (undated + path.slice(from)).replace(PERIODS, '*').replace(WEEKDAYS, '*');
}

/** True for a name that is a date and nothing else. */
export const isDate = (name: string): boolean => datesIn(name).some(({ at, end }) => at === 0 && end === name.length);

/** A weekday before a date, and what joins a date to a name. */
const JOINED = new RegExp(String.raw`(?:(?: - |[-_., ])${WEEKDAY})?(?: - |, | ?[(\[]|[-_.@ ])$`, 'iu');
/** What may follow a date: a weekday, a time of day, a number where a day has several logs. */
const FOLLOWS = new RegExp(
  String.raw`^(?:[-_., ]${WEEKDAY})?(?:[-_.T ](?:\d\d[-_.:h]?\d\d(?:[-_.:m]?\d\d)?|\d{1,3}))?[)\]]?$`,
  'iu',
);

/** A name without the whole date at its end and what stands around that; as it is where nothing else would be left. */
export function withoutDate(name: string): string {
  const date = datesIn(name).findLast(({ layout }) => layout !== 'short');
  if (!date || !FOLLOWS.test(name.slice(date.end))) return name;
  const before = name.slice(0, date.at);
  const bare = before.replace(JOINED, '');
  const joined = bare !== before || (/[\p{L}]$/u.test(before) && date.end - date.at === 8);
  return joined && /[\p{L}\d]/u.test(bare) ? bare : name;
}
