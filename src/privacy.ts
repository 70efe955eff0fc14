// What may be published of a day: hosts, private messages, words and people that settings keep back, before anything is
// written, and after every line has its address.
//
//   entries → private, removed, off the record → people → hosts → words → entries as anybody may read them
import type { Entry } from './events.ts';
import { forgotten } from './privacy/forgotten.ts';
import { hiddenPeople } from './privacy/hidden-people.ts';
import { hidden } from './privacy/hosts.ts';
import { besideMark, markOf } from './privacy/marks.ts';
import { bareOf, finderOf, replaceIn } from './privacy/replace.ts';
import { rewritten } from './privacy/rewritten.ts';
import { slugsNow, type Settings } from './settings.ts';

/** A day as it may be published, and what was done to it. */
export interface PrivateDay {
  readonly entries: readonly Entry[];
  /** The address that each of them had before. */
  readonly before: readonly string[];
  /** Entries left out: private messages, off the record, of people who asked for it. */
  readonly leftOut: readonly Entry[];
  /** What was found here: addresses of `remove` as they stand there, `markOf` nicks of `people` and of what they are shown as, `besideMark` of others. */
  readonly found: readonly string[];
}

export interface Privacy {
  /** A day's entries as they may be published. `date` is `YYYY-MM-DD`. */
  readonly day: (slug: string, date: string, entries: readonly Entry[]) => PrivateDay;
  /** The nick as it may be published; undefined for somebody who is left out. */
  readonly shown: (nick: string) => string | undefined;
}

export { markOf, nicksBeside } from './privacy/marks.ts';

/** The text of a tombstone: what stands at the address of a line that was taken out. */
export const TOMBSTONE = 'line removed';

function tombstone({ id, aliases, at, precision, stamp, fold }: Entry): Entry {
  return {
    id,
    ...(aliases && { aliases }),
    at,
    ...(precision && { precision }),
    ...(stamp && { stamp }),
    ...(fold && { fold }),
    kind: 'log',
    event: 'info',
    text: TOMBSTONE,
    removed: true,
  };
}

/** The address of `remove`, as it stands there, that takes an entry out of a channel's day; undefined where none does. */
function removalsOf(settings: Settings): (slug: string, date: string, entry: Entry) => string | undefined {
  const slugs = slugsNow(settings);
  const out = new Map(
    settings.privacy.remove.map((address) => {
      const [slug = '', ...rest] = address.split('/');
      return [[slugs.get(slug) ?? slug, ...rest].join('/'), address];
    }),
  );
  return (slug, date, { id, aliases = [] }) => {
    if (out.size === 0) return undefined;
    const addresses = [id, ...aliases].map((one) => `${slug}/${one.includes('/') ? one : `${date}/${one}`}`);
    return addresses.map((address) => out.get(address)).find((address) => address !== undefined);
  };
}

/** What somebody may have said off the record: also what no rule knows. */
const SAID: ReadonlySet<Entry['kind']> = new Set(['message', 'action', 'notice', 'unparsed']);

/** What may have been said: of what no rule knows also what stands behind its first words, as `<ada>`, `* ada`, `ada |`. */
function saidIn({ kind, text }: { readonly kind: Entry['kind']; readonly text: string }): readonly string[] {
  const bare = bareOf(text);
  if (kind !== 'unparsed') return [bare];
  const behind = bare.replace(/^\s*\S+\s*/, '');
  return [bare, behind, behind.replace(/^\S+\s*/, '')];
}

/** The rules of an archive's privacy. Pure: the same day gives the same day. */
export function privacyOf(settings: Settings): Privacy {
  const { hosts, private: privately, offRecord, redact, forgetAddresses } = settings.privacy;
  const words = redact.map(({ match, with: by }) => finderOf(match, by));
  const people = hiddenPeople(settings.privacy.people);
  const removal = removalsOf(settings);

  function isLeftOut(entry: Entry): boolean {
    if (entry.kind === 'log' && entry.event === 'private') return privately === 'hide';
    if (offRecord && SAID.has(entry.kind) && 'text' in entry && saidIn(entry).some((said) => offRecord.test(said)))
      return true;
    return people.leavesOut(entry);
  }

  function day(slug: string, date: string, entries: readonly Entry[]): PrivateDay {
    const leftOut: Entry[] = [];
    const found = new Set<string>();
    const kept: (readonly [Entry, Entry])[] = [];
    for (const entry of entries) {
      for (const nick of people.nicksIn(entry)) found.add(markOf(nick));
      const beside = besideMark(entry, people.has);
      if (beside !== undefined) found.add(beside);
      const address = removal(slug, date, entry);
      if (address !== undefined) {
        found.add(address);
        kept.push([entry, tombstone(entry)]);
      } else if (isLeftOut(entry)) leftOut.push(entry);
      else {
        kept.push([entry, rewritten(hidden(people.renamed(entry), hosts), words)]);
      }
    }
    const remaining = forgetAddresses ? forgotten(kept) : kept.map(([, after]) => after);
    return { entries: remaining, before: kept.map(([{ id }]) => id), leftOut, found: [...found] };
  }

  function shown(nick: string): string | undefined {
    const its = people.shown(nick);
    return its === undefined ? undefined : replaceIn(its, words);
  }

  return { day, shown };
}
