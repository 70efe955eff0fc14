// Stretches of days as a reader names them.
import { longDate } from './dates.ts';

/** `October 2013` for `2013-10`. */
export function monthName(month: string): string {
  return longDate(`${month}-01`).slice(2);
}

/** `2 to 30 October 2013`, `28 September to 3 October 2013`, `30 December 2013 to 2 January 2014`, `2 October 2013`. */
export function spanName(first: string, last: string): string {
  if (first === last) return longDate(first);
  const [day, month, year] = longDate(first).split(' ') as [string, string, string];
  const from =
    first.slice(0, 7) === last.slice(0, 7)
      ? day
      : first.slice(0, 4) === last.slice(0, 4)
        ? `${day} ${month}`
        : `${day} ${month} ${year}`;
  return `${from} to ${longDate(last)}`;
}
