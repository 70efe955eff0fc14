// A file of a channel as what groups files, and who reads them again and again, ask of it.
import type { Placed } from '../events.ts';
import { seen, type Seen } from '../gather.ts';
import { isAfterHole } from '../hole-name.ts';
import { openLog, ownerAt, partsByDate, playedBack, type DayPart, type LogReader, type Owner } from '../log-file.ts';
import type { Zone } from '../time.ts';
import type { IndexedFile } from './indexes.ts';

interface Span {
  readonly first: number;
  readonly last: number;
}

/** What the file's blocks hold of each day, in the file's order. */
export const dayPartsOf = ({ index }: IndexedFile): readonly DayPart[] => index.blocks.flatMap((block) => block.days);

/** What the file has of a day of the archive. */
export const partsOn = (file: IndexedFile, date: string): readonly DayPart[] => partsByDate(file.index).get(date) ?? [];

/** The events of some days, file by file; a file that has nothing of any is not opened. */
export async function* eventsOn(
  files: readonly IndexedFile[],
  dates: readonly string[],
  zone: Zone,
): AsyncGenerator<readonly [date: string, events: readonly Placed[]]> {
  for (const one of files) {
    const its = dates.filter((date) => partsOn(one, date).length > 0);
    const reader = openLog(one.file, one.index, zone);
    for (const date of its) yield [date, await reader.eventsOf(date)];
    await reader.close();
  }
}

function spanOf(file: IndexedFile): Span | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const part of dayPartsOf(file)) {
    first = Math.min(first, part.first);
    last = Math.max(last, part.last);
  }
  return first === Infinity ? undefined : { first, last };
}

/** A file with what reading it again and again takes. */
export interface Source {
  readonly file: IndexedFile;
  readonly span: Span;
  readonly reader: LogReader;
  /** Its owner's nicks, by the lines that show them. */
  readonly owners: readonly Owner[];
  /** The nick that its owner had before any line shows one, where something else tells it. */
  readonly given?: string;
  /** Its owner's nick at its beginning, where something tells it. */
  readonly owner?: string;
  readonly eventsOf: (date: string) => Promise<readonly Seen[]>;
}

/** The file, opened; undefined where it has no event. */
export function sourceOf(file: IndexedFile, zone: Zone): Source | undefined {
  const span = spanOf(file);
  if (!span) return undefined;
  const reader = openLog(file.file, file.index, zone);
  const owners = file.index.blocks.flatMap((block) => block.owners);
  const { facts } = file.file;
  return givenOwner({ file, span, reader, owners }, facts.elected && owners.length > 0 ? undefined : facts.owner);
}

/** A source whose owner had a nick before any of its lines shows one. */
export function givenOwner(
  { file, span, reader, owners }: Pick<Source, 'file' | 'span' | 'reader' | 'owners'>,
  given: string | undefined,
): Source {
  const owner = ownerAt(owners, 0, given);
  const replays = file.index.blocks.some((block) => block.replays);
  return {
    file,
    span,
    reader,
    owners,
    ...(given !== undefined && { given }),
    ...(owner !== undefined && { owner }),
    async eventsOf(date) {
      const events = await reader.eventsOf(date);
      const again = replays ? playedBack(events) : undefined;
      return events.map((placed) => {
        const one = seen(placed, ownerAt(owners, placed.line, given));
        return again?.has(placed) ? { ...one, replay: true } : one;
      });
    },
  };
}

/** What a file's share in some days depends on: its lines and how they are read, whether the file begins or ends there, and whose it is. */
export function daysKey({ file, span, owners, given }: Source, dates: readonly string[]): unknown {
  const byDate = partsByDate(file.index);
  const days: unknown[] = [];
  let end = -Infinity;
  for (const date of dates) {
    const parts = byDate.get(date);
    if (!parts) continue;
    const hashes: string[] = [];
    let from = Infinity;
    let to = -Infinity;
    for (const part of parts) {
      hashes.push(part.hash);
      from = Math.min(from, part.first);
      to = Math.max(to, part.last);
      end = Math.max(end, part.to);
    }
    days.push([hashes, span.first >= from && span.first, span.last <= to && span.last]);
  }
  const shown = owners.filter((_, index) => (owners[index - 1]?.line ?? 0) < end);
  const torn = file.index.torn !== undefined && file.index.torn < end;
  return [file.index.reading, days, shown, isAfterHole(file.path), given ?? null, torn];
}
