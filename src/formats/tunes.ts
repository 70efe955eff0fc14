// The logs of tunes.org's logger, a file a day, of channels such as #lisp and #haskell.
//
//   00:00:00 --- log: started xpmem/12.01.05
//   09:01:02 <alice> hello bob
//   09:02:00 --- join: carol (~c@host.example) joined #xpmem
//   09:03:10 --- quit: carol (Ping timeout: 240 seconds)
//
// The first line tells channel and date, the year of two digits first. Source: parts of these logs that projects keep, programs
// that read them.
import type { FileFacts, Sample } from '../format.ts';
import { calendarDate } from '../shared/calendar-date.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { factsOfPath } from './parts/paths.ts';
import { action, join, kick, message, mode, nickChange, note, notice, part, quit, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s<>()]+)`;
const CHANNEL = String.raw`[#&+!]\S*`;

const says = (head: string, sentence: string): RegExp => new RegExp(`^--- ${head}: ${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: /^<(?<nick>[^<>\s]+)> ?(?<text>[^]*)$/u, read: message },
  {
    example: '--- join: carol (~c@host.example) joined #xpmem',
    pattern: says('join', String.raw`${NICK} \((?<host>[^\s()]*)\) joined ${CHANNEL}`),
    read: join,
    proves: true,
  },
  {
    example: '--- part: carol left #xpmem',
    pattern: says('part', String.raw`${NICK} left ${CHANNEL}(?: \((?<reason>.*)\))?`),
    read: part,
    proves: true,
  },
  {
    example: '--- quit: carol (Ping timeout: 240 seconds)',
    pattern: says('quit', String.raw`${NICK} \((?<reason>.*)\)`),
    read: quit,
    proves: true,
  },
  { example: '--- nick: bob -> bert', pattern: says('nick', String.raw`${NICK} -> (?<to>\S+)`), read: nickChange },
  { example: '--- mode: alice set +o bob', pattern: says('mode', `${NICK} set (?<modes>[+-].*)`), read: mode },
  {
    example: '--- kick: bob was kicked by alice (enough)',
    pattern: says('kick', String.raw`(?<target>\S+) (?:was kicked )?by ${NICK}(?: \((?<reason>.*)\))?(?: ${CHANNEL})?`),
    read: kick,
  },
  {
    example: "--- topic: set to 'release day' by alice",
    pattern: says('topic', `set to '(?<text>.*)' by ${NICK}`),
    read: topic,
  },
  {
    example: '--- names: list (alice bob)',
    pattern: /^--- (?<text>(?:names|topic|log|mode|kick): [^]*)$/u,
    read: note('info'),
  },
  { example: '* bob waves', pattern: /^\* (?<nick>\S+)(?: (?<text>[^]*))?$/u, read: action },
  { example: '-alice- tea is ready', pattern: /^-(?!-)(?<nick>\S+?)- (?<text>[^]*)$/u, read: notice },
];

const STARTED = /^\S+ --- log: started (?<name>[^\s/]+)\/(?<year>\d\d)\.(?<month>\d\d)\.(?<day>\d\d)$/u;

/** What the first line tells goes before the name of the file, which is the date alone, without a century. */
function facts({ path, lines }: Sample): FileFacts {
  const { name, year, month, day } = STARTED.exec(lines[0]?.text ?? '')?.groups ?? {};
  if (name === undefined) return factsOfPath(path);
  const date = calendarDate((Number(year) < 90 ? 2000 : 1900) + Number(year), Number(month), Number(day));
  return { ...factsOfPath(path), channel: `#${name}`, ...(date && { date }) };
}

export default lineLog({
  name: 'tunes',
  title: 'tunes.org log',
  local: true,
  stamps: ['HH:mm:ss'],
  stamp: '09:01:02 ',
  rules: RULES,
  facts,
});
