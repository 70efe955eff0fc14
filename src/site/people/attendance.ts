// Who was in a channel month by month, from its presence for machines: for the days that have no page, too.
//
//   presence.json: people, gaps                  → cut into the months of the archive's zone
//   presence.json: months → presence/2013-10.json → as they are, one at a time
import type { Gap } from '../../day.ts';
import { gapsOfDay, spansWithin } from '../../presence.ts';
import type { PersonPresence, PresenceFile, Span } from '../../presence.ts';
import type { Archive } from '../../store.ts';
import { nextMonth, zoneOf } from '../../time.ts';
import type { ChannelFacts } from '../parts/channel-facts.ts';
import { PRESENCE_FILE } from '../parts/urls.ts';

/** A month of a channel, its people and gaps cut at its bounds; epoch seconds, half-open. */
export interface MonthPresence {
  /** `YYYY-MM` */
  readonly month: string;
  readonly start: number;
  readonly end: number;
  /** Nothing is known before and after. */
  readonly from: number;
  readonly to: number;
  /** Who was there, by first appearance in the channel. */
  readonly people: readonly PersonPresence[];
  readonly gaps: readonly Gap[];
  /** When no log told who came and went. */
  readonly quiet: readonly Span[];
}

export interface Attendance {
  /** `YYYY-MM`, ascending, from the first to the last. */
  readonly months: readonly string[];
  readonly of: (month: string) => MonthPresence;
}

/** False where presence is left out of a channel. */
export function hasPresence(archive: Archive, slug: string): boolean {
  return archive.channelFiles(slug).includes(PRESENCE_FILE);
}

/** The attendance of a channel that has presence. */
export function attendanceOf(archive: Archive, slug: string): Attendance {
  const read = (name: string): PresenceFile => JSON.parse(archive.readChannelFile(slug, name)) as PresenceFile;
  const whole = read(PRESENCE_FILE);
  const zone = zoneOf(archive.index.zone);
  const months = whole.months ?? monthsBetween(zone.dayAt(whole.from).date, zone.dayAt(whole.to).date);
  return {
    months,
    of: (month) => {
      const { people = [], gaps = [], quiet = [] } = whole.months ? read(`presence/${month}.json`) : whole;
      const start = zone.dayOf(`${month}-01`).start;
      const end = zone.dayOf(`${nextMonth(month)}-01`).start;
      const [from, to] = [Math.max(whole.from, start), Math.min(whole.to, end)];
      return {
        ...{ month, start, end, from, to },
        people: cut(people, start, end),
        gaps: gapsOfDay(gaps, start, end),
        quiet: spansWithin(quiet, start, end),
      };
    },
  };
}

function monthsBetween(first: string, last: string): readonly string[] {
  const months = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

function cut(people: readonly PersonPresence[], start: number, end: number): readonly PersonPresence[] {
  return people.flatMap((person) => {
    const present = person.present
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => [Math.max(from, start), Math.min(to, end)] as const);
    return present.length > 0 ? [{ ...person, present }] : [];
  });
}

/**
 * The years of a long life that have a page of presence, ascending: those with a day, and those in which people were there
 * and nothing came to pass. None where one page holds all.
 */
export function presenceYears({ years }: ChannelFacts, { months, of }: Attendance): readonly string[] {
  if (years.length === 0) return [];
  const silent = months.filter((month) => !years.includes(month.slice(0, 4)) && of(month).people.length > 0);
  return [...new Set([...years, ...silent.map((month) => month.slice(0, 4))])].sort();
}

/** The seconds that intervals cover; they do not overlap. */
export function secondsOf(intervals: readonly (readonly [from: number, to: number])[]): number {
  return intervals.reduce((sum, [from, to]) => sum + to - from, 0);
}
