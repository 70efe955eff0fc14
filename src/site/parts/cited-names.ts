// What was cited or named, in few words: as lists and margins show it.
import type { Reference } from '../../store.ts';

/** Characters of a name that a narrow column shows. */
const MOST = 72;
/** Characters of its end, which tells files of one folder, or pages of one site, apart. */
const END = 24;

/** A link as a list shows it: without its scheme, `www.` and final slash. */
export function shownLink(href: string): string {
  return href.replace(/^[a-z]+:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
}

/** The name of what was cited as a narrow column shows it. */
export function shortName({ kind, name }: Pick<Reference, 'kind' | 'name'>): string {
  return shortened(kind === 'link' ? shownLink(name) : name);
}

/** A name; where it is long, its two ends. */
export function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MOST) return name;
  return `${characters.slice(0, MOST - END - 1).join('')}…${characters.slice(-END).join('')}`;
}
