// Nicks that are one person at any time: by settings, or alike and proven by a rename or a host.
//
// Stages: what settings say (claims.ts) → clusters → united by renames, then by hosts → in the order of first appearance.
import { lower } from '../shared/casemap.ts';
import { rememberedBases } from './base.ts';
import type { Claims } from './claims.ts';
import { clustersOf, type Cluster, type Clusters } from './clusters.ts';
import type { HostFacts, Rename } from './facts.ts';
import type { Known, NickEvidence } from './known.ts';

export interface Group {
  /** Nicks in lower case, in the order of first appearance. */
  readonly keys: readonly string[];
  /** Index of the settings' person. */
  readonly label?: number;
  readonly evidence: ReadonlyMap<string, NickEvidence>;
}

type BaseOf = ReturnType<typeof rememberedBases>;

/** Groups in the order of first appearance of their first nick. */
export function groupsOf(
  known: ReadonlyMap<string, Known>,
  claims: Claims,
  renames: readonly Rename[],
  hosts: readonly HostFacts[],
): readonly Group[] {
  const clusters = clustersOf(known, claims);
  const baseOf = rememberedBases();
  uniteRenamed(clusters, known, renames, baseOf);
  uniteHosts(clusters, known, hosts, baseOf);
  const all = clusters.all();
  return inOrder([...all, ...bareOf(all, known, claims)], known, claims).map(({ keys, label }) => ({
    keys: [...keys].sort((a, b) => known.get(a)!.place - known.get(b)!.place),
    ...(label === undefined ? {} : { label }),
    evidence: clusters.evidence,
  }));
}

function uniteRenamed(
  { unite }: Clusters,
  known: ReadonlyMap<string, Known>,
  renames: readonly Rename[],
  baseOf: BaseOf,
): void {
  for (const rename of renames) {
    const from = lower(rename.from);
    const to = lower(rename.to);
    if (from !== to && baseOf(from) === baseOf(to)) {
      unite(from, to, (key) => ({ nick: known.get(key)!.nick, by: 'rename', rename }));
    }
  }
}

function uniteHosts(
  { unite }: Clusters,
  known: ReadonlyMap<string, Known>,
  hosts: readonly HostFacts[],
  baseOf: BaseOf,
): void {
  const byHost = new Map<string, string>();
  for (const pairs of hosts) {
    for (const pair of pairs) {
      const key = lower(pair[0]);
      if (!known.has(key)) continue;
      const mark = `${pair[1]} ${baseOf(key)}`;
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
}

/** People of the settings who had no nick but for a time. */
function bareOf(clusters: readonly Cluster[], known: ReadonlyMap<string, Known>, claims: Claims): readonly Cluster[] {
  const labels = new Set(clusters.map(({ label }) => label));
  return claims.timed.flatMap((keys, label) =>
    !labels.has(label) && [...keys].some((key) => known.has(key)) ? [{ keys: [], label }] : [],
  );
}

function inOrder(clusters: readonly Cluster[], known: ReadonlyMap<string, Known>, claims: Claims): readonly Cluster[] {
  const placeOf = ({ keys, label }: Cluster): number => {
    const own = keys.length > 0 ? keys : [...claims.timed[label!]!].filter((key) => known.has(key));
    return Math.min(...own.map((key) => known.get(key)!.place));
  };
  return clusters
    .map((cluster) => ({ cluster, first: placeOf(cluster) }))
    .sort((a, b) => a.first - b.first)
    .map(({ cluster }) => cluster);
}
