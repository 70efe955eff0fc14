// Dates in words, as clients write them where a log begins, ends or comes to a new day.
//
//   --- Log opened Thu Jan 05 09:00:00 2012          Session Start: Thu Jan 05 09:00:00 2012
import type { CalendarDate, ParsedLine, WallClock } from '../../format.ts';
import { calendarDate } from '../../shared/calendar-date.ts';
import { MONTH_WORD, monthOf } from '../../shared/months.ts';
import { isWeekday } from '../../shared/weekdays.ts';
import { hourOf } from './stamps.ts';

/** A date as clients spell it out in their own lines, and the time of day where it has one. */
export interface SpelledDate {
  readonly date: CalendarDate;
  readonly clock?: WallClock;
}

/**
 * The date in words that C's `ctime` and its kin give, in any order and language: `Thu Jan  5 09:00:00 2012`,
 * `Fri Jan 06 2012`, `jeu. 05 janv. 2012 09:00:00 CET`, `2012-01-05 09:00:00`. Undefined where the text holds none.
 */
export function spelledDate(text: string): SpelledDate | undefined {
  const time = /(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:])\s*([AaPp]\.?[Mm]\b)?/u.exec(text);
  const rest = time ? text.replace(time[0], ' ') : text;
  const date = numericDate(rest) ?? wordedDate(rest);
  if (!date) return undefined;
  if (!time) return { date };
  const [, hour, minutes, seconds, half] = time;
  if (Number(hour) > 23 || Number(minutes) > 59) return { date };
  return {
    date,
    clock: {
      ...date,
      hour: hourOf({ hour: Number(hour), ...(half && { pm: /^p/iu.test(half) }) }),
      minute: Number(minutes),
      ...(seconds === undefined ? {} : { second: Math.min(Number(seconds), 59) }),
    },
  };
}

function numericDate(text: string): CalendarDate | undefined {
  const [, year, monthNumber, dayNumber] = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u.exec(text) ?? [];
  return year ? calendarDate(Number(year), Number(monthNumber), Number(dayNumber)) : undefined;
}

function wordedDate(text: string): CalendarDate | undefined {
  const year = /(?<![\d+-])(\d{4})(?!\d)/u.exec(text)?.[1];
  if (!year) return undefined;
  const others = text.replace(year, ' ');
  const dayNumber = /(?<![\d:+-])(\d{1,2})(?![\d:月월])/u.exec(others)?.[1];
  // the last word that names a month: a weekday before it may be one elsewhere (`mar.` is a French Tuesday)
  const named = [...others.matchAll(new RegExp(MONTH_WORD, 'gu'))]
    .map(([word]) => monthOf(word))
    .findLast((value) => value !== undefined);
  return named === undefined || !dayNumber ? undefined : calendarDate(Number(year), named, Number(dayNumber));
}

/** What joins the words of a date. */
const JOINING = /^(?:st|nd|rd|th|of|de|den|del)$/iu;

/**
 * The date of a line that holds nothing else but signs, and perhaps the day of the week: `=== Thursday, 5 January 2012 ===`,
 * `## 2012-01-05`. Undefined where there is another word, or a time of day.
 */
export function dateAlone(text: string): CalendarDate | undefined {
  if (text.length > 60 || !/\d{4}/u.test(text) || /\d:\d/u.test(text)) return undefined;
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const alone = words.every((word) => JOINING.test(word) || isWeekday(word) || monthOf(word) !== undefined);
  return alone ? spelledDate(text)?.date : undefined;
}

/** What a line of the client's own tells where a new day begins: its date, where there is one in the text. */
export function newDay(text: string): readonly ParsedLine[] {
  const date = spelledDate(text)?.date;
  return [{ is: 'control', ...(date && { date }) }];
}

/**
 * What a line with a date of its own tells: that the log began or ended, and when; without a time of day, the date of what follows.
 * `dated` is where the date stands.
 */
export function openedOrClosed(text: string, event: 'open' | 'close', dated = text): readonly ParsedLine[] {
  const { date, clock } = spelledDate(dated) ?? {};
  const happened: ParsedLine = {
    is: 'event',
    event: { kind: 'log', event, text },
    ...(clock ? { stamp: { clock } } : {}),
  };
  return clock || !date ? [happened] : [{ is: 'control', date }, happened];
}
