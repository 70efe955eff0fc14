// What the days of a channel's latest month tell of people, kept in the store: nearly every new line falls into that month, and
// only its own day is read for it then.
import type { Archive } from '../../store.ts';
import type { LivedDay, LivedDays } from './life-days.ts';

/** Of the file in the store. */
const NAME = 'latest-days';

/** A day: the key of what was told of it, and that. */
type Kept = readonly [key: string, lived: readonly (readonly [name: string, day: LivedDay])[]];

/** Lays down what days tell, by their dates; `keys` change when that does. */
export function keepLatest(
  archive: Archive,
  slug: string,
  days: ReadonlyMap<string, LivedDays>,
  keys: ReadonlyMap<string, string>,
): void {
  const texts = [...days].flatMap(([date, lived]) => {
    const key = keys.get(date);
    const kept: Kept | undefined = key === undefined ? undefined : [key, [...lived]];
    return kept ? [[date, JSON.stringify(kept)] as const] : [];
  });
  archive.writeLives(slug, NAME, texts);
}

/** Gives what was laid down of a date; undefined where its key is another by now. Throws `Torn` where nothing was laid down. */
export function latestKept(
  archive: Archive,
  slug: string,
  keys: ReadonlyMap<string, string>,
): (date: string) => LivedDays | undefined {
  const keptOf = archive.readLives<Kept>(slug, NAME);
  return (date) => {
    const [key, lived] = keptOf(date) ?? [];
    return lived && key === keys.get(date) ? new Map(lived) : undefined;
  };
}
