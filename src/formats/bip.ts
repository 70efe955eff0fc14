// Logs of the bip bouncer.
//
//   05-01-2012 09:01:02 < alice!~a@host.example: hello bob
//   05-01-2012 09:01:09 > logger: hello yourself
//   05-01-2012 09:02:00 < * bob!b@host.example waves
//   05-01-2012 09:03:10 -!- carol!~c@host.example has quit [Leaving]
//
// `<` came in, `>` the owner said. Notices look like messages. Files are named `<network>/2012-01/#xpmem.05.log`.
// Source: bip 0.9, src/log.c.
import type { FileFacts, Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, own, part, quit, topic } from './parts/told.ts';

const WHO = String.raw`(?<nick>[^\s!:]+)(?:!(?<host>[^\s]*?))?`;
/** What was said: a host of IPv6 holds colons, but none before a blank. */
const SAID = '(?:: (?<text>.*)|:)';
const CHANNEL = String.raw`[#&+!]\S*`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
const says = (sentence: string): RegExp => line(`-!- ${sentence}`);

export const RULES: readonly SureRule[] = [
  {
    example: '< * bob!b@host.example waves',
    pattern: line(String.raw`< \* ${WHO} (?<text>.*)`),
    read: action,
    proves: true,
  },
  { example: '> * logger waves', pattern: line(String.raw`> \* ${WHO} (?<text>.*)`), read: own(action), proves: true },
  {
    example: '< Server message: closing',
    pattern: line(String.raw`(?<text>< (?:Server message|bip[^\s!:]*): .*)`),
    read: note('info'),
    proves: true,
  },
  {
    example: '< alice!~a@host.example: hello bob',
    pattern: line(`< ${WHO}${SAID}`),
    read: message,
    proves: true,
  },
  { example: '> logger: hello yourself', pattern: line(`> ${WHO}${SAID}`), read: own(message), proves: true },
  { example: '-!- carol!~c@host.example has joined #xpmem', pattern: says(`${WHO} has joined ${CHANNEL}`), read: join },
  {
    example: '-!- carol!~c@host.example has left #xpmem [bye]',
    pattern: says(String.raw`${WHO} has left ${CHANNEL}(?: \[(?<reason>.*)\])?`),
    read: part,
  },
  {
    example: '-!- carol!~c@host.example has quit [Leaving]',
    pattern: says(String.raw`${WHO} has quit \[(?<reason>.*)\]`),
    read: quit,
  },
  {
    example: '-!- bob has been kicked by alice!~a@host.example [enough]',
    pattern: says(String.raw`(?<target>\S+) has been kicked by ${WHO} \[(?<reason>.*)\]`),
    read: kick,
    proves: true,
  },
  {
    example: '-!- bob!b@host.example is now known as bert',
    pattern: says(String.raw`${WHO} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: '-!- alice!~a@host.example changed topic of #xpmem to: release day',
    pattern: says(`${WHO} changed topic of ${CHANNEL} to: (?<text>.*)`),
    read: topic,
    proves: true,
  },
  {
    example: '-!- mode/#xpmem [+ov bob carol] by alice!~a@host.example',
    pattern: says(String.raw`mode/${CHANNEL} \[(?<modes>.*)\] by ${WHO}`),
    read: mode,
  },
  {
    example: '-!- Topic for #xpmem: release day',
    pattern: says(String.raw`(?<text>Topic (?:for ${CHANNEL}: .*|set by \S+ \[.*\])|Ping timeout with server\.\.\.)`),
    read: note('info'),
    proves: true,
  },
  {
    example: '-!- Disconnected from server...',
    pattern: says(String.raw`(?<text>Disconnected from server\.\.\.)`),
    read: note('disconnected'),
    proves: true,
  },
  {
    example: '-!- Connected to server...',
    pattern: says(String.raw`(?<text>Connected to server\.\.\.)`),
    read: note('connected'),
    proves: true,
  },
];

/** `labnet/2012-01/#xpmem.05.log` */
function facts({ path, lines }: Sample): FileFacts {
  const [, network, channel] = /(?:([^/]+)\/)?\d{4}-\d\d\/([#&+!][^/]*?)\.\d\d\.log$/u.exec(path) ?? [];
  const owner = lines.map(({ text }) => /^\S+ \S+ > (?:\* )?([^\s!:]+)[!: ]/u.exec(text)?.[1]).find((found) => found);
  return { ...(network ? { network } : {}), ...(channel ? { channel } : {}), ...(owner ? { owner } : {}) };
}

export default lineLog({
  name: 'bip',
  title: 'bip bouncer log',
  local: true,
  stamps: ['dd-MM-yyyy HH:mm:ss'],
  stamp: '05-01-2012 09:01:02 ',
  rules: RULES,
  telltale: /^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d (?:[<>] |-!- )/u,
  facts,
});
