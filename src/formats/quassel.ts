// What people copy out of Quassel's window. (Its own log is a database.)
//
//   [09:01:02] <@alice> hello bob
//   [09:02:00] -*- bob waves
//   [09:03:10] <-- carol (~c@host.example) has quit (Leaving)
//   [00:00:00] - {Day changed to Friday, 6 January 2012}
//
// line = stamp " " sender " " sentence; the sender of what nobody said is a sign. A netsplit is one line, whose reason is its two
// servers; of more than fifteen people it names fifteen. Dates stand in day changes, or in the stamp where people set it so.
// The sentences are in the language of the client: the signs, and who and which channel they name, tell what happened.
// Source: Quassel 0.5 to 0.14, src/uisupport/uistyle.cpp, src/core/eventstringifier.cpp, po/*.po; W3C scribe2
// (Quassel_paste_format).
import type { Event } from '../events.ts';
import type { Captures, FileFacts } from '../format.ts';
import { channelInLines } from './parts/channel-in-lines.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule, SureRule } from './parts/line-spec.ts';
import { newDay } from './parts/spelled-date.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s()<>]+)`;
const HOST = String.raw`\((?<host>[^\s()@]*@[^\s()]*)\)`;
const CHANNEL = String.raw`[#&+!]\S*`;
const REASON = String.raw`(?: \((?<reason>.*)\))?`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

/** Whom a netsplit's line names, without `(3 more)`, `(et 3 autres)`. */
const users = ({ users: named = '' }: Captures): readonly string[] =>
  named.replace(/ \([^\d()]*\d+ [^()]*\)$/u, '').split(/, ?/u);

const splitQuits = (captured: Captures): readonly Event[] =>
  users(captured).map((nick) => ({ kind: 'quit', nick, reason: `${captured['one'] ?? ''} ${captured['two'] ?? ''}` }));

const splitJoins = (captured: Captures): readonly Event[] => users(captured).map((nick) => ({ kind: 'join', nick }));

/** How the owner is addressed where a sentence begins with him. */
const YOU = '(?:Sie|Du|Vous|Tu|Usted|Você|Вы|Je|Jij|U|Olet) ';
/** What stands between who kicks and whom: German, French, Finnish, Russian, Dutch, Portuguese. */
const KICKS = '(?:hat|a exclu|potki käyttäjän|выгоняет|heeft|foi chutado)';

/** Two servers, and behind a colon whom their split concerns. */
const SPLIT = String.raw`(?:[^\s.:]+ )+?(?<one>[^\s.]+\.\S+) \S+ (?<two>[^\s.]+\.\S+?)\.?(?: [^:]*)?: ?(?<users>.*)`;

/** The sentences in any language. */
const SHAPES: readonly SureRule[] = [
  {
    example: '--> carol (~c@host.example) hat #xpmem betreten',
    pattern: line(`--> ${NICK} ${HOST} .*${CHANNEL}.*`),
    read: join,
  },
  {
    example: '<-- carol (~c@host.example) hat #xpmem verlassen (bye)',
    pattern: line(`<-- ${NICK} ${HOST} [^(]* ${CHANNEL}(?: [^(]*?)?${REASON}`),
    read: part,
  },
  {
    example: '<-- carol (~c@host.example) hat das Netzwerk verlassen (Leaving)',
    pattern: line(`<-- ${NICK} ${HOST} [^(]*?${REASON}`),
    read: quit,
  },
  {
    example: '<-* alice hat bob aus dem Chat #xpmem geworfen (enough)',
    pattern: line(String.raw`<-\* ${NICK} ${KICKS} (?<target>\S+) .*?${CHANNEL}(?: [^(]*?)?${REASON}`),
    read: kick,
  },
  {
    example: '<-> Sie heißen jetzt alice_',
    pattern: line(String.raw`<-> ${YOU}.* (?<to>\S+)`),
    read: own(nickChange),
  },
  { example: '<-> bob heißt jetzt bert', pattern: line(String.raw`<-> ${NICK} .* (?<to>\S+)`), read: nickChange },
  {
    example: '*** Modus #xpmem +ov bob carol door alice',
    pattern: line(String.raw`\*\*\* \S+ ${CHANNEL} (?<modes>[+-]\S+(?: \S+)*?) \S+ ${NICK}`),
    read: mode,
  },
  {
    example: '<= Netsplit zwischen a.example.net und b.example.net. Getrennte Nutzer: bob, carol',
    pattern: line(`<= ${SPLIT}`),
    read: splitQuits,
  },
  {
    example: '=> Netsplit zwischen a.example.net und b.example.net ist vorbei. Hinzugekommene Nutzer: bob, carol',
    pattern: line(`=> ${SPLIT}`),
    read: splitJoins,
  },
];

export const RULES: readonly SureRule[] = [
  { example: '-*- bob waves', pattern: line(String.raw`-\*- ${NICK}(?: (?<text>.*))?`), read: action, proves: true },
  {
    example: '<-> You are now known as alice_',
    pattern: line(String.raw`<-> You are now known as (?<to>\S+)`),
    read: own(nickChange),
    proves: true,
  },
  {
    example: '<-> bob is now known as bert',
    pattern: line(String.raw`<-> ${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: '--> carol (~c@host.example) has joined #xpmem',
    pattern: line(`--> ${NICK} ${HOST} has joined ${CHANNEL}`),
    read: join,
    proves: true,
  },
  {
    example: '<-- carol (~c@host.example) has left #xpmem (bye)',
    pattern: line(`<-- ${NICK} ${HOST} has left ${CHANNEL}${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: '<-- carol (~c@host.example) has quit (Leaving)',
    pattern: line(`<-- ${NICK} ${HOST} has quit${REASON}`),
    read: quit,
    proves: true,
  },
  {
    example: '<-* alice has kicked bob from #xpmem (enough)',
    pattern: line(String.raw`<-\* ${NICK} has kicked (?<target>\S+) from ${CHANNEL}${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: '*** Mode #xpmem +ov bob carol by alice',
    pattern: line(String.raw`\*\*\* Mode ${CHANNEL} (?<modes>[+-].*) by ${NICK}`),
    read: mode,
    proves: true,
  },
  {
    example: '*** User mode: +i',
    pattern: line(String.raw`(?<text>\*\*\* User mode: .*)`),
    read: note('info'),
    proves: true,
  },
  {
    example: '* alice has changed topic for #xpmem to: "release day"',
    pattern: line(String.raw`\* ${NICK} has changed topic for ${CHANNEL} to: "(?<text>.*)"`),
    read: topic,
    proves: true,
  },
  {
    example: '<= Netsplit between a.example.net and b.example.net. Users quit: bob, carol',
    pattern: line(String.raw`<= Netsplit between (?<one>\S+) and (?<two>\S+)\. Users quit: (?<users>.*)`),
    read: splitQuits,
    proves: true,
  },
  {
    example: '=> Netsplit between a.example.net and b.example.net ended. Users joined: bob, carol',
    pattern: line(String.raw`=> Netsplit between \S+ and \S+ ended\. Users joined: (?<users>.*)`),
    read: splitJoins,
    proves: true,
  },
  ...SHAPES,
  {
    example: '<@alice> hello bob',
    pattern: line(String.raw`<(?<prefix>[~&@%+!])?[~&@%+!]*(?<nick>[^\s<>]+)> ?(?<text>.*)`),
    read: message,
  },
  { example: '[alice] hello all', pattern: line(String.raw`\[(?<nick>[^\s:]+?)\] (?<text>.*)`), read: notice },
  {
    example: '* Topic for #xpmem is "release day"',
    pattern: line(String.raw`(?<text>\* Topic for ${CHANNEL} is ".*")`),
    read: note('info'),
    proves: true,
  },
  {
    example: '* Topic set by alice on Thu Jan 5 09:00:00 2012',
    pattern: line(
      String.raw`(?<text>\* (?:Topic (?:for|set by) .*|No topic is set for .*|Channel .* created on .*|Channel modes?[: ].*|\[Whois\].*|Homepage for .*|\S+ is away: .*|.*: No such nick.*)|-> .*)`,
    ),
    read: note('info'),
  },
  {
    example: '* Disconnecting.',
    pattern: line(String.raw`(?<text>\* Disconnect(?:ing|ed).*)`),
    read: note('disconnected'),
  },
];

const controls: readonly ControlRule[] = [
  {
    example: '[00:00:00] - {Day changed to Friday, 6 January 2012}',
    pattern: /^(?:[^<>{}]{1,30} )?- \{([^{}]*\d[^{}]*)\}$/u,
    read: ([, date = '']) => newDay(date),
    proves: true,
  },
];

const facts = (channel: string | undefined): FileFacts => (channel ? { channel } : {});

const TIMES = ['HH:mm:ss', 'HH:mm', 'h:mm:ss a', 'h:mm a'];

export default lineLog({
  name: 'quassel',
  title: 'Quassel, copied from the window',
  local: true,
  stamps: [...TIMES, ...TIMES.map((time) => `yyyy-MM-dd ${time}`)].map((form) => `[${form}]`),
  clocksAreSet: true,
  stamp: '[09:01:02] ',
  rules: RULES,
  controls,
  facts: ({ lines }) => facts(channelInLines(lines)),
});
