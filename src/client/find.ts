// Addresses that their page does not have: found by what they tell, and a notice says so.
import { lineBy, lineWith, wantedOf } from '../shared/fragments.ts';
import type { Findable } from '../shared/fragments.ts';
import { hideHand, showHand } from './hand.ts';
import { facts, fetched, pathname } from './page.ts';

interface Day {
  readonly date: string;
  /** Epoch seconds. */
  readonly end: number;
}

const NOTICE = 'daybook';
/** What is said where a line was found under another address. */
export const FORMER = 'The address has changed.';

/** Says why one is here; nothing where there is nothing to say. */
export function notice(why: string | null): void {
  if (why) showHand(why, [], hideHand);
}

/** Goes to an address and says there why. A passage's end stays behind it. */
export function goTo(address: string, why = ''): void {
  const url = new URL(address, location.href);
  if (location.search.startsWith('?to=')) url.search = location.search;
  const here = url.pathname === pathname;
  try {
    if (!here) sessionStorage.setItem(NOTICE, why);
  } catch {
    // Lands without a word.
  }
  // Without a line, the page itself would be loaded anew.
  if (!here || url.hash) location.replace(url);
  if (here) notice(why);
}

/** Shows what the page before had to say. */
export function showNotice(): void {
  try {
    notice(sessionStorage.getItem(NOTICE));
    sessionStorage.removeItem(NOTICE);
  } catch {
    // Nothing was said.
  }
}

/** Follows what the owner's list of former links says of where we are; false where it says nothing. */
export async function followList(): Promise<boolean> {
  if (!facts.links) return false;
  const links = await fetched<Record<string, string>>(facts.links);
  const { search, hash } = location;
  const path = pathname.slice(facts.base.length) + search;
  const key = [path + hash, search + hash, hash, path].find((one) => Object.hasOwn(links, one));
  if (key === undefined) return false;
  goTo(facts.base + links[key]!, FORMER);
  return true;
}

/**
 * Goes to what an address of a channel means: to its line, under whatever clock or day it is now; to the moment it names;
 * to the nearest line in time; or to the nearest day.
 */
export async function find(slug: string, date: string, id: string): Promise<void> {
  const { days } = await fetched<{ days: readonly Day[] }>(`${slug}/index.json`);
  const linesOf = async (day: Day): Promise<readonly Findable[]> =>
    (await fetched<{ entries: readonly Findable[] }>(`${slug}/${day.date}.json`)).entries;
  const { tail, clock, unit, line: number, ...wanted } = wantedOf(id);
  const asked = wanted.date ?? date;
  // From the middle of a day, so that a moment before midnight is nearer to the next day than to the one before.
  const moment = Date.parse(asked) + (clock || 0) * 1000 - 432e5;
  const apart = (one: string | number): number => Math.abs(Number(new Date(one)) - moment);
  const none = `Nothing is on record for ${asked}${id && ` #${id.slice(0, 40)}`}.`;
  const go = (day: Day, why: string, line?: Findable): void =>
    goTo(`${facts.base}${slug}/${day.date}/${line ? `#${line.id}` : ''}`, why);

  // Digits that may be either are epoch seconds where these lie near the day.
  const at = tail && apart(wanted.at * 1000) > 2e8 ? NaN : wanted.at;
  const isOurs = tail && !at;
  const among = isOurs
    ? [...days].sort((a, b) => apart(a.date) - apart(b.date))
    : days.filter((day) => (at ? day.end > at : day.date >= asked));
  if (tail) {
    for (const day of among.slice(0, 3)) {
      const line = lineWith(await linesOf(day), id);
      if (line) return go(day, FORMER, line);
    }
  }
  for (const day of among.slice(0, 2)) {
    const isDay = day.date === asked;
    const lines = await linesOf(day);
    if (isDay && number) {
      const nth = Math.min(number, lines.length);
      return go(day, `${none} This is line ${nth} of ${lines.length}, as this page counts.`, lines[nth - 1]);
    }
    if (isDay && !(at || clock >= 0)) return go(day, id && `${none} It does not tell of a line.`);
    const line = at
      ? lines.find((one) => Math.floor(one.at) >= at)
      : isDay
        ? lineBy(lines, wantedOf(id))
        : lines.at(day.date < asked ? -1 : 0);
    const isExact =
      line && (at ? Math.floor(line.at) === at : !tail && isDay && wantedOf(line.id).clock < clock + unit);
    if (line) return go(day, isExact ? '' : `${none} This is the ${isOurs ? 'nearest' : 'next'} line in time.`, line);
  }
  go(days.at(-1)!, `${none} This is the last day.`);
}
