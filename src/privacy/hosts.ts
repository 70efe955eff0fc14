// Hosts and channels' keys in what servers and clients say. What people wrote is not touched.
//
//   [dov] (~dov@limpet.example.net) : Dov     →  [dov] (…@hidden) : Dov
//   [dov] is connecting from *@h 192.0.2.7     →  [dov] is connecting from …@hidden …
//   modes: +ntk secret                         →  modes: +ntk …
import { isBouncer, type Entry } from '../events.ts';
import type { PrivacySettings } from '../settings.ts';
import { copyWithout } from '../shared/copy.ts';
import { finderOf, replaceIn, replaceStyled } from './replace.ts';

/**
 * `x!y@z` and `user@host`, brackets and punctuation around them aside; two that touch are one. Brackets and punctuation alone
 * are no user: `[@wren]` is an operator in a list of names.
 */
const USERHOST = /(?<![^\s@])(?![([{<"')\]}>,;:]+@)[^\s@]+(?:@[^\s@]+)+/g;

const hideHosts = finderOf(USERHOST, (matched) => {
  const [, open = '', close = ''] = /^([([{<"']*).*?([)\]}>,.;:"']*)$/s.exec(matched) ?? [];
  return `${open}…@hidden${close}`;
});

/** An IP address where a WHOIS tells one: behind a host, or as what somebody really uses. */
const IP = /\d{1,3}(?:\.\d{1,3}){3}|(?=\S*::|(?:[\da-f]+:){7})[\da-f:.]+/.source;
const hideAddresses = finderOf(
  new RegExp(`(?<=@[^\\s@]{1,80} [[(]?)(?:${IP})|(?<![^\\s[(])(?:${IP})(?=[\\])]? actually using host)`, 'gi'),
  '…',
);

/** What XChat, HexChat, WeeChat and mIRC call the modes of a channel in their languages. */
const MODES = /(?<!#)\bmod(?:es?|i|os?|us|alità)(?!\w)|tryby?|режимы?|モード|模式/.source;

/**
 * A channel's key in what a client prints of modes: `modes: +ntk secret`, `sets channel keyword to secret`. What stands before it is
 * asked for behind a blank alone, and of so many letters: else a long word would be gone through at each of its letters.
 */
const hideKeys = finderOf(
  new RegExp(
    String.raw` (?<=(?:${MODES})[^+\n]{0,80}\+[a-z]{0,60}k[a-z]{0,60} )[^\s\])]+(?: [^\s\])]+)*|(?<=\bchannel key(?:word)?(?: is| to|:|)) (?!(?:is|to) )[^\s\])]+`,
    'gi',
  ),
  ' …',
);

/** Of whom a bouncer tells: `carol!~c@host.example quit: Leaving`, with the time of day before it or without. */
const hideSubject = finderOf(/(?<=^(?:\[[\d:]+\] )?[^\s!@]{1,80}!)[^\s@]+@\S+/g, '…@hidden');

/** The entry without its host. */
export function withoutHost(entry: Entry): Entry {
  return 'host' in entry ? (copyWithout(entry, 'host') as Entry) : entry;
}

/** The entry without a channel's key, and without hosts unless they are shown. */
export function hidden(entry: Entry, hosts: PrivacySettings['hosts']): Entry {
  if (entry.kind === 'mode') {
    const changes = entry.changes.replace(/^([+-]k)\b.*$/s, '$1');
    return { ...entry, changes: hosts === 'hide' ? replaceIn(changes, [hideHosts]) : changes };
  }
  if (entry.kind === 'message' && entry.nick && isBouncer(entry.nick))
    return replaceStyled(entry, hosts === 'hide' ? [hideKeys, hideSubject] : [hideKeys]);
  if (entry.kind !== 'log' && entry.kind !== 'unparsed') return hosts === 'hide' ? withoutHost(entry) : entry;
  return replaceStyled(entry, hosts === 'hide' ? [hideKeys, hideAddresses, hideHosts] : [hideKeys]);
}
