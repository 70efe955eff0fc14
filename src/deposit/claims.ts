// Whose logs a folder under `logs/` holds: two people's `.xchat2` must not run into one, and neither can be told from the
// lines alone, since both heard the same.
//
//   logs/.deposits.json   {"xchat2": "/home/ada/.xchat2"}
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Mistake } from '../mistake.ts';
import { create } from './append.ts';

export interface Claimed {
  /** Absolute path of what was given. */
  readonly path: string;
  /** Where it goes, under `logs/`. */
  readonly folder: string;
}

/**
 * The folder under `logs/` for each path: the given one, else the one that is noted for it, else one of its name, with a number
 * behind it where another of these paths has that. A person may have two folders of one client, of before an update and since.
 */
export function foldersFor(logs: string, paths: readonly string[], as?: string): ReadonlyMap<string, string> {
  if (as !== undefined) return new Map(paths.map((path) => [path, as]));
  const noted = new Map(Object.entries(claimsIn(join(logs, '.deposits.json'))).map(([folder, path]) => [path, folder]));
  const folders = new Map(paths.flatMap((path) => (noted.has(path) ? [[path, noted.get(path)!]] : [])));
  const taken = new Set(folders.values());
  for (const path of paths) {
    if (folders.has(path)) continue;
    const name = nameFor(path);
    let folder = name;
    for (let count = 2; taken.has(folder); count++) folder = `${name}-${count}`;
    taken.add(folder);
    folders.set(path, folder);
  }
  return folders;
}

/** The name of a client's folder: its own without what hides it, or of the one that it is the `logs` of. */
function nameFor(path: string): string {
  const nameOf = (one: string): string => basename(one).replace(/^\.+/, '');
  const own = nameOf(path);
  return (/^logs?$/iu.test(own) && nameOf(dirname(path))) || own || 'client';
}

/** Notes where the logs of each folder come from. Throws a Mistake where they come from elsewhere, unless `as` says so. */
export function claimFolders(
  logs: string,
  roots: readonly Claimed[],
  { as, dryRun }: { readonly as?: string; readonly dryRun?: boolean },
): void {
  const file = join(logs, '.deposits.json');
  const known = claimsIn(file);
  const claims = new Map(
    as === undefined ? Object.entries(known) : Object.entries(known).filter(([name]) => name !== as),
  );
  for (const { path, folder } of roots) {
    const other = claims.get(folder) ?? path;
    if (other !== path)
      throw new Mistake(
        `logs/${folder} holds what is deposited from ${other}; deposit ${path} by itself, with --as and a name of its own.`,
      );
    claims.set(folder, path);
  }
  const text = `${JSON.stringify(Object.fromEntries([...claims].sort(([a], [b]) => (a < b ? -1 : 1))), undefined, 2)}\n`;
  if (!dryRun && (!existsSync(file) || readFileSync(file, 'utf8') !== text))
    create(file, Buffer.from(text).toString('latin1'));
}

function claimsIn(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  try {
    const claims: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof claims === 'object' && claims !== null && Object.values(claims).every((one) => typeof one === 'string'))
      return claims as Readonly<Record<string, string>>;
  } catch {
    // Said below.
  }
  throw new Mistake(
    `${file} is damaged: it tells where the logs of each folder beside it come from, {"<folder>": "<path>"}. Mend it, or remove it if each is deposited from one place only.`,
  );
}
