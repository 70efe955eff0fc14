// What a log shows of a theme that a script put in the place of mIRC's own, in words: `square marked`.
//
//   [alice] hello bob                            square    parts/talk.ts has the words for who speaks
//   -> carol (~c@host.example) has joined #c     marked    signs before events; behind a star is what somebody does
//   » Join: carol (~c@host.example)                        in words of other clients, too (parts/theme-words.ts)
//   [Join] carol (~c@host.example)              headed    words of what happens where others have who speaks
//   * carol (~c@host.example) has joined #c      starred   but where stars stand before such sentences, too
//   * alice sets mode: +o bob                    changes   or before others, which those signs never have
//
// Only what shows mIRC in other lines is looked at: sessions, or how somebody quits.
import { readByRules, type RawLine } from '../../format.ts';
import type { Event } from '../../events.ts';
import { HEADED, isHeaded, readHeaded } from '../parts/headed.ts';
import { readBy } from '../parts/nicks.ts';
import type { StampForm } from '../parts/stamps.ts';
import { isLoose, ruleOf, styleOf } from '../parts/talk.ts';
import { WORDS } from '../parts/theme-words.ts';
import { acted, BEHIND_STARS, CHANGES_BEHIND_STARS, RULES, WITH_ADDRESSES, WITH_QUITS_ALONE } from './sentences.ts';

/** The client shows addresses: a join without one is somebody's action. */
export const ADDRESSES = 'addresses';
/** In joins and parts alone. */
export const NOT_IN_QUITS = 'not-in-quits';
const MARKED = 'marked';
const STARRED = 'starred';
const CHANGES = 'changes';

const COMING = String.raw`(?:\S+ ?[([][^\s()[\]]+@[^\s()[\]]+[)\]] (?:(?:has )?(?:joined|left) [#&+!]|(?:has )?[Qq]uit\b)|(?:Join|Part|Quit)s?: \S|\S+ has joined [#&+!]\S*$|\S+ [([][^\s()[\]]+@[^\s()[\]]+[)\]](?: [([]|$))`;
/** Signs other than stars; some in a bracket. */
const MARK = String.raw`(?!\*+ )(?:[^\p{L}\p{N}\s()[\]{}]{1,4}|\[[^\p{L}\p{N}\s[\]]{1,3}\]) `;
const BEGUN = new RegExp(`^${MARK}`, 'u');
const BEHIND_MARK = new RegExp(`^${MARK}${COMING}`, 'u');
const BEHIND_STAR = new RegExp(String.raw`^\*(?:\*\*)? ${COMING}`, 'u');

const SESSION = /^Session (?:Start|Ident|Time|Close)\b/u;
const QUITS = /^[^<]*\S \([^\s()]+@[^\s()]+\) Quit \(/u;

/** mIRC's own talk behind what no stamp was found in: it is no theme's. */
const BEHIND_MORE = /^[^<]{1,24}<[^\s<>]+> /u;

/** What the lines show of signs before those who come and go; where these have addresses, a star before one without is no sentence. */
function marksOf(texts: readonly string[]): readonly string[] {
  const marked = texts.filter((text) => BEHIND_MARK.test(text));
  if (marked.length === 0) return [];
  const addressed = marked.some((text) => text.includes('@'));
  const starred = texts.some((text) => BEHIND_STAR.test(text) && (!addressed || text.includes('@')));
  if (starred) return [MARKED, STARRED];
  return texts.some((text) => afterMark(text)?.some(({ kind }) => CHANGE.test(kind))) ? [MARKED] : [MARKED, CHANGES];
}

/** Neither anybody's coming nor going, nor what is said. */
const CHANGE = /^(?:kick|nick|mode|topic)$/u;

/** The words for what lines show of a theme, without their colours and behind stamps of that form; undefined where it is mIRC's own. */
export function themeOf(
  lines: readonly RawLine[],
  withoutColour: (text: string) => string,
  form: StampForm | undefined,
): string | undefined {
  if (!lines.some(({ text }) => SESSION.test(text) || (text.includes(' Quit (') && QUITS.test(text)))) return undefined;
  const texts = lines.flatMap(({ text }) => {
    if (text.trim() === '' || SESSION.test(text)) return [];
    const bare = withoutColour(text);
    return form?.read(bare)?.rest.replace(/^ /u, '') ?? bare;
  });
  const words = [...(isHeaded(texts) ? [HEADED] : []), ...marksOf(texts)];
  const { unread, nicks } = readBy(readerOf(words), texts);
  const isStripped = unread.filter((text) => BEHIND_MORE.test(text)).length * 10 <= unread.length;
  const style = isStripped ? styleOf(texts, unread, nicks) : undefined;
  const all = style === undefined ? words : [style, ...words];
  return all.length > 0 ? all.join(' ') : undefined;
}

const SENTENCES = RULES.filter((rule) => !acted.includes(rule));

/** A word of what happens, and a nick in brackets. */
const BRACKETED = /^(?:[A-Z][a-z]{2,9}: )?\([^\s()@]+\)/u;
/** A nick in brackets first, or behind such a word, or modes behind another. */
const IN_BRACKETS = /(^|^[A-Z][a-z]+: | by | as |: )\(([^\s()@]+|[+-][^()]*)\)/gu;
/** The word before a sentence that tells it once more. */
const TOLD_AGAIN = /^[A-Z][a-z]{2,9}: (?=\S+ (?:is now|was kicked|sets mode|changes topic))/u;

/** What stands behind a mark: mIRC's own words, or those that themes put in their place, some with brackets around nicks. */
function behindMark(line: string, mark = '-- '): readonly Event[] | undefined {
  const sentence = (BRACKETED.test(line) ? line.replace(IN_BRACKETS, '$1$2') : line).replace(TOLD_AGAIN, '');
  return readByRules(SENTENCES, `* ${sentence}`) ?? readByRules(WORDS, mark + sentence);
}

/** What a line tells that begins with a mark. */
function afterMark(text: string): readonly Event[] | undefined {
  const mark = BEGUN.exec(text)?.[0];
  return mark === undefined ? undefined : behindMark(text.slice(mark.length), mark);
}

/** Reads what follows the stamp as a theme's words say. */
export function readerOf(words: readonly string[]): (text: string) => readonly Event[] | undefined {
  const shown = words.includes(NOT_IN_QUITS) ? WITH_QUITS_ALONE : WITH_ADDRESSES;
  const rules = words.includes(ADDRESSES) ? shown : RULES;
  const marked = words.includes(MARKED);
  const headed = words.includes(HEADED);
  const behindStar =
    !marked || words.includes(STARRED) ? rules : words.includes(CHANGES) ? CHANGES_BEHIND_STARS : BEHIND_STARS;
  const style = words.flatMap((word) => ruleOf(word) ?? []);
  const said = words.some(isLoose) ? [...rules, ...style] : [...style, ...rules];
  return (text) => {
    const happened = headed ? readHeaded(text, behindMark) : undefined;
    if (happened) return happened;
    if (text.startsWith('* ')) return readByRules(behindStar, text);
    const events = marked ? afterMark(text) : undefined;
    return events ?? readByRules(text.startsWith('*') ? rules : said, text);
  };
}
