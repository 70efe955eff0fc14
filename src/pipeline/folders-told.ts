// What the logs in folders of one channel tell of each other, asked before it is settled which channel a file is of. Found
// out once for what has not changed; the indexes that it takes are those that the channel needs afterwards.
import { hash } from 'node:crypto';
import type { ExaminedFile } from '../channels/plan.ts';
import type { FileIndex } from '../log-file.ts';
import { daysAround, zoneOf } from '../time.ts';
import type { FoldersTold, Networks } from './false-networks.ts';
import { readingOf, type Files, type FilesInput } from './surveyed.ts';
import { indexAfter, keptIndexes, logFileOf, type IndexedFile, type Indexes } from './indexes.ts';
import { sameMoments } from './same-moments.ts';
import { datesToCompare, sameTalk } from './same-talk.ts';
import { dayPartsOf } from './source.ts';

/** What was found out of a channel's folders. Plain data: it is kept between builds. */
interface Found {
  readonly networks: Networks;
  /** By a key over the days of two folders that were compared: whether these hold the same talk. */
  readonly same: Readonly<Record<string, boolean>>;
}

const PART = 'folders';

/** Finds out about folders; `indexes` are those that were made for it, by path, and `keep` keeps what was found. */
export function foldersTold(
  input: FilesInput,
  { memory, changes }: Pick<Files, 'memory' | 'changes'>,
): FoldersTold & Pick<Files, 'indexes' | 'keep'> {
  const { folder, formats, parts } = input;
  const zone = zoneOf(input.settings.zone);
  /** By a key over all of a channel's logs. */
  const before = parts.has(PART) ? parts.read<Readonly<Record<string, Found>>>(PART) : {};
  const compared = new Map(Object.values(before).flatMap(({ same }) => Object.entries(same)));
  const now: Record<string, Found> = {};
  let same: Record<string, boolean> = {};
  let total = 0;
  const indexes = new Map<string, FileIndex>();
  const kept = new Map<string, Indexes>();

  function knownIndex(path: string): FileIndex | undefined {
    const slug = input.memory[path]?.slug;
    if (slug === undefined) return undefined;
    const its = kept.get(slug) ?? keptIndexes(parts, slug);
    kept.set(slug, its);
    return its[path];
  }

  async function indexed(files: readonly ExaminedFile[]): Promise<readonly IndexedFile[]> {
    const all: IndexedFile[] = [];
    for (const { path, recognition } of files) {
      const file = recognition.is === 'log' && (await logFileOf(folder, { path, ...recognition }, formats, zone));
      if (!file) continue;
      const index = indexes.get(path) ?? (await indexAfter(changes.get(path), file, zone, knownIndex(path)));
      indexes.set(path, index);
      input.onProgress?.('files', indexes.size, total);
      all.push({ path, file, index });
    }
    return all;
  }

  return {
    indexes,
    async same(one, other) {
      const [some, others] = [await indexed(one), await indexed(other)];
      const dates = datesToCompare(some, others);
      const read = [
        dayHashes(some, dates),
        dayHashes(
          others,
          dates.flatMap((date) => daysAround(date)),
        ),
      ];
      const key = hash('sha256', JSON.stringify(read));
      const found = compared.get(key);
      if (found !== undefined) return (same[key] = found);
      const isSame = (await sameTalk(some, others, dates, zone)) || (await sameMoments(some, others, dates, zone));
      return (same[key] = isSame);
    },
    async kept(files, networksKnown, find) {
      const logs = files.map(({ path, recognition }) => [path, readingOf(recognition), sizeAndEnd(memory[path])]);
      // Which days are compared depends on the zone.
      const key = hash('sha256', JSON.stringify([zone.name, networksKnown, logs]));
      const known = files.some(({ path }) => changes.get(path) === 'other') ? undefined : before[key];
      same = {};
      total += files.length;
      const { networks } = (now[key] = known ?? { networks: await find(), same });
      return networks;
    },
    keep() {
      if ([now, before].every((all) => Object.keys(all).every((key) => now[key] === before[key]))) return;
      parts.write(PART, now);
    },
  };
}

function sizeAndEnd(file: Files['memory'][string] | undefined): unknown {
  return [file?.size, file?.tail];
}

/** Changes when what some files have of some days does. */
function dayHashes(files: readonly IndexedFile[], wanted: readonly string[]): readonly string[] {
  const dates = new Set(wanted);
  return files.flatMap(dayPartsOf).flatMap(({ date, hash }) => (dates.has(date) ? [hash] : []));
}
