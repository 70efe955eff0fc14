// What of a site has to be made: all of it, or only what differs from the site that an earlier build left.
import { hash } from 'node:crypto';
import type { PageKeys } from './page-keys.ts';
import type { DayRoute, Route, Site } from './site.ts';

/** What a site was made from, by the paths of its pages. Plain data: it is kept between builds. */
export interface SiteMemory {
  readonly days: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  /** Hashes of all other pages. */
  readonly others: Readonly<Record<string, string>>;
}

/** A site with a note of what each of its pages shows; the note is whole when every page has been made. */
export interface NotedSite {
  readonly days: readonly DayRoute[];
  readonly pages: readonly Route[];
  readonly memory: SiteMemory;
  /** Paths of the former site that this one no longer has. */
  readonly vanished: readonly string[];
}

const digest = (text: string): string => hash('sha256', text).slice(0, 24);

/** The pages of a site that have to be made. Those that are compared by their text are made here, where there was a site before. */
export function changesOf(site: Site, keys: PageKeys, before: SiteMemory | undefined): NotedSite {
  const others: Record<string, string> = {};
  const memory: SiteMemory = { days: Object.fromEntries(keys.days), people: Object.fromEntries(keys.people), others };
  const isPerson = ({ path }: Route): boolean => keys.people.has(path);
  if (!before) {
    const noted = (route: Route): Route => ({
      ...route,
      make: () => {
        const text = route.make();
        others[route.path] = digest(text);
        return text;
      },
    });
    return {
      days: site.days,
      pages: site.pages.map((page) => (isPerson(page) ? page : noted(page))),
      memory,
      vanished: [],
    };
  }
  const pages = site.pages.flatMap((page): readonly Route[] => {
    if (isPerson(page)) return before.people[page.path] === keys.people.get(page.path) ? [] : [page];
    const text = page.make();
    others[page.path] = digest(text);
    return before.others[page.path] === others[page.path] ? [] : [{ path: page.path, make: () => text }];
  });
  const days = site.days.filter(({ path }) => before.days[path] !== keys.days.get(path));
  const now = new Set([...keys.days.keys(), ...keys.people.keys(), ...Object.keys(others)]);
  const vanishedPages = [before.days, before.people, before.others].flatMap((paths) => Object.keys(paths));
  const files = Object.keys(before.days).flatMap((path) => (keys.days.has(path) ? [] : filesOf(path)));
  return { days, pages, memory, vanished: [...vanishedPages.filter((path) => !now.has(path)), ...files] };
}

/** The files for machines beside a day's page. */
function filesOf(path: string): readonly string[] {
  const name = path.slice(0, -1);
  return [`${name}.json`, `${name}.txt`];
}
