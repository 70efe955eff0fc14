// One log file as the rest of the house sees it: an index made in one streaming pass (which days lie where), and its
// events, day by day, read again from there. Nothing of what people said is kept between the two.
//
// A file is a row of blocks of some hundred kilobytes; reading can start at each, since it knows the time before its
// first line. The block before it is read too and thrown away: a format may remember a line ("repeated 2 times"), and
// the last event of a block may go on in the next.
import { hash } from 'node:crypto';
import type { Event, Placed } from './events.ts';
import type { FileFacts, LogFormat, ParsedLine, RawLine } from './format.ts';
import { readLines } from './read.ts';
import type { Zone } from './time.ts';
import { openTimeline, type Fault, type Timeline, type TimelineState } from './timeline.ts';

/** A file that holds a channel's log. */
export interface LogFile {
  /** Absolute path. */
  readonly path: string;
  readonly format: LogFormat;
  readonly facts: FileFacts;
  /** Zone of the wall clocks in it. */
  readonly zone: Zone;
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
  readonly nick: string;
  readonly change?: true;
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
}

export interface FileIndex {
  readonly blocks: readonly Block[];
  /** The first line whose event may still change when the file grows: the last may go on, the clock may step back. */
  readonly open: number;
  /** The rest of the file could not be read, and why. */
  readonly damage?: string;
}

type Place = Pick<Block, 'offset' | 'line' | 'time'>;

const CHUNK = 262_144;

interface Step {
  readonly lines: readonly RawLine[];
  readonly place: Place;
  readonly warming: boolean;
  readonly damage?: string;
}

/** The file's lines from a block on, the block before it first; `time` is asked for before each step. */
async function* stepsFrom(path: string, warm: Place, start: Place, time: () => TimelineState): AsyncGenerator<Step> {
  if (warm.line < start.line) {
    for await (const batch of readLines(path, { from: warm.offset, number: warm.line, chunk: CHUNK })) {
      yield { lines: batch.lines.filter((line) => line.number < start.line), place: warm, warming: true };
      if (batch.next >= start.line) break;
    }
  }
  let place = { offset: start.offset, line: start.line };
  for await (const batch of readLines(path, { from: start.offset, number: start.line, chunk: CHUNK })) {
    const { lines, damage, end, next } = batch;
    yield { lines, place: { ...place, time: time() }, warming: false, ...(damage !== undefined && { damage }) };
    place = { offset: end, line: next };
  }
}

const BEGINNING: Place = { offset: 0, line: 1, time: {} };

function timelineOf(file: LogFile, place: Place, sink: Parameters<typeof openTimeline>[1]): Timeline {
  if (place.line > 1) return openTimeline(file.zone, sink, { state: place.time });
  return openTimeline(file.zone, sink, file.facts.date ? { date: file.facts.date } : {});
}

type BlockDraft = { -readonly [K in keyof Block]: Block[K] } & {
  samples: number[];
  owners: Owner[];
  readonly parts: Map<string, PartDraft>;
};
type PartDraft = { -readonly [K in keyof DayPart]: DayPart[K] } & { readonly told: string[] };

/** The index of a file; with the index of a state since which it has only grown, only what is new is read. */
export async function indexFile(file: LogFile, archive: Zone, earlier?: FileIndex): Promise<FileIndex> {
  const kept = earlier?.blocks.filter((_, block, all) => (all[block + 1]?.line ?? Infinity) <= earlier.open) ?? [];
  const start: Place = earlier?.blocks[kept.length] ?? BEGINNING;
  const warm = kept.at(-1) ?? start;
  const drafts: BlockDraft[] = [];
  let lines: readonly RawLine[] = [];
  let owner = kept.flatMap((block) => block.owners).at(-1)?.nick;
  let day = archive.dayAt(0);
  let damage: string | undefined;

  function take(placed: Placed): void {
    const block = drafts.findLast((draft) => draft.line <= placed.line);
    if (!block) return;
    if (placed.at < day.start || placed.at >= day.end) day = archive.dayAt(placed.at);
    // Continuation lines may have come with a later step.
    const text = placed.lines > 1 ? undefined : lines[placed.line - (lines[0]?.number ?? 0)]?.text;
    addToPart(block.parts, day.date, placed, text ?? JSON.stringify(placed.event));
    if (placed.event.kind === 'unparsed') {
      block.unparsed += 1;
      if (block.samples.length < 3) block.samples.push(placed.line);
    }
    const shown = ownerShown(placed.event);
    if (shown && (shown.change || shown.nick !== owner)) {
      block.owners.push({ line: placed.line, ...shown });
      owner = shown.nick;
    }
  }

  const timeline = timelineOf(file, warm, {
    event: take,
    fault(fault, line) {
      const block = drafts.findLast((draft) => draft.line <= line);
      if (block) block.faults = { ...block.faults, [fault]: (block.faults[fault] ?? 0) + 1 };
    },
  });
  const parse = file.format.open(file.facts);
  for await (const step of stepsFrom(file.path, warm, start, timeline.state)) {
    lines = step.lines;
    damage = step.damage;
    const draft = step.warming ? undefined : draftAt(step.place);
    if (draft) drafts.push(draft);
    for (const line of lines) {
      const parsed = parse(line);
      if (draft) count(draft, parsed);
      timeline.see(line.number, parsed);
    }
  }
  const blocks = drafts.filter((block) => block.lines > 0);
  // The last line may be unfinished.
  const open = Math.min(timeline.heldFrom() ?? Infinity, blocks.at(-1)?.line ?? start.line);
  timeline.finish();
  return { blocks: [...kept, ...blocks.map(finished)], open, ...(damage !== undefined && { damage }) };
}

function draftAt(place: Place): BlockDraft {
  const counts = { lines: 0, blank: 0, control: 0, unparsed: 0 };
  return { ...place, ...counts, samples: [], faults: {}, days: [], owners: [], parts: new Map() };
}

function count(block: BlockDraft, parsed: readonly ParsedLine[]): void {
  block.lines += 1;
  // A line that is nothing to its format (none is given for it) is one of the format's own.
  if (parsed.every((one) => one.is === 'blank' || one.is === 'control'))
    block[parsed[0]?.is === 'blank' ? 'blank' : 'control'] += 1;
}

function addToPart(parts: Map<string, PartDraft>, date: string, placed: Placed, text: string): void {
  const { line, at, fold = '' } = placed;
  let part = parts.get(date);
  if (!part) {
    part = { date, from: line, to: line, events: 0, first: at, last: at, hash: '', told: [] };
    parts.set(date, part);
  }
  part.from = Math.min(part.from, line);
  part.to = Math.max(part.to, line + 1);
  part.events += 1;
  part.first = Math.min(part.first, at);
  part.last = Math.max(part.last, at);
  part.told.push(`${at}${fold} ${text}`);
}

function finished({ parts, ...block }: BlockDraft): Block {
  const days = [...parts.values()].map(({ told, ...part }) => ({ ...part, hash: hash('sha256', told.join('\n')) }));
  return { ...block, days };
}

/** The owner's nick, where the event is the owner's own and shows it. */
function ownerShown(event: Event): Omit<Owner, 'line'> | undefined {
  if (!event.own || event.kind === 'kick') return undefined;
  if (event.kind === 'nick') return { nick: event.to, change: true };
  return event.nick === undefined ? undefined : { nick: event.nick };
}

/** The owner's nick at a line: the last one shown up to it, else the first one shown after it, else `given`. */
export function ownerAt(owners: readonly Owner[], line: number, given: string | undefined): string | undefined {
  const before = owners.findLast((owner) => (owner.change ? owner.line < line : owner.line <= line));
  if (before) return before.nick;
  if (given !== undefined) return given;
  const [first] = owners;
  return first?.change ? undefined : first?.nick;
}

/** Reads the events of a file's days; days asked for in their order are read in one pass. */
export interface LogReader {
  /** The day's events in the file's order. */
  readonly eventsOf: (date: string) => Promise<readonly Placed[]>;
  readonly close: () => Promise<void>;
}

/** A reader of the file that the index was made of. */
export function openLog(file: LogFile, index: FileIndex, archive: Zone): LogReader {
  const { blocks } = index;
  let cursor: Cursor | undefined;

  return {
    async eventsOf(date) {
      const parts = blocks.flatMap((block) => block.days.filter((part) => part.date === date));
      const events: Placed[] = [];
      const { start, end } = archive.dayOf(date);
      for (const { from, to } of merged(parts)) {
        if (!cursor || !cursor.reaches(from)) {
          await cursor?.close();
          const at = blocks.findLastIndex((block) => block.line <= from);
          cursor = openCursor(file, blocks[at] ?? BEGINNING, blocks[at - 1] ?? blocks[at] ?? BEGINNING);
        }
        for (const placed of await cursor.read(from, to))
          if (placed.at >= start && placed.at < end) events.push(placed);
      }
      return events;
    },
    close: async () => cursor?.close(),
  };
}

/** Line ranges in order, those that touch or overlap joined. */
function merged(parts: readonly DayPart[]): readonly { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    const last = ranges.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  return ranges;
}

interface Cursor {
  /** Whether the line is still ahead, or in hand, and not so far ahead that starting anew is quicker. */
  readonly reaches: (line: number) => boolean;
  /** Events whose first line lies in [from, to), in the file's order; lines before `from` are let go. */
  readonly read: (from: number, to: number) => Promise<readonly Placed[]>;
  readonly close: () => Promise<void>;
}

function openCursor(file: LogFile, start: Place, warm: Place): Cursor {
  let events: Placed[] = [];
  let earliest = start.line;
  let next = start.line;
  let ended = false;
  const timeline = timelineOf(file, warm, {
    event: (placed) => placed.line >= start.line && events.push(placed),
    fault: () => undefined,
  });
  const parse = file.format.open(file.facts);
  const steps = stepsFrom(file.path, warm, start, timeline.state);

  async function readOn(): Promise<void> {
    const { value: step, done } = await steps.next();
    if (done) {
      ended = true;
      timeline.finish();
      return;
    }
    for (const line of step.lines) timeline.see(line.number, parse(line));
    next = (step.lines.at(-1)?.number ?? next - 1) + 1;
  }

  return {
    reaches: (line) => line >= earliest && line < next + 20_000,
    async read(from, to) {
      while (!ended && (timeline.heldFrom() ?? next) < to) await readOn();
      events = events.filter((placed) => placed.line >= from);
      earliest = from;
      return events.filter((placed) => placed.line < to).sort((a, b) => a.line - b.line);
    },
    close: async () => {
      await steps.return(undefined);
    },
  };
}
