// In the hour that comes twice, a log of local times shows no step back where its talk lies in one pass only, or begins
// later in the second than it ended in the first. Other logs that have its lines at certain times tell which it was:
//
//   02:10 ?   02:14 ?   02:30 ?   02:41 ?   a log without a step back
//             02:14               02:41     another, in the second pass   →  all four lie in the second
//
// Without a step back a log passed from the first pass to the second once at most. Where it did, as far as most of the
// lines tell that others have, it did for those that nobody else has.
import { copyWith, copyWithout } from '../shared/copy.ts';
import { instantOf, type Clock } from './clocks.ts';
import type { Cluster } from './cluster.ts';
import { pairs } from './pairs.ts';
import type { Seen } from './seen.ts';

/** The pass that a line of one logger lies in, where its own log does not show it and others do: by `nameOf` the line. */
export type Passes = ReadonlyMap<string, Pass>;
type Pass = 'first' | 'second';

const nameOf = ({ at, sha, twin }: Seen): string => `${at} ${sha} ${twin}`;

/** True for a line of a repeated hour whose own log does not show which pass it lies in. */
export const isUnsure = ({ fold }: Seen): boolean => fold !== undefined;

/** The passes of each logger (by rank), from all that they have around one repeated hour, by time, and their clocks. */
export function passesOf(histories: readonly (readonly Seen[])[], clocks: readonly Clock[]): readonly Passes[] {
  const passes: Passes[] = histories.map(() => new Map());
  let waiting = [...histories.keys()].filter((rank) => histories[rank]?.some(isUnsure));
  // Who has been told tells others.
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length;
    waiting = waiting.filter((rank) => {
      const unsure = histories[rank]?.filter(isUnsure) ?? [];
      const known = knownBut(rank, histories, clocks, passes);
      return (passes[rank] = passesIn(unsure, known, clocks[rank] as Clock)).size === 0;
    });
  }
  return passes;
}

/** A logger's lines by time, each in its pass as far as it is known. */
export function inPasses(events: readonly Seen[], passes?: Passes): readonly Seen[] {
  if (!passes || passes.size === 0) return events;
  return events.map((seen) => inPass(seen, passes)).sort((a, b) => stampOf(a) - stampOf(b));
}

const stampOf = ({ at, later = 0 }: Seen): number => at + later;

function inPass(seen: Seen, passes: Passes): Seen {
  const pass = isUnsure(seen) ? passes.get(nameOf(seen)) : undefined;
  if (pass === undefined) return seen;
  return pass === 'first' ? inFirst(seen) : inSecond(seen);
}

const inFirst = (seen: Seen): Seen => copyWithout(seen, 'fold');
const inSecond = (seen: Seen): Seen => copyWith(inFirst(seen), { later: seen.again ?? 0 });

/** What all loggers but one have at times that are certain, by time. */
function knownBut(
  rank: number,
  histories: readonly (readonly Seen[])[],
  clocks: readonly Clock[],
  passes: readonly Passes[],
): readonly Cluster[] {
  const known: Cluster[] = [];
  for (const [logger, events] of histories.entries())
    for (const seen of logger === rank ? [] : inPasses(events, passes[logger]))
      if (!seen.fold && !seen.replay)
        known.push({ at: instantOf(clocks[logger] as Clock, seen), members: [{ logger, seen }] });
  return known.sort((a, b) => a.at - b.at);
}

/** The passes in which most of a logger's lines meet what is known. */
function passesIn(unsure: readonly Seen[], known: readonly Cluster[], clock: Clock): Passes {
  const firsts = pairs(known, unsure.map(inFirst), clock);
  const seconds = pairs(known, unsure.map(inSecond), clock);
  // How many more of the lines so far were met in the second pass than in the first: where it is least, the second began.
  // Of places as good, the earliest and the latest.
  let [more, least, earliest, latest] = [0, 0, 0, 0];
  for (const index of unsure.keys()) {
    more += Number(seconds.has(index)) - Number(firsts.has(index));
    if (more < least) earliest = index + 1;
    if (more <= least) [least, latest] = [more, index + 1];
  }
  // Where all may lie in one pass, they do; else what lies between the places stays unknown.
  const end = unsure.length;
  const first = latest === end && earliest > 0 ? end : earliest;
  const second = earliest === 0 && latest < end ? 0 : latest;
  return new Map([
    ...unsure.slice(0, first).map((seen) => [nameOf(seen), 'first'] as const),
    ...unsure.slice(second).map((seen) => [nameOf(seen), 'second'] as const),
  ]);
}
