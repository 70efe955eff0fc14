// The archive between its two halves: what the data side writes and the site reads. Nobody else knows a path.
//
//   <store>/index.json               the archive, its channels and days
//   <store>/days/<slug>/<date>.json  a day file, as published
//   <store>/channels/<slug>/…        further files of a channel, as published
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DayChannel, DayFile } from './day.ts';
import type { NickEvidence } from './people.ts';
import type { Quote, Reference, Topic } from './references.ts';

export type { NickEvidence } from './people.ts';
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
  readonly quote?: Quote;
  /** What was cited. */
  readonly references: readonly Reference[];
}

/** A person of a channel. */
export interface PersonSummary {
  readonly name: string;
  readonly nicks: readonly string[];
  /** Why a nick is the person's; none for the nick that is just the name. Hosts prove, and are never told. */
  readonly evidence?: readonly NickEvidence[];
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
  /** Whom readers ask to take a line out: `mailto:…` or `https://…`. */
  readonly contact?: string;
  /** By slug. */
  readonly channels: readonly ChannelIndex[];
  /** Rules that make references of words: see settings, `trackers`. */
  readonly trackers: readonly { readonly name: string; readonly match: string; readonly url: string }[];
}

/** The archive as the site reads it. */
export interface Archive {
  readonly index: ArchiveIndex;
  readonly readDay: (slug: string, date: string) => DayFile;
  /** The day file's bytes, as they are published. */
  readonly readDayBytes: (slug: string, date: string) => Uint8Array;
  /** Further files of a channel, as published, by their names in its folder, ascending: `presence.json`. */
  readonly channelFiles: (slug: string) => readonly string[];
  readonly readChannelFile: (slug: string, name: string) => string;
}

const indexPath = (folder: string): string => join(folder, 'index.json');
const dayPath = (folder: string, slug: string, date: string): string => join(folder, 'days', slug, `${date}.json`);

const channelFolder = (folder: string, slug: string): string => join(folder, 'channels', slug);

function namesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The archive that a build has stored in a folder, with its index where it is at hand. Throws where there is none. */
export function openStore(folder: string, index?: ArchiveIndex): Archive {
  const readDayBytes = (slug: string, date: string): Buffer => readFileSync(dayPath(folder, slug, date));
  return {
    index: index ?? (JSON.parse(readFileSync(indexPath(folder), 'utf8')) as ArchiveIndex),
    readDay: (slug, date) => JSON.parse(readDayBytes(slug, date).toString('utf8')) as DayFile,
    readDayBytes,
    channelFiles: (slug) => namesUnder(channelFolder(folder, slug)),
    readChannelFile: (slug, name) => readFileSync(join(channelFolder(folder, slug), name), 'utf8'),
  };
}

/** Writes a file whole or not at all, also where the machine stops in between. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}

/** A day file of the store. Throws where there is none. */
export function storedDay(folder: string, slug: string, date: string): DayFile {
  return JSON.parse(readFileSync(dayPath(folder, slug, date), 'utf8')) as DayFile;
}

/** Stores a day file, given as its JSON text. */
export function storeDay(folder: string, slug: string, date: string, text: string): void {
  writeWhole(dayPath(folder, slug, date), text);
}

/** Takes a day out of the store; none there is no fault. */
export function dropDay(folder: string, slug: string, date: string): void {
  rmSync(dayPath(folder, slug, date), { force: true });
}

export function storeIndex(folder: string, index: ArchiveIndex): void {
  writeWhole(indexPath(folder), JSON.stringify(index));
}

/** Stores further files of a channel by their names; those that it had go, but for these and `kept`. */
export function storeChannelFiles(
  folder: string,
  slug: string,
  files: ReadonlyMap<string, string>,
  kept: ReadonlySet<string> = new Set(),
): void {
  const place = channelFolder(folder, slug);
  for (const name of namesUnder(place)) if (!files.has(name) && !kept.has(name)) rmSync(join(place, name));
  for (const [name, text] of files) writeWhole(join(place, name), text);
}
