// Channels of a large archive, made by several processes: no channel asks another. What comes of them is put together in the
// order of the archive, so that nothing depends on who is faster.
import { availableParallelism } from 'node:os';
import type { ArchiveInput } from '../pipeline/archive.ts';
import type { AheadMade } from '../pipeline/channel-job.ts';
import type { ChannelMade, ChannelNews, ChannelOrder, ChannelSetup } from './channel-worker.ts';
import type { ChannelTold } from './told.ts';
import { startWorkers } from './worker-process.ts';

/** So many bytes of logs beside the largest channel's are worth the half second that a process takes to begin. */
const WORTH = 4_000_000;

/** So many bytes of logs of one channel are worth a process for their later half. */
const WORTH_TWO = 12_000_000;

/**
 * Makes channels by other processes where there is enough to do for several, `worth` bytes of logs beside the largest
 * channel's; `told` gets what the build tells of each.
 */
export function channelWorkers(
  setup: ChannelSetup,
  told: Map<string, ChannelTold>,
  worth = WORTH,
): NonNullable<ArchiveInput['elsewhere']> {
  return async (jobs, { onFile, onMonth }) => {
    const bytes = jobs.map((job) => job.bytes);
    const beside = bytes.reduce((sum, one) => sum + one, 0) - Math.max(0, ...bytes);
    if (beside < worth) return [];
    const workers = startWorkers<ChannelOrder, ChannelMade, ChannelNews>(
      {
        program: 'channel-worker',
        first: { is: 'setup', setup },
        onNews(news) {
          if ('entries' in news) onMonth?.(news.entries);
          else for (const [path, lines] of news.files) onFile?.(path, lines);
        },
      },
      jobs.length,
    );
    try {
      // The largest first, so that none is left for the end alone.
      const order = jobs.toSorted((a, b) => b.bytes - a.bytes);
      const made = await Promise.all(order.map((job) => workers.give({ is: 'channel', job })));
      for (const one of made) told.set(one.outcome.slug, one.told);
      return made.map(({ outcome }) => outcome);
    } finally {
      await workers.end();
    }
  };
}

type Ahead = NonNullable<ArchiveInput['ahead']>;

/** Makes the later months of a channel by another process, where its logs have `worth` bytes to read. */
export function aheadWorker(setup: ChannelSetup, worth = WORTH_TWO): Ahead {
  const start: Ahead['start'] = ({ onMonth }) => {
    const worker = startWorkers<ChannelOrder, AheadMade, ChannelNews>(
      {
        program: 'channel-worker',
        first: { is: 'setup', setup },
        onNews: (news) => void ('entries' in news && onMonth?.(news.entries)),
      },
      1,
    );
    return { begin: (job, from) => worker.give({ is: 'ahead', job, from }), end: worker.end };
  };
  return { worth: availableParallelism() > 1 ? worth : Infinity, start };
}
