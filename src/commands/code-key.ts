import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { once } from '../shared/once.ts';
import { PACKAGE } from '../package.ts';

/**
 * What Daybook itself is, while a process runs: a build made by other code, templates or libraries is not believed. Told by
 * its version and by the size and time of each file, since reading them would take longer than many a build.
 */
export const codeKey = once((): string => {
  const files = ['build/program', 'build/client', 'templates'].flatMap((folder) => filesUnder(PACKAGE, folder));
  const parts = ['.eleventy.js', ...files].filter((path) => !/\.(?:d\.ts|tsbuildinfo)$/.test(path));
  const stamps = parts.map((path) => {
    const { size, mtimeMs } = statSync(join(PACKAGE, path));
    return [path, size, mtimeMs];
  });
  return hash('sha256', JSON.stringify([readFileSync(join(PACKAGE, 'package.json'), 'utf8'), stamps]));
});

/** Changes when the name or a byte of one of the files does; of a link to no file, when its name does. */
export function keyOfFiles(folder: string, paths: readonly string[]): string {
  const keys = paths.map((path) => {
    const file = join(folder, path);
    return [path, existsSync(file) && statSync(file).isFile() ? hash('sha256', readFileSync(file)) : ''];
  });
  return hash('sha256', JSON.stringify(keys));
}

const isFileOrLink = (entry: Dirent): boolean => entry.isFile() || entry.isSymbolicLink();
const HIDDEN = /(?:^|[/\\])\./;

/**
 * The files and links under a folder but for hidden ones and those under one of its folders, relative to it, in the order of
 * their names.
 */
export function filesBeside(root: string, folder: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => name !== folder)
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(root, entry.name) : isFileOrLink(entry) ? [entry.name] : []))
    .filter((path) => !HIDDEN.test(path))
    .sort();
}

/** The files and links under a folder, relative to `root`, in the order of their names; none where there is no folder. */
function filesUnder(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(isFileOrLink)
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort();
  } catch {
    return [];
  }
}
