// W3C's meeting logs, as RRSAgent writes them.
//
//   09:01:00 <RRSAgent> RRSAgent has joined #xpmem
//   09:01:00 <RRSAgent> logging to https://www.w3.org/2012/01/05-xpmem-irc
//   09:01:02 <alice> hello bob
//   09:03:10 <carol> carol has left #xpmem
//
// Times are UTC, the date is in the address that the log is written to. Events read as if the person had said them, so a
// message that says of its own author, word for word, that they joined is read as the event. Quits, kicks and nick
// changes are not logged, actions neither (they are W3C's off-record). Continuation lines begin with two blanks.
// Source: W3C scribe.perl and scribe2 (RRSAgent_text_format), RRSAgent's manual.
import type { CalendarDate, FileFacts, ParsedLine, RawLine } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { join, message, note, part, topic } from './parts/told.ts';
import { calendarDate } from '../shared/calendar-date.ts';

const SELF = String.raw`^<(?<nick>[^>\s]+)> \k<nick> has`;

export const RULES: readonly SureRule[] = [
  {
    example: '<carol> carol has joined #xpmem',
    pattern: new RegExp(String.raw`${SELF} joined [#&+!]\S+$`, 'u'),
    read: join,
    proves: true,
  },
  {
    example: '<carol> carol has left #xpmem',
    pattern: new RegExp(String.raw`${SELF} left [#&+!]\S+$`, 'u'),
    read: part,
    proves: true,
  },
  {
    example: '<alice> alice has changed the topic to: agenda',
    pattern: new RegExp(String.raw`${SELF} changed the topic to: ?(?<text>[^]*)$`, 'u'),
    read: topic,
    proves: true,
  },
  {
    example: '<RRSAgent> logging to https://www.w3.org/2012/01/05-xpmem-irc',
    pattern: /^(?<text><RRSAgent> logging to \S+)$/u,
    read: note('open'),
    proves: true,
  },
  { example: '<alice> hello bob', pattern: /^<(?<nick>[^>\s]+)>(?: (?<text>[^]*))?$/u, read: message },
];

function dateOf(lines: readonly RawLine[]): CalendarDate | undefined {
  for (const { text } of lines) {
    const [, year, month, day] = /logging to https?:\/\/\S*?\/(\d{4})\/(\d\d)\/(\d\d)-/u.exec(text) ?? [];
    if (year) return calendarDate(Number(year), Number(month), Number(day));
  }
  return undefined;
}

/** Two blanks and no stamp: the line goes on with the one before. */
const CONTINUED = [
  {
    example: '  and what came of it',
    pattern: /^ {2}(?<text>\S[^]*)$/u,
    read: (match: RegExpExecArray): readonly ParsedLine[] => [{ is: 'more', text: match[1] ?? '' }],
  },
];

/** `05-xpmem-irc.txt` in `2012/01/`. */
function facts(path: string, lines: readonly RawLine[]): FileFacts {
  const [, year, month, day, name] = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)-([^/]+?)-irc(?:\.txt)?$/u.exec(path) ?? [];
  const joined = lines.map(({ text }) => / has joined ([#&+!]\S+)$/u.exec(text)?.[1]).find((found) => found);
  const channel = joined ?? (name ? `#${name}` : undefined);
  const date = dateOf(lines) ?? (year ? calendarDate(Number(year), Number(month), Number(day)) : undefined);
  return { ...(channel ? { channel } : {}), ...(date && { date }) };
}

export default lineLog({
  name: 'rrsagent',
  title: 'W3C RRSAgent log',
  local: false,
  utc: true,
  stamps: ['HH:mm:ss'],
  stamp: '09:01:02 ',
  rules: RULES,
  controls: CONTINUED,
  facts: ({ path, lines }) => facts(path, lines),
  path: /-irc(?:\.txt)?$/u,
});
