// The archive between its two halves: what the data side writes and the site reads. Nobody else knows a path.
//
//   <store>/index.json                      the archive and the slugs of its channels
//   <store>/heads/<slug>.json               a channel, without its days
//   <store>/months/<slug>/<month>.json      a month's days in short, and what they cite
//   <store>/references/<slug>/<month>.json  every line of a month that cites something, by its day
//   <store>/days/<slug>/<date>.json         a day file, as published; while a build gathers it, <date>.json.begun
//   <store>/channels/<slug>/…               further files of a channel, as published
//   <store>/lives/<slug>/<month>.…          what a month tells of each person: laid down by the site for itself
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { DayFile } from './day.ts';
import type { Reference } from './references.ts';
import type { ArchiveIndex, ChannelIndex, CitationSummary, DaySummary } from './store/archive-index.ts';
import { parsedAt } from './store/recall.ts';
import { Torn } from './store/torn.ts';

export type { NickEvidence } from './people.ts';
export type { Quote, Reference, Topic } from './references.ts';
export type * from './store/archive-index.ts';
export { recallParsed } from './store/recall.ts';
export { Torn } from './store/torn.ts';

/** A month of a channel in short. */
export interface MonthSummary {
  /** Ascending. */
  readonly days: readonly DaySummary[];
  readonly citations: readonly CitationSummary[];
}

/** What lines cite, by their day. */
export type MonthReferences = Readonly<Record<string, readonly Reference[]>>;

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
const dayPath = (folder: string, slug: string, date: string): string => join(folder, 'days', slug, `${date}.json`);
const monthPath = (folder: string, kind: 'months' | 'references', slug: string, month: string): string =>
  join(folder, kind, slug, `${month}.json`);
const livesPath = (folder: string, slug: string, name: string): string => join(folder, 'lives', slug, `${name}.json`);
const channelFolder = (folder: string, slug: string): string => join(folder, 'channels', slug);

/** Reads a file of the store. Throws `Torn` where there is none, or where it is not whole. */
function readJson<T>(path: string): T {
  try {
    return parsedAt(path, readFileSync(path, 'utf8')) as T;
  } catch {
    throw new Torn(path);
  }
}

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
export function openStore(folder: string, index: ArchiveIndex = storedIndex(folder)): Archive {
  // Days are asked for in their order: one month at a time.
  let inHand: { readonly path: string; readonly days: MonthReferences } | undefined;
  return {
    index,
    readDay: (slug, date) => storedDay(folder, slug, date),
    dayFile: (slug, date) => dayPath(folder, slug, date),
    referencesOn(slug, date) {
      const path = monthPath(folder, 'references', slug, date.slice(0, 7));
      if (inHand?.path !== path) inHand = { path, days: readJson<MonthReferences>(path) };
      return inHand.days[date] ?? [];
    },
    channelFiles: (slug) => namesUnder(channelFolder(folder, slug)),
    readChannelFile: (slug, name) => readFileSync(join(channelFolder(folder, slug), name), 'utf8'),
    readLives: (slug, name) => readJson(livesPath(folder, slug, name)),
    writeLives: (slug, name, text) => writeWhole(livesPath(folder, slug, name), text),
  };
}

/** Writes a file whole or not at all, also where the build is killed in between. */
export function writeWhole(path: string, text: string): void {
  writeInto(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** Writes a file whose folder may have to be made. */
function writeInto(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** A day file of the store. Throws where there is none. */
export function storedDay(folder: string, slug: string, date: string): DayFile {
  return readJson<DayFile>(dayPath(folder, slug, date));
}

/** A day file before its people, stays and gaps are known. */
export type BegunDay = Pick<DayFile, 'version' | 'channel' | 'date' | 'zone' | 'start' | 'end' | 'entries'>;

const begunPath = (folder: string, slug: string, date: string): string => `${dayPath(folder, slug, date)}.begun`;

/** What comes before a day's entries. */
export type DayHead = Omit<BegunDay, 'entries'>;

/** The head of the file of a channel's day in a zone. */
export function dayHead(
  channel: DayFile['channel'],
  zone: string,
  { date, start, end }: Pick<DayHead, 'date' | 'start' | 'end'>,
): DayHead {
  return { version: 1, channel, date, zone, start, end };
}

/** Begins a day file with its entries, given as JSON text: most of it, so that it is written once. */
export function beginDay(folder: string, head: DayHead, entries: string): void {
  const path = begunPath(folder, head.channel.slug, head.date);
  writeInto(path, `${JSON.stringify(head).slice(0, -1)},"entries":${entries}`);
}

/** The entries of a day that was begun, or else of the one that is stored. */
export function entriesOf(folder: string, slug: string, date: string): DayFile['entries'] {
  const path = begunPath(folder, slug, date);
  if (!existsSync(path)) return storedDay(folder, slug, date).entries;
  return (JSON.parse(`${readFileSync(path, 'utf8')}}`) as BegunDay).entries;
}

/** Ends a day file: what was begun, or the entries of the day that is stored. */
export function endDay(folder: string, head: DayHead, end: Omit<DayFile, keyof BegunDay>): void {
  const { channel, date } = head;
  const path = begunPath(folder, channel.slug, date);
  if (!existsSync(path)) beginDay(folder, head, JSON.stringify(storedDay(folder, channel.slug, date).entries));
  appendFileSync(path, `,${JSON.stringify(end).slice(1)}\n`);
  renameSync(path, dayPath(folder, channel.slug, date));
}

/** Gives up a day that was begun: the one that is stored is the same. */
export function dropBegun(folder: string, slug: string, date: string): void {
  rmSync(begunPath(folder, slug, date), { force: true });
}

/** Takes a day out of the store; none there is no fault. */
export function dropDay(folder: string, slug: string, date: string): void {
  rmSync(dayPath(folder, slug, date), { force: true });
}

/** A month in short. Throws where there is none. */
export function storedMonth(folder: string, slug: string, month: string): MonthSummary {
  return readJson<MonthSummary>(monthPath(folder, 'months', slug, month));
}

/** Stores a month in short, given as its JSON text, and what its lines cite. */
export function storeMonth(
  folder: string,
  slug: string,
  month: string,
  { short, references }: { readonly short: string; readonly references: string },
): void {
  writeWhole(monthPath(folder, 'months', slug, month), short);
  writeWhole(monthPath(folder, 'references', slug, month), references);
}

/** Takes a month out of the store, but for its days; none there is no fault. */
export function dropMonth(folder: string, slug: string, month: string): void {
  for (const kind of ['months', 'references'] as const) rmSync(monthPath(folder, kind, slug, month), { force: true });
}

/** Takes a whole channel out of the store; none there is no fault. */
export function dropChannel(folder: string, slug: string): void {
  for (const kind of ['days', 'months', 'references', 'lives', 'channels'])
    rmSync(join(folder, kind, slug), { recursive: true, force: true });
  rmSync(headPath(folder, slug), { force: true });
}

/** Stores the index but for its channels, which are stored one by one. */
export function storeIndex(folder: string, index: ArchiveIndex): void {
  const channels = index.channels.map(({ channel }) => channel.slug);
  writeWhole(indexPath(folder), JSON.stringify({ ...index, channels }));
}

/** Stores a channel's index but for its days, which are stored by month. */
export function storeChannel(folder: string, index: ChannelIndex): void {
  const months = [...new Set(index.days.map(({ date }) => date.slice(0, 7)))];
  writeWhole(headPath(folder, index.channel.slug), JSON.stringify({ ...index, days: months }));
}

/** A channel's index. Throws `Torn` where there is none. */
export function storedChannel(folder: string, slug: string): ChannelIndex {
  type Head = Omit<ChannelIndex, 'days'> & { readonly days: readonly string[] };
  const head = readJson<Head>(headPath(folder, slug));
  return { ...head, days: head.days.flatMap((month) => storedMonth(folder, slug, month).days) };
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
