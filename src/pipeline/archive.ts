// From an archive folder to its store: all channels, one after the other. A channel whose logs and settings are what they
// were is not looked into.
import { append } from '../shared/append.ts';
import { hash } from 'node:crypto';
import type { ChannelPlan } from '../channels.ts';
import { FORMATS } from '../formats/index.ts';
import { markOf, nicksBeside } from '../privacy.ts';
import type { Settings } from '../settings.ts';
import type { Parts, State } from '../state.ts';
import { dropChannel, storedCard, storeIndex } from '../store.ts';
import type { ArchiveIndex, ChannelCard, ChannelIndex } from '../store.ts';
import type { ChannelReport } from './channel.ts';
import { pagesPart } from './channel-memory.ts';
import {
  doJob,
  outcomeOf,
  type AheadWork,
  type ChannelJob,
  type ChannelOutcome,
  type JobInput,
} from './channel-job.ts';
import { surveyFiles, type Files } from './files.ts';
import { indexPart, type IndexInput } from './indexes.ts';
import { listener, type OnProgress } from './listener.ts';
import { packedFiles, unpackedFiles, type PackedFiles } from './packed-files.ts';

export type { ChannelReport } from './channel.ts';

/** What is kept between builds beside the parts. Plain data. */
export interface Memory {
  readonly files: PackedFiles;
  /** By slug. */
  readonly channels: Readonly<Record<string, ChannelKept>>;
}

interface ChannelKept {
  /** Changes when anything does that the channel is made from. */
  readonly key: string;
  /** False where its logs have nothing to show. */
  readonly shown: boolean;
  /** What settings name for privacy and was found in it. */
  readonly found: readonly string[];
}

/** What settings name for privacy and no day has, as they write it, and what they may have left out. Plain data. */
export interface Unfound {
  readonly remove: readonly string[];
  /** Nicks. */
  readonly people: readonly string[];
  /** Nicks that are shown, though somebody who is not to be named had them before or after. */
  readonly beside: readonly string[];
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
  readonly verify?: boolean;
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
  const { state, settings, verify, onProgress } = input;
  return surveyFiles({
    ...indexInput(input),
    key: settings.zone,
    memory: state.memory ? unpackedFiles(state.memory.files) : {},
    ...(verify && { verify: true }),
    ...(onProgress && { onProgress }),
  });
}

function indexInput({ folder, settings, state: { parts } }: ArchiveInput): IndexInput {
  return { folder, settings, formats: FORMATS, parts };
}

/** Reads an archive folder into its store. Throws a Mistake where settings and files do not fit. */
export async function makeArchive(input: ArchiveInput, surveyed?: Files): Promise<ArchiveReport> {
  const { settings, state, onProgress } = input;
  const files = surveyed ?? (await surveyArchive(input));
  const key = settingsKey(settings);
  const { memory: before, parts, store } = state;
  state.begin();
  files.keep();
  const reports: ChannelReport[] = [];
  let latest: ChannelIndex | undefined;
  const cards: ChannelCard[] = [];
  const changed: { slug: string; date: string }[] = [];
  // A channel may be called #__proto__.
  const channels = Object.create(null) as Record<string, ChannelKept>;
  const keys = new Map(
    files.plan.channels.map((plan) => [plan.slug, hash('sha256', JSON.stringify([key, plan, stampsOf(plan, files)]))]),
  );
  const unchanged = ({ slug, files: own }: ChannelPlan): ChannelKept | undefined => {
    const known = input.verify || slug === input.rehearsed ? undefined : before?.channels[slug];
    // A log may have been changed in its middle, and end as before.
    return known?.key === keys.get(slug) && own.every(({ path }) => files.changes.get(path) === 'none')
      ? known
      : undefined;
  };
  const plans = files.plan.channels.filter((plan) => !unchanged(plan));
  const datesBefore = plans
    .filter(({ slug }) => before?.channels[slug]?.shown)
    .map(({ slug }) => [slug, storedCard(store, slug).dates] as const);
  const jobs = new Map(plans.map((plan) => [plan.slug, jobOf(plan, key, files, parts)]));
  const told = listener(plans, files, onProgress);
  const made = (await input.elsewhere?.([...jobs.values()], told)) ?? [];
  const outcomes = new Map(made.map((outcome) => [outcome.slug, outcome]));
  for (const plan of files.plan.channels) {
    const { slug } = plan;
    const same = unchanged(plan);
    if (same) {
      channels[slug] = same;
      if (same.shown) cards.push(storedCard(store, slug));
      continue;
    }
    let outcome = outcomes.get(slug);
    if (outcome) parts.take(slug, outcome.parts);
    else {
      const job = jobs.get(slug)!;
      const { ahead } = input;
      const here = await doJob(job, {
        ...{ ...indexInput(input), store, ...told },
        ...(ahead && job.bytes >= ahead.worth && { ahead: () => ahead.start(told) }),
      });
      reports.push(here);
      latest = here.shown?.index ?? latest;
      outcome = outcomeOf(here, parts.under(slug));
    }
    if (outcome.shown) cards.push(storedCard(store, slug));
    channels[slug] = { key: keys.get(slug) ?? '', shown: outcome.shown, found: outcome.found };
    append(
      changed,
      outcome.changed.map((date) => ({ slug, date })),
    );
  }
  for (const slug of Object.keys(before?.channels ?? {})) if (!channels[slug]?.shown) dropChannel(store, slug);
  for (const slug of parts.folders()) if (!channels[slug]?.shown) dropParts(parts, slug, channels[slug]);
  const index: ArchiveIndex = {
    version: 1,
    title: settings.title,
    ...(settings.url !== undefined && { url: settings.url }),
    base: settings.url === undefined ? '/' : new URL(settings.url).pathname,
    language: settings.language,
    zone: settings.zone,
    channels: cards,
    trackers: settings.trackers,
    indexed: settings.indexed,
    ...(settings.contact !== undefined && { contact: settings.contact }),
  };
  storeIndex(store, index);
  const found = new Set(Object.values(channels).flatMap((channel) => channel.found));
  const nicks = settings.privacy.people.flatMap((person) => person.nicks);
  const unfound = {
    remove: settings.privacy.remove.filter((address) => !found.has(address)),
    people: [...new Set(nicks)].filter((nick) => !found.has(markOf(nick))),
    beside: nicksBeside(found),
  };
  return {
    files,
    channels: reports,
    index,
    ...(latest && { latest }),
    before: new Map(datesBefore),
    unchanged: new Set(Object.keys(channels).filter((slug) => !jobs.has(slug))),
    changed,
    unfound,
    memory: { files: packedFiles(files.memory), channels },
  };
}

function jobOf(plan: ChannelPlan, key: string, { changes, indexes, news, memory }: Files, parts: Parts): ChannelJob {
  const paths = plan.files.map(({ path }) => path);
  const own = <T>(all: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map(
      paths.flatMap((path) => {
        const its = all.get(path);
        return its === undefined ? [] : [[path, its] as const];
      }),
    );
  const sum = (of: (path: string) => number | undefined): number =>
    paths.reduce((all, path) => all + (of(path) ?? 0), 0);
  // Where no log has news, settings have, and all of it is gathered anew.
  const bytes = sum((path) => news.get(path)) || sum((path) => memory[path]?.size);
  return { plan, key, changes: own(changes), indexes: own(indexes), bytes, parts: parts.under(plan.slug) };
}

/** Slug of the channel that was written to last; undefined where there is none. */
export function latestChannel({ plan, memory }: Files): string | undefined {
  const written = ({ files }: ChannelPlan): number => Math.max(...files.map(({ path }) => memory[path]?.mtime ?? 0));
  return plan.channels.toSorted((a, b) => written(b) - written(a))[0]?.slug;
}

/** Changes when one of a channel's files does. */
function stampsOf(plan: ChannelPlan, { memory }: Files): unknown {
  return plan.files.map(({ path }) => [memory[path]?.size, memory[path]?.tail]);
}

/** Drops what is kept of a channel with nothing to show but what its files are; of one that is no more, all. The site's it drops itself. */
function dropParts(parts: Parts, slug: string, kept: ChannelKept | undefined): void {
  const wanted = [pagesPart(slug), ...(kept ? [indexPart(slug)] : [])];
  for (const [part] of parts.under(slug)) if (!wanted.includes(part)) parts.drop(part);
}

/** Changes when settings do that days depend on, whatever their channel. */
function settingsKey({ zone, formerZones, privacy, relays, people, trackers, channels }: Settings): string {
  const plain = (_: string, value: unknown): unknown => (value instanceof RegExp ? String(value) : value);
  // A line is taken out by the slug that its channel has or had.
  const slugs = privacy.remove.length > 0 && channels.map(({ name, slug, formerSlugs }) => [name, slug, formerSlugs]);
  return hash('sha256', JSON.stringify([zone, formerZones, privacy, relays, people, trackers, slugs], plain));
}
