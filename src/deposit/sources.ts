// The logs in clients' folders, those that a log was turned over into with it.
//
//   #loom.log   #loom.log.1   #loom.log.2.gz   #loom.log-20131105.gz   → one source, its parts from the oldest to the newest
import { closeSync, openSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, Mistake } from '../mistake.ts';
import { addTo } from '../shared/lists.ts';

export interface LogSource {
  /** Where it goes to, relative to `logs/`, with `/`. */
  readonly target: string;
  /** The folder that was given, and the path in it of the newest part that holds anything. */
  readonly root: string;
  readonly path: string;
  /** Absolute paths of the parts, the oldest first; the last is the one that the client writes. */
  readonly parts: readonly string[];
}

/** Where clients keep their logs below a person's home. */
export const USUAL = [
  '.xchat2',
  '.config/xchat2',
  '.config/hexchat',
  'irclogs',
  '.weechat/logs',
  '.local/share/weechat/logs',
  '.znc',
];

/** Folders and files of clients that hold no logs, and may be large. */
const PASSED_OVER = /^(?:addons|plugins|scripts|downloads|modules|node_modules|python|perl|lua|sound|icons)$/i;

/** The folder that something given is, or that a single log lies in: its name may tell the network. */
export function folderOf(from: string): string {
  return statSync(from, { throwIfNoEntry: false })?.isFile() ? dirname(from) : from;
}

/**
 * Every file that may be a log under what was given; folders are looked through, links and hidden files are not. `onBarred`
 * hears of folders that may not be looked into.
 */
export function sourcesIn(from: string, folder: string, onBarred: (path: string) => void): readonly LogSource[] {
  const stat = statSync(from, { throwIfNoEntry: false });
  if (!stat) throw new Mistake(`There is nothing at ${from}, so nothing can be deposited from it.`);
  if (!stat.isDirectory() && !stat.isFile())
    throw new Mistake(`${from} is not a file that can be read to its end, so nothing can be deposited from it.`);
  const root = stat.isDirectory() ? from : dirname(from);
  const paths = stat.isDirectory() ? filesUnder(root, '', onBarred) : [basename(from)];
  const groups = new Map<string, { path: string; age: string }[]>();
  for (const path of paths) {
    const { base, age } = turnedOver(path);
    addTo(groups, base, { path, age });
  }
  return [...groups]
    .map(([base, parts]) => {
      const sorted = parts.sort((a, b) => (a.age < b.age ? -1 : 1)).map(({ path }) => path);
      return {
        target: `${folder}/${base}`,
        root,
        path: sorted.findLast((path) => !isEmpty(join(root, path))) ?? base,
        parts: sorted.map((path) => join(root, path)),
      };
    })
    .sort((a, b) => (a.target < b.target ? -1 : 1));
}

/** True for the log that a client is about to write to, after what it had was turned over. */
const isEmpty = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.size === 0;

/** True where whoever deposits may read a file. */
export function isReadable(path: string): boolean {
  try {
    closeSync(openSync(path, 'r'));
    return true;
  } catch {
    return false;
  }
}

function filesUnder(root: string, inner: string, onBarred: (path: string) => void): readonly string[] {
  const folder = join(root, inner);
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Its name is not UTF-8: it is told of as a file of such a name is.
    if (codeOf(error) === 'ENOENT' && inner !== '') return [inner];
    if (codeOf(error) !== 'EACCES') throw error;
    onBarred(folder);
    return [];
  }
  return entries.flatMap((entry) => {
    const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return PASSED_OVER.test(entry.name) ? [] : filesUnder(root, path, onBarred);
    return entry.isFile() ? [path] : [];
  });
}

/** The name of the log that a file is a part of, and a text by which its parts sort from the oldest to the newest. */
function turnedOver(path: string): { readonly base: string; readonly age: string } {
  const name = path.replace(/\.gz$/i, '');
  const [, base = name, number, date] = /^(.*\.[a-z]+)(?:\.(\d{1,3})|-(\d{8}))$/i.exec(name) ?? [];
  if (number !== undefined) return { base, age: `b${String(1000 - Number(number)).padStart(4, '0')}` };
  return date === undefined ? { base, age: 'c' } : { base, age: `a${date}` };
}
