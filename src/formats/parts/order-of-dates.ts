// Day and month in digits, where either may come first: the dates of a file tell which does.
//
//   04/05/2014 22:43 …  04/06/2014 09:01 …     two days in April, not the fourth of May and the fourth of June
//   --- Log opened Sat Apr 05 2014             a date in words says it outright
//   2014-04-05.log                             and so does the file's name
import type { CalendarDate, RawLine } from '../../format.ts';
import { spelledDate } from './spelled-date.ts';
import type { StampForm } from './stamps.ts';

const MONTH = 31;
const YEAR = 12 * MONTH;
/** So many lines have no minute after the 59th, and no hour after the 23rd, by chance. */
const ENOUGH = 4;

/**
 * Days, all months taken as long ones, of each line's stamp in that form, in the year 0 where it tells none; no line where the form
 * tells no month, nor an instant.
 */
function daysOf(form: StampForm, lines: readonly string[]): readonly number[] {
  return lines.flatMap((line) => {
    const stamp = form.read(line)?.stamp;
    if (!stamp) return [];
    const date = 'epoch' in stamp ? new Date(stamp.epoch * 1000) : undefined;
    if (date) return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    const { year = 0, month, day = 1 } = 'clock' in stamp ? stamp.clock : {};
    return month === undefined ? [] : dayOf(year, month, day);
  });
}

const dayOf = (year: number, month: number, day: number): number => year * YEAR + (month - 1) * MONTH + day - 1;

/** How many days pass from line to line, forth and back. */
const passing = (days: readonly number[]): number =>
  days.reduce((sum, day, at) => sum + Math.abs(day - (days[at - 1] ?? day)), 0);

/** How many lines have a day that is told, of an instant also the one before or behind it: a zone may part them. */
function toldOf(days: readonly number[], told: ReadonlySet<number>, isInstant: boolean): number {
  const near = isInstant ? [-1, 0, 1] : [0];
  const ofYears = new Set([...told].map((day) => day % YEAR));
  return days.filter((day) => near.some((off) => (day < YEAR ? ofYears : told).has(day + off))).length;
}

/** True where all lines have a day of the month, and one that is told. */
function tellsDays(form: StampForm, lines: readonly string[], told: ReadonlySet<number>): boolean {
  const days = new Set([...told].map((day) => day % MONTH));
  return lines.every((line) => {
    const stamp = form.read(line)?.stamp;
    if (!stamp) return true;
    const day = 'clock' in stamp ? stamp.clock.day : undefined;
    return day !== undefined && days.has(day - 1);
  });
}

/** True where no line has a day, though it has a stamp in that form: a week and a weekday, without their year. */
const tellsNoDay = (form: StampForm, lines: readonly string[]): boolean =>
  lines.every((line) => {
    const stamp = form.read(line)?.stamp;
    return !stamp || ('clock' in stamp && stamp.clock.day === undefined);
  });

/**
 * Of forms that begin the same lines, the one in which they have the dates that other lines spell out in words, or the file's name
 * tells; else the one in which the least time passes; the first of equals. A form without months is weighed against one with them
 * only where that has none of these dates (`Thu 05 14:29` in the log of a fifth), and digits that are an instant or a date are a date
 * where all of some are.
 */
export function likeliest(
  forms: readonly StampForm[],
  lines: readonly string[],
  all: readonly RawLine[],
  named?: CalendarDate,
): StampForm | undefined {
  const [first] = forms;
  if (forms.length < 2 || !first) return first;
  const spelled = new Set(named && [dayOf(named.year, named.month, named.day)]);
  for (const { text } of all) {
    const date = forms.some((form) => form.read(text)) ? undefined : spelledDate(text)?.date;
    if (date) spelled.add(dayOf(date.year, date.month, date.day));
  }
  const weighed = forms.map((form) => {
    const days = daysOf(form, lines);
    const isInstant = /X/u.test(form.tokens);
    const told = toldOf(days, spelled, isInstant);
    const silent = days.length === 0 && (tellsNoDay(form, lines) || tellsDays(form, lines, spelled));
    const wrong = spelled.size > 0 && told === 0 && !silent;
    return { form, isInstant, dated: days.length, told, wrong, passing: passing(days) };
  });
  const some = new Set(lines).size >= ENOUGH;
  return weighed.reduce((best, next) => {
    if (next.wrong !== best.wrong) return best.wrong ? next : best;
    if (next.isInstant !== best.isInstant) return next.isInstant === some ? best : next;
    if (next.dated !== best.dated) return best;
    if (next.told !== best.told) return next.told > best.told ? next : best;
    return next.passing < best.passing ? next : best;
  }).form;
}
