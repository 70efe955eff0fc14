// Where the pages of a site lie as files, and how they are written.
import { copyFileSync, existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesOf, type TextRoom } from '../shared/text-room.ts';
import { besideOf } from './beside.ts';
import type { DayPage, FileContent, Route } from './route.ts';

/** What is made at once; the plugin is handed it through Eleventy's global data. */
export interface SiteTask {
  readonly days: readonly DayPage[];
  readonly pages: readonly Pick<Route, 'path' | 'make'>[];
  readonly out: string;
  /** Takes the pages until Eleventy has written all. */
  readonly room: TextRoom;
  readonly onDays?: (count: number) => void;
}

/** A path of the site as a file of the output folder. */
export const fileOf = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** Gives where the files of paths lie below a folder; their own folders are made as they are needed. */
function placesIn(out: string, placeOf: (path: string) => string): (path: string) => string {
  const folders = new Set<string>();
  return (path) => {
    const place = join(out, placeOf(path));
    const folder = dirname(place);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return place;
  };
}

/** Writes files below a folder, each where `placeOf` says of its path. */
export function writerInto(
  out: string,
  placeOf = (path: string): string => path,
): (path: string, content: FileContent) => void {
  const whole = placesIn(out, placeOf);
  return (path, content) => {
    const place = whole(path);
    if (content instanceof Uint8Array) writeFileSync(place, content);
    else if (typeof content === 'object' && 'file' in content) linkOrCopy(content.file, place);
    else writeFileSync(place, bytesOf(content));
  };
}

/** Whether a file was written below a folder, or for one beside it. */
export const isWritten = (out: string, path: string): boolean =>
  existsSync(join(out, path)) || existsSync(join(out, besideOf(path)));

/** A second name for a file; a copy where the disk has no such names, or is another. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Writes pages, and the days' files for machines, as Eleventy would, for a site beside the folder. */
export function writePages({ days, pages, out, onDays }: Omit<SiteTask, 'room'>): void {
  const write = writerInto(out, besideOf);
  for (const { path, make } of days) {
    const { page, files } = make();
    write(fileOf(path), page);
    for (const { path: beside, content } of files) write(beside, content);
    onDays?.(1);
  }
  for (const { path, make } of pages) write(fileOf(path), make());
}
