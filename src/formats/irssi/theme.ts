// What a file shows of a theme that is not irssi's own, in words: `colon star action=•`.
//
//   ùíù carol [~c@host.example] has joined #garden      mark=ùíù    before all that irssi tells, where it is no sign
//   • bob waves                                           action=•   a sign before what people do that speak, too
//   • carol [~c@host.example] has joined #garden          shared     before sentences, too: these come first then
//   * carol [~c@host.example] has joined #garden          star       one before all that irssi tells: only the words tell actions
import { readByRules, type LineRule, type Sample } from '../../format.ts';
import type { Event } from '../../events.ts';
import type { StampForm } from '../parts/stamps.ts';
import { addTo } from '../../shared/lists.ts';
import { HOST, MARK, WORD } from './marks.ts';
import { ACTS, RULES } from './rules.ts';
import { STYLES, styleOf } from './styles.ts';
import { WORDINGS } from './wordings.ts';

/** Any stamp before a style's line, as far as digits go. */
const STAMP = /^(?:\p{L}{2,3}\.? (?=\d))?[[(]?\d[\d:./Th-]*(?: \d[\d:.]*)?(?: ?[AaPp]\.?[Mm]\.?)?[\])]? ?/u;

const MARKED = 'mark=';
const ACTION = 'action=';
const STAR = 'star';
const SHARED = 'shared';

const JOINED_BEHIND_STAR = new RegExp(String.raw`^\* \S+?${HOST} has joined [#&+!]`, 'u');

/** What irssi says of itself, or behind marks; all else in a file with a style is what somebody said, if the style reads it. */
const TOLD = new RegExp(String.raw`^(?:${MARK}|${WORD}|Irssi: |Netsplit |(?:ServerMode|mode)\/[#&+!])`, 'u');

/** What may be a sign of actions, and who acts. */
const SIGNED = /^ *(?<sign>[^\p{L}\p{N}\s<@()[\]{}\\^`_|]{1,3}) ?(?<nick>[\p{L}\p{N}_[\]{}\\|^`-]+) /u;

const signOf = (text: string): string | undefined => SIGNED.exec(text)?.groups?.['sign'];

const hasHost = (event: Event): boolean => 'host' in event && event.host !== undefined;

/** The sign of actions where it is not irssi's: what follows it begins with nicks that also speak. */
function actionSign(unread: readonly string[], speakers: ReadonlySet<string>): string | undefined {
  const actors = new Map<string, string[]>();
  for (const text of unread) {
    const { sign, nick = '' } = SIGNED.exec(text)?.groups ?? {};
    if (sign !== undefined) addTo(actors, sign, nick);
  }
  return [...actors].find(([, nicks]) => nicks.filter((nick) => speakers.has(nick)).length * 2 > nicks.length)?.[0];
}

/**
 * What stands in the place of irssi's own mark, though it might be a nick: three who joined or left are named right behind it. A
 * theme's sign behind it, or before them, shows somebody who speaks: a bot that tells of another channel.
 */
function markOf(unread: readonly string[]): string | undefined {
  const named = new Map<string, Set<string>>();
  for (const text of unread) {
    const [, mark, sentence = ''] = /^(\S{0,5}[\p{L}\p{N}]) +(\S.*)$/su.exec(text) ?? [];
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

/** The words for what the sample shows of a theme behind stamps of that form; undefined where all is irssi's own. */
export function themeOf({ lines }: Sample, form?: StampForm): string | undefined {
  const texts = lines.flatMap(({ text }) => {
    const rest = form?.read(text)?.rest.replace(/^ /u, '');
    return rest ?? (STAMP.test(text) ? text.replace(STAMP, '') : []);
  });
  const mark = markOf(texts.filter((text) => readByRules(RULES, text) === undefined));
  const plain = readerOf(mark ? MARKED + mark : '');
  const unread = texts.filter((text) => plain(text) === undefined);
  const style = styleOf(texts, unread);
  const read = readerOf([mark ? MARKED + mark : '', style].join(' '));
  const speakers = new Set<string>();
  const actors = new Set<string>();
  const left: string[] = [];
  for (const text of texts) {
    const event = read(text)?.[0];
    if (event === undefined) left.push(text);
    else if (event.kind === 'message' && event.nick) speakers.add(event.nick);
    else if (event.kind === 'action' && event.nick) actors.add(event.nick);
  }
  const sign = [...actors].some((nick) => speakers.has(nick)) ? undefined : actionSign(left, speakers);
  const starred = texts.some((text) => JOINED_BEHIND_STAR.test(text));
  const shared = sign !== undefined && texts.some((text) => signOf(text) === sign && read(text)?.some(hasHost));
  const words = [
    ...(mark ? [MARKED + mark] : []),
    ...(style ? [style] : []),
    ...(starred ? [STAR] : []),
    ...(sign ? [ACTION + sign] : []),
    ...(shared ? [SHARED] : []),
  ];
  return words.length > 0 ? words.join(' ') : undefined;
}

/** Reads what follows the stamp as a theme's words say. */
export function readerOf(theme: string): (text: string) => readonly Event[] | undefined {
  const words = theme.split(' ');
  const style = words.flatMap((word): readonly LineRule[] => (word in STYLES ? [STYLES[word] as LineRule] : []));
  const valueOf = (key: string): string | undefined => words.find((word) => word.startsWith(key))?.slice(key.length);
  const mark = valueOf(MARKED);
  const sign = valueOf(ACTION);
  // the last one takes whatever stands behind irssi's own mark
  const own = [...RULES.slice(0, -1), ...WORDINGS, ...RULES.slice(-1)];
  const shared = words.includes(SHARED);
  const starred = words.includes(STAR);
  const sentences = own.filter((rule) => rule !== ACTS);
  const rules = starred ? [ACTS, ...style] : [...own, ...style];
  const saidFirst = starred ? rules : [...style, ...own];
  // an editor may have put blanks behind a sentence: then it is no action yet
  const told = (text: string): readonly Event[] | undefined =>
    starred ? (readByRules(sentences, text) ?? readByRules(sentences, text.trimEnd())) : undefined;
  return (line) => {
    const text = mark !== undefined && line.startsWith(`${mark} `) ? OWN + line.slice(mark.length).trimStart() : line;
    const events = told(text) ?? readByRules(TOLD.test(text) ? rules : saidFirst, text);
    if (sign === undefined || signOf(text) !== sign || (events && shared)) return events;
    return readByRules([ACTS], `* ${text.trimStart().slice(sign.length).trimStart()}`) ?? events;
  };
}
