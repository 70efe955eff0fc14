// Links of prose, as the owner writes them.
//
//   /loom/2014-01-05/?to=t090100k3vd#t090000abcd    a path of this site, with query and fragment
//   #the-rest                                       a part of the page itself
//   ../rules.md#the-rest                            in pages/sub/a.md: the page of pages/rules.md
//   2014-01-06.md                                   in notes/loom/2014-01-05.md: the day of that note
//   rules.md                                        in a note, in words above and below: as in pages/
//   ../loom/                                        in pages/a.md: from its page /a/; in words above and below: from the top
//
// All others lead out, and stay as they are.
import { posix } from 'node:path';
import { dayPath, pagePath } from '../parts/urls.ts';

/**
 * What a link in a file of the archive folder means in the site, percent-encoded as it is: `/` and a path, or `#` and a part;
 * undefined where it leads out.
 */
export function siteLink(target: string, file: string): string | undefined {
  if (/^(?:#|\/(?!\/))/.test(target)) return target;
  const [, other, rest = ''] = /^(?!\/)([^:?#]+\.md)([?#].*)?$/.exec(target) ?? [];
  if (other !== undefined) return `/${pathOfFile(other, file)}${rest}`;
  if (!isRelative(target)) return undefined;
  const { pathname, search, hash } = new URL(target, `http://site/${ownPath(file)}`);
  return pathname + search + hash;
}

/** True for a link that goes on from where it stands. */
export const isRelative = (target: string): boolean => /^(?![a-z][a-z\d+.-]*:|[/#]|$)/i.test(target);

/** The path in the site of what shows a file, from which its relative links go on. */
const ownPath = (file: string): string =>
  posix.dirname(file) === '.' ? '' : pathOfFile(encodeURIComponent(posix.basename(file)), file);

/** The path in the site of a Markdown file that a link in another names. */
function pathOfFile(other: string, file: string): string {
  const folder = posix.dirname(file).split('/').map(encodeURIComponent).join('/');
  const named = posix.join('/', folder, other);
  const [, slug, date] = /^\/notes\/([^/]+)\/(\d{4}-\d\d-\d\d)\.md$/.exec(named) ?? [];
  if (slug !== undefined && date !== undefined) return dayPath(slug, date);
  const page = (named.startsWith('/pages/') ? named : posix.join('/pages', other)).replace(
    /^\/(?:pages\/)?|\.md$/g,
    '',
  );
  return page === 'index' ? '' : pagePath(page);
}

/** The path of such a link, without query and fragment, and its fragment, both decoded. */
export function placeOf(link: string): { readonly path: string; readonly fragment: string } {
  const [, path = '', fragment = ''] = /^\/?([^?#]*)[^#]*#?([^]*)$/.exec(link) ?? [];
  return { path: path.split('/').map(decoded).join('/'), fragment: decoded(fragment) };
}

/** The address of such a link as a page writes it: base in front, query and fragment kept. */
export function addressOf(base: string, link: string): string {
  if (link.startsWith('#')) return link;
  const [, path = '', rest = ''] = /^\/([^?#]*)([^]*)$/.exec(link) ?? [];
  const segments = path.split('/').map((segment) => encodeURIComponent(decoded(segment)));
  return base + segments.join('/') + rest;
}

/** As the site's own paths are: decoded, NFC. Bad escapes stand for themselves. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}
