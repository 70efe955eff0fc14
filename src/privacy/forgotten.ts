// New addresses for what privacy changed, where the old ones are to be forgotten.
import { hash } from 'node:crypto';
import { specOf, type Entry } from '../events.ts';
import { canonical, hashDigits, hashedText, twin } from '../shared/address.ts';
import { copyWithout } from '../shared/copy.ts';

/** Addresses are made of this: where it changed, the old address could confirm a guess. */
const hashed = (entry: Entry): string => `${canonical(entry.nick ?? '')}\n${canonical(specOf(entry).hashed(entry))}`;

/** The day with the address of what is shown for each entry that no longer shows what its address was made of. */
export function forgotten(day: readonly (readonly [before: Entry, after: Entry])[]): readonly Entry[] {
  const isKept = ([before, after]: readonly [Entry, Entry]): boolean =>
    before.kind === after.kind &&
    hashed(before) === hashed(after) &&
    !(after.kind === 'mode' && /^.k/.test(after.changes));
  const taken = new Set(day.filter(isKept).map(([, { id }]) => id));
  return day.map((pair) => {
    if (isKept(pair)) return pair[1];
    const entry = copyWithout(pair[1], 'aliases') as Entry;
    const sha = hash('sha256', hashedText(entry.at, entry.kind, entry.nick ?? '', specOf(entry).hashed(entry)));
    const address = `${entry.id.slice(0, 7)}${hashDigits(sha, 4)}`;
    let count = 1;
    while (taken.has(twin(address, count))) count += 1;
    taken.add(twin(address, count));
    return { ...entry, id: twin(address, count) } as Entry;
  });
}
