// What XChat and HexChat print of their text events, all codes taken out: the sentences of a text log.
//
//   %C23*$t$1 ($3%C23) has joined   ->   *⇥carol (~c@host.example) has joined
//
// Styles: *classic* (XChat up to 2.0, and themes like it) has a first column for each direction, so that `*` is an action and
// nothing else; *modern* prints events and actions alike after a star. *bare*: XChat 2.4 to 2.6 put no brackets around nicks.
import type { Event } from '../../events.ts';
import { EVENT_STRINGS, RELEASES, stringIn, type Release } from './event-strings.ts';
import { printed } from './format-string.ts';
import { foreignRules, rulesOfLanguage } from './languages.ts';
import { eventsOf, textReader, type Reading, type ReadText } from './reader.ts';
import { readShape } from './printed-shapes.ts';
import { PLAIN_WORDINGS, rounded, SIGNED_WORDINGS, WORDINGS } from './wordings.ts';
import { ownRules, type EventStrings, type Rule, type Sentence } from './rules.ts';

export interface Style {
  readonly classic: boolean;
  readonly modern: boolean;
  readonly bare: boolean;
  /** The client's words are another language's: events are known by their shape too. */
  readonly translated: boolean;
  /** The client's language, where its sentences are known. */
  readonly language?: string | undefined;
  /** Format strings of the owner's own theme, given or learnt from the file. */
  readonly events?: EventStrings | undefined;
}

/** 2.9.4 printed parts without a host: no sentence of the others can be told from an action so badly, and it lived three weeks. */
const MODERN = RELEASES.filter((release) => release !== 'classic' && release !== 'hexchat-2.9.4');

/** Below this many letters, a note that begins with any word at all is more likely what somebody does. */
const TELLING = 15;

/** The strings of a release, each with the one of the release before it where it has none of its own. */
function stringsOf(release: Release): EventStrings {
  const entries = Object.entries(EVENT_STRINGS).flatMap(([event, strings]) => {
    const format = stringIn(release, strings);
    return format ? [[event, printed(format)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The rules of several releases, what they print alike only once. */
function rulesOf(releases: readonly Release[]): readonly Rule[] {
  const seen = new Set<string>();
  return releases.flatMap((release) => {
    const fresh = Object.entries(stringsOf(release)).filter(([event, format]) => !seen.has(`${event}\n${format}`));
    for (const [event, format] of fresh) seen.add(`${event}\n${format}`);
    return ownRules(Object.fromEntries(fresh), 'printed');
  });
}

const isKnown = ({ sure }: Rule): boolean => sure === 'told' || sure === 'action';

const isAction = ({ event }: Sentence): boolean => /Action/u.test(event);

/** Messages without brackets: their first column is a nick, as any word may be. */
const isBare = ({ event, left }: Rule): boolean =>
  /Message|Msg/u.test(event) && left instanceof RegExp && left.test('nick');

/** A note that a person's words may be taken for: not one that begins with the channel's name. */
const isWeak = ({ meaning, names, plain: parts, weight, left, sure }: Rule): boolean =>
  !meaning &&
  names[Number(parts[0]) - 1] !== 'channel' &&
  (left === undefined
    ? typeof parts[0] === 'number'
    : sure === 'open' || (typeof parts[0] === 'number' && weight < TELLING));

/** Rules of sentences after a star. */
const starredRules = (sentences: typeof WORDINGS): readonly Rule[] =>
  sentences.flatMap(([event, format]) => ownRules({ [event]: `*$t${format}` }, 'printed').filter(isKnown));

function table({ classic, modern, bare, language, events = {} }: Style): readonly Rule[] {
  const own = Object.entries(events).map(([event, format]) => [event, printed(format)] as const);
  const all = [
    ...(classic ? rulesOf(['classic']) : []),
    ...(modern ? rulesOf(MODERN) : rulesOf(MODERN).filter((rule) => rule.left !== '*')),
    ...(modern ? starredRules(PLAIN_WORDINGS) : []),
    ...rulesOfLanguage('printed', language),
  ];
  const kept = all.filter((rule) => isKnown(rule) && (bare || !isBare(rule)) && !isWeak(rule));
  return [
    ...ownRules(Object.fromEntries(own), 'printed').filter(isKnown),
    ...kept.toSorted((a, b) => b.weight - a.weight),
  ]
    .map(withChannel)
    .toSorted((a, b) => Number(isAction(a)) - Number(isAction(b)));
}

/** Without colours, only its sigil tells a channel from the words around it. */
function withChannel(rule: Rule): Rule {
  const right: Rule['right'] = (text) => {
    const captured = rule.right(text);
    const channel = captured?.['channel'];
    return channel === undefined || /^[~&@%+]*[#&+!]/u.test(channel) ? captured : undefined;
  };
  return { ...rule, right };
}

/** In words of people's own, only its sign tells a host from a reason, and modes from other words. */
function withSigns(rule: Rule): Rule {
  const read = withChannel(rule).right;
  const right: Rule['right'] = (text) => {
    const captured = read(text);
    const { host = '', modes = '+' } = captured ?? {};
    return (host === '' || host.includes('@')) && /^[+-]/u.test(modes) ? captured : undefined;
  };
  return { ...rule, right };
}

/** True where a rule of a theme reads it: not any words after a sign. */
const isTold = (reading: Reading | undefined): boolean => reading !== undefined && reading.rule.themes.length > 0;

const SETTLED = { themes: ['own'], coloured: false } as const;

/** A nick that may act; a star and other signs begin a server's words. */
const ACTOR = /^[^ \t]*[\p{L}\p{N}[\]\\^`{|}_][^ \t]*(?: |$)/u;

/** A nick without letters, such as `[]`; a line alone between signs is a theme's. */
const OF_SIGNS = String.raw`(?!\|.\t)[[\]\\^_{|}\x60][[\]\\^_{|}\x60-]*`;
/** A private message, told or sent, or a notice, of such a nick. */
const PRIVATE_COLUMN = String.raw`(?:\*${OF_SIGNS}\*|>${OF_SIGNS}<|-${OF_SIGNS}-)\t`;

/** The first columns of events, classic, modern and of people's own themes: signs alone. All others hold a nick. */
export const EVENT_COLUMN = new RegExp(
  String.raw`^(?!${PRIVATE_COLUMN})(?:(?:\*|---|-->|<--)[\t ]|[^\p{L}\p{N}\s]{1,8}\t)`,
  'u',
);

/** A word before the client's sentences, as themes may have it: `join⇥`, `[part]⇥`. */
const WORD_COLUMN = /^[^\p{L}\p{N}\s<>]?\p{L}{1,12}[^\p{L}\p{N}\s<>]?\t(?<right>[^]*)$/u;

/** One that says what happens. */
const HEADING = /^\P{L}?(?:join|part|quit|leave|nick|kick|mode|topic|info)s?\P{L}?\t/iu;

export interface Told {
  readonly events: readonly Event[];
  /** Somebody said or did it: the words are whatever people write. */
  readonly said: boolean;
  /** Only the client can have written it: the line begins with its words, where an action begins with a nick. */
  readonly own: boolean;
}

type ReadSentence = (text: string) => Told | undefined;

const readers = new Map<string, ReadSentence>();

/** Reads what follows the stamp by the sentences of a style; undefined where none fits. Made once for each style. */
export function sentenceReader(style: Style): ReadSentence {
  const key = JSON.stringify(style);
  const reader = readers.get(key) ?? makeReader(style);
  readers.set(key, reader);
  return reader;
}

function makeReader(style: Style): ReadSentence {
  const rules = table(style);
  const sentence = textReader(rules.filter(({ left }) => typeof left === 'string' || left === undefined));
  const speech = textReader(rules.filter(({ left }) => left instanceof RegExp));
  // Themes that put signs of their own before events keep the words of their release, or have usual ones.
  const released = table({ ...style, modern: true }).filter((rule) => rule.left === '*' && !isAction(rule));
  const starred = textReader([
    ...released,
    ...starredRules(SIGNED_WORDINGS).map(withSigns),
    ...starredRules(WORDINGS).map(withChannel),
  ]);
  const worded = (right: string): Reading | undefined =>
    [right, rounded(right)].map((words) => starred(`*\t${words}`)).find(isTold);
  const tell: ReadSentence = (text) => {
    const isSentence = EVENT_COLUMN.test(text);
    const right = text.replace(EVENT_COLUMN, '');
    const said = isSentence || !/^\S+[\t ]/u.test(text) ? undefined : speech(text);
    // no nick stands there where nicks have brackets; in those of the owner's theme one does, but for such words
    const isNick = style.bare || (said?.rule.themes.includes('own') === true && !HEADING.test(text));
    const after = isSentence || isNick ? undefined : WORD_COLUMN.exec(text)?.groups?.['right'];
    const byWord = after === undefined ? undefined : worded(after);
    if (byWord) return { events: eventsOf(byWord, SETTLED), said: false, own: false };
    const plainly = said ?? sentence(text);
    const reading = isSentence && !text.startsWith('*') && !isTold(plainly) ? (worded(right) ?? plainly) : plainly;
    if (isSentence && (!reading || isAction(reading.rule))) {
      const events = style.translated ? readShape(right) : undefined;
      if (events) return { events, said: false, own: false };
    }
    if (!reading || (isAction(reading.rule) && !ACTOR.test(right))) return undefined;
    const { event, meaning, plain: parts } = reading.rule;
    const own = typeof parts[0] === 'string' && EVENT_STRINGS[event]?.classic !== undefined;
    return { events: eventsOf(reading, SETTLED), said: meaning?.said === true, own };
  };
  return (text) => (CUT.test(text) ? uncut(tell(text), tell(`${text} `)) : tell(text));
}

/** An action or a topic may be empty, and then ends in a blank, which editors take: `*⇥alice`, `… has changed the topic to:`. No nick has a full stop. */
const CUT = /^\*\t[^\s.。]+$|:$/u;

/** What a sentence tells with a blank more, where it is such a one; else what it tells as it is. */
function uncut(found: Told | undefined, longer: Told | undefined): Told | undefined {
  const kind = longer?.events[0]?.kind;
  const isOpen = found?.events.every((event) => event.kind === 'log' || event.kind === 'action') ?? true;
  return isOpen && (kind === 'topic' || (kind === 'action' && !found?.said)) ? longer : found;
}

/** What a sentence tells in some language but English. */
export interface Foreign {
  readonly events: readonly Event[];
  /** The languages that write it; none where an action may read the same. */
  readonly languages: readonly string[];
}

let foreign: ReadText | undefined;

/** Reads what follows the stamp by the sentences of all languages but English; undefined where none fits. */
export function readForeign(text: string): Foreign | undefined {
  if (!EVENT_COLUMN.test(text)) return undefined;
  foreign ??= textReader(foreignRules('printed').map(withChannel));
  const reading = foreign(text);
  if (!reading?.rule.languages) return undefined;
  const { rule, captured } = reading;
  const sure = 'host' in captured || 'channel' in captured || typeof rule.plain[0] === 'string';
  return { events: eventsOf(reading, SETTLED), languages: sure ? (rule.languages ?? []) : [] };
}
