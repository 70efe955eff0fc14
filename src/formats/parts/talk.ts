// How themes show who speaks, other than `<@alice> hello`.
import type { LineRule } from '../../format.ts';
import { isBare, ruleAround, signsAround, type Around } from './signs-around.ts';
import { message } from './told.ts';
import { toStatus } from './told-to.ts';

/** Behind a nick: whom its words are for, where only those with a status see them (`alice:@#garden`). */
const TO = String.raw`(?::(?<to>[@%+]?)[#&+!][^\s:<>()|]*?)?`;
/** What a nick is in the channel. */
const STATUS = String.raw`(?<prefix>[~&@%+]?)`;
/** Signs alone are none: in such brackets they begin what somebody does, or what happens. */
const NAMED = String.raw`(?!-|[^\p{L}\p{N}\s_\\^{|}\x60]+[\])}>»›])`;

const said = (shape: string): RegExp => new RegExp(`^${shape}$`, 'u');

/** Who speaks, where a theme has no angle brackets: the file settles which of these it is. */
export const STYLES: Readonly<Record<string, LineRule>> = {
  bar: {
    example: ' @alice | hello bob',
    pattern: said(String.raw` *${STATUS} *(?!-)(?<nick>[^\s:<>*]+)${TO} ?[|│┃](?: (?<text>[^]*))?`),
    read: toStatus(message),
  },
  colon: {
    example: '@alice: hello bob',
    pattern: said(String.raw` *${STATUS}(?!-)(?<nick>[^\s:<>()/]+)${TO} ?::? ?(?<text>[^]*)`),
    read: toStatus(message),
  },
  point: {
    example: '@alice> hello bob',
    pattern: said(String.raw` *${STATUS}(?!-)(?<nick>[^\s:<>()«»‹›]+)${TO} ?[>»] ?(?<text>[^]*)`),
    read: toStatus(message),
  },
  square: {
    example: '[@alice] hello bob',
    pattern: said(String.raw`\[ *${STATUS}${NAMED}(?<nick>[^\s:<>()]+)${TO}\] ?(?<text>[^]*)`),
    read: toStatus(message),
  },
  round: {
    example: '(@alice) hello bob',
    pattern: said(String.raw`\( *${STATUS}${NAMED}(?<nick>[^\s:<>()]+)${TO}\) ?(?<text>[^]*)`),
    read: toStatus(message),
  },
  quotes: {
    example: '«@alice» hello bob',
    pattern: said(
      String.raw` *[{|[]?[«‹<(]{1,2} ?${STATUS}${NAMED}(?<nick>[^\s:<>()«»‹›]+?) ?[»›>)]{1,2}[}|\]]? ?(?<text>[^]*)`,
    ),
    read: toStatus(message),
  },
  brackets: {
    example: '{@alice} hello bob',
    pattern: said(
      String.raw` *[{|[<(]{1,2} ?${STATUS}${NAMED}(?<nick>[^\s:<>()«»‹›|]+?) ?[}|\]>)]{1,2} ?(?<text>[^]*)`,
    ),
    read: toStatus(message),
  },
  sign: {
    example: '@alice ❯ hello bob',
    pattern:
      /^ *(?<prefix>[~&@%+]?)(?!-)(?<nick>[\p{L}_[\]\\^`{}][^\s:;<>()«»‹›|]*?) ?(?:[^\p{L}\p{N}\s:;,.'"(<[\]{}\\^`_|]|[-=]>|--) (?<text>[^]*)$/u,
    read: toStatus(message),
  },
};

/** A style that is in no table: signs that the file shows around the nicks of people known from other lines. */
const LEARNT = 'said=';

/** Signs that a table reads as well, whether or not anybody is known. */
const TABLED = /^(?:…(?:[|│┃>»]|::?)|\[…\]|\(…\))$/u;

/** So many people must have them. */
const PEOPLE = 2;

/** The rule of a style. */
export function ruleOf(style: string): LineRule | undefined {
  if (style.startsWith(LEARNT)) return ruleAround(style.slice(LEARNT.length), toStatus(message));
  return STYLES[style];
}

/** True for a style in which any line that begins with a word may be talk: all else must be known first. */
export const isLoose = (style: string): boolean => style.startsWith(LEARNT) && isBare(style.slice(LEARNT.length));

/** A style further down takes lines of those above, too: so many times as many show that it is another. */
const LOOSER = 1.1;

/** How many lines such signs begin; without signs, those of people who are known, if they are most of all. */
function linesAround({ signs, lines }: Around, unread: readonly string[]): number {
  if (isBare(signs)) return lines * 2 > unread.length ? lines : 0;
  const { pattern } = ruleAround(signs, message);
  return unread.filter((text) => pattern.test(text)).length;
}

/** The share of lines in a style that the user chose half-way through a log. */
const LEAST = 0.05;

/**
 * The style of most lines, where they are more than those in angle brackets that the client's own rules read and a fifth of all; or
 * where most of them begin with people whom other lines tell: a theme may change half-way.
 * Signs around nicks that other lines tell are surer than a table that takes several.
 */
export function styleOf(
  texts: readonly string[],
  unread: readonly string[],
  nicks: ReadonlySet<string>,
): string | undefined {
  const angled = (some: readonly string[]): number => some.filter((text) => /^<[^<>]+>/u.test(text)).length;
  const known = signsAround(unread, nicks, PEOPLE);
  const counts = [
    ...(known && !TABLED.test(known.signs) ? [{ style: LEARNT + known.signs, count: linesAround(known, unread) }] : []),
    ...Object.entries(STYLES).map(([style, { pattern }]) => ({
      style,
      count: unread.filter((text) => pattern.test(text)).length,
    })),
  ];
  const { style, count } = counts.reduce((best, next) => (next.count > LOOSER * best.count ? next : best));
  const isMost = count > angled(texts) - angled(unread) && count * 5 > texts.length;
  // A star beside angle brackets shows what somebody does.
  const isOther = known !== undefined && !known.signs.includes('*') && known.lines * 2 > count;
  const isKnown = isOther && count > LEAST * texts.length;
  return isMost || (isKnown && !isLoose(style)) ? style : undefined;
}
