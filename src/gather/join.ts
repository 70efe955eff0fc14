// One logger's files become one sequence: rolling windows, copies and parts of one log, each line as often as the log
// has it.
//
// Files are taken in the order of their span. Where two cover the same moment, what both have there is one, and true
// repeats stay as often as the file that has more of them shows. Where one file only ends in the very second (or minute)
// in which the next begins, and that goes on, it was cut there: both keep their lines, unless at least two different ones
// follow each other in both. The last line of a copy that was cut off within it is the same as the whole one.
import { specOf } from '../events.ts';
import { append } from '../shared/append.ts';
import { byUnits } from '../shared/order.ts';
import type { Seen } from './seen.ts';

/** One file's events of a stretch of time. */
export interface FileSeen {
  /** In the order of the file. */
  readonly events: readonly Seen[];
  /** Epoch seconds of the earliest and latest event of the whole file. */
  readonly first: number;
  readonly last: number;
  /** Its last event is of a line that may have been cut off. */
  readonly torn?: boolean;
}

export interface Joined {
  /** By time; equal stamps in the order of the log. */
  readonly events: readonly Seen[];
  /** Events that another file of the logger has too, left out. */
  readonly doubles: readonly Seen[];
}

/** The events by time: the very same where they are so already, as in most files. */
function byTime(events: readonly Seen[]): readonly Seen[] {
  let latest = -Infinity;
  for (const { at } of events) {
    if (at < latest) return events.toSorted((a, b) => a.at - b.at);
    latest = at;
  }
  return events;
}

/** The files of one logger as one sequence, independent of the order in which they come. */
export function joinFiles(files: readonly FileSeen[]): Joined {
  const doubles: Seen[] = [];
  const [first, ...others] = files
    .map((file) => withoutTorn(file, files, doubles))
    .map((file) => ({ ...file, events: byTime(file.events) }))
    .sort((a, b) => a.first - b.first || a.last - b.last || byUnits(firstSha(a), firstSha(b)));
  if (!first) return { events: [], doubles };
  let union: readonly Seen[] = first.events;
  let last = first.last;
  for (const file of others) {
    // A file of the very moment in which another ends is a copy of its end: nothing shows that it goes on.
    const touching = file.first === last && file.last > last;
    union = file.first > last ? [...union, ...file.events] : overlay(union, file.events, touching, last, doubles);
    last = Math.max(last, file.last);
  }
  return { events: union, doubles };
}

/** How far the stamp of half a line, of which digits may be missing, is from that of the whole one, in seconds. */
const NEAR = 60;

/** What of a line is there, it begins with; cut off early, it may look like an event of another kind. */
function mayBeHalfOf(torn: Seen, whole: Seen): boolean {
  if (torn.stamp !== 'assumed' && Math.abs(whole.at - torn.at) > NEAR) return false;
  const [some, all] = [torn.event, whole.event];
  const words = specOf(some)
    .hashed(some)
    .replace(/\ufffd$/u, '');
  const goesOn = some.kind !== all.kind || specOf(all).hashed(all).startsWith(words);
  return goesOn && (all.nick ?? '').startsWith(some.nick ?? '');
}

/** A file without its torn last line, where another has it whole: behind the line before it, or at its very moment. */
function withoutTorn(file: FileSeen, files: readonly FileSeen[], doubles: Seen[]): FileSeen {
  const [torn, before] = file.torn ? file.events.slice(-2).reverse() : [];
  if (!torn) return file;
  const wholeIn = (events: readonly Seen[]): Seen | undefined =>
    before
      ? events[events.findLastIndex(({ sha }) => sha === before.sha) + 1]
      : events.find((one) => one.at === torn.at && one.event.kind === torn.event.kind && mayBeHalfOf(torn, one));
  const isWhole = files.some(({ events, torn: tornToo }) => {
    const whole = wholeIn(events);
    if (!whole || events === file.events || (before && whole === events[0])) return false;
    return !(tornToo && whole === events.at(-1)) && mayBeHalfOf(torn, whole);
  });
  if (!isWhole) return file;
  doubles.push(torn);
  return { ...file, events: file.events.slice(0, -1) };
}

const firstSha = (file: FileSeen): string => file.events[0]?.sha ?? '';

/** Two sequences by time as one; `touching`: the first only ends at the moment `end` in which the second begins. */
function overlay(
  some: readonly Seen[],
  others: readonly Seen[],
  touching: boolean,
  end: number,
  doubles: Seen[],
): Seen[] {
  const all: Seen[] = [];
  let i = 0;
  let j = 0;
  while (i < some.length || j < others.length) {
    const at = Math.min(some[i]?.at ?? Infinity, others[j]?.at ?? Infinity);
    const left = groupAt(some, i, at);
    const right = groupAt(others, j, at);
    i += left.length;
    j += right.length;
    if (left.length === 0 || right.length === 0) append(all, [...left, ...right]);
    else if (touching && at === end) append(all, stitched(left, right, doubles));
    else append(all, superset(left, right, doubles));
  }
  return all;
}

function groupAt(events: readonly Seen[], from: number, at: number): readonly Seen[] {
  let to = from;
  while (events[to]?.at === at) to += 1;
  return events.slice(from, to);
}

/** A log cut between two lines of one stamp: the end of one and the start of the other, which may overlap. */
function stitched(left: readonly Seen[], right: readonly Seen[], doubles: Seen[]): readonly Seen[] {
  for (let length = Math.min(left.length, right.length); length > 1; length--) {
    const tail = left.slice(-length);
    const overlaps = tail.every((one, index) => one.sha === right[index]?.sha);
    if (overlaps && new Set(tail.map((one) => one.sha)).size > 1) {
      append(doubles, right.slice(0, length));
      return [...left, ...right.slice(length)];
    }
  }
  return [...left, ...right];
}

/** The shortest sequence that holds both in their order; what both have is taken from the first. */
function superset(left: readonly Seen[], right: readonly Seen[], doubles: Seen[]): readonly Seen[] {
  let start = 0;
  while (start < left.length && left[start]?.sha === right[start]?.sha) start += 1;
  append(doubles, right.slice(0, start));
  const some = left.slice(start);
  const others = right.slice(start);
  if (some.length === 0 || others.length === 0) return [...left.slice(0, start), ...some, ...others];
  if (some.length * others.length > FLOOD) return [...left, ...beyond(some, others, doubles)];
  const common = commonLengths(some, others);
  const all = left.slice(0, start);
  let i = 0;
  let j = 0;
  while (i < some.length || j < others.length) {
    const one = some[i];
    const other = others[j];
    if (one && other && one.sha === other.sha) {
      all.push(one);
      doubles.push(other);
      i += 1;
      j += 1;
    } else if (one && (!other || common(i + 1, j) >= common(i, j + 1))) {
      all.push(one);
      i += 1;
    } else if (other) {
      all.push(other);
      j += 1;
    }
  }
  return all;
}

/** Beyond so many pairs of lines of one moment their order is not looked into. */
const FLOOD = 4_000_000;

/** What the second has more of than the first. */
function beyond(some: readonly Seen[], others: readonly Seen[], doubles: Seen[]): readonly Seen[] {
  const counts = new Map<string, number>();
  for (const { sha } of some) counts.set(sha, (counts.get(sha) ?? 0) + 1);
  return others.filter((one) => {
    const left = counts.get(one.sha) ?? 0;
    if (left > 0) doubles.push(one);
    counts.set(one.sha, left - 1);
    return left <= 0;
  });
}

/** Length of the longest common subsequence of what is left from (i, j) on. */
function commonLengths(some: readonly Seen[], others: readonly Seen[]): (i: number, j: number) => number {
  const width = others.length + 1;
  const table = new Uint32Array((some.length + 1) * width);
  for (let i = some.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--)
      table[i * width + j] =
        some[i]?.sha === others[j]?.sha
          ? 1 + (table[(i + 1) * width + j + 1] ?? 0)
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  return (i, j) => table[i * width + j] ?? 0;
}
