// Where the files of an archive's owner lie. Hidden files are none, and a folder is no file, whatever it is called.
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Mistake } from '../../mistake.ts';

/** A page that the owner writes: its path in the site without the final `/`, and its file. */
export interface PageSource {
  readonly name: string;
  readonly file: string;
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The bytes of a file of the archive folder; undefined where there is none. */
export function bytesOf(content: string, path: string): Buffer | undefined {
  const file = join(content, path);
  return isFile(file) ? readFileSync(file) : undefined;
}

const passedOver = (path: string): string => `${path} is a link to no file, and is passed over.`;

/** Sentences about those of some files and folders of the archive folder that are links to nothing. */
export function lostFiles(content: string, paths: readonly string[]): readonly string[] {
  const isLost = (file: string): boolean =>
    !existsSync(file) && lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  return paths.filter((path) => isLost(join(content, path))).map(passedOver);
}

/** Sentences about those of some files that are folders, and those of some folders that are files. */
export function mistaken(content: string, files: readonly string[], folders: readonly string[]): readonly string[] {
  return [
    ...files
      .filter((path) => isFolder(join(content, path)))
      .map((path) => `${path} is a folder, where a file would be read, and is passed over.`),
    ...folders
      .filter((path) => isFile(join(content, path)))
      .map((path) => `${path} is a file, where a folder would be looked into, and is passed over.`),
  ];
}

/** What lies under `pages/` or `notes/`. */
export interface FoundSources {
  /** The Markdown files, in the order of their paths. */
  readonly sources: readonly PageSource[];
  /** What is passed over, as sentences. */
  readonly problems: readonly string[];
}

/**
 * Finds the Markdown files under `pages/`. Throws `Mistake` where two would be one page. Links to files are followed, links to
 * folders are not: they may lead round.
 */
export function pageSources(content: string): FoundSources {
  const paths = markdownUnder(content, 'pages').sort();
  const isRead = new Map(paths.map((path) => [path, isFile(join(content, path))]));
  return {
    sources: named(
      'pages/',
      paths.filter((path) => isRead.get(path)),
    ),
    problems: paths.filter((path) => !isRead.get(path)).map(passedOver),
  };
}

/** Markdown files by their paths in the site, which are NFC: some systems decompose the names of files. */
function named(folder: string, paths: readonly string[]): readonly PageSource[] {
  const files = new Map<string, string>();
  for (const file of paths) {
    const name = file.slice(folder.length, -'.md'.length).normalize('NFC');
    const other = files.get(name);
    if (other !== undefined)
      throw new Mistake(
        `${other} and ${file} would both be at /${name}/, for their names differ in nothing but how their accents are encoded; remove one.`,
      );
    files.set(name, file);
  }
  return [...files].map(([name, file]) => ({ name, file }));
}

/** The paths of Markdown files, and of links that may lead to some. */
function markdownUnder(content: string, folder: string): string[] {
  if (!isFolder(join(content, folder))) return [];
  return readdirSync(join(content, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return markdownUnder(content, path);
      const isWanted = path.endsWith('.md') || (entry.isSymbolicLink() && isFolder(join(content, path)));
      return isWanted ? [path] : [];
    });
}

/** The notes on days, `<slug>/<date>`, of each channel in the order of the dates. Throws `Mistake` where two are on one day. */
export function noteSources(content: string): FoundSources {
  if (!isFolder(join(content, 'notes'))) return { sources: [], problems: [] };
  const all = readdirSync(join(content, 'notes'))
    .map((name) => `notes/${name}`)
    .flatMap((path) =>
      isFolder(join(content, path)) ? readdirSync(join(content, path)).map((name) => `${path}/${name}`) : [path],
    )
    .filter((path) => /\/[^./][^/]*\.md$/.test(path))
    .sort();
  const paths = all.filter((path) => isFile(join(content, path)));
  const isDated = (path: string): boolean => /^notes\/[^/]+\/\d{4}-\d\d-\d\d\.md$/.test(path);
  const undated = paths
    .filter((path) => !isDated(path))
    .map(
      (path) =>
        `${path} is shown nowhere: a note is named for its day, in the folder of its channel, such as notes/xpmem/2014-01-05.md.`,
    );
  return {
    sources: named('notes/', paths.filter(isDated)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    problems: [...lostFiles(content, all), ...mistaken(content, all, []), ...undated],
  };
}
