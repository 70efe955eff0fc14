// A log whose long lines something broke to a width: an editor, a mail program.
//
//   [09:01:02] <alice> roses want water in the morning, and tulips    ->   one message, the break in it
//   want none at all
//
// What was broken off goes on with the line before, and both are read again as one. A break is a blank, or nothing where every
// line was cut at the width.
import type { Event } from '../events.ts';
import type { LineParser, ParsedLine, RawLine } from '../format.ts';
import type { Damage } from './damage.ts';

/** Mails and editors break at 72 to 80, wide ones at 132; nobody's messages end so early or late by chance. */
const NARROWEST = 40;
const WIDEST = 250;

/** A mail's signs of quotation: what it broke off has none. */
const QUOTED = /^(?:> ?)+/u;

/** Classes of a line's first six characters; empty where they can be no stamp. */
function beginning(text: string): string {
  const start = text.replace(QUOTED, '').slice(0, 6);
  return /^[[({]|\d/u.test(start) ? start.replace(/\p{L}/gu, 'a').replace(/\d/gu, '0') : '';
}

/** How at least a tenth of the lines begin. */
function stampsOf(lines: readonly RawLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(beginning(text), (counts.get(beginning(text)) ?? 0) + 1);
  counts.delete('');
  return new Set([...counts].filter(([, count]) => count * 10 >= lines.length).map(([stamp]) => stamp));
}

/** What a client puts between the lines without a stamp: `--- Day changed`, `**** BEGIN LOGGING`, `Session Time: …`, nothing. */
const isMark = (text: string): boolean => /^(?:[-*=#]{3}|Session [A-Z][a-z]+: |\s*$)/.test(text.replace(QUOTED, ''));

/** One word, which is broken nowhere: such a line may be longer than the width. */
const isWord = (text: string): boolean => !/\S\s+\S/u.test(text);

/** True where a line's first word had no room at the end of the line before it. */
const hadNoRoom = (before: string, text: string, width: number): boolean =>
  (before.length <= width || isWord(before)) && before.length + 1 + (/^\s*\S*/u.exec(text)?.[0].length ?? 0) > width;

/** How lines were broken. */
interface Break {
  /** Whether a line may go on with the one before. */
  readonly goesOn: (before: string, text: string) => boolean;
  /** Both halves of a line. */
  readonly joined: (head: string, tail: string) => string;
}

/** A sign at a line's end says that it goes on: what a mail is packed with. */
const SOFT = 'soft';

/** Broken softly, or to a width, where what is broken off may be indented. */
function breakOf(found: string): Break {
  if (found === SOFT)
    return { goesOn: (before) => before.endsWith('='), joined: (head, tail) => head.slice(0, -1) + tail };
  const width = parseInt(found, 10);
  return {
    goesOn: (before, text) => hadNoRoom(before, text, width),
    joined: found.endsWith('cut')
      ? (head, tail) => head + tail
      : (head, tail) => `${head} ${tail.replace(/^(?:\t| {2})\s*/u, '')}`,
  };
}

/** A mail is so wide, the sign that its line goes on among it. */
const MAIL = 76;

/** All that is longer ends in the sign, and nothing that is short. */
function isSoft(lines: readonly RawLine[]): boolean {
  const soft = lines.filter(({ text }) => text.endsWith('='));
  return (
    soft.length >= 3 &&
    soft.every(({ text }) => text.length > MAIL - 8) &&
    lines.every(({ text }) => text.length <= MAIL)
  );
}

/** So many lines may be longer than the width, for a word in them that is. */
const LONGER = 0.02;

/** As it is found, where the lines were broken to that width. */
function brokenTo(width: number, lines: readonly RawLine[], stamps: ReadonlySet<string>): string | undefined {
  if (width < NARROWEST || width > WIDEST) return undefined;
  const tails = lines.flatMap(({ text }, index) => {
    const before = lines[index - 1]?.text;
    return before === undefined || isMark(text) || stamps.has(beginning(text)) ? [] : [{ before, text }];
  });
  const broken = tails.filter(({ before, text }) => hadNoRoom(before, text, width));
  if (tails.length < 3 || broken.length < 0.9 * tails.length) return undefined;
  const cut = broken.every(({ before }) => before.length === width);
  return `${String(width)}${cut ? ' cut' : ''}`;
}

/** Long lines broken to a width, found as the width, and `cut` where words were broken too. */
export const wrapped: Damage = {
  shows: true,
  find(lines) {
    const stamps = stampsOf(lines);
    if (stamps.size === 0) return undefined;
    if (isSoft(lines)) return SOFT;
    const lengths = lines.filter(({ text }) => !isWord(text)).map(({ text }) => text.length);
    const widths = lengths.sort((a, b) => b - a).slice(0, 1 + lines.length * LONGER);
    return [...new Set(widths)].map((width) => brokenTo(width, lines, stamps)).find((found) => found !== undefined);
  },
  mend: () => (text) => text,
  join(found) {
    const { goesOn, joined } = breakOf(found);
    return (lines) => {
      const stamps = stampsOf(lines);
      const whole: RawLine[] = [];
      let before = '';
      for (const { number, text } of lines) {
        const last = whole.at(-1);
        if (last && !isMark(text) && !stamps.has(beginning(text)) && goesOn(before, text))
          whole[whole.length - 1] = { number: last.number, text: joined(last.text, text) };
        else whole.push({ number, text });
        before = text;
      }
      return whole;
    };
  },
};

/** Nothing of the line's own: it has no stamp. */
const isTail = (one: ParsedLine): boolean => one.is === 'more' || (one.is === 'event' && one.stamp === undefined);

/** The one event of a line, where it has one and it is known. */
function eventOf(parsed: readonly ParsedLine[]): Event | undefined {
  const [one] = parsed;
  return parsed.length === 1 && one?.is === 'event' && one.event.kind !== 'unparsed' ? one.event : undefined;
}

/**
 * Reads what has no stamp, and had no room in the line before, as what goes on with it. `again` reads a line that was put
 * together; what it remembers of lines is its own.
 */
export function goingOn(parse: LineParser, again: LineParser, found: string): (line: RawLine) => readonly ParsedLine[] {
  const { goesOn, joined } = breakOf(found);
  let head: RawLine | undefined;
  let events = 0;
  let before = '';
  return (line) => {
    const parsed = parse(line);
    const isMore = goesOn(before, line.text) && parsed.every(isTail);
    before = line.text;
    if (!head || !isMore) {
      head = line;
      events = parsed.length;
      return parsed;
    }
    head = { number: head.number, text: joined(head.text, line.text) };
    const whole = events === 1 ? eventOf(again(head)) : undefined;
    return [{ is: 'more', text: line.text, ...(whole && { whole }) }];
  };
}

/** Gives each line whole when the next has begun, the last when it is told that there is none; `parse` tells what begins one. */
export function wholeLines(parse: LineParser, found: string): (line?: RawLine) => RawLine | undefined {
  const { goesOn, joined } = breakOf(found);
  let head: RawLine | undefined;
  let before = '';
  return (line) => {
    const isMore = line && parse(line).every(isTail) && goesOn(before, line.text);
    const whole = isMore ? undefined : head;
    head = head && isMore ? { number: head.number, text: joined(head.text, line.text) } : line;
    before = line?.text ?? '';
    return whole;
  };
}
