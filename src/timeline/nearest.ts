// Which day or year a wall clock without one is of: the one nearest to the line before it.
import type { CalendarDate } from '../format.ts';
import { DAY, dayNumber, inYear } from './calendar.ts';
import type { Time } from './state.ts';

/** Lines overtake each other by no more than this, in seconds: in a repeated hour, a larger step back is the clock's. */
export const STEP = 10;
/** How close to midnight, in seconds, a line may have come into the file of the other day. */
export const EVENING = 600;
/** A step back, in seconds, that is a night: clocks are set right by less, and in autumn by an hour. */
const NIGHT = 3 * 3600;
/** A step back, in seconds, that is a new year: clocks are set right, and blocks of a file change places, by less. */
const NEW_YEAR = 60 * DAY;

/**
 * The clock `here` on the day it is of, where it may be of the day before or after the present one: in seconds since 1970 on the
 * wall clock, as `local`, the line before it. `unmarked` where nothing marks the days, `precise` where it tells seconds.
 */
export function onDayNear(
  here: number,
  local: number,
  { marked, nights }: Pick<Time, 'marked' | 'nights'>,
  { unmarked, precise }: { readonly unmarked: boolean; readonly precise: boolean },
): number {
  // A line of the evening that came just after the mark of the new day.
  if (marked && here % DAY >= DAY - EVENING && Math.abs(here - DAY - local) < EVENING) return here - DAY;
  if (!marked && here < local - (nights ? NIGHT : DAY / 2)) return here + DAY;
  // A line that was overtaken at midnight, and not a day of silence: else the next would pass another midnight.
  if (unmarked && here >= local + DAY - (precise ? STEP : 60)) return here - DAY;
  return here;
}

/**
 * The year of a clock without one, in seconds of its day; undefined where no line before told any. The first line after a date that
 * the file's name or a mark tells is of the year that brings it nearest to that.
 */
export function yearNear(
  day: Omit<CalendarDate, 'year'>,
  second: number,
  { year, local, day: date }: Pick<Time, 'year' | 'local' | 'day'>,
): number | undefined {
  if (local === undefined && date !== undefined) return yearAround(day, date);
  if (year === undefined || local === undefined) return year;
  const here = dayNumber({ ...day, year }) * DAY + second;
  if (here < local - NEW_YEAR) return year + 1;
  return here > local + 330 * DAY ? year - 1 : year;
}

/** The year in which a day lies nearest to another, in days since 1970. */
function yearAround(day: Omit<CalendarDate, 'year'>, date: number): number {
  const year = new Date(date * DAY * 1000).getUTCFullYear();
  const distance = (other: number): number => Math.abs(dayNumber({ ...day, year: other }) - date);
  return [year - 1, year + 1].find((other) => distance(other) < distance(year)) ?? year;
}

/**
 * What moves clocks that waited for a year, or (`isYear` false) for a day, to where the `last` of them lies just before `here`:
 * all in seconds since 1970 on the wall clock.
 */
export function movedBefore(here: number, last: number, isYear: boolean): (local: number) => number {
  if (isYear) {
    const years = new Date(here * 1000).getUTCFullYear() - new Date(last * 1000).getUTCFullYear();
    const after = inYear(last, years) > here + DAY ? 1 : 0;
    return (local) => inYear(local, years - after);
  }
  const days = Math.floor(here / DAY) - Math.floor(last / DAY) - (last % DAY > here % DAY ? 1 : 0);
  return (local) => local + days * DAY;
}
