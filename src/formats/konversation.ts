// Konversation's logs.
//
//   *** Logfile started
//   *** on Thu Jan 5 09:00:00 2012
//
//   [Thursday 05 January 2012] [09:01:02] <alice>⇥hello bob
//   [Thursday 05 January 2012] [09:02:00] ⇥ * bob waves
//   [Thursday 05 January 2012] [09:03:10] Quit⇥carol has left this server (Ping timeout: 240 seconds).
//
// A tab parts who from what; whoever copies a log may make blanks of it. Dates are written as the desktop's language does.
// The client's sentences are translated too: the English ones are read. "You" is the owner.
// Source: Konversation 0.1 to 1.7, src/viewer/ircview.cpp, src/irc/channel.cpp, chatwindow.cpp; a published log of 2010.
import type { Event } from '../events.ts';
import type { Captures, FileFacts, ParsedLine } from '../format.ts';
import { lineLog, type ControlRule, type SureRule } from './parts/line-log.ts';
import { modeEvents } from './parts/modes.ts';
import { at } from './parts/stamped.ts';
import { spelledDate } from './parts/stamps.ts';
import { action, join, kick, message, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';

const TAB = String.raw`(?:\t| +)`;
const REASON = String.raw`(?: \((?<reason>.*)\))?`;
const NICK = String.raw`(?<nick>[^\s()]+)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
/** A line of the client's own: its word and the sentence, whose full stop is part of it. */
const says = (word: string, sentence: string): RegExp => line(String.raw`${word}${TAB}${sentence}\.?`);

/** Privileges and channel modes, as the client words them. */
const PRIVILEGES: Readonly<Record<string, string>> = { owner: 'q', admin: 'a', operator: 'o', halfop: 'h' };
const MODES: Readonly<Record<string, string>> = {
  'no colors allowed': '+c',
  'allow color codes': '-c',
  'invite only': '+i',
  moderated: '+m',
  unmoderated: '-m',
  'no messages from outside': '+n',
  'allow messages from outside': '-n',
  private: '+p',
  public: '-p',
  secret: '+s',
  visible: '-s',
};

/** A change of mode; "You" and "yourself" are the owner, whom the line does not name. */
function changed(captured: Captures, change: string): readonly Event[] {
  const { nick } = captured;
  return modeEvents(change, nick === 'You' ? { own: true } : { ...(nick ? { nick } : {}) });
}

const WHO = String.raw`(?<nick>\S+)`;
const gave = ({ word = '' }: Captures): string => (/^gives?$/u.test(word) ? '+' : '-');
const set = ({ word = '' }: Captures): string => (/^sets?$/u.test(word) ? '+' : '-');
const whom = ({ target = '' }: Captures): string => (/^(?:you|yourself)$/u.test(target) ? '' : ` ${target}`);

const modes: readonly SureRule[] = [
  {
    example: 'Mode\talice gives channel operator privileges to bob.',
    pattern: says(
      'Mode',
      String.raw`${WHO} (?<word>gives?|takes?) channel (?<what>owner|admin|operator|halfop) privileges (?:to|from) (?<target>\S+?)`,
    ),
    read: (c) => changed(c, gave(c) + (PRIVILEGES[c['what'] ?? ''] ?? '') + whom(c)),
    proves: true,
  },
  {
    example: 'Mode\talice gives bob permission to talk.',
    pattern: says('Mode', String.raw`${WHO} gives? (?<target>\S+) permission to talk`),
    read: (c) => changed(c, `+v${whom(c)}`),
    proves: true,
  },
  {
    example: 'Mode\talice takes the permission to talk from bob.',
    pattern: says('Mode', String.raw`${WHO} takes? the permission to talk from (?<target>\S+?)`),
    read: (c) => changed(c, `-v${whom(c)}`),
    proves: true,
  },
  {
    example: "Mode\talice sets the channel mode to 'moderated'.",
    pattern: says('Mode', String.raw`${WHO} sets? the channel mode to '(?<what>${Object.keys(MODES).join('|')})'`),
    read: (c) => changed(c, MODES[c['what'] ?? ''] ?? ''),
    proves: true,
  },
  {
    example: "Mode\talice removes the 'invite only' mode from the channel.",
    pattern: says('Mode', String.raw`${WHO} removes? the 'invite only' mode from the channel`),
    read: (c) => changed(c, '-i'),
    proves: true,
  },
  {
    example: "Mode\talice switches on 'topic protection'.",
    pattern: says('Mode', String.raw`${WHO} switch(?:es)? (?<word>on|off) 'topic protection'`),
    read: (c) => changed(c, c['word'] === 'on' ? '+t' : '-t'),
    proves: true,
  },
  {
    example: "Mode\talice sets the channel key to 'sekrit'.",
    pattern: says('Mode', String.raw`${WHO} sets? the channel key to '(?<what>.*)'`),
    read: (c) => changed(c, `+k ${c['what'] ?? ''}`),
    proves: true,
  },
  {
    example: 'Mode\talice sets the channel limit to 30 nicks.',
    pattern: says('Mode', String.raw`${WHO} sets? the channel limit to (?<what>\d+) nicks?`),
    read: (c) => changed(c, `+l ${c['what'] ?? ''}`),
    proves: true,
  },
  {
    example: 'Mode\talice removes the channel limit.',
    pattern: says('Mode', String.raw`${WHO} removes? the channel (?<what>key|limit)`),
    read: (c) => changed(c, c['what'] === 'key' ? '-k' : '-l'),
    proves: true,
  },
  {
    example: 'Mode\talice sets a ban on *!*@bad.example.',
    pattern: says(
      'Mode',
      String.raw`${WHO} (?<word>sets?|removes?) (?:a|the) (?<what>ban|ban exception) on (?<target>\S+?)`,
    ),
    read: (c) => changed(c, `${set(c)}${c['what'] === 'ban' ? 'b' : 'e'} ${c['target'] ?? ''}`),
    proves: true,
  },
  {
    example: 'Mode\talice sets invitation mask *!*@good.example.',
    pattern: says('Mode', String.raw`${WHO} (?<word>sets?|removes?) (?:the )?invitation mask (?<target>\S+?)`),
    read: (c) => changed(c, `${set(c)}I ${c['target'] ?? ''}`),
    proves: true,
  },
  {
    example: 'Mode\talice sets channel mode +C',
    pattern: says('Mode', String.raw`${WHO} sets? channel mode (?<what>[+-]\S)`),
    read: (c) => changed(c, c['what'] ?? ''),
    proves: true,
  },
];

export const RULES: readonly SureRule[] = [
  {
    example: '<alice>\thello bob',
    pattern: line(String.raw`<(?<prefix>[~&@%+!])?${NICK}>(?:\t| +)(?<text>.*)`),
    read: message,
  },
  { example: '\t * bob waves', pattern: line(String.raw`\t? ?\*[ \t]${NICK}(?: (?<text>.*))?`), read: action },
  {
    example: 'Join\tYou have joined the channel #xpmem (alice!~a@host.example).',
    pattern: says('Join', String.raw`You have joined (?:the )?channel (?<channel>[#&+!]\S*)(?: \(.*\))?`),
    read: own(join),
    proves: true,
  },
  {
    example: 'Join\tcarol has joined this channel (~c@host.example).',
    pattern: says('Join', String.raw`${NICK} has joined this channel \((?:[^\s!()]*!)?(?<host>\S*)\)`),
    read: join,
    proves: true,
  },
  {
    example: 'Part\tYou have left channel #xpmem (bye).',
    pattern: says('Part', String.raw`You have left channel [#&+!]\S*?${REASON}`),
    read: own(part),
    proves: true,
  },
  {
    example: 'Part\tcarol has left this channel (bye).',
    pattern: says('Part', `${NICK} has left this channel${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: 'Quit\tYou have left this server (bye).',
    pattern: says('Quit', `You have left this server${REASON}`),
    read: own(quit),
    proves: true,
  },
  {
    example: 'Quit\tcarol has left this server (Leaving).',
    pattern: says('Quit', `${NICK} has left this server${REASON}`),
    read: quit,
    proves: true,
  },
  {
    example: 'Kick\tYou have been kicked from channel #xpmem by alice (enough).',
    pattern: says('Kick', String.raw`You have been kicked from channel [#&+!]\S* by ${NICK}${REASON}`),
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
    example: 'Notice\t-alice to #xpmem- hello all',
    pattern: line(String.raw`Notice${TAB}-${NICK} to [#&+!]\S*- (?<text>.*)`),
    read: notice,
  },
  {
    example: 'Notice\t-NickServ- This nickname is registered',
    pattern: line(String.raw`(?<text>Notice${TAB}-\S+- .*)`),
    read: note('private'),
  },
  {
    example: 'Topic\tThe channel topic is "release day".',
    pattern: line(
      String.raw`(?<text>(?:Topic${TAB}The (?:channel )?topic (?:is|was) .*|Mode${TAB}Channel modes: .*|(?:Created|URL|CTCP|Whois|Names|Info|Welcome|Away|Ban|Invite|Error|Notify|Userhost|DCC|Warning|Server|Motd|Support|Ping|Help|Unknown|Ignore|Channel|Join|Mode)${TAB}.*))`,
    ),
    read: note('info'),
  },
];

const controls: readonly ControlRule[] = [
  {
    example: '*** Logfile started',
    pattern: /^\*\*\* Logfile started$/u,
    read: () => [{ is: 'control' }],
    proves: true,
  },
  {
    example: '*** on Thu Jan 5 09:00:00 2012',
    pattern: /^\*\*\* on (.*\d{4}.*)$/u,
    read: (match): readonly ParsedLine[] => {
      const clock = spelledDate(match[1] ?? '')?.clock;
      return at(clock && { clock }, [{ kind: 'log', event: 'open', text: match[0] }]);
    },
  },
];

const DATES = [
  'EEEE d MMMM yyyy',
  'EEEE, MMMM d, yyyy',
  'EEEE, d MMMM yyyy',
  'EEEE, d. MMMM yyyy',
  'EEE MMM d yyyy',
  'EEE d MMM yyyy',
  'd MMMM yyyy',
  'MMMM d, yyyy',
  'yyyy-MM-dd',
];
const TIMES = ['HH:mm:ss', 'HH:mm:ss z', 'h:mm:ss a', 'h:mm:ss a z'];

/** `labnet_#xpmem.log` */
function facts(path: string): FileFacts {
  const [, network, channel] = /(?:^|\/)([^/#&]+)_([#&][^/]*?)\.log$/u.exec(path) ?? [];
  return { ...(network ? { network } : {}), ...(channel ? { channel } : {}) };
}

export default lineLog({
  name: 'konversation',
  title: 'Konversation log',
  local: true,
  stamps: [...DATES.flatMap((date) => TIMES.map((time) => `[${date}] [${time}]`)), '[HH:mm:ss]'],
  stamp: '[Thursday 05 January 2012] [09:01:02] ',
  rules: RULES,
  controls,
  facts: ({ path }) => facts(path),
  telltale: /^\[\p{L}[^\]]*\d{4}\] \[\d{1,2}:\d\d:\d\d[^\]]*\] (?:<[^>\s]+>\t|\t \* )/u,
});
