// Bugs by the trackers of the settings: their numbers in what people wrote, and the pages that their addresses lead to.
import { expressionOf, occursIn } from '../shared/expression.ts';
import { isTaken, type Stretch } from '../shared/stretches.ts';

/** A rule that makes bugs of words: `match` is a regular expression without case, `url` has `$1` for its first group. */
export interface Tracker {
  readonly name: string;
  readonly match: string;
  readonly url: string;
}

/** A bug number in a text. */
export interface BugMention extends Stretch {
  /** `PV 1038341`: the tracker's name and the number. */
  readonly name: string;
  readonly href: string;
}

/** Finds the bug numbers of a text in order, none overlapping another; where two trackers claim one place, the earlier listed wins. */
export function bugFinder(trackers: readonly Tracker[]): (text: string) => readonly BugMention[] {
  const rules = trackers.map(({ name, match, url }): Rule => {
    const pattern = expressionOf(match, 'g');
    return { name, pattern, occurs: occursIn(pattern), url };
  });
  return (text) => bugsBy(rules, text);
}

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly occurs: (text: string) => boolean;
  readonly url: string;
}

function bugsBy(rules: readonly Rule[], text: string): readonly BugMention[] {
  let found: BugMention[] | undefined;
  for (const { name, pattern, occurs, url } of rules) {
    // Most texts hold none, and `matchAll` copies the expression for each.
    if (!occurs(text)) continue;
    found ??= [];
    const earlier = found.toSorted(byStart);
    for (const match of text.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      if (match[0] === '' || isTaken(earlier, place)) continue;
      found.push({ ...place, name: `${name} ${match[1] ?? match[0]}`, href: filled(url, match) });
    }
  }
  return found?.sort(byStart) ?? NONE;
}

const NONE: readonly BugMention[] = [];

const byStart = (one: BugMention, other: BugMention): number => one.start - other.start;

/** The address with `$1` to `$9` and `$&` replaced by what was matched, percent-encoded; half a character is `\ufffd`. */
function filled(url: string, match: RegExpMatchArray): string {
  return url.replace(/\$([1-9&])/g, (_, group: string) => {
    const matched = (group === '&' ? match[0] : match[Number(group)]) ?? '';
    return encodeURIComponent(matched.replace(/\p{Surrogate}/gu, '\ufffd'));
  });
}

/** Tells which bug an address is the page of, by the trackers' own addresses. */
export function bugOfAddress(trackers: readonly Tracker[]): (href: string) => string | undefined {
  const rules = trackers
    .filter(({ url }) => url.split('$1').length === 2)
    .map(({ name, url }) => {
      const [before = '', after = ''] = url.split('$1');
      return { name, before, after };
    });
  return (href) => {
    for (const { name, before, after } of rules) {
      if (!href.startsWith(before) || !href.endsWith(after)) continue;
      const number = href.slice(before.length, href.length - after.length);
      if (/^[\p{L}\p{N}_-]+$/u.test(number)) return `${name} ${number}`;
    }
    return undefined;
  };
}
