// What a site is made from: the read side of the store, and the parts that the owner wrote.
import type { DayFile } from '../day.ts';
import type { ArchiveIndex } from '../store.ts';

export interface Archive {
  readonly index: ArchiveIndex;
  readonly readDay: (slug: string, date: string) => DayFile;
  /** The day file's bytes, as they are published. */
  readonly readDayBytes: (slug: string, date: string) => Uint8Array;
}
