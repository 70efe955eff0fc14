// A log each line of which stands between the same two signs: in Markdown, or as a column of a table.
//
//   `[09:01:02] <alice> hello bob`          "[09:01:02] <alice> a ""rose"""          ->   [09:01:02] <alice> a "rose"
import { shareOf, type Damage } from './damage.ts';

const ENCLOSED: Readonly<Record<string, RegExp>> = { '`': /^`([^]*)`$/u, '"': /^"((?:[^"]|"")*)"$/u };

/** So many of the lines are, where a log was put into something else. */
const MOST = 0.8;

export const enclosed: Damage = {
  find: (lines) => Object.keys(ENCLOSED).find((sign) => shareOf(lines, (text) => ENCLOSED[sign]!.test(text)) >= MOST),
  mend: (sign) => (text) => {
    const inner = ENCLOSED[sign]?.exec(text)?.[1];
    return inner === undefined ? text : sign === '"' ? inner.replaceAll('""', '"') : inner;
  },
};
