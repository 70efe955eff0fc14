// Lines that a bouncer repeated to a client are the lines they repeat, where these are in the history: an address of a
// repeated line leads to what was said. Where they are not, the repeated line is all there is, and stays.
//
//   <bob> [09:40:12] found the leak   said within a day before, at a time that ends in 40:12 (zones differ by quarters),
//                                     or as much later as most of what came with it, where the history's clock is wrong
//   <bob> found the leak              the last time that bob said so before
import { addTo } from '../shared/lists.ts';
import { instantOf, type Clock } from './clocks.ts';
import type { Cluster, Member } from './cluster.ts';
import { keyOf, type Seen } from './seen.ts';

export interface Replay {
  readonly logger: number;
  readonly seen: Seen;
}

const STAMP = /^\[(?:\d{4}-\d\d-\d\d )?(\d{1,2}):(\d\d)(?::(\d\d))?\] ?/;
const DAY = 86_400;
const QUARTER = 900;
/** How far, in seconds, the bouncer's clock may be from what is known of it. */
const NEAR = 5;
/** Fewer lines tell nothing of the bouncer's clock. */
const FEWEST = 3;

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
  const told = replays.map((replay) => {
    const at = instantOf(clocks[replay.logger] as Clock, replay.seen);
    const { key, tells } = originalOf(replay.seen);
    const before = (said.get(key) ?? []).filter((index) => isBefore(clusters[index] as Cluster, at, replay.seen));
    return { replay, tells, before };
  });
  // Each logger's bouncer has a clock of its own.
  const misses = new Map<number, Miss[]>();
  for (const { replay, tells, before } of told) {
    const [index, ...others] = before;
    if (tells && index !== undefined && others.length === 0)
      addTo(misses, replay.logger, missOf(clusters[index] as Cluster, tells));
  }
  const ahead = new Map([...misses].map(([logger, own]) => [logger, aheadOf(own)]));
  const more = new Map<number, Member[]>();
  const left: Replay[] = [];
  for (const { replay, tells, before } of told) {
    const taken = (index: number): boolean => more.get(index)?.some((one) => one.seen.at === replay.seen.at) === true;
    const repeats = (original: Cluster): boolean =>
      !tells || fits(missOf(original, tells), ahead.get(replay.logger) ?? 0);
    const found = before.findLast((index) => !taken(index) && repeats(clusters[index] as Cluster));
    if (found === undefined) left.push(replay);
    else more.set(found, [...(more.get(found) ?? []), replay]);
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
function isBefore({ at: before }: Cluster, at: number, { precision }: Seen): boolean {
  return before < at + (precision ?? 0) && before >= at - 2 * DAY;
}

/** How much later than the bouncer tells something was said, in seconds, to be sure to `wide` on either side. */
interface Miss {
  readonly by: number;
  readonly wide: number;
}

function missOf({ at, members }: Cluster, tells: Quarter): Miss {
  const wide = members.every(({ seen }) => seen.precision) ? 59 : 0;
  const by = at + wide / 2 - (tells.second + tells.wide / 2);
  return { by: by - Math.round(by / QUARTER) * QUARTER, wide: NEAR + (wide + tells.wide) / 2 };
}

/** How far a history's clock is ahead of a bouncer's, in seconds: by as much as most of what was said only once; 0 where few tell. */
function aheadOf(misses: readonly Miss[]): number {
  const sorted = misses.map(({ by }) => by).sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  const fitting = (ahead: number): number => misses.filter((miss) => fits(miss, ahead)).length;
  return fitting(middle) >= FEWEST && fitting(middle) > fitting(0) ? middle : 0;
}

const fits = ({ by, wide }: Miss, ahead: number): boolean => Math.abs(by - ahead) <= wide;
