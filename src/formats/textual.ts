// Textual's logs (macOS).
//
//   [2012-01-05T09:00:00+0100] ------------- Begin Session -------------
//   [2012-01-05T09:01:02+0100] <@alice> hello bob
//   [2012-01-05T09:02:00+0100] • bob: waves
//   [2012-01-05T09:03:10+0100] carol (~c@host.example) left IRC (Leaving)
//
// Formatting codes are taken out. Sentences ended with a full stop up to version 4: `joined the channel.`, `left IRC. (Leaving)`. A line
// of a blank stands before and behind those of sessions. A day a file: `LabNet (1A2B3)/Channels/#xpmem/2012-01-05.txt`, the
// network named with the beginning of an id. Own acts look like everybody's, but for a change of nick.
// Copied from the window, a line has a time alone, and tabs: `[09:01:02]  <@alice>⇥hello bob`, `[09:03:10] ⇥carol (~c@host.example) left IRC`.
// Source: Textual 3 to 7, TLOFileLogger.m, TVCLogLine.m (renderedBodyForTranscriptLog…), IRCClient.m, BasicLanguage.strings,
// IRC.strings.
import type { FileFacts } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule, SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s<>()]+)`;
const WHO = String.raw`${NICK} \((?<host>[^\s()@]*@[^\s()]*)\)`;
const REASON = String.raw`\.?(?: \((?<reason>.*)\))?`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  {
    example: '<@alice> hello bob',
    pattern: line(String.raw`<(?<prefix>[~&@%+!])?(?<nick>[^\s<>]+)>[ \t]?(?<text>.*)`),
    read: message,
  },
  {
    example: '• bob: waves',
    pattern: line(String.raw`• (?<nick>[^\s:]+): ?(?<text>.*)`),
    read: action,
    proves: true,
  },
  {
    example: '-CTCP- VERSION from bob',
    pattern: line(String.raw`(?<text>-(?:CTCP- \S+ from \S+.*|\S+ CTCP- .*))`),
    read: note('info'),
  },
  {
    example: '------------- Begin Session -------------',
    pattern: line('(?<text>[-—]{13} Begin Session [-—]{13})'),
    read: note('open'),
    proves: true,
  },
  {
    example: '------------- End Session -------------',
    pattern: line('(?<text>[-—]{13} End Session [-—]{13})'),
    read: note('close'),
    proves: true,
  },
  { example: '-alice- tea is ready', pattern: line(String.raw`-(?!-)(?<nick>[^\s<>]+?)- (?<text>.*)`), read: notice },
  {
    example: 'carol (~c@host.example) joined the channel',
    pattern: line(String.raw`${WHO} joined the channel\.?`),
    read: join,
    proves: true,
  },
  {
    example: 'carol (~c@host.example) left the channel (bye)',
    pattern: line(`${WHO} left the channel${REASON}`),
    read: part,
    proves: true,
  },
  {
    // up to version 4, a reason that looks like two servers had a word before it
    example: 'carol (~c@host.example) left IRC. (Netsplit: hub.example leaf.example)',
    pattern: line(String.raw`${WHO} left IRC\.?(?: \((?:Netsplit: (?=\S+\.\S+ \S+\.\S+\)$))?(?<reason>.*)\))?`),
    read: quit,
    proves: true,
  },
  {
    example: 'alice kicked bob from the channel (enough)',
    pattern: line(String.raw`${NICK} kicked (?<target>\S+) from the channel${REASON}`),
    read: kick,
    proves: true,
  },
  { example: 'alice sets mode +ov bob carol', pattern: line(`${NICK} sets mode (?<modes>[+-].*)`), read: mode },
  {
    example: "You're now known as alice_",
    pattern: line(String.raw`You're now known as (?<to>\S+)`),
    read: own(nickChange),
  },
  {
    example: 'bob is now known as bert',
    pattern: line(String.raw`${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: 'alice changed the topic to release day',
    pattern: line(`${NICK} changed the topic to (?<text>.*)`),
    read: topic,
    proves: true,
  },
  {
    example: 'Disconnected',
    pattern: line('(?<text>Disconnect(?:ed)?(?: (?:for|from) .*)?)'),
    read: note('disconnected'),
  },
  {
    example: 'Connection to host established',
    pattern: line(String.raw`(?<text>Connection to host (?:at \[.*\] )?(?:established|completed\.))`),
    read: note('connected'),
  },
  {
    example: 'Topic is release day',
    pattern: line(
      String.raw`(?<text>(?:Topic|Mode|Website) is .*|Set by \S+ on .*|Inviting \S+ to join .*|\S+ invited you to join .*|\S+ is away \(.*\)|Attempting to rejoin channel in three seconds\.?|Reconnecting.*|Retrying.*|Message\(\d+\): .*)`,
    ),
    read: note('info'),
  },
];

const controls: readonly ControlRule[] = [
  {
    example: '[2012-01-05T09:00:00+0100]  ',
    pattern: /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}\] *$/u,
    read: () => [{ is: 'control' }],
  },
];

const PATH = /(?:^|\/)([^/]+?)(?: \([\dA-F]{5}\))?\/Channels\/([^/]+)\/\d{4}-\d\d-\d\d\.txt$/u;

function facts(path: string): FileFacts {
  const [, network, channel] = PATH.exec(path) ?? [];
  return { ...(network ? { network } : {}), ...(channel ? { channel } : {}) };
}

export default lineLog({
  name: 'textual',
  title: 'Textual log',
  local: true,
  stamps: ["[yyyy-MM-dd'T'HH:mm:ssZZ]"],
  clocksAreSet: true,
  stamp: '[2012-01-05T09:01:02+0100] ',
  gap: /^ [ \t]?/u,
  telltale: /^\[[^\]]*\]  <[^>\s]+>\t/u,
  rules: RULES,
  controls,
  facts: ({ path }) => facts(path),
  path: PATH,
});
