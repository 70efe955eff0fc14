// Nicks that grow together, as one proof after the other says that two of them are one person's.
import type { Claims } from './claims.ts';
import type { Known, NickEvidence } from './known.ts';

export interface Cluster {
  /** Nicks in lower case. */
  readonly keys: readonly string[];
  /** Index of the settings' person. */
  readonly label: number | undefined;
}

interface Growing extends Cluster {
  keys: string[];
}

export interface Clusters {
  /**
   * Two nicks are one person's, unless the settings say otherwise: the smaller cluster goes over to that of the settings' person,
   * or to the one that spoke more. `because` gives the evidence for the nick that does.
   */
  readonly unite: (a: string, b: string, because: (key: string) => NickEvidence) => void;
  readonly evidence: ReadonlyMap<string, NickEvidence>;
  readonly all: () => readonly Cluster[];
}

/** The clusters of a channel's nicks, at first those of the settings and each nick alone. */
export function clustersOf(known: ReadonlyMap<string, Known>, claims: Claims): Clusters {
  const clusters = new Map<string, Growing>();
  const labelled = new Map<number, Growing>();
  for (const key of known.keys()) {
    const label = claims.labelOf(key);
    const cluster: Growing = (label !== undefined ? labelled.get(label) : undefined) ?? { keys: [], label };
    if (label !== undefined) labelled.set(label, cluster);
    cluster.keys.push(key);
    clusters.set(key, cluster);
  }
  const evidence = new Map<string, NickEvidence>();

  const linesOf = ({ keys }: Cluster) => Math.max(...keys.map((key) => known.get(key)!.lines));
  /** Which of two goes over into which; undefined where the settings are against it. */
  const order = (one: Growing, two: Growing): readonly [into: Growing, from: Growing] | undefined => {
    if (one.label !== undefined && two.label !== undefined) return undefined;
    const isFirst = one.label !== undefined || (two.label === undefined && linesOf(one) >= linesOf(two));
    const [into, from] = isFirst ? [one, two] : [two, one];
    const { label } = into;
    return label !== undefined && from.keys.some((key) => claims.denies(label, key)) ? undefined : [into, from];
  };

  return {
    unite: (a, b, because) => {
      const one = clusters.get(a);
      const two = clusters.get(b);
      if (!one || !two || one === two) return;
      const [into, from] = order(one, two) ?? [];
      if (!into || !from) return;
      const key = from.keys.includes(a) ? a : b;
      evidence.set(key, because(key));
      for (const moved of from.keys) clusters.set(moved, into);
      into.keys.push(...from.keys);
      from.keys = [];
    },
    evidence,
    all: () => [...new Set(clusters.values())],
  };
}
