// Nicks in the lists that clients print.

/** A nick without the channel-status prefixes before it; a nick that is nothing but such signs stays. */
export function bareNick(nick: string): string {
  return nick.replace(/^[~&@%+!]+(?=[^~&@%+!])/u, '');
}

/** The shortest of a person's nicks, the first of equals: the others are it with something added (`alice_`, `alice|away`). */
export function plainest(nicks: readonly string[]): string | undefined {
  return nicks.toSorted((a, b) => a.length - b.length)[0];
}
