// All pages of an archive as texts: what tests of single pages share.
import { once } from '../../src/shared/once.ts';
import { siteOf } from '../../src/site/site.ts';
import type { Archive } from '../../src/store.ts';

/** The pages of an archive whose owner wrote nothing, by their paths. */
export function pagesIn(archive: Archive): ReadonlyMap<string, string> {
  const { months, pages } = siteOf(archive, { pages: [], copies: [], problems: [], notesOf: () => new Map() });
  const days = months.flatMap((month) => month.days.map(({ path, make }) => [path, make().page] as const));
  const lives = once(() => {
    const all = new Map<string, Map<string, ReturnType<(typeof months)[number]['live']>>>();
    for (const { slug, name, live } of months) all.set(slug, (all.get(slug) ?? new Map()).set(name, live()));
    return all;
  });
  return new Map([...days, ...pages(lives).map(({ path, make }) => [path, make()] as const)]);
}
