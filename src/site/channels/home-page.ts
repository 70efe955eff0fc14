// The home page: a block a channel, what was said lately, what was cited, and how to cite. With many channels, blocks for
// the liveliest and a list of all; with none, how to add logs.
import { counted, grouped } from '../../shared/numbers.ts';
import type { Text } from '../../shared/text-room.ts';
import { LATEST_TOLD, type Archive, type ArchiveIndex, type ChannelCard } from '../../store.ts';
import { linesOnDays } from '../parts/calendar.ts';
import { dayNames, networkNote, networkToShow } from '../parts/channel-facts.ts';
import { hmAt } from '../parts/clock.ts';
import { listed } from '../parts/dates.ts';
import { html, isolated, markup } from '../parts/html.ts';
import type { Markup, Value } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { direction, joined, pageLink } from '../parts/ledger.ts';
import { runOf } from './run.ts';
import { spanName } from '../parts/spans.ts';
import { specimenOf } from './specimen.ts';
import { bugPath, channelPath, dayPath, href, pagePath, referencesPath } from '../parts/urls.ts';

const MOST_BLOCKS = 6;
const BLOCKS_BESIDE_A_LIST = 3;

/** A prose page as the home page lists it. */
export interface PageLink {
  readonly title: string;
  readonly name: string;
}

/** The home page of an archive; `intro` are the owner's own first words. */
export function renderHome(archive: Archive, pages: readonly PageLink[], dress: Dress, intro?: Markup): Text {
  const { index } = archive;
  const all = index.channels;
  const specimen = specimenOf(archive);
  const main =
    all.length === 0
      ? emptyHouse(index)
      : html`<header class=sheet><h1>${index.title}</h1>
${
  intro
    ? html`<div class="lede prose">${intro}</div>`
    : markup(
        '<p class=lede>What was said in the channels, a page for each day. Every line has an address; follow its time to get it.</p>',
      )
}
</header>
<div class=spread><div class=body>
${channels(archive)}${specimen && citing(specimen)}</div>
<aside class=margin aria-label=Lately>
${lately(index)}${references(index)}${pageList(index, pages)}</aside></div>`;
  return layout({ index, dress, path: '', title: index.title, description: describe(all), main });
}

function describe(all: readonly ChannelCard[]): string {
  const named = all
    .filter(({ spoken }) => spoken > 0)
    .sort((a, b) => b.lines - a.lines)
    .map(
      ({ channel, lines, dates }) =>
        `${isolated(channel.name)}, ${counted(lines, 'line')}, ${spanName(dates[0]!, dates.at(-1)!)}`,
    );
  if (named.length === 0) return 'A chat archive: a page for each day, an address for each line.';
  const rest = named.length - 3;
  return `Chat transcripts: ${named.slice(0, 3).join('; ')}${rest > 0 ? `; and ${counted(rest, 'more channel')}` : ''}.`;
}

function channels({ index, linesOf }: Archive): Markup {
  const all = index.channels;
  const many = all.length > MOST_BLOCKS;
  const last = ({ latest }: ChannelCard): number => latest.at(-1)?.last ?? 0;
  const blocks = many ? [...all].sort((a, b) => last(b) - last(a)).slice(0, BLOCKS_BESIDE_A_LIST) : all;
  return html`<section aria-labelledby=channels><h2 id=channels>${many ? 'Lately spoken in' : 'Channels'}</h2>
${blocks.map((card) => block(index, card, linesOf(card.channel.slug)))}</section>
${many && channelList(index)}`;
}

/** A channel by its card and the lines of its days. */
function block(index: ArchiveIndex, card: ChannelCard, lines: readonly number[]): Markup {
  const { base, zone } = index;
  const { channel, topic, dates, bugs, talkative } = card;
  const { slug, name } = channel;
  const days = dates.map((date, i) => ({ date, lines: lines[i] ?? 0 }));
  const nameOf = dayNames(dates);
  const latest = card.latest.at(-1);
  const row = (label: string, parts: readonly Markup[], rest = 0): Value =>
    parts.length > 0 &&
    html`<div><dt>${label}<dd>${joined(', ', parts)}${rest > 0 && html` <small>and ${grouped(rest)} more</small>`}</div>
`;
  const rows = [
    row(
      'People',
      talkative.map((person) => pageLink(base, slug, person)),
      card.speakers - talkative.length,
    ),
    row(
      'Busiest',
      card.busiest.map(
        (day) =>
          html`<a href=${href(base, dayPath(slug, day.date))}>${nameOf(day.date)}</a> <small>${grouped(day.lines)}</small>`,
      ),
    ),
    row(
      'Latest',
      latest?.last === undefined
        ? []
        : [
            html`<a href=${href(base, `${dayPath(slug, latest.date)}${latest.lastId === undefined ? '' : `#${latest.lastId}`}`)}>${nameOf(latest.date)}</a> <small>${hmAt(zone, latest.last)}</small>`,
          ],
    ),
    row(
      'Bugs',
      bugs.slice(0, 6).map((bug) => html`<a href=${href(base, referencesPath(slug, bug))}>${bug}</a>`),
      bugs.length - 6,
    ),
  ];
  return html`<div class=chan><h3><a href=${href(base, channelPath(slug))}${direction(name)}>${name}</a>${networkNote(index, channel)}</h3>
${topic && html`<p class=topic${direction(topic)}>${topic}</p>`}<p>${linesOnDays(days)}, ${spanName(days[0]!.date, days.at(-1)!.date)}</p>
${runOf(base, slug, days)}${rows.some(Boolean) && html`<dl class=facts>${rows}</dl>`}</div>
`;
}

function channelList(index: ArchiveIndex): Markup {
  const { base, channels: all } = index;
  const sorted = [...all].sort((a, b) => (a.channel.slug < b.channel.slug ? -1 : 1));
  const rows = sorted.map((card) => {
    const { slug, name } = card.channel;
    const latest = card.latest.at(-1);
    return html`<tr><th scope=row><a href=${href(base, channelPath(slug))}${direction(name)}>${name}</a>${networkNote(index, card.channel)}<td class=num>${grouped(card.lines)}<td class=num>${grouped(card.spoken)}<td class=num>${grouped(card.people)}<td>${
      latest && html`<a href=${href(base, dayPath(slug, latest.date))}>${latest.date}</a>`
    }
`;
  });
  return html`<section aria-labelledby=all><h2 id=all>All ${all.length} channels</h2>
<table class="ledger list"><thead><tr><th scope=col>Channel<th scope=col class=num>Lines<th scope=col class=num>Days<th scope=col class=num>People<th scope=col>Latest<tbody>
${rows}</table></section>
`;
}

function citing(specimen: Markup): Markup {
  return html`<section aria-labelledby=citing><h2 id=citing>Citing a line</h2>
<p class=say>Each time in the left column is a link to its line. Follow one and the address bar holds the citation; shift-click another for a passage.</p>
${specimen}</section>
`;
}

/** Names of days among those of all channels: with the year where they are of several. */
function nameAmong(all: readonly ChannelCard[]): (date: string) => string {
  return dayNames(all.flatMap(({ dates }) => [...dates.slice(0, 1), ...dates.slice(-1)]).sort());
}

function lately(index: ArchiveIndex): Value {
  const { base, channels: all } = index;
  const latest = all
    .flatMap((card) => card.latest.map((day) => ({ card, day })))
    .sort((a, b) => (b.day.last ?? 0) - (a.day.last ?? 0))
    .slice(0, LATEST_TOLD);
  if (latest.length === 0) return undefined;
  const nameOf = nameAmong(all);
  const items = latest.map(({ card, day }) => {
    const { slug, name } = card.channel;
    const network = networkToShow(index, card.channel);
    const names = day.speakers;
    const who = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
    return html`<li><a href=${href(base, dayPath(slug, day.date))}>${all.length > 1 && html`<bdi>${name}</bdi>, `}${nameOf(day.date)}</a> <small>${network !== undefined && html`<bdi>${network}</bdi>, `}${counted(day.lines, 'line')}, ${listed(who.map(isolated))}</small>`;
  });
  return html`<h2>Lately</h2><ul class=roll>${items}</ul>
`;
}

function references({ base, channels: all }: ArchiveIndex): Value {
  // What several channels cite stands once, with the last who did: later ones take its place.
  const cited = all.flatMap(({ latestBugs }) => latestBugs).sort((a, b) => a.last.at - b.last.at);
  if (cited.length === 0) return undefined;
  const nameOf = nameAmong(all);
  const items = [...new Map(cited.map(({ name, last }) => [bugPath(name), { name, last }]))]
    .sort(([, a], [, b]) => b.last.at - a.last.at)
    .slice(0, LATEST_TOLD)
    .map(
      ([path, { name, last }]) =>
        html`<li><a href=${href(base, path)}>${name}</a> <small>${nameOf(last.date)}, ${isolated(last.by)}</small>`,
    );
  const title =
    all.length === 1
      ? html`<a href=${href(base, referencesPath(all[0]!.channel.slug))}>References</a>`
      : markup('References');
  return html`<h2>${title}</h2><ul class=roll>${items}</ul>
`;
}

function pageList(index: ArchiveIndex, pages: readonly PageLink[]): Value {
  if (pages.length === 0) return undefined;
  return html`<h2>Pages</h2><ul class=roll>${pages.map(({ title, name }) => html`<li><a href=${href(index.base, pagePath(name))}>${title}</a>`)}</ul>
`;
}

/** What stands where no log names a channel yet. */
function emptyHouse(index: ArchiveIndex): Markup {
  return html`<header class=sheet><h1>${index.title}</h1>
<p class=lede>No channel yet: put a log into the archive folder and build again.</p>
</header>
<div class=spread><div class="body prose">
<h2>Three steps</h2>
<ol>
<li>Copy the raw logs of your chat client into <code>logs/</code> in the archive folder, as they are. XChat and HexChat keep them under <code>scrollback/</code> and <code>xchatlogs/</code> or <code>logs/</code> in their settings folder.
<li>Run <code>npm run build</code> again. It says which files it read, as which format, and what it made of them.
<li>Look at the site through a web server, or run <code>npm start</code> with the same options.
</ol>
<p>Only names that begin with <code>#</code>, <code>&amp;</code>, <code>+</code> or <code>!</code> are channels. Private conversations, server windows and status windows are counted in the build’s summary and never published; a file whose channel its name does not tell can be listed in <code>archive.yaml</code>:</p>
<pre><code>channels:
  - name: "#example"
    logs:
      - path: logs/old-example.txt
</code></pre>
</div></div>`;
}
