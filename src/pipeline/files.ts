// The files of an archive, and what each is. What an earlier build learnt of a file that has not changed, or has only grown,
// is believed.
import { hash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { planChannels } from '../channels.ts';
import { settledByNeighbours } from '../channels/neighbours.ts';
import type { ArchivePlan, ExaminedFile } from '../channels/plan.ts';
import { entriesFor, examine, examineFurther, findLogs, givenFacts, type Entry, type Opened } from '../find-logs.ts';
import type { Recognition } from '../recognise.ts';
import { copyWithout } from '../shared/copy.ts';
import { withoutFalseNetworks } from './false-networks.ts';
import { foldersTold } from './folders-told.ts';
import { readingOf, type Change, type FileMemory, type Files, type FilesInput } from './surveyed.ts';

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

function changeOf(path: string, size: number, mtime: number, inode: number, known: FileMemory | undefined): Change {
  if (!known || size < known.size) return 'other';
  if (size === known.size && mtime === known.mtime && inode === known.inode) return 'none';
  // One that only grows is written to when its size changes. This was written into, and its end does not tell where.
  if (size === known.size && mtime !== known.mtime && size > TAIL) return 'other';
  if (tailHash(path, known.size) !== known.tail) return 'other';
  return size === known.size ? 'none' : 'grown';
}

/** A file as this build finds it. */
interface Looked extends Pick<ExaminedFile, 'path' | 'entries'> {
  readonly memory: FileMemory;
  readonly change: Change;
  /** Bytes that no build has read yet. */
  readonly news: number;
}

/** Looks at files, given by their paths, one after the other: what each is may tell what the next one is. */
function lookerAt(input: FilesInput): (path: string) => Promise<Looked> {
  const { folder, settings, formats } = input;
  const entries = entriesFor(settings);
  /** By paths without their numbers: one of them, of those the surest, which helps with what the others are. */
  const surest = new Map<string, Recognition>();
  const recognised = async (path: string, change: Change, known: FileMemory | undefined): Promise<Recognition> => {
    const kind = path.replace(/\d+/g, '0');
    const its = believed(change, known) ?? (await recognisedAnew(path, change, known, surest.get(kind)));
    const before = surest.get(kind);
    if (!before || isSurer(its, before)) surest.set(kind, its);
    return its;
  };
  const recognisedAnew = async (
    path: string,
    change: Change,
    known: FileMemory | undefined,
    like: Recognition | undefined,
  ): Promise<Recognition> => {
    const log = entries(path)[0]?.log;
    const grown = change === 'grown' ? known?.recognition : undefined;
    if (grown && isOpened(grown)) return examineFurther(folder, path, log, formats, grown);
    return withoutClaims(await examine(folder, path, log, formats, like, grown));
  };
  /** What a file is taken for depends on, by the settings' entries that name it. */
  const keys = new Map<string, string>();
  const keyFor = (own: readonly Entry[]): string => {
    const text = JSON.stringify(own);
    const its = keys.get(text) ?? hash('sha256', JSON.stringify([settings.zone, own, givenFacts(folder, own[0]?.log)]));
    keys.set(text, its);
    return its;
  };
  return async (path) => {
    const { size, mtimeMs: mtime, ino: inode } = statSync(join(folder, path));
    const known = input.memory[path];
    const own = entries(path);
    const fileKey = keyFor(own);
    const change = changeOf(join(folder, path), size, mtime, inode, known?.key === fileKey ? known : undefined);
    const recognition = await recognised(path, change, known);
    if (known && change === 'none' && known.mtime === mtime && known.inode === inode)
      return { path, memory: known, entries: own, change, news: 0 };
    const tail = known && change === 'none' ? known.tail : tailHash(join(folder, path), size);
    const otherwise = known && change !== 'other' && readingOf(known.recognition) !== readingOf(recognition);
    const memory: FileMemory = { size, mtime, inode, tail, key: fileKey, recognition };
    const now = otherwise ? 'other' : change;
    return { path, memory, entries: own, change: now, news: known && now !== 'other' ? size - known.size : size };
  };
}

/** Finds and recognises the files of an archive. Throws a Mistake where settings and files do not fit. */
export async function surveyFiles(input: FilesInput): Promise<Files> {
  const { folder, settings } = input;
  const { paths, refused } = findLogs(folder, settings);
  const look = lookerAt(input);
  const looked: Looked[] = [];
  for (const path of paths) {
    looked.push(await look(path));
    input.onProgress?.('survey', looked.length, paths.length);
  }
  const memory = Object.fromEntries(looked.map((file) => [file.path, file.memory]));
  const changes = new Map(looked.map(({ path, change }) => [path, change]));
  const examined = looked.map(({ path, memory: { recognition }, entries: own }): ExaminedFile => {
    return { path, recognition, entries: own };
  });
  const told = foldersTold(input, { memory, changes });
  const settled = settledByNeighbours(examined);
  const plan = planChannels(settings, await withoutFalseNetworks(settled, settings, told));
  const unchanged =
    Object.keys(input.memory).length === paths.length && paths.every((path) => changes.get(path) === 'none');
  return {
    plan,
    refused,
    memory: withChannels(memory, plan),
    changes,
    news: new Map(looked.map(({ path, news }) => [path, news])),
    unchanged,
    indexes: told.indexes,
    keep: told.keep,
  };
}

/** What is remembered of files, with the channels that they are of by themselves. */
function withChannels(memory: Files['memory'], { channels }: ArchivePlan): Files['memory'] {
  const slugs = new Map(
    channels.flatMap(({ slug, files }) => files.flatMap(({ path, log }) => (log ? [] : [[path, slug] as const]))),
  );
  // Few files are new: an archive may have a log for each day.
  const moved = Object.entries(memory).filter(([path, file]) => slugs.get(path) !== file.slug);
  if (moved.length === 0) return memory;
  const channelled = moved.map(([path, file]) => {
    const slug = slugs.get(path);
    return [path, slug === undefined ? copyWithout(file, 'slug') : { ...file, slug }] as const;
  });
  return { ...memory, ...Object.fromEntries(channelled) };
}

/** True for a log of which fewer formats come into question. */
function isSurer(one: Recognition, other: Recognition): boolean {
  return one.is === 'log' && (other.is !== 'log' || one.near.length < other.near.length);
}

/** What a file was taken for, as it is kept. */
function withoutClaims(recognition: Recognition): Recognition {
  return recognition.is === 'log' ? copyWithout(recognition, 'claims') : recognition;
}

/** A text of more bytes is recognised by a part of it that does not grow: see `readSample`. */
const DECIDED = 4_194_304;

/** What an earlier build took a file for, where it still is that. */
function believed(change: Change, known: FileMemory | undefined): Recognition | undefined {
  return known && (change === 'none' || (change === 'grown' && isSettled(known))) ? known.recognition : undefined;
}

/** True where a file is what it was taken for, however it grows. */
function isSettled({ size, recognition }: FileMemory): boolean {
  if (recognition.is === 'log') return recognition.settled === true;
  // What speaks for each format may be settled by any line.
  return recognition.is !== 'unsure' && size > DECIDED;
}

function isOpened(recognition: Recognition): recognition is Opened {
  return recognition.is === 'log' && recognition.opening !== undefined;
}
