// Pidgin's and other libpurple clients' logs of IRC rooms, in plain text or HTML.
//
//   Conversation with #xpmem at Thu 05 Jan 2012 09:00:00 AM CET on alice@irc.example.net (irc)
//   (09:01:02 AM) alice: hello bob
//   (09:02:00 AM) ***bob waves
//   (09:03:00 AM) carol [~c@host.example] entered the room.
//   (09:03:10 AM) carol left the room (quit: Leaving).
//   <font color="#16569E"><font size="2">(09:04:00)</font> <b>alice:</b></font> hi<br/>
//
// The file's name tells the date and how far from UTC the clock was
// (`logs/irc/alice@irc.example.net/#xpmem.chat/2012-01-05.090000+0100CET.html`), else the header tells the date, as far as its order
// of day and month is sure. A line without a stamp goes on with the one before. Kicks are parts with a reason that libpurple words.
// Its sentences in other languages are in pidgin/translations.ts.
// Source: libpurple 2.14, log.c, conversation.c, protocols/irc/msgs.c; logs of 2011.
import { readByRules, type CalendarDate, type FileFacts, type ParsedLine, type Sample } from '../format.ts';
import { lineLog } from './parts/line-log.ts';
import type { ControlRule, Reader, SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, note, notice, own, part, quit, topic } from './parts/told.ts';
import { factsOfPath } from './parts/paths.ts';
import { at, CONTROL } from './parts/stamped.ts';
import { spelledDate, type SpelledDate } from './parts/spelled-date.ts';
import { readForeign } from './pidgin/languages.ts';
import { calendarDate } from '../shared/calendar-date.ts';

/** Behind a colon is what somebody says. */
const WHO = String.raw`(?<nick>[^\s:]+)`;
const NICK = `(?!#)${WHO}`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

export const RULES: readonly SureRule[] = [
  {
    example: '***bob waves',
    pattern: line(String.raw`\*\*\*(?<nick>\S+)(?: (?<text>.*))?`),
    read: action,
    proves: true,
  },
  { example: 'alice: (notice) hello all', pattern: line(String.raw`${NICK}: \(notice\) (?<text>.*)`), read: notice },
  {
    example: 'carol [~c@host.example] entered the room.',
    pattern: line(String.raw`${WHO}(?: \[(?<host>[^\s]*)\])? entered the room\.`),
    read: join,
    proves: true,
  },
  {
    example: 'bob left the room (Kicked by alice (enough)).',
    pattern: line(String.raw`(?<target>[^\s:]+) left the room \(Kicked by (?<nick>\S+)(?: \((?<reason>.*)\))?\)\.`),
    read: kick,
    proves: true,
  },
  {
    example: 'carol left the room (quit: Leaving).',
    pattern: line(String.raw`${WHO} left the room \(quit:? ?(?<reason>.*)\)\.`),
    read: quit,
    proves: true,
  },
  {
    example: 'carol left the room (bye).',
    pattern: line(String.raw`${WHO} left the room(?: \((?<reason>.*)\))?\.`),
    read: part,
    proves: true,
  },
  {
    example: 'mode (+ov bob carol) by alice',
    pattern: line(String.raw`mode \((?<modes>[+-].*)\) by (?<nick>\S+)`),
    read: mode,
    proves: true,
  },
  {
    example: 'You are now known as alice_',
    pattern: line(String.raw`You are now known as (?<to>\S+)`),
    read: own(nickChange),
  },
  {
    example: 'bob is now known as bert',
    pattern: line(String.raw`${WHO} is now known as (?<to>\S+)`),
    read: nickChange,
  },
  {
    example: 'You have been kicked by alice: (enough)',
    pattern: line(String.raw`You have been kicked by (?<nick>\S+): \((?<reason>.*)\)`),
    read: own(kick),
    proves: true,
  },
  {
    example: 'You have parted the channel: bye',
    pattern: line('You have parted the channel(?:: (?<reason>.*))?'),
    read: own(part),
    proves: true,
  },
  {
    example: 'alice has changed the topic to: release day',
    pattern: line(String.raw`${WHO} has changed the topic to: (?<text>.*)`),
    read: topic,
  },
  { example: 'alice has cleared the topic.', pattern: line(String.raw`${WHO} has cleared the topic\.`), read: topic },
  {
    example: 'The topic for #xpmem is: release day',
    pattern: line(String.raw`(?<text>The topic for \S+ is: .*|No topic is set.*)`),
    read: note('info'),
    proves: true,
  },
  {
    example: 'The account has disconnected and you are no longer in this chat.',
    pattern: line('(?<text>The account has disconnected and you are no longer in this chat.*)'),
    read: note('disconnected'),
    proves: true,
  },
  { example: 'alice: hello bob', pattern: line(`${NICK}: ?(?<text>.*)`), read: message },
];

/** The text of a line of HTML: tags gone, breaks kept, the five entities undone. */
function plain(html: string): string {
  if (!/^\s*<(?:html|head|body|h\d|font|b|br|span|p|\/)/iu.test(html)) return html;
  return html
    .replace(/<br ?\/?>\s*$/iu, '')
    .replace(/<br ?\/?>/giu, '\n')
    .replace(/<\/?[a-z][^>]*>/giu, '')
    .replace(/&(?:lt|gt|quot|apos|amp|#39|nbsp);/gu, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
  '&nbsp;': ' ',
};

/** The date that a header tells, and its clock where they are in words. */
function begunAt(text: string): Partial<SpelledDate> {
  const date = numberedDate(text);
  return spelledDate(text) ?? { ...(date && { date }) };
}

/** `5/1/2012` is the first of May where the clock says AM or PM, and untold elsewhere. */
function numberedDate(text: string): CalendarDate | undefined {
  const [, first, second, year] = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u.exec(text) ?? [];
  const [one, two] = [Number(first), Number(second)];
  if (year === undefined) return undefined;
  if (one > 12) return calendarDate(Number(year), two, one);
  return two > 12 || /\b[AP]M\b/iu.test(text) ? calendarDate(Number(year), one, two) : undefined;
}

const HEADER = /^Conversation with (\S+) at (.*) on (\S+) \(irc\)/u;

const controls: readonly ControlRule[] = [
  {
    example: 'Conversation with #xpmem at Thu 05 Jan 2012 09:00:00 AM CET on alice@irc.example.net (irc)',
    pattern: HEADER,
    read: (match) => [{ is: 'control', ...begunAt(match[2] ?? '') }],
    proves: true,
  },
];

/** A line that no stamp begins belongs to the one before, once there was one. */
function reader(): Reader {
  let begun = false;
  return {
    strip: plain,
    read: (text) => readByRules(RULES, text) ?? readForeign(text),
    finish: (parsed, text): readonly ParsedLine[] => {
      const [only] = parsed;
      if (only?.is !== 'event') return parsed;
      if (text.trim() === '') return CONTROL;
      if (only.stamp) begun = true;
      else if (begun) return [{ is: 'more', text }];
      else return at(undefined, [{ kind: 'log', event: 'info', text }]);
      return parsed;
    },
  };
}

/** Seconds that the client's clock was east of UTC when it began a file, as its name tells: `2012-01-05.090000+0100CET.html`. */
function eastIn(path: string): number | undefined {
  const [, sign, hours, minutes] = /\.\d{6}([+-])([01]\d)([0-5]\d)[^/]*$/u.exec(path) ?? [];
  const east = Number(hours) * 3600 + Number(minutes) * 60;
  return sign === undefined ? undefined : sign === '-' ? -east : east;
}

function facts({ path, lines }: Sample): FileFacts {
  const header = lines.map(({ text }) => HEADER.exec(plain(text))).find((found) => found);
  const [, channel, , account] = header ?? [];
  const [, ownFolder = '', inPath] = /(?:^|\/)(?:([^/]*)\/)?([#&+!][^/]*)\.chat\//u.exec(path) ?? [];
  // where the header is lost, the folder of the account tells the same
  const [, owner, network] = /^(?:(.*)@)?([^@]+)$/u.exec(account ?? (ownFolder.includes('@') ? ownFolder : '')) ?? [];
  const east = eastIn(path);
  const date = factsOfPath(path).date ?? (header && begunAt(header[2] ?? '').date);
  return {
    ...(inPath || channel ? { channel: inPath ?? channel ?? '' } : {}),
    ...(owner ? { owner } : {}),
    ...(network ? { network } : {}),
    ...(date && { date }),
    ...(east !== undefined && { east }),
  };
}

const TIMES = ['h:mm:ss a', 'HH:mm:ss'];

export default lineLog({
  name: 'pidgin',
  title: 'Pidgin and libpurple log of an IRC room',
  local: true,
  unmarkedDays: 'named',
  stamps: [...TIMES, ...TIMES.map((time) => `M/d/yyyy ${time}`), 'yyyy-MM-dd HH:mm:ss'].map((form) => `(${form})`),
  stamp: '(09:01:02 AM) ',
  rules: RULES,
  controls,
  reader,
  facts,
  path: /\.chat\/[^/]*\.(?:txt|html?)$/u,
});
