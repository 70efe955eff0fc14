// How a site gets to its place, so that a build that dies at any moment leaves a whole one.
//
//   a whole site   is made beside the old one and put in its place by renaming
//   a few changes  are made beside it; when all are there, a list says so, and each is renamed to its place. A build that
//                  dies before leaves the old site, one that dies after is finished by the next.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rename,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pathOf } from '../site/beside.ts';
import { realPath } from '../state.ts';

/** The path of the lock that whoever writes to a site holds: it lies beside the site, as what is made for it does. */
export const siteLock = (out: string): string => `${realPath(out)}.lock`;

/** Makes a site in a new folder and puts it in the place of `out`; what `make` gives is handed on. */
export async function putInPlace<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const place = realPath(out);
  const [fresh, former] = [`${place}.new`, `${place}.old`];
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  const made = await orNothing(fresh, make);
  if (existsSync(place)) renameSync(place, former);
  renameSync(fresh, place);
  dropFormer(former, place);
  return made;
}

/** Takes the former site away. What the owner keeps hidden in it, such as `.git` or `.htaccess`, goes along. */
function dropFormer(former: string, place: string): void {
  if (!existsSync(former)) return;
  for (const name of readdirSync(former))
    if (name.startsWith('.') && !existsSync(join(place, name))) renameSync(join(former, name), join(place, name));
  rmSync(former, { recursive: true, force: true });
}

/** Makes files in a folder; where that fails, none of them stay: the disk may be full. */
async function orNothing<T>(folder: string, make: (folder: string) => Promise<T>): Promise<T> {
  try {
    return await make(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** What is to become of a site: files of the folder beside it that go to their places, and files that go. */
interface Changes {
  /** The site that they were made for. */
  readonly site: string | undefined;
  /** Paths below the folder beside it, in the order in which they are put. */
  readonly beside: readonly string[];
  readonly vanished: readonly string[];
}

const changesFolder = (place: string): string => `${place}.new`;
/** Says that all changes have been made; no page has this name. */
const READY = '.ready.json';

/** Makes files in a new folder and puts each in its place in the site; those that vanished are taken out. */
export async function putChanges<T extends { readonly vanished: readonly string[] }>(
  out: string,
  make: (folder: string) => Promise<T>,
): Promise<T> {
  const place = realPath(out);
  const folder = changesFolder(place);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const made = await orNothing(folder, make);
  const changes: Changes = { site: identityOf(place), beside: filesIn(folder), vanished: made.vanished };
  writeFileSync(join(folder, `${READY}.part`), JSON.stringify(changes));
  renameSync(join(folder, `${READY}.part`), join(folder, READY));
  await finish(place, changes);
  return made;
}

/** Files that are put at once: of each, some disks write out what it has before it takes another's place. */
const AT_ONCE = 64;

/** Puts changes that are ready into their places; what is there already is passed over. */
async function finish(place: string, { beside, vanished }: Changes): Promise<void> {
  const folder = changesFolder(place);
  for (let from = 0; from < beside.length;) {
    // What others link to is there before they are.
    const depth = depthOf(pathOf(beside[from]!));
    let to = from + 1;
    while (to < beside.length && to - from < AT_ONCE && depthOf(pathOf(beside[to]!)) === depth) to += 1;
    await Promise.all(beside.slice(from, to).map((path) => put(join(folder, path), join(place, pathOf(path)))));
    from = to;
  }
  // Last, so that no link leads to what is gone.
  for (const path of vanished) {
    rmSync(join(place, path), { force: true });
    removeEmpty(place, dirname(path));
  }
  rmSync(folder, { recursive: true, force: true });
}

const move = promisify(rename);

async function put(from: string, to: string): Promise<void> {
  try {
    await move(from, to);
  } catch {
    if (!existsSync(from)) return;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}

/** Removes a folder below the site, and those above it, as far as nothing is left in them. */
function removeEmpty(place: string, folder: string): void {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    const whole = join(place, path);
    if (existsSync(whole) && readdirSync(whole).length > 0) return;
    rmSync(whole, { recursive: true, force: true });
  }
}

/** The files below a folder, those that others link to first: a folder's own pages come after what lies in it. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .map((beside) => [pathOf(beside), beside] as const)
    .sort(([a], [b]) => depthOf(b) - depthOf(a) || (a < b ? -1 : 1))
    .map(([, beside]) => beside);
}

const depthOf = (path: string): number => path.split('/').length;

/** What tells the folder of a site from any other that is put in its place; undefined where there is no site. */
export function identityOf(out: string): string | undefined {
  try {
    const { dev, ino } = statSync(out);
    return existsSync(join(out, 'index.html')) ? `${dev} ${ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** True where nobody has taken away what every site has, or one of its channels; each single page would take long to ask for. */
export function hasChannels(out: string, slugs: readonly string[]): boolean {
  return ['assets', ...slugs.map((slug) => join(slug, 'index.html'))].every((path) => existsSync(join(out, path)));
}

/** Finishes what a build left that died while it put a site in its place. */
export async function recoverOutput(out: string): Promise<void> {
  const place = realPath(out);
  const former = `${place}.old`;
  if (existsSync(former)) {
    if (existsSync(place)) dropFormer(former, place);
    else renameSync(former, place);
  }
  const changes = readyChanges(place);
  if (changes && changes.site === identityOf(place)) await finish(place, changes);
}

function readyChanges(place: string): Changes | undefined {
  try {
    return JSON.parse(readFileSync(join(changesFolder(place), READY), 'utf8')) as Changes;
  } catch {
    // Nothing was left, or not all had been made.
    return undefined;
  }
}
