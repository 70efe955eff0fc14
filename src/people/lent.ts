// Nicks that are somebody else's for a time: by the settings, or for a stay that a rename ties to a better known nick.
//
//   nicks: [{ nick: guest, until: 2013-10-09 }]        wren's, up to that day
//   * Guest12 is now known as ada                      ada's, for the stay before it
import type { PackedStays } from '../packed-stays.ts';
import type { PersonSettings } from '../settings.ts';
import { lower } from '../shared/casemap.ts';
import { chainsOf, type Link } from './chains.ts';
import type { Claims } from './claims.ts';
import type { Rename } from './facts.ts';
import type { Group } from './groups.ts';
import type { Known, NickEvidence } from './known.ts';

/** What Date can hold, in epoch seconds: an open bound. */
const EVER = 8.64e12;

/** A nick, in lower case, of another person for a time: half-open, epoch seconds. */
export interface Lent {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** Index of the group. */
  readonly person: number;
  readonly evidence: NickEvidence;
}

/** Bounds of a date in the archive's zone: epoch seconds, half-open. */
export type DayOf = (date: string) => { readonly start: number; readonly end: number };

/** What settings give for a time, of nicks that the channel knows. */
export function lentBySettings(
  settings: readonly PersonSettings[],
  known: ReadonlyMap<string, Known>,
  groups: readonly Group[],
  dayOf: DayOf,
): readonly Lent[] {
  return settings.flatMap(({ spans }, label) => {
    const person = groups.findIndex((group) => group.label === label);
    if (person < 0) return [];
    return spans.flatMap(({ nick, from, until }): readonly Lent[] => {
      const key = lower(nick);
      const its = known.get(key);
      if (!its) return [];
      const start = from === undefined ? null : dayOf(from).start;
      const end = until === undefined ? null : dayOf(until).end;
      const evidence: NickEvidence = { nick: its.nick, by: 'settings', span: [start, end] };
      return [{ key, from: start ?? -EVER, to: end ?? EVER, person, evidence }];
    });
  });
}

/**
 * What renames tie together, but for nicks `given` for a time by the settings: what those say of a nick holds at any time, and so
 * does what they deny.
 */
export function lentByRenames(
  stays: readonly PackedStays[],
  renames: readonly Rename[],
  {
    groups,
    of,
    known,
    claims,
    given,
  }: {
    readonly groups: readonly Group[];
    /** Index of the group of each nick. */
    readonly of: Readonly<Record<string, number>>;
    readonly known: ReadonlyMap<string, Known>;
    readonly claims: Claims;
    readonly given: ReadonlySet<string>;
  },
): readonly Lent[] {
  const labelOf = (person: number) => groups[person]!.label;
  const standing = (key: string) => ({ isListed: labelOf(of[key]!) !== undefined, ...known.get(key)! });
  /** The better known of two nicks: by the settings, then by lines, then by who came first. */
  const better = (a: string, b: string): string => {
    const [one, two] = [standing(a), standing(b)];
    if (one.isListed !== two.isListed) return one.isListed ? a : b;
    if (one.lines !== two.lines) return one.lines > two.lines ? a : b;
    return one.place <= two.place ? a : b;
  };
  const isLent = ({ key }: Link, person: number): boolean => {
    if (of[key] === person || labelOf(of[key]!) !== undefined || given.has(key)) return false;
    const label = labelOf(person);
    return label === undefined || !claims.denies(label, key);
  };
  // Most renames are between nicks of one person. What nothing ties to another's is lent to nobody.
  const ends = renames.map(({ from, to }) => [of[lower(from)]!, of[lower(to)]!] as const);
  const tied = new Set(ends.filter(([from, to]) => from !== to).flat());
  const telling = renames.filter((_, at) => tied.has(ends[at]![0]) || tied.has(ends[at]![1]));
  const chains = chainsOf(stays, telling, (a, b) => of[a] === of[b]);
  return chains.flatMap((links) => {
    const person = of[links.map(({ key }) => key).reduce(better)]!;
    return links
      .filter((link) => isLent(link, person))
      .map(({ key, from, to, rename }): Lent => {
        const evidence: NickEvidence = { nick: known.get(key)!.nick, by: 'rename', rename, span: [from, to] };
        return { key, from, to, person, evidence };
      });
  });
}
