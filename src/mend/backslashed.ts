// A log in which the signs that mean something in Markdown have a backslash before them.
//
//   \[09:01:02\] \<alice\> look at \#roses          ->   [09:01:02] <alice> look at #roses
//
// All of them have it: brackets of nicks and stamps, too.
import { shareOf, type Damage } from './damage.ts';

const BACKSLASHED = /\\([\\`*_{}[\]()<>#+.!|~-])/gu;
/** The brackets that begin a line, or a nick behind its stamp; stars before what happens. */
const BRACKET = /^.{0,40}?\\[[<*]/u;
const BARE = /(?:^|[^\\])(?:\\\\)*[[<]/u;

export const backslashed: Damage = {
  find: (lines) =>
    shareOf(lines, (text) => BRACKET.test(text)) >= 0.5 && shareOf(lines, (text) => BARE.test(text)) <= 0.02
      ? 'signs'
      : undefined,
  mend: () => (text) => text.replace(BACKSLASHED, '$1'),
};
