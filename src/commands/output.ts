// A site is made beside the old one and put in its place by renaming, so that a build that dies leaves the old one. Where
// little has changed, only that is made beside it, and file after file takes its place: each is whole at any time, what
// links lead to comes before the links, and what vanishes goes last.
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

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

/** What tells the folder of a site from any other that is put in its place; undefined where there is no site. */
export function identityOf(out: string): string | undefined {
  try {
    const { dev, ino } = statSync(out);
    return existsSync(join(out, 'index.html')) ? `${dev} ${ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** Makes files in a new folder and moves each into its place in `out`; then those that `make` says have vanished go. */
export async function putChanges<T extends { readonly vanished: readonly string[] }>(
  out: string,
  make: (folder: string) => Promise<T>,
): Promise<T> {
  const place = resolve(out);
  const fresh = `${place}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const made = await make(fresh);
  for (const path of filesIn(fresh)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    renameSync(join(fresh, path), join(place, path));
  }
  rmSync(fresh, { recursive: true, force: true });
  for (const path of made.vanished) {
    rmSync(join(place, path), { force: true });
    dropEmpty(dirname(join(place, path)), place);
  }
  return made;
}

/** The files below a folder, deep ones first: pages that others link to lie deeper than those. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const depth = (path: string): number => path.split('/').length;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1));
}

/** Takes away a folder without files, and those above it that are so empty, up to `root`. */
function dropEmpty(folder: string, root: string): void {
  for (let at = folder; at !== root && at.startsWith(root) && existsSync(at); at = dirname(at)) {
    if (readdirSync(at).length > 0) return;
    rmdirSync(at);
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
