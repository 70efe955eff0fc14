// One file that holds a part of its log twice: scrollbacks put one behind the other, a copy added to its original, a bouncer
// that says again, with the old stamps, what the client has.
//
//   line 1 … 900      2 October 14:29 … 4 October 18:02
//   line 901 … 1700   3 October 09:10 … 5 October 20:41      its stamps step back, and its lines are there already: a copy
import type { Seen } from './seen.ts';

/** More lines between two events of one stamp than a client prints of itself: lines of other days. */
const FAR = 20;

interface Part {
  readonly events: Seen[];
  /** Lines of other days lie before it. */
  readonly far: boolean;
}

/** The events where their stamps step back, or stand still beyond lines of other days: a copy may begin there. */
function partsOf(events: readonly Seen[]): readonly Part[] {
  const parts: Part[] = [];
  let latest = -Infinity;
  let next = 0;
  for (const one of events) {
    const part = parts.at(-1);
    const far = one.line - next > FAR;
    if (part && (one.at > latest || (one.at === latest && !far))) part.events.push(one);
    else parts.push({ events: [one], far });
    latest = one.at;
    next = one.line + one.lines;
  }
  return parts;
}

const nameOf = ({ at, sha }: Seen): string => `${at} ${sha}`;

/**
 * A file's events of a day, in its order, as one sequence for each time that the file tells them: where stamps step back, another
 * begins if at least half of what is told of the same time was told already. A clock that was set back tells something else of
 * that time, and begins none.
 */
export function stretchesOf(events: readonly Seen[]): readonly (readonly Seen[])[] {
  const [first, ...others] = partsOf(events);
  if (!first || others.length === 0) return [events];
  const known = new Set(first.events.map(nameOf));
  const stretches = [first.events];
  let [earliest, latest] = [first.events[0]?.at ?? Infinity, first.events.at(-1)?.at ?? -Infinity];
  for (const { events: part, far } of others) {
    const again = part.filter(({ at }) => at >= earliest && at <= latest);
    const same = again.filter((one) => known.has(nameOf(one)));
    // A line alone may be said twice in a second.
    const isCopy = same.length >= (far ? 1 : 2) && same.length * 2 >= again.length;
    if (isCopy) stretches.push(part);
    else stretches.at(-1)?.push(...part);
    for (const one of part) known.add(nameOf(one));
    earliest = Math.min(earliest, part[0]?.at ?? earliest);
    latest = Math.max(latest, part.at(-1)?.at ?? latest);
  }
  return stretches;
}
