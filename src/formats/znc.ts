// ZNC: the files of its `log` module.
//
//   [09:01:02] <alice> hello bob
//   [09:02:00] * bob waves
//   [09:03:10] *** Quits: carol (~c@host.example) (Ping timeout: 240 seconds)
//
// line = stamp " " (message | action | "-" nick "- " notice | "*** " sentence); the date is in the path:
// `<user>/<network>/<channel>/2012-01-05.log` (1.6), `<user>_<network>_#channel_20120105.log` (before).
// The stamp is the module's `-timestamp`, a format of strftime. Formatting codes are kept.
// Source: ZNC 1.x, modules/log.cpp.
import type { FileFacts, Sample, Survey } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { factsOfPath } from './parts/paths.ts';
import { action, join, kick, message, mode, nickChange, note, notice, part, quit, topic } from './parts/told.ts';

/** What has no `@` is a reason, as other bots have it there; hosts may have been taken out. */
const USER = String.raw`(?<nick>\S+) \((?<host>[^\s@)]*@[^)]*|)\)`;
const REASON = String.raw`(?: \((?<reason>[^]*)\))?`;

const says = (sentence: string): RegExp => new RegExp(String.raw`^\*\*\* ${sentence}$`, 'u');

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: /^<(?<nick>[^>\s]+)>(?: (?<text>[^]*))?$/u, read: message },
  { example: '* bob waves', pattern: /^\* (?<nick>\S+)(?: (?<text>[^]*))?$/u, read: action },
  { example: '-alice- tea is ready', pattern: /^-(?![!-])(?<nick>[^\s:]+?)-(?: (?<text>[^]*))?$/u, read: notice },
  {
    example: '*** Joins: carol (~c@host.example)',
    pattern: says(`Joins: ${USER}`),
    read: join,
    proves: true,
  },
  {
    example: '*** Parts: carol (~c@host.example) (bye)',
    pattern: says(`Parts: ${USER}${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: '*** Quits: carol (~c@host.example) (Ping timeout: 240 seconds)',
    pattern: says(`Quits: ${USER}${REASON}`),
    read: quit,
    proves: true,
  },
  {
    example: '*** carol was kicked by alice (mind the flowers)',
    pattern: says(String.raw`(?<target>\S+) was kicked by (?<nick>\S+)${REASON}`),
    read: kick,
  },
  // the answer to the client's own question at its own join, not an act of anybody
  { example: '*** Server sets mode: +nt ', pattern: says('(?<text>Server sets mode: [^]*)'), read: note('info') },
  {
    example: '*** alice sets mode: +ov bob carol',
    pattern: says(String.raw`(?<nick>\S+) sets mode: (?<modes>[^]*)`),
    read: mode,
  },
  {
    example: '*** carol is now known as carol_',
    pattern: says(String.raw`(?<nick>\S+) is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: "*** alice changes topic to 'roses'",
    pattern: says(String.raw`(?<nick>\S+) changes topic to '(?<text>[^]*)'`),
    read: topic,
  },
  // in the file of the status window
  {
    example: 'Connected to IRC (irc.example.net)',
    pattern: /^(?<text>Connected to IRC \(.*\))$/u,
    read: note('connected'),
  },
  {
    example: 'Disconnected from IRC (irc.example.net)',
    pattern: /^(?<text>Disconnected from IRC \(.*\))$/u,
    read: note('disconnected'),
  },
  { example: 'Broadcast: back in an hour', pattern: /^(?<text>Broadcast: [^]*)$/u, read: note('info') },
];

/** The owner: who joins directly before the server tells the channel's modes. */
function survey(facts: FileFacts): Survey {
  let owner = facts.owner;
  let joined: string | undefined;
  return {
    see: ({ text }) => {
      if (/ \*\*\* Server sets mode: /u.test(text)) owner ??= joined;
      joined = / \*\*\* Joins: (\S+) \([^)]*\)$/u.exec(text)?.[1];
      return owner === undefined;
    },
    facts: () => ({ ...facts, ...(owner ? { owner } : {}) }),
  };
}

/** `<user>_<network>_<#channel>_20120105.log`, as ZNC wrote before 1.6. */
const FLAT = /(?:^|\/)[^/_]+_(?<network>[^/]+?)_[#&][^/]*_(?:19|20)\d{6}\.log[^/]*$/u;

/** As the module names its files: it does so for each line, by the clock of its stamp. */
const NAMED =
  /(?:^|\/)(?:[#&][^/]*|znc|moddata\/log)\/(?:19|20)\d\d-\d\d-\d\d\.log(?:\.|$)|(?:_|^|\/)[#&][^/]*_(?:19|20)\d{6}\.log(?:\.|$)/u;

function factsOf({ path }: Sample): FileFacts {
  const network = FLAT.exec(path)?.groups?.['network'];
  return { ...factsOfPath(path), ...(network ? { network } : {}), ...(NAMED.test(path) ? { oneDay: true } : {}) };
}

export default lineLog({
  name: 'znc',
  title: 'ZNC',
  local: true,
  stamps: ['[HH:mm:ss]', '[HH:mm]', '[yyyy-MM-dd HH:mm:ss]', 'HH:mm:ss', 'yyyy-MM-dd HH:mm:ss', '[X]', 'X'],
  clocksAreSet: true,
  stamp: '[09:01:02] ',
  rules: RULES,
  survey,
  facts: factsOf,
  path: NAMED,
});
