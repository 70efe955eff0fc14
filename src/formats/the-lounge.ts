// The Lounge's text logs.
//
//   [2012-01-05T09:01:02.123Z] <@alice> hello bob
//   [2012-01-05T09:02:00.000Z] * bob waves
//   [2012-01-05T09:03:10.000Z] *** carol (~c@host.example) quit (Ping timeout: 240 seconds)
//
// Shout and earlier versions began all but messages with a star, and said by a word what it is:
//
//   [2015-01-05 09:02:00] * bob action waves
//   [2015-01-05 09:03:10] * carol (~c@host.example) quit Ping timeout: 240 seconds      Shout has no addresses
//
// One file a channel, in a folder named for the network and an id (`LabNet-1234…/#xpmem.log`). Times are UTC; early
// versions wrote local ones as `[2012-01-05 09:01:02]`. Own acts look like everybody's.
// Source: The Lounge 4.4, server/plugins/messageStorage/text.ts; The Lounge 2 and 3 and Shout, userLog.js, text.js.
import { readByRules, type FileFacts, type Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { Reader, SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, part, quit, topic } from './parts/told.ts';

const PREFIXED = String.raw`(?<prefix>[~&@%+!])?(?<nick>[^\s<>]+)`;
const WHO = String.raw`(?<nick>\S+) \((?<host>[^()\s]*)\)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
const acts = (sentence: string): RegExp => line(String.raw`\* (?<nick>\S+) (?:\(\S*\) )?${sentence}`);
const says = (sentence: string): RegExp => line(String.raw`\*\*\* ${sentence}`);

/** Behind a word that says what it is. */
const REASON = '(?: (?<reason>.*))?';

/** Comings and goings with an address and such a word: nobody says so with /me. */
const addressed: readonly SureRule[] = [
  { example: '* carol (~c@host.example) join', pattern: line(String.raw`\* ${WHO} join *`), read: join, proves: true },
  {
    example: '* carol (~c@host.example) part bye',
    pattern: line(String.raw`\* ${WHO} part${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: '* carol (~c@host.example) quit Ping timeout: 240 seconds',
    pattern: line(String.raw`\* ${WHO} quit${REASON}`),
    read: quit,
    proves: true,
  },
];

/** The same word where it alone tells it from what somebody does. Of a kick the log tells who kicked, and why. */
const typed: readonly SureRule[] = [
  { example: '* bob action waves', pattern: acts('action(?: (?<text>.*))?'), read: action },
  { example: '* bob notice tea is ready', pattern: acts('notice (?<text>.*)'), read: notice },
  { example: '* carol join', pattern: acts('join *'), read: join },
  { example: '* carol part bye', pattern: acts(`part${REASON}`), read: part },
  { example: '* carol quit bye', pattern: acts(`quit${REASON}`), read: quit },
  { example: '* bob nick bert', pattern: acts(String.raw`nick (?<to>\S+) *`), read: nickChange },
  { example: '* alice mode +ov bob carol', pattern: acts(String.raw`mode (?<modes>[+-]\S.*)`), read: mode },
  { example: '* alice topic release day', pattern: acts('topic(?: (?<text>.*))?'), read: topic },
  { example: '* alice kick enough', pattern: acts(`kick${REASON}`), read: kick },
  {
    example: '* irc.example.net motd Welcome',
    pattern: line(
      String.raw`\* (?<text>\S* (?:motd|error|whois|invite|away|back|ctcp|unhandled|topic_set_by|mode_channel)\b.*)`,
    ),
    read: note('info'),
  },
];

export const TABLES = { typed };

export const RULES: readonly SureRule[] = [
  { example: '<@alice> hello bob', pattern: line(`<${PREFIXED}> ?(?<text>.*)`), read: message },
  { example: '*** carol (~c@host.example) joined', pattern: says(`${WHO} joined`), read: join, proves: true },
  {
    example: '*** carol (~c@host.example) left (bye)',
    pattern: says(String.raw`${WHO} left \((?<reason>.*)\)`),
    read: part,
    proves: true,
  },
  {
    example: '*** carol (~c@host.example) quit (Ping timeout: 240 seconds)',
    pattern: says(String.raw`${WHO} quit \((?<reason>.*)\)`),
    read: quit,
    proves: true,
  },
  {
    example: '*** bob was kicked by alice (enough)',
    pattern: says(String.raw`(?<target>\S+) was kicked by (?<nick>\S+) \((?<reason>.*)\)`),
    read: kick,
  },
  {
    example: '*** alice set mode +ov bob carol',
    pattern: says(String.raw`(?<nick>\S+) set mode (?<modes>.*)`),
    read: mode,
    proves: true,
  },
  {
    example: '*** bob changed nick to bert',
    pattern: says(String.raw`(?<nick>\S+) changed nick to (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: "*** alice changed topic to 'release day'",
    pattern: says(String.raw`(?<nick>\S+) changed topic to '(?<text>.*)'`),
    read: topic,
    proves: true,
  },
  {
    example: "*** carol changed host to 'c@elsewhere.example'",
    pattern: says(String.raw`(?<text>\S+ changed host to .*)`),
    read: note('info'),
    proves: true,
  },
  ...addressed,
  { example: '* @bob waves', pattern: line(String.raw`\* ${PREFIXED} ?(?<text>.*)`), read: action },
  { example: '-alice- hello all', pattern: line(String.raw`-(?![!-])(?<nick>[^\s<>]+?)- (?<text>.*)`), read: notice },
];

/** Words say what each line is. */
const TYPED = 'typed';

/** So many comings and goings show it: /me may say such a word. */
const SHOWN = 2;

const COMES_OR_GOES = /^\[[^\]]*\] \* \S+ (?:\(\S*\) )?(?:join$|(?:part|quit)(?: |$))/u;

/** `LabNet-0a1b2c3d-…`: the network's name, and enough of an id to part two of one name. */
function facts({ path, lines }: Sample): FileFacts {
  const network = /(?:^|\/)([^/]+?)-[\da-f]*(?:-[\da-f]{4}){2,}[\da-f-]*\/[^/]*$/u.exec(path)?.[1];
  const shown = lines.filter(({ text }) => COMES_OR_GOES.test(text)).length;
  return { ...(network ? { network } : {}), ...(shown >= SHOWN ? { variant: TYPED } : {}) };
}

function reader({ variant }: FileFacts): Reader {
  return variant === TYPED ? { read: (text) => readByRules([...typed, ...RULES], text) } : {};
}

export default lineLog({
  name: 'the-lounge',
  title: 'The Lounge log',
  local: true,
  stamps: ["[yyyy-MM-dd'T'HH:mm:ss.SSSZZ]", "[yyyy-MM-dd'T'HH:mm:ssZZ]", '[yyyy-MM-dd HH:mm:ss]'],
  stamp: '[2012-01-05T09:01:02.123Z] ',
  rules: RULES,
  telltale: /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\] (?:[<*-])/u,
  reader,
  facts,
});
