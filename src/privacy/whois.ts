// Lines of a WHOIS: what they tell of somebody is his name, his channels and his account, whatever he is called.
//
//   [dov] (~dov@limpet.example.net) : Dov Ahola       [dov] is logged in as dovahola       XChat, HexChat, WeeChat
//   dov is ~dov@limpet.example.net * Dov Ahola       dov on @#limpet                       mIRC
//    ircname  : Dov Ahola                             channels : @#limpet                  irssi, which does not say of whom
import type { Entry } from '../events.ts';
import { copyWithout } from '../shared/copy.ts';

const WHOIS =
  /^(?:\[(?<nick>\S+)\] (?=\S)|(?<mirc>\S+) (?:(?:is|was) (?=\S+@\S+ \* )|is (?=(?:logged in|authed) as )|on (?=[@+%&~]*#))|(?<irssi> [a-z]{0,8} +: )(?=\S))/;

const partsOf = (entry: Entry): Readonly<Record<string, string | undefined>> =>
  (entry.kind === 'log' && WHOIS.exec(entry.text)?.groups) || {};

/** The nick of whom a line of a WHOIS tells; undefined for any other line. */
export function askedAbout(entry: Entry): string | undefined {
  const { nick, mirc } = partsOf(entry);
  return nick ?? mirc;
}

/** True for a line of a WHOIS that does not say of whom it tells: it may be anybody. */
export const tellsOfAnybody = (entry: Entry): boolean => partsOf(entry)['irssi'] !== undefined;

/** The line of a WHOIS without what it tells; any other as it is. */
export function withoutWhois(entry: Entry): Entry {
  const [head] = (entry.kind === 'log' && WHOIS.exec(entry.text)) || [];
  return head === undefined ? entry : ({ ...copyWithout(entry, 'styled'), text: `${head}…` } as Entry);
}
