// Everybody of a channel: how much each said, on how many days, from when to when, under which nicks.
import { grouped } from '../../shared/numbers.ts';
import type { Text } from '../../shared/text-room.ts';
import type { ArchiveIndex, ChannelIndex } from '../../store.ts';
import { factsOf } from '../parts/channel-facts.ts';
import type { ChannelFacts } from '../parts/channel-facts.ts';
import { briefDate } from '../parts/dates.ts';
import { html, isolated } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { dayLink, personLink } from '../parts/ledger.ts';
import { channelPath, href, peoplePath, presencePath } from '../parts/urls.ts';

/** The page of a channel's people: those who spoke, most lines first, then those who only came. */
export function renderPeople(index: ArchiveIndex, channel: ChannelIndex, dress: Dress): Text {
  const { base } = index;
  const { slug, name } = channel.channel;
  const facts = factsOf(channel);
  const spoke = facts.people.filter(({ lines }) => lines > 0);
  const silent = facts.people.filter(({ lines }) => lines === 0);
  return layout({
    index,
    dress,
    path: peoplePath(slug),
    title: isolated(`People of ${name}`),
    description: `${grouped(facts.people.length)} people were in ${isolated(name)}; ${grouped(spoke.length)} of them spoke.`,
    crumbs: [{ name, path: channelPath(slug) }, { name: 'People' }],
    main: html`<header class=sheet><h1><a href=${href(base, channelPath(slug))}>${name}</a> People</h1>
<dl class=fields><div><dt>People<dd>${grouped(facts.people.length)}</div><div><dt>Spoke<dd>${grouped(spoke.length)}</div><div><dt>Lines<dd>${grouped(facts.lines)}</div>${channel.presence !== 'none' && html`<div><dt>Presence<dd><a href=${href(base, presencePath(slug))}>who was here when</a></div>`}</dl>
</header>
<div class=spread><div class=body>
${
  spoke.length > 0 &&
  html`<section aria-labelledby=spoke><h2 id=spoke>Who spoke</h2>
${table(base, facts, spoke)}</section>
`
}${
      silent.length > 0 &&
      html`<section aria-labelledby=came><h2 id=came>Who only came</h2>
${table(base, facts, silent)}</section>
`
    }</div></div>`,
  });
}

function table(base: string, facts: ChannelFacts, people: ChannelFacts['people']): Markup {
  // Most come once: many of thousands on the same days.
  const known = new Map<string, Markup>();
  const day = (date: string): Markup => {
    let cell = known.get(date);
    if (!cell) known.set(date, (cell = dayLink(base, facts, date, briefDate(date))));
    return cell;
  };
  const rows = people.map((person) => {
    const others = person.nicks.filter((nick) => nick !== person.name);
    return html`<tr><th scope=row class=pp>${personLink(base, facts, person.name)}${person.bot && html` <small>bot</small>`}<td class=num>${grouped(person.lines)}<td class=num>${grouped(facts.daysOf(person.name))}<td>${day(person.firstDay)}<td>${day(person.lastDay)}<td class=tt>${others.slice(0, 6).map(isolated).join(' ')}${others.length > 6 && html` <small>and ${others.length - 6} more</small>`}
`;
  });
  return html`<table class="ledger list"><thead><tr><th scope=col>Person<th scope=col class=num>Lines<th scope=col class=num>Days<th scope=col>First<th scope=col>Last<th scope=col class=tt>Also<tbody>
${rows}</table>
`;
}
