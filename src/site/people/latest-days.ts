// What the days of a channel's latest month tell of people, kept in the store: nearly every new line falls into that month, and
// only its own day is read for it then.
import type { Archive } from '../../store.ts';
import type { LivedDay, LivedDays } from './life-days.ts';

const NAME = 'latest-days.json';

/** A day: the key of what was told of it, and that. */
type Kept = readonly [key: string, lived: readonly (readonly [name: string, day: LivedDay])[]];

/** Keeps what days tell, by their dates; `keys` change when that does. */
export function keepLatest(
  archive: Archive,
  slug: string,
  days: ReadonlyMap<string, LivedDays>,
  keys: ReadonlyMap<string, string>,
): void {
  const kept = [...days].flatMap(([date, lived]): readonly (readonly [string, Kept])[] => {
    const key = keys.get(date);
    return key === undefined ? [] : [[date, [key, [...lived]]]];
  });
  archive.writeKept(slug, NAME, JSON.stringify(Object.fromEntries(kept)));
}

/** What was kept of dates, but for those whose key is another by now. */
export function latestKept(
  archive: Archive,
  slug: string,
  keys: ReadonlyMap<string, string>,
): ReadonlyMap<string, LivedDays> {
  const kept = JSON.parse(archive.readKept(slug, NAME) ?? '{}') as Readonly<Record<string, Kept>>;
  return new Map(
    Object.entries(kept).flatMap(([date, [key, lived]]) => (key === keys.get(date) ? [[date, new Map(lived)]] : [])),
  );
}
