// The index of each file that is a channel's log. What an earlier build learnt of a file that has not changed is believed; of
// one that has only grown, what is new is read.
import { join } from 'node:path';
import type { ChannelFile, ChannelPlan } from '../channels/plan.ts';
import type { FileFacts, Formats } from '../format.ts';
import { indexFile, readingOf, type FileIndex, type LogFile } from '../log-file.ts';
import type { Settings } from '../settings.ts';
import type { Parts } from '../state.ts';
import { clockEast, zoneOf, type Zone } from '../time.ts';
import type { Change, Files } from './surveyed.ts';

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

/** What indexing asks of an archive. */
export interface IndexInput {
  readonly folder: string;
  readonly settings: Settings;
  readonly formats: Formats;
  readonly parts: Parts;
}

/** Of a channel, by path. Plain data: they are kept between builds. */
export type Indexes = Readonly<Record<string, FileIndex>>;

/** The part that holds the indexes of a channel's files. */
export const indexPart = (slug: string): string => `${slug}/files`;

/** The indexes that an earlier build kept of a channel's files. */
export function keptIndexes(parts: Parts, slug: string): Indexes {
  const part = indexPart(slug);
  return parts.has(part) ? parts.read<Indexes>(part) : {};
}

/** The index of a file that has changed so since the index that is known of it was made. */
export function indexAfter(
  change: Change | undefined,
  file: LogFile,
  archive: Zone,
  known: FileIndex | undefined,
): Promise<FileIndex> | FileIndex {
  if (change === 'none' && known?.reading === readingOf(file)) return known;
  return indexFile(file, archive, change === 'other' ? undefined : known);
}

/** Hears of a file that was read, by its path, with its lines. */
export type OnFile = (path: string, lines: number) => void;

/** Indexes a channel's files, those that have changed since the last build. */
export async function indexFiles(
  { slug, files }: ChannelPlan,
  { changes, indexes }: Pick<Files, 'changes' | 'indexes'>,
  { folder, settings, formats, parts }: IndexInput,
  onFile?: OnFile,
): Promise<readonly IndexedFile[]> {
  const archive = zoneOf(settings.zone);
  const before = keptIndexes(parts, slug);
  const indexed: IndexedFile[] = [];
  for (const wanted of files) {
    const { path, log } = wanted;
    const file = await logFileOf(folder, wanted, formats, archive);
    if (!file) continue;
    const made = log ? undefined : indexes.get(path);
    const index =
      made?.reading === readingOf(file) ? made : await indexAfter(changes.get(path), file, archive, before[path]);
    const entry = log && JSON.stringify(log);
    const ahead = log?.offset;
    indexed.push({ path, file, index, ...(ahead !== undefined && { ahead }), ...(entry && { entry }) });
    onFile?.(
      path,
      index.blocks.reduce((sum, { lines }) => sum + lines, 0),
    );
  }
  parts.write(indexPart(slug), Object.fromEntries(indexed.map(({ path, index }) => [path, index])));
  return indexed;
}

/** A channel's file with how it is read; undefined where no format has the name that it was given. */
export async function logFileOf(
  folder: string,
  { path, format: name, facts, log }: ChannelFile,
  formats: Formats,
  archive: Zone,
): Promise<LogFile | undefined> {
  const format = await formats.named(name);
  return format && { path: join(folder, path), format, facts, zone: zoneFor(facts, archive, log?.zone) };
}

const HALF_DAY = 43_200;

/**
 * The zone of a file's wall clocks: the settings', else the archive's, unless that is never as far east on the file's day as its name
 * tells.
 */
function zoneFor({ date, east }: FileFacts, archive: Zone, given: string | undefined): Zone {
  if (given) return zoneOf(given);
  if (!date || east === undefined) return archive;
  const noon = Date.UTC(date.year, date.month - 1, date.day, 12) / 1000 - east;
  const isArchives = [noon - HALF_DAY, noon + HALF_DAY].some((at) => archive.offsetAt(at) === east);
  return isArchives ? archive : clockEast(east);
}
