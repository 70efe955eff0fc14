// Presence of people: the stays of their nicks, put together.
//
//   jcuster_ joins 12:42 · jcuster times out 12:45 · jcuster_ becomes jcuster 12:46  →  jcuster, unbroken
import type { Stay, StayEnd, StayStart } from '../day.ts';
import type { Netsplit } from './netsplit.ts';
import { lower } from '../shared/casemap.ts';

/** Presence of one person, half-open in epoch seconds. */
export interface PersonStay {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly start: StayStart;
  readonly evidence?: number;
  readonly end: StayEnd;
  /** Moments without any nick of the person here that are no absence: across a netsplit, or a connection lost and made again. */
  readonly breaks: readonly (readonly [from: number, to: number])[];
}

/** Seconds within which a lost connection is made again without the person having been away. */
const FLAP = 120;

/** Somebody whom a netsplit cut off at a time and who came back, in epoch seconds. */
export type Meeting = readonly [nick: string, at: number, back: number];

/** Who came back from netsplits. */
export function meetingsOf(splits: readonly Netsplit[]): readonly Meeting[] {
  return splits.flatMap(({ cut }) => cut.flatMap(({ nick, at, back }) => (back ? [[nick, at, back.at] as const] : [])));
}

/** Each person's presence, by start: `whose` is the name of who had a nick at a time. Stays of a person's nicks that overlap, touch, or are a reconnection or one of the netsplits apart are one. */
export function personStays(
  stays: readonly Stay[],
  whose: (nick: string, at: number) => string,
  meetings: readonly Meeting[] = [],
): readonly PersonStay[] {
  const met = new Map(meetings.map(([nick, at, back]) => [`${lower(nick)} ${at}`, back]));
  const byName = new Map<string, Stay[]>();
  for (const stay of stays) {
    const name = whose(stay.nick, stay.from);
    const list = byName.get(name);
    if (list) list.push(stay);
    else byName.set(name, [stay]);
  }
  const all: PersonStay[] = [];
  for (const [name, list] of byName) {
    list.sort((a, b) => a.from - b.from || a.to - b.to);
    let current: (Omit<PersonStay, 'breaks'> & { breaks: [number, number][] }) | undefined;
    let nick = '';
    for (const stay of list) {
      const pause = current ? stay.from - current.to : Infinity;
      const split = current && met.get(`${lower(nick)} ${current.to}`) === stay.from;
      const flap = split || (pause <= FLAP && current?.end === 'quit' && stay.start === 'join');
      if (!current || (pause > 0 && !flap)) {
        if (current) all.push(current);
        const { from, to, start, evidence, end } = stay;
        nick = stay.nick;
        current = { name, from, to, start, ...(evidence === undefined ? {} : { evidence }), end, breaks: [] };
        continue;
      }
      if (pause > 0) current.breaks.push([current.to, stay.from]);
      if (stay.to >= current.to) {
        nick = stay.nick;
        current = { ...current, to: stay.to, end: stay.end };
      }
    }
    if (current) all.push(current);
  }
  return all.sort((a, b) => a.from - b.from || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
