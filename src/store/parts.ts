// What is kept between builds in parts: JSON texts that are read when they are asked for, each believed by its hash.
//
//   <parts>/<name>.json    a part; what is before the first `/` of its name is its folder: a channel
//   <lists>/<folder>.json  the hashes of a folder's parts, believed by its own hash: only builds that look into the folder ask
import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf } from '../shared/json-text.ts';
import { bytesOf } from '../shared/text-room.ts';
import { writeOver } from './files.ts';
import { parsedAt } from './recall.ts';
import { Torn } from './torn.ts';

/** Larger parts of what is kept, by name. */
export interface Parts {
  readonly has: (name: string) => boolean;
  /** Throws `Torn` where there is none, or where it was changed since it was kept. */
  readonly read: <P>(name: string) => P;
  readonly write: (name: string, part: unknown) => void;
  readonly drop: (name: string) => void;
  /** The folders that have parts. */
  readonly folders: () => readonly string[];
  /** The parts in a folder. */
  readonly under: (folder: string) => readonly PartHash[];
  /** Notes the parts in a folder that another process left there. */
  readonly take: (folder: string, parts: readonly PartHash[]) => void;
  /** Notes parts that another process left beside those that are here. */
  readonly note: (parts: readonly PartHash[]) => void;
}

/** A part, known by the hash of its text. Plain data. */
export type PartHash = readonly [name: string, hash: string];

/** The hashes of parts, a list a folder; that of parts in none is under the empty name. */
export interface PartLists {
  /** The list of a folder, to be read and changed. Throws `Torn` where it was changed since it was kept. */
  readonly of: (folder: string) => Map<string, string>;
  readonly folders: () => readonly string[];
}

/** Hashes of lists, by their folders. Plain data: it is kept between builds. */
export type ListHashes = Readonly<Record<string, string>>;

/** The lists that lie in a folder; `keep` lays down those that were asked for and gives the hashes of all. */
export function listsIn(place: string, kept: ListHashes): PartLists & { readonly keep: () => ListHashes } {
  const hashes = new Map(Object.entries(kept));
  const lists = new Map<string, Map<string, string>>();
  const pathOf = (folder: string): string => join(place, `${folder}.json`);
  const folders = (): readonly string[] => {
    const loaded = [...lists].filter(([, list]) => list.size > 0).map(([folder]) => folder);
    return [...new Set([...hashes.keys(), ...loaded])].filter((folder) => lists.get(folder)?.size !== 0);
  };
  return {
    folders: () => folders().filter((folder) => folder !== ''),
    of(folder) {
      let list = lists.get(folder);
      if (!list) lists.set(folder, (list = readList(pathOf(folder), hashes.get(folder))));
      return list;
    },
    keep() {
      for (const [folder, list] of lists) {
        const bytes = bytesOf(jsonOf([...list]));
        const its = hash('sha256', bytes);
        if (list.size > 0 && hashes.get(folder) !== its) writeOver(pathOf(folder), bytes);
        if (list.size > 0) hashes.set(folder, its);
        else if (hashes.delete(folder)) rmSync(pathOf(folder), { force: true });
      }
      return Object.fromEntries(hashes);
    },
  };
}

function readList(path: string, its: string | undefined): Map<string, string> {
  if (its === undefined) return new Map();
  return new Map(JSON.parse(believed(path, its)) as readonly PartHash[]);
}

/** A text that has a hash. Throws `Torn` where it has another, or is not there. */
function believed(path: string, its: string | undefined): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Torn(path);
  }
  if (hash('sha256', text) !== its) throw new Torn(path);
  return text;
}

/** The lists of some parts in hand. */
export function listsOf(parts: readonly PartHash[]): PartLists {
  const lists = new Map<string, Map<string, string>>();
  const of = (folder: string): Map<string, string> => {
    let list = lists.get(folder);
    if (!list) lists.set(folder, (list = new Map()));
    return list;
  };
  for (const [name, its] of parts) of(folderOf(name)).set(name, its);
  return { of, folders: () => [...lists.keys()].filter((folder) => folder !== '') };
}

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf('/')));

/** The parts in a folder, by their lists. */
export function partsIn(place: string, lists: PartLists): Parts {
  const pathOf = (name: string): string => join(place, `${name}.json`);
  const listOf = (name: string): Map<string, string> => lists.of(folderOf(name));
  /** What was written last is often read next. */
  let inHand: { readonly name: string; readonly its: string; readonly part: unknown } | undefined;
  return {
    has: (name) => listOf(name).has(name),
    read<P>(name: string): P {
      if (inHand?.name === name && inHand.its === listOf(name).get(name)) return inHand.part as P;
      return parsedAt(pathOf(name), believed(pathOf(name), listOf(name).get(name)), (text) => JSON.parse(text) as P);
    },
    write(name, part) {
      const bytes = bytesOf(jsonOf(part));
      writeOver(pathOf(name), bytes);
      const its = hash('sha256', bytes);
      listOf(name).set(name, its);
      inHand = { name, its, part };
    },
    drop(name) {
      rmSync(pathOf(name), { force: true });
      listOf(name).delete(name);
    },
    folders: lists.folders,
    under: (folder) => [...lists.of(folder)],
    take(folder, parts) {
      const list = lists.of(folder);
      list.clear();
      for (const [name, its] of parts) list.set(name, its);
    },
    note(parts) {
      for (const [name, its] of parts) listOf(name).set(name, its);
    },
  };
}
