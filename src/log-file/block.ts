// A file and the blocks it is read in: what is known of each, and its lines from one on.
import { hash } from 'node:crypto';
import type { FileFacts, LogFormat, RawLine } from '../format.ts';
import { readLines } from '../read.ts';
import { copyWithout } from '../shared/copy.ts';
import { groupedBy } from '../shared/lists.ts';
import type { Zone } from '../time.ts';
import { openTimeline, type Fault, type Timeline, type TimelineState } from '../timeline.ts';

/** A file that holds a channel's log. */
export interface LogFile {
  /** Absolute path. */
  readonly path: string;
  readonly format: LogFormat;
  readonly facts: FileFacts;
  /** Zone of the wall clocks in it. */
  readonly zone: Zone;
}

/**
 * Changes when the same lines are read otherwise: by its neighbours, a file may be of another date or format than before. Its network
 * tells nothing of its lines.
 */
export function readingOf({ format, facts, zone }: LogFile): string {
  return hash('sha256', JSON.stringify([format.name, copyWithout(facts, 'network'), zone.name]), 'base64url').slice(
    0,
    22,
  );
}

/** What a block holds of one day of the archive. */
export interface DayPart {
  readonly date: string;
  /** 1-based lines, half-open, among which it lies; other days' lines may lie between. */
  readonly from: number;
  readonly to: number;
  readonly events: number;
  /** Epoch seconds of the earliest and the latest event. */
  readonly first: number;
  readonly last: number;
  /** Of its lines and their instants. */
  readonly hash: string;
}

/** The owner's nick from a line on, as the log shows it; after a change of nick, from the line after. */
export interface Owner {
  readonly line: number;
  /** Epoch seconds. */
  readonly at: number;
  readonly nick: string;
  readonly change?: true;
  /** Before the change, where the line tells it of a nick, not of "You". */
  readonly from?: string;
  /** A join that does not show the nick: the one that the owner had, and may have come back without. */
  readonly join?: true;
}

/** A stretch of a file from which reading can start. Plain data: it is kept between builds. */
export interface Block {
  /** Byte offset and 1-based number of its first line. */
  readonly offset: number;
  readonly line: number;
  /** The time as it stood before that line. */
  readonly time: TimelineState;
  readonly lines: number;
  readonly blank: number;
  readonly control: number;
  readonly unparsed: number;
  /** Up to three unparsed lines, 1-based. */
  readonly samples: readonly number[];
  /** How many lines had each fault of time. */
  readonly faults: { readonly [fault in Fault]?: number };
  readonly days: readonly DayPart[];
  readonly owners: readonly Owner[];
  /** A bouncer repeats itself in it: playback.ts. */
  readonly replays?: true;
}

export interface FileIndex {
  /** See `readingOf`. */
  readonly reading: string;
  readonly blocks: readonly Block[];
  /** The first line whose event may still change when the file grows: the last may go on, the clock may step back. */
  readonly open: number;
  /** The last line, where it has no end: it may be half of one. */
  readonly torn?: number;
  /** The rest of the file could not be read, and why. */
  readonly damage?: string;
}

const byDate = new WeakMap<FileIndex, ReadonlyMap<string, readonly DayPart[]>>();

/** What a file's blocks hold of each day of the archive; gathered once for an index. */
export function partsByDate(index: FileIndex): ReadonlyMap<string, readonly DayPart[]> {
  const known = byDate.get(index);
  if (known) return known;
  const found = groupedBy(
    index.blocks.flatMap(({ days }) => days),
    ({ date }) => date,
  );
  byDate.set(index, found);
  return found;
}

export type Place = Pick<Block, 'offset' | 'line' | 'time'>;

/** Bytes read at a time; a block has half of it, or a little more. */
const CHUNK = 131_072;

interface Step {
  readonly lines: readonly RawLine[];
  readonly place: Place;
  readonly warming: boolean;
  /** It is a line that has no end yet. */
  readonly unfinished: boolean;
  /** As of a batch. */
  readonly begun?: true;
  readonly damage?: string;
}

/** The file's lines from a block on, the block before it first; `time` is asked for before each step. */
export async function* stepsFrom(
  path: string,
  warm: Place,
  start: Place,
  time: () => TimelineState,
): AsyncGenerator<Step> {
  if (warm.line < start.line) {
    for await (const batch of readLines(path, { from: warm.offset, number: warm.line, chunk: CHUNK })) {
      const lines = batch.lines.filter((line) => line.number < start.line);
      yield { lines, place: warm, warming: true, unfinished: false };
      if (batch.next >= start.line) break;
    }
  }
  let place = { offset: start.offset, line: start.line };
  // A day may lie in two blocks, and is known by what each has of it: a line more in an old day must leave the others' alone.
  const from = { from: start.offset, number: start.line, chunk: CHUNK, byContent: true };
  for await (const batch of readLines(path, from)) {
    const { lines, damage, end, next, unfinished = false, begun } = batch;
    const here = { ...place, time: time() };
    yield {
      lines,
      place: here,
      warming: false,
      unfinished,
      ...(begun && { begun }),
      ...(damage !== undefined && { damage }),
    };
    place = { offset: end, line: next };
  }
}

/** Where a file begins. */
export const BEGINNING: Place = { offset: 0, line: 1, time: {} };

/** The timeline of a file from a place on. */
export function timelineOf(file: LogFile, place: Place, sink: Parameters<typeof openTimeline>[1]): Timeline {
  const { date, year, oneDay = false } = file.facts;
  const { unmarkedDays } = file.format;
  const unmarked = unmarkedDays === 'named' || (unmarkedDays === true && date === undefined);
  if (place.line > 1) return openTimeline(file.zone, sink, { unmarked, oneDay, state: place.time });
  return openTimeline(file.zone, sink, { unmarked, oneDay, ...(date && { date }), ...(year && { year }) });
}
