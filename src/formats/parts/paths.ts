// What a file's path tells: channel, network, date, in the layouts that clients use by default.
import type { CalendarDate, FileFacts } from '../../format.ts';
import { stem } from '../../shared/log-name.ts';
import { dateInPath, isDate, withoutDate } from '../../shared/named-dates.ts';
import { monthOf } from '../../shared/months.ts';
import { calendarDate, dayOfYear } from '../../shared/calendar-date.ts';

const YEAR = String.raw`((?:19|20)\d\d)(?:[-_.]?(0[1-9]|1[0-2]))?`;
const IN_NAME = new RegExp(String.raw`(?<![\p{L}\d])${YEAR}(?![\p{L}\d])`, 'gu');
const FOLDER = new RegExp(`^${YEAR}$`, 'u');

/** A month's word and a year, in either order: `January-2012`, `2012-Jan`. */
const MONTH_AND_YEAR =
  /^(?:(?<word>\p{L}{3,12})[-_. ]?(?<year>(?:19|20)\d\d)|(?<first>(?:19|20)\d\d)[-_. ]?(?<last>\p{L}{3,12}))$/u;

/** What folders tell of a date: `2012`, `2012-01`, `2012/01`, `January-2012`, `2012/Jan`. */
interface Period {
  readonly year: number;
  readonly month?: number;
}

/** The year, or the year and month, that a name is. */
function periodIn(name: string): Period | undefined {
  const [, year, own] = FOLDER.exec(name) ?? [];
  if (year !== undefined) return { year: Number(year), ...(own !== undefined && { month: Number(own) }) };
  const worded = MONTH_AND_YEAR.exec(name)?.groups;
  const month = worded && monthOf(worded['word'] ?? worded['last'] ?? '');
  return month === undefined ? undefined : { year: Number(worded?.['year'] ?? worded?.['first']), month };
}

const isWord = (name: string): boolean => /^\p{L}{3,12}$/u.test(name);

/** The month that a folder behind that of a year is. */
function monthIn(folder = ''): number | undefined {
  if (/^(?:0[1-9]|1[0-2])$/u.test(folder)) return Number(folder);
  return isWord(folder) ? monthOf(folder) : undefined;
}

/** The nearest folder that is a year, or one and a month, and the month in the folder behind it. */
function periodOf(folders: readonly string[]): Period | undefined {
  const periods = folders.map(periodIn);
  const at = periods.findLastIndex((period) => period !== undefined);
  const period = periods[at];
  const month = period?.month ?? monthIn(folders[at + 1]);
  return period && month !== undefined ? { ...period, month } : period;
}

/** True for folders of dates, of which none is a network. */
function isDated(folder: string, before: string | undefined): boolean {
  if (!/\p{L}/u.test(folder) || periodIn(folder) || isDate(folder)) return true;
  return before !== undefined && FOLDER.test(before) && monthIn(folder) !== undefined;
}

const REST = /(?:^|[-_. ])(?:(?<days>[0-3]\d\d)|(?<first>\d\d)(?:[-_.]?(?<second>\d\d))?)$/u;
/** `.Jan-05`, `.05-Jan` */
const WORDED_REST =
  /(?:^|[-_. ])(?:(?<word>\p{L}{3,14})[-_.]?(?<behind>\d\d)|(?<before>\d\d)[-_.]?(?<last>\p{L}{3,14}))$/u;

/**
 * The rest of a date at the end of a name, where its folders tell the year: irssi's `2012/net/#garden.01-05.log`, the month alone,
 * the day where they tell the month, or the day of the year; months may be words. `bare` is the name without it.
 */
function restOfDate(bare: string, period: Period | undefined): { readonly bare: string; readonly date?: CalendarDate } {
  const worded = period && WORDED_REST.exec(bare);
  const { word, last = '', behind, before } = worded?.groups ?? {};
  const named = period && calendarDate(period.year, monthOf(word ?? last) ?? 0, Number(behind ?? before));
  if (named) return { bare: bare.slice(0, worded?.index), date: named };
  const found = REST.exec(bare);
  const { days, first, second } = found?.groups ?? {};
  if (!period || !found) return { bare };
  const without = bare.slice(0, found.index);
  if (days !== undefined) {
    const date = period.month === undefined ? dayOfYear(period.year, Number(days)) : undefined;
    return date ? { bare: without, date } : { bare };
  }
  const [month, day] = second === undefined ? [period.month, first] : [Number(first), second];
  const date = month === undefined ? undefined : calendarDate(period.year, month, Number(day));
  if (date) return { bare: without, date };
  return second === undefined && period.month === undefined && calendarDate(period.year, Number(first), 1)
    ? { bare: without }
    : { bare };
}

/** The year that a file's name tells, alone or with a month behind it: the last in it (`#garden_2012.log`). */
function yearInName(name: string): number | undefined {
  const [, year] = [...name.matchAll(IN_NAME)].at(-1) ?? [];
  return year === undefined ? undefined : Number(year);
}

const DATE = String.raw`(?:19|20)\d\d[-_.]?(?:\d\d)?[-_.]?(?:\d\d)?`;
/** `05-Jan-2012`, `05-Thu-2012` (supybot), `05-01-2012` */
const DAY_FIRST = String.raw`\d\d(?<sep>[-_.]?)(?:\p{L}{3,9}|\d\d)\k<sep>(?:19|20)\d\d`;
const DATED = new RegExp(String.raw`[-_.](?:${DATE}|${DAY_FIRST})$`, 'u');
/** `2012-Jan-05`, `Jan-2012`, `2012_Jan`, with no day before it. */
const WORDED_END =
  /(?<![-_.]\d\d)[-_.](?<period>(?:19|20)\d\d[-_.]?\p{L}{3,9}(?=(?:[-_.]?\d\d)?$)|\p{L}{3,9}[-_.]?(?:19|20)\d\d$)(?:[-_.]?\d\d)?$/u;

/** A file's name without its endings and the date behind it. */
function undated(name: string): string {
  const bare = withoutDate(stem(name));
  const period = WORDED_END.exec(bare)?.groups?.['period'];
  return bare.replace(period !== undefined && periodIn(period) ? WORDED_END : DATED, '');
}

/** The channel that a file's name holds from its first channel sigil on, dates around it removed. */
export function channelInName(name: string): string | undefined {
  return channelIn(undated(name));
}

function channelIn(bare: string): string | undefined {
  return /(?:^|[^#&\p{L}\p{N}])([#&][^\s,]*)$/u.exec(bare)?.[1] ?? /^([+!][^\s,]+)$/u.exec(bare)?.[1];
}

/**
 * Channel, network and date, or year, as a path tells them: the channel from the file's name or the nearest folder that is one
 * (`net/#chan/2012-01-05.log`), the network from the folder before it. Facts that it does not tell are absent.
 */
export function factsOfPath(path: string): Pick<FileFacts, 'channel' | 'network' | 'date' | 'year'> {
  const folders = path.split('/').filter((part) => part !== '' && part !== '.');
  const name = folders.pop() ?? '';
  const period = periodOf(folders);
  const whole = dateInPath(path);
  const rest = restOfDate(undated(name), whole ? undefined : period);
  const named = channelIn(rest.bare);
  const at = named === undefined ? folders.findLastIndex((folder) => /^[#&]/u.test(folder)) : folders.length;
  const channel = named ?? folders[at];
  const date = whole ?? rest.date;
  const network =
    channel === undefined ? undefined : (networkIn(folders, at) ?? (date && named && networkBefore(named, rest.bare)));
  const year = date ? undefined : (yearInName(name) ?? period?.year);
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(network === undefined ? {} : { network }),
    ...(date ? { date } : {}),
    ...(year === undefined ? {} : { year }),
  };
}

/**
 * The network that stands before the channel in a dated name, as masks put it there: `meadow.#garden.2012-01-05.log`. Without a date
 * it may be whatever a person who made the copy meant.
 */
function networkBefore(channel: string, bare: string): string | undefined {
  const before = bare.slice(0, bare.length - channel.length).replace(/^[\d\-_. ]+|^irc\.(?=.)/u, '');
  const network = /^(?<network>\p{L}[^\s_]*)[-_.]$/u.exec(before)?.groups?.['network'];
  return network === undefined || isPlainFolder(network) ? undefined : network;
}

/** The network that folders tell of a channel: the one under `networks`, else the nearest before that is no date or channel. */
function networkIn(folders: readonly string[], channelAt: number): string | undefined {
  const listed = folders.indexOf('networks');
  const before = folders.slice(0, channelAt);
  const folder =
    listed >= 0 && listed + 1 < channelAt
      ? folders[listed + 1]
      : before.findLast((one, at) => !/^[#&]/u.test(one) && !isDated(one, before[at - 1]));
  return folder === undefined || isPlainFolder(folder) ? undefined : folder;
}

/** Folders that name no network: the archive's own, the clients' log roots, and what XChat calls a network that it does not know. */
function isPlainFolder(folder: string): boolean {
  return /^(?:logs?|irc|irclogs|xchatlogs|scrollback|channels?|moddata|log|users?|networks?|archive|content|ChannelLogger|weechat|znc|irssi|hexchat|xchat2?|limnoria|supybot|eggdrop|mirc|konversation|kvirc|quassel|textual|pidgin|purple|adium|bip|colloquy|energymech|ii|irccloud|limechat)\d*$/iu.test(
    folder,
  );
}
