// The link contract: an address that the site to be replaced has is in the new one too, or the build stops.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayFile } from '../day.ts';
import { specOf, type Entry } from '../events.ts';
import type { Archive } from '../store.ts';
import { hashDigits, hashedText } from '../shared/address.ts';
import { addTo } from '../shared/lists.ts';
import { daysAround, zoneOf } from '../time.ts';

type Day = Pick<DayFile, 'date' | 'entries'>;

/** Addresses as they stand in links: `xpmem/2013-10-02/#t142934g07q`. */
type Address = string;

const DAY = /^(\d{4}-\d\d-\d\d)\.json$/;

const wordsOf = (entry: Entry): string => specOf(entry).hashed(entry);

/**
 * Whether an entry may have come of a line that was not yet all written: what stands in its second goes on from it, or is what
 * it had before the beginning of the next line, or is an event, half of which looks like an action or a note that names who it is.
 * Of what was not understood anything may have come. What says the same was whole before: its address is that of another moment.
 */
function goesOn(former: Entry, now: Entry): boolean {
  const named = now.kind === 'kick' ? [now.nick, now.target] : [now.nick];
  if (former.nick !== undefined && !named.some((nick) => nick?.startsWith(former.nick ?? ''))) return false;
  if (former.kind === 'unparsed') return true;
  if (former.kind === 'log' && now.kind !== 'log') return named.some((nick) => nick && former.text.includes(nick));
  if (former.kind !== now.kind) return former.kind === 'action';
  const [before, after] = [wordsOf(former), wordsOf(now)];
  return before !== after && (after.startsWith(before) || before.startsWith(`${after}\n`));
}

/** What a client sends at once is shorter; each beginning is hashed. */
const LONGEST = 2000;

const STAMPED = /(\d{4}-\d\d-\d\d)\/#t(\d\d)(\d\d)(\d\d)(.{4})$/;

/**
 * Whether an address of an entry that several loggers saw is that of a beginning of its words: one of them had not yet written the
 * line to its end.
 */
function isOfBeginning(address: Address, entry: Entry, zone: string): boolean {
  const [, date, hours, minutes, seconds, digits] = STAMPED.exec(address) ?? [];
  if (date === undefined) return false;
  const instants = zoneOf(zone).instantsOf(Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`) / 1000);
  const words = wordsOf(entry).slice(0, LONGEST);
  const isOf = (beginning: string): boolean =>
    instants.some((at) => {
      const hashed = hashedText(at, entry.kind, entry.nick ?? '', beginning);
      return hashDigits(hash('sha256', hashed), 4) === digits;
    });
  return Array.from(words, (_, length) => words.slice(0, length)).some(isOf);
}

function addressesOf(slug: string, { date, entries }: Day): readonly Address[] {
  return entries
    .flatMap(({ id, aliases = [] }) => [id, ...aliases])
    .map((one) => `${slug}/${one.includes('/') ? one.replace('/', '/#') : `${date}/#${one}`}`);
}

/** The dates of days by slug. */
type Dates = ReadonlyMap<string, readonly string[]>;

/** The day files of a site, as they were published, of which some may be known; none where there is no site. */
export function publishedDays(out: string, known: Dates = new Map()): Dates {
  const days = new Map<string, readonly string[]>();
  for (const slug of entriesOf(out)) {
    // A folder of many thousand files takes long to list.
    const dates = known.get(slug) ?? entriesOf(join(out, slug)).flatMap((name) => DAY.exec(name)?.[1] ?? []);
    if (dates.length > 0) days.set(slug, dates);
  }
  return days;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function oldDay(out: string, slug: string, date: string): Day {
  try {
    return JSON.parse(readFileSync(join(out, slug, `${date}.json`), 'utf8')) as DayFile;
  } catch {
    // Not a day file that a build wrote: it issued no address.
    return { date, entries: [] };
  }
}

/** Day and second of an address: what stands before the hash. */
const secondOf = (address: Address): string => address.replace(/(#t\d{6}).*/, '$1');

/**
 * Addresses of an old day whose lines had no end when it was made: their whole lines stand there now. Of its last line
 * (`isLatest`: of all days) what it is may not have been to see.
 */
function unfinished(slug: string, old: Day, now: DayFile, isLatest: boolean): readonly Address[] {
  const present = new Map<string, Entry[]>();
  for (const entry of now.entries)
    for (const second of new Set(addressesOf(slug, { date: now.date, entries: [entry] }).map(secondOf)))
      addTo(present, second, entry);
  return old.entries.flatMap((entry, index) => {
    const isLast = isLatest && index === old.entries.length - 1;
    return addressesOf(slug, { date: old.date, entries: [entry] }).filter((address) =>
      present
        .get(secondOf(address))
        ?.some((one) => isLast || goesOn(entry, one) || isOfBeginning(address, entry, now.zone)),
    );
  });
}

export interface LostLinksInput {
  /** The folder of the site to be replaced. */
  readonly out: string;
  readonly archive: Archive;
  /** Days that are new or differ from the site to be replaced. */
  readonly changed: readonly { readonly slug: string; readonly date: string }[];
  /** Days of the site to be replaced, of channels where they are known: none of a channel that is what it is there. */
  readonly before?: Dates;
  /** The slug that a former slug has now. */
  readonly slugs: ReadonlyMap<string, string>;
}

/** The addresses that the old site issued and the new one would no longer have, in order. */
export function lostLinks({ out, archive, changed, before, slugs }: LostLinksInput): readonly Address[] {
  const current = new Map(archive.index.channels.map(({ channel, dates }) => [channel.slug, dates]));
  const differs = new Set(changed.map(({ slug, date }) => `${slug}/${date}`));
  const lost: Address[] = [];
  for (const [oldSlug, dates] of publishedDays(out, before)) {
    const slug = current.has(oldSlug) ? oldSlug : (slugs.get(oldSlug) ?? oldSlug);
    const days = current.get(slug) ?? [];
    const known = new Set(days);
    const suspects = dates.filter((date) => !known.has(date) || slug !== oldSlug || differs.has(`${slug}/${date}`));
    if (suspects.length === 0) continue;
    const issued = suspects.flatMap((date) => addressesOf(slug, oldDay(out, oldSlug, date)));
    const missing = new Set(issued);
    const keep = (date: string): void => {
      for (const address of addressesOf(slug, archive.readDay(slug, date))) missing.delete(address);
    };
    for (const date of suspects) if (known.has(date)) keep(date);
    // An alias on another day's page: only where something is still missing, all days are looked through.
    for (const date of days) if (missing.size > 0 && !suspects.includes(date)) keep(date);
    // What a clock that is known better puts on the day before or after is looked for there by the page's script.
    for (const address of missing) {
      const [, date = '', id = ''] = address.split('/');
      const beside = daysAround(date).filter((day) => known.has(day));
      if (beside.some((day) => addressesOf(slug, archive.readDay(slug, day)).some((one) => one.endsWith(`/${id}`))))
        missing.delete(address);
    }
    for (const date of suspects)
      if (missing.size > 0 && known.has(date)) {
        const isLatest = dates.every((one) => one <= date);
        const [old, now] = [oldDay(out, oldSlug, date), archive.readDay(slug, date)];
        for (const address of unfinished(slug, old, now, isLatest)) missing.delete(address);
      }
    lost.push(...issued.filter((address) => missing.has(address)));
  }
  return [...new Set(lost)];
}
