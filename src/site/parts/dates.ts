// Days as a reader names them. A calendar date needs no zone, so nothing here knows one.
import { utcMidnight } from '../../time.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const known = new Map<string, Parts>();

/** A page names its few dates many times. */
function parts(date: string): Parts {
  let found = known.get(date);
  if (!found) known.set(date, (found = parsed(date)));
  return found;
}

function parsed(date: string): Parts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: MONTHS[Number(month) - 1] ?? '', year: String(Number(year)) };
}

/** `Wednesday`. */
export function weekdayOf(date: string): string {
  return WEEKDAYS[new Date(utcMidnight(date) * 1000).getUTCDay()] ?? '';
}

/** How many days a month (`YYYY-MM`) has. */
export function daysIn(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(2000 + (year % 400), number, 0)).getUTCDate();
}

/** `2 October 2013`. */
export function longDate(date: string): string {
  const { day, month, year } = parts(date);
  return `${day} ${month} ${year}`;
}

/** `Wednesday 2 October 2013`. */
export function fullDate(date: string): string {
  return `${weekdayOf(date)} ${longDate(date)}`;
}

/** `Wed 2 Oct`, as lists and the bar have it. */
export function shortDate(date: string): string {
  const { day, month } = parts(date);
  return `${weekdayOf(date).slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

/** `Wed 2 Oct 2013`, on pages that tell the year nowhere else. */
export function datedInYear(date: string): string {
  return `${shortDate(date)} ${parts(date).year}`;
}

/** `2 Oct 2013`, for columns of dates far apart, which need no weekday. */
export function briefDate(date: string): string {
  const { day, month, year } = parts(date);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Puts dates (`YYYY-MM-DD`) in order, the latest first. */
export const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
