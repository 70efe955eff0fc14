// A site is made beside the old one and put in its place by renaming, so that a build that dies leaves the old one. Where
// little has changed, only that is made, and the rest of the old site is linked beside it.
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Makes a site in a new folder and puts it in the place of `out`; what `make` gives is handed on. */
export async function putInPlace<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const place = resolve(out);
  const fresh = `${place}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  const made = await make(fresh);
  exchange(place, fresh);
  return made;
}

/** Makes files in a new folder and puts a site of them and of the old one's others in its place, but for what vanished. */
export async function putChanges<T extends { readonly vanished: readonly string[] }>(
  out: string,
  make: (folder: string) => Promise<T>,
): Promise<T> {
  const place = resolve(out);
  const changes = `${place}.new`;
  const whole = `${place}.next`;
  for (const folder of [changes, whole]) rmSync(folder, { recursive: true, force: true });
  const made = await make(changes);
  const fresh = filesIn(changes);
  const gone = new Set([...fresh, ...made.vanished]);
  const into = folders(whole);
  for (const path of filesIn(place)) if (!gone.has(path)) linkOrCopy(join(place, path), into(path));
  for (const path of fresh) renameSync(join(changes, path), into(path));
  rmSync(changes, { recursive: true, force: true });
  exchange(place, whole);
  return made;
}

/** Puts a finished folder in the place of another. */
function exchange(place: string, fresh: string): void {
  const former = `${place}.old`;
  if (existsSync(place)) renameSync(place, former);
  renameSync(fresh, place);
  rmSync(former, { recursive: true, force: true });
}

/** Where a file goes below a folder; the folders above it are made. */
function folders(root: string): (path: string) => string {
  const made = new Set<string>();
  return (path) => {
    const folder = join(root, dirname(path));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return join(root, path);
  };
}

/** A second name for a file that nobody will write to again; a copy where the disk has no such names. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** What tells the folder of a site from any other that is put in its place; undefined where there is no site. */
export function identityOf(out: string): string | undefined {
  try {
    const { dev, ino } = statSync(out);
    return existsSync(join(out, 'index.html')) ? `${dev} ${ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the old site back that a build left aside when it died between its two renames. */
export function recoverOutput(out: string): void {
  const place = resolve(out);
  const former = `${place}.old`;
  if (!existsSync(former)) return;
  if (existsSync(place)) rmSync(former, { recursive: true, force: true });
  else renameSync(former, place);
}
