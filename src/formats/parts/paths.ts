// What a file's path tells: channel, network, date, in the layouts that clients use by default.
import type { CalendarDate, FileFacts } from '../../format.ts';
import { stem } from '../../shared/log-name.ts';
import { datedFolders, periodIn, restOfDate, type Period, type RestOfDate } from '../../shared/dated-folders.ts';
import { dateInPath, withoutDate } from '../../shared/named-dates.ts';

const IN_NAME = /(?<![\p{L}\d])((?:19|20)\d\d)(?:[-_.]?(?:0[1-9]|1[0-2]))?(?![\p{L}\d])/gu;

/** The year that a file's name tells, alone or with a month behind it: the last in it (`#garden_2012.log`). */
function yearInName(name: string): number | undefined {
  const [, year] = [...name.matchAll(IN_NAME)].at(-1) ?? [];
  return year === undefined ? undefined : Number(year);
}

const DATE = String.raw`(?:19|20)\d\d[-_.]?(?:W?\d\d)?[-_.]?(?:\d\d?)?`;
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

/** Of a safe channel (`!ABCDEgarden`) its five letters are a sign as good as `#`. */
const SAFE = '![A-Z0-9]{5}';
const IS_CHANNEL = new RegExp(`^(?:[#&]|${SAFE})`, 'u');
const CHANNEL = new RegExp(String.raw`(?:^|[^#&\p{L}\p{N}])((?:[#&]|${SAFE})[^\s,]*)$`, 'u');

/** The channel that an undated name holds from its first channel sigil on. */
function channelIn(bare: string): string | undefined {
  return CHANNEL.exec(bare)?.[1] ?? /^([+!][^\s,]+)$/u.exec(bare)?.[1];
}

/** The day of a period that tells one. */
function dayIn({ year, month, day }: Partial<Period> = {}): CalendarDate | undefined {
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day };
}

/** A name without its endings, and without the rest of its folders' date, which may stand behind these: `#garden.log.05`. */
function restOf(name: string, period: Period | undefined): RestOfDate {
  const rest = restOfDate(undated(name), period);
  if (!period || rest.period) return rest;
  const behind = restOfDate(name, period);
  return behind.period?.day === undefined ? rest : { ...behind, bare: undated(behind.bare) };
}

/**
 * Channel, network and date, or year, as a path tells them: the channel from the file's name or the nearest folder that is one
 * (`net/#chan/2012-01-05.log`), the network from the folder before it. Facts that it does not tell are absent.
 */
export function factsOfPath(path: string): Pick<FileFacts, 'channel' | 'network' | 'date' | 'year'> {
  const folders = path.split('/').filter((part) => part !== '' && part !== '.');
  const name = folders.pop() ?? '';
  const { period, dated } = datedFolders(folders);
  const whole = dateInPath(path) ?? dayIn(period);
  const rest = restOf(name, whole ? undefined : period);
  const named = channelIn(rest.bare);
  const at = named === undefined ? folders.findLastIndex((folder) => IS_CHANNEL.test(folder)) : folders.length;
  const channel = named ?? folders[at];
  const date = whole ?? dayIn(rest.period);
  const network =
    channel === undefined
      ? undefined
      : (networkIn(folders, dated, at) ?? (date && named && networkBefore(named, rest.bare)));
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
  const before = bare.slice(0, bare.length - channel.length).replace(/^(?:\d+[-_. ]+)*(?:irc\.(?=.))?/u, '');
  const network = /^(?<network>(?=\d*\p{L})[^\s_]+)[-_.]$/u.exec(before)?.groups?.['network'];
  return network === undefined || isPlainFolder(network) ? undefined : network;
}

/** The network that folders tell of a channel: the one under `networks`, else the nearest before that is no date or channel. */
function networkIn(folders: readonly string[], dated: readonly boolean[], channelAt: number): string | undefined {
  const listed = folders.indexOf('networks');
  const before = folders.slice(0, channelAt);
  const folder =
    listed >= 0 && listed + 1 < channelAt
      ? folders[listed + 1]
      : before.findLast((one, at) => !IS_CHANNEL.test(one) && /\p{L}/u.test(one) && !dated[at]);
  return folder === undefined || isPlainFolder(folder) ? undefined : folder;
}

/** Folders that name no network: the archive's own, the clients' log roots, and what XChat calls a network that it does not know. */
function isPlainFolder(folder: string): boolean {
  return /^(?:logs?|irc|irclogs|xchatlogs|scrollback|channels?|moddata|log|users?|networks?|archive|content|ChannelLogger|weechat|znc|irssi|hexchat|xchat2?|limnoria|supybot|eggdrop|mirc|konversation|kvirc|quassel|textual|pidgin|purple|adium|bip|colloquy|energymech|ii|irccloud|limechat)\d*$/iu.test(
    folder,
  );
}
