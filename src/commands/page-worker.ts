// A process that makes pages for another: see page-workers.ts.
import { openSite, type MonthOrder, type PageOrder } from '../site/build-site.ts';
import { loadEleventy, makerOf, renderInto, type Maker } from '../site/maker.ts';
import type { MadeMonth, MadePage } from '../site/orders.ts';
import type { ChannelLives } from '../site/site.ts';
import { openStore } from '../store.ts';
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
  | { readonly is: 'wake'; readonly whole: boolean }
  | { readonly is: 'setup'; readonly setup: PageSetup }
  | { readonly is: 'months'; readonly orders: readonly MonthOrder[] }
  | { readonly is: 'pages'; readonly orders: readonly PageOrder[]; readonly lives: ReadonlyMap<string, ChannelLives> };

/** Days are told of by so many: each alone would cost as much as a small day. */
const DAYS_TOLD = 16;
let days = 0;
const onDays = (count: number): void => {
  days += count;
  if (days < DAYS_TOLD) return;
  tellNews(days);
  days = 0;
};

let maker: Maker | undefined;

async function obey(order: PageOrders): Promise<readonly MadeMonth[] | readonly MadePage[] | undefined> {
  if (order.is === 'wake') {
    if (order.whole) await loadEleventy();
    return undefined;
  }
  if (order.is === 'setup') {
    const { store, content, out, beside } = order.setup;
    const options = { out, onDays };
    const { site } = openSite(openStore(store), content);
    maker = makerOf(site, renderInto(options, beside));
    return undefined;
  }
  return order.is === 'months' ? maker!.months(order.orders) : maker!.pages(order.orders, order.lives);
}

serve(obey);
