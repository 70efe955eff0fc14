// How far the reading of an archive has come, from what its channels tell.
import type { ChannelPlan } from '../channels/plan.ts';
import type { JobInput } from './channel-job.ts';

/** Hears of a stage: what is done of it, and how much there is. */
export type OnProgress = (stage: 'survey' | 'files' | 'days', done: number, total: number) => void;

/**
 * Adds up what is told of files and months of channels, whoever makes them. Some are gathered while others are not read yet:
 * how many lines these have is guessed from their size.
 */
export function listener(
  plans: readonly Pick<ChannelPlan, 'files'>[],
  { memory }: { readonly memory: Readonly<Record<string, { readonly size: number }>> },
  onProgress?: OnProgress,
): Required<Pick<JobInput, 'onFile' | 'onMonth'>> {
  const paths = plans.flatMap(({ files }) => files.map(({ path }) => path));
  const sizeOf = (path: string): number => memory[path]?.size ?? 0;
  const size = paths.reduce((sum, path) => sum + sizeOf(path), 0);
  let [read, bytes, lines, gathered] = [0, 0, 0, 0];
  return {
    onFile(path, its) {
      [bytes, lines] = [bytes + sizeOf(path), lines + its];
      read++;
      if (gathered === 0) onProgress?.('files', read, paths.length);
    },
    onMonth(entries) {
      gathered += entries;
      // A channel's logs are all read before it is gathered.
      const all = read < paths.length ? Math.round((lines * size) / Math.max(1, bytes)) : lines;
      onProgress?.('days', gathered, all);
    },
  };
}
