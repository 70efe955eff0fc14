// Links of prose, as the owner writes them.
//
//   /loom/2014-01-05/?to=t090100k3vd#t090000abcd    a path of this site, with query and fragment
//   #the-rest                                       a part of the page itself
//   rules.md#the-rest                               the page of another file
//
// All others lead out, and stay as they are.
import { pagePath } from './urls.ts';

/** What a link means in the site, percent-encoded as it is: `/` and a path, or `#` and a part; undefined where it leads out. */
export function siteLink(target: string): string | undefined {
  if (/^(?:#|\/(?!\/))/.test(target)) return target;
  const page = /^(?:\.\/)?([^:?#]+)\.md(#.*)?$/.exec(target);
  return page ? `/${pagePath(page[1] ?? '')}${page[2] ?? ''}` : undefined;
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
