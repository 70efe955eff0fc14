// The archive between its two halves: what the data side writes and the site reads. Nobody else knows a path.
//
//   <store>/index.json                      the archive and the slugs of its channels
//   <store>/cards/<slug>.json               what pages beside its own ask of a channel
//   <store>/heads/<slug>.json               a channel, without its days and what it cites
//   <store>/lines/<slug>.json               how many lines each day has
//   <store>/months/<slug>/<month>.json      a month's days in short
//   <store>/citations/<slug>/<month>.json   what a month cites, each thing once; beside the folder, <slug>.json: the channel
//   <store>/references/<slug>/<month>.json  every line of a month that cites something, by its day
//   <store>/days/<slug>/<date>.json         a day file, as published; while a build gathers it, <date>.json.begun
//   <store>/channels/<slug>/…               further files of a channel, as published
//   <store>/lives/<slug>/<month>.…          what a month tells of each person: laid down by the site for itself
//   <store>/bugs/<slug>/….json              what a channel tells of a bug: likewise
//   <store>/words/<slug>/<month>.txt        the words that a month's lines are found by: likewise
//   <store>/kept/<slug>/…                   what the site made of a channel's days, so as not to make it again: likewise
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DayFile } from './day.ts';
import type { Reference } from './references.ts';
import { few } from './shared/few.ts';
import { once } from './shared/once.ts';
import type { Text } from './shared/text-room.ts';
import type { ArchiveIndex, ChannelCard, ChannelIndex } from './store/archive-index.ts';
import { cardOf } from './store/channel-card.ts';
import { dayPath, storedDay } from './store/days.ts';
import { namesUnder, readJson, readText, storeFiles, writeOver } from './store/files.ts';
import { readLives, writeLives } from './store/lives.ts';
import { dropMonths, referencesOfMonth, storedCitations, storedMonth, type MonthReferences } from './store/months.ts';

export type { NickProof } from './people.ts';
export type { Reference } from './references.ts';
export type * from './store/archive-index.ts';
export { LATEST_TOLD, TALKS_TOLD } from './store/channel-card.ts';
export * from './store/days.ts';
export { unfinished, writeWhole } from './store/files.ts';
export { monthText, saidOn } from './store/month-days.ts';
export * from './store/months.ts';
export { recallParsed } from './store/recall.ts';
export { Torn } from './store/torn.ts';

/** The archive as the site reads it. */
export interface Archive {
  readonly index: ArchiveIndex;
  /** A channel by its slug. Its days and what it cites are read when they are first asked for. */
  readonly channelOf: (slug: string) => ChannelIndex;
  /** Lines said on each day of a channel, as its card lists them. */
  readonly linesOf: (slug: string) => readonly number[];
  readonly readDay: (slug: string, date: string) => DayFile;
  /** The day file as it is published. It is never written to again: another day file takes its place. */
  readonly dayFile: (slug: string, date: string) => string;
  /** Every line of a day that cites something, in their order. */
  readonly referencesOn: (slug: string, date: string) => readonly Reference[];
  /** Further files of a channel, as published, by their names in its folder, ascending: `presence.json`. */
  readonly channelFiles: (slug: string) => readonly string[];
  readonly readChannelFile: (slug: string, name: string) => string;
  /** What the site laid down of a channel's people under a name, given as a JSON text of each. */
  readonly readLives: <T>(slug: string, name: string) => (person: string) => T | undefined;
  readonly writeLives: (
    slug: string,
    name: string,
    texts: readonly (readonly [person: string, text: string])[],
  ) => void;
  /** What the site laid down of a channel's bugs, all of them together, given as JSON texts by their names. */
  readonly readBug: <T>(slug: string, name: string) => T;
  readonly writeBugs: (slug: string, texts: ReadonlyMap<string, string>) => void;
  /** The list of a month's words that the site laid down. */
  readonly readWords: (slug: string, month: string) => string;
  readonly writeWords: (slug: string, month: string, list: Text) => void;
  /** What the site made of a channel and kept under a name; undefined where that was nothing. */
  readonly readKept: (slug: string, name: string) => string | undefined;
  readonly writeKept: (slug: string, name: string, text: Text) => void;
}

const indexPath = (folder: string): string => join(folder, 'index.json');
const cardPath = (folder: string, slug: string): string => join(folder, 'cards', `${slug}.json`);
const linesPath = (folder: string, slug: string): string => join(folder, 'lines', `${slug}.json`);
const headPath = (folder: string, slug: string): string => join(folder, 'heads', `${slug}.json`);
const livesPath = (folder: string, slug: string, name: string): string => join(folder, 'lives', slug, `${name}.json`);
const bugsFolder = (folder: string, slug: string): string => join(folder, 'bugs', slug);
const wordsPath = (folder: string, slug: string, month: string): string => join(folder, 'words', slug, `${month}.txt`);
const keptPath = (folder: string, slug: string, name: string): string => join(folder, 'kept', slug, name);
const channelFolder = (folder: string, slug: string): string => join(folder, 'channels', slug);

/** So many channels are in hand: one is asked for many times before another is. */
const IN_HAND = 4;

/** The archive that a build has stored in a folder, with its index and a channel where they are at hand. Throws where there is none. */
export function openStore(folder: string, index: ArchiveIndex = storedIndex(folder), known?: ChannelIndex): Archive {
  // Days are asked for in their order: one month at a time.
  let inHand: { readonly slug: string; readonly month: string; readonly days: MonthReferences } | undefined;
  return {
    index,
    channelOf: few(IN_HAND, (slug) => (slug === known?.channel.slug ? known : storedChannel(folder, slug))),
    linesOf: (slug) => readJson(linesPath(folder, slug)),
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
    readLives: (slug, name) => readLives(livesPath(folder, slug, name)),
    writeLives: (slug, name, texts) => writeLives(livesPath(folder, slug, name), texts),
    readBug: (slug, name) => readJson(join(bugsFolder(folder, slug), `${name}.json`)),
    writeBugs(slug, texts) {
      const files = new Map([...texts].map(([name, text]) => [`${name}.json`, text]));
      storeFiles(bugsFolder(folder, slug), files);
    },
    readWords: (slug, month) => readText(wordsPath(folder, slug, month)),
    writeWords: (slug, month, list) => writeOver(wordsPath(folder, slug, month), list),
    readKept(slug, name) {
      const path = keptPath(folder, slug, name);
      return existsSync(path) ? readText(path) : undefined;
    },
    writeKept: (slug, name, text) => writeOver(keptPath(folder, slug, name), text),
  };
}

/** Takes a whole channel out of the store; none there is no fault. */
export function dropChannel(folder: string, slug: string): void {
  for (const kind of ['days', 'lives', 'bugs', 'words', 'kept', 'channels'])
    rmSync(join(folder, kind, slug), { recursive: true, force: true });
  dropMonths(folder, slug);
  for (const pathOf of [cardPath, linesPath, headPath]) rmSync(pathOf(folder, slug), { force: true });
}

/** Stores the index but for its channels, which are stored one by one. */
export function storeIndex(folder: string, index: ArchiveIndex): void {
  const channels = index.channels.map(({ channel }) => channel.slug);
  writeOver(indexPath(folder), JSON.stringify({ ...index, channels }));
}

/** Stores a channel but for its days, which are stored by month, and what it cites. */
export function storeChannel(folder: string, index: ChannelIndex): void {
  const { slug } = index.channel;
  const months = [...new Set(index.days.map(({ date }) => date.slice(0, 7)))];
  const head = { ...index, days: undefined, citations: undefined, months };
  writeOver(headPath(folder, slug), JSON.stringify(head));
  writeOver(linesPath(folder, slug), JSON.stringify(index.days.map(({ lines }) => lines)));
  writeOver(cardPath(folder, slug), JSON.stringify(cardOf(index)));
}

/** The card of a channel. Throws `Torn` where there is none. */
export const storedCard = (folder: string, slug: string): ChannelCard => readJson(cardPath(folder, slug));

/** A channel. Throws `Torn` where there is none. */
function storedChannel(folder: string, slug: string): ChannelIndex {
  type Head = Omit<ChannelIndex, 'days' | 'citations'> & { readonly months: readonly string[] };
  const { months, ...head } = readJson<Head>(headPath(folder, slug));
  const days = once(() => months.flatMap((month) => storedMonth(folder, slug, month)));
  const citations = once(() => storedCitations(folder, slug));
  // The home page asks who the speakers of another channel are, and nothing else.
  return {
    ...head,
    get days() {
      return days();
    },
    get citations() {
      return citations();
    },
  };
}

function storedIndex(folder: string): ArchiveIndex {
  const index = readJson<Omit<ArchiveIndex, 'channels'> & { readonly channels: readonly string[] }>(indexPath(folder));
  return { ...index, channels: index.channels.map((slug) => storedCard(folder, slug)) };
}

/** Stores further files of a channel by their names; those that it had go, but for these and `kept`. */
export function storeChannelFiles(
  folder: string,
  slug: string,
  files: ReadonlyMap<string, string>,
  kept: ReadonlySet<string> = new Set(),
): void {
  storeFiles(channelFolder(folder, slug), files, kept);
}
