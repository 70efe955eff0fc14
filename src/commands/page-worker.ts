// A process that makes pages for another: see page-workers.ts.
import { directMaker, eleventyMaker } from '../site/maker.ts';
import { sitePart, type MonthOrder, type PageOrder, type SitePart } from '../site/site-part.ts';
import type { MadeMonth, MadePage } from '../site/maker.ts';
import type { ChannelLives } from '../site/site.ts';
import { openStore } from '../store.ts';
import { keepHeapSmall } from './heap.ts';
import { serve, tellNews } from './worker-process.ts';

/** What the process is told first. */
export interface PageSetup {
  readonly store: string;
  readonly content: string;
  readonly out: string;
  /** Pages go beside those that stand already. */
  readonly beside: boolean;
}

export type PageOrders =
  | { readonly is: 'setup'; readonly setup: PageSetup }
  | { readonly is: 'months'; readonly orders: readonly MonthOrder[] }
  /** `lives` come with the first order of pages. */
  | { readonly is: 'pages'; readonly orders: readonly PageOrder[]; readonly lives?: ReadonlyMap<string, ChannelLives> };

/** Days are told of by so many: each alone would cost as much as a small day. */
const DAYS_TOLD = 16;
let days = 0;
const onDays = (count: number): void => {
  days += count;
  if (days < DAYS_TOLD) return;
  tellNews(days);
  days = 0;
};

let part: SitePart | undefined;
let lives: ReadonlyMap<string, ChannelLives> = new Map();

async function obey(order: PageOrders): Promise<readonly MadeMonth[] | readonly MadePage[] | undefined> {
  if (order.is === 'setup') {
    const { store, content, out, beside } = order.setup;
    const options = { out, onDays };
    part = sitePart(openStore(store), content, beside ? directMaker(options) : eleventyMaker(options));
    return undefined;
  }
  if (order.is === 'pages' && order.lives) ({ lives } = order);
  return order.is === 'months' ? part!.months(order.orders) : part!.pages(order.orders, lives);
}

keepHeapSmall();
serve(obey);
