// People who asked not to be named: their nicks, in the fields of events and where others mention them.
//
//   people: [{ nicks: [mal, mal_], as: somebody }]     <mal> hi · <ada> mal: hi   →   <somebody> hi · <ada> somebody: hi
//   people: [{ nicks: [mal, mal_] }]                   <mal> hi · <ada> mal: hi   →   <ada> …: hi
import { statusTarget, type Entry } from '../events.ts';
import type { HiddenPerson } from '../settings.ts';
import { withoutHost } from './hosts.ts';
import { oneSpelling } from './marks.ts';
import { finderOf, type Finder } from './replace.ts';
import { rewritten } from './rewritten.ts';
import { askedAbout, tellsOfAnybody, withoutWhois } from './whois.ts';

/** Letters of scripts that put no blank between a name and what follows it: `malさん`, `mal님`. They bound no word. */
const UNSPACED = ['Han', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map((it) => `\\p{scx=${it}}`).join('');
const NICK_CHARACTER = `(?![${UNSPACED}])${/[\p{L}\p{M}\p{N}_\-[\]\\`^{}|]/u.source}`;
/** Characters that are one in a nick, whatever its case: RFC 1459. */
const PAIRS = ['[{', ']}', '\\|', '^~'];

/** What programs put between a nick's letters, so that nobody is called by it; it is not seen. */
const NOT_SEEN = '[\\u200b-\\u200d\\u2060\\ufeff]*';

/** The source of an expression for a nick in any case, its accents as characters of their own or not, and as addresses have it. */
function nickSource(nick: string): string {
  const address = encodeURIComponent(nick.normalize('NFC').replace(/\p{Cs}/gu, ''));
  return [...new Set([nick.normalize('NFC'), nick.normalize('NFD'), address])].map(spelt).join('|');
}

function spelt(nick: string): string {
  return [...nick]
    .map((char) => {
      const either = PAIRS.find((pair) => pair.includes(char)) ?? char;
      const codes = [...either].map((one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
      return `[${codes.join('')}]`;
    })
    .join(NOT_SEEN);
}

/** The source of an expression for any of the nicks, the longest first. */
const anyOf = ({ nicks }: HiddenPerson): string =>
  [...nicks]
    .sort((one, other) => other.length - one.length)
    .map(nickSource)
    .join('|');

/** A finder for the nicks where they stand as words. */
function wordsOf(person: HiddenPerson): Finder {
  const word = `(?<!${NICK_CHARACTER})(?:${anyOf(person)})(?!${NICK_CHARACTER})`;
  return finderOf(new RegExp(word, 'giu'), person.as ?? '…');
}

/**
 * A finder for the nicks in what was written: as words, and where signs that a nick may have, too, are put around one, as in
 * `[@mal]`, `[mal] (…@hidden)`, `-mal-`.
 */
function mentionsOf(person: HiddenPerson): Finder {
  const [nicks, char] = [anyOf(person), NICK_CHARACTER];
  const apart = `(?:(?<!${char})|(?<=(?<!${char})[[{]))(?:${nicks})(?:(?!${char})|(?=[\\]}](?!${char})))`;
  const between = `(?<=(?<!${char})([-_|\`]))(?:${nicks})(?=\\1(?!${char}))`;
  return finderOf(new RegExp(`${apart}|${between}`, 'giu'), person.as ?? '…');
}

/** The nicks that an event is about, beside whom it only mentions. */
function nicksOf(entry: Entry): readonly string[] {
  const { nick, target } = entry as { readonly nick?: string; readonly target?: string };
  const to = entry.kind === 'nick' ? entry.to : undefined;
  const given = entry.kind === 'mode' ? statusTarget(entry.changes) : undefined;
  return [nick, target, to, given, askedAbout(entry)].filter((one) => one !== undefined);
}

export interface HiddenPeople {
  /** True for a nick of theirs, however it is spelled. */
  readonly has: (nick: string) => boolean;
  /** The nick as it may be published; undefined for somebody who is left out. */
  readonly shown: (nick: string) => string | undefined;
  /** Their nicks in an entry's fields, and those that they are shown as, in one spelling. */
  readonly nicksIn: (entry: Entry) => readonly string[];
  /** True for an entry that is about somebody who is left out. */
  readonly leavesOut: (entry: Entry) => boolean;
  /** The entry with other nicks in place of theirs. */
  readonly renamed: (entry: Entry) => Entry;
}

/** The people that settings keep back. */
export function hiddenPeople(people: readonly HiddenPerson[]): HiddenPeople {
  const some = people.filter(({ nicks }) => nicks.length > 0);
  const [words, mentions] = [some.map(wordsOf), some.map(mentionsOf)];
  const named = new Map(people.flatMap((person) => person.nicks.map((nick) => [oneSpelling(nick), person] as const)));
  const personOf = (nick: string): HiddenPerson | undefined => named.get(oneSpelling(nick));
  const has = (nick: string): boolean => named.has(oneSpelling(nick));
  const sought = new Set(named.keys());
  for (const { as } of people) if (as !== undefined) sought.add(oneSpelling(as));
  const shown = (nick: string): string | undefined => {
    const person = personOf(nick);
    return person ? person.as : nick;
  };

  return {
    has,
    shown,
    nicksIn(entry) {
      if (named.size === 0) return [];
      const listed = entry.kind === 'log' ? (entry.names ?? []) : [];
      return [...nicksOf(entry), ...listed].map(oneSpelling).filter((nick) => sought.has(nick));
    },
    leavesOut: (entry) => named.size > 0 && nicksOf(entry).some((nick) => shown(nick) === undefined),
    // Nick fields by exact name: a nick may hold what is no word, and `Bob[]` is `bob{}`.
    renamed(entry) {
      if (named.size === 0) return entry;
      const isAbout = nicksOf(entry).some(has) || tellsOfAnybody(entry);
      let result = isAbout ? withoutHost(withoutWhois(entry)) : entry;
      for (const field of ['nick', 'target', 'to', 'via'] as const) {
        const nick = (result as Partial<Record<typeof field, string>>)[field];
        if (nick !== undefined && has(nick)) result = { ...result, [field]: shown(nick) ?? nick } as Entry;
      }
      if (result.kind === 'log' && result.names?.some(has))
        result = { ...result, names: result.names.flatMap((nick) => shown(nick) ?? []) };
      return rewritten(result, mentions, words);
    },
  };
}
