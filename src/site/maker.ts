// Makes what differs of a site, as it is ordered: by Eleventy, or a few pages directly, since Eleventy takes longer to begin.
import { once } from '../shared/once.ts';
import { bytesOf, textRoom } from '../shared/text-room.ts';
import { digest } from './changes.ts';
import { areOwnTemplates } from './own-templates.ts';
import type { MadeMonth, MadePage, MonthOrder, PageOrder } from './orders.ts';
import type { MonthPages } from './month-pages.ts';
import { writePages, type SiteTask } from './site-files.ts';
import type { ChannelLives, Site } from './site.ts';
import type { Route } from './route.ts';

/** Makes parts of a site, one order at a time. Orders and what is made are plain data, so that other processes can do it. */
export interface Maker {
  /** Writes days' pages and lays down what their months tell of people; gives the months of which that is new. */
  readonly months: (orders: readonly MonthOrder[]) => Promise<readonly MadeMonth[]>;
  /** Pages of a channel are made when all its months are; `lives` is what these told of people, by slug. */
  readonly pages: (
    orders: readonly PageOrder[],
    lives: ReadonlyMap<string, ChannelLives>,
  ) => Promise<readonly MadePage[]>;
}

export interface MakerOptions {
  readonly out: string;
  /** Called after days' pages, with their count. */
  readonly onDays?: (count: number) => void;
}

/** Writes pages into a folder. */
export type Render = (task: Pick<SiteTask, 'days' | 'pages'>) => Promise<void>;

/** Writes pages of a whole site, or some beside those that stand already. */
export function renderInto(options: MakerOptions, beside: boolean): Render {
  return beside && areOwnTemplates() ? directly(options) : byEleventy(options);
}

/** Loads what writes pages through Eleventy, which takes half a second: it is at hand then. */
export async function loadEleventy(): Promise<void> {
  await import('./run-eleventy.ts');
}

/** Writes pages as they are, which is what our own templates do. */
function directly(options: MakerOptions): Render {
  return async (task) => writePages({ ...options, ...task });
}

/** Writes pages through Eleventy. It keeps every page that it makes to its end: give it so many as memory holds. */
function byEleventy(options: MakerOptions): Render {
  const room = textRoom();
  return async (task) => {
    const { runEleventy } = await import('./run-eleventy.ts');
    room.clear();
    await runEleventy({ ...options, ...task, room });
  };
}

/** Makes parts of a site. Throws for an order of what the site does not have. */
export function makerOf(site: Site, render: Render): Maker {
  const channels = new Map(site.channels.map((channel) => [channel.slug, channel]));
  const others = once(() => byPath(site.pages(() => '')));
  return {
    async months(orders) {
      const all = new Map<string, ReadonlyMap<string, MonthPages>>();
      const monthOf = ({ slug, name }: MonthOrder): MonthPages => {
        let months = all.get(slug);
        if (!months) all.set(slug, (months = byName(ordered(channels.get(slug), slug).months())));
        return ordered(months.get(name), `${slug}/${name}`);
      };
      const months = orders.map((order) => ({ ...order, month: monthOf(order) }));
      const days = months.flatMap(({ month, dates }) => {
        const wanted = new Set(dates);
        return month.days.filter(({ date }) => wanted.has(date));
      });
      if (days.length > 0) await render({ days, pages: [] });
      return months
        .filter(({ live }) => live)
        .map(({ slug, name, month }): MadeMonth => ({ slug, name, lives: month.live() }));
    },
    async pages(orders, lives) {
      const all = new Map<string, ReadonlyMap<string, Route>>();
      const routesOf = (slug: string): ReadonlyMap<string, Route> => {
        let routes = all.get(slug);
        if (!routes)
          all.set(slug, (routes = byPath(ordered(channels.get(slug), slug).pages(() => lives.get(slug) ?? new Map()))));
        return routes;
      };
      const made: MadePage[] = [];
      const differ = orders.flatMap(({ slug, path, was }) => {
        const text = ordered((slug === undefined ? others() : routesOf(slug)).get(path), path).make();
        const hash = digest(bytesOf(text));
        made.push([path, hash]);
        return hash === was ? [] : [{ path, make: () => text }];
      });
      if (differ.length > 0) await render({ days: [], pages: differ });
      return made;
    },
  };
}

const byName = (months: readonly MonthPages[]): ReadonlyMap<string, MonthPages> =>
  new Map(months.map((month) => [month.name, month]));
const byPath = (routes: readonly Route[]): ReadonlyMap<string, Route> =>
  new Map(routes.map((route) => [route.path, route]));

function ordered<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The site has no ${name}.`);
  return found;
}
