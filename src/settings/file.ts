// The file of an archive's settings.
import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Mistake, refusalOf } from '../mistake.ts';

/** The file's name in the archive folder. */
export const SETTINGS_FILE = 'archive.yaml';

/** Throws a Mistake where there is no such folder. */
export function checkArchive(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat)
    throw new Mistake(`There is no archive folder ${folder}: make one, with your logs in ${join(folder, 'logs')}.`);
  if (!stat.isDirectory()) throw new Mistake(`${folder} is a file, not an archive folder.`);
}

/**
 * The text of an archive folder's settings; empty where there are none, which is no mistake. A Mistake where there is no folder, or
 * the file cannot be read, is no UTF-8 or too large.
 */
export function settingsText(folder: string): string {
  checkArchive(folder);
  const path = join(folder, SETTINGS_FILE);
  if (!existsSync(path)) {
    if (lstatSync(path, { throwIfNoEntry: false }))
      throw new Mistake(`${path} is a symbolic link to a file that is not there; mend it, or remove it.`);
    const similar = ['archive.yml', 'archive.json', 'Archive.yaml'].find((name) => existsSync(join(folder, name)));
    if (similar === undefined) return '';
    throw new Mistake(`${join(folder, similar)} is not read: settings are in ${SETTINGS_FILE}; rename it.`);
  }
  if (!statSync(path).isFile()) throw new Mistake(`${path} is not a file, as settings are.`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new Mistake(`${path} cannot be read: ${refusalOf(cause)}.`, { cause });
  }
  if (!isUtf8(bytes)) throw new Mistake(`${SETTINGS_FILE} is not UTF-8: save it in that encoding.`);
  if (bytes.length > 1_000_000) throw new Mistake(`${SETTINGS_FILE} is larger than a megabyte: these are no settings.`);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}
