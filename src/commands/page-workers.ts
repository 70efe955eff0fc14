// Pages of a large site, made by several processes: each has a core, and memory for some days at a time. What they make is
// put together in the order in which it was asked for, so that nothing depends on who is faster.
import type { WorkersInput } from '../site/build-site.ts';
import type { Maker } from '../site/maker.ts';
import type { MadeMonth, MadePage } from '../site/orders.ts';
import type { PageOrders, PageSetup } from './page-worker.ts';
import { startWorkers } from './worker-process.ts';

/** Makes pages by other processes, until it is told that no more will come. */
export interface PageWorkers extends Maker {
  readonly end: () => Promise<void>;
}

/** Processes that wait for the site whose pages they will make. */
export interface WaitingPageWorkers {
  readonly begin: (setup: Pick<PageSetup, 'store' | 'content'>, input: WorkersInput) => PageWorkers;
  readonly end: () => Promise<void>;
}

type Made = readonly MadeMonth[] | readonly MadePage[];

/** So many bytes of logs make a large site. */
const WORTH = 12_000_000;

/** Starts the processes; `whole` where they will make a whole site, by what takes long to load. */
export function startPageWorkers(whole: boolean): WaitingPageWorkers {
  let hear: WorkersInput['onDays'];
  const first: PageOrders = { is: 'wake', whole };
  const onNews = (days: number): void => hear?.(days);
  const workers = startWorkers<PageOrders, Made, number>({ program: 'page-worker', first, onNews });
  return {
    begin(setup, { out, beside, onDays }) {
      hear = onDays;
      workers.tell({ is: 'setup', setup: { ...setup, out, beside } });
      return {
        months: (orders) => workers.give({ is: 'months', orders }) as Promise<readonly MadeMonth[]>,
        pages: (orders, lives) => workers.give({ is: 'pages', orders, lives }) as Promise<readonly MadePage[]>,
        end: workers.end,
      };
    },
    end: workers.end,
  };
}

/** Starts the processes for a whole site of so many bytes of logs, where it will be large: they load while these are read. */
export function pageWorkersAhead(bytes: number): WaitingPageWorkers | undefined {
  return bytes < WORTH ? undefined : startPageWorkers(true);
}
