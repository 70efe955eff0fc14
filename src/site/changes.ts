// What of a site has to be made: all of it, or only what differs from the site that an earlier build left.
import { hash } from 'node:crypto';
import type { MadeMonth, MadePage } from './maker.ts';
import type { LifeHash } from './month-lives.ts';
import type { DayPage, MonthPages } from './month-pages.ts';
import type { ChannelLives, Route } from './site.ts';
import { channelPath, dayFilePath, dayPath, peoplePath, personPath } from './urls.ts';

/** What a site was made from. Plain data: it is kept between builds. */
export interface SiteMemory {
  /** By slug and `YYYY-MM`. */
  readonly months: Readonly<Record<string, Readonly<Record<string, MonthMemory>>>>;
  /** All other pages by their paths: the key, empty where there is none, and the hash of what stands there. */
  readonly pages: Readonly<Record<string, readonly [key: string, text: string]>>;
  /** Hashes of the owner's own files, by their paths in the site. */
  readonly copies: Readonly<Record<string, string>>;
}

export interface MonthMemory {
  readonly key: string;
  /** The keys of its days, by date. */
  readonly days: Readonly<Record<string, string>>;
  readonly livesKey: string;
  readonly lives: readonly LifeHash[];
}

/** A month of which something has to be made. */
export interface MonthTask {
  readonly month: MonthPages;
  readonly days: readonly DayPage[];
  /** What it tells of people is no more what it told. */
  readonly live: boolean;
}

export interface MonthChanges {
  readonly tasks: readonly MonthTask[];
  /** What will be remembered of the months, but for the lives that the tasks make. */
  readonly memory: SiteMemory['months'];
}

/** The months of which something differs from the site before. */
export function monthChanges(months: readonly MonthPages[], before: SiteMemory | undefined): MonthChanges {
  const tasks: MonthTask[] = [];
  const memory: Record<string, Record<string, MonthMemory>> = {};
  for (const month of months) {
    const { slug, name, days, keys } = month;
    const old = before?.months[slug]?.[name];
    const [key, livesKey] = [keys.ofMonth(name), keys.ofLives(name)];
    const same = old?.key === key ? old : undefined;
    const ofDays = same ? same.days : Object.fromEntries(keys.ofDays(name));
    const differ = same ? [] : days.filter(({ date }) => old?.days[date] !== ofDays[date]);
    const live = old?.livesKey !== livesKey;
    if (differ.length > 0 || live) tasks.push({ month, days: differ, live });
    (memory[slug] ??= {})[name] = { key, days: ofDays, livesKey, lives: live ? [] : (old?.lives ?? []) };
  }
  return { tasks, memory };
}

/** The memory of months with the lives that were made. */
export function withLives(memory: SiteMemory['months'], made: readonly MadeMonth[]): SiteMemory['months'] {
  const lives = new Map(made.map((month) => [`${month.slug}/${month.name}`, month.lives]));
  const slugs = Object.entries(memory).map(([slug, months]) => {
    const own = Object.entries(months).map(([name, month]) => [
      name,
      { ...month, lives: lives.get(`${slug}/${name}`) ?? month.lives },
    ]);
    return [slug, Object.fromEntries(own)] as const;
  });
  return Object.fromEntries(slugs) as SiteMemory['months'];
}

/** What all months tell of people, by slug. */
export function livesIn(months: SiteMemory['months']): ReadonlyMap<string, ChannelLives> {
  return new Map(
    Object.entries(months).map(([slug, own]) => [
      slug,
      new Map(Object.entries(own).map(([name, { lives }]) => [name, lives])),
    ]),
  );
}

/** Hash of what stands on a page. */
export const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 16);

/** A page that may differ from what stands there. */
export interface PageTask {
  readonly path: string;
  readonly make: () => string;
  /** Hash of what stood there. */
  readonly was?: string;
}

export interface PageChanges {
  readonly tasks: readonly PageTask[];
  /** Keys of all pages, by their paths; empty where a page has none. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The pages whose key differs from that of the site before, or that have none. */
export function pageChanges(pages: readonly Route[], before: SiteMemory | undefined): PageChanges {
  const keys = new Map<string, string>();
  const tasks: PageTask[] = [];
  for (const { path, key: keyOf, make } of pages) {
    const known = before && Object.hasOwn(before.pages, path) ? before.pages[path] : undefined;
    const key = keyOf?.() ?? '';
    keys.set(path, key);
    if (!known || key === '' || known[0] !== key) tasks.push({ path, make, ...(known && { was: known[1] }) });
  }
  return { tasks, keys };
}

/** The memory of pages: those that were made by their new hashes, the others as they were. */
export function withPages(
  { keys }: PageChanges,
  made: readonly MadePage[],
  before: SiteMemory | undefined,
): SiteMemory['pages'] {
  const hashes = new Map(made);
  return Object.fromEntries(
    [...keys].map(([path, key]) => [path, [key, hashes.get(path) ?? before?.pages[path]?.[1] ?? '']]),
  );
}

/** Files of the site before, as paths, that are no more. */
export function vanishedPaths(before: SiteMemory | undefined, now: SiteMemory): readonly string[] {
  if (!before) return [];
  const days = Object.entries(before.months).flatMap(([slug, months]) =>
    Object.entries(months).flatMap(([name, { days: old }]) => {
      const its = now.months[slug]?.[name]?.days ?? {};
      return Object.keys(old).flatMap((date) => (Object.hasOwn(its, date) ? [] : filesOfDay(slug, date)));
    }),
  );
  const pages = Object.keys(before.pages).filter((path) => !Object.hasOwn(now.pages, path));
  const copies = Object.keys(before.copies).filter((path) => !Object.hasOwn(now.copies, path));
  // A day can have lost its own page and have one that leads elsewhere.
  return [...days, ...pages, ...copies].filter((path) => !Object.hasOwn(now.pages, path));
}

/** So many days' and people's pages are made again where what a line changes is. */
const FEW = 4;

/** What was remembered, but for what a line more in a channel changes, or some of it: that is made again. */
export function rehearsing({ months, pages, copies }: SiteMemory, slug: string): SiteMemory {
  const own = months[slug] ?? {};
  const name = Object.keys(own).sort().at(-1) ?? '';
  const { lives, days } = own[name] ?? { lives: [], days: {} };
  const earlier = Object.fromEntries(Object.entries(days).sort().slice(0, -FEW));
  const paths = new Set(lives.slice(0, FEW).map(([person]) => personPath(slug, person)));
  const others = peoplePath(slug);
  const stays = (path: string): boolean =>
    !path.startsWith(channelPath(slug)) || (path.startsWith(others) && path !== others && !paths.has(path));
  return {
    copies,
    months: { ...months, [slug]: { ...own, [name]: { key: '', days: earlier, livesKey: '', lives } } },
    pages: Object.fromEntries(
      Object.entries(pages).map(([path, page]) => [path, stays(path) ? page : (['', page[1]] as const)]),
    ),
  };
}

const filesOfDay = (slug: string, date: string): readonly string[] => [
  dayPath(slug, date),
  dayFilePath(slug, date, 'json'),
  dayFilePath(slug, date, 'txt'),
];
