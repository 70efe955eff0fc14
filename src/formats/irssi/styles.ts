// How themes of irssi show who speaks, other than `<@alice> hello`.
import type { LineRule } from '../../format.ts';
import { message } from '../parts/told.ts';
import { toStatus } from '../parts/told-to.ts';

/** Behind a nick: whom its words are for, where only those with a status see them (`alice:@#garden`). */
const TO = String.raw`(?::(?<to>[@%+]?)[#&+!][^\s:<>()|]*?)?`;
/** What a nick is in the channel. */
const STATUS = String.raw`(?<prefix>[~&@%+]?)`;

const said = (shape: string): RegExp => new RegExp(`^${shape}$`, 'u');

/** Who speaks, where a theme has no angle brackets: the file settles which of these it is. */
export const STYLES: Readonly<Record<string, LineRule>> = {
  bar: {
    example: ' @alice | hello bob',
    pattern: said(String.raw` *${STATUS} *(?!-)(?<nick>[^\s:<>*]+)${TO} [|│┃](?: (?<text>[^]*))?`),
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
    pattern: said(String.raw`\[ *${STATUS}(?!-)(?<nick>[^\s:<>()]+)${TO}\] ?(?<text>[^]*)`),
    read: toStatus(message),
  },
  round: {
    example: '(@alice) hello bob',
    pattern: said(String.raw`\( *${STATUS}(?!-)(?<nick>[^\s:<>()]+)${TO}\) ?(?<text>[^]*)`),
    read: toStatus(message),
  },
  quotes: {
    example: '«@alice» hello bob',
    pattern: said(
      String.raw` *[{|[]?[«‹<(]{1,2} ?${STATUS}(?!-)(?<nick>[^\s:<>()«»‹›]+?) ?[»›>)]{1,2}[}|\]]? ?(?<text>[^]*)`,
    ),
    read: toStatus(message),
  },
  brackets: {
    example: '{@alice} hello bob',
    pattern: said(String.raw` *[{|[<(]{1,2} ?${STATUS}(?!-)(?<nick>[^\s:<>()«»‹›|]+?) ?[}|\]>)]{1,2} ?(?<text>[^]*)`),
    read: toStatus(message),
  },
  sign: {
    example: '@alice ❯ hello bob',
    pattern:
      /^ *(?<prefix>[~&@%+]?)(?!-)(?<nick>[\p{L}_[\]\\^`{}][^\s:<>()«»‹›|]*?) ?(?:[^\p{L}\p{N}\s:,.'"(<[\]{}\\^`_|]|[-=]>|--) (?<text>[^]*)$/u,
    read: toStatus(message),
  },
};

/** The style of most lines, where they are more than those in angle brackets that irssi's own rules read and a fifth of all. */
export function styleOf(texts: readonly string[], unread: readonly string[]): string | undefined {
  const angled = (some: readonly string[]): number => some.filter((text) => text.startsWith('<')).length;
  const counts = Object.entries(STYLES).map(([style, { pattern }]) => ({
    style,
    count: unread.filter((text) => pattern.test(text)).length,
  }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best), { style: '', count: 0 });
  return most.count > angled(texts) - angled(unread) && most.count * 5 > texts.length ? most.style : undefined;
}
