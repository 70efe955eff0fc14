// Makes a site, or what of it has changed.
import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { once } from '../shared/once.ts';
import type { Archive } from '../store.ts';
import { livesIn, monthChanges, pageChanges, rehearsing, vanishedPaths, withLives, withPages } from './changes.ts';
import type { MonthTask, SiteMemory } from './changes.ts';
import { directMaker, eleventyMaker, type Maker, type MakerOptions } from './maker.ts';
import { ownerFilesOf, type OwnerFiles } from './owner-files.ts';
import type { ChannelBasis } from './page-keys.ts';
import { pathsOf } from './site-paths.ts';
import { siteOf, type ChannelLives } from './site.ts';
import { fileOf, writerInto } from './site-files.ts';

export type { SiteMemory } from './changes.ts';
export type { ChannelBasis, MonthBasis } from './page-keys.ts';

export interface SiteOptions {
  readonly archive: Archive;
  /** The archive folder: where pages, notes, theme and logo lie. */
  readonly content: string;
  /** The folder to write into; what it has already stays unless it is written again. */
  readonly out: string;
  /** What the pages are made from beside the index, by slug. */
  readonly basis: ReadonlyMap<string, ChannelBasis>;
  /** What the site was made from that these files will be put into: then only what differs is written. */
  readonly before?: SiteMemory;
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
  const { archive, content, basis, rehearsed, onDays } = options;
  const before = options.before && rehearsed !== undefined ? rehearsing(options.before, rehearsed) : options.before;
  const out = resolve(options.out);
  const known = once(() => pathsOf(archive));
  const owner = ownerFilesOf(content, archive.index, (path) => known().has(path));
  const site = siteOf(archive, owner, basis);
  const { tasks, memory } = monthChanges(site.months, before);
  const days = tasks.reduce((sum, task) => sum + task.days.length, 0);
  let lives: ReturnType<typeof livesIn> = new Map();
  const told = { out, onDays: (count: number): void => onDays?.(count, days) };
  const large = tasks.reduce((sum, task) => sum + sizeOf(task), 0) > LARGE;
  const maker = (large ? options.workers : undefined)?.({ ...told, beside: before !== undefined, lives: () => lives });
  const alone = before ? directMaker(told) : eleventyMaker(told);
  try {
    const { months: makeMonths, pages: makePages } = maker ?? alone;
    const live = await inBatches(batchesOf(tasks, sizeOf, ENTRIES_AT_ONCE), makeMonths, maker !== undefined);
    const months = withLives(memory, live);
    lives = livesIn(months);
    const changes = pageChanges(
      site.pages(() => lives),
      before,
    );
    const made = await inBatches(
      batchesOf(changes.tasks, () => 1, PAGES_AT_ONCE),
      makePages,
      maker !== undefined,
    );
    if (!before) {
      // What makes styles small takes longer to load than a few pages to make.
      const { writeAssets } = await import('./assets.ts');
      writeAssets(out);
    }
    const copies = writeCopies(out, owner.copies, before);
    const now: SiteMemory = { months, pages: withPages(changes, made, before), copies };
    return { problems: owner.problems, memory: now, vanished: vanishedPaths(options.before, now).map(fileOf) };
  } finally {
    await maker?.end();
  }
}

/** Copies the owner's own files that differ from those before; hashes of all, by their paths. */
function writeCopies(
  out: string,
  copies: OwnerFiles['copies'],
  before: SiteMemory | undefined,
): Readonly<Record<string, string>> {
  const write = writerInto(out);
  const hashes: Record<string, string> = {};
  for (const { path, bytes } of copies) {
    hashes[path] = hash('sha256', bytes);
    if (before?.copies[path] !== hashes[path]) write(path, bytes);
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
