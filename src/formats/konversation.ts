// Konversation's logs.
//
//   *** Logfile started
//   *** on Thu Jan 5 09:00:00 2012
//
//   [Thursday 05 January 2012] [09:01:02] <alice>⇥hello bob
//   [Thursday 05 January 2012] [09:02:00] ⇥ * bob waves
//   [Thursday 05 January 2012] [09:03:10] Quit⇥carol has left this server (Ping timeout: 240 seconds).
//
// A tab parts who from what; whoever copies a log may make blanks of it. Copied from the window, a sign stands before a sentence:
//
//   [09:03] <-- carol has left this server (Ping timeout: 240 seconds).
//
// Dates are written as the desktop's language does.
// The client's sentences are translated, too: those of other languages are in konversation/translations.ts. "You" is the owner.
// Source: Konversation 0.1 to 22.12, src/viewer/ircview.cpp, src/irc/channel.cpp, chatwindow.cpp; a published log of 2010, logs of
// Konversation 22.12.
import { readByRules, type FileFacts } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { readForeign } from './konversation/languages.ts';
import { line, modes, says, TAB } from './konversation/modes.ts';
import { openings } from './konversation/openings.ts';
import { action, join, kick, message, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';

/** Before the sentence's full stop; early versions put it behind. */
const REASON = String.raw`(?:\.? \((?<reason>.*)\))?`;
const NICK = String.raw`(?<nick>[^\s()]+?)`;
const CHANNEL = String.raw`(?<channel>[#&+!]\S*?)`;
/** The address, as some versions show it behind who joined or left. */
const HOST = String.raw`(?: \((?<host>[^\s()@]*@[^\s()]*)\))?`;

export const RULES: readonly SureRule[] = [
  {
    example: '<-> bob>\tpsst',
    pattern: line(String.raw`(?<text><-> \S+>${TAB}.*)`),
    read: note('private'),
  },
  {
    example: '<alice>\thello bob',
    pattern: line(String.raw`<(?<prefix>[~&@%+!])?${NICK}>(?:\t| +)(?<text>.*)`),
    read: message,
  },
  { example: '\t * bob waves', pattern: line(String.raw`\t? *\*[ \t]${NICK}(?: (?<text>.*))?`), read: action },
  {
    example: 'Join\tYou have joined the channel #xpmem (alice!~a@host.example).',
    pattern: says('Join', String.raw`You have joined (?:the )?channel ${CHANNEL}(?:\.? \(.*\))?`),
    read: own(join),
    proves: true,
  },
  {
    example: 'Join\tcarol has joined this channel (~c@host.example).',
    pattern: says('Join', String.raw`${NICK} has joined this channel\.? \((?:[^\s!()]*!)?(?<host>\S*)\)`),
    read: join,
    proves: true,
  },
  {
    example: 'Join\tYou (~a@host.example) have joined the channel #xpmem.',
    pattern: says('Join', `You${HOST} have joined (?:the )?channel ${CHANNEL}`),
    read: own(join),
    proves: true,
  },
  {
    example: 'Join\tcarol (~c@host.example) has joined this channel.',
    pattern: says('Join', `${NICK}${HOST} has joined this channel`),
    read: join,
    proves: true,
  },
  {
    example: 'Part\tYou have left channel #xpmem (bye).',
    pattern: says('Part', String.raw`You${HOST} have left channel [#&+!]\S*?${REASON}`),
    read: own(part),
    proves: true,
  },
  {
    example: 'Part\tcarol has left this channel (bye).',
    pattern: says('Part', `${NICK}${HOST} has left this channel${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: 'Quit\tYou have left this server (bye).',
    pattern: says('Quit', `You${HOST} have left this server${REASON}`),
    read: own(quit),
    proves: true,
  },
  {
    example: 'Quit\tcarol has left this server (Leaving).',
    pattern: says('Quit', `${NICK}${HOST} has left this server${REASON}`),
    read: quit,
    proves: true,
  },
  {
    example: 'Kick\tYou have kicked yourself from channel #xpmem (enough).',
    pattern: says('Kick', String.raw`You have kicked yourself from (?:the channel|channel [#&+!]\S*?)${REASON}`),
    read: own(kick),
    proves: true,
  },
  {
    example: 'Kick\tYou have been kicked from channel #xpmem by alice (enough).',
    pattern: says('Kick', String.raw`You have been kicked from (?:the channel|channel [#&+!]\S*) by ${NICK}${REASON}`),
    read: own(kick),
    proves: true,
  },
  {
    example: 'Kick\tYou have kicked bob from the channel (enough).',
    pattern: says('Kick', String.raw`You have kicked (?<target>\S+) from the channel${REASON}`),
    read: own(kick),
    proves: true,
  },
  {
    example: 'Kick\tbob has been kicked from the channel by alice (enough).',
    pattern: says('Kick', String.raw`(?<target>\S+) has been kicked from the channel by ${NICK}${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: 'Nick\tYou are now known as alice_.',
    pattern: says('Nick', String.raw`You are now known as (?<to>\S+?)`),
    read: own(nickChange),
    proves: true,
  },
  {
    example: 'Nick\tbob is now known as bert.',
    pattern: says('Nick', String.raw`${NICK} is now known as (?<to>\S+?)`),
    read: nickChange,
    proves: true,
  },
  {
    example: 'Topic\tYou set the channel topic to "release day".',
    pattern: says('Topic', 'You set the channel topic to "(?<text>.*)"'),
    read: own(topic),
    proves: true,
  },
  {
    example: 'Topic\talice sets the channel topic to "release day".',
    pattern: says('Topic', `${NICK} sets the channel topic to "(?<text>.*)"`),
    read: topic,
    proves: true,
  },
  ...modes,
  {
    example: 'Notice\t-alice to @#xpmem- hello all',
    pattern: line(String.raw`Notice${TAB}-${NICK} to (?<to>[~&@%+!]*)[#&+!][^\s]*- (?<text>.*)`),
    read: notice,
  },
  {
    example: 'Notice\tSending notice "hello all" to #xpmem.',
    pattern: line(String.raw`Notice${TAB}Sending notice "(?<text>.*)" to (?<to>[~&@%+!]*)[#&+!]\S*\.`),
    read: own(notice),
  },
  {
    example: 'Notice\tSending notice "psst" to bob.',
    pattern: line(String.raw`(?<text>Notice${TAB}Sending notice ".*" to \S+\.)`),
    read: note('private'),
  },
  {
    example: 'Notice\t-NickServ- This nickname is registered',
    pattern: line(String.raw`(?<text>Notice${TAB}-\S+- .*)`),
    read: note('private'),
  },
  {
    example: '*** The channel topic is "release day".',
    pattern: line(
      String.raw`(?<text>\*\*\* (?:The channel topic is "|The topic was set by |Channel modes: |This channel was created on ).*)`,
    ),
    read: note('info'),
  },
  {
    example: 'Topic\tThe channel topic is "release day".',
    pattern: line(
      String.raw`(?<text>(?:Topic${TAB}The (?:channel )?topic (?:is|was) .*|Mode${TAB}Channel modes: .*|(?:Created|URL|CTCP|Whois|Names|Info|Welcome|Away|Ban|Invite|Error|Notify|Userhost|DCC|Warning|Server|Motd|Support|Ping|Help|Unknown|Ignore|Channel|Join|Mode)${TAB}.*))`,
    ),
    read: note('info'),
  },
];

/** The last rule takes any other line that begins with one of the client's words, of which some are the same in other languages. */
const told = RULES.slice(0, -1);
const noted = RULES.slice(-1);

const DATES = [
  'EEEE d MMMM yyyy',
  'EEEE, MMMM d, yyyy',
  'EEEE, d MMMM yyyy',
  'EEEE, d. MMMM yyyy',
  'EEEE d. MMMM yyyy',
  "EEEE, d 'de' MMMM 'de' yyyy",
  "EEEE, d MMMM yyyy 'г.'",
  "yyyy'年'M'月'd'日'",
  'EEE MMM d yyyy',
  'EEE d MMM yyyy',
  'd MMMM yyyy',
  'MMMM d, yyyy',
  'yyyy-MM-dd',
];
/** As a Japanese desktop has both. */
const JAPANESE = ['', ' z'].map((zone) => `[yyyy'年'M'月'd'日'EEEE] [H'時'mm'分'ss'秒'${zone}]`);
const TIMES = ['HH:mm:ss', 'HH:mm:ss z', 'h:mm:ss a', 'h:mm:ss a z'];

/** `labnet_#xpmem.log` */
function facts(path: string): FileFacts {
  const [, network, channel] = /(?:^|\/)((?=[^/#&]*\p{L})[^/#&]+)_([#&][^/]*?)\.log$/u.exec(path) ?? [];
  return { ...(network ? { network } : {}), ...(channel ? { channel } : {}) };
}

export default lineLog({
  name: 'konversation',
  title: 'Konversation log',
  local: true,
  unmarkedDays: true,
  stamps: [
    ...DATES.flatMap((date) => TIMES.map((time) => `[${date}] [${time}]`)),
    ...JAPANESE,
    '[HH:mm:ss]',
    '[HH:mm]',
  ],
  clocksAreSet: true,
  stamp: '[Thursday 05 January 2012] [09:01:02] ',
  rules: RULES,
  controls: openings,
  reader: () => ({ read: (text) => readByRules(told, text) ?? readForeign(text) ?? readByRules(noted, text) }),
  facts: ({ path }) => facts(path),
  telltale:
    /^\[(?:\p{L}[^\]]*\d{4}(?: г\.)?|\d{4}年[^\]]*)\] \[\d{1,2}[:時]\d\d[:分]\d\d[^\]]*\] (?:<[^>\s]+>\t|\t \* )/u,
});
