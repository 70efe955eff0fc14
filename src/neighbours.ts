// What a file cannot tell alone, the files beside it often do: a client writes a file a day, and on some days too little
// happens to know the format by, or the channel; or its name has day and month in digits, in an order that it does not tell.
import type { ExaminedFile } from './channels.ts';
import type { Recognition } from './recognise.ts';
import type { CalendarDate } from './format.ts';
import { lower } from './shared/casemap.ts';

/** A date of numbers, with a folder for the year and the month or in one word, or `03Apr2014`, or `03.04.2014`. */
const DATES =
  /(?<!\d)(?:19|20)\d\d([-_./]?)\d\d(?:\1\d\d)?(?!\d)|(?<![\p{L}\d])\d\d[-_.]?(?:\p{L}{3}|\d\d)[-_.]?(?:19|20)\d\d(?!\d)/gu;

/** The path of all days of one window. */
const undated = (path: string): string => path.replace(DATES, '0');
const folderOf = (path: string): string => undated(path).replace(/[^/]*$/u, '');

/** How many sure files of a folder, and what share of them, must be alike before they speak for the others. */
const ENOUGH = 3;
const MOST = 0.9;

/** What nearly all of the sure files tell, by what they have in common; undefined where a file tells nothing. */
function habits<Told extends string>(
  files: readonly ExaminedFile[],
  kindOf: (path: string) => string,
  tell: (found: Extract<Recognition, { readonly is: 'log' }>, path: string) => Told | undefined,
  enough = ENOUGH,
): ReadonlyMap<string, Told> {
  const counts = new Map<string, Map<Told, number>>();
  for (const { path, recognition } of files) {
    const told = recognition.is === 'log' ? tell(recognition, path) : undefined;
    if (told === undefined) continue;
    const kind = counts.get(kindOf(path)) ?? new Map<Told, number>();
    counts.set(kindOf(path), kind.set(told, (kind.get(told) ?? 0) + 1));
  }
  const found = new Map<string, Told>();
  for (const [kind, tellings] of counts) {
    const total = [...tellings.values()].reduce((sum, one) => sum + one, 0);
    for (const [told, count] of tellings) if (count >= enough && count >= total * MOST) found.set(kind, told);
  }
  return found;
}

/**
 * The files with those that two formats read equally well given to the format of the other days of their window, of which one
 * is enough, or of their folder, if it is one of these.
 */
function withFormats(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const formatOf = ({ format }: { readonly format: string }): string => format;
  const ofWindow = habits(files, undated, formatOf, 1);
  const ofFolder = habits(files, folderOf, formatOf);
  return files.map((file): ExaminedFile => {
    const { recognition } = file;
    if (recognition.is !== 'unsure') return file;
    const format = ofWindow.get(undated(file.path)) ?? ofFolder.get(folderOf(file.path));
    const candidate = recognition.candidates.find((one) => one.format === format);
    if (!candidate) return file;
    const settled: Recognition = { is: 'log', format: candidate.format, facts: candidate.facts, near: [] };
    return { ...file, recognition: settled };
  });
}

/**
 * The files with those that tell no channel given to that of the other days of their window. Only what has the same path but
 * for the date is one: a query must never come to a channel.
 */
function withChannels(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const habit = habits(files, undated, ({ facts }) => facts.channel && lower(facts.channel));
  return files.map((file): ExaminedFile => {
    const { recognition, entries, path } = file;
    const channel = habit.get(undated(path));
    if (recognition.is !== 'log' || recognition.facts.channel !== undefined || entries.length > 0) return file;
    if (channel === undefined || undated(path) === path) return file;
    return { ...file, recognition: { ...recognition, facts: { ...recognition.facts, channel } } };
  });
}

type Order = 'day first' | 'month first';

/** The last day and month in digits before a year in a path. */
const YEAR_LAST = /.*(?<!\d)(\d\d)([-_.])(\d\d)\2((?:19|20)\d\d)(?!\d)/u;

/** The date in a path by each order of day and month that can be; none where it has no date with the year behind them. */
function datesOf(path: string): ReadonlyMap<Order, CalendarDate> {
  const [, first, , second, last] = YEAR_LAST.exec(path) ?? [];
  const [one, two, year] = [Number(first), Number(second), Number(last)];
  const dates = new Map<Order, CalendarDate>();
  if (two <= 12) dates.set('day first', { year, month: two, day: one });
  if (one <= 12) dates.set('month first', { year, month: one, day: two });
  return dates;
}

/** The order that a path shows: a day after the twelfth is no month. */
function orderShown(path: string): Order | undefined {
  const [order, other] = datesOf(path).keys();
  return other === undefined ? order : undefined;
}

const usualOrder = (path: string): Order | undefined => (YEAR_LAST.exec(path)?.[2] === '.' ? 'day first' : undefined);

/**
 * The files whose names have day and month in an order that they do not show, with the date in that of the other days of their
 * window, else of their folder. Where these show none, `05.11.2013` is the fifth, since nobody puts dots behind the month; with
 * other signs a name tells no date.
 */
function withDates(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const shown = (_: unknown, path: string): Order | undefined => orderShown(path);
  const ofWindow = habits(files, undated, shown, 1);
  const ofFolder = habits(files, folderOf, shown, 1);
  return files.map((file): ExaminedFile => {
    const { recognition, path } = file;
    if (recognition.is !== 'log' || recognition.facts.date !== undefined) return file;
    const order = ofWindow.get(undated(path)) ?? ofFolder.get(folderOf(path)) ?? usualOrder(path);
    const date = order && datesOf(path).get(order);
    return date ? { ...file, recognition: { ...recognition, facts: { ...recognition.facts, date } } } : file;
  });
}

/** The files, with what those beside them tell of format, channel and date. */
export function settledByNeighbours(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  return withDates(withChannels(withFormats(files)));
}
