// Words that themes put in place of a client's own, behind a mark of theirs.
//
//   + carol [~c@host.example] joined #garden
//   ~ alice set [+o carol] on #garden
//   *** Signoff: carol (bye)
//   quit   < carol!~c@host.example [bye]
//
// Source: themes that people publish; the words are those of other clients, too (ircII's and BitchX's "Signoff").
import type { Event } from '../../events.ts';
import { patternOf, type Captures, type Pattern } from '../../format.ts';
import type { SureRule } from './line-spec.ts';
import { join, kick, mode, nickChange, note, own, part, quit, topic } from './told.ts';
import { HOST, INDENT, MARK, MARKS, PLAIN_REASON, REASON, themed } from './theme-marks.ts';

const NICK = String.raw`(?<nick>[^\s:>»›]+)`;
/** A nick with its host behind it. */
const SOMEBODY = String.raw`(?<nick>\S+?)`;
const CHANNEL = String.raw`(?:channel )?(?<channel>[#&+!]\S*)`;

/** Some themes name none. */
const PLACE = `(?:${CHANNEL}|the (?:channel|room))`;

/** What somebody leaves who quits. */
const SERVER = String.raw`(?:irc|[^\s#&+!()[\]]+\.[^\s()[\]]+)`;

const MODES = String.raw`[+-][A-Za-z+-]+(?: \S+)*?`;
const SET = String.raw`(?:[[({<"'](?<modes>${MODES})[\])}>"']|(?<plain>${MODES}))`;
const RENAMED = String.raw`${NICK} (?:(?:has )?changed nick to|is now(?: known as)?|is known as|[-=]{1,2}>|→) (?<to>\S+)`;

const says = (sentence: string): Pattern => patternOf(`^${INDENT}(?=${MARK})${MARKS}${sentence}$`);

const ofSet = ({ plain, modes = plain, ...captured }: Captures): readonly Event[] => mode({ ...captured, modes });

/** Behind a mark that is no star, which begins what somebody does, too. */
const marked = (sentence: string): Pattern => patternOf(String.raw`^${INDENT}(?=${MARK})(?!\* )${MARKS}${sentence}$`);

/** A host in brackets: with other signs, somebody speaks so in other clients. */
const BRACKETED = String.raw`[[({](?<host>[^\s@\])}]+@[^\s\])}]+)[\])}]`;
/** A mark that shows somebody come, and one that shows somebody go. */
const COMING = String.raw`[[(]?[-=]{0,3}[+>→»›⇒⇨]{1,4}[\])]? `;
const LEAVING = String.raw`[[(]?[-<←«‹⇐⇦]{1,4}[\])]? `;

/** A word that says what happens, with a colon or in a column with signs behind it. */
const headed = (word: string, sentence: string): Pattern =>
  patternOf(String.raw`^${INDENT}(?:${MARK}){0,2}${word}s?(?:: | {1,16}[^\p{L}\p{N}\s]{1,3} )${sentence}$`);

export const WORDS: readonly SureRule[] = [
  {
    example: 'Join: carol [~c@host.example]',
    pattern: headed('[Jj]oin', `${SOMEBODY}${HOST}(?: ${CHANNEL})?`),
    read: themed(join),
  },
  {
    example: '-- Part: carol [~c@host.example] [bye]',
    pattern: headed('[Pp]art', `${SOMEBODY}${HOST}(?: ${CHANNEL})?${REASON}`),
    read: themed(part),
  },
  {
    example: 'quit   < carol!~c@host.example [bye]',
    pattern: headed('[Qq]uit', `${SOMEBODY}${HOST}${REASON}`),
    read: themed(quit),
  },
  {
    example: '-- Kick: carol by alice [mind the flowers]',
    pattern: headed('[Kk]ick', String.raw`(?<target>\S+)(?: [[(](?<before>[^]*)[\])])? by ${NICK}${REASON}`),
    read: ({ before, ...captured }) =>
      themed(kick)({ ...captured, ...(before === undefined ? {} : { reason: before }) }),
  },
  { example: 'nick   ~ carol is now carol_', pattern: headed('[Nn]ick', RENAMED), read: nickChange },
  {
    example: '-- Mode: [+o carol] by alice',
    pattern: headed('[Mm]ode', `${SET} by ${NICK}`),
    read: ofSet,
  },
  { example: '-- Mode: alice sets +o carol', pattern: headed('[Mm]ode', `${NICK} sets? ${SET}`), read: ofSet },
  {
    example: '-- Topic: alice changed it to: roses',
    pattern: headed('[Tt]opic', `${NICK} (?:sets?|change[sd]) (?:it )?to:? (?<text>[^]*)`),
    read: topic,
  },
  // told by the sign alone; behind any other the client may say so who somebody is
  {
    example: '+ carol [~c@host.example]',
    pattern: patternOf(`^${INDENT}${COMING}${SOMEBODY} ${BRACKETED}$`),
    read: themed(join),
  },
  {
    example: '<- carol [~c@host.example] [bye]',
    pattern: patternOf(String.raw`^${INDENT}${LEAVING}${SOMEBODY} ${BRACKETED}(?: [[(](?<reason>[^]*)[\])])?$`),
    read: themed(part),
  },
  {
    example: '+ carol [~c@host.example] joined #garden',
    pattern: says(String.raw`${SOMEBODY}${HOST} (?:has )?(?:join(?:ed|s)|entered|(?:got|came) in)(?: ${PLACE})?`),
    read: themed(join),
  },
  {
    example: '- carol [~c@host.example] left #garden [bye]',
    pattern: says(`${SOMEBODY}${HOST} (?:has )?(?:left(?! irc)|parted|got out of)(?: ${PLACE})?${REASON}`),
    read: themed(part),
  },
  {
    example: '= carol [~c@host.example] quit [bye]',
    pattern: says(`${SOMEBODY}${HOST} (?:has )?(?:quit(?: [Ii][Rr][Cc])?|left ${SERVER})${REASON}`),
    read: themed(quit),
  },
  { example: '-!- carol has joined #garden', pattern: says(`${NICK} (?:has )?joined ${CHANNEL}`), read: join },
  {
    example: '-!- carol has left #garden [bye]',
    pattern: says(`${NICK} (?:has )?left ${CHANNEL}${REASON}`),
    read: themed(part),
  },
  {
    example: '-!- carol has quit [bye]',
    pattern: says(`${NICK} (?:has )?(?:quit(?: [Ii][Rr][Cc])?|left ${SERVER})${REASON}`),
    read: themed(quit),
  },
  {
    example: '! alice kicked carol from #garden [mind the flowers]',
    pattern: says(String.raw`${NICK} (?:has )?kicked (?<target>\S+)(?: from ${CHANNEL})?${REASON}`),
    read: themed(kick),
  },
  {
    example: '» carol kicked by alice (mind the flowers)',
    pattern: says(
      String.raw`(?<target>\S+) (?:(?:was|has been) )?(?:kicked|booted)(?: from ${PLACE})? by ${NICK}${REASON}`,
    ),
    read: themed(kick),
  },
  {
    example: '-!- carol changed nick to carol_',
    pattern: says(RENAMED),
    read: nickChange,
  },
  {
    example: '~ alice set [+o carol] on #garden',
    pattern: says(`${NICK} (?:has )?sets?(?: modes?)?:? ${SET}(?: on ${CHANNEL})?`),
    read: ofSet,
  },
  {
    example: '*** Signoff: carol (bye)',
    pattern: says(`(?:Signoff|SignOff):? ${NICK}(?::(?: [#&+!]\\S*)?)?${REASON}`),
    read: themed(quit),
  },
  {
    example: '=-= Mode #garden +o carol by alice',
    pattern: says(`[Mm]ode ${CHANNEL} (?<modes>${MODES}) by ${NICK}`),
    read: mode,
  },
  {
    example: '-->| YOU (alice) have joined #garden',
    pattern: says(String.raw`(?:YOU|You)(?: \((?<nick>\S+)\))? have joined ${CHANNEL}`),
    read: own(join),
  },
  {
    example: '|<-- carol has left LabNet (Quit: bye)',
    pattern: patternOf(String.raw`^\|<-- ${NICK} has left [^\s#&+!]\S*${REASON}$`),
    read: themed(quit),
  },
  {
    example: "=-= alice has changed the topic to ``roses''",
    pattern: says(String.raw`${NICK} has changed the topic to (?:\x60\x60|“)(?<text>[^]*)(?:''|”)`),
    read: topic,
  },
  {
    example: '*** Mode change "+o carol" on channel #garden by alice',
    pattern: says(`Mode change "(?<modes>${MODES})" on ${CHANNEL} by ${NICK}`),
    read: mode,
  },
  {
    example: 'ùíù Topic (#garden): changed by alice: roses',
    pattern: says(String.raw`Topic \(${CHANNEL}\): (?:changed by ${NICK}: ?(?<text>[^]*)|unset by (?<by>\S+))`),
    read: ({ by, nick = by, ...captured }) => topic({ ...captured, nick }),
  },
  {
    example: 'ùíù Topic (#garden): roses',
    pattern: says(
      String.raw`(?<text>(?:Topic|URL) (?:for|\()[#&+!][^]*|BitchX: [^]*|Net(?:joined|split detected): [^]*|\[ ?[A-Z]\w+\([#&+!]\S+\) ?\][^]*)`,
    ),
    read: note('info'),
  },
  {
    example: 'ùíù You(alice) are now known as alice_',
    pattern: says(String.raw`You(?:\([^\s()]*\))? are now known as (?<to>\S+)`),
    read: own(nickChange),
  },
  {
    example: '-!- alice set the topic to: roses',
    pattern: says(
      String.raw`${NICK} (?:has )?(?:sets?|change[sd]) (?:the )?topic(?: (?:of|on|for) ${CHANNEL})?(?: to:?|:) ?(?<text>[^]*)`,
    ),
    read: topic,
  },
  // behind a mark that is no star, the channel may be left out
  {
    example: '→ carol has joined',
    pattern: marked(`${NICK} (?:has )?joined(?: ${PLACE})?`),
    read: join,
  },
  {
    example: '← carol has left [bye]',
    pattern: marked(`${NICK} (?:has )?left(?: ${PLACE})?${REASON}`),
    read: themed(part),
  },
  {
    example: '-!- carol [~c@host.example] has left #garden see you',
    pattern: marked(`${SOMEBODY}(?:${HOST})? has left ${CHANNEL}${PLAIN_REASON}`),
    read: themed(part),
  },
  {
    example: '-!- carol [~c@host.example] has quit Ping timeout: 240 seconds',
    pattern: marked(`${SOMEBODY}(?:${HOST})? has quit${PLAIN_REASON}`),
    read: themed(quit),
  },
  {
    example: '-!- carol was kicked from #garden by alice mind the flowers',
    pattern: marked(String.raw`(?<target>\S+) was kicked from ${CHANNEL} by (?<nick>\S+)${PLAIN_REASON}`),
    read: kick,
  },
];

/** Behind such words where a theme shows no hosts; a nick may be such a word, so that the file must show more of them. */
export const HOSTLESS: readonly SureRule[] = [
  { example: 'join: carol', pattern: headed('[Jj]oin', `${NICK}(?: ${CHANNEL})?`), read: join },
  { example: 'part: carol (bye)', pattern: headed('[Pp]art', `${NICK}(?: ${CHANNEL})?${REASON}`), read: themed(part) },
  { example: 'quit: carol (bye)', pattern: headed('[Qq]uit', `${NICK}${REASON}`), read: themed(quit) },
];
