// What a relay says belongs to the person behind it: `<bridge> <wren> hello` was said by wren, somewhere else.
//
//   message of the relay's nick, text matches → nick: who said it, text: what, via: the relay
//
// Done after addressing: an address is made of the line as it stands in the log.
import type { Entry } from './events.ts';
import { bareOf, replaceStyled, unseenBefore } from './privacy/replace.ts';
import type { RelaySettings } from './settings.ts';
import { lower } from './shared/casemap.ts';

/** A nick as a relay shows it: channel status before it, and what it puts between the letters so that nobody is called. */
const nickOf = (shown: string): string =>
  shown
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/^[@%+~&!]+(?=.)/, '')
    .trim();

/** Gives what relays say to who said it; every other entry is the very same. */
export function relayed(relays: readonly RelaySettings[]): (entry: Entry) => Entry {
  if (relays.length === 0) return (entry) => entry;
  const byNick = new Map(
    relays.map(
      ({ nick, match }) => [lower(nick), new RegExp(match.source, `${match.flags.replace('d', '')}d`)] as const,
    ),
  );
  return (entry) => {
    if (entry.kind !== 'message' && entry.kind !== 'action' && entry.kind !== 'notice') return entry;
    const match = entry.nick === undefined ? undefined : byNick.get(lower(entry.nick));
    const found = match?.exec(bareOf(entry.text));
    const [from, to] = found?.indices?.groups?.['text'] ?? [];
    const nick = nickOf(found?.groups?.['nick'] ?? '');
    if (!found || from === undefined || to === undefined || nick === '' || entry.nick === undefined) return entry;
    const end = found.input.length;
    const around = [{ from: 0, to: from, by: '' }, ...(to < end ? [{ from: to, to: end, by: '' }] : [])];
    const said: { -readonly [K in keyof typeof entry]: (typeof entry)[K] } = {
      ...replaceStyled(entry, [(bare) => (bare === found.input ? around : [])]),
      nick,
      via: entry.nick,
    };
    delete said.prefix;
    // Codes before the first character colour the nick.
    if (said.styled !== undefined) said.styled = said.styled.slice(unseenBefore(entry.styled ?? ''));
    if (said.styled === said.text) delete said.styled;
    return said;
  };
}
