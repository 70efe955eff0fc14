// How themes of irssi show who speaks, other than `<@alice> hello`.
import { readByRules, type LineRule, type Sample } from '../../format.ts';
import { message } from '../parts/told.ts';

/** Who speaks, where a theme has no angle brackets: the file settles which of these it is. */
export const STYLES: Readonly<Record<string, LineRule>> = {
  bar: {
    example: ' @alice | hello bob',
    pattern: /^ *(?<prefix>[~&@%+]?)(?<nick>[^\s:<>]+) [|│┃](?: (?<text>[^]*))?$/u,
    read: message,
  },
  colon: {
    example: '@alice: hello bob',
    pattern: /^ *(?<prefix>[~&@%+]?)(?<nick>[^\s:<>()]+): ?(?<text>[^]*)$/u,
    read: message,
  },
  point: {
    example: '@alice> hello bob',
    pattern: /^ *(?<prefix>[~&@%+]?)(?<nick>[^\s:<>()]+) ?[>»] ?(?<text>[^]*)$/u,
    read: message,
  },
  square: {
    example: '[@alice] hello bob',
    pattern: /^\[ *(?<prefix>[~&@%+]?)(?<nick>[^\s:<>()]+)\] ?(?<text>[^]*)$/u,
    read: message,
  },
  round: {
    example: '(@alice) hello bob',
    pattern: /^\( *(?<prefix>[~&@%+]?)(?<nick>[^\s:<>()]+)\) ?(?<text>[^]*)$/u,
    read: message,
  },
};

/** Any stamp before a style's line, as far as digits go. */
const STAMP = /^[[(]?\d[\d:./T-]*(?: [\d:.]+)?(?: ?[AaPp]\.?[Mm]\.?)?[\])]? ?/u;

/** The style of most lines, where they are more than those in angle brackets and a fifth of all. */
export function styleOf({ lines }: Sample, rules: readonly LineRule[]): string | undefined {
  const texts = lines.filter(({ text }) => STAMP.test(text)).map(({ text }) => text.replace(STAMP, ''));
  const rest = texts.filter((text) => readByRules(rules, text) === undefined);
  const angles = texts.filter((text) => text.startsWith('<')).length;
  const counts = Object.entries(STYLES).map(([style, { pattern }]) => ({
    style,
    count: rest.filter((text) => pattern.test(text)).length,
  }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best), { style: '', count: 0 });
  return most.count > angles && most.count * 5 > texts.length ? most.style : undefined;
}
