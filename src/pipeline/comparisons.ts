// What comparing the files of a channel gave, kept between builds: where people's clients wrote a log a day, thousands of
// pairs would be read again for a line more in one of them.
import { hash } from 'node:crypto';
import type { Parts } from '../state.ts';

/** What a comparison can give; null where it gave nothing. */
type Found = boolean | number | null;

/** Gives what a comparison of what the key tells gave, or finds it now. */
export type Comparing = <T extends Found>(key: unknown, find: () => Promise<T>) => Promise<T>;

export interface Comparisons {
  readonly compare: Comparing;
  /** Keeps what was asked for, and nothing else. */
  readonly keep: () => void;
}

/** The comparisons of a channel's files, as an earlier build kept them. */
export function comparisonsOf(parts: Parts, slug: string): Comparisons {
  const part = `${slug}/comparisons`;
  const before = new Map(parts.has(part) ? parts.read<readonly (readonly [string, Found])[]>(part) : []);
  const now = new Map<string, Found>();
  return {
    async compare<T extends Found>(key: unknown, find: () => Promise<T>): Promise<T> {
      const name = hash('sha256', JSON.stringify(key), 'base64url').slice(0, 22);
      const known = before.get(name) as T | undefined;
      const found = known === undefined ? await find() : known;
      now.set(name, found);
      return found;
    },
    keep() {
      if (now.size === before.size && [...now.keys()].every((name) => before.has(name))) return;
      parts.write(part, [...now]);
    },
  };
}
