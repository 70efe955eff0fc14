// The archive between its two halves: what the data side writes and the site reads. Nobody else knows a path.
import type { DayChannel } from './day.ts';
import type { Quote, Reference, Topic } from './references.ts';

export type { Quote, Reference, Topic } from './references.ts';

/** A day of a channel, as lists and calendars need it; the whole is in its day file. */
export interface DaySummary {
  readonly date: string;
  /** Epoch seconds, half-open. */
  readonly start: number;
  readonly end: number;
  /** Messages, actions and notices. */
  readonly lines: number;
  /** All entries of the day file. */
  readonly entries: number;
  /** Epoch seconds of the first and last line said; absent on a silent day. */
  readonly first?: number;
  readonly last?: number;
  /** Addresses of those two lines on the day's page. */
  readonly firstId?: string;
  readonly lastId?: string;
  /** Who spoke: person's name and lines, most first, then by name. */
  readonly speakers: readonly (readonly [name: string, lines: number])[];
  /** How many people were present at any time of the day. */
  readonly present: number;
  /** Lines said in each half-hour of the archive's clock, 48 numbers, repeated hours added up. */
  readonly strip: readonly number[];
  /** What the day was about: bug numbers, then terms, at most five. */
  readonly about: readonly Topic[];
  /** A line said, where nothing better tells what the day was about. */
  readonly quote?: Quote;
  /** What was cited. */
  readonly references: readonly Reference[];
}

/** A person of a channel. */
export interface PersonSummary {
  readonly name: string;
  readonly nicks: readonly string[];
  /** 1–8, by order of first appearance in the channel, unless settings pin it. */
  readonly hue: number;
  readonly bot?: true;
  readonly lines: number;
  /** First and last day (`YYYY-MM-DD`) on which the person was present or spoke. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface ChannelIndex {
  readonly channel: DayChannel;
  readonly topic?: string;
  /** Ascending. */
  readonly days: readonly DaySummary[];
  /** By first appearance. */
  readonly people: readonly PersonSummary[];
}

/** All that the site needs to know before it reads a day. */
export interface ArchiveIndex {
  readonly version: 1;
  readonly title: string;
  /** Where the site will be served, with its final `/`; absent where settings do not say. */
  readonly url?: string;
  /** Path prefix of all addresses, begins and ends with `/`. */
  readonly base: string;
  readonly language: string;
  readonly zone: string;
  /** True: search engines may index the site. */
  readonly indexed?: boolean;
  /** By slug. */
  readonly channels: readonly ChannelIndex[];
  /** Rules that make references of words: see settings, `trackers`. */
  readonly trackers: readonly { readonly name: string; readonly match: string; readonly url: string }[];
}
