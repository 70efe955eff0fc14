// The folders of a build, looked at before anything is written: what a person keeps must not be taken for a site or for what is
// kept between builds, which are replaced and thrown away.
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Mistake } from '../mistake.ts';
import { GENERATOR } from '../site/parts/generator.ts';
import { KEPT, realPath } from '../state.ts';

export interface Folders {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
}

/** Throws a Mistake where one lies in another, or where something else would be lost. */
export function checkFolders({ content, out, cache }: Folders): void {
  const folders = Object.entries({ content, out, cache }).map(([name, path]) => ({ name, path, real: realPath(path) }));
  for (const [index, one] of folders.entries())
    for (const other of folders.slice(index + 1))
      if (isInside(one.real, other.real) || isInside(other.real, one.real))
        throw new Mistake(
          `--${other.name} ${other.path} and --${one.name} ${one.path} overlap: ${other.name === 'out' ? 'the site' : 'what is kept between builds'} needs a folder of its own.`,
        );
  const site = namesIn('out', out);
  if (site.length > 0 && !isSite(out))
    throw new Mistake(
      `--out ${out} is not empty, and is not a site that Daybook made: a build would delete all of it. Empty it, or name another folder.`,
    );
  checkKept(cache, KEPT);
}

/** Throws a Mistake where the folder in which `check` builds lies in the archive, or where it is a folder of something else. */
export function checkBeside(content: string, cache: string): void {
  if (isInside(realPath(cache), realPath(content)))
    throw new Mistake(`--cache ${cache} lies in the archive folder ${content}: name a folder of its own.`);
  checkKept(cache, ['site', 'state']);
}

function checkKept(cache: string, ours: readonly string[]): void {
  const names = namesIn('cache', cache);
  if (names.length > 0 && !names.some((name) => ours.includes(name)))
    throw new Mistake(
      `--cache ${cache} is not empty, and holds nothing that Daybook keeps between builds: name a folder of its own.`,
    );
}

/** True where a real path is another, or lies in it. */
export const isInside = (inner: string, outer: string): boolean => `${inner}${sep}`.startsWith(`${outer}${sep}`);

/** The names in a folder but for hidden ones; none where it is not there yet. */
function namesIn(option: keyof Folders, path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isSymbolicLink()) throw new Mistake(`--${option} ${path} is a link to nothing.`);
  if (!stat.isDirectory()) throw new Mistake(`--${option} ${path} is not a folder.`);
  return readdirSync(path).filter((name) => !name.startsWith('.'));
}

function isSite(out: string): boolean {
  try {
    // A folder in a site has an index, too.
    return readFileSync(join(out, '404.html'), 'utf8').includes(GENERATOR);
  } catch {
    return false;
  }
}
