// What a build remembers for the next: a folder that may be deleted at any time, is never trusted when torn, and holds
// nothing that privacy took out.
//
//   <cache>/state.json                 what was learnt of files and days; taken away while a build changes what it tells of
//   <cache>/scratch/                   what a build lays aside while it runs
//   <cache>/store/                     see store.ts
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writeWhole } from './store.ts';

/** Raised whenever the shape of what is kept changes. */
const VERSION = 2;

export interface State<T> {
  /** What the last build that ended well left; undefined where there is none that can be believed. */
  readonly memory: T | undefined;
  readonly store: string;
  /** A folder for what nobody needs after the build. */
  readonly scratch: string;
  /** Says that what is remembered no longer holds: called before anything is written that it tells of. */
  readonly begin: () => void;
  /** Says that the build ended well. Until then the next build takes nothing for granted. */
  readonly save: (memory: T) => void;
}

/** Opens the state kept in a folder, made with the same `code`; anything else is thrown away. */
export function openState<T>(folder: string, code: string): State<T> {
  const path = join(folder, 'state.json');
  const memory = readMemory<T>(path, code);
  if (memory === undefined) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {
    memory,
    store: join(folder, 'store'),
    scratch: join(folder, 'scratch'),
    begin: () => rmSync(path, { force: true }),
    save(next) {
      const text = JSON.stringify(next);
      writeWhole(path, `${header(code, text)}\n${text}`);
    },
  };
}

const header = (code: string, text: string): string => JSON.stringify([VERSION, code, hash('sha256', text)]);

function readMemory<T>(path: string, code: string): T | undefined {
  try {
    const whole = readFileSync(path, 'utf8');
    const end = whole.indexOf('\n');
    const text = whole.slice(end + 1);
    return whole.slice(0, end) === header(code, text) ? (JSON.parse(text) as T) : undefined;
  } catch {
    // None yet, or torn: then everything is made anew.
    return undefined;
  }
}

/** Where a path leads, also where its last parts do not exist yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}

/**
 * The folder for the state of one archive built into one output: in a checkout under build/cache, elsewhere in a hidden
 * folder beside the output.
 */
export function stateFolder(content: string, out: string, checkout: string | undefined): string {
  const name = hash('sha256', JSON.stringify([realPath(resolve(content)), realPath(resolve(out))])).slice(0, 16);
  return checkout === undefined
    ? join(dirname(resolve(out)), '.daybook', name)
    : join(checkout, 'build', 'cache', name);
}
