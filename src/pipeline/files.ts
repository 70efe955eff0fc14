// The files of an archive: what each is, and the index of each that is a channel's log. What an earlier build learnt of a
// file that has not changed, or has only grown, is believed.
import { hash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { planChannels, type ArchivePlan, type ChannelFile, type ExaminedFile } from '../channels.ts';
import { entriesFor, examine, findLogs, givenFacts } from '../find-logs.ts';
import type { LogFormat } from '../format.ts';
import { indexFile, type FileIndex, type LogFile } from '../log-file.ts';
import type { Recognition } from '../recognise.ts';
import type { Settings } from '../settings.ts';
import { zoneOf, type Zone } from '../time.ts';
import { sketchOf, withoutFalseNetworks, type Sketch } from './same-talk.ts';

/** What is remembered of a file between builds. Plain data. */
export interface FileMemory {
  readonly size: number;
  readonly mtime: number;
  readonly inode: number;
  /** SHA-256 of its last 64 KiB. */
  readonly tail: string;
  /** What it was taken for depends on these settings and formats. */
  readonly key: string;
  readonly recognition: Recognition;
  readonly index?: FileIndex;
  /** Where its folder may be a network or not: some of what is said in it. */
  readonly sketch?: Sketch;
}

export interface IndexedFile {
  /** Relative to the archive folder. */
  readonly path: string;
  readonly file: LogFile;
  readonly index: FileIndex;
  /** Seconds that its clock is known to be ahead. */
  readonly ahead?: number;
  /** The settings' entry that names it, as a key; files of one entry are one logger's. */
  readonly entry?: string;
}

export interface Files {
  readonly plan: ArchivePlan;
  /** Links and folders that were not looked into, and why. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  /** By path, for the files of channels. */
  readonly indexed: ReadonlyMap<string, IndexedFile>;
  readonly memory: Readonly<Record<string, FileMemory>>;
  /** Every file is what it was, and there are no others. */
  readonly unchanged: boolean;
}

const TAIL = 65_536;

/** Hash of the 64 KiB before a byte offset. */
function tailHash(path: string, end: number): string {
  const length = Math.min(TAIL, end);
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, length, end - length);
  } finally {
    closeSync(file);
  }
  return hash('sha256', bytes);
}

type Change = 'none' | 'grown' | 'other';

function changeOf(path: string, size: number, mtime: number, inode: number, known: FileMemory | undefined): Change {
  if (!known || size < known.size) return 'other';
  if (size === known.size && mtime === known.mtime && inode === known.inode) return 'none';
  if (tailHash(path, known.size) !== known.tail) return 'other';
  return size === known.size ? 'none' : 'grown';
}

export interface FilesInput {
  readonly folder: string;
  readonly settings: Settings;
  readonly formats: readonly LogFormat[];
  /** Changes when the code or the settings that recognition depends on do. */
  readonly key: string;
  readonly memory: Readonly<Record<string, FileMemory>>;
  /** Believe no memory: hash and read everything. */
  readonly verify?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Finds, recognises and indexes the files of an archive. Throws a Mistake where settings and files do not fit. */
export async function surveyFiles(input: FilesInput): Promise<Files> {
  const { folder, settings, formats, key } = input;
  const archive = zoneOf(settings.zone);
  const { paths, refused } = findLogs(folder, settings);
  const entries = entriesFor(settings);
  const examined: ExaminedFile[] = [];
  const memory: Record<string, FileMemory> = {};
  const changes = new Map<string, Change>();
  for (const path of paths) {
    const { size, mtimeMs: mtime, ino: inode } = statSync(join(folder, path));
    const known = input.verify ? undefined : input.memory[path];
    const own = entries(path);
    const fileKey = hash('sha256', JSON.stringify([key, own, givenFacts(folder, own[0]?.log)]));
    const change = changeOf(join(folder, path), size, mtime, inode, known?.key === fileKey ? known : undefined);
    changes.set(path, change);
    // A log that has grown is asked again what it is: its first lines decide, and there may have been too few.
    const recognition =
      known && change === 'none' ? known.recognition : await examine(folder, path, own[0]?.log, formats);
    const tail = known && change === 'none' ? known.tail : tailHash(join(folder, path), size);
    const same = known && change !== 'other' && readingOf(known.recognition) === readingOf(recognition);
    if (!same) changes.set(path, 'other');
    const index = same ? known.index : undefined;
    memory[path] = { size, mtime, inode, tail, key: fileKey, recognition, ...(index && { index }) };
    examined.push({ path, recognition, entries: own });
  }
  const sketch = async ({ path, recognition }: ExaminedFile): Promise<Sketch> => {
    const known = memory[path];
    const before = changes.get(path) === 'none' ? input.memory[path]?.sketch : undefined;
    const format = recognition.is === 'log' ? formats.find(({ name }) => name === recognition.format) : undefined;
    if (!known || recognition.is !== 'log' || !format) return [];
    const own = before ?? (await sketchOf(join(folder, path), format, recognition.facts));
    memory[path] = { ...known, sketch: own };
    return own;
  };
  const plan = planChannels(settings, await withoutFalseNetworks(examined, settings, sketch));
  const wanted = plan.channels.flatMap((channel) => channel.files);
  const indexed = new Map<string, IndexedFile>();
  for (const [done, wantedFile] of wanted.entries()) {
    input.onProgress?.(done, wanted.length);
    const { path } = wantedFile;
    const file = logFileOf(folder, wantedFile, formats, archive);
    const known = memory[path];
    if (!file || !known) continue;
    const index =
      known.index && changes.get(path) === 'none' ? known.index : await indexFile(file, archive, known.index);
    memory[path] = { ...known, index };
    const { offset } = wantedFile.log ?? {};
    const entry = wantedFile.log && JSON.stringify(wantedFile.log);
    indexed.set(path, { path, file, index, ...(offset !== undefined && { ahead: offset }), ...(entry && { entry }) });
  }
  const unchanged =
    Object.keys(input.memory).length === paths.length && paths.every((path) => changes.get(path) === 'none');
  return { plan, refused, indexed, memory, unchanged };
}

/** How a file is read; what else recognition says of it (its score) may change as it grows. */
function readingOf(recognition: Recognition): string {
  return recognition.is === 'log' ? JSON.stringify([recognition.format, recognition.facts]) : recognition.is;
}

function logFileOf(
  folder: string,
  { path, format: name, facts, log }: ChannelFile,
  formats: readonly LogFormat[],
  archive: Zone,
): LogFile | undefined {
  const format = formats.find((one) => one.name === name);
  return format && { path: join(folder, path), format, facts, zone: log?.zone ? zoneOf(log.zone) : archive };
}
