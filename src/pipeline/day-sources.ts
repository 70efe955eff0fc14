// What the loggers had of a day's entries: where its lines went, what each of them heard, and by whom comings and goings are told.
//
// `sources` says by the place of each of `all` entries, before privacy, what it was gathered from.
import type { Entry } from '../events.ts';
import type { Gathered } from '../gather.ts';
import type { Telling } from '../presence.ts';
import { once } from '../shared/once.ts';

type Sources = Gathered['sources'];

/** Where the lines of a day went: they add up to its lines in the logs. */
export interface Sums {
  readonly read: number;
  readonly doubles: number;
  readonly hidden: number;
  readonly unparsed: number;
}

/** Where the lines of all entries went; `doubles` are those of which nothing was gathered. */
export function sumsOf(all: readonly Entry[], sources: Sources, leftOut: readonly Entry[], doubles: number): Sums {
  const hidden = new Set(leftOut.map(({ id }) => id));
  const sums = { read: 0, doubles, hidden: 0, unparsed: 0 };
  all.forEach(({ id, kind }, index) => {
    const source = sources[index];
    sums.doubles += source?.doubles ?? 0;
    sums[hidden.has(id) ? 'hidden' : kind === 'unparsed' ? 'unparsed' : 'read'] += source?.lines ?? 0;
  });
  return sums;
}

/** Of all entries those that a logger has. */
export function heardBy(rank: number, all: readonly Entry[], sources: Sources): readonly Entry[] {
  return all.filter((_, index) => sources[index]?.loggers.includes(rank));
}

/**
 * Of the published entries, which had these addresses `before`, those that tell who was there when; what was played back does
 * not.
 */
export function tellingOf(
  entries: readonly Entry[],
  before: readonly string[],
  all: readonly Entry[],
  sources: Sources,
  loggers: number,
): readonly Telling[] {
  const sourceOf = once(() => new Map(all.map(({ id }, index) => [id, sources[index]])));
  const telling: Telling[] = [];
  entries.forEach((entry, index) => {
    const id = before[index] ?? entry.id;
    // Up to the first that is left out, each is at its place.
    const source = all[index]?.id === id ? sources[index] : sourceOf().get(id);
    if (!source?.replay) telling.push(told(entry, source?.loggers ?? [], loggers));
  });
  return telling;
}

/** The entry as presence asks for it: of a coming or going that not all loggers tell, by whom it is told. */
function told(entry: Entry, by: readonly number[], loggers: number): Telling {
  const isPartial = (entry.kind === 'join' || entry.kind === 'quit') && by.length > 0 && new Set(by).size < loggers;
  return isPartial ? { ...entry, by } : entry;
}
