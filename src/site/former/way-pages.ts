// Pages that lead elsewhere: `latest/` to a channel's last day, `at/` to a moment of it.
import type { ArchiveIndex, ChannelIndex } from '../../store.ts';
import { zoneName } from '../parts/clock.ts';
import { fullDate } from '../parts/dates.ts';
import { html, isolated } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { atPath, channelPath, dayPath, href, latestPath } from '../parts/urls.ts';
import type { Text } from '../../shared/text-room.ts';

/** The page that goes on to the last day by itself, without a script. */
export function renderLatest(index: ArchiveIndex, { channel, days }: ChannelIndex, dress: Dress): Text {
  const { slug, name } = channel;
  const last = days.at(-1)!.date;
  const to = href(index.base, dayPath(slug, last));
  return layout({
    index,
    dress,
    path: latestPath(slug),
    title: isolated(`The latest of ${name}`),
    onward: dayPath(slug, last),
    crumbs: [{ name, path: channelPath(slug) }, { name: 'Latest' }],
    main: html`<header class=sheet><h1><a href=${href(index.base, channelPath(slug))}>${name}</a> The latest day</h1>
<p class=lede>The latest day is <a href=${to}>${fullDate(last)}</a>.</p>
</header>`,
  });
}

/** The page that finds the line of a moment: `at/?2013-10-02T14:29`, `at/?1380742174`. */
export function renderAt(index: ArchiveIndex, { channel, days }: ChannelIndex, dress: Dress): Text {
  const { slug, name } = channel;
  const example = days.at(-1)!.date;
  return layout({
    index,
    dress,
    path: atPath(slug),
    title: isolated(`A moment of ${name}`),
    crumbs: [{ name, path: channelPath(slug) }, { name: 'A moment' }],
    data: { base: index.base, slug },
    main: html`<header class=sheet><h1><a href=${href(index.base, channelPath(slug))}>${name}</a> A moment</h1>
<p class=lede>Goes to the first line at or after a moment. It needs a script; without one, choose <a href=${href(index.base, channelPath(slug))}>a day</a>.</p>
</header>
<div class=spread><div class="body prose">
<form class=js action=${href(index.base, atPath(slug))}><p><label>Day and time, ${zoneName(index.zone)} <input type=datetime-local name=t step=1 required></label> <button>Go</button></p></form>
<p>An address can say it, too: <code>?${example}T14:29</code> after this page’s, or <code>?1380742174</code>, which counts seconds since 1970 in UTC. Of an hour that came twice, the first is meant.</p>
</div></div>`,
  });
}
