// What a file shows of a theme that is not irssi's own, in words: `colon star action=•`.
//
//   • bob waves                                           action=•   a sign before what people do that speak, too
//   • carol [~c@host.example] has joined #garden          shared     before sentences, too: these come first then
//   * carol [~c@host.example] has joined #garden          star       one before all that irssi tells: only the words tell actions
import { readByRules, type LineRule, type Sample } from '../../format.ts';
import type { Event } from '../../events.ts';
import { HOST, MARK, WORD } from './marks.ts';
import { ACTS, RULES } from './rules.ts';
import { STYLES, styleOf } from './styles.ts';
import { WORDINGS } from './wordings.ts';

/** Any stamp before a style's line, as far as digits go. */
const STAMP = /^(?:\p{L}{2,3}\.? (?=\d))?[[(]?\d[\d:./Th-]*(?: \d[\d:.]*)?(?: ?[AaPp]\.?[Mm]\.?)?[\])]? ?/u;

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
    if (sign !== undefined) actors.set(sign, [...(actors.get(sign) ?? []), nick]);
  }
  return [...actors].find(([, nicks]) => nicks.filter((nick) => speakers.has(nick)).length * 2 > nicks.length)?.[0];
}

/** The words for what the sample shows of a theme; undefined where all is irssi's own. */
export function themeOf({ lines }: Sample): string | undefined {
  const texts = lines.filter(({ text }) => STAMP.test(text)).map(({ text }) => text.replace(STAMP, ''));
  const unread = texts.filter((text) => readByRules(RULES, text) === undefined);
  const style = styleOf(texts, unread);
  const read = readerOf(style ?? '');
  const speakers = new Set<string>();
  const left: string[] = [];
  for (const text of texts) {
    const event = read(text)?.[0];
    if (event === undefined) left.push(text);
    else if (event.kind === 'message' && event.nick) speakers.add(event.nick);
  }
  const sign = actionSign(left, speakers);
  const starred = texts.some((text) => JOINED_BEHIND_STAR.test(text));
  const shared = sign !== undefined && texts.some((text) => signOf(text) === sign && read(text)?.some(hasHost));
  const words = [
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
  const sign = words.find((word) => word.startsWith(ACTION))?.slice(ACTION.length);
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
  return (text) => {
    const events = told(text) ?? readByRules(TOLD.test(text) ? rules : saidFirst, text);
    if (sign === undefined || signOf(text) !== sign || (events && shared)) return events;
    return readByRules([ACTS], `* ${text.trimStart().slice(sign.length).trimStart()}`) ?? events;
  };
}
