// What a build remembers for the next: a folder that may be deleted at any time, is never trusted when torn, and holds
// nothing that privacy took out.
//
//   <cache>/state.json                 what every build asks for; taken away while a build changes what it tells of
//   <cache>/parts/ <cache>/lists/      what only some builds ask for, see store/parts.ts
//   <cache>/store/                     see store.ts
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { unfinished, writeWhole } from './store.ts';
import { listsIn, partsIn, type ListHashes, type Parts } from './store/parts.ts';

export { listsOf, partsIn, type PartHash, type Parts } from './store/parts.ts';

/** Raised whenever the shape of what is kept changes. */
const VERSION = 11;

const HEAD = 'state.json';

/** What lies in the folder, also where builds were killed in it. */
export const KEPT: readonly string[] = [HEAD, unfinished(HEAD), 'parts', 'lists', 'store'];

export interface State<T> {
  /** What the last build that ended well left; undefined where there is none that can be believed. */
  readonly memory: T | undefined;
  readonly parts: Parts;
  readonly partsFolder: string;
  readonly store: string;
  /** Says that what is remembered no longer holds: called before anything is written that it tells of. */
  readonly begin: () => void;
  /** Says that the build ended well. Until then the next build takes nothing for granted. */
  readonly save: (memory: T) => void;
}

interface Kept<T> {
  readonly memory: T;
  readonly lists: ListHashes;
}

/** Opens the state kept in a folder, made with the same `code`; anything else is thrown away. */
export function openState<T>(folder: string, code: string): State<T> {
  const path = join(folder, HEAD);
  const kept = readKept<T>(path, code);
  // Only what is ours: a person may have named a folder that has more.
  if (kept === undefined) for (const name of KEPT) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const lists = listsIn(join(folder, 'lists'), kept?.lists ?? {});
  const partsFolder = join(folder, 'parts');
  return {
    memory: kept?.memory,
    parts: partsIn(partsFolder, lists),
    partsFolder,
    store: join(folder, 'store'),
    begin: () => rmSync(path, { force: true }),
    save(memory) {
      const text = JSON.stringify({ memory, lists: lists.keep() } satisfies Kept<T>);
      writeWhole(path, `${header(code, text)}\n${text}`);
    },
  };
}

const header = (code: string, text: string): string => JSON.stringify([VERSION, code, hash('sha256', text)]);

function readKept<T>(path: string, code: string): Kept<T> | undefined {
  try {
    const whole = readFileSync(path, 'utf8');
    const end = whole.indexOf('\n');
    const text = whole.slice(end + 1);
    return whole.slice(0, end) === header(code, text) ? (JSON.parse(text) as Kept<T>) : undefined;
  } catch {
    // None yet, or torn: then everything is made anew.
    return undefined;
  }
}

/** Where a path leads, also where its last parts do not exist yet. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const whole = resolve(path);
    const parent = dirname(whole);
    return parent === whole ? whole : join(realPath(parent), basename(whole));
  }
}

/**
 * The folder for the state of one archive built into one output: in a checkout under build/cache, elsewhere in a hidden
 * folder beside the output.
 */
export function stateFolder(content: string, out: string, checkout: string | undefined): string {
  const name = hash('sha256', JSON.stringify([realPath(content), realPath(out)])).slice(0, 16);
  return checkout === undefined
    ? join(dirname(resolve(out)), '.daybook', name)
    : join(checkout, 'build', 'cache', name);
}
