// What the owner of an archive writes beside the logs: pages, notes of days, a theme, a logo, words above and below.
import { hash } from 'node:crypto';
import { Mistake } from '../../mistake.ts';
import { wantedOf } from '../../shared/fragments.ts';
import type { ArchiveIndex } from '../../store.ts';
import type { Markup } from '../parts/html.ts';
import { CITING_PAGE, citingSource } from '../cited/citing-prose.ts';
import { formerLinksOf } from './former-links.ts';
import type { FormerLinks } from './former-links.ts';
import { bytesOf, lostFiles, mistaken, noteSources, pageSources, type PageSource } from './owner-sources.ts';
import { placeOf } from './prose-links.ts';
import { proseOf, type Prose } from './prose.ts';
import { aboutSource } from './prose-page.ts';
import type { ProsePage } from './prose-page.ts';
import { pagePath, searchPath } from '../parts/urls.ts';

/** A file of the archive folder that is copied as it is. */
export interface OwnerCopy {
  /** In the site. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the owner says at the top of a day. */
export interface Note {
  /** Changes when its source does. */
  readonly hash: string;
  readonly body: Markup;
}

export interface OwnerFiles {
  /** By `order`, then by title; what we say of the archive, or of citing it, comes last. */
  readonly pages: readonly ProsePage[];
  /** `content/pages/index.md`: the words at the top of the home page. */
  readonly intro?: Markup;
  readonly header?: Markup;
  readonly footer?: Markup;
  readonly copies: readonly OwnerCopy[];
  readonly theme?: string;
  readonly logo?: string;
  /** `content/former-links.csv`: where lines are that an earlier archive had other addresses for. */
  readonly formerLinks?: FormerLinks['links'];
  /** The notes of a channel's days, by their dates. */
  readonly notesOf: (slug: string) => ReadonlyMap<string, Note>;
  /** Links and pictures of prose that lead to nothing, pages that cannot be read and notes that no page shows, as sentences. */
  readonly problems: readonly string[];
}

const FORMER_LINKS = 'former-links.csv';
/** What an owner may have at the top of the archive folder. */
const FILES = ['header.md', 'footer.md', 'theme.css', 'logo.svg', 'logo.png', FORMER_LINKS];
const FOLDERS = ['pages', 'notes'];
/** Pages that are there whether the owner writes them or not. */
const OURS: readonly string[] = ['about', CITING_PAGE].map(pagePath);

/** Throws `Mistake` where something of the site is where a page would be. */
function checkPlace(name: string, file: string, known: (path: string) => boolean): void {
  const folders = name.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  const taken = folders.find((path) => known(path) || /^assets$|(?:^|\/)index\.html$/.test(path));
  if (taken !== undefined)
    throw new Mistake(
      `${file} would be at /${name}/, but /${taken} is a ${taken === 'assets' ? 'folder' : 'file'} of the site itself; give the page another name.`,
    );
  if (known(`${name}/`)) {
    const other = pagePath(name) === searchPath() ? 'the search' : name.startsWith('ref/') ? 'a bug' : 'a channel';
    throw new Mistake(`${file} and ${other} would both be at /${name}/; give the page another name.`);
  }
}

/** Whether a fragment in a note means a line of the note's day, which stands on the same page. */
function isLine(fragment: string, file: string): boolean {
  return file.startsWith('notes/') && !Number.isNaN(wantedOf(fragment).clock);
}

/** Sentences about what of a file's prose leads nowhere or means nothing; `known` tells whether a path is in the site. */
function lostIn(prose: Prose, file: string, known: (path: string) => boolean): readonly string[] {
  const { links, headings, pictures, unknown } = prose;
  const lost = links.flatMap((link) => {
    const { path, fragment } = placeOf(link);
    if (!link.startsWith('#'))
      return known(path) ? [] : [`${file} links to ${link.replace(/[?#].*$/, '')}, which is not a page of this site.`];
    const isThere = fragment === '' || headings.some(({ id }) => id === fragment) || isLine(fragment, file);
    return isThere ? [] : [`${file} links to ${link}, which is no heading of it.`];
  });
  return [
    ...unknown.map((key) => `${file} has ${key} between its "---", where title and order alone mean anything.`),
    ...lost,
    // One with a whole path may lie there all the same.
    ...pictures
      .filter((link) => !known(placeOf(link).path))
      .map(
        (link) =>
          `${file} shows the picture ${link}, which is not a file of this site; pictures need the address where they lie.`,
      ),
  ];
}

/** The notes of each channel of the site, by their dates; `noteAt` reads one. */
function notesBySlug(
  index: ArchiveIndex,
  sources: readonly PageSource[],
  noteAt: (file: string) => Note | undefined,
): ReadonlyMap<string, ReadonlyMap<string, Note>> {
  const notes = new Map(index.channels.map(({ channel: { slug } }) => [slug, new Map<string, Note>()]));
  for (const { name, file } of sources) {
    const [slug = '', date = ''] = name.split('/');
    const own = notes.get(slug);
    const note = own && noteAt(file);
    if (note) own.set(date, note);
  }
  return notes;
}

/** Reads the owner's files under the archive folder. `known` tells whether a path (without fragment) is in the site. */
export function ownerFilesOf(content: string, index: ArchiveIndex, known: (path: string) => boolean): OwnerFiles {
  const read = (path: string): string | undefined => bytesOf(content, path)?.toString('utf8');
  const { sources, problems: passedOver } = pageSources(content);
  const names = sources.map(({ name }) => name);
  const paths = new Set([...names.filter((name) => name !== 'index').map(pagePath), ...OURS]);
  const problems = [...passedOver, ...lostFiles(content, [...FILES, ...FOLDERS]), ...mistaken(content, FILES, FOLDERS)];
  const render = (source: string, file: string): Prose => {
    const prose = proseOf(source, file, index.base);
    problems.push(...lostIn(prose, file, (path) => known(path) || paths.has(path)));
    return prose;
  };
  const pages = sources
    .filter(({ name }) => name !== 'index')
    .map(({ name, file }) => {
      checkPlace(name, file, known);
      const prose = render(read(file) ?? '', file);
      return { name, title: prose.title ?? name, order: prose.order ?? Infinity, prose };
    })
    .sort((a, b) => a.order - b.order || (a.title < b.title ? -1 : 1));
  const [own, source] = names.includes('about') ? [CITING_PAGE, citingSource(index)] : ['about', aboutSource(index)];
  if (!names.includes(own)) {
    const prose = proseOf(source, `pages/${own}.md`, index.base);
    pages.push({ name: own, title: prose.title ?? '', order: Infinity, prose });
  }
  const slot = (path: string): Markup | undefined => {
    const source = read(path);
    return source === undefined ? undefined : render(source, path).body;
  };
  const [intro, header, footer] = [slot('pages/index.md'), slot('header.md'), slot('footer.md')];
  const { sources: dated, problems: undated } = noteSources(content);
  problems.push(...undated);
  const notes = notesBySlug(index, dated, (file) => {
    const source = read(file);
    return source === undefined ? undefined : { hash: hash('sha256', source), body: render(source, file).body };
  });
  // Its channel has another slug by now, or its day has no entry.
  for (const { name, file } of dated)
    if (!notes.has(name.split('/')[0]!) || !known(`${name}/`))
      problems.push(`${file} is shown nowhere: the site has no day /${name}/.`);
  const copies: OwnerCopy[] = [];
  const copied = (file: string): string | undefined => {
    const bytes = bytesOf(content, file);
    if (bytes === undefined) return undefined;
    copies.push({ path: `assets/${file}`, bytes });
    return `assets/${file}`;
  };
  const list = read(FORMER_LINKS);
  const former = list === undefined ? undefined : formerLinksOf(list, FORMER_LINKS, known);
  problems.push(...(former?.problems ?? []));
  const theme = copied('theme.css');
  const logo = copied('logo.svg') ?? copied('logo.png');
  return {
    pages,
    ...(intro && { intro }),
    ...(header && { header }),
    ...(footer && { footer }),
    ...(theme === undefined ? {} : { theme }),
    ...(logo === undefined ? {} : { logo }),
    ...(former && { formerLinks: former.links }),
    copies,
    problems,
    notesOf: (slug) => notes.get(slug) ?? new Map<string, Note>(),
  };
}
