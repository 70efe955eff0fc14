// Addresses that an earlier archive gave to lines, and where these lines are now: the owner's `former-links.csv`.
//
//   old,new
//   #i_1234567,/xpmem/2013-10-02/#t142934g07q
//   https://irclog.example.org/xpmem/2013-10-02#i_1234568,/xpmem/at/?1380742174
//
// Row numbers of a data base (`#i_…`, `#c…`) name no line by themselves; an export of the data base does. CSV as in RFC 4180.
import { Mistake } from '../../mistake.ts';
import { addressOf, placeOf } from './prose-links.ts';

export interface FormerLinks {
  /** From an old path, query and fragment (host and first slash left out) to a path of this site. */
  readonly links: Readonly<Record<string, string>>;
  /** Rows whose new address is no page, as sentences. */
  readonly problems: readonly string[];
}

const FIELD = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g;

function fieldsOf(row: string): readonly string[] {
  return [...row.matchAll(FIELD)].map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
}

/** Reads the list. `known` tells whether a path (without query and fragment) is in the site. */
export function formerLinksOf(text: string, file: string, known: (path: string) => boolean): FormerLinks {
  const links = new Map<string, string>();
  const problems: string[] = [];
  text.split(/\r?\n/).forEach((row, at) => {
    if (row.trim() === '' || (at === 0 && /^\W?old,new$/i.test(row))) return;
    const [old = '', now = '', ...more] = fieldsOf(row);
    if (old === '' || now === '' || more.length > 0) {
      throw new Mistake(`${file}, line ${at + 1}: a row is an old address, a comma and a new one, not "${row}".`);
    }
    const target = now.replace(/^\//, '');
    if (/^[a-z][a-z+.-]*:|^[/\\]/i.test(target)) {
      throw new Mistake(
        `${file}, line ${at + 1}: ${now} is not a path of this site, such as /xpmem/2013-10-02/#t142934g07q.`,
      );
    }
    if (!known(placeOf(target).path)) problems.push(`${file} leads to ${now}, which is not a page of this site.`);
    links.set(old.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^\//, ''), addressOf('', `/${target}`));
  });
  return { links: Object.fromEntries([...links].sort(([a], [b]) => (a < b ? -1 : 1))), problems };
}
