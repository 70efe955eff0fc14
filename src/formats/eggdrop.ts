// eggdrop's channel logs.
//
//   [00:00:00] --- Fri Jan  6 2012
//   [09:01:02] <alice> hello bob
//   [09:02:00] Action: bob waves
//   [09:03:10] carol (~c@host.example) left irc: Ping timeout: 240 seconds
//   [09:04:00] Last message repeated 2 time(s).
//
// The bot does not log what it says itself; its own joins have no address. Dates stand in the day's line at midnight and in
// the files' names (`logfile-suffix`: `.06Jan2012` by default). What else its flags put into the file are notes.
// Source: eggdrop 1.6 to 1.9, src/mod/irc.mod/chan.c, src/mod/ctcp.mod, src/misc.c (putlog, check_logsize).
import type { FileFacts, ParsedLine, Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule, Reader, SureRule } from './parts/line-spec.ts';
import { NOTE, RAW } from './eggdrop/notes.ts';
import { timesRepeated } from './eggdrop/repeated.ts';
import { channelInLines } from './parts/channel-in-lines.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';
import { toStatus } from './parts/told-to.ts';
import { newDay } from './parts/spelled-date.ts';

const NICK = String.raw`(?<nick>[^\s()<>:!]+)`;
const HOST = String.raw`\((?<host>[^()]*)\)`;
const CHANNEL = String.raw`(?<channel>[#&+!]\S*)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

/** Servers' last parameters keep their colon: `'+ov bob :carol'`, `':+im '`. */
export const RULES: readonly SureRule[] = [
  {
    example: '<alice> hello bob',
    pattern: line(`<${NICK}(?::(?<to>[@%+]?)${CHANNEL})?> ?(?<text>.*)`),
    read: toStatus(message),
  },
  { example: '@<alice> ops only', pattern: line(`(?<to>[@%+])<${NICK}> ?(?<text>.*)`), read: toStatus(message) },
  { example: 'Action: bob waves', pattern: line(`Action: ${NICK}(?: (?<text>.*))?`), read: action, proves: true },
  {
    example: '-alice:@#xpmem- ops only',
    pattern: line(String.raw`-${NICK}:(?<to>[@%+])${CHANNEL}- ?(?<text>.*)`),
    read: notice,
  },
  { example: '-alice:#xpmem- hello all', pattern: line(`-${NICK}:${CHANNEL}- ?(?<text>.*)`), read: notice },
  { example: '-:#xpmem- *** bob invited carol', pattern: line(`(?<text>-:${CHANNEL}- .*)`), read: note('info') },
  {
    example: 'carol (~c@host.example) joined #xpmem.',
    pattern: line(String.raw`${NICK} ${HOST} (?:joined|returned to) ${CHANNEL}\.`),
    read: join,
    proves: true,
  },
  {
    example: 'logbot joined #xpmem.',
    pattern: line(String.raw`${NICK} joined ${CHANNEL}\.`),
    read: own(join),
    proves: true,
  },
  {
    example: 'carol (~c@host.example) left #xpmem (bye).',
    pattern: line(String.raw`${NICK} ${HOST} left ${CHANNEL}? \((?<reason>.*)\)\.`),
    read: part,
    proves: true,
  },
  {
    example: 'carol (~c@host.example) left #xpmem.',
    pattern: line(String.raw`${NICK} ${HOST} left ${CHANNEL}\.`),
    read: part,
    proves: true,
  },
  {
    example: 'carol (~c@host.example) left irc: Ping timeout: 240 seconds',
    pattern: line(String.raw`${NICK} ${HOST} left irc: ?(?<reason>.*)`),
    read: quit,
    proves: true,
  },
  {
    example: 'carol (~c@host.example) got netsplit.',
    pattern: line(String.raw`${NICK} ${HOST} got netsplit\.`),
    read: quit,
    proves: true,
  },
  {
    example: 'carol (~c@host.example) got lost in the net-split.',
    pattern: line(String.raw`(?<text>${NICK} ${HOST} got lost in the net-split\.)`),
    read: note('info'),
    proves: true,
  },
  {
    example: 'bob kicked from #xpmem by alice: enough',
    pattern: line(
      String.raw`(?<target>[^\s!]+)(?:!\S+)? kicked from ${CHANNEL} by ${NICK}(?:!\S*?)?:(?: (?<reason>.*))?`,
    ),
    read: kick,
    proves: true,
  },
  {
    example: 'Nick change: bob -> bert',
    pattern: line(String.raw`Nick change: (?<nick>\S+) -> (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: "#xpmem: mode change '+o bob' by alice!~a@host.example",
    pattern: line(String.raw`${CHANNEL}: mode change '(?<modes>.*)' by (?<nick>[^\s!]*)(?:!\S*)?`),
    read: (captured) => mode({ ...captured, modes: captured['modes']?.replace(/(^| ):/gu, '$1') }),
    proves: true,
  },
  {
    example: 'Topic changed on #xpmem by alice!~a@host.example: release day',
    pattern: line(String.raw`Topic changed on ${CHANNEL} by (?<nick>[^\s!]+?)(?:!\S*?)?: (?<text>.*)`),
    read: topic,
    proves: true,
  },
  {
    example: 'CTCP VERSION:  from alice (alice!~a@host.example) to #xpmem',
    pattern: line(String.raw`(?<text>CTCP (?:reply )?\S+: .* from \S+ \(.*\)(?: to \S+)?)`),
    read: note('info'),
    proves: true,
  },
  {
    example: '[alice!~a@host.example] psst',
    pattern: line(String.raw`(?<text>\[[^\s!]+![^\s\]]+\] .*|-[^\s()]+ \([^\s()]+\)- .*)`),
    read: note('private'),
  },
  {
    example: '--- Loading eggdrop v1.8.4 (Thu Jan  5 2012)',
    pattern: line('(?<text>--- Loading eggdrop .*|=== .* started.*)'),
    read: note('open'),
    proves: true,
  },
  {
    example: 'Connected to irc.example.net',
    pattern: line(String.raw`(?<text>Connected to \S+)`),
    read: note('connected'),
  },
  {
    example: 'Disconnected from irc.example.net',
    pattern: line(String.raw`(?<text>Disconnected from \S+)`),
    read: note('disconnected'),
  },
  { example: '[@] PING :irc.example.net', pattern: line(`(?<text>${RAW})`), read: note('private') },
  {
    example: 'Writing user file...',
    pattern: line(`(?<text>${NOTE})`),
    read: note('info'),
  },
];

const controls: readonly ControlRule[] = [
  {
    example: '[00:00:00] --- Fri Jan  6 2012',
    // what is said has a nick before it, and what is done there a colon or a channel
    pattern: /^(?!.*(?:: |#))(?:[^<>]{1,40} )?--- (\p{L}+\.? \p{L}+\.? +\d{1,2} \d{4})$/u,
    read: ([, date = '']) => newDay(date),
    proves: true,
  },
];

function reader(): Reader {
  let before: readonly ParsedLine[] = [];
  return {
    finish: (parsed, text) => {
      const times = timesRepeated(text);
      const [line] = parsed;
      if (times > 0 && before.length > 0 && line?.is === 'event') {
        const again = before.map((one) => ({ ...one, ...(line.stamp ? { stamp: line.stamp } : {}) }));
        return Array.from({ length: times }, () => again).flat();
      }
      if (line?.is === 'event') before = parsed;
      return parsed;
    },
  };
}

/** What somebody said begins otherwise; before the bot's nick stands a stamp of any form. */
const OWN_JOIN = /^(?!.*(?:<|Action: | -| \())(?:\S+ ){1,5}?([^\s():]+) joined [#&+!]\S*\.$/u;
const CHANGED = /^(?!.*(?:<|Action: ))(?:\S+ ){0,5}?(?:Topic changed on )?([#&+!][^\s:]*)(?:: mode change '| by )/u;

const NAMING = /^(?!.*(?:<|Action: | -)).* \([^()]*\) (?:joined|left) ([#&+!]\S*?)(?:\.| \(.*\)\.)$/u;

/**
 * Whether a bot keeps several channels in one log (`logfile jpk *`): they take turns, where a channel that moved has its former
 * name once. Nothing tells in which of them something was said.
 */
function isOfSeveral(lines: Sample['lines']): boolean {
  const turns: string[] = [];
  for (const { text } of lines) {
    const channel = NAMING.exec(text)?.[1]?.toLowerCase();
    if (channel !== undefined && channel !== turns.at(-1)) turns.push(channel);
  }
  return new Set(turns).size < turns.length;
}

function facts({ lines }: Sample): FileFacts {
  const first = (pattern: RegExp): string | undefined =>
    lines.map(({ text }) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  const channel = isOfSeveral(lines) ? undefined : (channelInLines(lines) ?? first(CHANGED));
  const owner = first(OWN_JOIN);
  return { ...(channel ? { channel } : {}), ...(owner ? { owner } : {}) };
}

const TIMES = ['HH:mm', 'HH:mm:ss', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'MMM dd HH:mm:ss', 'dd MMM HH:mm:ss'];

export default lineLog({
  name: 'eggdrop',
  title: 'eggdrop channel log',
  local: true,
  stamps: TIMES.map((time) => `[${time}]`),
  clocksAreSet: true,
  stamp: '[09:01:02] ',
  rules: RULES,
  controls,
  reader,
  facts,
  path: /(?:^|\/)eggdrop\/|\.log\.(?:\d{8}|\d\d\p{L}{3}\d{4}|yesterday)$/u,
});
