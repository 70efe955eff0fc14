// The files of the store: each is read whole, and written whole or not at all.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parsedAt } from './recall.ts';
import { Torn } from './torn.ts';

/** Reads a file of the store. Throws `Torn` where there is none, or where it is not whole. */
export function readJson<T>(path: string): T {
  try {
    return parsedAt(path, readFileSync(path, 'utf8')) as T;
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

/** Writes a file whole or not at all, also where the build is killed in between. */
export function writeWhole(path: string, text: string): void {
  writeInto(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** Writes a file whose folder may have to be made. */
export function writeInto(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
