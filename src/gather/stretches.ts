// One file that holds a part of its log twice: scrollbacks put one behind the other, a copy added to its original, a bouncer
// that says again, with the old stamps, what the client has.
//
//   line 1 … 900      2 October 14:29 … 4 October 18:02
//   line 901 … 1700   3 October 09:10 … 5 October 20:41      its stamps step back, and its lines are there already: a copy
import { append } from '../shared/append.ts';
import type { Seen } from './seen.ts';
import { withoutSeconds } from './twice.ts';

/** More lines between two events of one stamp than marks and blank lines: what was said on other days. */
const FAR = 5;

/** True where each event is later than the one before it, as on most days of most files, or right behind it. */
function goesOn(events: readonly Seen[]): boolean {
  for (let index = 1; index < events.length; index++) if (mayBegin(events[index - 1]!, events[index]!)) return false;
  return true;
}

/** True where a copy may begin between two events: stamps step back, or stand still beyond lines of other days. */
const mayBegin = (before: Seen, one: Seen): boolean =>
  one.at < before.at || (one.at === before.at && isFar(before, one));

const isFar = (before: Seen, one: Seen): boolean => one.line - before.line - before.lines > FAR;

interface Part {
  readonly events: Seen[];
  /** Lines of other days lie before it. */
  readonly far: boolean;
}

/** The events, parted where a copy may begin. */
function partsOf(events: readonly Seen[]): readonly Part[] {
  const parts: Part[] = [];
  for (const [index, one] of events.entries()) {
    const before = events[index - 1];
    if (before && !mayBegin(before, one)) parts.at(-1)?.events.push(one);
    else parts.push({ events: [one], far: before !== undefined && isFar(before, one) });
  }
  return parts;
}

const nameOf = ({ at, sha }: Seen): string => `${at} ${sha}`;

/** A file's events of a day, in its order, as one sequence for each time that the file tells them. */
export const stretchesOf = (events: readonly Seen[]): readonly (readonly Seen[])[] =>
  copiesOf(events).flatMap(withoutSeconds);

/**
 * Where stamps step back, another sequence begins if at least half of what is told of the same time was told already. A clock
 * that was set back tells something else of that time, and begins none.
 */
function copiesOf(events: readonly Seen[]): readonly (readonly Seen[])[] {
  if (goesOn(events)) return [events];
  const [first, ...others] = partsOf(events);
  if (!first) return [events];
  const known = new Set(first.events.map(nameOf));
  const stretches = [first.events];
  let [earliest, latest] = [first.events[0]?.at ?? Infinity, first.events.at(-1)?.at ?? -Infinity];
  for (const { events: part, far } of others) {
    const again = part.filter(({ at }) => at >= earliest && at <= latest);
    const same = again.filter((one) => known.has(nameOf(one)));
    // A line alone may be said twice in a second, and that of a flood many times in some.
    const different = new Set(same.map(({ key }) => key)).size;
    const isCopy = different >= (far ? 1 : 2) && same.length * 2 >= again.length;
    if (isCopy) stretches.push(part);
    else append(stretches.at(-1) ?? [], part);
    for (const one of part) known.add(nameOf(one));
    earliest = Math.min(earliest, part[0]?.at ?? earliest);
    latest = Math.max(latest, part.at(-1)?.at ?? latest);
  }
  return stretches;
}
