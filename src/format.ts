// What a log format is, and how a file's format is recognised.
import type { Event } from './events.ts';
import { byRanges } from './shared/letters.ts';
import { once } from './shared/once.ts';

/** A line of a file, decoded, without its line end. */
export interface RawLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

export interface CalendarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** What a clock on the wall showed, as far as the line tells; what is missing follows from the lines and names around it. */
export interface WallClock {
  readonly year?: number;
  /** 1–12 */
  readonly month?: number;
  /** 1–31 */
  readonly day?: number;
  /** 0–23 */
  readonly hour: number;
  readonly minute: number;
  /** With its fraction where the log has one; absent where the log tells minutes only. */
  readonly second?: number;
  /** Seconds east of UTC, where the line tells them. */
  readonly offset?: number;
  /** What the clock's zone was called then, where the line tells: `CEST`. */
  readonly zone?: string;
}

/** When a line was written: an instant (epoch seconds), or a wall clock in the log's zone. */
export type Stamp = { readonly epoch: number } | { readonly clock: WallClock };

/** What a format makes of a line. */
export type ParsedLine =
  /** Something happened. Without a stamp, that of the line before is assumed. */
  | { readonly is: 'event'; readonly event: Event; readonly stamp?: Stamp }
  /** The line goes on with the text of the event before it; `whole` is that event as both lines together tell it. */
  | { readonly is: 'more'; readonly text: string; readonly whole?: Event }
  /**
   * A line of the format itself (a date mark, a header), which tells the date of the lines after it, or nothing; where it tells the
   * time of day, too, none of them is before that.
   */
  | { readonly is: 'control'; readonly date?: CalendarDate; readonly clock?: WallClock; readonly year?: number }
  | { readonly is: 'blank' };

/** Reads the lines of one file in their order. Never throws; what no rule knows is an `unparsed` event. */
export interface LineParser {
  (line: RawLine): readonly ParsedLine[];
  /** After the file's last line, what should have followed it, as a fragment of a sentence; undefined where it is whole. */
  readonly missing?: () => string | undefined;
}

/** What is known of a file beside its lines, and what was settled for it once. Plain data: it is kept between builds. */
export interface FileFacts {
  /** The client's time format in luxon tokens, where it is not one the format recognises. */
  readonly stamp?: string;
  /** Further time formats, likewise, where its user set another as the log went on. */
  readonly stamps?: readonly string[];
  /** Which of the format's tables apply (theme, locale, stamp form), in the format's own words. */
  readonly variant?: string;
  /** The nick of the person whose client wrote the log. */
  readonly owner?: string;
  /** The owner's nick is the one that most of his lines have; he may have had another at any of them. */
  readonly elected?: true;
  readonly channel?: string;
  readonly network?: string;
  /** The date of the first line, where only the file's name tells it. */
  readonly date?: CalendarDate;
  /** All lines are of that date: the client names the file anew for each by the clock that it stamps it with. */
  readonly oneDay?: true;
  /** Seconds that the client's clock was east of UTC on that date, where the file's name tells it. */
  readonly east?: number;
  /** The year of the first line, where the file's name tells it and no date: `2013/10.log`. */
  readonly year?: number;
  /** What its lines are mended of before they are read, in this order: mend.ts. */
  readonly mended?: readonly string[];
  /** Blanks were put at the ends of its lines, so that one more there tells nothing. */
  readonly blanks?: true;
  /** Format strings of the owner's own `pevents.conf`, by event name. */
  readonly events?: { readonly [name: string]: string };
}

/** What recognition sees of a file. */
export interface Sample {
  /** Path relative to the archive folder, with `/`. */
  readonly path: string;
  /** The first lines, at most 2,000, and at most 1 MiB of text. */
  readonly lines: readonly RawLine[];
  /** What settings say of the file already. */
  readonly given: FileFacts;
}

/** A format's claim on a file. */
export interface Candidate {
  /** Name of the format. */
  readonly format: string;
  /** 0 … 1: the share of the sampled lines (blank ones aside) that the format's rules read as what they are. */
  readonly score: number;
  /** Why, for the person, as a sentence fragment: `1,204 of 1,210 lines, stamps [HH:mm:ss]`. */
  readonly reason: string;
  /** What the claim includes: stamp form, channel, network, owner, date. */
  readonly facts: FileFacts;
}

/** Looks at the lines of a file, in order, until it has seen enough to settle what a line cannot tell alone. */
export interface Survey {
  /** False when no further line can change what is settled. */
  readonly see: (line: RawLine) => boolean;
  readonly facts: () => FileFacts;
}

export interface LogFormat {
  /** As in settings: `xchat-scrollback`. */
  readonly name: string;
  /** For people: `XChat and HexChat scrollback`. */
  readonly title: string;
  /** True where the lines tell local time, so that the log's zone matters. */
  readonly local: boolean;
  /**
   * True where the client tells the date when it begins to log, and writes nothing when a day is over; `named` where it tells that in
   * the file's name, which so is of the first day alone.
   */
  readonly unmarkedDays?: true | 'named';
  /** True where the file is one document, so that a line says nothing without all those before it. */
  readonly document?: true;
  /** One line of each kind it knows, for `daybook formats` and the docs. */
  readonly examples: readonly string[];
  readonly recognise: (sample: Sample) => readonly Candidate[];
  /**
   * Where further lines than those that tell the format must settle something (theme, owner). It is shown the first four million
   * characters at most.
   */
  readonly survey?: (facts: FileFacts) => Survey;
  readonly open: (facts: FileFacts) => LineParser;
}

/** The log formats that there are. Each is loaded when it is asked for: with their tables they are much of the program. */
export interface Formats {
  /** The format of a name; undefined where none has it. */
  readonly named: (name: string) => Promise<LogFormat | undefined>;
  readonly all: () => Promise<readonly LogFormat[]>;
}

/** Named groups of a rule's pattern. */
export type Captures = Readonly<Record<string, string | undefined>>;

/** What a table asks of an expression. */
export type Pattern = Pick<RegExp, 'exec' | 'test'>;

/**
 * The expression of a source, with the flag `u`, made when a text is first held against it: to make each of a table's takes
 * longer than many a build that has nothing to read by them. Letters, marks and numbers are told by few ranges.
 */
export function patternOf(source: string): Pattern {
  const made = once(() => new RegExp(byRanges(source), 'u'));
  return { exec: (text) => made().exec(text), test: (text) => made().test(text) };
}

/** One row of a format's table. */
export interface LineRule {
  /** What follows the stamp in a line that this rule, and no earlier one, reads. */
  readonly example: string;
  readonly pattern: Pattern;
  readonly read: (captured: Captures) => readonly Event[];
}

/** In characters; more than any client writes of what happened. */
export const LONGEST_SENTENCE = 8_192;

/** The events of the first rule that matches, or undefined. */
export function readByRules(rules: readonly LineRule[], text: string): readonly Event[] | undefined {
  if (text.length > LONGEST_SENTENCE) return saidAtLength(text, (head) => readByRules(rules, head));
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (match) return rule.read(match.groups ?? {});
  }
  return undefined;
}

/**
 * What somebody said in a line longer than any sentence, by its head: what a rule costs may grow with the square of a length.
 * Undefined where the head is nothing that is said.
 */
export function saidAtLength(
  text: string,
  read: (head: string) => readonly Event[] | undefined,
): readonly Event[] | undefined {
  const head = text.slice(0, LONGEST_SENTENCE);
  const [event, ...others] = read(head) ?? [];
  if (!event || others.length > 0 || !('text' in event) || !head.endsWith(event.text)) return undefined;
  return [{ ...event, text: event.text + text.slice(LONGEST_SENTENCE) }];
}
