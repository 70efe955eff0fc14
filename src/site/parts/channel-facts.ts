// What the lists and calendars of a channel need beyond its index: totals, quartiles. Pure, from the index alone.
import { saidOn, type ArchiveIndex, type ChannelIndex, type DaySummary, type PersonSummary } from '../../store.ts';
import { addTo } from '../../shared/lists.ts';
import { datedInYear, shortDate } from './dates.ts';
import { html } from './html.ts';
import type { Value } from './html.ts';
import { channelPath, yearPath } from './urls.ts';

export interface ChannelFacts {
  readonly index: ChannelIndex;
  /** True of a date that has a page. */
  readonly isPaged: (date: string) => boolean;
  /** Lines said on all days. */
  readonly lines: number;
  /** Years that have a page of their own, ascending: none where the channel's page holds all days. */
  readonly years: readonly string[];
  /** Path of the calendar that shows a month (`YYYY-MM`); none where presence alone is known of it. */
  readonly calendarOf: (month: string) => string | undefined;
  /** Days on which somebody spoke, ascending. */
  readonly spoken: readonly DaySummary[];
  /** People who are no bots or spoke nonetheless: most lines first, then by first appearance. */
  readonly people: readonly PersonSummary[];
  readonly personOf: (name: string) => PersonSummary | undefined;
  /** On how many days a person spoke. */
  readonly daysOf: (name: string) => number;
  /** 0 for no line, else 1–4: the quarter of the spoken days that a count of lines falls in. */
  readonly levelOf: (lines: number) => number;
  /** Lines in half an hour that fill the height of a strip. */
  readonly fullStrip: number;
  /** The days, ascending, that have lines now which had addresses on the page of a date. */
  readonly movedFrom: (date: string) => readonly string[];
  /** How a day is named in this channel's lists: with its year where the channel has several. */
  readonly nameOf: (date: string) => string;
}

/** Beyond as many days a channel has pages of its years. */
const MOST_DAYS_ON_A_PAGE = 100;

const known = new WeakMap<ChannelIndex, ChannelFacts>();

/** The facts of a channel; made once, since hundreds of its pages ask. */
export function factsOf(index: ChannelIndex): ChannelFacts {
  let facts = known.get(index);
  if (!facts) known.set(index, (facts = gathered(index)));
  return facts;
}

/** How the days of a list, given by their dates, are named: with their year where there are several years. */
export function dayNames(dates: readonly string[]): (date: string) => string {
  const severalYears = dates[0]?.slice(0, 4) !== dates.at(-1)?.slice(0, 4);
  return severalYears ? datedInYear : shortDate;
}

/** Years that have a page of their own, ascending, where a channel has days of these dates (ascending). */
export function pagedYears(dates: readonly string[]): readonly string[] {
  return dates.length <= MOST_DAYS_ON_A_PAGE ? [] : [...new Set(dates.map((date) => date.slice(0, 4)))];
}

function gathered(index: ChannelIndex): ChannelFacts {
  const { days } = index;
  const { slug } = index.channel;
  const spoken = days.filter(({ lines }) => lines > 0);
  const byName = new Map(index.people.map((person) => [person.name, person]));
  const { spoke, halfHours } = saidOn(days);
  const dates = days.map(({ date }) => date);
  const paged = new Set(dates);
  const months = new Set(dates.map((date) => date.slice(0, 7)));
  const years = pagedYears(dates);
  const calendar = (month: string): string =>
    years.length > 0 ? yearPath(slug, month.slice(0, 4), Number(month.slice(5))) : channelPath(slug);
  return {
    index,
    isPaged: (date) => paged.has(date),
    lines: spoken.reduce((sum, { lines }) => sum + lines, 0),
    years,
    calendarOf: (month) => (months.has(month) ? calendar(month) : undefined),
    spoken,
    people: [...index.people].sort((a, b) => b.lines - a.lines),
    personOf: (name) => byName.get(name),
    daysOf: (name) => spoke.get(name) ?? 0,
    levelOf: quarters(spoken.map(({ lines }) => lines)),
    fullStrip: Math.max(14, percentile(halfHours, 0.9)),
    movedFrom: movedFrom(days),
    nameOf: dayNames(dates),
  };
}

function movedFrom(days: readonly DaySummary[]): (date: string) => readonly string[] {
  const moved = new Map<string, string[]>();
  for (const { date, away = [] } of days) for (const other of away) addTo(moved, other, date);
  return (date) => moved.get(date) ?? [];
}

/** Gives a count the quarter it falls in among the counts: 1–4, and 0 for nothing. Equal counts share a quarter. */
export function quarters(counts: readonly number[]): (count: number) => number {
  const sorted = [...counts].sort((a, b) => a - b);
  if (sorted[0] === sorted.at(-1)) return (count) => (count > 0 ? 2 : 0);
  // Each quarter, from the busiest down, is rounded up.
  const least = (share: number): number => sorted[sorted.length - Math.ceil(sorted.length * share)] ?? 0;
  const [four, three, two] = [least(0.25), least(0.5), least(0.75)];
  return (count) => (count <= 0 ? 0 : count >= four ? 4 : count >= three ? 3 : count >= two ? 2 : 1);
}

/** The value below which a share of all values lies, each given with how often it is there; 0 where there are none. */
function percentile(counts: ReadonlyMap<number, number>, share: number): number {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let left = Math.floor((all - 1) * share);
  return [...counts].sort(([a], [b]) => a - b).find(([, count]) => (left -= count) < 0)?.[0] ?? 0;
}

/** The network of a channel where a page should say it: where the archive's channels are not all of one. */
export function networkToShow({ channels }: ArchiveIndex, { network }: ChannelIndex['channel']): string | undefined {
  return channels.some((other) => other.channel.network !== network) ? network : undefined;
}

/** That network as it stands behind the channel's name where several channels are listed. */
export function networkNote(index: ArchiveIndex, channel: ChannelIndex['channel']): Value {
  const network = networkToShow(index, channel);
  return network !== undefined && html` <small>${network}</small>`;
}
