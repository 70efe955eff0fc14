// The archive between its two halves: what the data side writes and the site reads. Nobody else knows a path.
//
//   <store>/index.json                      the archive and the slugs of its channels
//   <store>/heads/<slug>.json               a channel, without its days and what it cites
//   <store>/months/<slug>/<month>.json      a month's days in short
//   <store>/citations/<slug>/<month>.json   what a month cites, each thing once; beside the folder, <slug>.json: the channel
//   <store>/references/<slug>/<month>.json  every line of a month that cites something, by its day
//   <store>/days/<slug>/<date>.json         a day file, as published; while a build gathers it, <date>.json.begun
//   <store>/channels/<slug>/…               further files of a channel, as published
//   <store>/lives/<slug>/<month>.…          what a month tells of each person: laid down by the site for itself
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DayFile } from './day.ts';
import type { Reference } from './references.ts';
import type { ArchiveIndex, ChannelIndex } from './store/archive-index.ts';
import { dayPath, storedDay } from './store/days.ts';
import { namesUnder, readJson, writeWhole } from './store/files.ts';
import { dropMonths, referencesOfMonth, storedCitations, storedMonth, type MonthReferences } from './store/months.ts';

export type { NickEvidence } from './people.ts';
export type { Quote, Reference, Topic } from './references.ts';
export type * from './store/archive-index.ts';
export * from './store/days.ts';
export { writeWhole } from './store/files.ts';
export * from './store/months.ts';
export { recallParsed } from './store/recall.ts';
export { Torn } from './store/torn.ts';

/** The archive as the site reads it. */
export interface Archive {
  readonly index: ArchiveIndex;
  readonly readDay: (slug: string, date: string) => DayFile;
  /** The day file as it is published. It is never written to again: another day file takes its place. */
  readonly dayFile: (slug: string, date: string) => string;
  /** Every line of a day that cites something, in their order. */
  readonly referencesOn: (slug: string, date: string) => readonly Reference[];
  /** Further files of a channel, as published, by their names in its folder, ascending: `presence.json`. */
  readonly channelFiles: (slug: string) => readonly string[];
  readonly readChannelFile: (slug: string, name: string) => string;
  /** What the site laid down of a channel under a name, given as its JSON text. */
  readonly readLives: <T>(slug: string, name: string) => T;
  readonly writeLives: (slug: string, name: string, text: string) => void;
}

const indexPath = (folder: string): string => join(folder, 'index.json');
const headPath = (folder: string, slug: string): string => join(folder, 'heads', `${slug}.json`);
const livesPath = (folder: string, slug: string, name: string): string => join(folder, 'lives', slug, `${name}.json`);
const channelFolder = (folder: string, slug: string): string => join(folder, 'channels', slug);

/** The archive that a build has stored in a folder, with its index where it is at hand. Throws where there is none. */
export function openStore(folder: string, index: ArchiveIndex = storedIndex(folder)): Archive {
  // Days are asked for in their order: one month at a time.
  let inHand: { readonly slug: string; readonly month: string; readonly days: MonthReferences } | undefined;
  return {
    index,
    readDay: (slug, date) => storedDay(folder, slug, date),
    dayFile: (slug, date) => dayPath(folder, slug, date),
    referencesOn(slug, date) {
      const month = date.slice(0, 7);
      if (inHand?.slug !== slug || inHand.month !== month)
        inHand = { slug, month, days: referencesOfMonth(folder, slug, month) };
      return inHand.days[date] ?? [];
    },
    channelFiles: (slug) => namesUnder(channelFolder(folder, slug)),
    readChannelFile: (slug, name) => readFileSync(join(channelFolder(folder, slug), name), 'utf8'),
    readLives: (slug, name) => readJson(livesPath(folder, slug, name)),
    writeLives: (slug, name, text) => writeWhole(livesPath(folder, slug, name), text),
  };
}

/** Takes a whole channel out of the store; none there is no fault. */
export function dropChannel(folder: string, slug: string): void {
  for (const kind of ['days', 'lives', 'channels']) rmSync(join(folder, kind, slug), { recursive: true, force: true });
  dropMonths(folder, slug);
  rmSync(headPath(folder, slug), { force: true });
}

/** Stores the index but for its channels, which are stored one by one. */
export function storeIndex(folder: string, index: ArchiveIndex): void {
  const channels = index.channels.map(({ channel }) => channel.slug);
  writeWhole(indexPath(folder), JSON.stringify({ ...index, channels }));
}

/** Stores a channel's index but for its days, which are stored by month, and what it cites. */
export function storeChannel(folder: string, index: ChannelIndex): void {
  const months = [...new Set(index.days.map(({ date }) => date.slice(0, 7)))];
  const head = { ...index, days: undefined, citations: undefined, months };
  writeWhole(headPath(folder, index.channel.slug), JSON.stringify(head));
}

/** A channel's index. Throws `Torn` where there is none. */
export function storedChannel(folder: string, slug: string): ChannelIndex {
  type Head = Omit<ChannelIndex, 'days' | 'citations'> & { readonly months: readonly string[] };
  const { months, ...head } = readJson<Head>(headPath(folder, slug));
  return {
    ...head,
    days: months.flatMap((month) => storedMonth(folder, slug, month)),
    citations: storedCitations(folder, slug),
  };
}

function storedIndex(folder: string): ArchiveIndex {
  const index = readJson<Omit<ArchiveIndex, 'channels'> & { readonly channels: readonly string[] }>(indexPath(folder));
  return { ...index, channels: index.channels.map((slug) => storedChannel(folder, slug)) };
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
