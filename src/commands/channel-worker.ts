// A process that makes channels for another: see channel-workers.ts.
import { FORMATS } from '../formats/index.ts';
import {
  doAhead,
  doJob,
  outcomeOf,
  type AheadMade,
  type ChannelJob,
  type ChannelOutcome,
  type JobInput,
} from '../pipeline/channel-job.ts';
import type { Settings } from '../settings.ts';
import { listsOf, partsIn } from '../state.ts';
import { toldOf, type ChannelTold } from './told.ts';
import { serve, tellNews } from './worker-process.ts';

/** What the process is told first. */
export interface ChannelSetup {
  readonly content: string;
  /** Those that the build began with: somebody may be writing others. */
  readonly settings: Settings;
  readonly store: string;
  readonly partsFolder: string;
}

export type ChannelOrder =
  | { readonly is: 'setup'; readonly setup: ChannelSetup }
  | { readonly is: 'channel'; readonly job: ChannelJob }
  | { readonly is: 'ahead'; readonly job: ChannelJob; readonly from: string };

/** What came of a channel, and what the build tells of it. */
export interface ChannelMade {
  readonly outcome: ChannelOutcome;
  readonly told: ChannelTold;
}

/** Files that were read, each with its lines, or entries that were gathered. */
export type ChannelNews =
  { readonly files: readonly (readonly [path: string, lines: number])[] } | { readonly entries: number };

/** Files are told of by so many: each alone would cost as much as a small one. */
const FILES_TOLD = 64;

let setup: ChannelSetup | undefined;

async function obey(order: ChannelOrder): Promise<ChannelMade | AheadMade | undefined> {
  if (order.is === 'setup') {
    ({ setup } = order);
    return undefined;
  }
  const { content: folder, settings, store, partsFolder } = setup!;
  const { job } = order;
  const parts = partsIn(partsFolder, listsOf(job.parts));
  let files: (readonly [string, number])[] = [];
  const tellFiles = (): void => {
    if (files.length > 0) tellNews<ChannelNews>({ files });
    files = [];
  };
  const input: JobInput = {
    ...{ folder, settings, formats: FORMATS, parts, store },
    onFile: (path, lines) => void (files.push([path, lines]) === FILES_TOLD && tellFiles()),
    onMonth(entries) {
      tellFiles();
      tellNews<ChannelNews>({ entries });
    },
  };
  if (order.is === 'ahead') return doAhead(job, order.from, input);
  const made = await doJob(job, input);
  tellFiles();
  return { outcome: outcomeOf(made, parts.under(job.plan.slug)), told: toldOf(made) };
}

serve(obey);
