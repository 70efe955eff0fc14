// A person of a channel: a row a day with presence and speech, hours, nicks with the evidence for each, who names whom.
// A long life shows its latest days, and its months.
import { counted, grouped } from '../../shared/numbers.ts';
import type { Text } from '../../shared/text-room.ts';
import type { ArchiveIndex, ChannelIndex, PersonSummary } from '../../store.ts';
import { utcMidnight } from '../../time.ts';
import { laneOf, stripOf } from '../parts/calendar.ts';
import { factsOf } from '../parts/channel-facts.ts';
import type { ChannelFacts } from '../parts/channel-facts.ts';
import { hmAt } from '../parts/clock.ts';
import { datedInYear, listed } from '../parts/dates.ts';
import { html, isolated, markup } from '../parts/html.ts';
import type { Markup, Value } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { dayLink, personLink } from '../parts/ledger.ts';
import type { Life, LifeDay, LifeWords } from './lives.ts';
import { isLong, LATEST } from './month-lives.ts';
import { nicks } from './nicks.ts';
import { monthName, spanName } from '../parts/spans.ts';
import { channelPath, dayPath, href, personPath } from '../parts/urls.ts';

const MOST_NAMES = 12;
const DAY = 86_400;

/** The page of a person; `life` is missing for who was never drawn. */
export function renderPerson(
  index: ArchiveIndex,
  channel: ChannelIndex,
  person: PersonSummary,
  life: Life | undefined,
  dress: Dress,
): Text {
  const facts = factsOf(channel);
  const { slug, name: channelName } = channel.channel;
  const { name, hue } = person;
  return layout({
    index,
    dress,
    path: personPath(slug, name),
    title: `${isolated(name)} in ${isolated(channelName)}`,
    description: describe(facts, person),
    crumbs: [{ name: channelName, path: channelPath(slug) }, { name }],
    main: html`<div class=n${hue}>
<header class=sheet><h1 class=nick><a href=${href(index.base, channelPath(slug))}>${channelName}</a> <bdi>${name}</bdi></h1>
${fields(index, facts, person, life)}
</header>
<div class=spread><div class=body>
${life && life.days.length > 0 ? presence(index.base, facts, person, life) : html`<p class=say>${isolated(name)} was here from ${datedInYear(person.firstDay)} to ${datedInYear(person.lastDay)}${person.lines === 0 && ' and never spoke'}.</p>`}
</div>
<aside class=margin aria-label=${`About ${isolated(name)}`}>
${nicks(index, facts, person, life)}${life && html`${hours(life)}${names(index.base, facts, life)}`}</aside></div></div>`,
  });
}

function describe(facts: ChannelFacts, person: PersonSummary): string {
  const others = person.nicks.filter((nick) => nick !== person.name).map(isolated);
  const said =
    person.lines > 0
      ? `${counted(person.lines, 'line')} on ${counted(facts.daysOf(person.name), 'day')}`
      : 'Never spoke';
  const also = others.length > 0 ? `, also as ${listed(others.slice(0, 4))}` : '';
  return `${said}${also}. ${facts.index.presence === 'none' ? 'Activity' : 'Presence and activity'}, ${spanName(person.firstDay, person.lastDay)}.`;
}

function fields(index: ArchiveIndex, facts: ChannelFacts, person: PersonSummary, life: Life | undefined): Markup {
  const { slug } = facts.index.channel;
  const words = (label: string, line: LifeWords | undefined): Value =>
    line &&
    html`<div><dt>${label}<dd><a href=${href(index.base, `${dayPath(slug, line.date)}#${line.id}`)}>${datedInYear(line.date)}, ${hmAt(index.zone, line.at)}</a></div>`;
  const seenOn = (date: string): Markup =>
    facts.isPaged(date) ? dayLink(index.base, facts, date, datedInYear(date)) : html`<span>${datedInYear(date)}</span>`;
  const present = life?.whole.present ?? 0;
  return html`<dl class=fields><div><dt>Lines<dd>${grouped(person.lines)}</div><div><dt>Days spoken<dd>${grouped(facts.daysOf(person.name))}</div>${words('First words', life?.whole.first)}${words('Last words', life?.whole.last)}${
    facts.index.presence !== 'none' &&
    html`<div><dt>Seen<dd>${seenOn(person.firstDay)}${person.lastDay !== person.firstDay && html`<small>to</small>${seenOn(person.lastDay)}`}</div>`
  }${
    present > 0 && html`<div><dt>Hours present<dd>${grouped(Math.round(present / 3600))}</div>`
  }<div><dt>Nicks<dd>${person.nicks.slice(0, 6).map((nick) => html`<bdi>${nick}</bdi> `)}${person.nicks.length > 6 && html`<small>and ${person.nicks.length - 6} more</small>`}</div>${person.bot && markup('<div><dt>Kind<dd>bot</div>')}</dl>`;
}

const HOURS = markup(
  '<ol class=hours aria-hidden=true><li>00<li>03<li>06<li>09<li>12<li>15<li>18<li>21</ol><span class=vh>Presence over the day</span>',
);

function presence(base: string, facts: ChannelFacts, person: PersonSummary, life: Life): Markup {
  const { days } = life;
  const { firstDay, lastDay } = person;
  const key = facts.index.presence === 'none' ? ONLY_SAID : KEY;
  if (!isLong(person)) {
    return html`<section aria-labelledby=presence><h2 id=presence>${facts.index.presence === 'none' ? 'Days' : 'Presence'}</h2>
${dayTable(base, facts, everyDay(firstDay, lastDay), days)}${key}</section>
`;
  }
  const latest = days.slice(-LATEST);
  return html`<section aria-labelledby=presence><h2 id=presence>Latest days</h2>
${dayTable(
  base,
  facts,
  latest.map(({ date }) => date),
  latest,
)}${key}</section>
${months(base, facts, life)}`;
}

const KEY = markup(
  '<p class=key>A line is time in the channel (the thin lower one is a second nick), the marks across it are what was said, taller for more. Dashed: it began before anybody saw it begin; hollow: a connection lost and made again, or a netsplit; dotted: nobody was logging. Weekends are shaded.</p>',
);
const ONLY_SAID = markup(
  '<p class=key>The marks are what was said, taller for more. Who was there is not shown. Weekends are shaded.</p>',
);

/** All dates from one to another, both included. */
function everyDay(first: string, last: string): readonly string[] {
  const count = (utcMidnight(last) - utcMidnight(first)) / DAY + 1;
  return Array.from({ length: count }, (_, i) =>
    new Date((utcMidnight(first) + i * DAY) * 1000).toISOString().slice(0, 10),
  );
}

function dayTable(base: string, facts: ChannelFacts, rows: readonly string[], days: readonly LifeDay[]): Markup {
  const { slug } = facts.index.channel;
  const here = facts.index.presence !== 'none';
  const byDate = new Map(days.map((day) => [day.date, day]));
  const trs = rows.map((date) => {
    const day = byDate.get(date);
    const weekday = new Date(utcMidnight(date) * 1000).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    const path = dayPath(slug, date);
    const lines =
      day && day.lines > 0
        ? html`<a href=${href(base, `${path}${day.firstId ? `#${day.firstId}` : ''}`)}>${grouped(day.lines)}</a>`
        : '–';
    return html`<tr${weekend && markup(' class=we')}><th scope=row>${dayLink(base, facts, date)}<td class=ln>${day && lane(day)}<td class=num>${lines}${here && html`<td class=num>${day && day.present > 0 ? (day.present / 3600).toFixed(1) : '–'}`}
`;
  });
  return html`<table class=roll24><thead><tr><th scope=col>Day<th scope=col class=ln>${HOURS}<th scope=col class=num>Lines${here && html`<th scope=col class=num>Hours`}<tbody>
${trs}</table>
`;
}

const lane = ({ blind, here, unseen, second, hollow, said }: LifeDay): Markup =>
  laneOf(1440, { u: blind, p: here, o: unseen, q: second, h: hollow, m: said });

/** The months of a long life: the hours of speech, and sums. */
function months(base: string, facts: ChannelFacts, life: Life): Markup {
  const here = facts.index.presence !== 'none';
  const rows = [...life.months]
    .reverse()
    .filter(([, { days }]) => days > 0)
    .map(([month, { days, lines, present, strip }]) => {
      const name = monthName(month);
      const calendar = facts.calendarOf(month);
      return html`<tr><th scope=row>${calendar === undefined ? name : html`<a href=${href(base, calendar)}>${name}</a>`}<td class=st>${stripOf(strip, Math.max(4, lines / 12))}<td class=num>${grouped(days)}<td class=num>${lines > 0 ? grouped(lines) : '–'}${here && html`<td class=num>${grouped(Math.round(present / 3600))}`}
`;
    });
  return html`<section aria-labelledby=months><h2 id=months>Months</h2>
<table class=ledger><thead><tr><th scope=col>Month<th scope=col class=st>00–24 h<th scope=col class=num>Days<th scope=col class=num>Lines${here && html`<th scope=col class=num>Hours`}<tbody>
${rows}</table></section>
`;
}

function hours({ whole: { hours: counts } }: Life): Value {
  const most = Math.max(0, ...counts);
  if (most === 0) return undefined;
  const spoken = counts.flatMap((lines, hour) => (lines > 0 ? [`${String(hour).padStart(2, '0')}:00 ${lines}`] : []));
  const bars = counts.map((lines, hour) => {
    const height = lines === 0 ? 1 : Math.max(2, Math.round((lines / most) * 460) / 10);
    return html`<rect${lines === 0 && markup(' class=z')} x=${hour * 10 + 1} y=${Math.round((48 - height) * 10) / 10} width=8 height=${height} />`;
  });
  return html`<h2>Hours</h2><svg class=hist viewBox="0 0 240 48" preserveAspectRatio=none role=img aria-label=${`Lines by hour: ${spoken.join(', ')}`}>${bars}</svg><ol class="hours quarters" aria-hidden=true><li>00<li>06<li>12<li>18</ol>
`;
}

function names(base: string, facts: ChannelFacts, life: Life): Value {
  const all = [...life.whole.names].sort((one, other) => other[1] + other[2] - one[1] - one[2]).slice(0, MOST_NAMES);
  if (all.length === 0) return undefined;
  const rows = all.map(
    ([
      name,
      given,
      named,
    ]) => html`<tr><th scope=row class=pp>${personLink(base, facts, name)}<td class=num>${grouped(given)}<td class=num>${grouped(named)}
`,
  );
  return html`<h2>Names</h2><table class=mini><thead><tr><th scope=col>With<th scope=col class=num>names<th scope=col class=num>is named by<tbody>
${rows}</table>
`;
}
