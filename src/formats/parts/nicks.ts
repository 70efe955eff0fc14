// Nicks in the lists that clients print, and in what they tell.
import type { Event } from '../../events.ts';

/** A nick without the channel-status prefixes before it; a nick that is nothing but such signs stays. */
export function bareNick(nick: string): string {
  return nick.replace(/^[~&@%+!]+(?=[^~&@%+!])/u, '');
}

/** The shortest of a person's nicks, the first of equals: the others are it with something added (`alice_`, `alice|away`). */
export function plainest(nicks: readonly string[]): string | undefined {
  return nicks.toSorted((a, b) => a.length - b.length)[0];
}

/** Of some lines those that a client's words do not read, and whom the others tell of: those who come, go and have new nicks. */
export function readBy(
  read: (text: string) => readonly Event[] | undefined,
  texts: readonly string[],
): { readonly unread: readonly string[]; readonly nicks: ReadonlySet<string> } {
  const told = texts.map((text) => ({ text, events: read(text) }));
  return {
    unread: told.flatMap(({ text, events }) => (events ? [] : [text])),
    nicks: new Set(told.flatMap(({ events = [] }) => nicksIn(events))),
  };
}

function nicksIn(events: readonly Event[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind === 'nick') return [event.nick ?? '', event.to];
    return (event.kind === 'join' || event.kind === 'part' || event.kind === 'quit') && event.nick ? event.nick : [];
  });
}
