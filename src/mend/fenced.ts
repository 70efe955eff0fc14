// A log between marks that keep a text as it is, as Markdown, wikis, forums and issue trackers have them.
//
//   ```text                                ->
//   [09:01:02] <alice> hello bob           ->   [09:01:02] <alice> hello bob
//   ```                                    ->
//
// The marks go. What stands outside of them is no part of the log, and is shown as it stands.
import type { Damage } from './damage.ts';

const MARK =
  /^\s*(?:(?:`{3,}|~{3,})\s*[\w+-]*|\[\/?(?:code|quote|pre)(?:=[^\]]*)?\]|<\/?(?:nowiki|pre|code|syntaxhighlight|source)(?:\s[^<>]*)?>|\{(?:code|noformat)(?::[^}]*)?\})\s*$/iu;

/** A heading and a sentence may stand before the first mark; people that talk of such marks do so behind stamps. */
const BEFORE = 10;

export const fenced: Damage = {
  find: (lines) => (lines.slice(0, BEFORE).some(({ text }) => MARK.test(text)) ? 'marks' : undefined),
  mend: () => (text) => (MARK.test(text) ? '' : text),
};
