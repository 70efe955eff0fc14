// Logs of Limnoria's ChannelLogger, and of supybot, gribble and their kin before it.
//
//   2012-01-05T09:01:02  <alice> hello bob
//   2012-01-05T09:02:00  * bob waves
//   2012-01-05T09:03:10  *** carol <carol!~c@host.example> has quit IRC (Ping timeout)
//   [05-Jan-2012 09:01:02]  *** dave has joined #xpmem        (supybot: no addresses)
//
// The stamp is `supybot.log.timestampFormat` and two blanks, or nothing at all. The bot's own notices have no nick.
// Source: Limnoria plugins/ChannelLogger/plugin.py and config.py (2004–2024), supybot 0.83.
import type { Event } from '../events.ts';
import type { Captures, FileFacts, Sample } from '../format.ts';
import { channelInLines } from './parts/channel-in-lines.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';
import { dateInPath } from '../shared/named-dates.ts';

const NICK = String.raw`(?<nick>[^\s<>]+)`;
/** `carol <carol!~c@host.example>`: the prefix holds the nick again. */
const WHO = String.raw`${NICK}(?: [<(](?:[^\s!<>]*!)?(?<host>[^\s<>]*)[>)])?`;
const CHANNEL = String.raw`(?<channel>[#&+!]\S*)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

/** What somebody asked the bot not to log: that they spoke is all there is. */
const notLogged = ({ nick = '', text = '' }: Captures): readonly Event[] => [
  { kind: 'log', event: 'info', text, names: [nick] },
];

export const RULES: readonly SureRule[] = [
  {
    example: '<alice> -= THIS MESSAGE NOT LOGGED =-',
    pattern: line(`(?<text>(?:<${NICK}>|\\* (?<actor>\\S+)) -= THIS MESSAGE NOT LOGGED =-)`),
    read: (captured) => notLogged({ ...captured, nick: captured['nick'] ?? captured['actor'] }),
    proves: true,
  },
  { example: '<alice> hello bob', pattern: line(`<(?<prefix>[~&@%+])?${NICK}> ?(?<text>.*)`), read: message },
  {
    example: '*** carol <carol!~c@host.example> has joined #xpmem',
    pattern: line(String.raw`\*\*\* ${WHO} has joined ${CHANNEL}`),
    read: join,
    proves: true,
  },
  {
    example: '*** carol <carol!~c@host.example> has left #xpmem (bye)',
    pattern: line(String.raw`\*\*\* ${WHO} has left ${CHANNEL}(?: \((?<reason>.*)\))?`),
    read: part,
    proves: true,
  },
  {
    example: '*** carol <carol!~c@host.example> has quit IRC (Ping timeout: 240 seconds)',
    pattern: line(String.raw`\*\*\* ${WHO} has quit IRC(?: \((?<reason>.*)\))?`),
    read: quit,
    proves: true,
  },
  {
    example: '*** bob is now known as bert',
    pattern: line(String.raw`\*\*\* ${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: '*** bob was kicked by alice (enough)',
    pattern: line(String.raw`\*\*\* (?<target>\S+) was kicked by ${NICK}(?: \((?<reason>.*)\))?`),
    read: kick,
  },
  {
    example: '*** alice sets mode: +ov bob carol',
    pattern: line(String.raw`\*\*\* ${NICK} sets mode: (?<modes>.*)`),
    read: mode,
  },
  {
    example: '*** alice changes topic to "release day"',
    pattern: line(String.raw`\*\*\* ${NICK} changes topic to "(?<text>.*)"`),
    read: topic,
    proves: true,
  },
  {
    example: '*** alice <alice!~a@host.example> invited dave to #xpmem',
    pattern: line(String.raw`(?<text>\*\*\* ${WHO} invited \S+ to ${CHANNEL})`),
    read: note('info'),
    proves: true,
  },
  {
    example: '*** alice is now away: at lunch',
    pattern: line(String.raw`(?<text>\*\*\* \S+ is (?:now away: .*|back))`),
    read: note('info'),
    proves: true,
  },
  { example: '* bob waves', pattern: line(String.raw`\* ${NICK}(?: (?<text>.*))?`), read: action },
  { example: '-- the bot speaks', pattern: line('-- (?<text>.*)'), read: own(notice) },
  { example: '-carol- hello all', pattern: line(String.raw`-(?!-)(?<nick>[^\s<>]+?)- (?<text>.*)`), read: notice },
];

/** Two blanks after a stamp, and no `*` of an action: nobody else writes so. */
const TELLTALE = /^(?:\S{4,}|\[[^\]]+\]|\d\S*(?: \S+){1,3}) {2}(?:<[^\s>]+> |\*\*\* |-\S*- )/u;

/** What the bot puts between a stamp and a sentence. */
const GAP = '  ';
const TIMES = ['HH:mm:ss', 'HH:mm'];
const DATES = ["yyyy-MM-dd'T'", 'yyyy-MM-dd ', 'dd-MMM-yyyy ', 'MMM dd yyyy ', 'dd MMM yyyy ', 'dd.MM.yyyy ', ''];
const STAMPS = DATES.flatMap((date) => TIMES.map((time) => date + time));

const JOINED = /\*\*\* (\S+)(?: <\S*>)? has joined [#&+!]/u;

const GONE = /^[^<]*\*\*\* (\S+)(?: <\S*>)? has quit IRC/u;

/**
 * The bot hears of nobody before it has joined: whose join begins a log that is not cut by date, is the bot. But not in the second
 * half of one that was cut: the bot hears nothing of its own quit.
 */
function botOf({ path, lines }: Sample): string | undefined {
  const nick = dateInPath(path) ? undefined : JOINED.exec(lines[0]?.text ?? '')?.[1];
  return lines.some(({ text }) => nick !== undefined && GONE.exec(text)?.[1] === nick) ? undefined : nick;
}

function facts(sample: Sample): FileFacts {
  const channel = channelInLines(sample.lines);
  const owner = botOf(sample);
  return { ...(channel ? { channel } : {}), ...(owner ? { owner } : {}) };
}

export default lineLog({
  name: 'limnoria',
  title: 'Limnoria and supybot channel log',
  local: true,
  stamps: STAMPS.flatMap((stamp) => [
    stamp + GAP,
    ...(stamp.includes('T') ? [`${stamp}ZZZ${GAP}`, `${stamp}ZZ${GAP}`] : []),
    `[${stamp}]${GAP}`,
  ]),
  clocksAreSet: true,
  stamp: `2012-01-05T09:01:02${GAP}`,
  stampEnd: GAP,
  gap: /^ {0,2}/u,
  stampless: true,
  telltale: TELLTALE,
  rules: RULES,
  facts,
  path: /(?:^|\/)ChannelLogger\//u,
});
