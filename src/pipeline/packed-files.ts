// What is known of files, as it is kept between builds. An archive may have a log for each day of each channel, and every
// build reads all of this: what files have in common is kept once, and of each only what is its own.
import type { CalendarDate } from '../format.ts';
import type { FileMemory, FilesMemory } from './surveyed.ts';

/** What many files have in common; where their names tell dates, without its date. */
type Kind = Pick<FileMemory, 'key' | 'recognition' | 'slug'>;

type Row = readonly [
  path: string,
  size: number,
  mtime: number,
  inode: number,
  tail: string,
  /** Place of its kind. */
  kind: number,
  ...date: readonly [] | readonly [year: number, month: number, day: number],
];

/** Some files. Plain data. */
export interface PackedFiles {
  /** Each once. */
  readonly kinds: readonly Kind[];
  readonly rows: readonly Row[];
}

/** Packs what is known of files. */
export function packedFiles(files: FilesMemory): PackedFiles {
  const places = new Map<string, number>();
  const kinds: Kind[] = [];
  const rows = Object.entries(files).map(([path, file]): Row => {
    const { size, mtime, inode, tail } = file;
    const date = dateOf(file);
    const kind = kindOf(file, date && NO_DATE);
    const text = JSON.stringify(kind);
    let place = places.get(text);
    if (place === undefined) {
      place = kinds.push(kind) - 1;
      places.set(text, place);
    }
    return [
      path,
      size,
      mtime,
      inode,
      tail,
      place,
      ...(date ? ([date.year, date.month, date.day] as const) : ([] as const)),
    ];
  });
  return { kinds, rows };
}

/** What was packed. */
export function unpackedFiles({ kinds, rows }: PackedFiles): FilesMemory {
  const files: Record<string, FileMemory> = {};
  for (const [path, size, mtime, inode, tail, place, year, month, day] of rows) {
    const kind = kinds[place]!;
    const date = year === undefined || month === undefined || day === undefined ? undefined : { year, month, day };
    files[path] = { size, mtime, inode, tail, ...(date ? kindOf(kind, date) : kind) };
  }
  return files;
}

const NO_DATE: CalendarDate = { year: 0, month: 0, day: 0 };

function dateOf({ recognition }: Kind): CalendarDate | undefined {
  return recognition.is === 'log' ? recognition.facts.date : undefined;
}

/** What a file has in common with others, with another date in the place of its own. */
function kindOf({ key, recognition, slug }: Kind, date: CalendarDate | undefined): Kind {
  const dated =
    date === undefined || recognition.is !== 'log'
      ? recognition
      : {
          ...recognition,
          facts: { ...recognition.facts, date },
          ...(recognition.opening && { opening: { ...recognition.opening, date } }),
        };
  return { key, recognition: dated, ...(slug !== undefined && { slug }) };
}
