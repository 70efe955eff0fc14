// What was cited on a day, and what the day was about: taken from what people said, never from quits or topics.
//
//   PV 1038341 again, see http://bugs.example.com/1038341 and mm/kernel/pool.c, broken since 4b825dc642cb
//   ^^^^^^^^^^ bug        ^ the tracker's own address: that bug   ^ path            commit ^
//
// Bugs are found by the trackers of the settings; links, paths and commits by their shape.
import type { Entry, EventOf } from './events.ts';
import { bugFinder, bugOfAddress, type BugMention, type Tracker } from './references/bugs.ts';
import { lower } from './shared/casemap.ts';
import { identifiersIn } from './shared/identifiers.ts';
import { isTaken } from './shared/stretches.ts';
import { linksIn } from './shared/web-links.ts';

export { bugFinder, type BugMention, type Tracker } from './references/bugs.ts';

/** Something cited in a line. */
export interface Reference {
  readonly kind: 'bug' | 'link' | 'path' | 'commit';
  /** For a bug `PV 1038341`; else the thing itself. */
  readonly name: string;
  /** Where it points, if anywhere. */
  readonly href?: string;
  /** Address on its day's page. */
  readonly id: string;
  /** Epoch seconds. */
  readonly at: number;
  /** Who cited it: the nick, and where it is known who is who, the person's name. */
  readonly by: string;
  /** What the line says, its beginning where it is very long. */
  readonly text: string;
  /** The line said before, where this one says little more than the reference. */
  readonly before?: { readonly by: string; readonly text: string };
}

/** The same for whatever is one thing: trackers write bugs in any case. */
export const citationKey = ({ kind, name }: Pick<Reference, 'kind' | 'name'>): string =>
  `${kind} ${kind === 'bug' ? lower(name) : name}`;

/** What a day was about, and the line that names it first. */
export interface Topic {
  readonly kind: 'bug' | 'term';
  readonly name: string;
  /** Address on its day's page. */
  readonly id: string;
}

/** An identifier said that day. */
export interface Term {
  readonly name: string;
  readonly count: number;
  /** Address of the line that says it first, on its day's page. */
  readonly id: string;
  /** Epoch seconds of that line. */
  readonly at: number;
}

export interface Quote {
  /** The beginning of a line, cut between words with `…` where it goes on. */
  readonly text: string;
  /** Address on its day's page. */
  readonly id: string;
}

type Said = Entry & EventOf<'message' | 'action' | 'notice'>;

const isSaid = (entry: Entry): entry is Said =>
  entry.kind === 'message' || entry.kind === 'action' || entry.kind === 'notice';

const LONGEST_TEXT = 600;
const LONGEST_BEFORE = 300;
const LONGEST_QUOTE = 60;

/**
 * What the lines cite, in their order: bugs, links, file paths of three segments or more, commits; each once a line, by the nick
 * of who cited it.
 */
export function referencesOf(entries: readonly Entry[], trackers: readonly Tracker[]): readonly Reference[] {
  const bugsIn = bugFinder(trackers);
  const bugOf = bugOfAddress(trackers);
  const references: Reference[] = [];
  let before: Said | undefined;
  for (const entry of entries) {
    if (!isSaid(entry)) continue;
    const cited = citedIn(entry.text, bugsIn, bugOf);
    if (cited.length > 0) {
      const text = cut(entry.text, LONGEST_TEXT);
      const { id, at, nick: by = '' } = entry;
      const context = before &&
        saysLittleMore(entry.text, cited) && {
          before: { by: before.nick ?? '', text: cut(before.text, LONGEST_BEFORE) },
        };
      for (const { kind, name, href } of cited)
        references.push({ kind, name, ...(href !== undefined && { href }), id, at, by, text, ...context });
    }
    before = entry;
  }
  return references;
}

interface Cited extends Pick<Reference, 'kind' | 'name' | 'href'> {
  readonly length: number;
}

function citedIn(
  text: string,
  bugsIn: (text: string) => readonly BugMention[],
  bugOf: (href: string) => string | undefined,
): readonly Cited[] {
  const links = linksIn(text);
  const bugs = [...bugsIn(text)];
  const identifiers = identifiersIn(text);
  if (links.length === 0 && bugs.length === 0 && identifiers.length === 0) return [];
  const cited = new Map<string, Cited>();
  const add = (one: Cited): void => {
    const key = `${one.kind} ${one.name}`;
    if (!cited.has(key)) cited.set(key, one);
  };
  for (const { start, end, href } of links) {
    const name = bugOf(href);
    if (name === undefined) add({ kind: 'link', name: href, href, length: end - start });
    else bugs.push({ start, end, name, href });
  }
  bugs.sort((a, b) => a.start - b.start);
  for (const { start, end, name, href } of bugs) add({ kind: 'bug', name, href, length: end - start });
  for (const { kind, name, start, end } of identifiers) {
    if (kind !== 'path' && kind !== 'commit') continue;
    if (kind === 'path' && name.split(/[/\\]/).filter(Boolean).length < 3) continue;
    if (isTaken(links, { start, end })) continue;
    add({ kind, name, length: end - start });
  }
  return [...cited.values()].sort((a, b) => KINDS_IN_ORDER.indexOf(a.kind) - KINDS_IN_ORDER.indexOf(b.kind));
}

const KINDS_IN_ORDER: readonly Reference['kind'][] = ['bug', 'link', 'path', 'commit'];

/** True where no more than a word or two stand beside the references. */
function saysLittleMore(text: string, cited: readonly Cited[]): boolean {
  const longest = cited.reduce((most, { length }) => Math.max(most, length), 0);
  return text.trim().length - longest <= 12;
}

/**
 * The identifiers said, by count, then by first use. Paths, numbers and commits are none, nor are the nicks of those
 * who appear in the entries.
 */
export function termsOf(entries: readonly Entry[]): readonly Term[] {
  const nicks = new Set<string>();
  const terms = new Map<string, { name: string; count: number; id: string; at: number }>();
  for (const entry of entries) {
    if (entry.nick !== undefined) nicks.add(entry.nick);
    if (entry.kind === 'nick') nicks.add(entry.to);
    if (!isSaid(entry)) continue;
    const identifiers = identifiersIn(entry.text);
    if (identifiers.length === 0) continue;
    const links = linksIn(entry.text);
    for (const { kind, name, start, end } of identifiers) {
      if (kind !== 'name' && kind !== 'file') continue;
      if (isTaken(links, { start, end })) continue;
      const term = terms.get(name);
      if (term) term.count += 1;
      else terms.set(name, { name, count: 1, id: entry.id, at: entry.at });
    }
  }
  // Of a nick such as `may-us_MAN`, words alone look like identifiers.
  const called = new Set([...nicks].map((nick) => nick.toLowerCase()));
  for (const nick of [...called])
    for (const [word] of nick.matchAll(/[\p{L}\p{N}_]*_[\p{L}\p{N}_]+/gu)) called.add(word);
  // Map keeps the order of first use, and the sort is stable.
  return [...terms.values()].filter(({ name }) => !called.has(name.toLowerCase())).sort((a, b) => b.count - a.count);
}

/** What a day was about: its bugs, then up to three terms, at most five in all. */
export function aboutOf(references: readonly Reference[], terms: readonly Term[]): readonly Topic[] {
  const bugs = new Map<string, Topic>();
  for (const { kind, name, id } of references) {
    if (kind === 'bug' && !bugs.has(name)) bugs.set(name, { kind, name, id });
  }
  const topics = terms.slice(0, 3).map(({ name, id }): Topic => ({ kind: 'term', name, id }));
  return [...bugs.values(), ...topics].slice(0, 5);
}

/** The first line said of five words or more, else the longest; undefined where nothing was said. */
export function quoteOf(entries: readonly Entry[]): Quote | undefined {
  let longest: Said | undefined;
  for (const entry of entries) {
    if (!isSaid(entry) || entry.text.trim() === '') continue;
    if (/^\s*(?:\S+\s+){4}\S/.test(entry.text)) return { text: cut(entry.text, LONGEST_QUOTE), id: entry.id };
    if (!longest || entry.text.length > longest.text.length) longest = entry;
  }
  return longest && { text: cut(longest.text, LONGEST_QUOTE), id: longest.id };
}

/** The text, its white space runs as one blank, cut between words (or inside one that is too long) to at most `most` characters and `…`. */
function cut(text: string, most: number): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length <= most) return plain;
  const head = plain.slice(0, most);
  const blank = head.lastIndexOf(' ');
  const words = blank > most / 2 ? head.slice(0, blank) : head.replace(/[\uD800-\uDBFF]$/, '');
  return `${words} …`;
}
