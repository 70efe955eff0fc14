// Where things are in the site. Paths begin after the site's base (`index.base`), without a slash in front.
//
//   xpmem/                    a channel          xpmem/2013-10-02/            its day
//   xpmem/people/jcuster/     a person of it     xpmem/2013-10-02.json, .txt  the day for machines
//   xpmem/refs/               what was cited     xpmem/refs/#pv-1038341       one of them

export function channelPath(slug: string): string {
  return `${slug}/`;
}

export function dayPath(slug: string, date: string): string {
  return `${slug}/${date}/`;
}

/** One thing that was cited, on the channel's page of references; the page itself without a name. */
export function referencesPath(slug: string, name?: string): string {
  return `${slug}/refs/${name === undefined ? '' : `#${anchorOf(name)}`}`;
}

export function personPath(slug: string, name: string): string {
  return `${slug}/people/${folderOf(name)}/`;
}

/** The id of a cited thing on its page: `PV 1038341` is `pv-1038341`. */
export function anchorOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._~-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** A folder's name for a nick: RFC 1459 lower case; what a file system or an address takes amiss is `=` and its code. */
export function folderOf(name: string): string {
  const lower = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[[\]\\^]/g, (c) => '{}|~'['[]\\^'.indexOf(c)] ?? c);
  const safe = lower.replace(/[^\p{L}\p{N}_~-]/gu, (c) => `=${(c.codePointAt(0) ?? 0).toString(16)}`);
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(safe) ? `${safe}=` : safe;
}

/** The address of a path as a page writes it: base in front, each segment percent-encoded, query and fragment kept. */
export function href(base: string, path: string): string {
  const cut = path.search(/[?#]/);
  const [file, rest] = cut < 0 ? [path, ''] : [path.slice(0, cut), path.slice(cut)];
  return base + file.split('/').map(encodeURIComponent).join('/') + rest.replace(/[\s"<>`]/g, encodeURIComponent);
}
