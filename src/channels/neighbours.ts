// What a file cannot tell alone, the files beside it often do: a client writes a file a day, and on some days too little
// happens to know the format by, or the channel; or its name has day and month in digits, in an order that it does not tell.
import type { ExaminedFile } from './plan.ts';
import type { CalendarDate, FileFacts } from '../format.ts';
import type { Recognition } from '../recognise.ts';
import { lower } from '../shared/casemap.ts';
import { copyWithout } from '../shared/copy.ts';
import { windowOf } from '../shared/dated-folders.ts';
import { dateInPath, datesIn, type NamedDate, type Order } from '../shared/named-dates.ts';
import { groupedBy } from '../shared/lists.ts';
import { MANY_PATHS, remembered } from '../shared/remembered.ts';

const folderOf = (path: string): string => windowOf(path).replace(/[^/]*$/u, '');
/** How a window lies in its folder, wherever that is. */
const placeOf = (path: string): string => windowOf(path).split('/').slice(-2).join('/');

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
 * is enough, or of their folder, or of those that lie so in other folders, as copies do, if it is one of these.
 */
function withFormats(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  return givenFormats(givenFormats(files, [windowOf, 1], [folderOf]), [placeOf]);
}

/** The files with those that are unsure given to the format that is the habit of their kind, the first that has one. */
function givenFormats(
  files: readonly ExaminedFile[],
  ...kinds: readonly (readonly [kindOf: (path: string) => string, enough?: number])[]
): readonly ExaminedFile[] {
  if (!files.some(({ recognition }) => recognition.is === 'unsure')) return files;
  const told = kinds.map(([kind, enough]) => [kind, habits(files, kind, ({ format }) => format, enough)] as const);
  return files.map((file): ExaminedFile => {
    const { recognition } = file;
    if (recognition.is !== 'unsure') return file;
    const [format] = told.flatMap(([kind, habit]) => habit.get(kind(file.path)) ?? []);
    const candidate = recognition.candidates.find((one) => one.format === format);
    if (!candidate) return file;
    const settled: Recognition = { is: 'log', format: candidate.format, facts: candidate.facts, near: [] };
    return { ...file, recognition: settled };
  });
}

/** What the days of a window have in common: each tells its own date, and may tell who its owner was. Plain data. */
interface Kind {
  readonly format: string;
  readonly facts: FileFacts;
  readonly dated: boolean;
}

function kindOf({ format, facts }: Extract<Recognition, { readonly is: 'log' }>): string {
  const others = copyWithout(copyWithout(copyWithout(facts, 'date'), 'owner'), 'elected');
  return JSON.stringify({ format, facts: others, dated: facts.date !== undefined } satisfies Kind);
}

/**
 * The files with those of a few lines that show nothing (a notice of a server, a plug-in's word) taken for what nearly all other days
 * of their window are, where these are some.
 */
function withFew(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const isFew = ({ recognition }: ExaminedFile): boolean => 'few' in recognition;
  if (!files.some(isFew)) return files;
  const ofWindow = habits(files, windowOf, kindOf);
  return files.map((file): ExaminedFile => {
    const kind = isFew(file) && windowOf(file.path) !== file.path ? ofWindow.get(windowOf(file.path)) : undefined;
    if (kind === undefined) return file;
    const { format, facts, dated } = JSON.parse(kind) as Kind;
    const date: CalendarDate | undefined = dated ? dateInPath(file.path) : undefined;
    return { ...file, recognition: { is: 'log', format, facts: { ...facts, ...(date && { date }) }, near: [] } };
  });
}

/**
 * The files with those that tell no channel given to that of the other days of their window. Only what has the same path but
 * for the date is one: a query must never come to a channel.
 */
function withChannels(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const habit = habits(files, windowOf, ({ facts }) => facts.channel && lower(facts.channel));
  return files.map((file): ExaminedFile => {
    const { recognition, entries, path } = file;
    const channel = habit.get(windowOf(path));
    if (recognition.is !== 'log' || recognition.facts.channel !== undefined || entries.length > 0) return file;
    if (channel === undefined || windowOf(path) === path) return file;
    return { ...file, recognition: { ...recognition, facts: { ...recognition.facts, channel } } };
  });
}

type Place = Pick<FileFacts, 'channel' | 'network'>;

/** True for a channel and what a name had behind it: `#loom.saltnet` of `#loom`. */
const goesOn = (whole: string, channel: string): boolean =>
  lower(whole).startsWith(lower(channel)) && /^[-_.@ ]./u.test(whole.slice(channel.length));

/**
 * The files with the channel that some days of their window have by their lines, where the names alone, which go on behind it, are
 * all that the others have.
 */
function withoutRests(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const shortest = new Map<string, Place>();
  for (const { path, recognition } of files) {
    const { channel, network } = recognition.is === 'log' ? recognition.facts : {};
    const other = shortest.get(windowOf(path))?.channel;
    if (channel === undefined || (other !== undefined && !goesOn(other, channel))) continue;
    shortest.set(windowOf(path), { channel, ...(network !== undefined && { network }) });
  }
  return files.map((file): ExaminedFile => {
    const { recognition, path } = file;
    const its = shortest.get(windowOf(path));
    if (recognition.is !== 'log' || its?.channel === undefined) return file;
    if (!goesOn(recognition.facts.channel ?? '', its.channel)) return file;
    return { ...file, recognition: { ...recognition, facts: { ...recognition.facts, ...its } } };
  });
}

/** The last date of a path of which it does not tell alone which day it is, or whether it is one. */
const openDate = remembered(MANY_PATHS, (path): NamedDate | undefined =>
  datesIn(path).findLast(({ layout }) => layout === 'year last' || layout === 'short'),
);

/** The order that a path shows: a day after the twelfth is no month. With two digits of the year it shows none. */
function orderShown(path: string): Order | undefined {
  const date = openDate(path);
  if (date?.layout !== 'year last') return undefined;
  const [order, other] = date.days.keys();
  return other === undefined ? order : undefined;
}

const DAY = 86_400_000;

/** How many days lie between the first and the last of the dates in that order; undefined where one is none in it. */
function passing(dates: readonly NamedDate[], order: Order): number | undefined {
  const days = dates.map((date) => date.days.get(order));
  if (days.includes(undefined)) return undefined;
  const times = days.flatMap((day) => (day ? [Date.UTC(day.year, day.month - 1, day.day)] : []));
  return (Math.max(...times) - Math.min(...times)) / DAY;
}

/** The order in which the dates of a window lie nearest, by far; undefined where they are few. */
function nearest(dates: readonly NamedDate[]): Order | undefined {
  if (dates.length < ENOUGH) return undefined;
  const orders: readonly Order[] = ['year first', 'day first', 'month first'];
  const found = orders.flatMap((order) => {
    const days = passing(dates, order);
    return days === undefined ? [] : [{ order, days }];
  });
  const [best, next] = found.sort((one, other) => one.days - other.days);
  return next === undefined || (best !== undefined && best.days * 2 < next.days) ? best?.order : undefined;
}

/** `05.11.2013` is the fifth: nobody puts dots behind the month. */
const usualOrder = (path: string): Order | undefined =>
  datesIn(path).some(({ layout, at, end }) => layout === 'year last' && path.slice(at, end).includes('.'))
    ? 'day first'
    : undefined;

/** The channel without a date that was taken for its name's end. */
function withoutEnd(channel: string, date: string): string {
  return channel.endsWith(date) ? channel.slice(0, -date.length).replace(/[-_. ]$/u, '') : channel;
}

/**
 * The files whose names have dates in an order that they do not show, with the date in that of the other days of their window,
 * else of their folder, else in that in which the window's days lie nearest: only so `131105` is a date at all. With other signs
 * than dots, what shows no order tells no date.
 */
function withDates(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  const shown = (_: unknown, path: string): Order | undefined => orderShown(path);
  const ofWindow = habits(files, windowOf, shown, 1);
  const ofFolder = habits(files, folderOf, shown, 1);
  const near = new Map<string, Order | undefined>();
  for (const [window, days] of groupedBy(files, ({ path }) => windowOf(path)))
    near.set(window, nearest(days.flatMap(({ path }) => openDate(path) ?? [])));
  return files.map((file): ExaminedFile => {
    const { recognition, path } = file;
    const open = openDate(path);
    if (recognition.is !== 'log' || recognition.facts.date !== undefined || !open) return file;
    const window = windowOf(path);
    const told = open.layout === 'short' ? undefined : (ofWindow.get(window) ?? ofFolder.get(folderOf(path)));
    const order = told ?? near.get(window) ?? usualOrder(path);
    const date = order && open.days.get(order);
    if (!date) return file;
    const { facts } = recognition;
    const channel = facts.channel && withoutEnd(facts.channel, path.slice(open.at, open.end));
    return { ...file, recognition: { ...recognition, facts: { ...facts, ...(channel && { channel }), date } } };
  });
}

/** The files, with what those beside them tell of format, date and channel. */
export function settledByNeighbours(files: readonly ExaminedFile[]): readonly ExaminedFile[] {
  return withChannels(withoutRests(withDates(withFew(withFormats(files)))));
}
