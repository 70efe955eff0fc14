// When to look for an address: a day's page without the line, `at/` with a moment, the page for what is not there.
//
//   at/?2013-10-02T14:29   at/?20131002   at/?2013-10-02T19:29Z   at/?1380742174   at/?date=2013-10-02#l51
//   /old-slug/2013-10-02/#t142934g07q   /xpmem/2013/10/02/#t14:29:34   /xpmem/2013-10-05/
import { FORMER, find, followList, goTo, notice, showNotice } from './find.ts';
import { decoded, facts, fragment, on, one, pathname } from './page.ts';

const DATE = /(\d{4})[-/]?(\d\d)[-/]?(\d\d)/;

/** `at/?…`: a moment of the archive's clock or, with `Z` or an offset, of another; or in epoch seconds. */
async function findMoment(slug: string): Promise<void> {
  const asked = decoded(location.search).replace(/^\?(\w+=)?/, '');
  if (!asked) return;
  const epoch = /T.*[Z+-]/.test(asked) ? Date.parse(asked) / 1000 : Number(asked);
  // Of fewer digits it is a date, as 20131002.
  if (epoch > 1e8) return find(slug, '', String(epoch));
  // What names no day throws, and that is told.
  const [day, ...date] = DATE.exec(asked)!;
  const clock = asked.slice(day.length).replace(/\D/g, '');
  await find(slug, date.join('-'), fragment() || (clock && `t${clock}`));
}

/** The page for what is not there: a former slug, a date without a page, another archive's path. */
async function findPage(slugs: string): Promise<void> {
  if (await followList()) return;
  const [, slug, rest = ''] = /^([^/]+)\/?(.*)/.exec(decoded(pathname.slice(facts.base.length))) ?? [];
  const now = slugs.split(' ').map((one) => one.split(':'));
  const of = now.find(([one]) => one === slug)?.at(-1);
  const [, ...date] = DATE.exec(rest) ?? [];
  if (of && date[0]) await find(of, date.join('-'), fragment());
  else if (of && of !== slug) goTo(`${facts.base}${of}/${rest}${location.search}${location.hash}`);
}

async function findLine(slug: string, day: string): Promise<void> {
  const id = fragment();
  const target = document.getElementById(id);
  // A line that lies on another day since a clock was corrected.
  const away = target?.matches('.away') && one<HTMLAnchorElement>('a:last-child', target);
  if (away) goTo(away.href, FORMER);
  else if (id && !target && !(await followList())) await find(slug, day, id);
}

/** Looks for what the address means, where the page does not have it. */
export function seek(): void {
  const { slugs, slug, day } = facts;
  const look = async (): Promise<void> => {
    try {
      if (slugs !== undefined) await findPage(slugs);
      else if (slug && day) await findLine(slug, day);
      else if (slug) await findMoment(slug);
    } catch {
      notice('This address cannot be looked up.');
    }
  };
  on(window, 'hashchange', look);
  // First: what this page says may be for the page that it leads on to.
  showNotice();
  void look();
}
