// Whose client wrote which files of a channel, and each logger's days from them.
//
// A settings entry that names files is one logger. Other files are one logger's where format and owner are the same and
// they do not contradict each other: where their times overlap, they tell the same lines with the same stamps. Names and
// folders play no part, so that moving a file moves no address.
import { hash } from 'node:crypto';
import { byRank, joinFiles, numbered, seen, type Logger, type Numbered, type Rank, type Seen } from '../gather.ts';
import { openLog, ownerAt, type DayPart, type LogReader } from '../log-file.ts';
import type { Zone } from '../time.ts';
import type { IndexedFile } from './files.ts';

export interface ChannelLogger extends Logger {
  readonly rank: Rank;
  readonly files: readonly IndexedFile[];
  /** The owner's nick where something beside the lines tells it. */
  readonly owner?: string;
  /** Days on which it has events, ascending. */
  readonly dates: readonly string[];
  /** Changes when anything that its day is made from does. */
  readonly keyOf: (date: string) => string;
  /** Lines of the day that were doubles among its own files; known once the day's events are. */
  readonly doublesOn: (date: string) => number;
  readonly close: () => Promise<void>;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

const partsOf = ({ index }: IndexedFile): readonly DayPart[] => index.blocks.flatMap((block) => block.days);

function spanOf(file: IndexedFile): Span | undefined {
  const parts = partsOf(file);
  if (parts.length === 0) return undefined;
  return { first: Math.min(...parts.map((part) => part.first)), last: Math.max(...parts.map((part) => part.last)) };
}

/** A file with what reading it again and again takes. */
interface Source {
  readonly file: IndexedFile;
  readonly span: Span;
  readonly reader: LogReader;
  readonly eventsOf: (date: string) => Promise<readonly Seen[]>;
}

function sourceOf(file: IndexedFile, span: Span, zone: Zone): Source {
  const reader = openLog(file.file, file.index, zone);
  const owners = file.index.blocks.flatMap((block) => block.owners);
  return {
    file,
    span,
    reader,
    eventsOf: async (date) =>
      (await reader.eventsOf(date)).map((placed) => seen(placed, ownerAt(owners, placed.line, file.file.facts.owner))),
  };
}

/** How many days of an overlap are compared, and how many lines of them must agree. */
const COMPARED = 12;
const AGREEMENT = 0.9;

/** True where two files that cover the same time tell the same; files that do not meet never disagree. */
async function agree(one: Source, other: Source): Promise<boolean> {
  const from = Math.max(one.span.first, other.span.first);
  const to = Math.min(one.span.last, other.span.last);
  if (from >= to) return true;
  const theirs = new Map(partsOf(other.file).map((part) => [part.date, part]));
  const common = partsOf(one.file).filter((part) => part.last >= from && part.first <= to && theirs.has(part.date));
  let total = 0;
  let same = 0;
  for (const date of new Set(common.slice(0, COMPARED).map((part) => part.date))) {
    const inside = (seen: Seen): boolean => seen.at >= from && seen.at <= to;
    const some = (await one.eventsOf(date)).filter(inside);
    const others = (await other.eventsOf(date)).filter(inside);
    const known = new Set(others.map(({ sha }) => sha));
    total += Math.max(some.length, others.length);
    same += some.filter(({ sha }) => known.has(sha)).length;
  }
  return same >= total * AGREEMENT;
}

/** The loggers of a channel by rank: the first is the reference. Files without an event belong to none. */
export async function loggersOf(files: readonly IndexedFile[], zone: Zone): Promise<readonly ChannelLogger[]> {
  const sources = files
    .flatMap((file) => {
      const span = spanOf(file);
      return span ? [sourceOf(file, span, zone)] : [];
    })
    .sort((a, b) => a.span.first - b.span.first || a.span.last - b.span.last || compare(digestOf(a), digestOf(b)));
  const groups = new Map<string, Source[][]>();
  for (const source of sources) {
    const { file, entry } = source.file;
    const key = entry ?? `${file.format.name}\n${file.facts.owner ?? ''}`;
    const known = groups.get(key) ?? [];
    groups.set(key, known);
    const fitting = entry === undefined ? await findAsync(known, (group) => agreeWithAll(group, source)) : known[0];
    if (fitting) fitting.push(source);
    else known.push([source]);
  }
  const loggers = await Promise.all([...groups.values()].flat().map((group) => loggerOf(group)));
  return loggers.sort((a, b) => byRank(a.rank, b.rank));
}

const digestOf = ({ file }: Source): string => partsOf(file)[0]?.hash ?? '';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function findAsync<T>(list: readonly T[], test: (one: T) => Promise<boolean>): Promise<T | undefined> {
  for (const one of list) if (await test(one)) return one;
  return undefined;
}

async function agreeWithAll(group: readonly Source[], source: Source): Promise<boolean> {
  for (const one of group) if (!(await agree(one, source))) return false;
  return true;
}

/** Days kept in hand: yesterday, today, tomorrow, and one to spare. */
const IN_HAND = 4;

async function loggerOf(sources: readonly Source[]): Promise<ChannelLogger> {
  const dates = [...new Set(sources.flatMap(({ file }) => partsOf(file).map((part) => part.date)))].sort();
  const days = new Map<string, Promise<readonly Numbered[]>>();
  const doubles = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();

  async function read(date: string): Promise<readonly Numbered[]> {
    const files = [];
    for (const { file, span, eventsOf } of sources) {
      if (!partsOf(file).some((part) => part.date === date)) continue;
      files.push({ ...span, events: await eventsOf(date) });
    }
    const joined = joinFiles(files);
    doubles.set(
      date,
      joined.doubles.reduce((sum, { lines }) => sum + lines, 0),
    );
    return numbered(joined.events);
  }

  function eventsOf(date: string): Promise<readonly Numbered[]> {
    const known = days.get(date);
    if (known) return known;
    // One after the other: a file is read by one cursor.
    const events = last.then(() => read(date));
    last = events;
    days.set(date, events);
    for (const old of days.keys()) if (days.size > IN_HAND) days.delete(old);
    return events;
  }

  const [first] = await eventsOf(dates[0] ?? '');
  const owner = sources.map(({ file }) => file.file.facts.owner).find((nick) => nick !== undefined);
  const ahead = sources.find(({ file }) => file.ahead !== undefined)?.file.ahead;
  return {
    eventsOf,
    rank: {
      ...(ahead !== undefined && { ahead }),
      minutes: first?.precision === 60,
      first: first?.at ?? 0,
      sha: first?.sha ?? '',
    },
    ...(ahead !== undefined && { ahead }),
    ...(owner !== undefined && { owner }),
    files: sources.map(({ file }) => file),
    dates,
    keyOf: (date) => hash('sha256', JSON.stringify(sources.map((source) => dayKey(source, date)))),
    doublesOn: (date) => doubles.get(date) ?? 0,
    close: async () => {
      for (const { reader } of sources) await reader.close();
    },
  };
}

/** What a file's share in a day depends on: its lines, whether the file begins or ends there, and whose it is. */
function dayKey({ file, span }: Source, date: string): unknown {
  const parts = partsOf(file).filter((part) => part.date === date);
  if (parts.length === 0) return null;
  const from = Math.min(...parts.map((part) => part.first));
  const to = Math.max(...parts.map((part) => part.last));
  const end = Math.max(...parts.map((part) => part.to));
  const owners = file.index.blocks.flatMap((block) => block.owners);
  const own = owners.filter(({ line }, index) => index === 0 || line < end);
  return [parts.map((part) => part.hash), span.first >= from && span.first, span.last <= to && span.last, own];
}
