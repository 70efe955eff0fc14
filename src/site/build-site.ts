// Makes a site: runs Eleventy over our templates with an archive's index as its data.
import Eleventy from '@11ty/eleventy';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Archive } from '../store.ts';
import { ownerFilesOf } from './owner-files.ts';
import type { OwnerFiles } from './owner-files.ts';
import { pathsOf, siteOf } from './site.ts';
import type { DayKey, DayRoute, Route } from './site.ts';

export interface SiteOptions {
  readonly archive: Archive;
  /** The archive folder: where pages, notes, theme and logo lie. */
  readonly content: string;
  /** The folder to write into; what it has already stays unless it is written again. */
  readonly out: string;
  /** The days whose pages are made; default: all. Every other page is always made. */
  readonly days?: readonly DayKey[];
  /** Called after each day's page. */
  readonly onDay?: () => void;
}

export interface SiteSummary {
  /** Pages that were written, without the days' files for machines. */
  readonly pages: number;
  /** Links of the owner's prose that lead nowhere, as sentences. */
  readonly problems: readonly string[];
}

/** What the plugin is handed through Eleventy's global data: what one run of it makes. */
export interface SiteTask {
  readonly days: readonly DayRoute[];
  readonly pages: readonly Route[];
  /** Files that are copied as they are. */
  readonly copies: OwnerFiles['copies'];
  readonly out: string;
  readonly onDay?: () => void;
}

/** Eleventy keeps every page that it makes to its end, so that many days are made by several runs, of so many entries each. */
const ENTRIES_A_RUN = 75_000;

/** The folder of this package: the checkout, or where it was installed. */
export const PACKAGE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Writes the site of an archive. Throws `Mistake` for faults of the owner's own files. */
export async function buildSite({ archive, content, out, days, onDay }: SiteOptions): Promise<SiteSummary> {
  const known = pathsOf(archive);
  const owner = ownerFilesOf(content, archive.index, (path) => known.has(path));
  const site = siteOf(archive, owner, days);
  const whole = { out: resolve(out), ...(onDay && { onDay }) };
  const runs = runsOf(site.days);
  // The other pages come last: those of people are made from what the days have shown. A small site is made at once.
  const [only = []] = runs;
  const small = runs.length < 2;
  if (!small) for (const run of runs) await runEleventy({ ...whole, days: run, pages: [], copies: [] });
  await runEleventy({ ...whole, days: small ? only : [], pages: site.pages, copies: owner.copies });
  return { pages: site.pages.length + site.days.length, problems: owner.problems };
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

async function runEleventy(task: SiteTask): Promise<void> {
  // Eleventy takes paths as relative to the working directory.
  const here = (path: string): string => relative('', path) || '.';
  const eleventy = new Eleventy(here(join(PACKAGE, 'templates')), here(task.out), {
    configPath: here(join(PACKAGE, '.eleventy.js')),
    quietMode: true,
    source: 'script',
    runMode: 'build',
    config: (eleventyConfig) => {
      eleventyConfig.addGlobalData('task', () => task);
    },
  });
  // What Eleventy has to say is said by the command's own summary; faults are thrown.
  eleventy.disableLogger();
  await eleventy.write();
}
