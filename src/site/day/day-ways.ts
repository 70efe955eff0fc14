// The ways from a day's page to the days beside it: in the bar, and at the end of the transcript.
import { fullDate, shortDate } from '../parts/dates.ts';
import type { DayContext } from './day-context.ts';
import { html } from '../parts/html.ts';
import type { Markup, Value } from '../parts/html.ts';
import { dayPath, href } from '../parts/urls.ts';

/** Dates of the days beside this one, where there are any. */
export interface Neighbours {
  readonly previous?: string;
  readonly next?: string;
}

/** The day in the middle of the bar, between its neighbours. */
export function daysNav({ index, day }: DayContext, { previous, next }: Neighbours): Markup {
  const to = (date: string): string => href(index.base, dayPath(day.channel.slug, date));
  const year = day.date.slice(0, 4);
  return html`<nav class=days aria-label=Days>${
    previous === undefined
      ? html`<span class=off aria-hidden=true>&larr;</span>`
      : html`<a rel=prev href=${to(previous)}><span aria-hidden=true>&larr;</span> <span class=w><span class=vh>Previous day, </span>${shortDate(previous)}</span></a>`
  }<strong>${shortDate(day.date)}<span class=w> ${String(Number(year))}</span></strong>${
    next === undefined
      ? html`<span class=off aria-hidden=true>&rarr;</span>`
      : html`<a rel=next href=${to(next)}><span class=w><span class=vh>Next day, </span>${shortDate(next)}</span> <span aria-hidden=true>&rarr;</span></a>`
  }</nav>`;
}

/** The neighbours under the transcript; nothing where there are none. */
export function turnNav({ index, day }: DayContext, { previous, next }: Neighbours): Value {
  if (previous === undefined && next === undefined) return undefined;
  const link = (date: string, rel: string, label: string): Markup =>
    html`<a rel=${rel} href=${href(index.base, dayPath(day.channel.slug, date))}><small>${label}</small>${fullDate(date)}</a>`;
  return html`<nav class=turn aria-label="Nearby days">${previous !== undefined && link(previous, 'prev', 'Previous day')}${
    next !== undefined && link(next, 'next', 'Next day')
  }</nav>`;
}
