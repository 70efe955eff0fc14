// Who was in a channel, month by month: a lane a person over the days of the month, when anybody logged at all, and why not.
//
//   Oct 2013     1 2 3 4 5 … 31
//   logged 97 %  ━━━━━━━━┈━━━━   30 days  722 h
//   ada          ━ ━ ━    ━ ━    14 days   96 h
import { counted, grouped } from '../../shared/numbers.ts';
import type { Text } from '../../shared/text-room.ts';
import type { ArchiveIndex, ChannelIndex } from '../../store.ts';
import { utcMidnight, zoneOf } from '../../time.ts';
import type { Attendance, MonthPresence } from './attendance.ts';
import { secondsOf } from './attendance.ts';
import { breaks, quietStretches, wholeGaps, type Context } from './breaks.ts';
import { laneOf } from '../parts/calendar.ts';
import { factsOf } from '../parts/channel-facts.ts';
import { hmAt } from '../parts/clock.ts';
import { daysIn } from '../parts/dates.ts';
import { html, isolated, markup } from '../parts/html.ts';
import type { Markup, Value } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { personLink } from '../parts/ledger.ts';
import { monthName } from '../parts/spans.ts';
import { channelPath, href, peoplePath, PRESENCE_FILE, presencePath } from '../parts/urls.ts';

/** Months of a long life that the channel's own page of presence shows; the others are on the pages of the years. */
const LATEST_MONTHS = 3;
/** Lanes of a month; beyond, people are counted. */
const MOST_PEOPLE = 40;
const HOUR = 3600;

/** The page of a channel's presence; with a year, that year of a long life. `years` are those that have a page. */
export function renderPresence(
  index: ArchiveIndex,
  channel: ChannelIndex,
  { attendance, years }: { readonly attendance: Attendance; readonly years: readonly string[] },
  dress: Dress,
  year?: string,
): Text {
  const facts = factsOf(channel);
  const context = { index, facts };
  const { slug, name } = channel.channel;
  const long = years.length > 0;
  const names =
    year === undefined
      ? attendance.months.slice(long ? -LATEST_MONTHS : 0)
      : attendance.months.filter((month) => month.startsWith(year));
  const months = names.map((month) => attendance.of(month));
  const gaps = wholeGaps(months.flatMap((month) => month.gaps));
  const seen = { from: months[0]?.from ?? 0, to: months.at(-1)?.to ?? 0 };
  const watched = seen.to - seen.from - gaps.reduce((sum, { from, to }) => sum + to - from, 0);
  const there = year === undefined ? facts.people : months.flatMap(({ people }) => people);
  const count = new Set(there.map((person) => person.name)).size;
  const share = percent(watched, seen.to - seen.from);
  return layout({
    index,
    dress,
    path: presencePath(slug, year),
    title: isolated(`Presence in ${name}${year === undefined ? '' : `, ${year}`}`),
    description: `Who was in ${isolated(name)} and when; ${share} of the time was logged.`,
    crumbs: [
      { name, path: channelPath(slug) },
      year === undefined ? { name: 'Presence' } : { name: 'Presence', path: presencePath(slug) },
      ...(year === undefined ? [] : [{ name: year }]),
    ],
    main: html`<header class=sheet><h1><a href=${href(index.base, channelPath(slug))}>${name}</a> Presence${year && ` in ${year}`}</h1>
<dl class=fields><div><dt>Hours<dd>${grouped(Math.round((seen.to - seen.from) / HOUR))} <small>from ${moment(context, seen.from)} to ${moment(context, seen.to)}</small></div><div><dt>Logged<dd>${share} <small>${grouped(Math.round(watched / HOUR))} h</small></div><div><dt>Breaks<dd>${gaps.length === 0 ? 'none' : html`<a href=#breaks>${grouped(gaps.length)}</a>`}</div><div><dt>People<dd><a href=${href(index.base, peoplePath(slug))}>${grouped(count)}</a></div></dl>
</header>
<div class=spread><div class=body>
${[...months].reverse().map((month, at) => monthSection(context, month, at === months.length - 1 && KEY))}${breaks(context, gaps)}${quietStretches(
      context,
      months.flatMap((month) => month.quiet),
      gaps,
    )}</div>
<aside class=margin aria-label="More of it">
${
  years.length > 0 &&
  html`<h2>Years</h2><ul class=roll>${years.map((one) => html`<li><a href=${href(index.base, presencePath(slug, one))}${one === year && markup(' aria-current=page')}>${one}</a>`)}</ul>
`
}<h2>For machines</h2><p class=key>The same to the second, as <a href=${href(index.base, channelPath(slug) + PRESENCE_FILE)}>data</a>. Each day’s page shows its own presence beside what was said.</p></aside></div>`,
  });
}

const KEY = markup(
  '<p class=key>A line is time in the channel, to the half-hour. Dotted is when nobody was logging: nothing is known of anybody then.</p>\n',
);

/** `100 %` is said of the whole only. */
function percent(part: number, whole: number): string {
  if (whole <= 0) return '–';
  const share = (part / whole) * 100;
  return `${share >= 99.95 && part < whole ? '99.9' : share >= 99 && part < whole ? share.toFixed(1) : Math.round(share)} %`;
}

function moment({ index, facts }: Context, at: number): string {
  return `${facts.nameOf(zoneOf(index.zone).dayAt(at).date)}, ${hmAt(index.zone, at)}`;
}

function monthSection(context: Context, month: MonthPresence, key: Value): Markup {
  const { index, facts } = context;
  const rows = month.people
    .map((person) => ({ person, seconds: secondsOf(person.present) }))
    .sort((a, b) => b.seconds - a.seconds);
  const shown = rows.slice(0, MOST_PEOPLE);
  const rest = rows.slice(shown.length);
  const name = monthName(month.month);
  const calendar = facts.calendarOf(month.month);
  const known = month.to - month.from;
  const watched = watchedOf(month);
  const logged = secondsOf(watched);
  const lanes = shown.map(
    ({ person, seconds }) =>
      html`<tr class=n${facts.personOf(person.name)?.hue ?? 1}><th scope=row class=pp>${personLink(index.base, facts, person.name)}${person.bot && html` <small>bot</small>`}<td class=ln>${lane(month, person.present)}<td class=num>${grouped(daysOn(context, person.present))}<td class=num>${hours(seconds)}
`,
  );
  const id = `m${month.month}`;
  return html`<section aria-labelledby=${id}><h2 id=${id}>${calendar === undefined ? name : html`<a href=${href(index.base, calendar)}>${name}</a>`}</h2>
<table class=${`roll24 rollm d${daysIn(month.month)}`}><thead><tr><th scope=col>Who<th scope=col class=ln>${dayNumbers(month.month)}<th scope=col class=num>Days<th scope=col class=num>Hours<tbody>
<tr class=n0><th scope=row>logged <small>${percent(logged, known)}</small><td class=ln>${lane(month, watched)}<td class=num>${grouped(daysOn(context, watched))}<td class=num>${hours(logged)}
${lanes}</table>
${
  rest.length > 0 &&
  html`<details class=ptab><summary>${counted(rest.length, 'other')} ${rest.length === 1 ? 'was' : 'were'} here</summary><p>${rest.slice(0, 500).map(({ person }, i) => html`${i > 0 && ', '}${personLink(index.base, facts, person.name)}`)}${rest.length > 500 && ` and ${grouped(rest.length - 500)} more`}</p></details>
`
}${key}</section>
`;
}

/** The days' numbers above a month, weekends shaded. */
function dayNumbers(month: string): Markup {
  const first = new Date(utcMidnight(`${month}-01`) * 1000);
  const items = Array.from({ length: daysIn(month) }, (_, i) => {
    const weekday = (first.getUTCDay() + i) % 7;
    return html`<li${(weekday === 0 || weekday === 6) && markup(' class=we')}>${i + 1}`;
  });
  return html`<ol class="hours dates" aria-hidden=true>${items}</ol><span class=vh>Presence over the month</span>`;
}

/** Whole hours; of a few the tenths, too, so that who came for minutes is not told to have been here for none. */
function hours(seconds: number): string {
  if (seconds === 0 || seconds >= 10 * HOUR) return grouped(Math.round(seconds / HOUR));
  return Math.max(0.1, seconds / HOUR).toFixed(1);
}

/** The stretches of a month in which somebody logged. */
function watchedOf({ from, to, gaps }: MonthPresence): readonly (readonly [number, number])[] {
  const watched: (readonly [number, number])[] = [];
  let since = from;
  for (const gap of gaps) {
    if (gap.from > since) watched.push([since, gap.from]);
    since = gap.to;
  }
  if (to > since) watched.push([since, to]);
  return watched;
}

/** A lane of the month in half-hours: solid where somebody was here, dotted where nobody watched. */
function lane(month: MonthPresence, present: readonly (readonly [number, number])[]): Markup {
  const width = Math.round((month.end - month.start) / 1800);
  const runs = (intervals: readonly (readonly [number, number])[]): string => {
    const merged: [number, number][] = [];
    for (const [from, to] of intervals) {
      const start = Math.round((from - month.start) / 1800);
      const end = Math.max(start + 1, Math.round((to - month.start) / 1800));
      const last = merged.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged.map(([from, to]) => `M${from} 7h${to - from}`).join('');
  };
  const blind = [
    ...(month.from > month.start ? [[month.start, month.from] as const] : []),
    ...month.gaps.filter(({ from, to }) => to - from >= HOUR).map(({ from, to }) => [from, to] as const),
    ...(month.to < month.end ? [[month.to, month.end] as const] : []),
  ];
  return laneOf(width, { u: runs(blind), p: runs(present) });
}

/** On how many days of the archive's zone the intervals lie. */
function daysOn({ index }: Context, present: readonly (readonly [number, number])[]): number {
  const zone = zoneOf(index.zone);
  const dates = new Set<string>();
  for (const [from, to] of present) {
    let day = zone.dayAt(from);
    dates.add(day.date);
    while (day.end < to) dates.add((day = zone.dayAt(day.end)).date);
  }
  return dates.size;
}
