// A channel as a piece of work: what it takes and what came of it are plain data, so that another process can do it.
import type { ChannelPlan } from '../channels/plan.ts';
import type { FileIndex } from '../log-file.ts';
import type { PartHash, Parts } from '../state.ts';
import { storeChannel } from '../store.ts';
import { monthsAhead, type ChannelInput } from './channel-history.ts';
import { makeChannel, type MadeChannel } from './channel.ts';
import type { Change, Files } from './surveyed.ts';
import type { HistoryMonth } from './history-month.ts';
import { indexFiles, type IndexedFile, type IndexInput, type OnFile } from './indexes.ts';
import { partsOfMonths } from './month-book.ts';

/** A channel to make. Plain data. */
export interface ChannelJob {
  readonly plan: ChannelPlan;
  /** Changes when settings or code do that days depend on. */
  readonly key: string;
  /** What became of its files since the last build, by path. */
  readonly changes: ReadonlyMap<string, Change>;
  /** Indexes of its files that are made already, by path. */
  readonly indexes: ReadonlyMap<string, FileIndex>;
  /** How much there is to read, in bytes. */
  readonly bytes: number;
  /** What an earlier build kept of it. */
  readonly parts: readonly PartHash[];
}

/** What came of it. Plain data. */
export interface ChannelOutcome {
  readonly slug: string;
  /** False where its logs have nothing to show. */
  readonly shown: boolean;
  /** Days whose file is new or differs. */
  readonly changed: readonly string[];
  /** What settings name for privacy and was found in it. */
  readonly found: readonly string[];
  /** What is kept of it now. */
  readonly parts: readonly PartHash[];
}

export interface JobInput extends IndexInput {
  readonly store: string;
  readonly onFile?: OnFile;
  /** Hears of entries that were gathered. */
  readonly onMonth?: (entries: number) => void;
  /** Starts another process that can make months of the channel, by `doAhead`. */
  readonly ahead?: () => AheadWork;
}

/** Months of a channel, and what is kept of them. Plain data. */
export interface AheadMade {
  readonly months: readonly HistoryMonth[];
  readonly parts: readonly PartHash[];
}

/** Another process. */
export interface AheadWork {
  /** Has a channel's months made from one on. */
  readonly begin: (job: ChannelJob, from: string) => Promise<AheadMade>;
  /** Lets the process go. */
  readonly end: () => Promise<void>;
}

/** What there is to do of a channel; `key` changes when settings do that days depend on. */
export function jobOf(
  plan: ChannelPlan,
  key: string,
  { changes, indexes, news, memory }: Files,
  parts: Parts,
): ChannelJob {
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

/** Makes a channel and stores what lists tell of it. */
export async function doJob(job: ChannelJob, input: JobInput): Promise<MadeChannel> {
  const { plan, key } = job;
  const { settings, parts, store, onFile, onMonth } = input;
  // It loads while files are indexed.
  const work = input.ahead?.();
  try {
    const files = await indexFiles(plan, job, input, onFile);
    const made = await makeChannel({
      ...{ plan, files, settings, key, parts, store },
      ...(work && { ahead: aheadBy(work, job, files, parts) }),
      ...(onMonth && { onMonth }),
    });
    if (made.shown) storeChannel(store, made.shown.index);
    return made;
  } finally {
    await work?.end();
  }
}

function aheadBy(
  work: AheadWork,
  job: ChannelJob,
  files: readonly IndexedFile[],
  parts: Parts,
): NonNullable<ChannelInput['ahead']> {
  return (from) => {
    // Its files are indexed.
    const changes = new Map(files.map(({ path }) => [path, 'none'] as const));
    const made = work.begin({ ...job, changes, indexes: new Map(), parts: parts.under(job.plan.slug) }, from);
    // It may fail before it is asked for.
    made.catch(() => undefined);
    return async () => {
      const { months, parts: kept } = await made;
      parts.note(kept);
      return months;
    };
  };
}

/** Makes the months of a channel from one on, while another process makes those before it, and stores their days. */
export async function doAhead({ plan, key, ...job }: ChannelJob, from: string, input: JobInput): Promise<AheadMade> {
  const { settings, parts, store, onMonth } = input;
  const files = await indexFiles(plan, job, input);
  const months = await monthsAhead({ plan, files, settings, key, parts, store, ...(onMonth && { onMonth }) }, from);
  const made = months.map(({ name }) => name);
  const names = new Set(partsOfMonths(plan.slug, made));
  return { months, parts: parts.under(plan.slug).filter(([name]) => names.has(name)) };
}

/** What came of a channel that was made. */
export function outcomeOf({ plan, months, shown }: MadeChannel, parts: readonly PartHash[]): ChannelOutcome {
  return {
    slug: plan.slug,
    shown: shown !== undefined,
    changed: shown?.changed ?? [],
    found: [...new Set(months.flatMap(({ found }) => found))],
    parts,
  };
}
