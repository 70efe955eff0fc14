// The page that looks for lines. What it finds is put together in the reader's browser, from lists of words (month-words.ts) and day
// files: there is no server to ask.
import type { DayChannel } from '../../day.ts';
import type { Text } from '../../shared/text-room.ts';
import type { ArchiveIndex, ChannelCard } from '../../store.ts';
import { networkToShow } from '../parts/channel-facts.ts';
import { html } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { href, searchPath } from '../parts/urls.ts';

const SCRIPT = 'assets/client/search.js';

/** The page that looks for lines in all channels, or in one. */
export function renderSearch(index: ArchiveIndex, dress: Dress): Text {
  const { base, channels } = index;
  return layout({
    index,
    dress,
    path: searchPath(),
    title: 'Search',
    crumbs: [{ name: 'Search' }],
    script: SCRIPT,
    data: { base },
    main: html`<header class=sheet><h1>Search</h1>
<p class=lede>Finds what people said, the latest first. It needs a script; without one, every day is there <a href=${href(base, '')}>by its date</a>, and as plain text.</p>
<form class=js autocomplete=off action=${href(base, searchPath())}><div class=fields><div><label>Words <input type=search name=q required maxlength=200></label></div><div><label>in <select name=in><option value="">all channels${channels.map(
      ({ channel, dates }) =>
        html`<option value=${channel.slug} data-months=${monthsText(dates)}>${nameOf(index, channel)}`,
    )}</select></label></div><div><button>Search</button></div></div></form>
</header>
<div class=spread><div class=body>
<section><p class=key>Parts of words count, case and accents do not. <code>"two words"</code> stand side by side; <code>from:carol</code> is by whom it was said.</p>
<p class=key id=told role=status></p></section>
<section id=found></section>
</div></div>`,
  });
}

/** A channel's name, with the network where not all are of one. */
function nameOf(index: ArchiveIndex, channel: DayChannel): string {
  const network = networkToShow(index, channel);
  return network === undefined ? channel.name : `${channel.name}, ${network}`;
}

/** The months of dates (ascending), in short: `2013:200` for October 2013, a bit for each month of a year, the lowest for January. */
function monthsText(dates: ChannelCard['dates']): string {
  const years = new Map<string, number>();
  let month = '-';
  for (const date of dates) {
    // Every build looks at all days of all channels.
    if (date.startsWith(month)) continue;
    month = date.slice(0, 7);
    const year = month.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) | (1 << (Number(month.slice(5)) - 1)));
  }
  return [...years].map(([year, months]) => `${year}:${months.toString(16)}`).join(' ');
}
