// Where the pages of a site lie as files, and how they are written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DayPage } from './month-pages.ts';
import type { Route } from './site.ts';

/** The folder of this package: the checkout, or where it was installed. */
export const PACKAGE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** What is made at once; the plugin is handed it through Eleventy's global data. */
export interface SiteTask {
  readonly days: readonly DayPage[];
  readonly pages: readonly Pick<Route, 'path' | 'make'>[];
  readonly out: string;
  readonly onDays?: (count: number) => void;
}

/** A path of the site as a file of the output folder. */
export const fileOf = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** Writes files below a folder, whose folders are made as they are needed. */
export function writerInto(out: string): (path: string, data: string | Uint8Array) => void {
  const folders = new Set<string>();
  return (path, data) => {
    const file = join(out, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, data);
  };
}

/** Writes pages, and the days' files for machines, as Eleventy would. */
export function writePages({ days, pages, out, onDays }: SiteTask): void {
  const write = writerInto(out);
  for (const { path, make } of days) {
    const { page, files } = make();
    write(fileOf(path), page);
    for (const { path: beside, content } of files) write(beside, content);
    onDays?.(1);
  }
  for (const { path, make } of pages) write(fileOf(path), make());
}
