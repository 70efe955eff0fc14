// The files of an archive: what each is, and the index of each that is a channel's log. What an earlier build learnt of a
// file that has not changed, or has only grown, is believed.
import { hash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { planChannels, type ArchivePlan, type ChannelFile, type ChannelPlan, type ExaminedFile } from '../channels.ts';
import { entriesFor, examine, findLogs, givenFacts } from '../find-logs.ts';
import type { LogFormat } from '../format.ts';
import { indexFile, type FileIndex, type LogFile } from '../log-file.ts';
import type { Recognition } from '../recognise.ts';
import type { Settings } from '../settings.ts';
import { pooled } from '../shared/pooled.ts';
import type { Parts } from '../state.ts';
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
  readonly memory: Readonly<Record<string, FileMemory>>;
  /** What became of a file since the last build, by path. */
  readonly changes: ReadonlyMap<string, Change>;
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

export type Change = 'none' | 'grown' | 'other';

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
  readonly parts: Parts;
  /** Believe no memory: hash and read everything. */
  readonly verify?: boolean;
}

/** Finds and recognises the files of an archive. Throws a Mistake where settings and files do not fit. */
export async function surveyFiles(input: FilesInput): Promise<Files> {
  const { folder, settings, formats, key } = input;
  const { paths, refused } = findLogs(folder, settings);
  const entries = entriesFor(settings);
  const firsts = new Map<string, Promise<Recognition>>();
  /** What a file is; the first of those whose paths differ in numbers only helps with the others. */
  const recognised = (path: string, known: Recognition | undefined): Promise<Recognition> => {
    const kind = path.replace(/\d+/g, '0');
    const first = firsts.get(kind);
    const own = async (): Promise<Recognition> =>
      known ?? examine(folder, path, entries(path)[0]?.log, formats, await first);
    const its = own();
    if (!first) firsts.set(kind, its);
    return its;
  };
  const looked = await pooled(paths, AT_ONCE, async (path) => {
    const { size, mtimeMs: mtime, ino: inode } = statSync(join(folder, path));
    const known = input.verify ? undefined : input.memory[path];
    const own = entries(path);
    const fileKey = hash('sha256', JSON.stringify([key, own, givenFacts(folder, own[0]?.log)]));
    const change = changeOf(join(folder, path), size, mtime, inode, known?.key === fileKey ? known : undefined);
    // A log that has grown is asked again what it is: its first lines decide, and there may have been too few.
    const settled = known && (change === 'none' || (change === 'grown' && known.size > DECIDED));
    const recognition = await recognised(path, settled ? known.recognition : undefined);
    const tail = known && change === 'none' ? known.tail : tailHash(join(folder, path), size);
    const other = known && change !== 'other' && readingOf(known.recognition) !== readingOf(recognition);
    const memory: FileMemory = { size, mtime, inode, tail, key: fileKey, recognition };
    return { path, memory, entries: own, change: other ? 'other' : change };
  });
  const memory = Object.fromEntries(looked.map((file) => [file.path, file.memory]));
  const changes = new Map(looked.map(({ path, change }) => [path, change]));
  const examined = looked.map(({ path, memory: { recognition }, entries: own }): ExaminedFile => {
    return { path, recognition, entries: own };
  });
  const sketched = sketches(input, changes);
  const plan = planChannels(settings, await withoutFalseNetworks(examined, settings, sketched.of));
  sketched.keep();
  const unchanged =
    Object.keys(input.memory).length === paths.length && paths.every((path) => changes.get(path) === 'none');
  return { plan, refused, memory, changes, unchanged };
}

/** So many files are looked into at once: most of the time goes by until the disk answers. */
const AT_ONCE = 6;

/** A file of more bytes is recognised by a part of it that does not grow: see `readSample`. */
const DECIDED = 4_194_304;

const SKETCHES = 'sketches';

/** Gives some of what is said in a file, and keeps it: it is asked for where a folder may be a network or not. */
function sketches({ folder, formats, parts }: FilesInput, changes: ReadonlyMap<string, Change>) {
  let kept: Record<string, Sketch> | undefined;
  let news = false;
  const known = (): Record<string, Sketch> =>
    (kept ??= parts.has(SKETCHES) ? parts.read<Record<string, Sketch>>(SKETCHES) : {});
  return {
    async of({ path, recognition }: ExaminedFile): Promise<Sketch> {
      const format = recognition.is === 'log' ? formats.find(({ name }) => name === recognition.format) : undefined;
      if (recognition.is !== 'log' || !format) return [];
      const old = changes.get(path) === 'none' ? known()[path] : undefined;
      if (old) return old;
      news = true;
      return (known()[path] = await sketchOf(join(folder, path), format, recognition.facts));
    },
    keep() {
      const now = Object.entries(kept ?? {}).filter(([path]) => changes.has(path));
      if (news) parts.write(SKETCHES, Object.fromEntries(now));
    },
  };
}

/** How a file is read; what else recognition says of it (its score) may change as it grows. */
function readingOf(recognition: Recognition): string {
  return recognition.is === 'log' ? JSON.stringify([recognition.format, recognition.facts]) : recognition.is;
}

/** The part that holds the indexes of a channel's files, by their paths. */
export const indexPart = (slug: string): string => `${slug}/files`;

/** Indexes a channel's files, those that have changed since the last build; `onFile` hears of each with its lines. */
export async function indexFiles(
  { slug, files }: ChannelPlan,
  { changes }: Files,
  { folder, settings, formats, parts }: FilesInput,
  onFile?: (lines: number) => void,
): Promise<readonly IndexedFile[]> {
  const archive = zoneOf(settings.zone);
  const part = indexPart(slug);
  const before = parts.has(part) ? parts.read<Readonly<Record<string, FileIndex>>>(part) : {};
  const indexed: IndexedFile[] = [];
  for (const wanted of files) {
    const { path, log } = wanted;
    const file = logFileOf(folder, wanted, formats, archive);
    if (!file) continue;
    const change = changes.get(path);
    const known = change === 'other' ? undefined : before[path];
    const index = known && change === 'none' ? known : await indexFile(file, archive, known);
    const entry = log && JSON.stringify(log);
    const ahead = log?.offset;
    indexed.push({ path, file, index, ...(ahead !== undefined && { ahead }), ...(entry && { entry }) });
    onFile?.(index.blocks.reduce((sum, { lines }) => sum + lines, 0));
  }
  parts.write(part, Object.fromEntries(indexed.map(({ path, index }) => [path, index])));
  return indexed;
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
