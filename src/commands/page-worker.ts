// A process that makes pages for another: see page-workers.ts.
import { Mistake } from '../mistake.ts';
import { directMaker, eleventyMaker } from '../site/maker.ts';
import { sitePart, type MonthOrder, type PageOrder, type SitePart } from '../site/site-part.ts';
import type { MadeMonth, MadePage } from '../site/maker.ts';
import type { ChannelLives } from '../site/site.ts';
import { openStore } from '../store.ts';
import { keepHeapSmall } from './heap.ts';

/** What a worker is told first. */
export interface WorkerSetup {
  readonly store: string;
  readonly content: string;
  readonly out: string;
  /** Pages go beside those that stand already. */
  readonly beside: boolean;
}

export type Order =
  | { readonly is: 'setup'; readonly setup: WorkerSetup }
  | { readonly is: 'months'; readonly orders: readonly MonthOrder[] }
  /** `lives` come with the first order of pages. */
  | { readonly is: 'pages'; readonly orders: readonly PageOrder[]; readonly lives?: ReadonlyMap<string, ChannelLives> };

export type Answer =
  | { readonly is: 'days'; readonly count: number }
  | { readonly is: 'made'; readonly made: readonly MadeMonth[] | readonly MadePage[] }
  | { readonly is: 'mistake' | 'fault'; readonly message: string };

const answer = (one: Answer): void => void process.send?.(one);

/** Days are told of by so many: each alone would cost as much as a small day. */
const DAYS_TOLD = 16;
let days = 0;
const onDays = (count: number): void => {
  days += count;
  if (days < DAYS_TOLD) return;
  answer({ is: 'days', count: days });
  days = 0;
};

let part: SitePart | undefined;
let lives: ReadonlyMap<string, ChannelLives> = new Map();

async function obey(order: Order): Promise<void> {
  if (order.is === 'setup') {
    const { store, content, out, beside } = order.setup;
    const options = { out, onDays };
    part = sitePart(openStore(store), content, beside ? directMaker(options) : eleventyMaker(options));
    return;
  }
  if (order.is === 'pages' && order.lives) ({ lives } = order);
  const made = order.is === 'months' ? await part!.months(order.orders) : await part!.pages(order.orders, lives);
  answer({ is: 'made', made });
}

keepHeapSmall();
process.on('message', (order: Order) => {
  obey(order).catch((error: unknown) => {
    if (error instanceof Mistake) answer({ is: 'mistake', message: error.message });
    else answer({ is: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});
// Ctrl-C reaches every process of a terminal; the one that began this ends it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
