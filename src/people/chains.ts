// Stays that renames join: one connection under several nicks.
//
//   Guest12 [9:00, 9:02) … nick   →   ada [9:02, 9:30) … gap   →   ada [9:31, 17:00) seen … quit
import { eachStay, type PackedStays } from '../packed-stays.ts';
import { lower } from '../shared/casemap.ts';
import type { Rename } from './facts.ts';

export interface Link {
  /** Nick in lower case. */
  readonly key: string;
  /** Epoch seconds, half-open. */
  readonly from: number;
  readonly to: number;
  /** The rename that ties it to its neighbour. */
  readonly rename: Rename;
}

/** A gap in sight longer than this ends what a rename tells. */
const REACH = 86_400;

/**
 * The stays of a nick, one after the other: bounds in epoch seconds, half-open. They come by their ends, and no two overlap.
 * Renamed nicks have most of a channel's stays, and each build that changes anything goes through them: numbers beside each other
 * take a fraction of the time of as many objects.
 */
interface NickStays {
  readonly key: string;
  readonly from: number[];
  readonly to: number[];
  /** How each began and ended. */
  readonly how: Borders[];
  /** By the moment: the first of those that end, and of those that begin, by a rename. */
  readonly leaving: Map<number, number>;
  readonly coming: Map<number, number>;
  /** By the place of a stay: the chain that it is in. */
  readonly chains: Map<number, Link[]>;
}

/** What matters of a stay's start and end, as bits. */
type Borders = number;
const CAME = 1;
const LEFT = 2;
const SEEN = 4;
const LOST = 8;

function staysOf(stays: readonly PackedStays[], isAsked: (key: string) => boolean): ReadonlyMap<string, NickStays> {
  const byNick = new Map<string, NickStays>();
  const theirs = (nick: string): NickStays | undefined => {
    const key = lower(nick);
    if (!isAsked(key)) return undefined;
    let its = byNick.get(key);
    if (!its) {
      const found = { leaving: new Map<number, number>(), coming: new Map<number, number>() };
      byNick.set(key, (its = { key, from: [], to: [], how: [], ...found, chains: new Map<number, Link[]>() }));
    }
    return its;
  };
  for (const some of stays) {
    const places = some.nicks.map(theirs);
    eachStay(some, (place, from, to, start, end) => {
      const its = places[place];
      if (!its) return;
      its.from.push(from);
      its.to.push(to);
      const began = start === 'nick' ? CAME : start === 'seen' ? SEEN : 0;
      its.how.push(began + (end === 'nick' ? LEFT : end === 'gap' ? LOST : 0));
    });
  }
  for (const its of byNick.values()) {
    its.how.forEach((how, at) => {
      if (how & LEFT && !its.leaving.has(its.to[at]!)) its.leaving.set(its.to[at]!, at);
      if (how & CAME && !its.coming.has(its.from[at]!)) its.coming.set(its.from[at]!, at);
    });
  }
  return byNick;
}

/** True where two nicks were ever here at once. */
function together(some: NickStays, others: NickStays): boolean {
  for (let i = 0, j = 0; i < some.from.length && j < others.from.length;) {
    const [one, two] = [some.to[i]!, others.to[j]!];
    if (Math.max(some.from[i]!, others.from[j]!) < Math.min(one, two)) return true;
    if (one < two) i++;
    else j++;
  }
  return false;
}

/** The place of the stay as which a nick goes on after the logger had lost sight of it. */
function after({ from, to, how }: NickStays, place: number): number | undefined {
  if (!(how[place]! & LOST)) return undefined;
  const next = place + 1;
  return (how[next] ?? 0) & SEEN && from[next]! - to[place]! <= REACH ? next : undefined;
}

/** Chains of stays under more than one nick. Nicks that were ever here together are strangers, unless they are one person's at any time. */
export function chainsOf(
  stays: readonly PackedStays[],
  renames: readonly Rename[],
  isOnes: (a: string, b: string) => boolean,
): readonly (readonly Link[])[] {
  const renamed = new Set<string>();
  for (const { from, to } of renames) renamed.add(lower(from)).add(lower(to));
  const byNick = staysOf(stays, (key) => renamed.has(key));
  const chains: Link[][] = [];
  const link = (chain: Link[], its: NickStays, place: number, rename: Rename): void => {
    chain.push({ key: its.key, from: its.from[place]!, to: its.to[place]!, rename });
    its.chains.set(place, chain);
  };
  for (const rename of renames) {
    const from = byNick.get(lower(rename.from));
    const to = byNick.get(lower(rename.to));
    const left = from?.leaving.get(rename.at);
    const came = to?.coming.get(rename.at);
    if (!from || !to || left === undefined || came === undefined) continue;
    if (!isOnes(from.key, to.key) && together(from, to)) continue;
    let chain = from.chains.get(left);
    if (!chain) {
      chains.push((chain = []));
      link(chain, from, left, rename);
    }
    for (let next: number | undefined = came; next !== undefined && !to.chains.has(next); next = after(to, next)) {
      link(chain, to, next, rename);
    }
  }
  return chains;
}
