// Pages that are prose: the owner's, and what every archive says of itself.
import type { ArchiveIndex } from '../store.ts';
import { zoneName } from './clock.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { layout } from './layout.ts';
import type { Dress } from './layout.ts';
import type { Heading, Prose } from './prose.ts';
import { dayPath, pagePath } from './urls.ts';

/** A prose page: `name` is its path without the final `/`. */
export interface ProsePage {
  readonly name: string;
  readonly title: string;
  readonly prose: Pick<Prose, 'body' | 'headings'>;
}

/** A page of prose. */
export function renderProse(index: ArchiveIndex, { name, title, prose }: ProsePage, dress: Dress): string {
  return layout({
    index,
    dress,
    path: pagePath(name),
    title,
    crumbs: [{ name: title }],
    main: html`<header class=sheet><h1>${title}</h1>
</header>
<div class=spread><article class="body prose">
${prose.body}</article>
${prose.headings.length > 2 && contents(prose.headings)}</div>`,
  });
}

function contents(headings: readonly Heading[]): Markup {
  return html`<aside class=margin aria-label=Contents>
<h2>Contents</h2><ul class=roll>${headings.filter(({ level }) => level === 2).map(({ text, id }) => html`<li><a href=#${id}>${text}</a>`)}</ul></aside>`;
}

/** What stands where an address leads nowhere. */
export function renderMissing(index: ArchiveIndex, dress: Dress): string {
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
<p class=lede>Nothing has this address. Days have addresses of the form <code>channel/2013-10-02/</code>, lines <code>#t142934g07q</code> behind it.</p>
</header>
<div class=spread><div class="body prose">
<h2>Look for it here</h2>
<ul><li><a href=${base}>${index.title}</a>
${index.channels.slice(0, 50).map(({ channel: { slug, name } }) => html`<li><a href=${base}${encodeURIComponent(slug)}/>${name}</a>\n`)}</ul>
</div></div>`,
  });
}

/** The Markdown of `/about/`, where the owner has no page of that name. */
export function aboutSource(index: ArchiveIndex): string {
  const latest = index.channels
    .map(({ channel, days }) => ({ slug: channel.slug, day: days.findLast(({ lastId }) => lastId !== undefined) }))
    .sort((a, b) => (b.day?.start ?? 0) - (a.day?.start ?? 0))[0];
  const path = latest?.day
    ? `${dayPath(latest.slug, latest.day.date)}#${latest.day.lastId}`
    : 'xpmem/2013-10-02/#t142934g07q';
  const example = latest?.day ? `[\`${path}\`](/${path})` : `\`${path}\``;
  return `---
title: About this archive
---
What was said in the channels, a page for each day, as the logs of those who were there have it.

## Addresses

Every line has an address of its own, such as ${example}: the channel, the day, and behind the \`#t\` the time of day with a short code made from the line itself. To get it, follow the time in the left column and copy what the address bar shows. Shift-click a second time, and the address means the passage between the two.

An address depends on its line alone. It stays the same when the archive grows, when further logs are added, and when pages are made again.

Each day is there for machines, too: \`.json\` in the place of the final slash gives the whole day with who was present, \`.txt\` the plain text.

## Times

Times and days are those of ${zoneName(index.zone)} (\`${index.zone}\`). *Display*, at the top of a day, shows them on your own clock; addresses do not change by that.

## Who was there

The lines above a day’s talk show who was in the channel, as far as a log tells: dashed where somebody’s arrival is not on record, dotted where nobody was logging. Where the logs are silent, nothing is claimed.

## Privacy

Only channels are here, never private conversations. Hosts of people are hidden unless the owner of the archive chose to show them, and lines may have been left out or changed where somebody asked for it. The code at the end of an address tells nothing of its line by itself, but whoever guesses a hidden line’s words can confirm the guess with it.

${requests(index)}Pages load nothing from elsewhere, set no cookies, and keep what you choose under *Display* in your browser only.
`;
}

/** Whom to ask; the address is checked by the settings, and shown without its scheme. */
function requests({ contact }: ArchiveIndex): string {
  if (contact === undefined) return '';
  const shown = contact.replace(/^(?:mailto:|https?:\/\/)/, '').replace(/\?.*$/, '');
  return `To have a line taken out, or your name, write to [${shown.replace(/[\\[\]*_`<>]/g, '\\$&')}](<${contact.replace(/[<>\s]/g, encodeURIComponent)}>), and give the line’s address.\n\n`;
}
