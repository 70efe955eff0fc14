// Loggers who tell the same talk at other hours: a log of local times whose zone nobody has named. Their lines pair with
// none and stand twice; only a person knows the zone, so the build says what it sees.
import { readLines } from '../read.ts';
import { addTo } from '../shared/lists.ts';
import { daysAround } from '../time.ts';
import type { HistoryMonth } from './history-month.ts';
import type { IndexedFile } from './indexes.ts';
import type { ChannelLogger } from './channel-logger.ts';
import { sentenceOf } from './same-talk.ts';

/** Plain data: it is kept between builds. */
export interface HoursApart {
  /** A log of each of the two loggers, relative to the archive folder; the first is the one whose zone should be named. */
  readonly path: string;
  readonly other: string;
  /** Seconds that the first is ahead of the other: whole quarters of an hour, which a zone can be, or what a clock is off. */
  readonly ahead: number;
  /** All logs of the channel as settings may name them, by logger; `named` where the zone or clock of these is the one to name. */
  readonly logs: readonly { readonly paths: readonly string[]; readonly named: boolean }[];
}

/** A logger looks like a stranger where of so many of its lines such a share is known from none before it. */
const FEWEST = 20;
const MOST = 0.95;

/** How many days are compared, and how many sentences, and what share of them, must say the same. */
const DAYS = 8;
const VOTES = 5;
const AGREED = 0.6;

/** Zones differ by quarters of an hour, give or take what clocks are off and what logs of minutes leave out. */
export const QUARTER = 900;
const NEAR = 90;

/** The loggers of a channel, by rank, who tell at other hours what one before them tells. */
export async function hoursApart(
  loggers: readonly ChannelLogger[],
  months: readonly HistoryMonth[],
): Promise<readonly HoursApart[]> {
  const found: HoursApart[] = [];
  for (const [rank, logger] of loggers.entries()) {
    if (rank === 0 || !isStranger(rank, months)) continue;
    for (const other of loggers.slice(0, rank)) {
      const ahead = await hoursAhead(logger, other);
      if (ahead === undefined) continue;
      found.push(await told(loggers, logger, other, ahead));
      break;
    }
  }
  return found;
}

function isStranger(rank: number, months: readonly HistoryMonth[]): boolean {
  let [entries, news] = [0, 0];
  for (const { shares } of months) {
    if (!shares.slice(0, rank).some((share) => share.entries > 0)) continue;
    entries += shares[rank]?.entries ?? 0;
    news += shares[rank]?.news ?? 0;
  }
  return entries >= FEWEST && news >= entries * MOST;
}

/** Seconds that a logger is ahead of another, see `HoursApart`; undefined where they do not tell the same. */
async function hoursAhead(logger: ChannelLogger, other: ChannelLogger): Promise<number | undefined> {
  const theirs = new Set(other.dates);
  const dates = logger.dates.filter((date) => daysAround(date).some((one) => theirs.has(one)));
  // Some from all over the time that both have.
  const step = Math.max(1, Math.floor(dates.length / DAYS));
  const votes = new Map<number, number[]>();
  for (const date of dates.filter((_, index) => index % step === 0).slice(0, DAYS)) {
    const said = await saidOn(other, daysAround(date));
    for (const [words, at] of await saidOn(logger, [date])) {
      const then = said.get(words);
      if (at === undefined || then === undefined) continue;
      const quarters = Math.round((at - then) / QUARTER);
      addTo(votes, quarters, at - then);
    }
  }
  const all = [...votes.values()].reduce((sum, { length }) => sum + length, 0);
  const none: [number, number[]] = [0, []];
  const [quarters, agreed] = [...votes].reduce((best, one) => (one[1].length > best[1].length ? one : best), none);
  if (quarters === 0 || agreed.length < VOTES || agreed.length < all * AGREED) return undefined;
  const middle = agreed.sort((a, b) => a - b)[Math.floor(agreed.length / 2)]!;
  return Math.abs(middle - quarters * QUARTER) <= NEAR ? quarters * QUARTER : Math.round(middle);
}

/** When each sentence was said on some days, by who said it; undefined where it was said more than once. */
async function saidOn(
  logger: ChannelLogger,
  dates: readonly string[],
): Promise<ReadonlyMap<string, number | undefined>> {
  const said = new Map<string, number | undefined>();
  for (const date of dates)
    for (const { at, event } of await logger.eventsOf(date)) {
      const key = sentenceOf(event)?.join(' ');
      if (key !== undefined) said.set(key, said.has(key) ? undefined : at);
    }
  return said;
}

/** What to tell of two loggers: a zone is to be named for the one that writes wall clocks. */
async function told(
  loggers: readonly ChannelLogger[],
  logger: ChannelLogger,
  other: ChannelLogger,
  ahead: number,
): Promise<HoursApart> {
  const [mine, theirs] = [logger.files[0]!, other.files[0]!];
  const isOther = !(await writesWallClocks(mine)) && (await writesWallClocks(theirs));
  const logs = loggers.map((one) => ({ paths: pathsOf(one, loggers), named: one === (isOther ? other : logger) }));
  return isOther
    ? { path: theirs.path, other: mine.path, ahead: -ahead, logs }
    : { path: mine.path, other: theirs.path, ahead, logs };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Paths that name a logger's logs and nobody else's: a folder's, where it is the logger's own. */
function pathsOf(logger: ChannelLogger, loggers: readonly ChannelLogger[]): readonly string[] {
  const paths = logger.files.map(({ path }) => path);
  const folders = new Set(paths.map(folderOf));
  const others = loggers.filter((one) => one !== logger).flatMap(({ files }) => files);
  const isOwn = !others.some(({ path }) => folders.has(folderOf(path)));
  return isOwn && paths.length > folders.size ? [...folders].map((folder) => `${folder}*`) : paths;
}

/** True where the first stamp of a log is one that its zone decides. */
async function writesWallClocks({ file: { path, format, facts } }: IndexedFile): Promise<boolean> {
  const parse = format.open(facts);
  for await (const { lines } of readLines(path))
    for (const line of lines)
      for (const parsed of parse(line))
        if (parsed.is === 'event' && parsed.stamp)
          return 'clock' in parsed.stamp && parsed.stamp.clock.offset === undefined;
  return false;
}
