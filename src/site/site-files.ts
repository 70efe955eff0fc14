// Where the pages of a site lie as files, and how they are written.
import { copyFileSync, existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesOf, type TextRoom } from '../shared/text-room.ts';
import { besideOf } from './beside.ts';
import type { DayPage, FileContent, Route } from './route.ts';

/** What is made at once; the plugin is handed it through Eleventy's global data. */
export interface SiteTask {
  readonly days: readonly DayPage[];
  readonly pages: readonly Pick<Route, 'path' | 'make'>[];
  readonly out: string;
  /** Takes the pages until all are written. */
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

/** Writes files below a folder. */
export function writerInto(out: string): (path: string, content: FileContent) => void {
  const placeOf = placesIn(out, (path) => path);
  return (path, content) => {
    if (content instanceof Uint8Array) writeFileSync(placeOf(path), content);
    else if (typeof content === 'object' && 'file' in content) linkOrCopy(content.file, placeOf(path));
    else writeFileSync(placeOf(path), bytesOf(content));
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

/** So many files are written while others are made. More would take all that a process may have open. */
const AT_ONCE = 64;

/** Writes pages, and the days' files for machines, as Eleventy would, for a site beside the folder. */
export async function writePages({ days, pages, out, room, onDays }: SiteTask): Promise<void> {
  const placeOf = placesIn(out, besideOf);
  const writing: Promise<void>[] = [];
  const write = (path: string, content: FileContent): void => {
    if (typeof content === 'object' && 'file' in content) linkOrCopy(content.file, placeOf(path));
    else {
      const bytes = content instanceof Uint8Array ? content : room.put(content);
      if (writing.length < AT_ONCE) writing.push(writeFile(placeOf(path), bytes));
      else writeFileSync(placeOf(path), bytes);
    }
  };
  try {
    for (const { path, make } of days) {
      const { page, files } = make();
      write(fileOf(path), page);
      for (const { path: beside, content } of files) write(beside, content);
      onDays?.(1);
    }
    for (const { path, make } of pages) write(fileOf(path), make());
  } finally {
    // Whatever went wrong: who takes the folder away then must not find somebody writing into it.
    await Promise.allSettled(writing);
  }
  await Promise.all(writing);
}
