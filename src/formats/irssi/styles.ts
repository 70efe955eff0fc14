// How themes of irssi show who speaks, other than `<@alice> hello`.
import type { LineRule } from '../../format.ts';
import { message } from '../parts/told.ts';
import { toStatus } from '../parts/told-to.ts';

/** Who speaks, where a theme has no angle brackets: the file settles which of these it is. */
export const STYLES: Readonly<Record<string, LineRule>> = {
  bar: {
    example: ' @alice | hello bob',
    pattern:
      /^ *(?<prefix>[~&@%+]?) *(?!-)(?<nick>[^\s:<>*]+)(?::(?<to>[@%+]?)[#&+!][^\s:<>()|]*?)? [|│┃](?: (?<text>[^]*))?$/u,
    read: toStatus(message),
  },
  colon: {
    example: '@alice: hello bob',
    pattern:
      /^ *(?<prefix>[~&@%+]?)(?!-)(?<nick>[^\s:<>()/]+)(?::(?<to>[@%+]?)[#&+!][^\s:<>()|]*?)? ?::? ?(?<text>[^]*)$/u,
    read: toStatus(message),
  },
  point: {
    example: '@alice> hello bob',
    pattern:
      /^ *(?<prefix>[~&@%+]?)(?!-)(?<nick>[^\s:<>()«»‹›]+)(?::(?<to>[@%+]?)[#&+!][^\s:<>()|]*?)? ?[>»] ?(?<text>[^]*)$/u,
    read: toStatus(message),
  },
  square: {
    example: '[@alice] hello bob',
    pattern:
      /^\[ *(?<prefix>[~&@%+]?)(?!-)(?<nick>[^\s:<>()]+)(?::(?<to>[@%+]?)[#&+!][^\s:<>()|]*?)?\] ?(?<text>[^]*)$/u,
    read: toStatus(message),
  },
  round: {
    example: '(@alice) hello bob',
    pattern:
      /^\( *(?<prefix>[~&@%+]?)(?!-)(?<nick>[^\s:<>()]+)(?::(?<to>[@%+]?)[#&+!][^\s:<>()|]*?)?\) ?(?<text>[^]*)$/u,
    read: toStatus(message),
  },
  brackets: {
    example: '«@alice» hello bob',
    pattern: /^ *[«‹{|[<(]{1,2} ?(?<prefix>[~&@%+]?)(?!-)(?<nick>[^\s:<>()«»‹›|]+?) ?[»›}|\]>)]{1,2} ?(?<text>[^]*)$/u,
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
