// Addresses that their page does not have: found by what they tell, and a notice says so.
import { lineBy, lineWith, wantedOf } from '../shared/fragments.ts';
import type { Findable } from '../shared/fragments.ts';
import { hideHand, showHand } from './hand.ts';
import { facts } from './page.ts';

interface Day {
  readonly date: string;
  /** Epoch seconds, half-open. */
  readonly start: number;
  readonly end: number;
}

const NOTICE = 'daybook-notice';
export const FORMER = 'You followed a former address of this line.';

export function notice(why: string): void {
  if (why !== '') showHand(why, [], hideHand);
}

/** Goes to an address and says there why. A passage's end stays behind it. */
export function goTo(address: string, why = ''): void {
  const url = new URL(address, location.href);
  if (location.search.startsWith('?to=')) url.search = location.search;
  const here = url.pathname === location.pathname;
  if (!here) sessionStorage.setItem(NOTICE, why);
  location.replace(url);
  if (here) notice(why);
}

/** Shows what the page before had to say. */
export function showNotice(): void {
  notice(sessionStorage.getItem(NOTICE) ?? '');
  sessionStorage.removeItem(NOTICE);
}

/** A data file of the site. */
async function fetched<T>(path: string): Promise<T> {
  return (await (await fetch(facts.base + path)).json()) as T;
}

/** Follows what the owner's list of former links says of where we are; false where it says nothing. */
export async function followList(): Promise<boolean> {
  if (facts.links === undefined) return false;
  const links = await fetched<Record<string, string>>(facts.links);
  const { pathname, search, hash } = location;
  const path = pathname.slice(facts.base.length) + search;
  const key = [path + hash, search + hash, hash, path].find((one) => Object.hasOwn(links, one));
  if (key !== undefined) goTo(facts.base + links[key]!, FORMER);
  return key !== undefined;
}

const midnight = (date: string): number => Date.parse(date) / 1000;

/**
 * Goes to what an address of a channel means: to its line, under whatever clock or day it is now; to the moment it names;
 * to the nearest line in time; or to the nearest day.
 */
export async function find(slug: string, date: string, id: string): Promise<void> {
  const { days } = await fetched<{ days: readonly Day[] }>(`${slug}/index.json`);
  const linesOf = async (day: Day): Promise<readonly Findable[]> =>
    (await fetched<{ entries: readonly Findable[] }>(`${slug}/${day.date}.json`)).entries;
  const wanted = wantedOf(id);
  const { tail, line: number } = wanted;
  const asked = wanted.date ?? date;
  const apart = (day: Day): number => Math.abs(midnight(day.date) - midnight(asked));
  const go = (day: Day, line: Findable | undefined, why: string): void =>
    goTo(`${facts.base}${slug}/${day.date}/${line ? `#${line.id}` : ''}`, why);

  const near = days.filter((day) => apart(day) <= 86400).sort((a, b) => apart(a) - apart(b));
  if (tail !== undefined) {
    for (const day of near) {
      const line = lineWith(await linesOf(day), id);
      if (line) return go(day, line, FORMER);
    }
  }
  // Digits that may be either are epoch seconds where these lie near the day.
  const at = tail === undefined || Math.abs((wanted.at ?? 0) - midnight(asked)) < 172800 ? wanted.at : undefined;
  const first =
    at !== undefined
      ? days.findIndex(({ end }) => end > at)
      : tail === undefined
        ? days.findIndex((day) => day.date >= asked)
        : days.reduce((best, day, index) => (apart(day) < apart(days[best]!) ? index : best), 0);
  const none = id === '' ? `No page has the day ${asked}.` : `No line has the address #${id.slice(0, 40)}.`;
  for (const day of first < 0 ? [] : days.slice(first, first + 2)) {
    const lines = await linesOf(day);
    const isDay = day.date === asked;
    if (isDay && wanted.clock === undefined && number === undefined && at === undefined)
      return go(day, undefined, id === '' ? '' : `${none} It does not tell which line it meant.`);
    if (number !== undefined && isDay)
      return go(day, lines[Math.min(number, lines.length) - 1], `${none} This is line ${number}, as this page counts.`);
    const line =
      at !== undefined
        ? lines.find((one) => Math.floor(one.at) >= at)
        : isDay
          ? lineBy(lines, wanted)
          : day.date < asked
            ? lines.at(-1)
            : lines[0];
    if (!line) continue;
    if (tail !== undefined && at === undefined) return go(day, line, `${none} This is the nearest line in time.`);
    const clock = wantedOf(line.id).clock ?? 0;
    const isExact = at === undefined ? isDay && clock < wanted.clock! + (wanted.unit ?? 1) : Math.floor(line.at) === at;
    return go(day, line, isExact ? '' : `Nothing is on record for that moment. This is the next line.`);
  }
  go(days.at(-1)!, undefined, 'Nothing is on record since that moment. This is the last day.');
}
