// What stands around the name of a window in the name of its log: the endings of clients, what a log that was turned over or
// set aside has behind them, and what those who copied it added.
//
//   #loom.log.2.gz   #loom.part2.log   #loom.log-20131105   #loom.log~   #loom.log.orig   #loom - Copy.log   #loom (1).log   %23loom.log

import { byRanges } from './letters.ts';

const ENDING = String.raw`\.(?:gz|txt|logs?|weechatlog|xchatlog|irclog|jsonl?|old|bak|part[-_]?\d{1,3})`;
const WORD = String.raw`[\p{L}\p{M}]{3,14}`;
const DATE = String.raw`(?:(?:19|20)\d\d(?:[-_.]?\d\d){0,2}|\d\d[-_.]?(?:${WORD}|\d\d)[-_.]?(?:(?:19|20)?\d\d)|${WORD}[-_.]?\d\d[-_.]?(?:19|20)\d\d)`;
/** `.1`, `-20131105`, `.2013-11-05`, `.05Nov2013`, `.Nov052013`, `.05.11.2013`, `.131105`; `~`, `.~1~` and `.orig` of editors and of people. */
const SET_ASIDE = String.raw`(?:\.\d{1,3}|[-_.]${DATE}|(?:\.~\d{1,3})?~|\.(?:orig|save|sav|backup|copy)\d{0,3})`;
const ENDINGS = new RegExp(byRanges(`(?:${ENDING}${SET_ASIDE}?)+$`), 'iu');

/** ` - Copy`, ` - Kopie (2)`, ` (1)`, ` (another copy)`, ` copy 2`, as systems name copies; no name of a window has a blank. */
const COPIED =
  /^(\S+)(?: - \p{L}+(?: \(\d{1,3}\))?| \(\d{1,3}\)| \(\p{L}[\p{L}\d ]*\)| copy(?: \d{1,3})?)((?:\.[^\s/]*)?)$/iu;

/** A log's name without endings: `#loom.log.2.gz` is `#loom`. */
export function stem(name: string): string {
  return name.replace(ENDINGS, '');
}

/**
 * The path of a log as its client named it: without the signs of a copy, and with `%23` of a web address as what it stands for.
 * What stands for no text stays.
 */
export function clientPath(path: string): string {
  const parts = path.split('/').map(unescaped);
  const name = parts.pop() ?? '';
  return [...parts, name.replace(COPIED, '$1$2')].join('/');
}

function unescaped(name: string): string {
  if (!/%[2-9a-f][\da-f]/iu.test(name)) return name;
  try {
    const meant = decodeURIComponent(name);
    return /[/\p{Cc}]/u.test(meant) ? name : meant;
  } catch {
    return name;
  }
}
