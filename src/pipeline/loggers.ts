// Whose client wrote which files of a channel, and each logger's days from them.
import { hash } from 'node:crypto';
import { byRank, joinFiles, numbered, stretchesOf, type Seen } from '../gather.ts';
import { isAfterHole } from '../hole-name.ts';
import { partsByDate } from '../log-file.ts';
import { addTo } from '../shared/lists.ts';
import type { Zone } from '../time.ts';
import type { IndexedFile } from './indexes.ts';
import type { ChannelLogger } from './channel-logger.ts';
import type { Comparing } from './comparisons.ts';
import { groupsOf } from './grouping.ts';
import { withOpenings } from './openings.ts';
import { withOwners } from './owners-known.ts';
import { daysKey, type Source } from './source.ts';

/** The loggers of a channel by rank: the first is the reference. Files without an event belong to none. */
export async function loggersOf(
  files: readonly IndexedFile[],
  zone: Zone,
  compare: Comparing,
): Promise<readonly ChannelLogger[]> {
  const groups = await groupsOf(files, zone, compare);
  const loggers = await Promise.all(groups.map((sources) => loggerOf(withOwners(sources))));
  return withOpenings(
    loggers.sort((a, b) => byRank(a.rank, b.rank)),
    compare,
  );
}

/** Loggers may begin with the same line, and some more: so many tell who is who, though they grow. */
const TELLING_APART = 100;

/** Days kept in hand: yesterday, today, tomorrow, and one to spare. */
const IN_HAND = 4;

async function loggerOf(sources: readonly Source[]): Promise<ChannelLogger> {
  const byDate = sourcesByDate(sources);
  const dates = [...byDate.keys()].sort();
  const days = new Map<string, Promise<readonly Seen[]>>();
  const doubles = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();

  async function read(date: string): Promise<readonly Seen[]> {
    const files = [];
    for (const { span, eventsOf, file } of byDate.get(date) ?? [])
      for (const events of stretchesOf(await eventsOf(date))) {
        const torn = events.at(-1)?.line === file.index.torn;
        files.push({ ...span, events, ...(torn && { torn }) });
      }
    const joined = joinFiles(files);
    doubles.set(
      date,
      joined.doubles.reduce((sum, { lines }) => sum + lines, 0),
    );
    return numbered(joined.events);
  }

  function eventsOf(date: string): Promise<readonly Seen[]> {
    const known = days.get(date);
    if (known) return known;
    // One after the other: a file is read by one cursor.
    const events = last.then(() => read(date));
    last = events;
    days.set(date, events);
    for (const old of days.keys()) if (days.size > IN_HAND) days.delete(old);
    return events;
  }

  const beginning = await eventsOf(dates[0] ?? '');
  const [first] = beginning;
  const owner = sources.map((source) => source.owner).find((nick) => nick !== undefined);
  const earliest = sources.reduce((one, other) => (other.span.first < one.span.first ? other : one));
  const ahead = sources.find(({ file }) => file.ahead !== undefined)?.file.ahead;
  return {
    eventsOf,
    rank: {
      ...(ahead !== undefined && { ahead }),
      // Banners tell seconds in logs of minutes, too.
      minutes: beginning.some(({ precision }) => precision === 60),
      first: first?.at ?? 0,
      sha: beginning
        .slice(0, TELLING_APART)
        .map(({ sha }) => sha)
        .join(' '),
    },
    ...(ahead !== undefined && { ahead }),
    ...(owner !== undefined && { owner }),
    ...(earliest.owner !== undefined && { ownerAtFirst: earliest.owner }),
    replays: sources.some(({ file }) => file.index.blocks.some((block) => block.replays)),
    files: sources.map(({ file }) => file),
    dates,
    keyOf(wanted) {
      const its = new Set(wanted.flatMap((date) => byDate.get(date) ?? []));
      return hash('sha256', JSON.stringify([...its].map((source) => daysKey(source, wanted))));
    },
    holes: holesOf(sources),
    doublesOn: (date) => doubles.get(date) ?? 0,
    close: async () => {
      for (const { reader } of sources) await reader.close();
    },
  };
}

/** The files that have something of a day, in their order. */
function sourcesByDate(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const byDate = new Map<string, Source[]>();
  for (const source of sources) for (const date of partsByDate(source.file.index).keys()) addTo(byDate, date, source);
  return byDate;
}

/** Where a file that follows a hole begins, unless another file of the logger has what was missing. */
function holesOf(sources: readonly Source[]): readonly number[] {
  return sources
    .filter((source) => isAfterHole(source.file.path))
    .map(({ span }) => span.first)
    .filter((first) => !sources.some(({ span }) => span.first < first && first <= span.last))
    .sort((a, b) => a - b);
}
