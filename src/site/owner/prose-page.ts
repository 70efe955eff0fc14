// Pages that are prose: the owner's, and what every archive says of itself.
import type { ArchiveIndex } from '../../store.ts';
import { citingSections } from '../cited/citing-prose.ts';
import { networkNote } from '../parts/channel-facts.ts';
import { html } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { direction } from '../parts/ledger.ts';
import type { Heading, Prose } from './prose.ts';
import { pagePath } from '../parts/urls.ts';
import type { Text } from '../../shared/text-room.ts';

/** A prose page: `name` is its path without the final `/`. */
export interface ProsePage {
  readonly name: string;
  readonly title: string;
  readonly prose: Pick<Prose, 'body' | 'headings'>;
}

/** A page of prose. */
export function renderProse(index: ArchiveIndex, { name, title, prose }: ProsePage, dress: Dress): Text {
  const parts = prose.headings.filter(({ level }) => level === 2);
  return layout({
    index,
    dress,
    path: pagePath(name),
    title,
    crumbs: [{ name: title }],
    main: html`<header class=sheet><h1${direction(title)}>${title}</h1>
</header>
<div class=spread><article class="body prose">
${prose.body}</article>
${parts.length > 2 && contents(parts)}</div>`,
  });
}

function contents(parts: readonly Heading[]): Markup {
  return html`<aside class=margin aria-label=Contents>
<h2>Contents</h2><ul class=roll>${parts.map(({ text, id }) => html`<li><a href=#${id}>${text}</a>`)}</ul></aside>`;
}

/** What stands where an address leads nowhere. */
export function renderMissing(index: ArchiveIndex, dress: Dress): Text {
  const { base } = index;
  return layout({
    index,
    dress,
    path: '404.html',
    title: 'No such page',
    data: {
      base,
      // Where channels are now, and what they were called: `xpmem xpmem-old:xpmem`.
      slugs: index.channels
        .flatMap(({ channel: { slug }, formerSlugs = [] }) => [
          slug,
          ...formerSlugs.map((former) => `${former}:${slug}`),
        ])
        .join(' '),
    },
    main: html`<header class=sheet><h1>No such page</h1>
<p class=lede>Nothing has this address. Days have addresses of the form <code>channel/2013-10-02/</code>, lines <code>#t142934g07q</code> after that.</p>
</header>
<div class=spread><div class="body prose">
<h2>Look for it here</h2>
<ul><li><a href=${base}>${index.title}</a>
${index.channels.slice(0, 50).map(({ channel }) => html`<li><a href=${base}${encodeURIComponent(channel.slug)}/>${channel.name}</a>${networkNote(index, channel)}\n`)}</ul>
</div></div>`,
  });
}

/** The Markdown of `/about/`, where the owner has no page of that name. */
export function aboutSource(index: ArchiveIndex): string {
  return `---
title: About this archive
---
What was said in the channels, a page for each day, as the logs of those who were there have it.

## Who was there

The lines above a day’s talk show who was in the channel, as far as a log tells: dashed where somebody’s arrival is not on record, dotted where nobody was logging. Where the logs are silent, nothing is claimed.

${citingSections(index)}`;
}
