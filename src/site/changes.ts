// What of a site has to be made: all of it, or only what differs from the site that an earlier build left.
import { hash } from 'node:crypto';
import type { MadeMonth, MonthOrder, PageOrder } from './orders.ts';
import type { LifeHash } from './people/month-lives.ts';
import type { MonthPages } from './month-pages.ts';
import type { ChannelLives, ChannelSite } from './site.ts';
import type { Route } from './route.ts';
import { filesOfDay, peoplePath, personPath, wordsFolder, wordsPath } from './parts/urls.ts';

/** What a site was made from, but for its channels' pages. Plain data: it is kept between builds. */
export interface SiteMemory {
  /** By slug. */
  readonly channels: Readonly<Record<string, Pick<ChannelSite, 'around'> & { readonly references: string }>>;
  /** The pages of no channel alone. */
  readonly pages: PagesMemory;
  /** Hashes of the owner's own files, by their paths in the site. */
  readonly copies: Readonly<Record<string, string>>;
}

/** What a channel's pages were made from. Plain data: it is kept between builds, and read where they may differ. */
export interface ChannelPages {
  /** By `YYYY-MM`. */
  readonly months: MonthsMemory;
  readonly pages: PagesMemory;
}

/** The site before, which files will be put into. */
export interface SiteBefore {
  readonly memory: SiteMemory;
  /** Of a channel that `memory` tells of. */
  readonly pagesOf: (slug: string) => ChannelPages;
}

/** Pages by their paths: the key, empty where there is none, and the hash of what stands there. */
export type PagesMemory = Readonly<Record<string, readonly [key: string, text: string]>>;

export type MonthsMemory = Readonly<Record<string, MonthMemory>>;

export interface MonthMemory {
  readonly key: string;
  /** Its days, each date before its key, parted by blanks: most builds ask no month for them. */
  readonly days: string;
  readonly livesKey: string;
  readonly lives: readonly LifeHash[];
}

export interface MonthChanges {
  readonly orders: readonly MonthOrder[];
  /** What will be remembered of the months, but for the lives that the orders make. */
  readonly memory: MonthsMemory;
}

/** A day without a word still costs a page. */
const PAGE_SIZE = 20;

/** The months of a channel of which something differs from the site before. */
export function monthChanges(months: readonly MonthPages[], before: MonthsMemory | undefined): MonthChanges {
  const orders: MonthOrder[] = [];
  const memory: Record<string, MonthMemory> = {};
  for (const { slug, name, days, keys } of months) {
    const old = before?.[name];
    const [key, livesKey] = [keys.ofMonth(name), keys.ofLives(name)];
    const same = old?.key === key ? old : undefined;
    const ofDays = same ? undefined : keys.ofDays(name);
    const known = daysOf(ofDays && old);
    const differ = ofDays ? days.filter(({ date }) => known.get(date) !== ofDays.get(date)) : [];
    const live = old?.livesKey !== livesKey;
    if (differ.length > 0 || live) {
      const size = differ.reduce((sum, { entries }) => sum + entries + PAGE_SIZE, 0);
      orders.push({ slug, name, dates: differ.map(({ date }) => date), live, size });
    }
    memory[name] = {
      key,
      days: ofDays ? daysText(ofDays) : same!.days,
      livesKey,
      lives: live ? [] : (old?.lives ?? []),
    };
  }
  return { orders, memory };
}

/** The keys of the days of a month that is remembered, by date. */
function daysOf(month: Pick<MonthMemory, 'days'> | undefined): ReadonlyMap<string, string> {
  const words = month?.days.split(' ') ?? [];
  const keys = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) keys.set(words[at]!, words[at + 1]!);
  return keys;
}

const daysText = (keys: ReadonlyMap<string, string>): string => [...keys].flat().join(' ');

/** The memory of a channel's months with the lives that were made. */
export function withLives(memory: MonthsMemory, slug: string, made: readonly MadeMonth[]): MonthsMemory {
  const lives = new Map(made.flatMap((month) => (month.slug === slug ? [[month.name, month.lives] as const] : [])));
  return Object.fromEntries(
    Object.entries(memory).map(([name, month]) => [name, { ...month, lives: lives.get(name) ?? month.lives }]),
  );
}

/** What the months of a channel tell of people. */
export function livesIn(months: MonthsMemory): ChannelLives {
  return new Map(Object.entries(months).map(([name, { lives }]) => [name, lives]));
}

/** Hash of what stands on a page. */
export const digest = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url').slice(0, 16);

export interface PageChanges {
  readonly orders: readonly PageOrder[];
  /** Keys of all pages, by their paths; empty where a page has none. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The pages, of a channel or of none, whose key differs from that of the site before, or that have none. */
export function pageChanges(
  pages: readonly Route[],
  before: PagesMemory | undefined,
  of: Pick<PageOrder, 'slug'> = {},
): PageChanges {
  const keys = new Map<string, string>();
  const orders: PageOrder[] = [];
  for (const { path, key: keyOf } of pages) {
    const known = before && Object.hasOwn(before, path) ? before[path] : undefined;
    const key = keyOf?.() ?? '';
    keys.set(path, key);
    if (!known || key === '' || known[0] !== key) orders.push({ ...of, path, ...(known && { was: known[1] }) });
  }
  return { orders, keys };
}

/** The memory of pages: those that were made by their new hashes, the others as they were. */
export function withPages(
  { keys }: PageChanges,
  made: ReadonlyMap<string, string>,
  before: PagesMemory | undefined,
): PagesMemory {
  const pages: Record<string, PagesMemory[string]> = {};
  for (const [path, key] of keys) {
    const known = before?.[path];
    const hashed = made.get(path);
    pages[path] = known && hashed === undefined && known[0] === key ? known : [key, hashed ?? known?.[1] ?? ''];
  }
  return pages;
}

/** Paths of a channel's pages before, and of its days' files, that are no more what they were; all of them where it is gone. */
export function vanishedOf(slug: string, before: ChannelPages, now?: ChannelPages): readonly string[] {
  const days = Object.entries(before.months).flatMap(([name, old]) => {
    const month = now?.months[name];
    if (month?.days === old.days) return [];
    const its = daysOf(month);
    return [...daysOf(old).keys()].flatMap((date) => (its.has(date) ? [] : filesOfDay(slug, date)));
  });
  return [...days, ...missing(before.pages, now?.pages ?? {})];
}

/** The names that some have and others have not. */
export function missing(some: object, others: object): readonly string[] {
  return Object.keys(some).filter((name) => !Object.hasOwn(others, name));
}

/** So many days' and people's pages are made again where what a line changes is. */
const FEW = 4;

/** What was remembered of a channel, but for what a line more in it changes, or some of that: it is made again. */
export function rehearsing({ months, pages }: ChannelPages, slug: string): ChannelPages {
  const name = Object.keys(months).sort().at(-1) ?? '';
  const month = months[name];
  const earlier = daysText(new Map([...daysOf(month)].sort().slice(0, -FEW)));
  const lives = month?.lives ?? [];
  const folders = [peoplePath(slug), wordsFolder(slug)];
  const some = new Set([
    ...lives.slice(0, FEW).map(([person]) => personPath(slug, person)),
    ...[peoplePath(slug), wordsPath(slug, name)],
  ]);
  const stays = (path: string): boolean => folders.some((folder) => path.startsWith(folder)) && !some.has(path);
  return {
    months: { ...months, [name]: { key: '', days: earlier, livesKey: '', lives } },
    pages: Object.fromEntries(
      Object.entries(pages).map(([path, page]) => [path, stays(path) ? page : (['', page[1]] as const)]),
    ),
  };
}
