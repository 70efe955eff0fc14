// Days of invented people for the tests of pages, without the pipeline.
import type { DayFile, Gap, Stay } from '../../src/day.ts';
import type { Entry, Event } from '../../src/events.ts';
import type { ArchiveIndex, ChannelIndex, DaySummary } from '../../src/store.ts';
import { cardOf } from '../../src/store/channel-card.ts';
import { zoneOf } from '../../src/time.ts';

export interface Given {
  readonly date?: string;
  readonly zone?: string;
  /** Entries; their `at` is in seconds since the day began. */
  readonly entries?: readonly (Event & Partial<Entry> & { readonly at: number })[];
  readonly people?: DayFile['people'];
  /** Stays and gaps in seconds since the day began. */
  readonly stays?: readonly Stay[];
  readonly gaps?: readonly Gap[];
}

export type GivenEntry = NonNullable<Given['entries']>[number];

export const said = (at: number, nick: string, text: string, more: Partial<Entry> = {}): GivenEntry =>
  ({ at, kind: 'message', nick, text, ...more }) as GivenEntry;

/** A day file; people are whoever is named, unless given. */
export function aDay(given: Given): DayFile {
  const { date = '2024-03-05', zone = 'Europe/Paris', stays = [], gaps = [] } = given;
  const { start, end, clockAt } = { ...zoneOf(zone).dayOf(date), clockAt: zoneOf(zone).clockAt };
  const shifted = <T extends { readonly from: number; readonly to: number }>(one: T): T => ({
    ...one,
    from: start + one.from,
    to: Math.min(end, start + one.to),
  });
  const entries = (given.entries ?? []).map((entry, index): Entry => {
    const at = start + entry.at;
    const hash = index
      .toString(32)
      .padStart(4, '0')
      .replace(/[ilou]/g, 'z');
    return { id: `t${clockAt(at)}${hash}${index}`, ...entry, at } as Entry;
  });
  const nicks = [...new Set(entries.flatMap((entry) => entry.nick ?? []).concat(stays.map(({ nick }) => nick)))];
  return {
    version: 1,
    channel: { slug: 'pool', name: '#pool' },
    date,
    zone,
    start,
    end,
    entries,
    people: given.people ?? nicks.map((nick) => ({ name: nick, nicks: [nick] })),
    stays: stays.map(shifted),
    gaps: gaps.map(shifted),
    problems: {},
  };
}

/** The channel and the archive that hold one day. */
export function around(
  day: DayFile,
  trackers: ArchiveIndex['trackers'] = [],
): { readonly index: ArchiveIndex; readonly channel: ChannelIndex } {
  const lines = day.entries.filter(({ kind }) => kind === 'message').length;
  const summary: DaySummary = {
    date: day.date,
    start: day.start,
    end: day.end,
    lines,
    entries: day.entries.length,
    speakers: day.people.map(({ name }) => [name, 1] as const),
    present: day.people.length,
    strip: [],
    about: [],
  };
  const channel: ChannelIndex = {
    channel: day.channel,
    days: [summary],
    people: day.people.map(({ name, nicks }, index) => ({
      name,
      nicks,
      hue: (index % 8) + 1,
      lines: 1,
      firstDay: day.date,
      lastDay: day.date,
    })),
    citations: [],
  };
  const index = {
    version: 1 as const,
    title: 'Daybook of the pool',
    url: 'https://logs.example.org/irc/',
    base: '/irc/',
    language: 'en',
    zone: day.zone,
    indexed: false,
    channels: [cardOf(channel)],
    trackers,
  };
  return { index, channel };
}
