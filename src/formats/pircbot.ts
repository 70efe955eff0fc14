// Logs of PircBot's LogBot, in plain text or as the HTML that it writes.
//
//   [9:01] <alice> hello bob
//   [9:02] * bob waves
//   [9:03] * carol (~c@host.example) Quit (Leaving)
//   <span class="irc-date">[9:04]</span> <span class="irc-black">&lt;alice&gt; hi</span><br />
//
// Hours have no leading zero; the file's name is the date. Joins, parts and quits always have their address, so the same
// words without one are somebody's /me.
// Source: LogBot.java (org.jibble.logbot 1.2, 2006); logs of a bot of 2011.
import type { FileFacts } from '../format.ts';
import { channelInLines } from './parts/channel-in-lines.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, part, quit, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s<>()]+)`;
const HOST = String.raw`\((?<host>[^\s()]*@[^\s()]*)\)`;
const CHANNEL = String.raw`(?<channel>[#&+!]\S*)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: line('<(?<nick>[^>\\s]+)> ?(?<text>.*)'), read: message },
  {
    example: '* carol (~c@host.example) has joined #xpmem',
    pattern: line(String.raw`\* ${NICK} ${HOST} has joined ${CHANNEL}`),
    read: join,
  },
  {
    example: '* carol (~c@host.example) has left #xpmem',
    pattern: line(String.raw`\* ${NICK} ${HOST} has left ${CHANNEL}(?: \((?<reason>.*)\))?`),
    read: part,
  },
  {
    example: '* carol (~c@host.example) Quit (Leaving)',
    pattern: line(String.raw`\* ${NICK} ${HOST} Quit \((?<reason>.*)\)`),
    read: quit,
  },
  {
    example: '* bob was kicked from #xpmem by alice',
    pattern: line(String.raw`\* (?<target>\S+) was kicked from ${CHANNEL} by ${NICK}(?: \((?<reason>.*)\))?`),
    read: kick,
  },
  {
    example: '* alice sets mode +o bob',
    pattern: line(String.raw`\* ${NICK} sets mode (?<modes>[+-](?!.* for [#&+!]\S*$).*)`),
    read: mode,
    proves: true,
  },
  {
    example: '* bob is now known as bert',
    pattern: line(String.raw`\* ${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: "* alice changes topic to 'release day'",
    pattern: line(String.raw`\* ${NICK} changes topic to '(?<text>.*)'`),
    read: topic,
  },
  {
    example: "* Topic is 'release day'",
    pattern: line(String.raw`(?<text>\* (?:Topic is '.*'|Set by \S+ on .*))`),
    read: note('info'),
  },
  {
    example: '* logbot disconnected - trying to reconnect...',
    pattern: line(String.raw`(?<text>\* (?:\S+ disconnected - trying to reconnect\.\.\.|Disconnected\.))`),
    read: note('disconnected'),
    proves: true,
  },
  {
    example: '-irc.example.net- *** Looking up your hostname...',
    pattern: line(String.raw`(?<text>-[^\s-]\S{0,99}\.\S{0,99}- .*)`),
    read: note('info'),
  },
  { example: '-alice- hello all', pattern: line(String.raw`-(?![!-])(?<nick>[^\s<>]+?)- (?<text>.*)`), read: notice },
  {
    example: '[alice VERSION]',
    pattern: line(String.raw`(?<text>\[\S+ (?:PING|TIME|VERSION|FINGER)\])`),
    read: note('info'),
  },
  { example: '<- *alice* psst', pattern: line(String.raw`(?<text><- \*\S+\* .*)`), read: note('private') },
  { example: '* bob waves', pattern: line(String.raw`\* ${NICK}(?: (?<text>.*))?`), read: action },
];

const HTML = /^<span class="irc-date">(?<stamp>.*?)<\/span> <span class="irc-\w[\w-]*">(?<text>.*)<\/span><br ?\/?>$/su;

/** What LogBot made of the line, undone: it escapes three characters and makes links of addresses. */
function plain(line: string): string {
  const { stamp, text } = HTML.exec(line)?.groups ?? {};
  if (stamp === undefined || text === undefined) return line;
  const bare = text.replace(/<a href="[^"]*">(.*?)<\/a>/gsu, '$1');
  return `${stamp} ${bare.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&')}`;
}

const named = (channel: string | undefined): FileFacts => (channel ? { channel } : {});

export default lineLog({
  name: 'pircbot',
  title: 'PircBot LogBot log',
  local: true,
  actsAlike: true,
  stamps: ['[H:mm]'],
  stamp: '[9:01] ',
  rules: RULES,
  reader: () => ({ strip: plain }),
  telltale: /^\[\d:\d\d\] [<*[-]|^<span class="irc-date">/u,
  facts: ({ lines }) => named(channelInLines(lines)),
  path: /(?:^|\/)(?:19|20)\d\d-\d\d-\d\d\.log$/u,
});
