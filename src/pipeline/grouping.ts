// Which files of a channel are one client's.
//
// A settings entry that names files is one logger. Other files are one logger's where the format is the same, the owners
// can be one person, and they do not contradict each other: where their times overlap, they tell the same lines with the
// same stamps. Two clients side by side hardly ever do: a line takes its time to each, and each tells its own acts in its
// own words. Names and folders play no part, so that moving a file moves no address.
//
// Where two people's clients wrote a file a day, and few of them show an owner, their clocks tell them apart: who is
// ahead of whom today was so yesterday.
import { append } from '../shared/append.ts';
import { stampDifference, type Seen } from '../gather.ts';
import { lower } from '../shared/casemap.ts';
import { groupedBy } from '../shared/lists.ts';
import { byUnits } from '../shared/order.ts';
import type { Zone } from '../time.ts';
import type { Comparing } from './comparisons.ts';
import type { IndexedFile } from './indexes.ts';
import { daysKey, dayPartsOf, partsOn, sourceOf, type Source } from './source.ts';

/** How many days of an overlap are compared. */
const COMPARED = 12;

/** True where two files that cover the same time tell the same; files that do not meet never disagree. */
function agree(one: Source, other: Source, compare: Comparing): Promise<boolean> {
  const from = Math.max(one.span.first, other.span.first);
  const to = Math.min(one.span.last, other.span.last);
  const common = dayPartsOf(one.file).filter(
    (part) => part.last >= from && part.first <= to && partsOn(other.file, part.date).length > 0,
  );
  const dates = [...new Set(common.slice(0, COMPARED).map((part) => part.date))];
  const key = ['agree', from, to, daysKey(one, dates), daysKey(other, dates)];
  return compare(key, () => tellTheSame(one, other, dates, { from, to }));
}

/** True where two files tell the same on some days, between two moments and in them. */
async function tellTheSame(
  one: Source,
  other: Source,
  dates: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<boolean> {
  const inside = { total: 0, same: 0 };
  const edges = { total: 0, same: 0 };
  for (const date of dates) {
    const [some, others] = [await one.eventsOf(date), await other.eventsOf(date)];
    compareShas(some, others, ({ at }) => at > from && at < to, Math.max, inside);
    compareShas(some, others, ({ at }) => at === from || at === to, Math.min, edges);
  }
  // A file may begin and end in the middle of a moment.
  if (inside.total === 0) return edges.same * 2 >= edges.total;
  // The first line of a window may be torn. Two clients on one server may differ by few lines, a second apart; these would
  // stand twice if the files were taken for one client's.
  return inside.same > 0 && inside.total - inside.same <= 1;
}

/** Adds how many lines of two files (those that are `wanted`) are the same, of how many of the longer or shorter. */
function compareShas(
  one: readonly Seen[],
  other: readonly Seen[],
  wanted: (seen: Seen) => boolean,
  of: (some: number, others: number) => number,
  sums: { total: number; same: number },
): void {
  const [some, others] = [one.filter(wanted), other.filter(wanted)];
  const known = new Set(others.map(({ sha }) => sha));
  const same = some.filter(({ sha }) => known.has(sha)).length;
  const total = of(some.length, others.length);
  sums.total += total;
  sums.same += Math.min(same, total);
}

/** A logger in the making. */
interface Group {
  readonly sources: Source[];
  /** Nicks that its owner had, as far as its files show them, without what people add for a while. */
  readonly owners: Set<string>;
  /** Seconds that it was ahead of other groups when they last met. */
  readonly ahead: Map<Group, number>;
  last: number;
}

/** A nick without the `_`, `|away` or digit of an hour. */
const bare = (nick: string): string => lower(nick).replace(/(?:[|_`-]+(?:away|afk|off|gone|zzz)?\d*|\d+)$/, '') || nick;

function ownersOf({ file: { file, index } }: Source): ReadonlySet<string> {
  const shown = index.blocks.flatMap((block) => block.owners.map(({ nick }) => nick));
  return new Set([...(file.facts.owner === undefined ? [] : [file.facts.owner]), ...shown].map(bare));
}

const digestOf = ({ file }: Source): string => dayPartsOf(file)[0]?.hash ?? '';
const meet = (one: Source, other: Source): boolean =>
  one.span.last > other.span.first && one.span.first < other.span.last;

/** The files of each logger. Files without an event belong to none. */
export async function groupsOf(
  files: readonly IndexedFile[],
  zone: Zone,
  compare: Comparing,
): Promise<readonly (readonly Source[])[]> {
  const opened = files.flatMap((file) => sourceOf(file, zone) ?? []);
  const kinds = groupedBy(opened, ({ file }) => file.entry ?? file.file.format.name);
  const groups: (readonly Source[])[] = [];
  for (const sources of kinds.values())
    groups.push(...(sources[0]?.file.entry === undefined ? await grouped(sources, compare) : [sources]));
  return groups;
}

async function grouped(sources: readonly Source[], compare: Comparing): Promise<readonly (readonly Source[])[]> {
  const groups: Group[] = [];
  for (const stretch of togetherInTime(sources)) {
    const placed: [Source, Group][] = [];
    // Those that show whose they are go first.
    const order = stretch.toSorted((a, b) => Number(ownersOf(b).size > 0) - Number(ownersOf(a).size > 0));
    for (const [index, source] of order.entries()) {
      const group = await groupFor(source, groups, placed, order[index + 1], compare);
      placed.push([source, group]);
    }
    await compareClocks(placed, compare);
  }
  return groups.map((group) => group.sources);
}

/** The files in the order of time, those together whose times touch each other. */
function togetherInTime(sources: readonly Source[]): readonly (readonly Source[])[] {
  const sorted = sources.toSorted(
    (a, b) => a.span.first - b.span.first || a.span.last - b.span.last || byUnits(digestOf(a), digestOf(b)),
  );
  const stretches: Source[][] = [];
  let end = -Infinity;
  for (const source of sorted) {
    if (source.span.first < end) stretches.at(-1)?.push(source);
    else stretches.push([source]);
    end = Math.max(end, source.span.last);
  }
  return stretches;
}

/** The group that a file belongs to, which has it then. `next` is the file after it in its stretch. */
async function groupFor(
  source: Source,
  groups: Group[],
  placed: readonly (readonly [Source, Group])[],
  next: Source | undefined,
  compare: Comparing,
): Promise<Group> {
  const owners = ownersOf(source);
  const knows = (group: Group): boolean => [...owners].some((owner) => group.owners.has(owner));
  const fitting: Group[] = [];
  for (const group of groups)
    if ((owners.size === 0 || group.owners.size === 0 || knows(group)) && (await agreesWithAll(group, source, compare)))
      fitting.push(group);
  const known = fitting.filter(knows);
  const among = known.length > 0 ? known : fitting;
  const found = among.length > 1 ? await byClock(source, among, placed, next, groups, compare) : among[0];
  const group: Group = found ?? { sources: [], owners: new Set(), ahead: new Map(), last: source.span.last };
  if (!found) groups.push(group);
  group.sources.push(source);
  for (const owner of owners) group.owners.add(owner);
  group.last = Math.max(group.last, source.span.last);
  return group;
}

async function agreesWithAll({ sources, last }: Group, source: Source, compare: Comparing): Promise<boolean> {
  if (source.span.first >= last) return true;
  for (const one of sources) if (meet(one, source) && !(await agree(one, source, compare))) return false;
  return true;
}

/** Of several groups that a file may go on, the one whose clock it has; else the one that ended last before it. */
async function byClock(
  source: Source,
  among: readonly Group[],
  placed: readonly (readonly [Source, Group])[],
  next: Source | undefined,
  groups: readonly Group[],
  compare: Comparing,
): Promise<Group | undefined> {
  const beside = placed.find(([other]) => meet(other, source));
  const other = beside?.[0] ?? next;
  const difference = other && meet(other, source) ? await aheadOf(source, other, compare) : undefined;
  const apart = (group: Group): number => {
    if (difference === undefined) return Infinity;
    const others = beside ? [beside[1]] : groups.filter((one) => one !== group);
    return Math.min(...others.map((one) => Math.abs((group.ahead.get(one) ?? Infinity) - difference)));
  };
  const [best] = among
    .map((group) => ({ group, apart: apart(group), pause: Math.abs(source.span.first - group.last) }))
    .sort((a, b) => (a.apart === b.apart ? 0 : a.apart - b.apart) || a.pause - b.pause);
  return best?.group;
}

/** Seconds that the stamps of a file are ahead of another's, on average; undefined where too little is in both. */
async function aheadOf(one: Source, other: Source, compare: Comparing): Promise<number | undefined> {
  const theirs = new Set(dayPartsOf(other.file).map(({ date }) => date));
  const dates = [...new Set(dayPartsOf(one.file).map(({ date }) => date))]
    .filter((date) => theirs.has(date))
    .slice(0, 2);
  const found = await compare(['ahead', daysKey(one, dates), daysKey(other, dates)], async () => {
    const [mine, others]: [Seen[], Seen[]] = [[], []];
    for (const date of dates) {
      append(mine, await one.eventsOf(date));
      append(others, await other.eventsOf(date));
    }
    return stampDifference(others, mine) ?? null;
  });
  return found ?? undefined;
}

/** Keeps how far the groups' clocks were apart where their files of one stretch meet. */
async function compareClocks(placed: readonly (readonly [Source, Group])[], compare: Comparing): Promise<void> {
  for (const [index, [one, group]] of placed.entries())
    for (const [other, second] of placed.slice(index + 1)) {
      if (group === second || !meet(one, other)) continue;
      const ahead = await aheadOf(one, other, compare);
      if (ahead === undefined) continue;
      group.ahead.set(second, ahead);
      second.ahead.set(group, -ahead);
    }
}
