// The site is made beside the old one and put in its place by renaming, so that a build that dies leaves the old one.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes a site in a new folder and puts it in the place of `out`; what `make` gives is handed on. */
export async function putInPlace<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const place = resolve(out);
  const fresh = `${place}.new`;
  const former = `${place}.old`;
  recover(place, former);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  const made = await make(fresh);
  if (existsSync(place)) renameSync(place, former);
  renameSync(fresh, place);
  rmSync(former, { recursive: true, force: true });
  return made;
}

/** A build died between the two renames: the old site goes back. One that died after them left it behind. */
function recover(place: string, former: string): void {
  if (!existsSync(former)) return;
  if (existsSync(place)) rmSync(former, { recursive: true, force: true });
  else renameSync(former, place);
}
