// The calendar of a channel: a table a month, week from Monday, a cell a day with its count, one of four greens and the
// hours in which people spoke.
import { groupedBy } from '../../shared/lists.ts';
import { counted, grouped } from '../../shared/numbers.ts';
import type { DaySummary } from '../../store.ts';
import { utcMidnight } from '../../time.ts';
import type { ChannelFacts } from './channel-facts.ts';
import { daysIn } from './dates.ts';
import { html, markup } from './html.ts';
import type { Markup } from './html.ts';
import { monthName } from './spans.ts';
import { dayPath, href } from './urls.ts';

/** Days of a month. */
export interface Month {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly days: readonly DaySummary[];
}

/** The days by month, in their order; months without a day are left out. */
export function monthsOf(days: readonly DaySummary[]): readonly Month[] {
  const months = groupedBy(days, ({ date }) => date.slice(0, 7));
  return [...months].map(([month, list]) => ({ month, days: list }));
}

/** Lines said in each half-hour as a row of bars; `full` lines have the whole height. Says nothing aloud. */
export function stripOf(strip: readonly number[], full: number): Markup {
  let bars = '';
  for (let i = 0; i < strip.length; i++) {
    const lines = strip[i]!;
    if (lines > 0) bars += `${FEET[i]}${HEIGHTS[Math.round(Math.min(12, Math.max(1.5, (lines / full) * 12)) * 10)]}`;
  }
  return html`<svg class=strip viewBox="-.5 0 48 12" preserveAspectRatio=none aria-hidden=true><path d=${bars || 'M0 12'} /></svg>`;
}

/** What a lane of that width draws, kinds in their order, each as a path. Says nothing aloud. */
export function laneOf(width: number, paths: Readonly<Record<string, string>>): Markup {
  const drawn = Object.entries(paths).filter(([, d]) => d !== '');
  return html`<svg viewBox="0 0 ${width} 14" preserveAspectRatio=none aria-hidden=true>${drawn.map(([kind, d]) => html`<path class=${kind} d=${d} />`)}</svg>`;
}

/** Where each bar begins. */
const FEET = Array.from({ length: 48 }, (_, i) => `M${i} 12v-`);

/** Tenths of a unit up to a strip's height, as they are written: a calendar has tens of thousands of bars. */
const HEIGHTS = Array.from({ length: 121 }, (_, tenths) => String(tenths / 10));

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A month as a table. `id` makes it a place to link to. */
export function monthTable(base: string, facts: ChannelFacts, { month, days }: Month, id?: string): Markup {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const lead = (new Date(utcMidnight(`${month}-01`) * 1000).getUTCDay() + 6) % 7;
  const cells: Markup[] = Array.from({ length: lead }, () => markup('<td>'));
  for (let day = 1; day <= daysIn(month); day++) {
    const summary = byDate.get(`${month}-${String(day).padStart(2, '0')}`);
    cells.push(summary ? dayCell(base, facts, summary, day) : html`<td><span>${day}</span>`);
  }
  while (cells.length % 7 > 0) cells.push(markup('<td>'));
  const weeks = Array.from(
    { length: cells.length / 7 },
    (_, week) => html`\n<tr>${cells.slice(week * 7, week * 7 + 7)}`,
  );
  const head = WEEK.map((name) => html`<th scope=col>${name}`);
  return html`<table class=cal${id && html` id=${id}`}><caption>${monthName(month)}</caption><thead><tr>${head}<tbody>${weeks}</table>`;
}

function dayCell(base: string, facts: ChannelFacts, day: DaySummary, number: number): Markup {
  const said =
    day.lines > 0
      ? html`${stripOf(day.strip, facts.fullStrip)} <small>${grouped(day.lines)}<span class=vh> ${day.lines === 1 ? 'line' : 'lines'}</span></small>`
      : html` <small><span aria-hidden=true>·</span><span class=vh>nobody spoke</span></small>`;
  return html`<td class=a${facts.levelOf(day.lines)}><a href=${href(base, dayPath(facts.index.channel.slug, day.date))}><b>${number}<span class=vh> ${monthName(day.date.slice(0, 7))}:</span></b>${said}</a>`;
}

/** One year of the overview of a long life: its lines by month. */
export interface YearOfMonths {
  readonly year: string;
  readonly lines: number;
  readonly months: readonly Month[];
}

/** The days by year, the latest first. */
export function yearsOf(days: readonly DaySummary[]): readonly YearOfMonths[] {
  const years = groupedBy(monthsOf(days), ({ month }) => month.slice(0, 4));
  return [...years]
    .map(([year, months]) => ({ year, lines: linesOf(months.flatMap((month) => month.days)), months }))
    .reverse();
}

/** How many lines a day has. */
export type DayLines = Pick<DaySummary, 'date' | 'lines'>;

/** Lines said on days. */
export function linesOf(days: readonly DayLines[]): number {
  return days.reduce((sum, { lines }) => sum + lines, 0);
}

/** `1,204 lines on 14 days`; of days on which nobody spoke `Comings and goings on 3 days`. */
export function linesOnDays(days: readonly DayLines[]): string {
  const spoken = days.filter(({ lines }) => lines > 0);
  return spoken.length > 0
    ? `${counted(linesOf(days), 'line')} on ${counted(spoken.length, 'day')}`
    : `Comings and goings on ${counted(days.length, 'day')}`;
}
