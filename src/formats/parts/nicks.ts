// Nicks in the lists that clients print.

/** A nick without the channel-status prefixes before it; a nick that is nothing but such signs stays. */
export function bareNick(nick: string): string {
  return nick.replace(/^[~&@%+!]+(?=[^~&@%+!])/u, '');
}
