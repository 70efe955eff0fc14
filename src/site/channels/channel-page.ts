// The page of a channel: what it holds, its calendar, its days, its people and what was cited. A channel of more than a
// hundred days shows the latest here, and has a page for each year.
import { counted, grouped } from '../../shared/numbers.ts';
import type { Text } from '../../shared/text-room.ts';
import type { ArchiveIndex, ChannelIndex, CitationSummary, DaySummary } from '../../store.ts';
import { linesOf, linesOnDays, monthsOf, monthTable, yearsOf } from '../parts/calendar.ts';
import { dayNames, factsOf, networkToShow, quarters } from '../parts/channel-facts.ts';
import type { ChannelFacts } from '../parts/channel-facts.ts';
import { shortName } from '../parts/cited-names.ts';
import { hmAt, zoneName } from '../parts/clock.ts';
import { listed } from '../parts/dates.ts';
import { html, isolated, markup } from '../parts/html.ts';
import type { Markup, Value } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { direction, ledger, personLink } from '../parts/ledger.ts';
import { hasFeed } from './feed.ts';
import { monthName, spanName } from '../parts/spans.ts';
import {
  channelPath,
  dayPath,
  feedPath,
  href,
  peoplePath,
  presencePath,
  referencesPath,
  yearPath,
} from '../parts/urls.ts';

const MOST_DAYS_LISTED = 60;
const MOST_PEOPLE = 24;
const MOST_CITATIONS = 12;

/** The page of a channel. */
export function renderChannel(index: ArchiveIndex, channel: ChannelIndex, dress: Dress): Text {
  const facts = factsOf(channel);
  const { base } = index;
  const { slug, name } = channel.channel;
  const long = facts.years.length > 0;
  const shown = long ? recentDays(channel.days) : channel.days;
  const { citations } = channel;
  const feed = hasFeed(index, channel) ? feedPath(slug) : undefined;
  return layout({
    index,
    dress,
    path: channelPath(slug),
    title: isolated(name),
    description: describe(facts),
    crumbs: [{ name }],
    ...(feed === undefined ? {} : { feed }),
    main: html`<header class=sheet><h1${direction(name)}>${name}</h1>
${channel.topic && html`<p class=lede${direction(channel.topic)}>${channel.topic}</p>\n`}${fields(index, facts)}
</header>
<div class=spread>
<div class=body>
${long && overview(base, facts)}<section aria-labelledby=calendar><h2 id=calendar>${long ? 'Latest months' : 'Calendar'}</h2>
${monthsOf(shown)
  .map((month) => monthTable(base, facts, month))
  .reverse()}
${KEY}</section>
<section aria-labelledby=days><h2 id=days>${long ? 'Latest days' : 'Days'}</h2>
${ledger(base, facts, long ? shown.slice(-MOST_DAYS_LISTED) : shown)}${long && yearLinks(base, facts)}${feed !== undefined && html`<p class=key>New days come as a <a href=${href(base, feed)}>feed</a>, too.</p>\n`}</section>
</div>
<aside class=margin aria-label="People and references">
${people(base, facts)}${references(base, slug, citations)}</aside>
</div>`,
  });
}

/** The page of one year of a long-lived channel. */
export function renderYear(index: ArchiveIndex, channel: ChannelIndex, year: string, dress: Dress): Text {
  const facts = factsOf(channel);
  const { slug, name } = channel.channel;
  const { base } = index;
  const days = channel.days.filter(({ date }) => date.startsWith(year));
  const { years } = facts;
  const at = years.indexOf(year);
  const beside = (other: string | undefined): string | undefined => other && yearPath(slug, other);
  const [previous, next] = [beside(years[at - 1]), beside(years[at + 1])];
  const inYear: ChannelFacts = { ...facts, nameOf: dayNames(days.map(({ date }) => date)) };
  return layout({
    index,
    dress,
    path: yearPath(slug, year),
    title: isolated(`${name} in ${year}`),
    description: `${linesOnDays(days)} of ${year} in ${name}.`,
    crumbs: [{ name, path: channelPath(slug) }, { name: year }],
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
    main: html`<header class=sheet><h1><a href=${href(base, channelPath(slug))}>${name}</a> ${year}</h1>
<dl class=fields><div><dt>Lines<dd>${grouped(linesOf(days))}</div><div><dt>Days spoken<dd>${daysSpoken(days)}</div><div><dt>People who spoke<dd>${speakersOf(days)}</div></dl>
</header>
<div class=spread>
<div class=body>
<section aria-labelledby=calendar><h2 id=calendar>Calendar</h2>
<div class=months>${monthsOf(days).map((month) => monthTable(base, inYear, month, `m${Number(month.month.slice(5))}`))}</div>
${KEY}</section>
<section aria-labelledby=days><h2 id=days>Days</h2>
${ledger(base, inYear, days)}</section>
</div>
<aside class=margin aria-label="Years">
<h2>Years</h2><ul class=roll>${yearsOf(channel.days).map(
      (one) =>
        html`<li><a href=${href(base, yearPath(slug, one.year))}${one.year === year && markup(' aria-current=page')}>${one.year}</a>`,
    )}</ul></aside>
</div>`,
  });
}

const KEY = markup(
  '<p class=key>The stronger the green, the busier the day. Where there is room a strip shows the hours in which people spoke. A dot marks a day of arrivals and departures only.</p>',
);

/** The days of the latest three months that have any, whole months. */
function recentDays(days: readonly DaySummary[]): readonly DaySummary[] {
  return monthsOf(days)
    .slice(-3)
    .flatMap((month) => month.days);
}

function daysSpoken(days: readonly DaySummary[]): string {
  return `${grouped(days.filter(({ lines }) => lines > 0).length)} of ${grouped(days.length)}`;
}

function speakersOf(days: readonly DaySummary[]): string {
  return grouped(new Set(days.flatMap(({ speakers }) => speakers.map(([name]) => name))).size);
}

function describe({ index: { days }, people: all }: ChannelFacts): string {
  const names = all.slice(0, 4).map(({ name }) => isolated(name));
  const who = all.length > 4 ? [...names.slice(0, 3), `${all.length - 3} more`] : names;
  return `${linesOnDays(days)}, ${spanName(days[0]!.date, days.at(-1)!.date)}. People: ${listed(who)}.`;
}

function fields(index: ArchiveIndex, facts: ChannelFacts): Markup {
  const { base, zone } = index;
  const network = networkToShow(index, facts.index.channel);
  const { slug } = facts.index.channel;
  const first = facts.index.days[0]!;
  const last = facts.spoken.at(-1);
  const line = last?.lastId === undefined ? '' : `#${last.lastId}`;
  return html`<dl class=fields>${network && html`<div><dt>Network<dd>${network}</div>`}<div><dt>Lines<dd>${grouped(facts.lines)}</div><div><dt>Days spoken<dd>${daysSpoken(facts.index.days)}</div><div><dt>People<dd>${grouped(facts.people.length)}</div><div><dt>First day<dd><a href=${href(base, dayPath(slug, first.date))}>${facts.nameOf(first.date)}</a></div>${
    last?.last !== undefined &&
    html`<div><dt>Last words<dd><a href=${href(base, dayPath(slug, last.date) + line)}>${facts.nameOf(last.date)}, ${hmAt(zone, last.last)}</a></div>`
  }<div><dt>Times<dd>${zoneName(zone)}</div></dl>`;
}

/** Years by months, in four greens: the way into a long life. */
function overview(base: string, facts: ChannelFacts): Markup {
  const { slug } = facts.index.channel;
  const years = yearsOf(facts.index.days);
  const levelOf = quarters(
    years.flatMap(({ months }) => months.map(({ days }) => linesOf(days))).filter((lines) => lines > 0),
  );
  const rows = years.map(({ year, lines, months }) => {
    const cells = Array.from({ length: 12 }, (_, i) => {
      const month = months.find(({ month: name }) => Number(name.slice(5)) === i + 1);
      if (!month) return html`<td>`;
      const total = linesOf(month.days);
      return html`<td class=a${levelOf(total)}><a href=${href(base, yearPath(slug, year, i + 1))} title=${`${monthName(month.month)}: ${linesOnDays(month.days)}`}><span class=vh>${monthName(month.month)}: </span>${shortCount(total)}<span class=vh> ${total === 1 ? 'line' : 'lines'}</span></a>`;
    });
    return html`<tr><th scope=row><a href=${href(base, yearPath(slug, year))}>${year}</a>${cells}<td class=num>${grouped(lines)}\n`;
  });
  return html`<section aria-labelledby=years><h2 id=years>Years</h2>
<table class=years><thead><tr><th scope=col>Year${MONTHS.map(
    (name) => html`<th scope=col><abbr title=${name}>${name[0]}</abbr>`,
  )}<th scope=col class=num>Lines<tbody>
${rows}</table></section>
`;
}

const MONTHS = Array.from(
  { length: 12 },
  (_, i) => monthName(`2000-${String(i + 1).padStart(2, '0')}`).split(' ')[0] ?? '',
);

/** A count in four characters: `950`, `1.2k`, `34k`. */
function shortCount(count: number): string {
  if (count < 1000) return String(count);
  return count < 9950 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`;
}

function yearLinks(base: string, facts: ChannelFacts): Markup {
  const { slug } = facts.index.channel;
  const links = yearsOf(facts.index.days).map(
    ({ year }) => html` <a href=${href(base, yearPath(slug, year))}>${year}</a>`,
  );
  return html`<p class=key>All days of${links}</p>`;
}

function people(base: string, facts: ChannelFacts): Value {
  if (facts.people.length === 0) return undefined;
  const { slug } = facts.index.channel;
  const shown = facts.people.slice(0, MOST_PEOPLE);
  return html`<h2><a href=${href(base, peoplePath(slug))}>People</a></h2><ul class=roll>${shown.map((person) => html`<li>${personLink(base, facts, person.name)} <small>${saidBy(facts, person)}</small>`)}${
    facts.people.length > shown.length &&
    html`<li><a href=${href(base, peoplePath(slug))}>all ${grouped(facts.people.length)} people</a>`
  }${facts.index.presence !== 'none' && html`<li><a href=${href(base, presencePath(slug))}>who was here when</a>`}</ul>
`;
}

/** `315 lines, 14 days, also jcuster_`. */
function saidBy(facts: ChannelFacts, person: ChannelFacts['people'][number]): Markup {
  const others = person.nicks.filter((nick) => nick !== person.name).map(isolated);
  const shown = others.length > 4 ? [...others.slice(0, 3), `${others.length - 3} more nicks`] : others;
  return html`${
    person.lines === 0
      ? 'never spoke'
      : `${counted(person.lines, 'line')}, ${counted(facts.daysOf(person.name), 'day')}`
  }${person.bot && ', a bot'}${shown.length > 0 && `, also ${listed(shown)}`}`;
}

function references(base: string, slug: string, citations: readonly CitationSummary[]): Value {
  if (citations.length === 0) return undefined;
  return html`<h2><a href=${href(base, referencesPath(slug))}>References</a></h2><ul class=roll>${citations
    .slice(0, MOST_CITATIONS)
    .map(
      (citation) =>
        html`<li><a href=${href(base, referencesPath(slug, citation.name))}>${shortName(citation)}</a> <small>${counted(citation.lines, 'line')}</small>`,
    )}${
    citations.length > MOST_CITATIONS &&
    html`<li><a href=${href(base, referencesPath(slug))}>all ${grouped(citations.length)}</a>`
  }</ul>
`;
}
