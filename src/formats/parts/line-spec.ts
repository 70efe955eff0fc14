// What a format of stamped sentences says of itself: types alone.
import type { Event } from '../../events.ts';
import type { FileFacts, LineRule, ParsedLine, Pattern, Sample, Survey } from '../../format.ts';
import type { StampForm } from './stamps.ts';

/** A rule that says whether a line it reads shows the format: no other one writes it so. */
export interface SureRule extends LineRule {
  /** A pattern where only some of the lines that the rule reads show it. */
  readonly proves?: true | RegExp;
}

/** A line of the format itself: date marks, headers. */
export interface ControlRule {
  readonly example: string;
  readonly pattern: Pattern;
  readonly read: (match: RegExpExecArray) => readonly ParsedLine[];
  readonly proves?: true;
}

/** What may be remembered from line to line of one file. */
export interface Reader {
  /** Takes off what comes before the stamp. */
  readonly strip?: (line: string) => string;
  readonly read?: (text: string) => readonly Event[] | undefined;
  /** A last word on what a line gives: repeats, continuations. */
  readonly finish?: (parsed: readonly ParsedLine[], text: string) => readonly ParsedLine[];
}

export interface LineLog {
  readonly name: string;
  readonly title: string;
  readonly local: boolean;
  /** True where a clock without a zone is UTC's. */
  readonly utc?: true;
  /** As in `LogFormat`. */
  readonly unmarkedDays?: true | 'named';
  /** Stamp forms in luxon tokens, the usual first. */
  readonly stamps: readonly string[];
  /**
   * True where users set the form of stamps, and no text that goes on with a line begins like a stamp and a sentence: any clock before
   * a sentence is a stamp then.
   */
  readonly clocksAreSet?: true;
  /** For the examples: a stamp as it begins a line, with the blank after it. */
  readonly stamp: string;
  /** With what every stamp of this client ends, as at the end of each of its forms. */
  readonly stampEnd?: string;
  /** What lies between the stamp and the sentence. */
  readonly gap?: RegExp;
  /** True where a stamp without that gap behind it is none of this format. */
  readonly gapNeeded?: true;
  /** True where what somebody does begins as the client's sentences do: then a blank more at the end of one may tell it from them. */
  readonly actsAlike?: true;
  readonly rules: readonly SureRule[];
  /** How many lines must prove the format, where somebody's words could imitate one that does; default: one. */
  readonly proofs?: number;
  /** Lines without a stamp. Tried first, on the whole line. */
  readonly controls?: readonly ControlRule[];
  readonly reader?: (facts: FileFacts) => Reader;
  /** What path and lines tell, whose stamps have that form; default: `factsOfPath`. */
  readonly facts?: (sample: Sample, form?: StampForm) => FileFacts;
  /** A path as this client names its files. */
  readonly path?: RegExp;
  /** True where the client can write no stamps at all, or whether a file has none. */
  readonly stampless?: true | ((facts: FileFacts) => boolean);
  /** How a line begins that only this client writes. */
  readonly telltale?: RegExp;
  /** Whether any line may be somebody's, as such facts have it: that all are read shows little then. */
  readonly loose?: (facts: FileFacts) => boolean;
  readonly survey?: (facts: FileFacts) => Survey;
  /** What a sample that shows this client settles of a theme of the owner's own, whose lines are its, too, behind such stamps. */
  readonly learn?: (sample: Sample, stamps: Pick<FileFacts, 'stamp' | 'stamps'>) => FileFacts | undefined;
}
