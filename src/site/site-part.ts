// Parts of a site that one process has made by others: what is asked for and answered is plain data, by slugs, months and paths.
import { once } from '../shared/once.ts';
import type { Archive } from '../store.ts';
import type { MonthTask, PageTask } from './changes.ts';
import type { MadeMonth, MadePage, Maker } from './maker.ts';
import { ownerFilesOf } from './owner-files.ts';
import { pathsOf } from './site-paths.ts';
import { siteOf, type ChannelLives } from './site.ts';

/** Days of a month to make, by date, and whether to lay down what the month tells of people. */
export interface MonthOrder {
  readonly slug: string;
  readonly name: string;
  readonly dates: readonly string[];
  readonly live: boolean;
}

/** A page to make, and the hash of what stood there. */
export type PageOrder = readonly [path: string, was?: string];

export const monthOrder = ({ month: { slug, name }, days, live }: MonthTask): MonthOrder => ({
  slug,
  name,
  dates: days.map(({ date }) => date),
  live,
});

export const pageOrder = ({ path, was }: PageTask): PageOrder => (was === undefined ? [path] : [path, was]);

export interface SitePart {
  readonly months: (orders: readonly MonthOrder[]) => Promise<readonly MadeMonth[]>;
  /** Pages are made when all months are; `lives` is what these told of people. */
  readonly pages: (
    orders: readonly PageOrder[],
    lives: ReadonlyMap<string, ChannelLives>,
  ) => Promise<readonly MadePage[]>;
}

/** Makes parts of the site of an archive and its folder. Throws for an order of what the site does not have. */
export function sitePart(archive: Archive, content: string, maker: Maker): SitePart {
  const known = once(() => pathsOf(archive));
  const site = siteOf(
    archive,
    ownerFilesOf(content, archive.index, (path) => known().has(path)),
  );
  const months = new Map(
    site.channels.flatMap((channel) =>
      channel.months().map((month) => [`${month.slug}/${month.name}`, month] as const),
    ),
  );
  let lives: ReadonlyMap<string, ChannelLives> = new Map();
  const pages = once(() => {
    const ofChannels = site.channels.flatMap(({ slug, pages: its }) => its(() => lives.get(slug) ?? new Map()));
    return new Map([...ofChannels, ...site.pages(() => '')].map((route) => [route.path, route]));
  });
  return {
    months: (orders) =>
      maker.months(
        orders.map(({ slug, name, dates, live }): MonthTask => {
          const month = ordered(months.get(`${slug}/${name}`), `${slug}/${name}`);
          const wanted = new Set(dates);
          return { month, days: month.days.filter(({ date }) => wanted.has(date)), live };
        }),
      ),
    pages(orders, told) {
      lives = told;
      return maker.pages(
        orders.map(([path, was]): PageTask => {
          const { make } = ordered(pages().get(path), path);
          return { path, make, ...(was !== undefined && { was }) };
        }),
      );
    },
  };
}

function ordered<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The site has no ${name}.`);
  return found;
}
