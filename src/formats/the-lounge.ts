// The Lounge's text logs.
//
//   [2012-01-05T09:01:02.123Z] <@alice> hello bob
//   [2012-01-05T09:02:00.000Z] * bob waves
//   [2012-01-05T09:03:10.000Z] *** carol (~c@host.example) quit (Ping timeout: 240 seconds)
//
// One file a channel, in a folder named for the network and an id (`LabNet-1234…/#xpmem.log`). Times are UTC; early
// versions wrote local ones as `[2012-01-05 09:01:02]`. Own acts look like everybody's.
// Source: The Lounge 4.4, server/plugins/messageStorage/text.ts.
import type { FileFacts } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, part, quit, topic } from './parts/told.ts';

const PREFIXED = String.raw`(?<prefix>[~&@%+!])?(?<nick>[^\s<>]+)`;
const WHO = String.raw`(?<nick>\S+) \((?<host>[^()\s]*)\)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
const says = (sentence: string): RegExp => line(String.raw`\*\*\* ${sentence}`);

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
  { example: '* @bob waves', pattern: line(String.raw`\* ${PREFIXED} ?(?<text>.*)`), read: action },
  { example: '-alice- hello all', pattern: line(String.raw`-(?!!-)(?<nick>[^\s<>]+?)- (?<text>.*)`), read: notice },
];

/** `LabNet-0a1b2c3d-…`: the network's name, and enough of an id to part two of one name. */
function facts(path: string): FileFacts {
  const network = /(?:^|\/)([^/]+?)-[\da-f]*(?:-[\da-f]{4}){2,}[\da-f-]*\/[^/]*$/u.exec(path)?.[1];
  return network ? { network } : {};
}

export default lineLog({
  name: 'the-lounge',
  title: 'The Lounge log',
  local: true,
  stamps: ["[yyyy-MM-dd'T'HH:mm:ss.SSSZZ]", "[yyyy-MM-dd'T'HH:mm:ssZZ]", '[yyyy-MM-dd HH:mm:ss]'],
  stamp: '[2012-01-05T09:01:02.123Z] ',
  rules: RULES,
  telltale: /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\] (?:[<*-])/u,
  facts: ({ path }) => facts(path),
});
