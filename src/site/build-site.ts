// Makes a site, or what of it has changed.
import { resolve } from 'node:path';
import type { Archive } from '../store.ts';
import { changesOf } from './changes.ts';
import type { SiteMemory } from './changes.ts';
import { ownerFilesOf } from './owner-files.ts';
import { pageKeys } from './page-keys.ts';
import type { DayBasis } from './page-keys.ts';
import { pathsOf, siteOf } from './site.ts';
import type { DayRoute } from './site.ts';
import { fileOf, writePages } from './site-files.ts';

export type { SiteMemory } from './changes.ts';
export type { DayBasis } from './page-keys.ts';

export interface SiteOptions {
  readonly archive: Archive;
  /** The archive folder: where pages, notes, theme and logo lie. */
  readonly content: string;
  /** The folder to write into; what it has already stays unless it is written again. */
  readonly out: string;
  /** What the days' pages are made from, by slug. */
  readonly basis: ReadonlyMap<string, readonly DayBasis[]>;
  /** What the site was made from that these files will be put into: then only what differs is written. */
  readonly before?: SiteMemory;
  /** Called after each day's page. */
  readonly onDay?: () => void;
}

export interface SiteSummary {
  /** Pages that were written, without the days' files for machines. */
  readonly pages: number;
  /** Links of the owner's prose that lead nowhere, as sentences. */
  readonly problems: readonly string[];
  readonly memory: SiteMemory;
  /** Files of the site before that this one no longer has, as paths below its folder. */
  readonly vanished: readonly string[];
}

/** Eleventy keeps every page that it makes to its end, so that many days are made by several runs, of so many entries each. */
const ENTRIES_A_RUN = 75_000;

/**
 * Writes the site of an archive; with `before`, only what differs from the site before, without Eleventy, which takes longer
 * to begin than a few pages to make. Throws `Mistake` for faults of the owner's own files.
 */
export async function buildSite({ archive, content, out, basis, before, onDay }: SiteOptions): Promise<SiteSummary> {
  const known = pathsOf(archive);
  const owner = ownerFilesOf(content, archive.index, (path) => known.has(path));
  const { days, pages, memory, vanished } = changesOf(siteOf(archive, owner), pageKeys(archive, basis), before);
  const told = {
    pages: pages.length + days.length,
    problems: owner.problems,
    memory,
    vanished: vanished.map(fileOf),
  };
  const whole = { out: resolve(out), ...(onDay && { onDay }) };
  if (before) {
    writePages({ ...whole, days, pages, copies: [] });
    return told;
  }
  const { runEleventy } = await import('./run-eleventy.ts');
  const runs = runsOf(days);
  // The other pages come last: those of people are made from what the days have shown. A small site is made at once.
  const [only = []] = runs;
  const small = runs.length < 2;
  if (!small) for (const run of runs) await runEleventy({ ...whole, days: run, pages: [], copies: [] });
  await runEleventy({ ...whole, days: small ? only : [], pages, copies: owner.copies });
  return told;
}

function runsOf(days: readonly DayRoute[]): readonly (readonly DayRoute[])[] {
  const runs: DayRoute[][] = [];
  let room = 0;
  for (const day of days) {
    if (room < day.entries) {
      runs.push([]);
      room = ENTRIES_A_RUN;
    }
    runs.at(-1)!.push(day);
    // A day without a word still costs a page.
    room -= day.entries + 20;
  }
  return runs;
}
