// Which date a wall clock is of: its own, or what the banners, date marks and names before it tell, with roll-over; where nothing
// marks the days, a smaller step back is a midnight.
import type { CalendarDate, ParsedLine, WallClock } from '../format.ts';
import { DAY, dayNumber, inYear } from './calendar.ts';
import type { Held } from './held.ts';
import { EVENING, onDayNear, yearNear } from './nearest.ts';
import type { Time } from './state.ts';

/** From which second of the day on a clock that shows it counts to 24: one that counts to 12 goes back every noon. */
const AFTERNOON = 13 * 3600;

/** The second of its day that a clock shows. */
const secondOf = ({ hour, minute, second = 0 }: WallClock): number => hour * 3600 + minute * 60 + Math.floor(second);

/** In so many days each day of a month comes at least once, the last of the longest months. */
const LONGEST_WAIT = 60;

export interface Dates {
  /** The next line's wall clock as seconds since 1970 on it; undefined where nothing tells its date, or it shows none. */
  readonly localOf: (clock: WallClock) => number | undefined;
  /** Takes a line that marks the date of those after it, or the year alone. */
  readonly mark: (line: Extract<ParsedLine, { is: 'control' }>) => void;
}

/**
 * The dates of a file's lines, from where `time` stands. Its days are `unmarked` where neither its name nor a line tells each of
 * them; where all its lines are of `oneDay`, none passes a midnight.
 */
export function datesOf(
  time: Time,
  held: Held,
  { unmarked = false, oneDay = false }: { readonly unmarked?: boolean; readonly oneDay?: boolean },
): Dates {
  /** A clock without a date on a day; it may show that it counts to 24. */
  function onDay(day: number, second: number): number {
    if (unmarked && second >= AFTERNOON) time.nights = true;
    return day * DAY + second;
  }

  function onItsDay(clock: WallClock, day: Omit<CalendarDate, 'year'>, second: number): number | undefined {
    if (clock.year === undefined && time.year === undefined && !time.named && held.isOpening()) held.lack('year');
    const year = clock.year ?? yearNear(day, second, time);
    if (year === undefined) return undefined;
    const here = dayNumber({ ...day, year }) * DAY + second;
    if (clock.year !== undefined && held.lacking()) held.settleBefore(here);
    return here;
  }

  function onPresentDay(clock: WallClock, second: number): number | undefined {
    if (time.day === undefined && held.isOpening()) held.lack('day');
    if (time.day === undefined) return undefined;
    const here = onDay(time.day, second);
    if (time.local === undefined || oneDay) return here;
    if (!time.named) return onDayNear(here, time.local, time, { unmarked, precise: clock.second !== undefined });
    if (second >= DAY - EVENING) return here;
    held.setDayBack();
    return here;
  }

  /** On the present day or the next one that is that of a month; a clock may have been set back by a day or two. */
  function onDayOfMonth(clock: WallClock, day: number, second: number): number | undefined {
    if (time.day === undefined) return onPresentDay(clock, second);
    for (let at = time.day - 2; at < time.day + LONGEST_WAIT; at++)
      if (new Date(at * DAY * 1000).getUTCDate() === day) return at * DAY + second;
    return undefined;
  }

  function remember(local: number, clock: WallClock): void {
    time.local = local;
    time.day = Math.floor(local / DAY);
    time.year = clock.year ?? new Date(local * 1000).getUTCFullYear();
    time.marked = undefined;
    if (local - time.day * DAY < DAY - EVENING || clock.month !== undefined) time.named = undefined;
  }

  return {
    localOf(clock) {
      const { month, day } = clock;
      const second = secondOf(clock);
      const local =
        month !== undefined && day !== undefined
          ? onItsDay(clock, { month, day }, second)
          : day !== undefined
            ? onDayOfMonth(clock, day, second)
            : onPresentDay(clock, second);
      if (local === undefined || Number.isNaN(local)) return undefined;
      remember(local, clock);
      return local;
    },
    mark({ date, clock, year }) {
      if (date) {
        const day = dayNumber(date);
        if (held.lacking()) held.settleBefore(day * DAY);
        time.day = day;
        time.year = date.year;
        time.named = undefined;
        time.marked = clock ? undefined : true;
        // A clock before that is of the next day.
        if (clock) time.local = onDay(day, secondOf(clock));
      } else if (year !== undefined) {
        if (held.lacking() === 'year') held.settle((local) => inYear(local, year - (time.year ?? year)));
        time.year = year;
      }
    },
  };
}
