// A day of the calendar.

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date, if there is such a day; undefined otherwise, and before the year 100: `Date` takes 13 for 1913. */
export function calendarDate(year: number, month: number, day: number): CalendarDay | undefined {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const real = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= last;
  return real ? { year, month, day } : undefined;
}

/** The day of a year, counted from 1, if it has so many. */
export function dayOfYear(year: number, days: number): CalendarDay | undefined {
  const date = new Date(Date.UTC(year, 0, days));
  const real = days >= 1 && date.getUTCFullYear() === year;
  return real ? { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() } : undefined;
}

/** The day of a week of ISO 8601, both counted from 1; the first has the year's first Thursday. */
export function dayOfWeek(year: number, week: number, weekday: number): CalendarDay | undefined {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  const thursday = new Date(Date.UTC(year, 0, monday + 3));
  if (week < 1 || weekday < 1 || weekday > 7 || thursday.getUTCFullYear() !== year) return undefined;
  const date = new Date(Date.UTC(year, 0, monday + weekday - 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
