// What a channel cites: each thing with the lines that cite it.
import { counted, grouped } from '../../shared/numbers.ts';
import type { Text } from '../../shared/text-room.ts';
import type { Archive, ChannelIndex } from '../../store.ts';
import { factsOf } from '../parts/channel-facts.ts';
import { citationsOf } from './citations.ts';
import type { Citation } from './citations.ts';
import { shownLink } from '../parts/cited-names.ts';
import { citingList, citingShelf, type CitingShelf } from './citing-list.ts';
import { briefDate, datedInYear, listed } from '../parts/dates.ts';
import { html, isolated } from '../parts/html.ts';
import type { Markup, Value } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { anchorOf, bugPath, channelPath, dayPath, href, referencesPath } from '../parts/urls.ts';

const KINDS: readonly { readonly kind: Citation['kind']; readonly title: string; readonly one: string }[] = [
  { kind: 'bug', title: 'Bugs', one: 'bug' },
  { kind: 'link', title: 'Links', one: 'link' },
  { kind: 'path', title: 'Paths', one: 'path' },
  { kind: 'commit', title: 'Commits', one: 'commit' },
];

/** So many citing lines are on the page of a channel that cites little: beyond, each thing shows its latest few. */
const MOST_LINES = 2000;
const FEW_LINES = 5;
/** Of as many things of one kind that were cited last a page shows lines: of the others, which old days lead to, only the last. */
const MOST_OF_A_KIND = 400;

/** The page of what a channel cites. */
export function renderReferences(archive: Archive, channel: ChannelIndex, dress: Dress): Text {
  const { index } = archive;
  const { slug, name } = channel.channel;
  const { base } = index;
  const all = citationsOf(archive, channel);
  const total = all.reduce((sum, citation) => sum + citation.citing.length, 0);
  const facts = factsOf(channel);
  const shelf = citingShelf(index, {
    slug,
    hueOf: (by) => facts.personOf(by)?.hue,
    most: total > MOST_LINES ? FEW_LINES : Infinity,
  });
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
    html`<h3>Cited before these</h3><ul class=roll>${citations.slice(MOST_OF_A_KIND).map((citation) => former(shelf, citation, uniqueId(ids, anchorOf(citation.name))))}</ul>`
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

function uniqueId(taken: Set<string>, wanted: string): string {
  let id = wanted || 'reference';
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

function entry(shelf: CitingShelf, citation: Citation, id: string): Markup {
  const { kind, name, href: address, citing: lines } = citation;
  const dates = [...new Set(lines.map(({ day }) => day.date))];
  const when =
    dates.length > 3
      ? `${counted(dates.length, 'day')} from ${datedInYear(dates[0]!)} to ${datedInYear(dates.at(-1)!)}`
      : listed(dates.map(datedInYear));
  return html`<section class=ref id=${id}><h3>${title(kind, name, address, shelf.index.base)}</h3><p>${counted(lines.length, 'line')}, ${when}${
    kind === 'bug' &&
    address !== undefined &&
    html`, <a href=${address} rel="nofollow noreferrer">in the tracker</a> at ${shownLink(address).replace(/\/.*/, '')}`
  }</p>${citingList(shelf, lines)}</section>
`;
}

function former({ slug, index: { base } }: CitingShelf, citation: Citation, id: string): Markup {
  const { kind, name, href: address, citing } = citation;
  const { day, id: line } = citing.at(-1)!;
  const last = html`<a href=${`${href(base, dayPath(slug, day.date))}#${line}`}>${briefDate(day.date)}</a>`;
  return html`<li id=${id}>${title(kind, name, address, base)}, ${citing.length > 1 && `${counted(citing.length, 'line')}, last `}${last}
`;
}

function title(kind: Citation['kind'], name: string, address: string | undefined, base: string): Value {
  if (kind === 'bug') return html`<a href=${href(base, bugPath(name))}>${name}</a>`;
  if (kind === 'link') return html`<a href=${address ?? name} rel="nofollow noreferrer">${shownLink(name)}</a>`;
  return html`<code>${name}</code>`;
}
