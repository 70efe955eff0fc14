// A channel as a piece of work: what it takes and what came of it are plain data, so that another process can do it.
import type { ChannelPlan } from '../channels.ts';
import type { FileIndex } from '../log-file.ts';
import type { PartHash } from '../state.ts';
import { storeChannel } from '../store.ts';
import { makeChannel, type MadeChannel } from './channel.ts';
import type { Change } from './files.ts';
import { indexFiles, type IndexInput } from './indexes.ts';

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
  /** Hears of each file that was read, by its path, with its lines, and of entries that were gathered. */
  readonly onFile?: (path: string, lines: number) => void;
  readonly onMonth?: (entries: number) => void;
}

/** Makes a channel and stores what lists tell of it. */
export async function doJob({ plan, key, ...job }: ChannelJob, input: JobInput): Promise<MadeChannel> {
  const { settings, parts, store, onFile, onMonth } = input;
  const files = await indexFiles(plan, job, input, onFile);
  const made = await makeChannel({ plan, files, settings, key, parts, store, ...(onMonth && { onMonth }) });
  if (made.shown) storeChannel(store, made.shown.index);
  return made;
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
