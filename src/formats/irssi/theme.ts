// What a file shows of a theme that is not irssi's own, in words: `colon star action=•`; parts/talk.ts has those for who speaks.
//
//   ùíù carol [~c@host.example] has joined #garden      mark=ùíù    before all that irssi tells, where it is no sign
//   • bob waves                                           action=•   signs around the nicks of people who do something and speak, too
//   • carol [~c@host.example] has joined #garden          shared     before sentences, too: these come first then
//   join | carol [~c@host.example]                      headed     words of what happens where others have who speaks
//   carol has joined #garden                            unmarked   nothing before what irssi tells
//   <alice> | hello bob                                 behind=|   a sign before all that anybody says
//   * carol [~c@host.example] has joined #garden          star       one before all that irssi tells: only the words tell actions
import { readByRules, type FileFacts, type LineRule, type Sample } from '../../format.ts';
import type { Event } from '../../events.ts';
import { copyWith } from '../../shared/copy.ts';
import { HEADED, isHeaded, isInColumn, readHeaded } from '../parts/headed.ts';
import { readBy } from '../parts/nicks.ts';
import { isBare, ruleAround, signsAround, shortened } from '../parts/signs-around.ts';
import type { StampForm } from '../parts/stamps.ts';
import { isLoose, ruleOf, styleOf } from '../parts/talk.ts';
import { action } from '../parts/told.ts';
import { toStatus } from '../parts/told-to.ts';
import { HOST, INDENT, MARK, WORD } from '../parts/theme-marks.ts';
import { ACTS, RULES } from './rules.ts';
import { WORDS } from '../parts/theme-words.ts';

/** Any stamp before a style's line, as far as digits go. */
const STAMP = /^(?:\p{L}{2,3}\.? (?=\d))?[[(]?\d[\d:./Th-]*(?: \d[\d:.]*)?(?: ?[AaPp]\.?[Mm]\.?)?[\])]? ?/u;

const MARKED = 'mark=';
const ACTION = 'action=';
const STAR = 'star';
const SHARED = 'shared';
const UNMARKED = 'unmarked';
const BEHIND = 'behind=';

const COMING_BEHIND_STAR = new RegExp(
  String.raw`^${INDENT}\* \S+?${HOST} has (?:(?:joined|left) [#&+!]|quit [[(])`,
  'u',
);

/** What irssi says of itself, or behind marks; all else in a file with a style is what somebody said, if the style reads it. */
const TOLD = new RegExp(String.raw`^${INDENT}(?:${MARK}|${WORD}|Irssi: |Netsplit |(?:ServerMode|mode)\/[#&+!])`, 'u');

/** Somebody who comes or goes where a bot has no mark before it. */
const UNMARKED_COMING = /^[^\s:<>()[\]]+ has (?:joined|left) [#&+!]\S*$/u;
/** So many are no words of somebody that are cut off. */
const COMINGS = 2;

const hasHost = (event: Event): boolean => 'host' in event && event.host !== undefined;

/** Somebody goes without a host, and why has nothing around it: where hosts are shown, that is what somebody does. */
const isBareGoing = (events: readonly Event[] | undefined, text: string): boolean =>
  events?.every((event) => (event.kind === 'quit' || event.kind === 'part') && event.reason && !hasHost(event)) ===
    true && /[\p{L}\p{N}]\s*$/u.test(text);

/** The rule of what people do between such signs. */
const actsAround = (signs: string): LineRule => ruleAround(signs, toStatus(action));

/** Signs of which one line is enough: with a star, or what no nick begins with, and nothing behind the nick. */
const TELLING = /\*|^[^()[\]{}\\^`_|]+…$/u;
/** So many lines must have others, or none. */
const ENOUGH = 3;

/** What stands around those who act, where it is not irssi's star: most whom it shows also speak. */
function actionSigns(texts: readonly string[], speakers: ReadonlySet<string>): string | undefined {
  const { signs, lines } = signsAround(texts, speakers) ?? { signs: '', lines: 0 };
  if (lines < (TELLING.test(signs) ? 1 : ENOUGH)) return undefined;
  const { pattern } = actsAround(signs);
  const such = isBare(signs) ? texts : texts.filter((text) => pattern.test(text));
  return lines * 2 > such.length ? signs : undefined;
}

/** Behind a word, or one between two equal signs: `ùíù`, `-irssi-`. */
const MARKED_LINE = /^ *(?<mark>\S{0,5}[\p{L}\p{N}]|(?<sign>[-*=!#:~])\p{L}{1,10}\k<sign>) +(?<sentence>\S.*)$/su;

/**
 * What stands in the place of irssi's own mark, though it might be a nick: three who joined or left are named right behind it. A
 * theme's sign behind it, or before them, shows somebody who speaks: a bot that tells of another channel.
 */
function markOf(unread: readonly string[]): string | undefined {
  const named = new Map<string, Set<string>>();
  for (const text of unread) {
    const { mark, sentence = '' } = MARKED_LINE.exec(text)?.groups ?? {};
    if (mark === undefined) continue;
    for (const event of readByRules(RULES, OWN + sentence) ?? []) {
      if (!hasHost(event) || !('nick' in event) || !event.nick || !sentence.startsWith(event.nick)) continue;
      named.set(mark, (named.get(mark) ?? new Set()).add(event.nick));
    }
  }
  return [...named].find(([, nicks]) => nicks.size > 2)?.[0];
}

/** irssi's own mark. */
const OWN = '-!- ';

/** The line with irssi's mark where it has a theme's. */
function withOwnMark(line: string, mark: string): string {
  const begun = line.trimStart();
  return begun.startsWith(`${mark} `) ? OWN + begun.slice(mark.length).trimStart() : line;
}

/** The sign that all have before what they say, as a word. */
function signBefore(said: readonly string[]): readonly string[] {
  const sign = /^[|│┃»›:](?= )/u.exec(said[0] ?? '')?.[0];
  return sign !== undefined && said.length >= ENOUGH && said.every((text) => text.startsWith(sign))
    ? [BEHIND + sign]
    : [];
}

/** The words for what the sample shows of a theme behind stamps of that form; undefined where all is irssi's own. */
export function themeOf({ lines }: Sample, form?: StampForm): string | undefined {
  const texts = lines.flatMap(({ text }) => {
    const rest = form?.read(text)?.rest.replace(/^ /u, '');
    return rest?.trimEnd() ?? (STAMP.test(text) ? text.replace(STAMP, '').trimEnd() : []);
  });
  const mark = markOf(texts.filter((text) => readByRules(RULES, text) === undefined));
  const { unread, nicks } = readBy(readerOf(mark ? MARKED + mark : ''), texts);
  const headed = isHeaded(texts);
  const style = styleOf(texts, headed ? unread.filter((text) => !isInColumn(text)) : unread, nicks);
  const read = readerOf([mark ? MARKED + mark : '', style].join(' '));
  const unmarked = unread.filter((text) => UNMARKED_COMING.test(text)).length >= COMINGS;
  const speakers = new Set<string>();
  const actors = new Set<string>();
  const acting: string[] = [];
  const said: string[] = [];
  for (const text of texts) {
    const event = read(text)?.[0];
    const aside = style !== undefined && event?.kind === 'log' && event.event === 'private' && text.startsWith('(*) ');
    if (event === undefined || event.kind === 'action' || aside) acting.push(text);
    if (event?.kind === 'message') said.push(event.text);
    if (event?.kind === 'message' && event.nick) speakers.add(event.nick);
    if (event?.kind === 'action' && event.nick) actors.add(event.nick);
  }
  const signs = [...actors].some((nick) => speakers.has(nick)) ? undefined : actionSigns(acting, speakers);
  const starred = texts.some((text) => COMING_BEHIND_STAR.test(text));
  const acts = signs === undefined ? undefined : actsAround(signs).pattern;
  const shared = acts !== undefined && texts.some((text) => acts.test(text) && read(text)?.some(hasHost));
  const words = [
    ...(mark ? [MARKED + mark] : []),
    ...(style ? [style] : []),
    ...(headed ? [HEADED] : []),
    ...(unmarked ? [UNMARKED] : []),
    ...signBefore(said),
    ...(starred ? [STAR] : []),
    ...(signs ? [ACTION + shortened(signs)] : []),
    ...(shared ? [SHARED] : []),
  ];
  return words.length > 0 ? words.join(' ') : undefined;
}

/** Whether a theme puts no sign around those who speak, or act: any word and a blank may begin a line then. */
export const isLooseTheme = ({ variant = '' }: FileFacts): boolean =>
  variant.split(' ').some((word) => isLoose(word) || (word.startsWith(ACTION) && isBare(word.slice(ACTION.length))));

/** Reads what follows the stamp as a theme's words say. */
export function readerOf(theme: string): (text: string) => readonly Event[] | undefined {
  const words = theme.split(' ');
  const style = words.flatMap((word) => ruleOf(word) ?? []);
  const valueOf = (key: string): string | undefined => words.find((word) => word.startsWith(key))?.slice(key.length);
  const mark = valueOf(MARKED);
  const signs = valueOf(ACTION);
  const acts = signs === undefined ? undefined : actsAround(signs);
  // the last one takes whatever stands behind irssi's own mark
  const own = [...RULES.slice(0, -1), ...WORDS, ...RULES.slice(-1)];
  const shared = words.includes(SHARED) || (signs !== undefined && isBare(signs));
  const starred = words.includes(STAR);
  const headed = words.includes(HEADED);
  const unmarked = words.includes(UNMARKED);
  const withMark = (sentence: string): readonly Event[] | undefined => readByRules(own.slice(0, -1), OWN + sentence);
  const behind = valueOf(BEHIND);
  const sentences = own.filter((rule) => rule !== ACTS);
  const rules = starred ? [ACTS, ...style] : [...own, ...style];
  const saidFirst = starred || words.some(isLoose) ? rules : [...style, ...own];
  const surely = words.some(isLoose) ? [] : style;
  // an editor may have put blanks behind a sentence: then it is no action yet
  const told = (text: string): readonly Event[] | undefined =>
    starred
      ? ((TOLD.test(text) ? undefined : readByRules(surely, text)) ??
        readByRules(sentences, text) ??
        readByRules(sentences, text.trimEnd()))
      : undefined;
  const read = (line: string): readonly Event[] | undefined => {
    const text = mark === undefined ? line : withOwnMark(line, mark);
    const happened = headed ? readHeaded(text, withMark) : undefined;
    if (happened) return happened;
    const events =
      told(text) ??
      readByRules(TOLD.test(text) ? rules : saidFirst, text) ??
      (shared ? readByRules(rules, text.trimEnd()) : undefined) ??
      (unmarked && /^\S/u.test(text) ? withMark(text) : undefined);
    const stands = shared && !(words.includes(SHARED) && isBareGoing(events, text));
    return acts === undefined || (events && stands) ? events : (readByRules([acts], text) ?? events);
  };
  return behind === undefined ? read : (line) => read(line)?.map((event) => withoutSign(event, behind));
}

/** What somebody said, without the sign that a theme puts before it. */
const withoutSign = (event: Event, sign: string): Event =>
  event.kind === 'message' && event.text.startsWith(sign)
    ? copyWith(event, { text: event.text.slice(sign.length).replace(/^ /u, '') })
    : event;
