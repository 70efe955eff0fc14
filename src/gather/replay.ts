// Lines that a bouncer repeated to a client are the lines they repeat, where these are in the history: an address of a
// repeated line leads to what was said. Where they are not, the repeated line is all there is, and stays.
//
//   <bob> [09:40:12] found the leak   said within a day before, at a time that ends in 40:12 (zones differ by quarters)
//   <bob> found the leak              the last time that bob said so before
import { instantOf, type Clock } from './clocks.ts';
import type { Cluster, Member } from './cluster.ts';
import { keyOf, type Seen } from './seen.ts';

export interface Replay {
  readonly logger: number;
  readonly seen: Seen;
}

const STAMP = /^\[(?:\d{4}-\d\d-\d\d )?(\d{1,2}):(\d\d)(?::(\d\d))?\] ?/;
const DAY = 86_400;
/** How far, in seconds, the bouncer's clock may be from the history's. */
const NEAR = 5;

/** The clusters with what repeats them as further members, and the replays that repeat none of them. */
export function withReplays(
  clusters: readonly Cluster[],
  replays: readonly Replay[],
  clocks: readonly Clock[],
): { readonly clusters: readonly Cluster[]; readonly left: readonly Replay[] } {
  if (replays.length === 0) return { clusters, left: [] };
  const said = new Map<string, number[]>();
  clusters.forEach(({ members }, index) => {
    for (const key of new Set(members.map(({ seen }) => seen.key))) {
      const places = said.get(key);
      if (places) places.push(index);
      else said.set(key, [index]);
    }
  });
  const more = new Map<number, Member[]>();
  const left: Replay[] = [];
  for (const replay of replays) {
    const { seen, logger } = replay;
    const at = instantOf(clocks[logger] as Clock, seen);
    const { key, tells } = originalOf(seen);
    const taken = (index: number): boolean => more.get(index)?.some((one) => one.seen.at === seen.at) === true;
    const found = said
      .get(key)
      ?.findLast((index) => !taken(index) && repeats(clusters[index] as Cluster, at, seen, tells));
    if (found === undefined) left.push(replay);
    else more.set(found, [...(more.get(found) ?? []), { logger, seen }]);
  }
  return {
    clusters: clusters.map((one, index) => {
      const members = more.get(index);
      return members ? { ...one, members: [...one.members, ...members] } : one;
    }),
    left,
  };
}

/** What the original would be matched by, and the second of the quarter of an hour that it was said in, where told. */
function originalOf({ told, key }: Seen): { readonly key: string; readonly tells?: Quarter } {
  const match = 'text' in told ? STAMP.exec(told.text) : undefined;
  if (!match || !('text' in told)) return { key };
  const [stamp, , minutes, seconds] = match;
  const text = told.text.slice(stamp.length);
  return {
    key: keyOf({ ...told, text }),
    tells: { second: (Number(minutes) % 15) * 60 + Number(seconds ?? 0), wide: seconds === undefined ? 59 : 0 },
  };
}

interface Quarter {
  readonly second: number;
  readonly wide: number;
}

/** True where what was said in a cluster may be what came again at `at`. */
function repeats(original: Cluster, at: number, { precision }: Seen, tells: Quarter | undefined): boolean {
  const { at: before, members } = original;
  if (before >= at + (precision ?? 0) || before < at - 2 * DAY) return false;
  if (!tells) return true;
  const wide = members.every(({ seen }) => seen.precision) ? 59 : 0;
  const off = (((before - tells.second + wide + NEAR) % 900) + 900) % 900;
  return off <= 2 * NEAR + wide + tells.wide;
}
