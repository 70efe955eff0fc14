// What a month tells of each person, kept in the store until a page asks: the sums of all months of a life, but only its
// latest days.
import { hash } from 'node:crypto';
import { few } from '../../shared/few.ts';
import type { Archive, PersonSummary } from '../../store.ts';
import { utcMidnight } from '../../time.ts';
import type { LivedDays } from './life-days.ts';
import { joinSums, LONG_LIFE, type Life, type LifeDay, type LifeSums } from './lives.ts';

/** What a month tells of a person; undefined where it tells nothing. */
type Told<T> = (name: string) => T | undefined;

/** What a month tells of a person, as a hash. */
export type LifeHash = readonly [name: string, hash: string];

const SUMS = 'sums';
const DAYS = 'days';
const nameOf = (month: string, kind: typeof SUMS | typeof DAYS): string => `${month}-${kind}`;

/** Lays down what the days of a month, by their dates, tell of people; a hash of it for each. */
export function keepLives(
  archive: Archive,
  slug: string,
  month: string,
  days: ReadonlyMap<string, LivedDays>,
): readonly LifeHash[] {
  const people = new Map<string, { drawn: LifeDay[]; sums: LifeSums[] }>();
  for (const [, lived] of [...days].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [name, { day, sums }] of lived) {
      let known = people.get(name);
      if (!known) people.set(name, (known = { drawn: [], sums: [] }));
      if (day) known.drawn.push(day);
      known.sums.push(sums);
    }
  const texts = [...people].map(
    ([name, own]) => [name, JSON.stringify(joinSums(own.sums)), JSON.stringify(own.drawn)] as const,
  );
  archive.writeLives(
    slug,
    nameOf(month, SUMS),
    texts.map(([name, sums]) => [name, sums]),
  );
  archive.writeLives(
    slug,
    nameOf(month, DAYS),
    texts.map(([name, , drawn]) => [name, drawn]),
  );
  return texts.map(([name, ...its]) => [name, hash('sha256', its.join('\n'), 'base64url').slice(0, 16)]);
}

/** How many months' days stay in hand: those of people who come one after the other are often the same. */
const IN_HAND = 8;

/** Gives the life of a person of a channel from the months, ascending, that tell of the person. */
export function keptLives(archive: Archive, slug: string) {
  const sums = new Map<string, Told<LifeSums>>();
  const sumsOf = (month: string): Told<LifeSums> => {
    const known = sums.get(month) ?? archive.readLives<LifeSums>(slug, nameOf(month, SUMS));
    sums.set(month, known);
    return known;
  };
  const daysOf = few(IN_HAND, (month) => archive.readLives<readonly LifeDay[]>(slug, nameOf(month, DAYS)));
  return (person: PersonSummary, months: readonly string[]): Life => {
    const told = months.map((month) => [month, sumsOf(month)(person.name)!] as const);
    const shown: LifeDay[] = [];
    for (const month of [...months].reverse()) {
      if (isLong(person) && shown.length >= LATEST) break;
      shown.unshift(...(daysOf(month)(person.name) ?? []));
    }
    return { days: shown, months: told, whole: joinSums(told.map(([, its]) => its)) };
  };
}

/** Days of a long life that its page shows. */
export const LATEST = 42;

/** A life that is too long to show every day of. */
export function isLong({ firstDay, lastDay }: PersonSummary): boolean {
  // Most are over within their month.
  if (firstDay.slice(0, 7) === lastDay.slice(0, 7)) return false;
  return (utcMidnight(lastDay) - utcMidnight(firstDay)) / 86_400 + 1 > LONG_LIFE;
}
