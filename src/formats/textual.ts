// Textual's transcripts.
//
//   ------------- Begin Session -------------
//   [2012-01-05T09:01:02+0100] <@alice> hello bob
//   [2012-01-05T09:02:00+0100] • bob: waves
//   [2012-01-05T09:03:10+0100] carol (~c@host.example) left IRC (Ping timeout: 240 seconds)
//
// One file a day: `LabNet (1A2B3)/Channels/#xpmem/2012-01-05.txt`, the folder of the connection with the first characters of its id
// since 3.0. Formatting is taken out. Until 3.0 sentences ended in a dot, before the reason. Own acts look like everybody's, but for
// "You're now known as"; nobody is told when the user himself was kicked or left.
// Source: Textual 2.1 to 7, TLOFileLogger.m, TVCLogLine.m (renderedBodyForTranscriptLog), English.lproj (BasicLanguage.strings, later
// IRC.strings).
import type { FileFacts } from '../format.ts';
import { lineLog, unstamped, type ControlRule, type SureRule } from './parts/line-log.ts';
import { factsOfPath } from './parts/paths.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';

const WHO = String.raw`(?<nick>[^\s<>•]\S*) \((?<host>[^\s()@]+@[^\s()]*)\)`;
const NICK = String.raw`(?<nick>[^\s<>•]\S*)`;
const REASON = String.raw`\.?(?: \((?<reason>.*)\))?`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  {
    example: '<@alice> hello bob',
    pattern: line(String.raw`<(?<prefix>[~&@%+!])?(?<nick>[^\s<>]+)> ?(?<text>.*)`),
    read: message,
  },
  { example: '• bob: waves', pattern: line(String.raw`• (?<nick>[^\s:]+): ?(?<text>.*)`), read: action, proves: true },
  {
    example: '-CTCP- VERSION from bob',
    pattern: /^(?<text>-(?:\S+ )?CTCP- .*)$/su,
    read: note('info'),
  },
  { example: '-alice- hello all', pattern: line(String.raw`-(?<nick>[^\s<>]+?)- ?(?<text>.*)`), read: notice },
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
    example: 'carol (~c@host.example) left IRC (Ping timeout: 240 seconds)',
    pattern: line(`${WHO} left IRC${REASON}`),
    read: quit,
    proves: true,
  },
  {
    example: 'alice kicked bob from the channel (enough)',
    pattern: line(String.raw`${NICK} kicked (?<target>\S+) from the channel${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: "You're now known as bert",
    pattern: line(String.raw`You're now known as (?<to>\S+)`),
    read: own(nickChange),
    proves: true,
  },
  {
    example: 'bob is now known as bert',
    pattern: line(String.raw`${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: 'alice sets mode +ov bob carol',
    pattern: line(String.raw`${NICK} sets mode (?<modes>[+-].*)`),
    read: mode,
    proves: true,
  },
  {
    example: 'alice changed the topic to release day',
    pattern: line(String.raw`${NICK} changed the topic to(?: \(No Topic\)| (?<text>.*))?`),
    read: topic,
    proves: true,
  },
  { example: 'Disconnected', pattern: /^(?<text>Disconnected(?: (?:for|from) .*)?)$/su, read: note('disconnected') },
  {
    example: 'Topic is release day',
    pattern: line(
      String.raw`(?<text>(?:(?:Topic|Mode|Website) is|Set by|Inviting|Attempting to rejoin|Connect(?:ing|ion)|Reconnecting|Retrying|(?:Ban|Quiet|(?:Invite|Ban) [Ee]xception) in|Current Session) ?.*)`,
    ),
    read: note('info'),
  },
];

const controls: readonly ControlRule[] = [
  {
    example: '------------- Begin Session -------------',
    // what follows it tells when; until then the log is as it was
    pattern: /^-{10,} Begin Session -{10,}$/u,
    read: () => [{ is: 'control' }],
    proves: true,
  },
  unstamped({
    example: '------------- End Session -------------',
    pattern: /^(?<text>-{10,} End Session -{10,})$/u,
    read: note('close'),
    proves: true,
  }),
];

/** `LabNet (1A2B3)/Channels/#xpmem/2012-01-05.txt` */
function facts(path: string): FileFacts {
  const network = /(?:^|\/)([^/]+?)(?: \([0-9A-F]{5}\))?\/Channels\/[^/]+\/[^/]+$/u.exec(path)?.[1];
  return { ...factsOfPath(path), ...(network ? { network } : {}) };
}

export default lineLog({
  name: 'textual',
  title: 'Textual transcript',
  local: true,
  stamps: ["[yyyy-MM-dd'T'HH:mm:ssZZ]"],
  stamp: '[2012-01-05T09:01:02+0100] ',
  rules: RULES,
  controls,
  telltale: /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}\] [<•-]/u,
  path: /\/(?:Channels|Queries|Console)\/(?:[^/]+\/)?\d{4}-\d\d-\d\d\.txt$/u,
  facts: ({ path }) => facts(path),
});
