// Entries of the days that a build makes anew, as JSON texts in one file beside the store: written once while days are
// gathered, read when presence and day files are made. A file for each day would cost more than the entries themselves.
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Spill {
  readonly keep: (date: string, text: string) => void;
  /** The text kept of a day; undefined where there is none. */
  readonly textOf: (date: string) => string | undefined;
  /** Closes the file and takes it away. */
  readonly close: () => void;
}

/** Collected before they are written, in bytes. */
const ROOM = 1_048_576;

/** Opens an empty file at `path`, which is made when something is kept. */
export function openSpill(path: string): Spill {
  const places = new Map<string, { readonly from: number; readonly length: number }>();
  let file: number | undefined;
  let written = 0;
  let waiting: Buffer[] = [];
  let room = 0;

  function flush(): number {
    if (file === undefined) {
      mkdirSync(dirname(path), { recursive: true });
      file = openSync(path, 'w+');
    }
    const bytes = Buffer.concat(waiting);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, written + done);
    written += bytes.length;
    waiting = [];
    room = 0;
    return file;
  }

  return {
    keep(date, text) {
      const bytes = Buffer.from(text);
      places.set(date, { from: written + room, length: bytes.length });
      waiting.push(bytes);
      room += bytes.length;
      if (room > ROOM) flush();
    },
    textOf(date) {
      const place = places.get(date);
      if (!place) return undefined;
      const from = room > 0 || file === undefined ? flush() : file;
      const bytes = Buffer.allocUnsafe(place.length);
      for (let done = 0; done < place.length;)
        done += readSync(from, bytes, done, place.length - done, place.from + done);
      return bytes.toString('utf8');
    },
    close() {
      if (file !== undefined) closeSync(file);
      rmSync(path, { force: true });
    },
  };
}
