// The `out` files of ii, suckless' IRC client made of files.
//
//   1325754062 <alice> hello bob                         (1.8 on: epoch seconds)
//   2012-01-05 09:01 <alice> hello bob                   (up to 1.7: local time)
//   1325754190 -!- carol(~c@host.example) has joined #xpmem
//
// A channel is a folder (`irc.example.net/#xpmem/out`). Quits and nick changes are written into the server's own file only,
// by some forks into the channels' as well. Actions stand as they came: \x01ACTION waves\x01.
// Source: ii 1.7 and 1.8, ii.c (proc_server_cmd, channel_print).
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s<>()]+)`;
const HOST = String.raw`\((?<host>[^\s()]*)\)`;

const says = (sentence: string): RegExp => new RegExp(`^-!- ${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: /^<(?<nick>[^>\s]+)>(?: (?<text>[^]*))?$/u, read: message },
  {
    example: '-!- carol(~c@host.example) has joined #xpmem',
    pattern: says(String.raw`${NICK}${HOST} has joined \S+`),
    read: join,
    proves: true,
  },
  {
    example: '-!- carol(~c@host.example) has left #xpmem',
    pattern: says(String.raw`${NICK}${HOST} has left \S+`),
    read: part,
    proves: true,
  },
  {
    example: '-!- carol(~c@host.example) has quit "Leaving"',
    pattern: says(String.raw`${NICK}${HOST} has quit (?:[#&+!]\S* )?"(?<reason>.*)"`),
    read: quit,
    proves: true,
  },
  {
    example: '-!- alice changed mode/#xpmem -> +ov bob carol',
    pattern: says(String.raw`${NICK} changed mode/\S+ -> (?<modes>.*)`),
    read: mode,
    proves: true,
  },
  {
    example: '-!- alice changed topic to "release day"',
    pattern: says(`${NICK} changed topic to "(?<text>.*)"`),
    read: topic,
    proves: true,
  },
  {
    // two blanks since 1.8: the words of the server's line end in one
    example: '-!- alice kicked bob  ("enough")',
    pattern: says(String.raw`${NICK} kicked (?<target>\S+) {1,2}\("(?<reason>.*)"\)`),
    read: kick,
    proves: true,
  },
  {
    example: '-!- bob changed nick to bert',
    pattern: says(String.raw`${NICK} changed nick to (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: '-!- changed nick to "alice_"',
    pattern: says(String.raw`changed nick to "(?<to>\S+)"`),
    read: own(nickChange),
    proves: true,
  },
  {
    // whose, it does not say
    example: '-!- "tea is ready")',
    pattern: says(String.raw`"(?<text>.*)"\)`),
    read: notice,
    proves: true,
  },
  {
    example: '-!- error Closing link',
    pattern: /^(?<text>-!- error [^]*)$/u,
    read: note('disconnected'),
    proves: true,
  },
];

export default lineLog({
  name: 'ii',
  title: 'ii',
  local: true,
  stamps: ['yyyy-MM-dd HH:mm', 'X'],
  stamp: '1325754062 ',
  rules: RULES,
  telltale: /^\d{9,10} (?:<[^\s>]+> |-!- )/u,
  path: /(?:^|\/)[#&+!][^/]*\/out(?:\.[^/]*)?$/u,
});
