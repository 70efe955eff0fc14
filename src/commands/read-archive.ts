// The first half of a build: the archive is read into its store, by several processes where that pays; which addresses of the
// site that stands would be lost.
import { makeArchive, type ArchiveInput, type ArchiveReport, type Memory, type Unfound } from '../pipeline/archive.ts';
import type { Files } from '../pipeline/surveyed.ts';
import { slugsNow } from '../settings.ts';
import type { State } from '../state.ts';
import { openStore, type Archive } from '../store.ts';
import { aheadWorker, channelWorkers } from './channel-workers.ts';
import { lostLinks } from './lost-links.ts';
import { toldBySlug, type ChannelTold } from './told.ts';

/** What is kept of it. Plain data. */
export interface ReadMemory extends Memory {
  /** By slug. */
  readonly told: Readonly<Record<string, ChannelTold>>;
  /** Other problems show lines of logs, and are found again. */
  readonly unfound: Unfound;
}

export interface ReadContext {
  readonly state: Pick<State<unknown>, 'store' | 'partsFolder'>;
  /** What the build before told, by slug. */
  readonly told: Readonly<Record<string, ChannelTold>>;
  /** The folder of the site that stands. */
  readonly out: string;
  /** The site that stands is the one that the build before made. */
  readonly isKnown: boolean;
  /** Addresses may be lost: nobody looks for them. */
  readonly mayLose: boolean;
}

export interface ReadArchive {
  readonly archive: Archive;
  /** Slugs of channels that were not looked into. */
  readonly unchanged: ReadonlySet<string>;
  readonly changed: ArchiveReport['changed'];
  readonly memory: ReadMemory;
  /** Addresses of the site that stands which would lead nowhere. */
  readonly lost: readonly string[];
}

/** Reads the archive into its store. What is known of every month is let go then: pages read what they show. */
export async function readArchive(input: ArchiveInput, files: Files, context: ReadContext): Promise<ReadArchive> {
  const { out, isKnown, mayLose, told: toldBefore } = context;
  const { store, partsFolder } = context.state;
  const elsewhere = new Map<string, ChannelTold>();
  const setup = { content: input.folder, settings: input.settings, store, partsFolder };
  const report = await makeArchive(
    { ...input, elsewhere: channelWorkers(setup, elsewhere), ahead: aheadWorker(setup) },
    files,
  );
  const { changed, unchanged, unfound, memory } = report;
  const archive = openStore(store, report.index, report.latest);
  const slugs = slugsNow(input.settings);
  const before = isKnown && new Map([...report.before, ...[...unchanged].map((slug) => [slug, []] as const)]);
  const lost = mayLose ? [] : lostLinks({ out, archive, changed, ...(before && { before }), slugs });
  const told = toldBySlug(report, elsewhere, toldBefore);
  return { archive, changed, unchanged, lost, memory: { ...memory, told, unfound } };
}
