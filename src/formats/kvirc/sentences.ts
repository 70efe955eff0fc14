// What KVIrc says in a channel's window, in English, and what people say there.
//
//   <@alice> hello bob                        a message; `*alice* hello all` is a notice
//   bob waves                                 an action: no sign shows it
//   carol [~c@host.example] has quit IRC: Leaving
//   alice [~a@host.example] has set channel key to "sekrit"
//
// Source: KVIrc 4.0 to 5.0, src/kvirc/sparser/KviIrcServerParser_literalHandlers.cpp and …_numericHandlers.cpp,
// src/kvirc/ui/KviConsoleWindow.cpp (outputPrivmsg), KviChannelWindow.cpp; logs of KVIrc 5.0.
import type { Captures } from '../../format.ts';
import type { Event } from '../../events.ts';
import type { SureRule } from '../parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from '../parts/told.ts';
import { toStatus } from '../parts/told-to.ts';

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

/** The codes that the settings "bold" and "coloured nicks" put around a nick. */
const CODES = String.raw`\u0002?(?:\u0003(?:\d{1,2}(?:,\d{1,2})?)?)?`;
const SPEAKER = String.raw`${CODES}(?<prefix>[~&@%+!])?(?<nick>[^\s<>!*\u0002\u0003]+)(?:![^\s<>*\u0002\u0003]+)?${CODES}\u0002?`;
/** Before words to those alone who have a status. */
const TO = String.raw`(?:\[>> (?<to>[~&@%+!]+)[#&+!][^\s\]]*\] )?`;
/** An address that the client did not know is `*@*`. */
const HOST = String.raw`(?:\*@\*|(?<host>[^\s\]@]*@[^\s\]]*))`;
export const WHO = String.raw`(?<nick>\S+) \[${HOST}\]`;
/** The client's own word before a reason that looks like two servers. */
export const NETSPLIT = String.raw`(?:NETSPLIT (?=\S+\.\S+ \S+\.\S+$))?`;
const CHANNEL = String.raw`[#&+!]\S*?`;

export const said: readonly SureRule[] = [
  { example: '<@alice> hello bob', pattern: line(`<${SPEAKER}> ${TO}(?<text>.*)`), read: toStatus(message) },
  { example: '*alice* hello all', pattern: line(String.raw`\*${SPEAKER}\* ${TO}(?<text>.*)`), read: notice },
];

/** The setting "extended view of messages": signs of the owner's own, if not these, stand around the nick. */
export const bracketed = (read: SureRule['read']): readonly SureRule[] => [
  { example: '[@alice!~a@host.example] hello bob', pattern: line(String.raw`\[${SPEAKER}\] ${TO}(?<text>.*)`), read },
];

/** Whatever is left: only its type or the link around the nick shows that it is one. */
export const acted: readonly SureRule[] = [
  {
    example: 'bob waves',
    pattern: line(String.raw`${SPEAKER}(?: (?!\[[^\s\]@]*@)(?<text>.*))?`),
    read: action,
  },
];

/** The same as told with its type, where nothing else can begin so. */
export const surelyActed: readonly SureRule[] = [
  { example: 'bob [waves@all]', pattern: line(String.raw`${SPEAKER}(?: (?<text>.*))?`), read: action },
];

/** What changes a mode that the client words. */
export const changing = (change: (captured: Captures) => string) => (captured: Captures) =>
  mode({ ...captured, modes: change(captured) });

/** A join with a status that the network gives. */
export const joinedAs = (captured: Captures): readonly Event[] => [
  ...join(captured),
  ...mode({ modes: `${captured['change'] ?? ''} ${captured['nick'] ?? ''}` }),
];

export const happened: readonly SureRule[] = [
  {
    example: 'carol [~c@host.example] has joined #xpmem',
    pattern: line(`${WHO} has joined ${CHANNEL}`),
    read: join,
  },
  {
    example: 'carol [~c@host.example] has joined #xpmem [implicit +o umode change]',
    pattern: line(String.raw`${WHO} has joined ${CHANNEL} \[implicit (?<change>\+\w) umode change\]`),
    read: joinedAs,
    proves: true,
  },
  {
    example: 'carol [~c@host.example] has left #xpmem: bye',
    pattern: line(`${WHO} has left ${CHANNEL}(?:: (?<reason>.*))?`),
    read: part,
  },
  {
    example: 'You have left channel #xpmem: bye',
    pattern: line(`You have left channel ${CHANNEL}(?:: (?<reason>.*))?`),
    read: own(part),
  },
  {
    example: 'carol [~c@host.example] has quit IRC: NETSPLIT hub.example leaf.example',
    pattern: line(`${WHO} has quit IRC: ${NETSPLIT}(?<reason>.*)`),
    read: quit,
    proves: true,
  },
  {
    example: 'bob [~b@host.example] has been kicked from #xpmem by alice [~a@host.example]: enough',
    pattern: line(
      String.raw`(?<target>\S+) \[\S*\] has been kicked from ${CHANNEL} by (?<nick>\S+) \[\S*\]: (?<reason>.*)`,
    ),
    read: kick,
    proves: true,
  },
  {
    example: 'You have been kicked from #xpmem by alice [~a@host.example]: enough',
    pattern: line(String.raw`You have been kicked from ${CHANNEL} by (?<nick>\S+) \[\S*\]: (?<reason>.*)`),
    read: own(kick),
    proves: true,
  },
  {
    example: 'bob [~b@host.example] is now known as bert',
    pattern: line(String.raw`${WHO} is now known as (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: 'alice [~a@host.example] has changed topic to "release day"',
    pattern: line(String.raw`${WHO} has changed topic to "(?<text>.*?)\u000f?"`),
    read: topic,
    proves: true,
  },
  {
    example: 'alice [~a@host.example] has set mode +ov bob carol',
    pattern: line(String.raw`${WHO} has set mode (?<modes>[+-]\S.*)`),
    read: mode,
    proves: true,
  },
  {
    example: 'irc.example.net [*@*] has set channel mode +nt',
    pattern: line(String.raw`${WHO} has set channel mode (?<modes>[+-]\S.*)`),
    read: mode,
    proves: true,
  },
  {
    example: 'alice [~a@host.example] has set channel limit to 25',
    pattern: line(String.raw`${WHO} has set channel limit to (?<limit>\S+)`),
    read: changing(({ limit = '' }) => `+l ${limit}`),
    proves: true,
  },
  {
    example: 'alice [~a@host.example] has unset the channel limit',
    pattern: line(`${WHO} has unset the channel limit`),
    read: changing(() => '-l'),
    proves: true,
  },
  {
    example: 'alice [~a@host.example] has set channel key to "sekrit"',
    pattern: line(`${WHO} has set channel key to "(?<key>.*)"`),
    read: changing(({ key = '' }) => `+k ${key}`),
    proves: true,
  },
  {
    example: 'alice [~a@host.example] has unset the channel key',
    pattern: line(`${WHO} has unset the channel key`),
    read: changing(() => '-k'),
    proves: true,
  },
];

/** The same in other languages, where its type tells what happened: all name the same things in the same order. */
export const inOtherWords: Readonly<Record<'joined' | 'left' | 'quit', SureRule>> = {
  joined: {
    example: 'carol [~c@host.example] hat #xpmem betreten',
    pattern: line(`${WHO} .*`),
    read: join,
  },
  left: {
    example: 'carol [~c@host.example] hat #xpmem verlassen: bye',
    pattern: line(`${WHO} [^:]*(?:: (?<reason>.*))?`),
    read: part,
  },
  quit: {
    example: 'carol [~c@host.example] hat den Server verlassen: Leaving',
    pattern: line(`${WHO} [^:]*: ${NETSPLIT}(?<reason>.*)`),
    read: quit,
  },
};

export const noted: readonly SureRule[] = [
  {
    example: '### Log session started ###',
    pattern: line('(?<text>### Log session started ###)'),
    read: note('open'),
    proves: true,
  },
  {
    example: '### Log session terminated ###',
    pattern: line('(?<text>### Log session terminated ###)'),
    read: note('close'),
    proves: true,
  },
  {
    example: 'Connection to server lost',
    pattern: line('(?<text>Connection to server lost)'),
    read: note('disconnected'),
  },
  {
    example: '[PRIVMSG bob]: psst',
    pattern: line(String.raw`(?<text>\[PRIVMSG \S+\]: .*)`),
    read: note('private'),
    proves: true,
  },
  {
    example: 'Channel was created at Thu Jan 5 09:00:00 2012',
    pattern: line(
      String.raw`(?<text>(?:Channel (?:was created at|topic is:|mode for|synchronized in|CTCP) .*|No (?:channel )?topic is set.*|Topic was set by .*|Netsplit detected: .*|Sent part request, waiting for reply.*|\S+ \[[^\s@]*@\S*\] invites you to channel .*|### (?:Existing data buffer:|End of existing data buffer\.)))`,
    ),
    read: note('info'),
  },
];
