// IRCCloud's exports as text.
//
//   #xpmem
//   [2012-01-05 09:00:00] → Joined channel #xpmem
//   [2012-01-05 09:01:02] <alice> hello bob
//   [2012-01-05 09:02:00] — bob waves
//   [2012-01-05 09:03:10] ⇐ carol quit (~c@host.example): Ping timeout: 240 seconds
//
// The first line is the buffer's name. Times are in the zone that was chosen when the logs were exported. A change of nick begins
// as what somebody does, and can be imitated. The archive has a folder for each network, named with its number, and a file for each
// buffer: `irccloud-export-…/12345-LabNet/#xpmem.txt`.
// Source: W3C's scribe2 (IRCCloud_format); pisg's irccloud.pm with its tests (RustyBower); irccloud-parse-logs; two importers in Go;
// logs of meetings published from 2018 to 2022.
import type { FileFacts, Sample } from '../format.ts';
import { CONTROL } from './parts/stamped.ts';
import { lineLog } from './parts/line-log.ts';
import type { Reader, SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, own, part, quit, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s<>()]+)`;
const HOST = String.raw`\((?<host>[^\s()]*)\)`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: line(String.raw`<(?<nick>[^\s<>]+)> ?(?<text>.*)`), read: message },
  {
    example: '→ Joined channel #xpmem',
    pattern: line(String.raw`→ Joined channel \S+`),
    read: own(join),
    proves: true,
  },
  {
    example: '→ carol joined (~c@host.example)',
    pattern: line(`→ ${NICK} joined ${HOST}`),
    read: join,
    proves: true,
  },
  {
    example: '← carol left (~c@host.example): bye',
    pattern: line(`← ${NICK} left ${HOST}(?:: ?(?<reason>.*))?`),
    read: part,
    proves: true,
  },
  {
    example: '⇐ carol quit (~c@host.example): Ping timeout: 240 seconds',
    pattern: line(`⇐ ${NICK} quit ${HOST}(?:: ?(?<reason>.*))?`),
    read: quit,
    proves: true,
  },
  {
    example: '⇐ You disconnected',
    pattern: line('(?<text>⇐ You disconnected)'),
    read: note('disconnected'),
    proves: true,
  },
  { example: '* Socket closed', pattern: line(String.raw`(?<text>\* Socket closed)`), read: note('disconnected') },
  {
    example: '— bob is now known as bert',
    pattern: line(String.raw`[—*] ${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
    // a star is mIRC's, too
    proves: /^—/u,
  },
  { example: '— bob waves', pattern: line(`— ${NICK}(?: (?<text>.*))?`), read: action, proves: true },
  {
    example: '* bob was kicked by alice (enough)',
    pattern: line(String.raw`\* (?<target>\S+) was kicked by ${NICK}(?: \((?<reason>.*)\))?`),
    read: kick,
  },
  {
    example: '* alice set the topic to release day',
    pattern: line(String.raw`\* ${NICK} set the topic to (?<text>.*)`),
    read: topic,
    proves: true,
  },
  {
    example: '* alice set +ov bob carol',
    pattern: line(String.raw`\* ${NICK} set (?<modes>[+-]\S.*)`),
    read: mode,
    proves: true,
  },
  {
    example: '* Channel mode is +nt',
    pattern: line(String.raw`(?<text>\* Channel (?:mode|timestamp) is .*)`),
    read: note('info'),
    proves: true,
  },
];

const NAME = /^[#&+!]\S*$/u;

/** The name of the buffer is the one line without a stamp; a list of channels is no log. */
function reader(): Reader {
  return {
    finish: (parsed, text) => (parsed.every((one) => !('stamp' in one)) && NAME.test(text) ? CONTROL : parsed),
  };
}

const PATH = /(?:^|\/)\d+-(?<network>[^/]+)\/[^/]+\.txt$/u;

function facts({ path, lines }: Sample): FileFacts {
  const network = PATH.exec(path)?.groups?.['network'];
  const channel = NAME.exec(lines[0]?.text ?? '')?.[0];
  return { ...(network && { network }), ...(channel && { channel }) };
}

export default lineLog({
  name: 'irccloud',
  title: 'IRCCloud export',
  local: true,
  actsAlike: true,
  stamps: ['[yyyy-MM-dd HH:mm:ss]'],
  stamp: '[2012-01-05 09:01:02] ',
  rules: RULES,
  reader,
  facts,
  path: PATH,
});
