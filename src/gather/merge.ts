// Two histories become one: what both have (pairs.ts) is one entry, what only the second has is put where it belongs.
import { instantOf, type Clock } from './clocks.ts';
import type { Cluster } from './cluster.ts';
import { pairs } from './pairs.ts';
import type { Seen } from './seen.ts';

/** The clusters and one more logger's events (by time), as one list by time. */
export function merge(clusters: readonly Cluster[], logger: number, events: readonly Seen[], clock: Clock): Cluster[] {
  if (clusters.length === 0) return events.map((seen) => ({ at: instantOf(clock, seen), members: [{ logger, seen }] }));
  const partner = pairs(clusters, events, clock);
  const indexOf = new Map([...partner].map(([event, cluster]) => [cluster, event]));
  const merged: Cluster[] = [];
  let next = 0;
  let reached = -Infinity;
  let isSharper = false;
  const takeUpTo = (index: number): void => {
    for (; next <= index; next++) merged.push(joined(next));
  };
  const joined = (index: number): Cluster => {
    const cluster = clusters[index] as Cluster;
    const event = indexOf.get(index);
    const seen = event === undefined ? undefined : events[event];
    if (!seen) return cluster;
    const members = [...cluster.members, { logger, seen }];
    if (seen.precision || !tellsMinutes(cluster)) return { ...cluster, members };
    isSharper = true;
    return { at: Math.max(cluster.at, Math.min(instantOf(clock, seen), cluster.at + 59)), members };
  };
  events.forEach((seen, event) => {
    const found = partner.get(event);
    if (found !== undefined) {
      reached = Math.max(reached, clusters[found]?.at ?? reached);
      return;
    }
    const own = instantOf(clock, seen);
    // What stands behind a line in its log is not before it where clocks are known to some seconds only.
    const latest = own + (seen.precision ? 59 : clock.tolerance);
    let at = Math.max(own, Math.min(reached, latest));
    // At one moment, what the reference has comes first. What follows this line in its log is not before it, either.
    const earliest = Math.min(at, Math.max(reached, at - clock.tolerance));
    while (next < clusters.length) {
      const cluster = clusters[next] as Cluster;
      const follows = (indexOf.get(next) ?? -1) > event && cluster.at >= earliest;
      if (follows) at = Math.min(at, cluster.at);
      if (cluster.at > at || follows) break;
      takeUpTo(next);
    }
    merged.push({ at, members: [{ logger, seen }] });
  });
  takeUpTo(clusters.length - 1);
  return isSharper ? inOrder(merged) : merged;
}

const tellsMinutes = ({ members }: Cluster): boolean => members.every(({ seen }) => seen.precision);

/** By time, where some moments are known by the second now: those of which minutes are told stay behind what was before them. */
function inOrder(clusters: readonly Cluster[]): Cluster[] {
  let reached = -Infinity;
  return clusters
    .map((cluster) => {
      const at = tellsMinutes(cluster) ? Math.max(cluster.at, Math.min(reached, cluster.at + 59)) : cluster.at;
      reached = Math.max(reached, at);
      return { ...cluster, at };
    })
    .sort((a, b) => a.at - b.at);
}
