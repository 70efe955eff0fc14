// Presence of people: the stays of their nicks, put together.
//
//   jcuster_ joins 12:42 · jcuster times out 12:45 · jcuster_ becomes jcuster 12:46  →  jcuster, unbroken
import type { Stay } from '../day.ts';
import { groupedBy } from '../shared/lists.ts';
import type { Netsplit } from './netsplit.ts';
import { lower } from '../shared/casemap.ts';

/** Presence of one person, half-open in epoch seconds. */
export interface PersonStay {
  readonly name: string;
  readonly from: number;
  readonly to: number;
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

/**
 * Each person's presence, by start: `whose` is the name of who had a nick at a time. Stays of a person's nicks that overlap,
 * touch, or are a reconnection or one of the netsplits apart are one.
 */
export function personStays(
  stays: readonly Stay[],
  whose: (nick: string, at: number) => string,
  meetings: readonly Meeting[] = [],
): readonly PersonStay[] {
  const met = new Map(meetings.map(([nick, at, back]) => [`${lower(nick)} ${at}`, back]));
  const byName = groupedBy(stays, ({ nick, from }) => whose(nick, from));
  const all: PersonStay[] = [];
  for (const [name, list] of byName) {
    list.sort((a, b) => a.from - b.from || a.to - b.to);
    let current: { name: string; from: number; to: number; breaks: [number, number][] } | undefined;
    /** Of the stays in it, the one that lasts longest. */
    let last: Stay | undefined;
    for (const stay of list) {
      const pause = last ? stay.from - last.to : Infinity;
      const split = last && met.get(`${lower(last.nick)} ${last.to}`) === stay.from;
      const flap = split || (pause <= FLAP && last?.end === 'quit' && stay.start === 'join');
      if (!current || (pause > 0 && !flap)) {
        if (current) all.push(current);
        current = { name, from: stay.from, to: stay.to, breaks: [] };
        last = stay;
        continue;
      }
      if (pause > 0) current.breaks.push([current.to, stay.from]);
      if (stay.to >= current.to) {
        current.to = stay.to;
        last = stay;
      }
    }
    if (current) all.push(current);
  }
  return all.sort((a, b) => a.from - b.from || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
