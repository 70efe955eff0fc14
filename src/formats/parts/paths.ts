// What a file's path tells: channel, network, date, in the layouts that clients use by default.
import type { CalendarDate, FileFacts } from '../../format.ts';
import { stem } from '../../shared/log-name.ts';
import { monthOf } from './months.ts';
import { calendarDate } from './spelled-date.ts';

const NUMBERS = /(?<!\d)((?:19|20)\d\d)([-_./]?)(\d\d)\2(\d\d)(?!\d)/gu;
/** A day of the week in the place of the month, as supybot had it, is none in another language. */
const WORDED =
  /(?<![\p{L}\d])(\d\d)([-_. ]?)(?!(?:mon|tue|wed|thu|fri|sat|sun)\b)(\p{L}{3,9})\.?\2((?:19|20)\d\d)(?![\p{L}\d])/giu;

/**
 * The date in a path: the last of `2012-01-05`, `2012_01_05`, `2012.01.05`, `20120105` or `2012/01/05` in it that is a
 * day of the calendar, else of `05-Jan-2012` and `05Jan2012`. Digits that run on are none (an epoch, a hash).
 */
export function dateInPath(path: string): CalendarDate | undefined {
  const numbers = [...path.matchAll(NUMBERS)].map(([, year, , month, day]) =>
    calendarDate(Number(year), Number(month), Number(day)),
  );
  return numbers.findLast((date) => date !== undefined) ?? wordedDate(path);
}

function wordedDate(path: string): CalendarDate | undefined {
  const found = [...path.matchAll(WORDED)].map(([, day, , month = '', year]) =>
    calendarDate(Number(year), monthOf(month) ?? 0, Number(day)),
  );
  return found.findLast((date) => date !== undefined);
}

const YEAR = String.raw`((?:19|20)\d\d)(?:[-_.]?(?:0[1-9]|1[0-2]))?`;
const IN_NAME = new RegExp(String.raw`(?<![\p{L}\d])${YEAR}(?![\p{L}\d])`, 'gu');
const FOLDER = new RegExp(`^${YEAR}$`, 'u');

/**
 * The year that a path tells without a date, alone or with a month behind it: the last in the file's name (`#garden_2012.log`),
 * else the nearest folder that is nothing else (`2012/01.log`, `2012-01/`).
 */
function yearInPath(path: string): number | undefined {
  const folders = path.split('/');
  const named = [...(folders.pop() ?? '').matchAll(IN_NAME)].at(-1);
  const [, year] = named ?? FOLDER.exec(folders.findLast((folder) => FOLDER.test(folder)) ?? '') ?? [];
  return year === undefined ? undefined : Number(year);
}

const DATE = String.raw`(?:19|20)\d\d[-_.]?(?:\d\d)?[-_.]?(?:\d\d)?`;
/** `05-Jan-2012`, `05-Thu-2012` (supybot), `05-01-2012` */
const DAY_FIRST = String.raw`\d\d(?<sep>[-_.]?)(?:\p{L}{3,9}|\d\d)\k<sep>(?:19|20)\d\d`;

/** The channel that a file's name holds from its first channel sigil on, dates around it removed. */
export function channelInName(name: string): string | undefined {
  const bare = stem(name).replace(new RegExp(String.raw`[-_.](?:${DATE}|${DAY_FIRST})$`, 'u'), '');
  return /(?:^|[^#&\p{L}\p{N}])([#&][^\s,]*)$/u.exec(bare)?.[1] ?? /^([+!][^\s,]+)$/u.exec(bare)?.[1];
}

/**
 * Channel, network and date, or year, as a path tells them: the channel from the file's name or the nearest folder that is one
 * (`net/#chan/2012-01-05.log`), the network from the folder before it. Facts that it does not tell are absent.
 */
export function factsOfPath(path: string): Pick<FileFacts, 'channel' | 'network' | 'date' | 'year'> {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const name = parts.at(-1) ?? '';
  let at = parts.length - 1;
  let channel = channelInName(name);
  for (let index = parts.length - 2; channel === undefined && index >= 0; index--) {
    if (!/^[#&]/u.test(parts[index] ?? '')) continue;
    channel = parts[index];
    at = index;
  }
  const network = channel === undefined ? undefined : networkIn(parts, at);
  const date = dateInPath(path);
  const year = date ? undefined : yearInPath(path);
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(network === undefined ? {} : { network }),
    ...(date ? { date } : {}),
    ...(year === undefined ? {} : { year }),
  };
}

/** The network that folders tell of a channel: the one under `networks`, else the nearest before that is no date or channel. */
function networkIn(folders: readonly string[], channelAt: number): string | undefined {
  const listed = folders.indexOf('networks');
  const before = folders.slice(0, channelAt);
  const folder =
    listed >= 0 && listed + 1 < channelAt
      ? folders[listed + 1]
      : before.findLast((one) => !/^[^\p{L}]+$|^[#&]/u.test(one));
  return folder === undefined || isPlainFolder(folder) ? undefined : folder;
}

/** Folders that name no network: the archive's own, the clients' log roots, and what XChat calls a network that it does not know. */
function isPlainFolder(folder: string): boolean {
  return /^(?:logs?|irc|irclogs|xchatlogs|scrollback|channels?|moddata|log|users?|networks?|archive|content|ChannelLogger|weechat|znc|irssi|hexchat|xchat2?|limnoria|supybot|eggdrop|mirc|konversation|kvirc|quassel|textual|pidgin|purple)\d*$/iu.test(
    folder,
  );
}
