// Watches folders for changes of any kind, also those that the system tells nobody of: that a folder is taken away and another put
// in its place at once, as tools do that bring files from elsewhere, and what becomes of what links lead to.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { watch as watchWith, type FSWatcher } from 'chokidar';

/** How long, in milliseconds, a burst of changes may pause before folders are looked at. */
const PAUSE = 200;
/** How often, in milliseconds, one looks for what nothing tells of. */
const ROUND = 1000;

const IGNORED = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/;

export interface Watched {
  readonly close: () => Promise<void>;
}

/** Watches from now on; `changed` hears of every path that changes, and of a folder itself where some may have been missed. */
export async function watch(folders: readonly string[], changed: (path: string) => void): Promise<Watched> {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const heard = new Set<string>();
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), PAUSE);
  };
  const begun = async (): Promise<FSWatcher> => {
    const watcher = watchWith([...folders], { ignoreInitial: true, ignored: IGNORED });
    await new Promise((ready) => watcher.once('ready', () => ready(undefined)));
    // Links to nothing come and go without more than that.
    watcher.on('raw', soon);
    watcher.on('all', (event, path) => {
      // It may be back, the same one, before it is looked for, and is watched no more.
      if (event === 'unlinkDir' && folders.includes(path)) places.set(path, NOWHERE);
      heard.add(path);
      changed(path);
      soon();
    });
    return watcher;
  };
  let places = placesIn(folders);
  let watcher = await begun();
  const look = async (): Promise<void> => {
    const before = places;
    places = placesIn(folders);
    const others = [...new Set([...before.keys(), ...places.keys()])].filter(
      (path) => before.get(path)?.is !== places.get(path)?.is,
    );
    const replaced = others.some((path) => before.has(path) && places.get(path)?.isFolder);
    const untold = others.filter((path) => (before.get(path) ?? places.get(path))?.isApart && !heard.has(path));
    heard.clear();
    if (replaced && !closed) {
      await watcher.close();
      watcher = await begun();
      if (closed) await watcher.close();
    }
    if (!closed) for (const path of replaced ? folders : untold) changed(path);
  };
  const round = setInterval(() => {
    for (const [path, { is, isApart }] of places) if (isApart && placeAt(path).is !== is) return soon();
  }, ROUND);
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(round);
      await watcher.close();
    },
  };
}

interface Place {
  /** Which of its name it is (numbers of what is gone are given again), of a file which state of it; empty where nothing is there. */
  readonly is: string;
  readonly isFolder: boolean;
  /** True where nothing may tell of a change: for a folder that is watched itself, and what a link leads to. */
  readonly isApart: boolean;
}

const NOWHERE: Place = { is: '', isFolder: false, isApart: true };

function placeAt(path: string, isApart = true): Place {
  try {
    const stat = statSync(path);
    const isFolder = stat.isDirectory();
    return { is: `${stat.ino} ${isFolder ? stat.birthtimeMs : `${stat.mtimeMs} ${stat.size}`}`, isFolder, isApart };
  } catch {
    // Gone meanwhile, or somebody else's, or a link to nothing.
    return { ...NOWHERE, isApart };
  }
}

/** Some folders, with the folders and the links in them; what cannot be read is left out. */
function placesIn(folders: readonly string[]): Map<string, Place> {
  const places = new Map(folders.map((folder) => [folder, placeAt(folder)]));
  const walk = (folder: string): void => {
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (IGNORED.test(`/${entry.name}`)) continue;
      if (entry.isSymbolicLink()) places.set(path, placeAt(path));
      if (!entry.isDirectory()) continue;
      places.set(path, placeAt(path, false));
      walk(path);
    }
  };
  for (const folder of folders) walk(folder);
  return places;
}
