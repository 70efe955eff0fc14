// What people copy out of qwebirc, the web client.
//
//   [09:01] <alice> hello bob
//   [09:02]  * bob waves
//   [09:03] == carol [~c@host.example] has quit [Leaving]
//
// Source: qwebirc, js/ui/themes.js (the default theme); W3C scribe2 (Qwebirc_paste_format).
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, part, quit, topic } from './parts/told.ts';
import type { FileFacts } from '../format.ts';
import { channelInLines } from './parts/channel-in-lines.ts';

const NICK = String.raw`(?<nick>[^\s<>]+)`;
const HOST = String.raw`\[(?<host>[^\s[\]]*@[^\s]*?)\]`;
const CHANNEL = String.raw`[#&+!]\S*`;
const REASON = String.raw`(?: \[(?<reason>.*)\])?`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
const says = (sentence: string): RegExp => line(`== ${sentence}`);

export const RULES: readonly SureRule[] = [
  {
    example: '<@alice> hello bob',
    pattern: line(String.raw`<(?<prefix>[~&@%+!])?${NICK}> ?(?<text>.*)`),
    read: message,
  },
  { example: ' * bob waves', pattern: line(String.raw` ?\* ${NICK} ?(?<text>.*)`), read: action },
  {
    example: '== carol [~c@host.example] has joined #xpmem',
    pattern: says(`${NICK} ${HOST} has joined ${CHANNEL}`),
    read: join,
    proves: true,
  },
  {
    example: '== carol [~c@host.example] has left #xpmem [bye]',
    pattern: says(`${NICK} ${HOST} has left ${CHANNEL}${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: '== carol [~c@host.example] has quit [Leaving]',
    pattern: says(`${NICK} ${HOST} has quit${REASON}`),
    read: quit,
    proves: true,
  },
  {
    example: '== bob was kicked from #xpmem by alice [enough]',
    pattern: says(String.raw`(?<target>\S+) was kicked from ${CHANNEL} by ${NICK}${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: '== mode/#xpmem [+ov bob carol] by alice',
    pattern: says(String.raw`mode/${CHANNEL} \[(?<modes>.*)\] by ${NICK}`),
    read: mode,
    proves: true,
  },
  {
    example: '== bob has changed nick to bert',
    pattern: says(String.raw`${NICK} has changed nick to (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: '== alice changed the topic of #xpmem to: release day',
    pattern: says(`${NICK} changed the topic of ${CHANNEL} to: (?<text>.*)`),
    read: topic,
    proves: true,
  },
  {
    example: '== Disconnected from server: gone',
    pattern: says('(?<text>Disconnected from server.*|ERROR: .*)'),
    read: note('disconnected'),
    proves: true,
  },
  {
    example: '== Connected to server.',
    pattern: says('(?<text>Connected to server.*)'),
    read: note('connected'),
    proves: true,
  },
  { example: '== Signed on!', pattern: line('(?<text>== .*)'), read: note('info') },
  { example: '-alice:#xpmem- hello all', pattern: line(String.raw`-${NICK}:${CHANNEL}- (?<text>.*)`), read: notice },
  {
    example: '-NickServ- This nickname is registered',
    pattern: line(String.raw`(?<text>-(?!-)\S+- .*|\*\S+\* .*|\[notice\(\S+\)\] .*)`),
    read: note('private'),
  },
];

function facts(channel: string | undefined): FileFacts {
  return channel ? { channel } : {};
}

export default lineLog({
  name: 'qwebirc',
  title: 'qwebirc, copied from the window',
  local: true,
  stamps: ['[HH:mm]', '[HH:mm:ss]'],
  stamp: '[09:01] ',
  rules: RULES,
  facts: ({ lines }) => facts(channelInLines(lines)),
});
