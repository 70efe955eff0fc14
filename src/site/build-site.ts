// Makes a site, or what of it has changed.
import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { once } from '../shared/once.ts';
import type { Archive } from '../store.ts';
import {
  livesIn,
  missing,
  monthChanges,
  pageChanges,
  rehearsing,
  vanishedOf,
  withLives,
  withPages,
  type ChannelPages,
  type MonthTask,
  type SiteBefore,
  type SiteMemory,
} from './changes.ts';
import { directMaker, eleventyMaker, type Maker, type MakerOptions } from './maker.ts';
import { ownerFilesOf, type OwnerFiles } from './owner-files.ts';
import type { ChannelBasis } from './page-keys.ts';
import { pathsOf } from './site-paths.ts';
import { siteOf, type ChannelLives, type ChannelSite } from './site.ts';
import { fileOf, writerInto } from './site-files.ts';

export type { ChannelPages, SiteBefore, SiteMemory } from './changes.ts';
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
  /** What all months tell of people, once they are made. */
  readonly lives: () => ReadonlyMap<string, ChannelLives>;
}

export interface SiteSummary {
  /** Links of the owner's prose that lead nowhere, as sentences. */
  readonly problems: readonly string[];
  readonly memory: SiteMemory;
  /** By slug, those that are not what they were. */
  readonly channels: ReadonlyMap<string, ChannelPages>;
  /** Files of the site before that this one no longer has, as paths below its folder. */
  readonly vanished: readonly string[];
}

/** So many entries, and so many other pages, are made at once. */
const ENTRIES_AT_ONCE = 50_000;
const PAGES_AT_ONCE = 500;

/** More is made by several processes: it takes them half a second to begin. */
const LARGE = 60_000;

/** Writes the site of an archive; with `before`, only what differs. Throws `Mistake` for faults of the owner's own files. */
export async function buildSite(options: SiteOptions): Promise<SiteSummary> {
  const { archive, content, basisOf, before, unchanged, rehearsed, onDays } = options;
  const out = resolve(options.out);
  const known = once(() => pathsOf(archive));
  const owner = ownerFilesOf(content, archive.index, (path) => known().has(path));
  const site = siteOf(archive, owner, basisOf);
  // By name: a channel may be called #constructor.
  const old = new Map(Object.entries(before?.memory.channels ?? {}));
  const steady = ({ slug, around }: ChannelSite): boolean => unchanged.has(slug) && old.get(slug)?.around === around;
  const drafts = site.channels
    .filter((channel) => !steady(channel))
    .map((channel) => {
      const { slug } = channel;
      const kept = old.has(slug) ? before?.pagesOf(slug) : undefined;
      const stood = kept && slug === rehearsed ? rehearsing(kept, slug) : kept;
      return { channel, slug, stood, ...monthChanges(channel.months(), stood?.months) };
    });
  const tasks = drafts.flatMap((draft) => draft.tasks);
  const days = tasks.reduce((sum, task) => sum + task.days.length, 0);
  const lives = new Map<string, ChannelLives>();
  const told = { out, onDays: (count: number): void => onDays?.(count, days) };
  const large = tasks.reduce((sum, task) => sum + sizeOf(task), 0) > LARGE;
  const maker = (large ? options.workers : undefined)?.({ ...told, beside: before !== undefined, lives: () => lives });
  const alone = before ? directMaker(told) : eleventyMaker(told);
  try {
    const { months: makeMonths, pages: makePages } = maker ?? alone;
    const live = await inBatches(batchesOf(tasks, sizeOf, ENTRIES_AT_ONCE), makeMonths, maker !== undefined);
    const shelves = drafts.map((draft) => {
      const { channel, slug } = draft;
      const months = withLives(draft.memory, slug, live);
      lives.set(slug, livesIn(months));
      const changes = pageChanges(
        channel.pages(() => lives.get(slug)!),
        draft.stood?.pages,
      );
      return { ...draft, months, changes };
    });
    const made = new Map(shelves.map(({ slug, channel }) => [slug, channel]));
    const references = (slug: string): string => made.get(slug)?.references() ?? old.get(slug)?.references ?? '';
    const others = pageChanges(site.pages(references), before?.memory.pages);
    const hashes = new Map(
      await inBatches(
        batchesOf([...shelves.flatMap(({ changes }) => changes.tasks), ...others.tasks], () => 1, PAGES_AT_ONCE),
        makePages,
        maker !== undefined,
      ),
    );
    if (!before) {
      // What makes styles small takes longer to load than a few pages to make.
      const { writeAssets } = await import('./assets.ts');
      writeAssets(out);
    }
    const channels = new Map(
      shelves.map(({ slug, months, changes, stood }): [string, ChannelPages] => [
        slug,
        { months, pages: withPages(changes, hashes, stood?.pages) },
      ]),
    );
    const memory: SiteMemory = {
      channels: Object.fromEntries(
        site.channels.map(({ slug, around }) => [slug, { around, references: references(slug) }]),
      ),
      pages: withPages(others, hashes, before?.memory.pages),
      copies: writeCopies(out, owner.copies, before?.memory.copies),
    };
    return { problems: owner.problems, memory, channels, vanished: before ? vanished(before, memory, channels) : [] };
  } finally {
    await maker?.end();
  }
}

/** Files of the site before that this one no longer has, as paths below its folder. */
function vanished(
  { memory: before, pagesOf }: SiteBefore,
  now: SiteMemory,
  channels: ReadonlyMap<string, ChannelPages>,
): readonly string[] {
  const gone = missing(before.channels, now.channels);
  const old = Object.keys(before.channels).filter((slug) => channels.has(slug));
  const paths = [
    ...[...old, ...gone].flatMap((slug) => vanishedOf(slug, pagesOf(slug), channels.get(slug))),
    ...missing(before.pages, now.pages),
    ...missing(before.copies, now.copies),
  ];
  // A day can have lost its own page and have one that leads elsewhere; a channel's name can be another's former one.
  const stand = new Set([now, ...channels.values()].flatMap(({ pages }) => Object.keys(pages)));
  return paths.filter((path) => !stand.has(path)).map(fileOf);
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

/** Makes batches one after the other, or several at once; what was made, in their order. */
async function inBatches<Task, Made>(
  batches: readonly (readonly Task[])[],
  make: (tasks: readonly Task[]) => Promise<readonly Made[]>,
  atOnce: boolean,
): Promise<readonly Made[]> {
  if (atOnce) return (await Promise.all(batches.map(make))).flat();
  const made: Made[] = [];
  for (const some of batches) made.push(...(await make(some)));
  return made;
}

/** A day without a word still costs a page. */
const sizeOf = ({ days }: MonthTask): number => days.reduce((sum, { entries }) => sum + entries + 20, 0);

function batchesOf<T>(all: readonly T[], size: (one: T) => number, most: number): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let room = 0;
  for (const one of all) {
    if (batches.length === 0 || room < size(one)) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)!.push(one);
    room -= size(one);
  }
  return batches;
}
