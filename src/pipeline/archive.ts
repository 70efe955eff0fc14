// From an archive folder to its store: all channels, one after the other. A channel whose logs and settings are what they
// were is not looked into.
import { append } from '../shared/append.ts';
import type { ChannelPlan } from '../channels/plan.ts';
import { FORMATS } from '../formats/index.ts';
import type { Settings } from '../settings.ts';
import type { Parts, State } from '../state.ts';
import { dropChannel, storedCard, storeIndex } from '../store.ts';
import type { ArchiveIndex, ChannelCard, ChannelIndex } from '../store.ts';
import type { ChannelReport } from './channel.ts';
import { pagesPart } from './channel-memory.ts';
import {
  doJob,
  jobOf,
  outcomeOf,
  type AheadWork,
  type ChannelJob,
  type ChannelOutcome,
  type JobInput,
} from './channel-job.ts';
import { surveyFiles } from './files.ts';
import type { Files } from './surveyed.ts';
import { indexPart, type IndexInput } from './indexes.ts';
import { keysOf, settingsKey, unchangedChannels, type ChannelKept } from './kept-channels.ts';
import { listener, type OnProgress } from './listener.ts';
import { packedFiles, unpackedFiles, type PackedFiles } from './packed-files.ts';
import { unfoundOf, type Unfound } from './unfound.ts';

export type { ChannelReport } from './channel.ts';
export type { Unfound } from './unfound.ts';

/** What is kept between builds beside the parts. Plain data. */
export interface Memory {
  readonly files: PackedFiles;
  /** By slug. */
  readonly channels: Readonly<Record<string, ChannelKept>>;
}

export interface ArchiveReport {
  readonly files: Files;
  /** Those that were looked into by this process; the others are what they were, or were made elsewhere. */
  readonly channels: readonly ChannelReport[];
  readonly index: ArchiveIndex;
  /** The channel that this process made last: what asks for it need not read it. */
  readonly latest?: ChannelIndex;
  /** Slugs of channels that nobody looked into. */
  readonly unchanged: ReadonlySet<string>;
  /** Dates of the days that were stored before, by slug: of channels that were looked into, where an earlier build had them. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Days whose file is new or differs from the one stored before. */
  readonly changed: readonly { readonly slug: string; readonly date: string }[];
  readonly unfound: Unfound;
  readonly memory: Memory;
}

export interface ArchiveInput {
  readonly folder: string;
  readonly settings: Settings;
  readonly state: Omit<State<Memory>, 'save'>;
  /** Slug of a channel that is gone through even where nothing of it has changed. */
  readonly rehearsed?: string;
  readonly onProgress?: OnProgress;
  /** Makes channels by other processes, all of those that it is given or none: where that does not pay. */
  readonly elsewhere?: (
    jobs: readonly ChannelJob[],
    told: Pick<JobInput, 'onFile' | 'onMonth'>,
  ) => Promise<readonly ChannelOutcome[]>;
  /** Starts another process that can make months of a channel: of one with `worth` bytes of logs to read. */
  readonly ahead?: { readonly worth: number; readonly start: (told: Pick<JobInput, 'onMonth'>) => AheadWork };
}

/** What the archive folder has. Throws a Mistake where settings and files do not fit. */
export function surveyArchive(input: ArchiveInput): Promise<Files> {
  const { state, onProgress } = input;
  return surveyFiles({
    ...indexInput(input),
    memory: state.memory ? unpackedFiles(state.memory.files) : {},
    ...(onProgress && { onProgress }),
  });
}

function indexInput({ folder, settings, state: { parts } }: ArchiveInput): IndexInput {
  return { folder, settings, formats: FORMATS, parts };
}

/** Reads an archive folder into its store. Throws a Mistake where settings and files do not fit. */
export async function makeArchive(input: ArchiveInput, surveyed?: Files): Promise<ArchiveReport> {
  const { settings, state, onProgress, ahead } = input;
  const files = surveyed ?? (await surveyArchive(input));
  const { memory: before, parts, store } = state;
  state.begin();
  files.keep();
  const key = settingsKey(settings);
  const keys = keysOf(files, key);
  const unchanged = unchangedChannels(files, keys, before?.channels ?? {}, input.rehearsed);
  const plans = files.plan.channels.filter(({ slug }) => !unchanged.has(slug));
  const datesBefore = plans
    .filter(({ slug }) => before?.channels[slug]?.shown)
    .map(({ slug }) => [slug, storedCard(store, slug).dates] as const);
  const jobs = new Map(plans.map((plan) => [plan.slug, jobOf(plan, key, files, parts)]));
  const told = listener(plans, files, onProgress);
  const made = (await input.elsewhere?.([...jobs.values()], told)) ?? [];
  const outcomes = new Map(made.map((outcome) => [outcome.slug, outcome]));

  const reports: ChannelReport[] = [];
  let latest: ChannelIndex | undefined;
  const makeHere = async (job: ChannelJob): Promise<ChannelOutcome> => {
    const here = await doJob(job, {
      ...{ ...indexInput(input), store, ...told },
      ...(ahead && job.bytes >= ahead.worth && { ahead: () => ahead.start(told) }),
    });
    reports.push(here);
    latest = here.shown?.index ?? latest;
    return outcomeOf(here, parts.under(job.plan.slug));
  };

  // A channel may be called #__proto__.
  const channels = Object.create(null) as Record<string, ChannelKept>;
  const cards: ChannelCard[] = [];
  const changed: { slug: string; date: string }[] = [];
  for (const { slug } of files.plan.channels) {
    let kept = unchanged.get(slug);
    if (!kept) {
      const elsewhere = outcomes.get(slug);
      if (elsewhere) parts.take(slug, elsewhere.parts);
      const outcome = elsewhere ?? (await makeHere(jobs.get(slug)!));
      kept = { key: keys.get(slug) ?? '', shown: outcome.shown, found: outcome.found };
      append(
        changed,
        outcome.changed.map((date) => ({ slug, date })),
      );
    }
    channels[slug] = kept;
    if (kept.shown) cards.push(storedCard(store, slug));
  }
  for (const slug of Object.keys(before?.channels ?? {})) if (!channels[slug]?.shown) dropChannel(store, slug);
  for (const slug of parts.folders()) if (!channels[slug]?.shown) dropParts(parts, slug, channels[slug]);
  const index = archiveIndex(settings, cards);
  storeIndex(store, index);
  return {
    files,
    channels: reports,
    index,
    ...(latest && { latest }),
    before: new Map(datesBefore),
    unchanged: new Set(Object.keys(channels).filter((slug) => !jobs.has(slug))),
    changed,
    unfound: unfoundOf(settings, new Set(Object.values(channels).flatMap(({ found }) => found))),
    memory: { files: packedFiles(files.memory), channels },
  };
}

/** What the archive tells of itself, by its settings, and of its channels. */
function archiveIndex(
  { title, url, language, zone, trackers, indexed, contact }: Settings,
  channels: readonly ChannelCard[],
): ArchiveIndex {
  return {
    version: 1,
    title,
    ...(url !== undefined && { url }),
    base: url === undefined ? '/' : new URL(url).pathname,
    language,
    zone,
    channels,
    trackers,
    indexed,
    ...(contact !== undefined && { contact }),
  };
}

/** Slug of the channel that was written to last; undefined where there is none. */
export function latestChannel({ plan, memory }: Files): string | undefined {
  const written = ({ files }: ChannelPlan): number => Math.max(...files.map(({ path }) => memory[path]?.mtime ?? 0));
  return plan.channels.toSorted((a, b) => written(b) - written(a))[0]?.slug;
}

/** Drops what is kept of a channel with nothing to show but what its files are; of one that is no more, all. The site's it drops itself. */
function dropParts(parts: Parts, slug: string, kept: ChannelKept | undefined): void {
  const wanted = [pagesPart(slug), ...(kept ? [indexPart(slug)] : [])];
  for (const [part] of parts.under(slug)) if (!wanted.includes(part)) parts.drop(part);
}
