// The files of an archive as a build finds them, and what is remembered of them.
import type { ArchivePlan } from '../channels/plan.ts';
import type { Refused } from '../find-logs.ts';
import type { Formats } from '../format.ts';
import type { FileIndex } from '../log-file.ts';
import type { Recognition } from '../recognise.ts';
import type { Settings } from '../settings.ts';
import type { Parts } from '../state.ts';

/** What is remembered of a file between builds. Plain data. */
export interface FileMemory {
  readonly size: number;
  readonly mtime: number;
  readonly inode: number;
  /** SHA-256 of its last 64 KiB. */
  readonly tail: string;
  /** Changes when settings do that what it was taken for depends on. */
  readonly key: string;
  readonly recognition: Recognition;
  /** Slug of the channel that it is a log of by itself. */
  readonly slug?: string;
}

/** What is known of some files, by their paths. */
export type FilesMemory = Readonly<Record<string, FileMemory>>;

/** What became of a file since the last build. */
export type Change = 'none' | 'grown' | 'other';

export interface Files {
  readonly plan: ArchivePlan;
  /** Links and folders that were not looked into, and why. */
  readonly refused: readonly Refused[];
  readonly memory: FilesMemory;
  /** What became of a file since the last build, by path. */
  readonly changes: ReadonlyMap<string, Change>;
  /** How many bytes of a file no build has read yet, by path. */
  readonly news: ReadonlyMap<string, number>;
  /** Every file is what it was, and there are no others. */
  readonly unchanged: boolean;
  /** Indexes that had to be made already, by path. */
  readonly indexes: ReadonlyMap<string, FileIndex>;
  /** Keeps what was found out about folders, when the build begins to change what is kept. */
  readonly keep: () => void;
}

export interface FilesInput {
  readonly folder: string;
  readonly settings: Settings;
  readonly formats: Formats;
  readonly memory: FilesMemory;
  readonly parts: Parts;
  /** Hears of files that were looked at, and of those that were read. */
  readonly onProgress?: (stage: 'survey' | 'files', done: number, total: number) => void;
}

/** How a file is read; what else recognition says of it (its score) may change as it grows. */
export function readingOf(recognition: Recognition): string {
  return recognition.is === 'log' ? JSON.stringify([recognition.format, recognition.facts]) : recognition.is;
}
