// What a build remembers for the next: a folder that may be deleted at any time, is never trusted when torn, and holds
// nothing that privacy took out.
//
//   <cache>/state.json                 what every build asks for; taken away while a build changes what it tells of
//   <cache>/parts/<name>.json          what only some builds ask for, each believed by its hash in state.json
//   <cache>/store/                     see store.ts
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Torn, writeWhole } from './store.ts';
import { parsedAt } from './store/recall.ts';

/** Raised whenever the shape of what is kept changes. */
const VERSION = 6;

/** Larger parts of what is kept, by name: JSON texts that are read when they are asked for. */
export interface Parts {
  readonly names: () => readonly string[];
  readonly has: (name: string) => boolean;
  /** Throws `Torn` where there is none, or where it was changed since it was kept. */
  readonly read: <P>(name: string) => P;
  readonly write: (name: string, part: unknown) => void;
  readonly drop: (name: string) => void;
  /** The parts under a folder. */
  readonly under: (folder: string) => readonly PartHash[];
  /** Notes the parts under a folder that another process left there. */
  readonly take: (folder: string, parts: readonly PartHash[]) => void;
}

/** A part, known by the hash of its text. Plain data. */
export type PartHash = readonly [name: string, hash: string];

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
  /** Hashes of the parts. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Opens the state kept in a folder, made with the same `code`; anything else is thrown away. */
export function openState<T>(folder: string, code: string): State<T> {
  const path = join(folder, 'state.json');
  const kept = readKept<T>(path, code);
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const hashes = new Map(Object.entries(kept?.parts ?? {}));
  const partsFolder = join(folder, 'parts');
  return {
    memory: kept?.memory,
    parts: partsIn(partsFolder, hashes),
    partsFolder,
    store: join(folder, 'store'),
    begin: () => rmSync(path, { force: true }),
    save(memory) {
      const text = JSON.stringify({ memory, parts: Object.fromEntries(hashes) } satisfies Kept<T>);
      writeWhole(path, `${header(code, text)}\n${text}`);
    },
  };
}

/** The parts in a folder, whose hashes are in the map. */
export function partsIn(place: string, hashes: Map<string, string>): Parts {
  const pathOf = (name: string): string => join(place, `${name}.json`);
  return {
    names: () => [...hashes.keys()],
    has: (name) => hashes.has(name),
    read<P>(name: string): P {
      let text: string;
      try {
        text = readFileSync(pathOf(name), 'utf8');
      } catch {
        throw new Torn(name);
      }
      if (hash('sha256', text) !== hashes.get(name)) throw new Torn(name);
      return parsedAt(pathOf(name), text) as P;
    },
    write(name, part) {
      const text = JSON.stringify(part);
      writeWhole(pathOf(name), text);
      hashes.set(name, hash('sha256', text));
    },
    drop(name) {
      rmSync(pathOf(name), { force: true });
      hashes.delete(name);
    },
    under: (folder) => [...hashes].filter(([name]) => name.startsWith(`${folder}/`)),
    take(folder, parts) {
      for (const name of hashes.keys()) if (name.startsWith(`${folder}/`)) hashes.delete(name);
      for (const [name, its] of parts) hashes.set(name, its);
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
