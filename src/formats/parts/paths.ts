// What a file's path tells: channel, network, date, in the layouts that clients use by default.
import type { CalendarDate, FileFacts } from '../../format.ts';
import { calendarDate } from './spelled-date.ts';

/**
 * The date in a path: the last of `2012-01-05`, `2012_01_05`, `2012.01.05`, `20120105` or `2012/01/05` in it that is a
 * day of the calendar. Digits that run on are none (an epoch, a hash).
 */
export function dateInPath(path: string): CalendarDate | undefined {
  const found = [...path.matchAll(/(?<!\d)((?:19|20)\d\d)([-_./]?)(\d\d)\2(\d\d)(?!\d)/gu)]
    .map(([, year, , month, day]) => calendarDate(Number(year), Number(month), Number(day)))
    .filter((date) => date !== undefined);
  return found.at(-1);
}

/**
 * Without the endings that clients and the people who copy their logs put after a name (`.log`, `.log.txt`, `.gz`), and what a
 * log that was turned over has behind them: `.log.1`, `.log.2.gz`, `.log-20131105.gz`.
 */
export function stem(name: string): string {
  return name.replace(
    /(?:\.(?:gz|txt|logs?|weechatlog|xchatlog|irclog|jsonl?|old|bak)(?:\.\d{1,3}|-(?:19|20)\d{6})?)+$/iu,
    '',
  );
}

const DATE = String.raw`(?:19|20)\d\d[-_.]?(?:\d\d)?[-_.]?(?:\d\d)?`;

/** The channel that a file's name holds from its first channel sigil on, dates around it removed. */
export function channelInName(name: string): string | undefined {
  const bare = stem(name).replace(new RegExp(String.raw`[-_.]${DATE}$`, 'u'), '');
  return /(?:^|[^#&\p{L}\p{N}])([#&][^\s,]*)$/u.exec(bare)?.[1] ?? /^([+!][^\s,]+)$/u.exec(bare)?.[1];
}

/**
 * Channel, network and date as a path tells them: the channel from the file's name or the nearest folder that is one
 * (`net/#chan/2012-01-05.log`), the network from the folder before it. Facts that it does not tell are absent.
 */
export function factsOfPath(path: string): Pick<FileFacts, 'channel' | 'network' | 'date'> {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const name = parts.at(-1) ?? '';
  let at = parts.length - 1;
  let channel = channelInName(name);
  for (let index = parts.length - 2; channel === undefined && index >= 0; index--) {
    if (!/^[#&]/u.test(parts[index] ?? '')) continue;
    channel = parts[index];
    at = index;
  }
  const listed = parts.indexOf('networks');
  const folder = listed >= 0 && listed + 1 < at ? parts[listed + 1] : at > 0 ? parts[at - 1] : undefined;
  const network = channel !== undefined && folder !== undefined && !isPlainFolder(folder) ? folder : undefined;
  const date = dateInPath(path);
  return { ...(channel === undefined ? {} : { channel }), ...(network ? { network } : {}), ...(date ? { date } : {}) };
}

/** Folders that name no network: the archive's own, the clients' log roots, dates and parts of one. */
function isPlainFolder(folder: string): boolean {
  return (
    /^(?:logs?|irc|irclogs|xchatlogs|scrollback|channels?|moddata|log|users?|networks?|archive|content|ChannelLogger|weechat|znc|irssi|hexchat|xchat2?|limnoria|supybot|eggdrop|mirc)\d*$/iu.test(
      folder,
    ) ||
    /^[^\p{L}]+$|^[#&]/u.test(folder) ||
    new RegExp(`^${DATE}$`, 'u').test(folder)
  );
}
