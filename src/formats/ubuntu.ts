// The channel logs of irclogs.ubuntu.com.
//
//   [09:01] <alice> hello bob
//   [09:02]  * bob waves                                          (until about 2008: `=== bob waves`)
//   === carol [~c@host.example]  has joined #xpmem
//   === bob is now known as bert
//
// Lines that begin with `===` have no stamp and take that of the line before. Quits are not logged. The path is the date
// (`2012/01/05/#xpmem.txt`). The oldest files have a clock of twelve hours that does not say which half of the day it is:
// since each file is one day from its first hour on, the second time the clock comes to twelve is noon.
// Source: published logs of 2004 to 2016, as in the corpus of J. K. Kummerfeld et al. (irc-disentanglement).
import type { FileFacts, ParsedLine, Survey } from '../format.ts';
import { lineLog, unstamped } from './parts/line-log.ts';
import type { Reader, SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, part, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s<>[\]/]+|[^\s<>/]+)`;
const HOST = String.raw`\[(?<host>[^\s]*@[^\s]*)\]`;
const CHANNEL = String.raw`[#&+!]\S*`;

const says = (sentence: string): RegExp => new RegExp(`^=== ${sentence}$`, 'su');

const MARKED: readonly SureRule[] = [
  {
    example: '=== carol [~c@host.example]  has joined #xpmem',
    pattern: says(`${NICK} ${HOST} +has joined ${CHANNEL}`),
    read: join,
    proves: true,
  },
  {
    example: '=== carol [~c@host.example]  has left #xpmem ["bye"]',
    pattern: says(String.raw`${NICK} ${HOST} +has left ${CHANNEL}(?: \[(?<quote>"?)(?<reason>.*)\k<quote>\])?`),
    read: part,
    proves: true,
  },
  {
    example: '=== bob is now known as bert',
    pattern: says(String.raw`${NICK} is now known as (?<to>\S+)`),
    read: nickChange,
    proves: true,
  },
  {
    example: '=== mode/#xpmem [+o bob]  by alice',
    pattern: says(String.raw`mode/${CHANNEL} \[(?<modes>.*)\] +by (?<nick>\S+)`),
    read: mode,
    proves: true,
  },
  {
    example: '=== ..[topic/#xpmem:alice] : release day',
    pattern: says(String.raw`\.\.\[topic/${CHANNEL}?:(?<nick>[^\s\]]+)\] : ?(?<text>.*)`),
    read: topic,
    proves: true,
  },
  {
    example: '=== bob was kicked off #xpmem by alice (enough)',
    pattern: says(String.raw`(?<target>\S+) was kicked (?:off|from) ${CHANNEL} by ${NICK}(?: \((?<reason>.*)\))?`),
    read: kick,
    proves: true,
  },
  {
    example: '=== Topic for #xpmem: release day',
    pattern: says(
      String.raw`(?<text>Topic (?:for ${CHANNEL}|\(${CHANNEL}\)): .*|Channel ${CHANNEL} .*|\[.*|${CHANNEL}[: ].*)`,
    ),
    read: note('info'),
    proves: true,
  },
  { example: '=== bob waves', pattern: says(`${NICK}(?: (?<text>.*))?`), read: action, proves: true },
];

export const RULES: readonly SureRule[] = [
  { example: '<alice> hello bob', pattern: /^<(?<nick>[^>\s]+)>(?: (?<text>[^]*))?$/u, read: message },
  { example: ' * bob waves', pattern: /^ \* (?<nick>\S+)(?: (?<text>[^]*))?$/u, read: action },
  {
    example: '(alice/#xpmem) hello all',
    pattern: /^\((?<nick>[^\s/]+)\/[#&+!]\S*\) (?<text>[^]*)$/u,
    read: notice,
    proves: true,
  },
];

const CLOCK = /^\[(\d\d):/u;
/** So many stamps without an hour past twelve, and with one hour that follows a later one, are no clock of 24. */
const SETTLED = 200;

function survey(facts: FileFacts): Survey {
  let { variant } = facts;
  let before = 0;
  let seen = 0;
  let wrapped = false;
  return {
    see: ({ text }) => {
      const hour = Number(CLOCK.exec(text)?.[1] ?? NaN);
      if (variant !== undefined || Number.isNaN(hour)) return variant === undefined;
      seen++;
      if (hour === 0 || hour > 12) variant = '24-hour';
      else if (hour === 1 && before === 12) wrapped = true;
      before = hour;
      return variant === undefined;
    },
    facts: () => ({
      ...facts,
      ...(variant === undefined && wrapped && seen >= SETTLED ? { variant: '12-hour' } : variant ? { variant } : {}),
    }),
  };
}

/** Twelve begins a half of the day: at the second time the clock comes back to it, it is noon. */
function halves(): NonNullable<Reader['finish']> {
  let before: number | undefined;
  let afternoon = false;
  return (parsed): readonly ParsedLine[] =>
    parsed.map((line) => {
      if (line.is !== 'event' || !line.stamp || !('clock' in line.stamp)) return line;
      const { clock } = line.stamp;
      const hour = clock.hour % 12;
      if (before !== undefined && hour < before) afternoon = true;
      before = hour;
      return { ...line, stamp: { clock: { ...clock, hour: hour + (afternoon ? 12 : 0) } } };
    });
}

export default lineLog({
  name: 'ubuntu',
  title: 'irclogs.ubuntu.com log',
  local: false,
  actsAlike: true,
  utc: true,
  stamps: ['[HH:mm]'],
  stamp: '[09:01] ',
  rules: RULES,
  controls: MARKED.map(unstamped),
  reader: ({ variant }) => (variant === '12-hour' ? { finish: halves() } : {}),
  survey,
  telltale: /^\[\d\d:\d\d\] {2}\* \S/u,
  path: /(?:^|\/)\d{4}\/\d\d\/\d\d\/[#&%][^/]*\.txt$/u,
});
