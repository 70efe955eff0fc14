// What irssi writes of a channel, sentence by sentence: the words are irssi's own, the signs before them a theme's.
// Source: irssi, src/fe-common/core/module-formats.c (the words), and its logs (modes, netsplits, brackets of the default theme).
import { patternOf, type Captures, type Pattern } from '../../format.ts';
import type { Event } from '../../events.ts';
import type { SureRule } from '../parts/line-spec.ts';
import { modeEvents } from '../parts/modes.ts';
import { bareNick } from '../parts/nicks.ts';
import { action, join, kick, message, nickChange, note, notice, own, part, quit, told, topic } from '../parts/told.ts';
import { toStatus } from '../parts/told-to.ts';
import { HOST, INDENT, MARKS, REASON, themed } from '../parts/theme-marks.ts';

const says = (sentence: string): Pattern => patternOf(`^${INDENT}${MARKS}${sentence}$`);

/** Each nick of a netsplit's list, `@alice, +bob (+3 more, use /NETSPLIT to show all of them)`. */
function split(read: (nick: string) => Event): (captured: Captures) => readonly Event[] {
  return ({ nicks = '' }) =>
    nicks
      .replace(/ \(\+\d+ more\b.*\)\s*$/u, '')
      .split(/, ?/u)
      .map((nick) => bareNick(nick.trim()))
      .filter((nick) => nick !== '')
      .map(read);
}

/** Who set modes; several nicks at once where irssi gathered the same change of several: then nobody is known. */
const mode = ({ modes = '', nick = '' }: Captures): readonly Event[] =>
  modeEvents(modes, nick.includes(', ') ? {} : told({ nick }, 'nick'));

/** Stars and an address in round brackets are what mIRC and its kin write of who comes and goes. */
const NOT_STARRED = /^(?! *\*+ \S+ \()/u;

/** What somebody does; a theme may put its star into the brackets of who speaks. */
export const ACTS: SureRule = {
  example: ' * bob waves',
  pattern: /^(?: *\*|<\*>) (?<prefix>[~&@%+!]?)(?<nick>\S+?)(?::(?<to>[@%+]?)[#&+!]\S*)?(?: (?<text>[^]*))?$/u,
  read: toStatus(action),
};

export const RULES: readonly SureRule[] = [
  {
    example: '<@alice> hello bob',
    pattern:
      /^<\s*(?:(?<prefix>[~&@%+!]+)\s*)?(?![-*]\s*>)(?<nick>[^<>\s:]+?)(?<after>[@%]|(?<!\+)\+)?(?::(?<to>[@%+]?)[#&+!][^>\s]*)?\s*> ?(?<text>[^]*)$/u,
    // some themes have the sign behind the nick
    read: ({ after, ...captured }) => toStatus(message)({ ...captured, prefix: captured['prefix'] ?? after }),
  },
  ACTS,
  {
    example: '-alice:#garden- tea is ready',
    // some themes have a bar or a slash there
    pattern: /^-(?<nick>[^\s:()]+?)(?:\([^)]*\))?[:|/](?<to>@?)[#&+!]\S*?-(?: (?<text>[^]*))?$/u,
    read: notice,
  },
  {
    // a theme without addresses; what services say of a channel is qwebirc's, too
    example: '-NickServ- You are now identified',
    pattern: /^(?<text>-(?:\w+Serv|Global)-(?! \[[#&+!])(?: [^]*)?)$/u,
    read: note('private'),
  },
  {
    example: '-NickServ(services@services.example)- You are now identified',
    pattern: /^(?<text>-[^\s:()]+\([^)\s]*\)-(?: [^]*)?)$/u,
    read: note('private'),
    proves: true,
  },
  {
    example: '[notice(#garden)] tea is ready',
    pattern: /^\[notice\((?<to>@?)[#&+!][^)]*\)\](?: (?<text>[^]*))?$/u,
    read: own(notice),
    proves: true,
  },
  {
    example: '[msg(alice)] see you there',
    pattern: /^(?<text>\[(?:msg|notice|action|ctcp|dcc)\([^)]*\)\](?: [^]*)?)$/u,
    read: note('private'),
    proves: true,
  },
  {
    example: '[alice(~a@host.example)] see you there',
    pattern: /^(?<text>\[[^\s()@]+\((?:[^\s()@]+@[^\s()]+|dcc)\)\](?: [^]*)?)$/u,
    read: note('private'),
    proves: true,
  },
  {
    example: ' (*) alice waves to you alone',
    pattern: /^ ?(?<text>\(\*(?:dcc\*)?\) [^]*)$/u,
    read: note('private'),
    proves: true,
  },
  {
    example: '!irc.example.net *** Notice -- rehashing',
    pattern: /^!(?<nick>\S+\.\S+)(?: (?<text>[^]*))?$/u,
    read: notice,
    proves: true,
  },
  {
    example: '-!- carol [~c@host.example] has joined #garden',
    pattern: says(
      String.raw`(?<nick>\S+?)(?: \([^)]*\))?${HOST}(?: [[(].*[\])])? has joined (?:channel )?(?<channel>[#&+!]\S*)(?: [[(].*[\])])?`,
    ),
    read: themed(join),
    proves: NOT_STARRED,
  },
  {
    example: '-!- carol [~c@host.example] has left #garden [bye]',
    pattern: says(String.raw`(?<nick>\S+?)${HOST} has left (?:channel )?(?<channel>[#&+!]\S*)${REASON}`),
    read: themed(part),
    proves: NOT_STARRED,
  },
  {
    example: '-!- carol [~c@host.example] has quit [Ping timeout: 240 seconds]',
    pattern: says(String.raw`(?:[#&+!]\S* )?(?<nick>\S+?)${HOST} has quit${REASON}`),
    read: themed(quit),
    proves: NOT_STARRED,
  },
  {
    example: '-!- carol was kicked from #garden by alice [mind the flowers]',
    pattern: says(
      String.raw`(?<target>\S+) (?:was|has been) kicked (?:from|off) (?:channel )?(?<channel>[#&+!]\S*) by (?<nick>\S+)${REASON}`,
    ),
    read: themed(kick),
    proves: true,
  },
  {
    example: "-!- You're now known as alice_",
    pattern: says(String.raw`You're now known as (?<to>\S+)`),
    read: own(nickChange),
    proves: true,
  },
  {
    example: '-!- carol is now known as carol_',
    pattern: says(String.raw`(?<nick>\S+) is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: '-!- mode/#garden [+ov bob carol] by alice',
    pattern: says(
      String.raw`(?:ServerMode|mode|modehack)\/(?<channel>\S+?):? [[({<«‹|"']? ?(?<modes>[+-][^]*?) ?[\])}>»›|"']? by (?<nick>\S+(?:, \S+)*)`,
    ),
    read: mode,
    proves: true,
  },
  {
    example: '-!- alice changed the topic of #garden to: roses',
    pattern: says(String.raw`(?<nick>\S+) changed the topic of (?<channel>[#&+!]\S*) to:(?: (?<text>[^]*))?`),
    read: topic,
    proves: true,
  },
  {
    example: '-!- Topic unset by alice on #garden',
    pattern: says(String.raw`Topic unset by (?<nick>\S+) on (?<channel>[#&+!]\S*)`),
    read: topic,
    proves: true,
  },
  {
    example: '-!- Netsplit hub.example.net <-> leaf.example.net quits: @alice, bob',
    pattern: says(String.raw`Netsplit (?<here>\S+) <-> (?<there>\S+) quits: (?<nicks>[^]*)`),
    read: (captured) =>
      split((nick) => ({ kind: 'quit', nick, reason: `${captured['here'] ?? ''} ${captured['there'] ?? ''}` }))(
        captured,
      ),
    proves: true,
  },
  {
    example: '-!- Netsplit over, joins: @alice, bob',
    pattern: says(String.raw`Netsplit over, joins: (?<nicks>[^]*)`),
    read: split((nick) => ({ kind: 'join', nick })),
    proves: true,
  },
  {
    example: '[@alice] [+bob  ] [ carol]',
    pattern: /^(?<text>(?:\[[ ~&@%+!][^\s(]\S* *\] )*\[[ ~&@%+!](?!Users\()[^\s(]\S* *\] ?)$/u,
    read: ({ text = '' }) => {
      const nicks = [...text.matchAll(/\[[ ~&@%+!](\S+?) *\](?= |$)/gu)].map(([, nick = '']) => nick);
      return [{ kind: 'log', event: 'info', text, names: nicks }];
    },
  },
  {
    example: '[Users #garden]',
    pattern: /^(?<text>\[(?:Users [#&+!]\S+| ?Users\([#&+!]\S+\) ?)\])$/u,
    read: note('info'),
    proves: true,
  },
  {
    example: '-!- Irssi: Connection lost to irc.example.net',
    pattern: says('(?<text>Irssi: (?:Connection lost to|Disconnected from|No PONG reply from server) [^]*)'),
    read: note('disconnected'),
    proves: true,
  },
  {
    example: '-!- Irssi: Connection to irc.example.net established',
    pattern: says(String.raw`(?<text>Irssi: Connection to \S+ established)`),
    read: note('connected'),
    proves: true,
  },
  {
    example: '-!- Irssi: #garden: Total of 9 nicks [1 ops, 0 halfops, 0 voices, 8 normal]',
    pattern: says('(?<text>Irssi: [^]*)'),
    read: note('info'),
    proves: true,
  },
  {
    example: '-!- Topic set by alice [~a@host.example] [Thu Jan  5 09:00:00 2012]',
    pattern: says(
      String.raw`(?<text>(?:[Tt]opic (?:for|set by)|No topic set for|Home page for|Channel \S+ created|mode\/[#&+!]\S* \[|Keepnick|Day changed to|You are now talking in|Users? )[^]*)`,
    ),
    read: note('info'),
  },
  {
    example: '-!- alice [~a@host.example] requested CTCP VERSION from #garden: ',
    pattern: says(String.raw`(?<text>\S+ \[[^\]]*\] requested (?:unknown )?CTCP [^]*)`),
    read: note('info'),
    proves: true,
  },
  {
    example: 'CTCP PING reply from bob: 0.123 seconds',
    pattern: says(String.raw`(?<text>CTCP \S+ reply from \S+(?: in channel \S+)?: [^]*)`),
    read: note('info'),
    proves: true,
  },
  {
    example: '[Wall/#garden] the gate closes at ten',
    pattern: /^(?<text>\[Wall\/[#&+!][^\s\]]*\] [^]*|WALLOP \S+: [^]*)$/u,
    read: note('info'),
    proves: true,
  },
  // proves nothing: ii and bip write the same mark
  {
    example: '-!- anything else that irssi tells',
    pattern: patternOf(String.raw`^${INDENT}-!- ?(?<text>[^]*)$`),
    read: note('info'),
  },
];
