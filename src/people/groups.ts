// Nicks that are one person at any time: by settings, or alike and proven by a rename or a host.
import type { PersonSettings } from '../settings.ts';
import { lower } from '../shared/casemap.ts';
import { rememberedBases } from './base.ts';
import type { HostFacts, Rename } from './facts.ts';
import type { Known, NickEvidence } from './people.ts';

export interface Group {
  /** Nicks in lower case, in the order of first appearance. */
  readonly keys: readonly string[];
  /** Index of the settings' person. */
  readonly label?: number;
  readonly evidence: ReadonlyMap<string, NickEvidence>;
}

interface Cluster {
  keys: string[];
  label: number | undefined;
}

/** Groups in the order of first appearance of their first nick. */
export function groupsOf(
  known: ReadonlyMap<string, Known>,
  settings: readonly PersonSettings[],
  renames: readonly Rename[],
  hosts: readonly HostFacts[],
): readonly Group[] {
  const denied = settings.map(({ not }) => new Set(not.map(lower)));
  const listed = new Map<string, number>();
  // Nicks that were a person's for a time only are nobody's in general.
  const timed = settings.map(({ spans }) => new Set(spans.map(({ nick }) => lower(nick))));
  settings.forEach(({ nicks }, label) => {
    for (const key of nicks.map(lower)) if (!listed.has(key) && !timed[label]!.has(key)) listed.set(key, label);
  });
  // A person's name is a nick of theirs, unless the settings say otherwise.
  settings.forEach(({ name }, label) => {
    const key = lower(name);
    if (!listed.has(key) && !denied[label]!.has(key) && !timed[label]!.has(key)) listed.set(key, label);
  });

  const clusters = new Map<string, Cluster>();
  const labelled = new Map<number, Cluster>();
  for (const key of known.keys()) {
    const label = listed.get(key);
    const cluster: Cluster = (label !== undefined ? labelled.get(label) : undefined) ?? { keys: [], label };
    if (label !== undefined) labelled.set(label, cluster);
    cluster.keys.push(key);
    clusters.set(key, cluster);
  }

  const evidence = new Map<string, NickEvidence>();
  const unite = (a: string, b: string, because: (key: string) => NickEvidence) => {
    const one = clusters.get(a);
    const two = clusters.get(b);
    if (!one || !two || one === two) return;
    if (one.label !== undefined && two.label !== undefined) return;
    const label = one.label ?? two.label;
    if (label !== undefined && (one.label === undefined ? one : two).keys.some((key) => denied[label]!.has(key)))
      return;
    const [into, from] =
      one.label !== undefined || (two.label === undefined && isBefore(one, two)) ? [one, two] : [two, one];
    const key = from.keys.includes(a) ? a : b;
    evidence.set(key, because(key));
    for (const moved of from.keys) clusters.set(moved, into);
    into.keys.push(...from.keys);
    from.keys = [];
  };
  const place = (key: string) => known.get(key)!.place;
  const isBefore = (one: Cluster, two: Cluster) => standing(one) >= standing(two);
  const standing = ({ keys }: Cluster) => Math.max(...keys.map((key) => known.get(key)!.lines));

  const baseOf = rememberedBases();
  for (const rename of renames) {
    const [from, to] = [lower(rename.from), lower(rename.to)];
    if (from !== to && baseOf(from) === baseOf(to)) {
      unite(from, to, (key) => ({ nick: known.get(key)!.nick, by: 'rename', rename }));
    }
  }
  const byHost = new Map<string, string>();
  for (const pairs of hosts) {
    for (const [nick, host] of pairs) {
      const key = lower(nick);
      if (!known.has(key)) continue;
      const mark = `${host} ${baseOf(key)}`;
      const other = byHost.get(mark);
      if (other === undefined) byHost.set(mark, key);
      else {
        unite(other, key, (moved) => ({
          nick: known.get(moved)!.nick,
          by: 'host',
          with: known.get(moved === key ? other : key)!.nick,
        }));
      }
    }
  }

  // A person may have had no nick but for a time.
  const bare = settings.flatMap((_, label): Cluster[] =>
    !labelled.has(label) && [...timed[label]!].some((key) => known.has(key)) ? [{ keys: [], label }] : [],
  );
  const placeOf = ({ keys, label }: Cluster): number =>
    Math.min(...(keys.length > 0 ? keys : [...timed[label!]!].filter((key) => known.has(key))).map(place));
  return [...new Set(clusters.values()), ...bare]
    .map((cluster) => ({ cluster, first: placeOf(cluster) }))
    .sort((a, b) => a.first - b.first || b.cluster.keys.length - a.cluster.keys.length)
    .map(({ cluster: { keys, label } }) => ({
      keys: keys.sort((a, b) => place(a) - place(b)),
      ...(label === undefined ? {} : { label }),
      evidence,
    }));
}
