// Makes a site, or what of it has changed.
import { resolve } from 'node:path';
import { once } from '../shared/once.ts';
import type { Archive } from '../store.ts';
import { livesIn, monthChanges, pageChanges, vanishedPaths, withLives, withPages } from './changes.ts';
import type { MonthTask, SiteMemory } from './changes.ts';
import { directMaker, eleventyMaker, type Maker } from './maker.ts';
import { ownerFilesOf } from './owner-files.ts';
import type { ChannelBasis } from './page-keys.ts';
import { pathsOf } from './site-paths.ts';
import { siteOf } from './site.ts';
import { fileOf } from './site-files.ts';

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
  /** Called after each day's page, with how many there are to make. */
  readonly onDay?: (total: number) => void;
}

export interface SiteSummary {
  /** Links of the owner's prose that lead nowhere, as sentences. */
  readonly problems: readonly string[];
  readonly memory: SiteMemory;
  /** Files of the site before that this one no longer has, as paths below its folder. */
  readonly vanished: readonly string[];
}

/** So many entries, and so many other pages, are made at once. */
const ENTRIES_AT_ONCE = 75_000;
const PAGES_AT_ONCE = 1000;

/** Writes the site of an archive; with `before`, only what differs. Throws `Mistake` for faults of the owner's own files. */
export async function buildSite({ archive, content, out, basis, before, onDay }: SiteOptions): Promise<SiteSummary> {
  const known = once(() => pathsOf(archive));
  const owner = ownerFilesOf(content, archive.index, (path) => known().has(path));
  const site = siteOf(archive, owner, basis);
  const { tasks, memory } = monthChanges(site.months, before);
  const days = tasks.reduce((sum, task) => sum + task.days.length, 0);
  const options = { out: resolve(out), ...(onDay && { onDay: () => onDay(days) }) };
  const maker: Maker = before ? directMaker(options) : eleventyMaker(options);
  const live = [];
  for (const some of batchesOf(tasks, sizeOf, ENTRIES_AT_ONCE)) live.push(...(await maker.months(some)));
  const months = withLives(memory, live);
  const changes = pageChanges(
    site.pages(() => livesIn(months)),
    before,
  );
  const made = [];
  for (const some of batchesOf(changes.tasks, () => 1, PAGES_AT_ONCE)) made.push(...(await maker.pages(some)));
  if (!before) {
    // What makes styles small takes longer to load than a few pages to make.
    const { writeAssets } = await import('./assets.ts');
    writeAssets(options.out, owner.copies);
  }
  const now: SiteMemory = { months, pages: withPages(changes, made, before) };
  return { problems: owner.problems, memory: now, vanished: vanishedPaths(before, now).map(fileOf) };
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
