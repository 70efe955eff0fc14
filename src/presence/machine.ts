// Presence for machines: what `/<slug>/presence.json` says (docs/presence.md).
//
//   { "version": 1, "channel": …, "from": 1380742174, "to": 1383172850,
//     "people": [ { "name": "ada", "nicks": ["ada", "ada_"], "present": [[1380742174, 1380765021], …] } ],
//     "gaps": [ { "from": 1381428551, "to": 1381431028, "cause": "disconnected" } ],
//     "quiet": [ { "from": 1382000000, "to": 1383000000 } ] }
//
// Where that is large, `people`, `gaps` and `quiet` are cut into months, each a file of its own.
import { hash } from 'node:crypto';
import type { DayChannel, Gap } from '../day.ts';
import { TIME, type People, type Person, type Times } from '../people.ts';
import { gapsOfDay } from './cut.ts';
import { spansWithin, type Span } from './spans.ts';

/** A person's presence, half-open in epoch seconds. */
export interface PersonPresence {
  readonly name: string;
  readonly nicks: readonly string[];
  readonly bot?: true;
  /** Ascending; neither overlapping nor touching. */
  readonly present: readonly (readonly [from: number, to: number])[];
}

interface Presence {
  readonly people: readonly PersonPresence[];
  readonly gaps: readonly Gap[];
  /** When no log told who came and went; absent where one always did. */
  readonly quiet?: readonly Span[];
}

export interface PresenceFile extends Partial<Presence> {
  readonly version: 1;
  readonly channel: DayChannel;
  /** The log's first and last moment, epoch seconds; nothing is known before or after. */
  readonly from: number;
  readonly to: number;
  /** Instead of `people` and `gaps`: the months (`YYYY-MM`) that have a file, `presence/<month>.json`. */
  readonly months?: readonly string[];
}

export interface Month {
  /** `YYYY-MM` */
  readonly name: string;
  /** Epoch seconds, half-open. */
  readonly start: number;
  readonly end: number;
}

export interface PresenceFiles {
  readonly whole: PresenceFile;
  /** Empty where the whole is one file. */
  readonly months: readonly PresenceMonthFile[];
}

export interface PresenceMonthFile {
  /** `YYYY-MM` */
  readonly name: string;
  /** Changes when anything does that it is made from. */
  readonly key: string;
  readonly make: () => PresenceFile;
}

export interface PresenceFilesInput {
  readonly channel: DayChannel;
  readonly people: People;
  /** Of every stay, whole. */
  readonly times: Times;
  /** Over the whole history; the first may begin before the log and the last end after it. */
  readonly gaps: readonly Gap[];
  /** When no log told who came and went, over the whole history, ascending. */
  readonly quiet: readonly Span[];
  /** The months of the log, ascending. */
  readonly months: readonly Month[];
}

/** So many stays make a file of a hundred kilobytes or two. */
const LARGE = 4000;

/** The published files of a channel's presence. */
export function presenceFiles(
  { channel, people, times, gaps, quiet, months }: PresenceFilesInput,
  large = LARGE,
): PresenceFiles {
  const from = gaps.find((gap) => gap.cause === 'before-log')?.to ?? months[0]?.start ?? 0;
  const to = gaps.findLast((gap) => gap.cause === 'after-log')?.from ?? months.at(-1)?.end ?? 0;
  const head = { version: 1, channel, from, to } as const;
  const inside = gaps.filter((gap) => gap.cause !== 'before-log' && gap.cause !== 'after-log' && gap.from < gap.to);
  const quietIn = (start: number, end: number): Pick<Presence, 'quiet'> => {
    const its = spansWithin(quiet, start, end);
    return its.length > 0 ? { quiet: its } : {};
  };
  if (times.length / TIME + inside.length <= large) {
    const present = peopleIn(times, people);
    return { whole: { ...head, people: present, gaps: inside, ...quietIn(from, to) }, months: [] };
  }
  const byMonth = timesByMonth(times, months);
  const headKeys = people.persons.map(headKey);
  const files = months.map(({ name, start, end }, at): PresenceMonthFile => {
    const own = byMonth[at] ?? [];
    const heads = personsIn(own).map((person) => headKeys[person] ?? '');
    const bounds = { from: Math.max(from, start), to: Math.min(to, end) };
    const its = { gaps: gapsOfDay(inside, start, end), ...quietIn(bounds.from, bounds.to) };
    const told = hash('sha256', new Uint8Array(Float64Array.from(own).buffer));
    const key = JSON.stringify([channel, bounds, its, heads, told]);
    return {
      name,
      key: hash('sha256', key),
      make: () => ({ ...head, ...bounds, people: peopleIn(own, people), ...its }),
    };
  });
  return { whole: { ...head, months: months.map(({ name }) => name) }, months: files };
}

function headOf(person: Person | undefined): Omit<PersonPresence, 'present'> {
  const { name = '', nicks = [], bot } = person ?? {};
  return { name, nicks: [...new Set(nicks.map(({ nick }) => nick))], ...(bot && { bot }) };
}

/** Changes when what heads a person's presence does. */
function headKey({ name, bot, nicks }: Person): string {
  return [name, bot === true, ...new Set(nicks.map(({ nick }) => nick))].join(' ');
}

/** Those who were there for more than a moment, each with when. */
function peopleIn(times: Times, people: People): readonly PersonPresence[] {
  const present = presentIn(times);
  return personsIn(times).map((person) => ({
    ...headOf(people.persons[person]),
    present: present.get(person) ?? [],
  }));
}

/** The persons of times that lasted, ascending. */
function personsIn(times: Times): readonly number[] {
  const persons = new Set<number>();
  for (let row = 0; row < times.length; row += TIME) if (times[row + 1]! < times[row + 2]!) persons.add(times[row]!);
  return [...persons].sort((a, b) => a - b);
}

/** What lies in each month, cut at its bounds; the months follow each other. */
function timesByMonth(times: Times, months: readonly Month[]): readonly Times[] {
  const parts = months.map((): number[] => []);
  // Stays come by the months of their ends: most begin in the month in which the one before began, or in the next.
  let near = 0;
  for (let row = 0; row < times.length; row += TIME) {
    const from = times[row + 1]!;
    const to = times[row + 2]!;
    if (from >= to) continue;
    while (near > 0 && months[near]!.start > from) near--;
    while (near + 1 < months.length && months[near + 1]!.start <= from) near++;
    for (let at = near; at < months.length; at++) {
      const { start, end } = months[at]!;
      if (to <= start) break;
      if (from < end) parts[at]!.push(times[row]!, Math.max(from, start), Math.min(to, end));
    }
  }
  return parts;
}

/** When each person was there: what overlaps or touches is one. */
function presentIn(times: Times): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const present = new Map<number, [number, number][]>();
  const rows = Array.from({ length: times.length / TIME }, (_, index) => TIME * index);
  for (const row of rows.sort((a, b) => times[a + 1]! - times[b + 1]!)) {
    const [person, from, to] = [times[row]!, times[row + 1]!, times[row + 2]!];
    if (from >= to) continue;
    const list = present.get(person);
    const last = list?.at(-1);
    if (!list) present.set(person, [[from, to]]);
    else if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else list.push([from, to]);
  }
  return present;
}
