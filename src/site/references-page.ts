// What was cited: a page a channel with every citing line, and a page a bug, to link to from its tracker.
import { counted, grouped } from '../shared/numbers.ts';
import type { Archive, ArchiveIndex, ChannelIndex, CitationSummary } from '../store.ts';
import { factsOf, shownLink } from './channel-facts.ts';
import type { ChannelFacts } from './channel-facts.ts';
import { citationOf, citationsOf } from './citations.ts';
import type { Citation, CitingLine } from './citations.ts';
import { clockOf, hms, iso } from './clock.ts';
import { listed } from './dates.ts';
import { html, isolated, markup } from './html.ts';
import type { Markup, Value } from './html.ts';
import { layout } from './layout.ts';
import type { Dress } from './layout.ts';
import { direction } from './ledger.ts';
import { textsOf } from './links.ts';
import type { Texts } from './links.ts';
import { anchorOf, bugPath, channelPath, dayPath, href, referencesPath } from './urls.ts';

const KINDS: readonly { readonly kind: Citation['kind']; readonly title: string; readonly one: string }[] = [
  { kind: 'bug', title: 'Bugs', one: 'bug' },
  { kind: 'link', title: 'Links', one: 'link' },
  { kind: 'path', title: 'Paths', one: 'path' },
  { kind: 'commit', title: 'Commits', one: 'commit' },
];

/** So many citing lines are on the page of a channel that cites little: beyond, each thing shows its latest few. */
const MOST_LINES = 2000;
const FEW_LINES = 5;
/** Beyond as many things of one kind a page lists the latest cited. */
const MOST_OF_A_KIND = 400;

interface Shelf {
  /** Lines that are shown of one thing. */
  readonly most: number;
  readonly index: ArchiveIndex;
  readonly facts: ChannelFacts;
  readonly texts: Texts;
}

/** The page of what a channel cites. */
export function renderReferences(archive: Archive, channel: ChannelIndex, dress: Dress): string {
  const { index } = archive;
  const { slug, name } = channel.channel;
  const { base } = index;
  const all = citationsOf(archive, channel);
  const total = all.reduce((sum, citation) => sum + citation.citing.length, 0);
  const shelf = shelfOf(index, channel, total > MOST_LINES ? FEW_LINES : Infinity);
  const groups = KINDS.map((kind) => ({
    ...kind,
    citations: all.filter((citation) => citation.kind === kind.kind),
  })).filter(({ citations }) => citations.length > 0);
  const counts = groups.map(({ one, citations }) => counted(citations.length, one));
  const lines = new Set(all.flatMap((citation) => citation.citing.map(({ day, id }) => `${day.date} ${id}`))).size;
  const ids = new Set<string>();
  return layout({
    index,
    dress,
    path: referencesPath(slug),
    title: isolated(`References in ${name}`),
    description: `${listed(counts)} mentioned in ${isolated(name)}, each with the lines that mention it.`,
    crumbs: [{ name, path: channelPath(slug) }, { name: 'References' }],
    main: html`<header class=sheet><h1><a href=${href(base, channelPath(slug))}>${name}</a> References</h1>
<dl class=fields>${groups.map(({ title, citations }) => html`<div><dt>${title}<dd>${grouped(citations.length)}</div>`)}<div><dt>Lines<dd>${grouped(lines)}</div><div class=wide><dt>Taken from<dd>what people said, not quit messages</div></dl>
</header>
<div class=spread><div class=body>
${groups.map(
  ({ kind, title, citations }) => html`<section aria-labelledby=${kind}s><h2 id=${kind}s>${title}</h2>
${citations.slice(0, MOST_OF_A_KIND).map((citation) => entry(shelf, citation, uniqueId(ids, anchorOf(citation.name))))}${
    citations.length > MOST_OF_A_KIND &&
    html`<p class=key>And ${grouped(citations.length - MOST_OF_A_KIND)} that were last cited before these.</p>`
  }</section>
`,
)}</div>
<aside class=margin aria-label=Contents>
<h2>Contents</h2><ul class=roll>${groups.map(({ kind, one, citations }) =>
      kind === 'bug'
        ? citations.slice(0, 12).map(({ name: bug }) => html`<li><a href=#${anchorOf(bug)}>${bug}</a>`)
        : html`<li><a href=#${kind}s>${counted(citations.length, one)}</a>`,
    )}</ul></aside>
</div>`,
  });
}

/** A bug, and the channels that cite it. */
export interface Bug {
  readonly name: string;
  readonly in: readonly { readonly channel: ChannelIndex; readonly citation: CitationSummary }[];
}

/** All bugs that are cited anywhere, each address once. */
export function bugsOf(index: ArchiveIndex): readonly Bug[] {
  const bugs = new Map<string, { name: string; in: { channel: ChannelIndex; citation: CitationSummary }[] }>();
  for (const channel of index.channels) {
    for (const citation of channel.citations) {
      if (citation.kind !== 'bug') continue;
      const path = bugPath(citation.name);
      const bug = bugs.get(path);
      if (bug) bug.in.push({ channel, citation });
      else bugs.set(path, { name: citation.name, in: [{ channel, citation }] });
    }
  }
  return [...bugs.values()];
}

/** The page of a bug: every line of every channel that mentions it. */
export function renderBug(archive: Archive, { name, in: places }: Bug, dress: Dress): string {
  const { index } = archive;
  const { base } = index;
  const found = places.map(({ channel, citation }) => ({
    shelf: shelfOf(index, channel, Infinity),
    citation: citationOf(archive, channel, citation),
  }));
  const lines = found.reduce((sum, { citation }) => sum + citation.citing.length, 0);
  const address = found[0]?.citation.href;
  const only = found.length === 1 ? found[0]!.shelf.facts.index.channel : undefined;
  return layout({
    index,
    dress,
    path: bugPath(name),
    title: isolated(name),
    description: `${name} is mentioned in ${counted(lines, 'line')} of ${listed(found.map(({ shelf }) => isolated(shelf.facts.index.channel.name)))}.`,
    crumbs: [...(only ? [{ name: only.name, path: channelPath(only.slug) }] : []), { name }],
    main: html`<header class=sheet><h1>${name}</h1>
<dl class=fields><div><dt>Lines<dd>${grouped(lines)}</div><div><dt>Mentioned in<dd>${found.map(({ shelf: { facts } }) => html`<a href=${href(base, referencesPath(facts.index.channel.slug, name))}>${facts.index.channel.name}</a>`)}</div>${
      address !== undefined &&
      html`<div class=wide><dt>In the tracker<dd><a href=${address} rel="nofollow noreferrer">${shownLink(address)}</a></div>`
    }</dl>
</header>
<div class=spread><div class=body>
${found.map(({ shelf, citation }) => {
  const { channel } = shelf.facts.index;
  return html`<section class=ref aria-labelledby=in-${channel.slug}><h2 id=in-${channel.slug}><a href=${href(base, channelPath(channel.slug))}>${channel.name}</a></h2>
${list(shelf, citation.citing)}</section>
`;
})}</div></div>`,
  });
}

/** A bug for machines: who said what about it, where, oldest first. */
export function bugFile(archive: Archive, { name, in: places }: Bug): string {
  const mentions = places.flatMap(({ channel, citation }) =>
    citationOf(archive, channel, citation).citing.map(({ day, id, at, by, text }) => ({
      path: `${dayPath(channel.channel.slug, day.date)}#${id}`,
      channel: channel.channel.name,
      at,
      by,
      text,
    })),
  );
  return `${JSON.stringify({ version: 1, name, mentions: mentions.sort((a, b) => a.at - b.at) })}\n`;
}

function shelfOf(index: ArchiveIndex, channel: ChannelIndex, most: number): Shelf {
  const facts = factsOf(channel);
  const nobody = {
    nameOf: (nick: string) => nick,
    isBot: () => false,
    hueOf: () => 1,
    hueOfName: () => 1,
    known: () => false,
    maybe: () => false,
    named: () => undefined,
  };
  return { index, facts, texts: textsOf(nobody, index.trackers), most };
}

function uniqueId(taken: Set<string>, wanted: string): string {
  let id = wanted || 'reference';
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

function entry(shelf: Shelf, citation: Citation, id: string): Markup {
  const { kind, name, href: address, citing: lines } = citation;
  const { facts, index } = shelf;
  const dates = [...new Set(lines.map(({ day }) => day.date))];
  const when =
    dates.length > 3
      ? `${counted(dates.length, 'day')} from ${facts.nameOf(dates[0]!)} to ${facts.nameOf(dates.at(-1)!)}`
      : listed(dates.map(facts.nameOf));
  return html`<section class=ref id=${id}><h3>${title(kind, name, address, index.base)}</h3><p>${counted(lines.length, 'line')}, ${when}${
    kind === 'bug' &&
    address !== undefined &&
    html`, <a href=${address} rel="nofollow noreferrer">in the tracker</a> at ${shownLink(address).replace(/\/.*/, '')}`
  }</p>${list(shelf, lines)}</section>
`;
}

function title(kind: Citation['kind'], name: string, address: string | undefined, base: string): Value {
  if (kind === 'bug') return html`<a href=${href(base, bugPath(name))}>${name}</a>`;
  if (kind === 'link') return html`<a href=${address ?? name} rel="nofollow noreferrer">${shownLink(name)}</a>`;
  return html`<code>${name}</code>`;
}

/** The citing lines, newest first. */
function list(shelf: Shelf, lines: readonly CitingLine[]): Markup {
  const shown = [...lines].reverse().slice(0, shelf.most);
  const rest = lines.length - shown.length;
  return html`<ol>${shown.map((line) => item(shelf, line))}</ol>${rest > 0 && html`<p>and ${counted(rest, 'earlier line')}</p>`}`;
}

function item({ index: { base, zone }, facts, texts }: Shelf, line: CitingLine): Markup {
  const { day, id, at, by, text, before } = line;
  const clock = clockOf({ ...day, zone });
  const hue = (name: string): number => facts.personOf(name)?.hue ?? 1;
  const path = `${dayPath(facts.index.channel.slug, day.date)}#${id}`;
  const said = (words: string): Markup => html`<q${direction(words)}>${markup(texts.show(words))}</q>`;
  return html`<li class=n${hue(by)}>${before && html`<p class=n${hue(before.by)}><b>${before.by}</b> ${said(before.text)}</p>`}<a href=${href(base, path)}><time datetime=${iso(clock, at)}>${facts.nameOf(day.date)}, ${hms(clock, at)}</time></a> <b>${by}</b> ${said(text)}
`;
}
