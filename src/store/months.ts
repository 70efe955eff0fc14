// Months in the store: their days in short, and what their lines cite.
//
// Every list asks for the days. What a whole channel cites is kept as one list: few months change what they cite.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Reference } from '../references.ts';
import type { CitationSummary, DaySummary } from './archive-index.ts';
import { readJson, readParsed, writeOver } from './files.ts';
import { daysOfText } from './month-days.ts';

/** What lines cite, by their day. */
export type MonthReferences = Readonly<Record<string, readonly Reference[]>>;

const KINDS = ['months', 'citations', 'references'] as const;

const monthPath = (folder: string, kind: (typeof KINDS)[number], slug: string, month: string): string =>
  join(folder, kind, slug, `${month}.json`);
const allPath = (folder: string, slug: string): string => join(folder, 'citations', `${slug}.json`);

/** The days of a month in short, ascending. Throws `Torn` where there is none. */
export function storedMonth(folder: string, slug: string, month: string): readonly DaySummary[] {
  const path = monthPath(folder, 'months', slug, month);
  return readParsed(path, (text) => daysOfText(text, path));
}

/** What a month cites, each thing once. Throws `Torn` where there is none. */
export const citationsOfMonth = (folder: string, slug: string, month: string): readonly CitationSummary[] =>
  readJson(monthPath(folder, 'citations', slug, month));

/** Every line of a month that cites something. Throws `Torn` where there is none. */
export const referencesOfMonth = (folder: string, slug: string, month: string): MonthReferences =>
  readJson(monthPath(folder, 'references', slug, month));

/** Stores a month, given as texts: its days as `monthText` has them, all else as JSON. */
export function storeMonth(
  folder: string,
  slug: string,
  month: string,
  texts: Readonly<Record<(typeof KINDS)[number], string>>,
): void {
  for (const kind of KINDS) writeOver(monthPath(folder, kind, slug, month), texts[kind]);
}

/** Takes a month out of the store, but for its days; none there is no fault. */
export function dropMonth(folder: string, slug: string, month: string): void {
  for (const kind of KINDS) rmSync(monthPath(folder, kind, slug, month), { force: true });
}

/** What a channel cites, each thing once. Throws `Torn` where there is none. */
export const storedCitations = (folder: string, slug: string): readonly CitationSummary[] =>
  readJson(allPath(folder, slug));

/** Stores what a channel cites. */
export function storeCitations(folder: string, slug: string, citations: readonly CitationSummary[]): void {
  writeOver(allPath(folder, slug), JSON.stringify(citations));
}

/** Takes the months of a channel and what it cites out of the store, but for its days; none there is no fault. */
export function dropMonths(folder: string, slug: string): void {
  for (const kind of KINDS) rmSync(join(folder, kind, slug), { recursive: true, force: true });
  rmSync(allPath(folder, slug), { force: true });
}
