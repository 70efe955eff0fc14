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
import { countOf, eachStay, type PackedStays } from '../packed-stays.ts';
import { partsOf, type People, type Person } from '../people.ts';
import { lower } from '../shared/casemap.ts';
import { once } from '../shared/once.ts';
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
  /** Every stay, whole. */
  readonly stays: readonly PackedStays[];
  /** Over the whole history; the first may begin before the log and the last end after it. */
  readonly gaps: readonly Gap[];
  /** When no log told who came and went, over the whole history, ascending. */
  readonly quiet: readonly Span[];
  /** The months of the log, ascending. */
  readonly months: readonly Month[];
}

/** So many stays make a file of a hundred kilobytes or two. */
const LARGE = 4000;

/** Persons with the bounds of each interval, one after the other: there are tens of thousands. */
type Intervals = readonly number[];

/** The published files of a channel's presence. */
export function presenceFiles(
  { channel, people, stays, gaps, quiet, months }: PresenceFilesInput,
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
  const count = stays.reduce((sum, some) => sum + countOf(some), 0);
  if (count + inside.length <= large) {
    const present = peopleIn(intervalsOf(stays, people, { start: -Infinity, end: Infinity }), people);
    return { whole: { ...head, people: present, gaps: inside, ...quietIn(from, to) }, months: [] };
  }
  const whose = personsTold(people);
  const packs = stays.map((some) => ({ some, told: once(() => [some.key, some.nicks.map(whose)]) }));
  const files = months.map(({ name, start, end }): PresenceMonthFile => {
    const own = packs.filter(({ some }) => some.since < end && some.until > start);
    const bounds = { from: Math.max(from, start), to: Math.min(to, end) };
    const its = { gaps: gapsOfDay(inside, start, end), ...quietIn(bounds.from, bounds.to) };
    const key = JSON.stringify([channel, bounds, its, own.map(({ told }) => told())]);
    return {
      name,
      key: hash('sha256', key),
      make() {
        const reaching = own.map(({ some }) => some);
        return { ...head, ...bounds, people: peopleIn(intervalsOf(reaching, people, { start, end }), people), ...its };
      },
    };
  });
  return { whole: { ...head, months: months.map(({ name }) => name) }, months: files };
}

/** Gives what changes when whose a nick is does, their place among all, or what heads their presence. */
function personsTold({ persons, of, spans }: People): (nick: string) => unknown {
  const heads = persons.map(({ name, bot, nicks }) => [name, bot === true, ...nicks.map(({ nick }) => nick)].join(' '));
  const person = (index: number | undefined): unknown => index !== undefined && [index, heads[index]];
  const known = new Map<string, unknown>();
  return (nick) => {
    let told = known.get(nick);
    if (told !== undefined) return told;
    const key = lower(nick);
    const lent = Object.hasOwn(spans, key) ? (spans[key] ?? []) : [];
    told = [
      person(Object.hasOwn(of, key) ? of[key] : undefined),
      lent.map(([from, to, index]) => [from, to, person(index)]),
    ];
    known.set(nick, told);
    return told;
  };
}

function headOf(person: Person | undefined): Omit<PersonPresence, 'present'> {
  const { name = '', nicks = [], bot } = person ?? {};
  return { name, nicks: [...new Set(nicks.map(({ nick }) => nick))], ...(bot && { bot }) };
}

/** Those who were there, each with when. */
function peopleIn(intervals: Intervals, people: People): readonly PersonPresence[] {
  const present = presentIn(intervals);
  return personsIn(intervals).map((person) => ({
    ...headOf(people.persons[person]),
    present: present.get(person) ?? [],
  }));
}

/** The persons of intervals, ascending. */
function personsIn(intervals: Intervals): readonly number[] {
  const persons = new Set<number>();
  for (let at = 0; at < intervals.length; at += 3) persons.add(intervals[at]!);
  return [...persons].sort((a, b) => a - b);
}

/** The intervals of stays that lasted, cut at bounds. */
function intervalsOf(
  stays: readonly PackedStays[],
  people: People,
  { start, end }: { readonly start: number; readonly end: number },
): Intervals {
  const intervals: number[] = [];
  for (const some of stays) {
    const parts = partsOf(people, some.nicks);
    eachStay(some, (place, since, until) =>
      parts(place, since, until, (person, partFrom, partTo) => {
        const from = Math.max(partFrom, start);
        const to = Math.min(partTo, end);
        if (from < to) intervals.push(person, from, to);
      }),
    );
  }
  return intervals;
}

/** When each person was there: what overlaps or touches is one. */
function presentIn(intervals: Intervals): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const present = new Map<number, [number, number][]>();
  const places = Array.from({ length: intervals.length / 3 }, (_, index) => 3 * index);
  for (const place of places.sort((a, b) => intervals[a + 1]! - intervals[b + 1]!)) {
    const person = intervals[place]!;
    const from = intervals[place + 1]!;
    const to = intervals[place + 2]!;
    const list = present.get(person);
    const last = list?.at(-1);
    if (!list) present.set(person, [[from, to]]);
    else if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else list.push([from, to]);
  }
  return present;
}
