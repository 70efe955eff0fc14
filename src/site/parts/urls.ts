// Where things are in the site. Paths begin after the site's base (`index.base`), without a slash in front.
//
//   xpmem/                    a channel          xpmem/2013-10-02/            its day
//   xpmem/2013/               a year of it       xpmem/2013-10-02.json, .txt  the day for machines
//   xpmem/people/jcuster/     a person of it     xpmem/index.json             the channel for machines
//   xpmem/refs/               what was cited     xpmem/refs/#pv-1038341       one of them
//   xpmem/presence/          who was there        xpmem/presence/2013/         in a year of a long life
//   xpmem/latest/            its last day        xpmem/at/?2013-10-02T14:29   a moment of it
//   xpmem/feed.xml           its latest days
//   ref/pv/1038341/           a bug, in all channels     search/?q=mmap_sem    lines that say something
//   xpmem/search/2013-10.txt  words of a month
import { lower } from '../../shared/casemap.ts';

/** A channel's own page. */
export function channelPath(slug: string): string {
  return `${slug}/`;
}

/** The page of a channel's day, `YYYY-MM-DD`. */
export function dayPath(slug: string, date: string): string {
  return `${slug}/${date}/`;
}

/** Leads to a channel's last day. */
export function latestPath(slug: string): string {
  return `${slug}/latest/`;
}

/** Leads to a moment of a channel, which the query names. */
export function atPath(slug: string): string {
  return `${slug}/at/`;
}

/** Where lines are that an earlier archive had other addresses for. */
export const FORMER_LINKS_PATH = 'assets/former-links.json';

/** The latest days of a channel for feed readers. */
export function feedPath(slug: string): string {
  return `${slug}/feed.xml`;
}

/** A prose page: `rules` of `content/pages/rules.md`. */
export function pagePath(name: string): string {
  return `${name}/`;
}

/** A year of a channel with many days; with a month (1–12), that month on its page. */
export function yearPath(slug: string, year: string, month?: number): string {
  return `${slug}/${year}/${month === undefined ? '' : `#m${month}`}`;
}

/** The day for machines: its file as the build keeps it, or as plain text for grep. */
export function dayFilePath(slug: string, date: string, type: 'json' | 'txt'): string {
  return `${slug}/${date}.${type}`;
}

/** A day's page, and the day for machines. */
export const filesOfDay = (slug: string, date: string): readonly string[] => [
  dayPath(slug, date),
  dayFilePath(slug, date, 'json'),
  dayFilePath(slug, date, 'txt'),
];

/** The channel for machines. */
export function channelFilePath(slug: string): string {
  return `${slug}/index.json`;
}

/** The page that looks for lines; with a channel's slug, for those of it. */
export function searchPath(slug?: string): string {
  return `search/${slug === undefined ? '' : `?in=${encodeURIComponent(slug)}`}`;
}

/** Where the words of a channel lie, month by month. */
export function wordsFolder(slug: string): string {
  return `${slug}/search/`;
}

/** The words of a month, `YYYY-MM`, that its lines are found by. */
export function wordsPath(slug: string, month: string): string {
  return `${wordsFolder(slug)}${month}.txt`;
}

/** The page to link to from a tracker: `PV 1038341` is `ref/pv/1038341/`. */
export function bugPath(name: string): string {
  const cut = name.lastIndexOf(' ');
  return `ref/${folderOf(name.slice(0, Math.max(cut, 0)))}/${folderOf(name.slice(cut + 1))}/`;
}

/** A bug for machines. */
export function bugFilePath(name: string): string {
  return `${bugPath(name).slice(0, -1)}.json`;
}

/** One thing that was cited, on the channel's page of references; the page itself without a name. */
export function referencesPath(slug: string, name?: string): string {
  return `${slug}/refs/${name === undefined ? '' : `#${anchorOf(name)}`}`;
}

/** Who was in a channel, and when anybody logged it; a year of it where a page does not hold all. */
export function presencePath(slug: string, year?: string): string {
  return `${slug}/presence/${year === undefined ? '' : `${year}/`}`;
}

/** Presence for machines, as the build keeps it. */
export const PRESENCE_FILE = 'presence.json';

/** Everybody of a channel. */
export function peoplePath(slug: string): string {
  return `${slug}/people/`;
}

/** The page of one of them, by the name of the person. */
export function personPath(slug: string, name: string): string {
  return `${slug}/people/${folderOf(name)}/`;
}

/** The id of a cited thing on its page: `PV 1038341` is `pv-1038341`; where that would lose something, a hash follows. */
export function anchorOf(name: string): string {
  const plain = lower(name.normalize('NFC')).replace(/ /g, '-');
  const safe = plain.replace(/[^\p{L}\p{N}._~-]+/gu, '-').replace(/^-+|-+$/g, '');
  return safe === plain && safe.length <= 80 ? safe : `${safe.slice(0, 60)}-${hashOf(name)}`;
}

/** Most nicks; names of devices are shorter. */
const SAFE = /^[a-z\d_~-]{5,80}$/;

/**
 * A folder's name for a nick: lower case by RFC 1459; what a file system or an address takes amiss is `=` and its code.
 * Names that are one nick have one folder, others never share one.
 */
export function folderOf(name: string): string {
  if (SAFE.test(name)) return name;
  const safe = lower(name.normalize('NFC')).replace(
    /[^\p{L}\p{N}_~-]/gu,
    (character) => `=${(character.codePointAt(0) ?? 0).toString(16)}=`,
  );
  if (safe.length > 80) return `${safe.slice(0, 60)}==${hashOf(safe)}`;
  return safe === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(safe) ? `${safe}==` : safe;
}

/** FNV-1a over UTF-16 units, as seven characters (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** Nothing in it has to be encoded: most paths of a site, and the ids of lines. */
const PLAIN = /^[\w.!~*'()/-]*(?:#[\w.-]*)?$/;

/** The address of a path as a page writes it: base in front, each segment percent-encoded, query and fragment kept. */
export function href(base: string, path: string): string {
  if (PLAIN.test(path)) return base + path;
  const cut = path.search(/[?#]/);
  const [file, rest] = cut < 0 ? [path, ''] : [path.slice(0, cut), path.slice(cut)];
  return base + file.split('/').map(encodeURIComponent).join('/') + rest.replace(/[\s"<>`]/g, encodeURIComponent);
}
