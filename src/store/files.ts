// The files of the store, each read and written as a whole.
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesOf, type Text } from '../shared/text-room.ts';
import { parsedAt } from './recall.ts';
import { Torn } from './torn.ts';

/** Reads a file of the store. Throws `Torn` where there is none, or where it is not whole. */
export const readJson = <T>(path: string): T => readParsed(path, (text) => JSON.parse(text) as T);

/** Reads a file of the store of which something else is made, unless that throws. Throws `Torn` where there is none, or where it does. */
export function readParsed<T>(path: string, parse: (text: string) => T): T {
  try {
    return parsedAt(path, readFileSync(path, 'utf8'), parse);
  } catch {
    throw new Torn(path);
  }
}

/** Reads a text of the store. Throws `Torn` where there is none. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Torn(path);
  }
}

/** The files under a folder by their paths in it, with `/`, ascending; none where there is no folder. */
export function namesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** What a file that is written whole is called until it is; it stays where the build is killed in between. */
export const unfinished = (path: string): string => `${path}.new`;

/** Writes a file whole or not at all, also where the build is killed in between. */
export function writeWhole(path: string, text: Text | Uint8Array): void {
  writeInto(unfinished(path), text);
  renameSync(unfinished(path), path);
}

/**
 * Writes a file over what it was. That takes a fraction of what it takes to put another in its place, which some disks write
 * out at once; but where the build is killed in between, it is neither. So are files that are not believed then: all that is kept
 * between builds, but for its head and for what has a second name elsewhere.
 */
export function writeOver(path: string, text: Text | Uint8Array): void {
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch {
    writeInto(path, text);
    return;
  }
  try {
    const bytes = text instanceof Uint8Array ? text : bytesOf(text);
    writeFileSync(file, bytes);
    ftruncateSync(file, bytes.length);
  } finally {
    closeSync(file);
  }
}

/** Makes the files of a folder, by their names, those that are given; the others go, but for those to be kept. */
export function storeFiles(place: string, files: ReadonlyMap<string, string>, kept?: ReadonlySet<string>): void {
  for (const name of namesUnder(place)) if (!files.has(name) && !kept?.has(name)) rmSync(join(place, name));
  for (const [name, text] of files) writeOver(join(place, name), text);
}

/** Writes a file whose folder may have to be made. */
export function writeInto(path: string, text: Text | Uint8Array): void {
  const bytes = text instanceof Uint8Array ? text : bytesOf(text);
  try {
    writeFileSync(path, bytes);
  } catch {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}
