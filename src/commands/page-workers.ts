// Pages of a large site, made by several processes: each has a core, and memory for some days at a time. What they make is
// put together in the order in which it was asked for, so that nothing depends on who is faster.
import type { WorkersInput } from '../site/build-site.ts';
import type { MadeMonth, MadePage, Maker } from '../site/maker.ts';
import type { PageOrders, PageSetup } from './page-worker.ts';
import { startWorkers } from './worker-process.ts';

/** Makes pages by other processes, until it is told that no more will come. */
export interface PageWorkers extends Maker {
  readonly end: () => Promise<void>;
}

type Made = readonly MadeMonth[] | readonly MadePage[];

/** Starts the processes. */
export function pageWorkers(
  setup: Pick<PageSetup, 'store' | 'content'>,
  { out, beside, onDays }: WorkersInput,
): PageWorkers {
  const first: PageOrders = { is: 'setup', setup: { ...setup, out, beside } };
  const workers = startWorkers<PageOrders, Made, number>({ program: 'page-worker', first, onNews: onDays });
  return {
    months: (orders) => workers.give({ is: 'months', orders }) as Promise<readonly MadeMonth[]>,
    pages: (orders, lives) => workers.give({ is: 'pages', orders, lives }) as Promise<readonly MadePage[]>,
    end: workers.end,
  };
}
