// The events of a file, day by day, by its index.
import type { Placed } from '../events.ts';
import type { Zone } from '../time.ts';
import {
  BEGINNING,
  partsByDate,
  stepsFrom,
  timelineOf,
  type DayPart,
  type FileIndex,
  type LogFile,
  type Place,
} from './block.ts';

/** Reads the events of a file's days; days asked for in their order are read in one pass. */
export interface LogReader {
  /** The day's events in the file's order. */
  readonly eventsOf: (date: string) => Promise<readonly Placed[]>;
  readonly close: () => Promise<void>;
}

/** A reader of the file that the index was made of. */
export function openLog(file: LogFile, index: FileIndex, archive: Zone): LogReader {
  const { blocks } = index;
  const parts = partsByDate(index);
  const last = [...parts.keys()].reduce((latest, date) => (date > latest ? date : latest), '');
  let cursor: Cursor | undefined;
  const close = async (): Promise<void> => {
    await cursor?.close();
    cursor = undefined;
  };

  return {
    async eventsOf(date) {
      const events: Placed[] = [];
      const { start, end } = archive.dayOf(date);
      for (const { from, to } of merged(parts.get(date) ?? [])) {
        if (!cursor || !cursor.reaches(from)) {
          await cursor?.close();
          const at = file.format.document ? -1 : blocks.findLastIndex((block) => block.line <= from);
          cursor = openCursor(file, blocks[at] ?? BEGINNING, blocks[at - 1] ?? blocks[at] ?? BEGINNING);
        }
        for (const placed of await cursor.read(from, to))
          if (placed.at >= start && placed.at < end) events.push(placed);
      }
      // A channel may have a file for each of thousands of days: one that has told its last keeps nothing in hand.
      if (date === last) await close();
      return events;
    },
    close,
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
  /** Index of the first event that is not let go. */
  let first = 0;
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
    events = events.slice(first);
    first = 0;
    for (const line of step.lines) timeline.see(line.number, parse(line), step.begun);
    next = (step.lines.at(-1)?.number ?? next - 1) + 1;
  }

  return {
    reaches: (line) => line >= earliest && (file.format.document === true || line < next + 20_000),
    async read(from, to) {
      while (!ended && (timeline.heldFrom() ?? next) < to) {
        await readOn();
        first = indexOfLine(events, from, first);
      }
      first = indexOfLine(events, from, first);
      earliest = from;
      return events.slice(first, indexOfLine(events, to, first));
    },
    close: async () => {
      await steps.return(undefined);
    },
  };
}

/** Index of the first of some events, looked for from an index on, that lies at a line or after it. */
function indexOfLine(events: readonly Placed[], line: number, from: number): number {
  let index = from;
  for (let placed = events[index]; placed && placed.line < line; placed = events[index]) index += 1;
  return index;
}
