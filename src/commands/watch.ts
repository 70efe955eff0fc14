// Watches folders for changes of any kind. A folder that is taken away and made again at once, as tools do that bring files from
// elsewhere, is told of by changes of its files at most, and what is new in it by nothing: then all is watched anew.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { watch as watchWith, type FSWatcher } from 'chokidar';

/** How long, in milliseconds, a burst of changes may pause before folders are looked at. */
const PAUSE = 200;

const IGNORED = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/;

export interface Watched {
  readonly close: () => Promise<void>;
}

/** Watches from now on; `changed` hears of every path that changes, and of a folder itself where some may have been missed. */
export async function watch(folders: readonly string[], changed: (path: string) => void): Promise<Watched> {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const begun = async (): Promise<FSWatcher> => {
    const watcher = watchWith([...folders], { ignoreInitial: true, ignored: IGNORED });
    await new Promise((ready) => watcher.once('ready', () => ready(undefined)));
    watcher.on('all', (event, path) => {
      // A folder that was taken away may come back.
      if (event === 'unlinkDir' && folders.includes(path)) watcher.add(path);
      changed(path);
      clearTimeout(timer);
      timer = setTimeout(() => void look(), PAUSE);
    });
    return watcher;
  };
  let inodes = inodesOf(folders);
  let watcher = await begun();
  const look = async (): Promise<void> => {
    const before = inodes;
    inodes = inodesOf(folders);
    if (closed || ![...inodes].some(([path, inode]) => before.has(path) && before.get(path) !== inode)) return;
    await watcher.close();
    watcher = await begun();
    if (closed) await watcher.close();
    else for (const folder of folders) changed(folder);
  };
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** The folders under some, with themselves, and which of their name each is (numbers of what is gone are given again); what cannot be read is left out. */
function inodesOf(folders: readonly string[]): ReadonlyMap<string, string> {
  const inodes = new Map<string, string>();
  const walk = (path: string): void => {
    try {
      const { ino, birthtimeMs } = statSync(path);
      inodes.set(path, `${ino} ${birthtimeMs}`);
      for (const entry of readdirSync(path, { withFileTypes: true }))
        if (entry.isDirectory() && !IGNORED.test(`/${entry.name}`)) walk(join(path, entry.name));
    } catch {
      // Gone meanwhile, or somebody else's.
    }
  };
  for (const folder of folders) walk(folder);
  return inodes;
}
