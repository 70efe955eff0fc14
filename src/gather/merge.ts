// Two histories become one: what both have is one entry, what only the second has is put where it belongs.
//
// Equal lines are paired in their order, within the tolerance of the clocks, so that most find a partner and the
// partners lie as near to each other as may be; lines whose bytes two clients decoded differently are tried last.
import type { Clock } from './clocks.ts';
import { looseKey, matchKey, type Numbered, type Seen } from './seen.ts';

/** An event with everybody who saw it, the reference logger first. */
export interface Cluster {
  /** Corrected, epoch seconds. */
  readonly at: number;
  readonly members: readonly Member[];
}

export interface Member {
  /** Rank of the logger: 0 is the reference. */
  readonly logger: number;
  readonly seen: Numbered;
}

interface Spot {
  readonly at: number;
  /** How long after `at` the event may have happened: 0, or 59 where the log tells minutes only. */
  readonly wide: number;
  readonly index: number;
}

/** The clusters and one more logger's events (by time), as one list by time. */
export function merge(
  clusters: readonly Cluster[],
  logger: number,
  events: readonly Numbered[],
  clock: Clock,
): Cluster[] {
  const partner = pair(clusters, events, clock);
  const indexOf = new Map([...partner].map(([event, cluster]) => [cluster, event]));
  const merged: Cluster[] = [];
  let next = 0;
  let reached = -Infinity;
  const takeUpTo = (index: number): void => {
    for (; next <= index; next++) merged.push(joined(next));
  };
  const joined = (index: number): Cluster => {
    const cluster = clusters[index] as Cluster;
    const event = indexOf.get(index);
    const seen = event === undefined ? undefined : events[event];
    return seen ? { ...cluster, members: [...cluster.members, { logger, seen }] } : cluster;
  };
  events.forEach((seen, event) => {
    const found = partner.get(event);
    if (found !== undefined) {
      reached = Math.max(reached, clusters[found]?.at ?? reached);
      return;
    }
    const own = seen.at - clock.ahead;
    const latest = own + (seen.precision ? 59 : 0);
    const at = Math.max(own, Math.min(reached, latest));
    // At one moment, what the reference has comes first, unless it follows this line in the logger's own order.
    while (next < clusters.length) {
      const cluster = clusters[next] as Cluster;
      const follows = (indexOf.get(next) ?? -1) > event;
      if (cluster.at > at || (cluster.at === at && follows)) break;
      takeUpTo(next);
    }
    merged.push({ at, members: [{ logger, seen }] });
  });
  takeUpTo(clusters.length - 1);
  return merged;
}

/** For events, by index, the index of the cluster that is the same event. */
function pair(clusters: readonly Cluster[], events: readonly Seen[], clock: Clock): Map<number, number> {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const round = (key: (seen: Seen) => string | undefined): void => {
    const some = new Map<string, Spot[]>();
    clusters.forEach(({ at, members: [first] }, index) => {
      if (first && !taken.has(index)) addSpot(some, key(first.seen), first.seen, at, index);
    });
    const others = new Map<string, Spot[]>();
    events.forEach((seen, index) => {
      if (!partner.has(index)) addSpot(others, key(seen), seen, seen.at - clock.ahead, index);
    });
    for (const [text, list] of others) {
      for (const [cluster, event] of paired(some.get(text) ?? [], list, toleranceOf(text, clock))) {
        partner.set(event, cluster);
        taken.add(cluster);
      }
    }
  };
  round(keyOf);
  round(looseKey);
  return partner;
}

function addSpot(spots: Map<string, Spot[]>, key: string | undefined, seen: Seen, at: number, index: number): void {
  if (key === undefined) return;
  const spot = { at, wide: seen.precision ? 59 : 0, index };
  const group = spots.get(key);
  if (group) group.push(spot);
  else spots.set(key, [spot]);
}

/** What a log says of itself is another logger's line only where it is the same to the letter. */
function keyOf(seen: Seen): string {
  const { kind } = seen.event;
  return kind === 'log' || kind === 'unparsed' ? `${kind} ${seen.sha}` : matchKey(seen);
}

/** Clients tell of modes, joins and splits up to some seconds late. */
function toleranceOf(key: string, clock: Clock): number {
  return /^(?:message|action|notice) /.test(key) ? clock.tolerance : clock.tolerance + 8;
}

/** How far two spots lie apart, in seconds: 0 where the times they may mean meet. */
function apart(one: Spot, other: Spot): number {
  return Math.max(one.at - (other.at + other.wide), other.at - (one.at + one.wide), 0);
}

/** Pairs of two lists by time, in order: as many as may be, then as near to each other as may be. */
function paired(
  some: readonly Spot[],
  others: readonly Spot[],
  tolerance: number,
): readonly (readonly [number, number])[] {
  const [only] = some;
  const [single] = others;
  if (!only || !single) return [];
  if (some.length === 1 && others.length === 1)
    return apart(only, single) <= tolerance ? [[only.index, single.index]] : [];
  const pairs: (readonly [number, number])[] = [];
  // Stretches that no tolerance reaches across are told apart first: a day's "k"s are many, a minute's few.
  let i = 0;
  let j = 0;
  while (i < some.length && j < others.length) {
    const fromI = i;
    const fromJ = j;
    let end = -Infinity;
    for (;;) {
      const one = some[i];
      const other = others[j];
      const next = !other || (one && one.at <= other.at) ? one : other;
      if (!next || (end > -Infinity && next.at > end + tolerance)) break;
      end = Math.max(end, next.at + next.wide);
      if (next === one) i += 1;
      else j += 1;
    }
    pairs.push(...pairedDensely(some.slice(fromI, i), others.slice(fromJ, j), tolerance));
  }
  return pairs;
}

function pairedDensely(
  some: readonly Spot[],
  others: readonly Spot[],
  tolerance: number,
): (readonly [number, number])[] {
  const width = others.length + 1;
  /** Best worth of what is left from (i, j): a pair is worth more than any distances add up to. */
  const worth = new Float64Array((some.length + 1) * width);
  const worthOf = (i: number, j: number): number => worth[i * width + j] ?? 0;
  const pairWorth = (i: number, j: number): number => {
    const [one, other] = [some[i], others[j]];
    if (!one || !other) return 0;
    const distance = apart(one, other);
    return distance > tolerance ? -1 : 1e6 - distance - Math.abs(one.at - other.at) / 1e3;
  };
  for (let i = some.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--) {
      const together = pairWorth(i, j);
      const apartWorth = Math.max(worthOf(i + 1, j), worthOf(i, j + 1));
      worth[i * width + j] = together < 0 ? apartWorth : Math.max(apartWorth, together + worthOf(i + 1, j + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < some.length && j < others.length;) {
    const [one, other] = [some[i], others[j]];
    const together = pairWorth(i, j);
    if (one && other && together >= 0 && worthOf(i, j) === together + worthOf(i + 1, j + 1)) {
      pairs.push([one.index, other.index]);
      i += 1;
      j += 1;
    } else if (worthOf(i + 1, j) >= worthOf(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
