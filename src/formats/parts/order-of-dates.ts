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

/** Days, all months taken as long ones, of each line's stamp in that form; no line where the form tells no month. */
function daysOf(form: StampForm, lines: readonly string[]): readonly number[] {
  return lines.flatMap((line) => {
    const stamp = form.read(line)?.stamp;
    const { year = 0, month, day = 0 } = stamp && 'clock' in stamp ? stamp.clock : {};
    return month === undefined ? [] : year * YEAR + month * MONTH + day;
  });
}

const dayOf = ({ month, day }: CalendarDate): number => month * MONTH + day;

/** How many days pass from line to line, forth and back. */
const passing = (days: readonly number[]): number =>
  days.reduce((sum, day, at) => sum + Math.abs(day - (days[at - 1] ?? day)), 0);

/**
 * Of forms that begin the same lines, the one in which they have the dates that other lines spell out in words, or the file's name
 * tells; else the one in which the least time passes; the first of equals. A form without months is not weighed against one with them.
 */
export function likeliest(
  forms: readonly StampForm[],
  lines: readonly string[],
  all: readonly RawLine[],
  named?: CalendarDate,
): StampForm | undefined {
  const [first] = forms;
  if (forms.length < 2 || !first) return first;
  const spelled = new Set(named && [dayOf(named)]);
  for (const { text } of all) {
    const date = forms.some((form) => form.read(text)) ? undefined : spelledDate(text)?.date;
    if (date) spelled.add(dayOf(date));
  }
  const weighed = forms.map((form) => {
    const days = daysOf(form, lines);
    return {
      form,
      dated: days.length,
      told: days.filter((day) => spelled.has(day % YEAR)).length,
      passing: passing(days),
    };
  });
  return weighed.reduce((best, next) => {
    if (next.dated !== best.dated) return best;
    if (next.told !== best.told) return next.told > best.told ? next : best;
    return next.passing < best.passing ? next : best;
  }).form;
}
