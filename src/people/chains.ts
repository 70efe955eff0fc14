// Stays that renames join: one connection under several nicks.
//
//   Guest12 [9:00, 9:02) … nick   →   ada [9:02, 9:30) … gap   →   ada [9:31, 17:00) seen … quit
import type { Stay } from '../day.ts';
import { unpacked, type PackedStays } from '../packed-stays.ts';
import { lower } from '../shared/casemap.ts';
import { groupedBy } from '../shared/lists.ts';
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

export interface Chain {
  readonly links: readonly Link[];
}

/** A gap in sight longer than this ends what a rename tells. */
const REACH = 86_400;

interface Piece {
  readonly key: string;
  readonly stay: Stay;
}

function together(some: readonly Stay[], others: readonly Stay[]): boolean {
  for (let i = 0, j = 0; i < some.length && j < others.length;) {
    const one = some[i]!;
    const two = others[j]!;
    if (Math.max(one.from, two.from) < Math.min(one.to, two.to)) return true;
    if (one.to < two.to) i++;
    else j++;
  }
  return false;
}

/** Chains of stays under more than one nick. Nicks that were ever here together are strangers, unless they are one person's at any time. */
export function chainsOf(
  stays: readonly PackedStays[],
  renames: readonly Rename[],
  isOnes: (a: string, b: string) => boolean,
): readonly Chain[] {
  const renamed = new Set<string>();
  for (const { from, to } of renames) renamed.add(lower(from)).add(lower(to));
  const theirs = stays.flatMap((some) => unpacked(some, (nick) => renamed.has(lower(nick))));
  const byNick = groupedBy(theirs, ({ nick }) => lower(nick));
  for (const list of byNick.values()) list.sort((a, b) => a.from - b.from);
  // By nick and moment: the first of those that end, and of those that begin, by a rename.
  const leaving = new Map<string, Map<number, Stay>>();
  const coming = new Map<string, Map<number, Stay>>();
  for (const [key, list] of byNick) {
    const [left, came] = [new Map<number, Stay>(), new Map<number, Stay>()];
    for (const stay of list) {
      if (stay.end === 'nick' && !left.has(stay.to)) left.set(stay.to, stay);
      if (stay.start === 'nick' && !came.has(stay.from)) came.set(stay.from, stay);
    }
    leaving.set(key, left);
    coming.set(key, came);
  }

  const chains: Link[][] = [];
  const chainOf = new Map<Stay, Link[]>();
  const link = (chain: Link[], { key, stay }: Piece, rename: Rename) => {
    chain.push({ key, from: stay.from, to: stay.to, rename });
    chainOf.set(stay, chain);
  };
  /** The stay as which a nick goes on after the logger had lost sight of it. */
  const after = (key: string, stay: Stay): Stay | undefined => {
    if (stay.end !== 'gap') return undefined;
    const list = byNick.get(key)!;
    const next = list[list.indexOf(stay) + 1];
    return next?.start === 'seen' && next.from - stay.to <= REACH ? next : undefined;
  };
  for (const rename of renames) {
    const [from, to] = [lower(rename.from), lower(rename.to)];
    const left = leaving.get(from)?.get(rename.at);
    const came = coming.get(to)?.get(rename.at);
    if (!left || !came || from === to) continue;
    if (!isOnes(from, to) && together(byNick.get(from)!, byNick.get(to)!)) continue;
    let chain = chainOf.get(left);
    if (!chain) {
      chains.push((chain = []));
      link(chain, { key: from, stay: left }, rename);
    }
    for (let next: Stay | undefined = came; next && !chainOf.has(next); next = after(to, next)) {
      link(chain, { key: to, stay: next }, rename);
    }
  }
  return chains.map((links) => ({ links }));
}
