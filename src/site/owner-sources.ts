// Where the files of an archive's owner lie. Hidden files are none, and a folder is no file, whatever it is called.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

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

/** The Markdown files under `pages/`, in the order of their names. */
export function pageSources(content: string): readonly PageSource[] {
  return markdownUnder(content, 'pages')
    .sort()
    .map((file) => ({ name: file.slice('pages/'.length, -'.md'.length).normalize('NFC'), file }));
}

function markdownUnder(content: string, folder: string): string[] {
  if (!isFolder(join(content, folder))) return [];
  return readdirSync(join(content, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return markdownUnder(content, path);
      return path.endsWith('.md') ? [path] : [];
    });
}

/** The dates of the notes on days of a channel, ascending. */
export function noteDates(content: string, slug: string): readonly string[] {
  const folder = join(content, 'notes', slug);
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\d\.md$/.test(name) && isFile(join(folder, name)))
    .map((name) => name.slice(0, -3))
    .sort();
}
