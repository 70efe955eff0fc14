// WeeChat's sentences in English: what stands behind the stamp, a prefix and its text.
import type { SureRule } from '../parts/line-spec.ts';
import { bareNick } from '../parts/nicks.ts';
import {
  action,
  join,
  kick,
  message,
  mode,
  names,
  nickChange,
  note,
  notice,
  own,
  part,
  quit,
  topic,
} from '../parts/told.ts';
import { toStatus } from '../parts/told-to.ts';
import { NOTICES } from './translations.ts';

/** Any sign of the client's but the one of actions, which a table of its own reads. */
const SIGN = String.raw`(?! ?\*\t)(?:[^\p{L}\p{N}\t]|ℹ)*\t`;
/** Who somebody is. */
const USER = String.raw`(?<nick>\S+) \((?<host>[^()\s]+)\)`;
/** Who joins: where the server tells them, with account and real name. */
const NEWCOMER = String.raw`(?<nick>\S+)(?: \[\S*\])?(?: \(.*\))?`;
/** The word before a notice, in all languages. */
const NOTICE = `(?:${NOTICES.join('|')})`;
const CHANNEL = String.raw`(?<channel>[#&+!]\S*)`;
const REASON = String.raw`(?: \((?<reason>[^]*)\))?`;

const says = (sentence: string): RegExp => new RegExp(`^${SIGN}${sentence}$`, 'u');

export const RULES: readonly SureRule[] = [
  {
    example: ' *\tbob waves',
    pattern: /^ ?\*\t(?<prefix>[~&@%+]?)(?<nick>\S+)(?: (?<text>[^]*))?$/u,
    read: action,
    proves: true,
  },
  {
    example: '@alice\thello bob',
    pattern:
      /^(?![(‹«])<? ?(?! )(?<prefix>[~&@%+!]?)(?=[^\s<>]*(?!ℹ)[\p{L}\p{N}[\]\\^`{|}_])(?<nick>[^\t<>]+?)(?<after>[@%]|(?<!\+)\+)?(?<!:| [|│])>?\t(?<text>[^]*)$/u,
    // some have the sign behind the nick
    read: ({ after, prefix, ...captured }) => message({ ...captured, prefix: prefix || after }),
    proves: true,
  },
  {
    example: '‹@alice›\thello bob',
    pattern:
      /^[<(‹«] ?(?<prefix>[~&@%+!]?)(?=[^\s<>()‹›«»]*[\p{L}\p{N}[\]\\^`{|}_])(?<nick>[^\s<>()‹›«»]+) ?[>)›»]\t(?<text>[^]*)$/u,
    read: message,
  },
  {
    example: '@alice:\thello bob',
    pattern:
      /^(?<prefix>[~&@%+!]?)(?=[^\s<>:]*(?!ℹ)[\p{L}\p{N}[\]\\^`{|}_])(?<nick>[^\s<>:]+)(?: ?:| [|│])\t(?<text>[^]*)$/u,
    read: message,
  },
  // what somebody said in them may be worded like any of the sentences below
  {
    example: '--\tMsg:@(bob): ops only',
    pattern: says(String.raw`Msg:(?<to>[@%+])[^\s(]*\((?<nick>[^\s()]+)\): ?(?<text>[^]*)`),
    read: toStatus(message),
    proves: true,
  },
  {
    example: '--\tMsg(alice) -> @#garden: ops only',
    pattern: says(String.raw`Msg(?:\((?<nick>[^\s()]+)\))? -> (?<to>[@%+])[#&+!]\S*: ?(?<text>[^]*)`),
    read: own(toStatus(message)),
    proves: true,
  },
  {
    example: '--\tNotice(bob): tea is ready',
    pattern: says(String.raw`${NOTICE}(?::(?<to>@?)[^\s(]*)?\((?<nick>[^\s()]+)\): ?(?<text>[^]*)`),
    read: notice,
    proves: true,
  },
  {
    example: '--\tNotice(alice) -> #garden: tea is ready',
    pattern: says(String.raw`${NOTICE}(?:\((?<nick>[^\s()]+)\))? -> (?<to>@?)[#&+!]\S*: ?(?<text>[^]*)`),
    read: own(notice),
    proves: true,
  },
  {
    example: '--\tPvNotice(ChanServ): Welcome',
    pattern: says(String.raw`(?<text>(?:PvNotice\(\S+\)|(?:${NOTICE}|MSG|Msg)(?:\([^\s()]+\))? -> [^#&+!]\S*):[^]*)`),
    read: note('private'),
    proves: true,
  },
  // why somebody left, like a join
  {
    example: '<--\tcarol (~c@host.example) has left #garden (bye)',
    pattern: says(`${USER} has left ${CHANNEL}${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: '<--\tcarol (~c@host.example) has quit (Ping timeout: 240 seconds)',
    pattern: says(`${USER} has quit${REASON}`),
    read: quit,
    proves: true,
  },
  {
    example: '-->\tcarol (~c@host.example) has joined #garden',
    pattern: says(String.raw`${NEWCOMER} \((?<host>[^()\s]+)\) has joined ${CHANNEL}`),
    read: join,
    proves: true,
  },
  {
    example: '<--\talice has kicked carol (mind the flowers)',
    pattern: says(String.raw`(?<nick>\S+) has kicked (?<target>\S+)(?: from [#&+!]\S*)?${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: '-->\tcarol has joined #garden',
    pattern: says(`${NEWCOMER} has joined ${CHANNEL}`),
    read: join,
  },
  {
    example: '<--\tcarol has left #garden (bye)',
    pattern: says(String.raw`(?<nick>\S+) has left ${CHANNEL}${REASON}`),
    read: part,
  },
  {
    example: '<--\tcarol has quit (bye)',
    pattern: says(String.raw`(?<nick>\S+) has quit${REASON}`),
    read: quit,
  },
  {
    example: '--\tYou are now known as alice_',
    pattern: says(String.raw`You are now known as (?<to>\S+)`),
    read: own(nickChange),
    proves: true,
  },
  {
    example: '--\tcarol is now known as carol_',
    pattern: says(String.raw`(?<nick>\S+) is now known as (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: '--\tMode #garden [+ov bob carol] by alice',
    pattern: says(String.raw`[\p{L}\p{M}]+ ${CHANNEL} \[(?<modes>[+-][^]*)\] (?:[\p{L}\p{M}]+ ){1,2}(?<nick>\S+)`),
    read: mode,
    proves: true,
  },
  {
    example: '--\talice has unset topic for #garden (old topic: "roses")',
    pattern: says(String.raw`(?<nick>\S+) has unset topic for ${CHANNEL}(?: [^]*)?`),
    read: topic,
    proves: true,
  },
  {
    example: '--\talice has changed topic for #garden to "tulips"',
    pattern: says(
      String.raw`(?<nick>\S+) has changed topic for ${CHANNEL}(?: from:? "(?<old>[^]*)")? to:? "(?<text>[^]*)"`,
    ),
    read: topic,
    proves: true,
  },
  {
    example: '--\tNicks #garden: [@alice +bob carol]',
    pattern: says(String.raw`(?<text>(?:[\p{L}\p{M}]+:? ){1,2}${CHANNEL}\s?: \[(?<names>[^]*)\])`),
    read: ({ text = '', names = '' }) => [
      { kind: 'log', event: 'info', text, names: names.split(' ').filter(Boolean).map(bareNick) },
    ],
    proves: true,
  },
  {
    example: '--\tChannel #garden: 9 nicks (1 op, 0 halfops, 0 voices, 8 normals)',
    pattern: says(String.raw`(?<text>(?:[\p{L}\p{M}]+:? ){1,2}${CHANNEL}\s?: \d+ \p{L}+ \(\d[^]*\))`),
    read: names,
    proves: true,
  },
  {
    example: '\tirc: disconnected from server',
    pattern: says('(?<text>irc: disconnected from server[^]*)'),
    read: note('disconnected'),
    proves: true,
  },
  {
    example: '****  Beginning of log  ****\t',
    pattern: /^\t?(?<text>\*{4} {2}(?:Beginning|D[ée]but|Beginn|Inicio|Inizio|Pocz|In[ií]cio|Za)[^\t]*\*{4})\t?$/u,
    read: note('open'),
    proves: true,
  },
  {
    example: '****  End of log  ****\t',
    pattern: /^\t?(?<text>\*{4} {2}[^\t]*\*{4})\t?$/u,
    read: note('close'),
    proves: true,
  },
];
