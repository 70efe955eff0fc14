// What a theme puts around the nicks of those who speak or act: learnt from lines that begin with nicks which other lines tell.
//
//   {@alice} hello bob      {…}
//   alice >> hello          …>>
//   * │ bob waves           *│…
import { patternOf, type LineRule } from '../../format.ts';
import { addTo } from '../../shared/lists.ts';
import { verbatim } from '../../shared/verbatim.ts';

const NICK = '…';
/** No nick is longer on any network. */
const LONGEST = 32;

/** What stands before the first letter: blanks, signs of the theme, the nick's status, signs of the nick itself. */
const LEAD = /^[^\p{L}\p{N}]{0,40}/u;
const OPEN = /^[^\p{L}\p{N}<@]{0,4}$/u;
const CLOSE = /^ *([^\p{L}\p{N}\s]{0,3})(?=\s|$)/u;

interface Begun {
  readonly signs: string;
  readonly nick: string;
}

/** The known nick that a line begins with, and what is around it; undefined where it begins with none. */
function begunWith(text: string, nicks: ReadonlySet<string>): Begun | undefined {
  const lead = LEAD.exec(text)?.[0] ?? '';
  for (let start = 0; start <= lead.length; start++) {
    const open = lead
      .slice(0, start)
      .replace(/[~&@%+]$/u, '')
      .replace(/\s/gu, '');
    for (let end = Math.min(start + LONGEST, text.length); end > start; end--) {
      const nick = text.slice(start, end);
      const close = nicks.has(nick) ? CLOSE.exec(text.slice(end))?.[1] : undefined;
      if (close !== undefined && OPEN.test(open)) return { signs: open + NICK + close, nick };
    }
  }
  return undefined;
}

/** Signs, and how many lines begin with a known nick between them. */
export interface Around {
  readonly signs: string;
  readonly lines: number;
}

/** The signs around nicks in most of the lines that begin with one, of so many people at least; undefined where there are none. */
export function signsAround(texts: readonly string[], nicks: ReadonlySet<string>, fewest = 1): Around | undefined {
  const around = new Map<string, string[]>();
  for (const text of nicks.size > 0 ? texts : []) {
    const begun = begunWith(text, nicks);
    if (begun) addTo(around, begun.signs, begun.nick);
  }
  const [signs, begun = []] = [...around].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return signs !== undefined && new Set(begun).size >= fewest ? { signs, lines: begun.length } : undefined;
}

/** The signs as a word says them where none stand behind the nick. */
export const shortened = (signs: string): string => (isBare(signs) ? signs : signs.replace(/…$/u, ''));

/** True where no sign shows who it is: a name and a blank may begin any line. */
export const isBare = (signs: string): boolean => signs === NICK;

/** The rule of lines that begin with a nick between such signs. */
export function ruleAround(signs: string, read: LineRule['read']): LineRule {
  const [open = '', close = ''] = signs.split(NICK);
  const opening = [...open].map((sign) => `${verbatim(sign)} *`).join('');
  return {
    example: `${signs.replace(NICK, 'alice')} hello bob`,
    pattern: patternOf(
      String.raw`^ *${opening}(?<prefix>[~&@%+]?) *(?![-*<])(?<nick>[^\s<>]+?)${close ? ` *${verbatim(close)}` : ''}(?: (?<text>[^]*))?$`,
    ),
    read,
  };
}
