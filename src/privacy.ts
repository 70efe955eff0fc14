// What may be published of a day: hosts, private messages, words and people that settings keep back, before anything is
// written, and after every line has its address.
//
//   entries → private, removed, off the record → people → hosts → words → entries as anybody may read them
import { hash } from 'node:crypto';
import { specOf, type Entry, type Event } from './events.ts';
import { besideMark, markOf, oneSpelling } from './privacy/marks.ts';
import { bareOf, finderOf, replaceIn, replaceStyled, type Finder } from './privacy/replace.ts';
import { slugsNow, type HiddenPerson, type Settings } from './settings.ts';
import { canonical, hashDigits, hashedText, twin } from './shared/address.ts';
import { copyWithout } from './shared/copy.ts';

/** A day as it may be published, and what was done to it. */
export interface PrivateDay {
  readonly entries: readonly Entry[];
  /** Entries left out: private messages, off the record, of people who asked for it. */
  readonly leftOut: readonly Entry[];
  /** What was found here: addresses of `remove` as they stand there, `markOf` nicks of `people`, `besideMark` of others. */
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

/**
 * `x!y@z` and `user@host`, brackets and punctuation around them aside; two that touch are one. Brackets and punctuation alone
 * are no user: `[@wren]` is an operator in a list of names.
 */
const USERHOST = /(?![([{<"')\]}>,;:]+@)[^\s@]+(?:@[^\s@]+)+/g;

const hideHosts = finderOf(USERHOST, (matched) => {
  const [, open = '', close = ''] = /^([([{<"']*).*?([)\]}>,.;:"']*)$/s.exec(matched) ?? [];
  return `${open}…@hidden${close}`;
});

/** A channel's key in what a client prints of modes: `modes: +ntk secret`, `sets channel keyword to secret`. */
const hideKeys = finderOf(
  /\bmodes?\b[^+\n]{0,80}\+[a-z]*k[a-z]*(?: [^\s\])]+)+|\bchannel (?:keyword|key)(?: is| to|:)? [^\s\])]+/gi,
  (matched) => matched.replace(/( \+\w*k\w*| keyword(?: is| to|:)?| key(?: is| to|:)?) .*$/i, '$1 …'),
);

const NICK_CHARACTER = /[\p{L}\p{M}\p{N}_\-[\]\\`^{}|]/u.source;
/** Characters that are one in a nick, whatever its case: RFC 1459. */
const PAIRS = ['[{', ']}', '\\|', '^~'];

/** The source of an expression for a nick in any case, its accents as characters of their own or not. */
function nickSource(nick: string): string {
  return [...new Set([nick.normalize('NFC'), nick.normalize('NFD')])].map(spelt).join('|');
}

function spelt(nick: string): string {
  return [...nick]
    .map((char) => {
      const either = PAIRS.find((pair) => pair.includes(char)) ?? char;
      const codes = [...either].map((one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
      return `[${codes.join('')}]`;
    })
    .join('');
}

/** A finder for the nicks where they stand as words. */
function mentionsOf({ nicks, as = '…' }: HiddenPerson): Finder {
  const words = [...nicks].sort((one, other) => other.length - one.length).map(nickSource);
  return finderOf(new RegExp(`(?<!${NICK_CHARACTER})(?:${words.join('|')})(?!${NICK_CHARACTER})`, 'giu'), as);
}

/** Each field in which a nick or what somebody wrote can stand, put through the finders. */
function rewritten(entry: Entry, finders: readonly Finder[]): Entry {
  if (finders.length === 0) return entry;
  let result = 'text' in entry ? replaceStyled(entry, finders) : entry;
  for (const field of ['nick', 'target', 'to', 'via', 'host', 'reason', 'changes'] as const) {
    const value = (result as Partial<Record<typeof field, string>>)[field];
    const replaced = value === undefined ? undefined : replaceIn(value, finders);
    if (replaced !== value) result = { ...result, [field]: replaced } as Entry;
  }
  if (result.kind === 'log' && result.names) {
    const names = result.names.map((name) => replaceIn(name, finders));
    if (names.some((name, index) => name !== (entry as { names?: readonly string[] }).names?.[index]))
      result = { ...result, names };
  }
  return result;
}

function withoutHost(entry: Entry): Entry {
  return 'host' in entry ? (copyWithout(entry, 'host') as Entry) : entry;
}

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

/** The nicks that an event is about, beside whom it only mentions. */
function nicksOf(entry: Entry): readonly string[] {
  const { nick, target } = entry as { readonly nick?: string; readonly target?: string };
  const to = entry.kind === 'nick' ? entry.to : undefined;
  const given = entry.kind === 'mode' ? /^[+-][qaohv] (\S+)$/.exec(entry.changes)?.[1] : undefined;
  return [nick, target, to, given].filter((one) => one !== undefined);
}

/** Addresses are made of this: where it changed, the old address could confirm a guess. */
const hashed = (entry: Entry): string =>
  `${canonical(entry.nick ?? '')}\n${canonical(specOf(entry).hashed(entry as Event))}`;

function withoutAliases(entry: Entry): Entry {
  return copyWithout(entry, 'aliases') as Entry;
}

/** The day with the address of what is shown for each entry that no longer shows what its address was made of. */
function forgotten(day: readonly (readonly [before: Entry, after: Entry])[]): readonly Entry[] {
  const isKept = ([before, after]: readonly [Entry, Entry]): boolean =>
    before.kind === after.kind &&
    hashed(before) === hashed(after) &&
    !(after.kind === 'mode' && /^.k/.test(after.changes));
  const taken = new Set(day.filter(isKept).map(([, { id }]) => id));
  return day.map((pair) => {
    if (isKept(pair)) return pair[1];
    const entry = withoutAliases(pair[1]);
    const event: Event = entry;
    const sha = hash('sha256', hashedText(entry.at, event.kind, event.nick ?? '', specOf(event).hashed(event)));
    const address = `${entry.id.slice(0, 7)}${hashDigits(sha, 4)}`;
    let count = 1;
    while (taken.has(twin(address, count))) count += 1;
    taken.add(twin(address, count));
    return { ...entry, id: twin(address, count) } as Entry;
  });
}

/** The rules of an archive's privacy. Pure: the same day gives the same day. */
export function privacyOf(settings: Settings): Privacy {
  const { hosts, private: privately, offRecord, redact, remove, people, forgetAddresses } = settings.privacy;
  const words = redact.map(({ match, with: by }) => finderOf(match, by));
  const mentions = people.filter(({ nicks }) => nicks.length > 0).map(mentionsOf);
  const named = new Map(people.flatMap((person) => person.nicks.map((nick) => [oneSpelling(nick), person] as const)));
  const personOf = (nick: string): HiddenPerson | undefined => named.get(oneSpelling(nick));
  const slugs = slugsNow(settings);
  const out = new Map(
    remove.map((address) => {
      const [slug = '', ...rest] = address.split('/');
      return [[slugs.get(slug) ?? slug, ...rest].join('/'), address];
    }),
  );

  function removal(slug: string, date: string, { id, aliases = [] }: Entry): string | undefined {
    if (out.size === 0) return undefined;
    const addresses = [id, ...aliases].map((one) => `${slug}/${one.includes('/') ? one : `${date}/${one}`}`);
    return addresses.map((address) => out.get(address)).find((address) => address !== undefined);
  }

  /** Nicks of people who asked not to be named, in one spelling. */
  function hiddenIn(entry: Entry): readonly string[] {
    if (named.size === 0) return [];
    const listed = entry.kind === 'log' ? (entry.names ?? []) : [];
    return [...nicksOf(entry), ...listed].map(oneSpelling).filter((nick) => named.has(nick));
  }

  function isLeftOut(entry: Entry): boolean {
    if (entry.kind === 'log' && entry.event === 'private') return privately === 'hide';
    const said = entry.kind === 'message' || entry.kind === 'action' || entry.kind === 'notice';
    if (said && offRecord?.test(bareOf(entry.text))) return true;
    if (named.size === 0) return false;
    return nicksOf(entry).some((nick) => {
      const person = personOf(nick);
      return person !== undefined && person.as === undefined;
    });
  }

  /** Nick fields by exact name: a nick may hold what is no word, and `Bob[]` is `bob{}`. */
  function renamed(entry: Entry): Entry {
    if (named.size === 0) return entry;
    const shown = (nick: string): string => personOf(nick)?.as ?? nick;
    const isHidden = nicksOf(entry).some((nick) => personOf(nick));
    let result = isHidden ? withoutHost(entry) : entry;
    for (const field of ['nick', 'target', 'to', 'via'] as const) {
      const nick = (result as Partial<Record<typeof field, string>>)[field];
      if (nick !== undefined && personOf(nick)) result = { ...result, [field]: shown(nick) } as Entry;
    }
    if (result.kind === 'log' && result.names?.some((nick) => personOf(nick))) {
      const names = result.names.filter((nick) => personOf(nick)?.as !== undefined || !personOf(nick));
      result = { ...result, names: names.map(shown) };
    }
    return rewritten(result, mentions);
  }

  function hidden(entry: Entry): Entry {
    if (entry.kind === 'mode') {
      const changes = entry.changes.replace(/^([+-]k)\b.*$/s, '$1');
      return { ...entry, changes: hosts === 'hide' ? replaceIn(changes, [hideHosts]) : changes };
    }
    if (entry.kind !== 'log' && entry.kind !== 'unparsed') return hosts === 'hide' ? withoutHost(entry) : entry;
    return replaceStyled(entry, hosts === 'hide' ? [hideKeys, hideHosts] : [hideKeys]);
  }

  function day(slug: string, date: string, entries: readonly Entry[]): PrivateDay {
    const leftOut: Entry[] = [];
    const found = new Set<string>();
    const kept: (readonly [Entry, Entry])[] = [];
    for (const entry of entries) {
      for (const nick of hiddenIn(entry)) found.add(markOf(nick));
      const beside = besideMark(entry, (nick) => personOf(nick) !== undefined);
      if (beside !== undefined) found.add(beside);
      const address = removal(slug, date, entry);
      if (address !== undefined) {
        found.add(address);
        kept.push([entry, tombstone(entry)]);
      } else if (isLeftOut(entry)) leftOut.push(entry);
      else {
        kept.push([entry, rewritten(hidden(renamed(entry)), words)]);
      }
    }
    const shown = forgetAddresses ? forgotten(kept) : kept.map(([, after]) => after);
    return { entries: shown, leftOut, found: [...found] };
  }

  const shownAs = (nick: string): string | undefined => {
    const person = personOf(nick);
    return person ? person.as : nick;
  };
  return { day, shown: shownAs };
}
