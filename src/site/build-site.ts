// Makes a site, or what of it has changed: channel by channel, so that memory holds some channels' days in short, not all.
//
//   a channel   its months' keys → days' pages → what the months tell of people → its other pages
//   then        the pages of no channel alone
import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { few } from '../shared/few.ts';
import type { Archive } from '../store.ts';
import { batchesOf, inBatches } from './batches.ts';
import {
  missing,
  pageChanges,
  rehearsing,
  vanishedOf,
  withPages,
  type ChannelPages,
  type SiteBefore,
  type SiteMemory,
} from './changes.ts';
import { draftOf, makeChannels, makePages, SIZE_AT_ONCE, sizeOf, type Draft, type Stood } from './make-channels.ts';
import { makerOf, renderInto, type Maker, type MakerOptions } from './maker.ts';
import { ownerFilesOf, type OwnerFiles } from './owner/owner-files.ts';
import type { ChannelBasis } from './page-keys.ts';
import { knownPaths } from './site-paths.ts';
import { siteOf, type Site } from './site.ts';
import { fileOf, isWritten, writerInto } from './site-files.ts';

export type { ChannelPages, SiteBefore, SiteMemory } from './changes.ts';
export type { MonthOrder, PageOrder } from './orders.ts';
export type { ChannelBasis, MonthBasis } from './page-keys.ts';

export interface SiteOptions {
  readonly archive: Archive;
  /** The archive folder: where pages, notes, theme and logo lie. */
  readonly content: string;
  /** The folder to write into; what it has already stays unless it is written again. */
  readonly out: string;
  /** What a channel's pages are made from beside the index, by slug. */
  readonly basisOf: (slug: string) => ChannelBasis;
  /** The site that these files will be put into: then only what differs is written. */
  readonly before?: SiteBefore;
  /** Keeps what a channel's pages were made from; channels of which nothing is kept are what they were. */
  readonly keep: (slug: string, pages: ChannelPages) => void;
  /** Slugs of channels of which nothing has changed since the site before was made. */
  readonly unchanged: ReadonlySet<string>;
  /** Slug of a channel of which that is made, too, which its next line will change. */
  readonly rehearsed?: string;
  /** Called after days' pages, with their count and how many there are to make. */
  readonly onDays?: (count: number, total: number) => void;
  /** Starts processes to make a large site with. */
  readonly workers?: (input: WorkersInput) => Maker & { readonly end: () => Promise<void> };
}

export interface WorkersInput extends MakerOptions {
  /** Pages go beside those that stand already. */
  readonly beside: boolean;
}

export interface SiteSummary {
  /** Links of the owner's prose that lead nowhere, as sentences. */
  readonly problems: readonly string[];
  readonly memory: SiteMemory;
  /** Files of the site before that this one no longer has, as paths below its folder. */
  readonly vanished: readonly string[];
}

/** More is made by several processes: it takes them half a second to begin. */
const LARGE = 60_000;
/** They go on with the next channels while one is not done. */
const CHANNELS_AT_ONCE = 3;

/** The site of an archive and its folder. Throws `Mistake` for faults of the owner's own files. */
export function openSite(
  archive: Archive,
  content: string,
  basisOf?: SiteOptions['basisOf'],
): { readonly site: Site; readonly owner: OwnerFiles } {
  const owner = ownerFilesOf(content, archive.index, knownPaths(archive));
  return { site: siteOf(archive, owner, basisOf), owner };
}

/** Writes the site of an archive; with `before`, only what differs. Throws `Mistake` for faults of the owner's own files. */
export async function buildSite(options: SiteOptions): Promise<SiteSummary> {
  const { archive, content, basisOf, before, keep, unchanged, rehearsed, onDays } = options;
  const out = resolve(options.out);
  const { site, owner } = openSite(archive, content, basisOf);
  // By name: a channel may be called #constructor.
  const old = new Map(Object.entries(before?.memory.channels ?? {}));
  const pagesOf = few(CHANNELS_AT_ONCE, (slug): ChannelPages | undefined => {
    const kept = old.has(slug) ? before?.pagesOf(slug) : undefined;
    return kept && slug === rehearsed ? rehearsing(kept, slug) : kept;
  });
  const stood: Stood = { referencesOf: (slug) => old.get(slug)?.references, pagesOf };
  const drafts = site.channels
    .filter(({ slug, around }) => !unchanged.has(slug) || old.get(slug)?.around !== around)
    .map((channel) => draftOf(channel, stood));
  const orders = drafts.flatMap((draft) => draft.orders);
  const days = orders.reduce((sum, { dates }) => sum + dates.length, 0);
  const told = { out, onDays: (count: number): void => onDays?.(count, days) };
  const workers = sizeOf(orders) > LARGE ? options.workers?.({ ...told, beside: before !== undefined }) : undefined;
  const maker = workers ?? makerOf(site, renderInto(told, before !== undefined));
  const batchesAtOnce = workers ? Infinity : 1;
  try {
    // Pages beside others are few: a channel at a time. Those of a whole site are many, and small channels go together.
    const groups = before
      ? drafts.map((draft) => [draft])
      : batchesOf(drafts, (draft) => sizeOf(draft.orders), SIZE_AT_ONCE);
    const ofChannel = new Map(site.channels.map((channel) => [channel.slug, channel]));
    const make = (some: readonly Draft[]): Promise<readonly string[]> =>
      makeChannels(some, { ofChannel: (slug) => ofChannel.get(slug)!, stood, maker, batchesAtOnce, keep });
    // Where other processes make the pages, this one makes what lies beside them.
    const [vanished] = await Promise.all([
      inBatches(workers ? CHANNELS_AT_ONCE : 1, groups, make),
      before ? undefined : assetsInto(out),
    ]);
    const cites = new Map(drafts.map(({ slug, references }) => [slug, references]));
    const referencesOf = (slug: string): string => cites.get(slug) ?? stood.referencesOf(slug) ?? '';
    const changes = pageChanges(site.pages(referencesOf), before?.memory.pages);
    const hashes = await makePages(changes.orders, new Map(), maker, batchesAtOnce);
    const memory: SiteMemory = {
      channels: Object.fromEntries(
        site.channels.map(({ slug, around }) => [slug, { around, references: referencesOf(slug) }]),
      ),
      pages: withPages(changes, hashes, before?.memory.pages),
      copies: writeCopies(out, owner.copies, before?.memory.copies),
    };
    const gone = [...vanished.flat(), ...(before ? goneWith(before, memory) : [])].map(fileOf);
    // Another page can have come into the place of one: a day's own, a channel's under another's former name.
    return { problems: owner.problems, memory, vanished: gone.filter((path) => !isWritten(out, path)) };
  } finally {
    await workers?.end();
  }
}

async function assetsInto(out: string): Promise<void> {
  const { writeAssets } = await import('./assets.ts');
  await writeAssets(out);
}

/** Paths of whole channels, of pages of no channel alone and of the owner's own files that a site no longer has. */
function goneWith({ memory: before, pagesOf }: SiteBefore, now: SiteMemory): readonly string[] {
  return [
    ...missing(before.channels, now.channels).flatMap((slug) => vanishedOf(slug, pagesOf(slug))),
    ...missing(before.pages, now.pages),
    ...missing(before.copies, now.copies),
  ];
}

/** Copies the owner's own files that differ from those before; hashes of all, by their paths. */
function writeCopies(
  out: string,
  copies: OwnerFiles['copies'],
  before: SiteMemory['copies'] | undefined,
): SiteMemory['copies'] {
  const write = writerInto(out);
  const hashes: Record<string, string> = {};
  for (const { path, bytes } of copies) {
    hashes[path] = hash('sha256', bytes);
    if (before?.[path] !== hashes[path]) write(path, bytes);
  }
  return hashes;
}
