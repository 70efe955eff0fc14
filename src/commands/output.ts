// The site is made beside the old one and put in its place by renaming, so that a build that dies leaves the old one.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes a site in a new folder and puts it in the place of `out`; what `make` gives is handed on. */
export async function putInPlace<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const place = resolve(out);
  const fresh = `${place}.new`;
  const former = `${place}.old`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  const made = await make(fresh);
  if (existsSync(place)) renameSync(place, former);
  renameSync(fresh, place);
  rmSync(former, { recursive: true, force: true });
  return made;
}

/** Puts the old site back that a build left aside when it died between its two renames. */
export function recoverOutput(out: string): void {
  const place = resolve(out);
  const former = `${place}.old`;
  if (!existsSync(former)) return;
  if (existsSync(place)) rmSync(former, { recursive: true, force: true });
  else renameSync(former, place);
}
