// What the archive tells of itself beside its days: its channels, their days in short, their people.
//
//   the archive → a card for each channel, which all pages may ask for
//   a channel   → its days in short, its people, what it cites: only its own pages ask for them
import type { DayChannel } from '../day.ts';
import type { NickProof } from '../people.ts';
import type { Quote, Reference, Topic } from '../references.ts';

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
  readonly first?: number | undefined;
  readonly last?: number | undefined;
  /** Addresses of those two lines on the day's page. */
  readonly firstId?: string | undefined;
  readonly lastId?: string | undefined;
  /** Other days whose pages this day's lines were addressed on, ascending. */
  readonly away?: readonly string[];
  /** Who spoke: person's name and lines, most first, then by name. */
  readonly speakers: readonly (readonly [name: string, lines: number])[];
  /** How many people were present at any time of the day. */
  readonly present: number;
  /** Lines said in each half-hour of the archive's clock, 48 numbers, repeated hours added up. */
  readonly strip: readonly number[];
  /** What the day was about: bug numbers, then terms, at most five. */
  readonly about: readonly Topic[];
  /** A line said, where nothing better tells what the day was about. */
  readonly quote?: Quote | undefined;
}

/** Something that a channel cites: how often, and where last. */
export interface CitationSummary {
  readonly kind: Reference['kind'];
  readonly name: string;
  readonly href?: string;
  readonly lines: number;
  /** The latest line that cites it: epoch seconds, its day, and who said it. */
  readonly last: { readonly at: number; readonly date: string; readonly by: string };
}

/** A person of a channel. */
export interface PersonSummary {
  readonly name: string;
  readonly nicks: readonly string[];
  /** Why a nick is the person's; none for the nick that is just the name. Hosts prove, and are never told. */
  readonly evidence?: readonly NickProof[];
  /** 1–8, by order of first appearance in the channel, 0 for a bot, unless settings pin it. */
  readonly hue: number;
  readonly bot?: true;
  readonly lines: number;
  /** First and last day (`YYYY-MM-DD`) on which the person was present or spoke. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** What one person's client gave to a channel. */
export interface LoggerCoverage {
  /** Names of the formats of its logs, ascending. */
  readonly formats: readonly string[];
  /** Epoch seconds of its first and last line, corrected. */
  readonly from: number;
  readonly to: number;
  /** It tells minutes only. */
  readonly precision?: 60;
  /** Entries that it has, and those that only it has. */
  readonly entries: number;
  readonly alone: number;
  /** The least and most whole seconds that its clock was ahead of the reference; absent where it never was. */
  readonly ahead?: readonly [least: number, most: number];
  /** Share of the channel's time, 0 … 1, in which it was there to see, and how often in it it was not. */
  readonly watched: number;
  readonly gaps: number;
}

/** How much of the time between its first and last line a channel was watched, and by whose clients. */
export interface Coverage {
  /** Epoch seconds of the first and last line of all loggers. */
  readonly from: number;
  readonly to: number;
  readonly watched: number;
  readonly gaps: number;
  /** The reference first. */
  readonly loggers: readonly LoggerCoverage[];
}

export interface ChannelIndex {
  readonly channel: DayChannel;
  /** Slugs that its addresses had before; absent where there were none. */
  readonly formerSlugs?: readonly string[];
  /** The owner left presence out: nothing tells who was there beside those who spoke. */
  readonly presence?: 'none';
  /** Absent where presence is left out. */
  readonly coverage?: Coverage;
  readonly topic?: string;
  /** Ascending; one at least. */
  readonly days: readonly DaySummary[];
  /** By first appearance. */
  readonly people: readonly PersonSummary[];
  /** By kind (bugs, links, paths, commits), within a kind the latest cited first. */
  readonly citations: readonly CitationSummary[];
}

/** A day on which somebody spoke, as pages beside its channel's own tell of it. */
export interface RecentDay extends Pick<DaySummary, 'date' | 'lines' | 'last' | 'lastId'> {
  /** Names of those who spoke, most lines first. */
  readonly speakers: readonly string[];
}

/** What pages beside a channel's own ask of it. */
export interface ChannelCard extends Pick<ChannelIndex, 'channel' | 'formerSlugs' | 'topic'> {
  /** Its days, ascending. */
  readonly dates: readonly string[];
  /** Lines said, and days on which somebody spoke. */
  readonly lines: number;
  readonly spoken: number;
  /** The latest of those days, ascending. */
  readonly latest: readonly RecentDay[];
  /** The latest days with a conversation of a readable length, ascending. */
  readonly talks: readonly string[];
  /** Those of most lines, most first. */
  readonly busiest: readonly Pick<DaySummary, 'date' | 'lines'>[];
  /** How many people it has, how many of them spoke, and those who said most, most first. */
  readonly people: number;
  readonly speakers: number;
  readonly talkative: readonly Pick<PersonSummary, 'name' | 'hue'>[];
  /** The nicks of its bots. */
  readonly bots: readonly string[];
  /** Names of the bugs that it cites, the latest cited first, and the first of them in full. */
  readonly bugs: readonly string[];
  readonly latestBugs: readonly CitationSummary[];
}

/** What the site needs to know of the whole archive before it reads a channel. */
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
  /** Whom readers ask to take a line out: `mailto:…` or `https://…`. */
  readonly contact?: string;
  /** By slug. */
  readonly channels: readonly ChannelCard[];
  /** Rules that make references of words: see settings, `trackers`. */
  readonly trackers: readonly { readonly name: string; readonly match: string; readonly url: string }[];
}
