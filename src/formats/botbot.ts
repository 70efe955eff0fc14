// botbot.me's logs as text.
//
//   [09:01:02] <alice> hello bob
//   [09:02:00] * bob waves
//   [09:03:10] * carol has quit
//   [09:04:00] * TOPIC: release day
//
// Times are UTC, the file's name is the date: `labnet/xpmem/2012-01-05.log`. Its sentences begin as what somebody does, and tell no
// hosts and no reasons. Modes and kicks are not in it; topics, notices and words of being away are, without the nick.
// Source: botbot-web, templates/logs/logs.txt, apps/logs/models.py (MSG_TMPL), apps/logs/urls.py, apps/bots/models.py.
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, message, nickChange, note, notice, part, quit, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s<>]+)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
const says = (sentence: string): RegExp => line(String.raw`\* ${sentence}`);

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: line(`<${NICK}> ?(?<text>.*)`), read: message },
  {
    example: '* -- BotBot disconnected, possible missing messages --',
    pattern: says('(?<text>-- BotBot disconnected, possible missing messages --)'),
    read: note('disconnected'),
    proves: true,
  },
  { example: '* TOPIC: release day', pattern: says('TOPIC: (?<text>.*)'), read: topic, proves: true },
  { example: '* NOTICE: tea is ready', pattern: says('NOTICE: (?<text>.*)'), read: notice, proves: true },
  { example: '* AWAY: at lunch', pattern: says('(?<text>AWAY: .*)'), read: note('info') },
  { example: '* carol joined the channel', pattern: says(`${NICK} joined the channel`), read: join, proves: true },
  { example: '* carol has left the channel', pattern: says(`${NICK} has left the channel`), read: part, proves: true },
  { example: '* carol has quit', pattern: says(`${NICK} has quit`), read: quit, proves: true },
  {
    example: '* bob is now known as bert',
    pattern: says(String.raw`${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  { example: '* bob waves', pattern: says(`${NICK}(?: (?<text>.*))?`), read: action },
];

export default lineLog({
  name: 'botbot',
  title: 'botbot.me log',
  local: false,
  utc: true,
  actsAlike: true,
  stamps: ['[HH:mm:ss]'],
  stamp: '[09:01:02] ',
  rules: RULES,
  proofs: 3,
  path: /(?:^|\/)botbot(?:\.me)?\/(?:.*\/)?(?:19|20)\d\d-\d\d-\d\d\.log$/u,
});
