// What keeps old addresses alive: pages of a channel under a slug that it had before, and days that have no page of their own
// (any more) but addresses of lines that are on another day now.
import type { DayFile } from '../../day.ts';
import type { Archive, ArchiveIndex, ChannelIndex } from '../../store.ts';
import { factsOf } from '../parts/channel-facts.ts';
import { fullDate } from '../parts/dates.ts';
import { html, isolated } from '../parts/html.ts';
import type { Markup } from '../parts/html.ts';
import { layout } from '../parts/layout.ts';
import type { Dress } from '../parts/layout.ts';
import { channelPath, dayPath, href } from '../parts/urls.ts';
import type { Text } from '../../shared/text-room.ts';

/** An address on a day's page of a line that is on another's. */
export interface LineElsewhere {
  readonly id: string;
  /** The day and address that the line has. */
  readonly date: string;
  readonly target: string;
}

/** Lines that had addresses on a day's page but are on others' pages; `day` is what the page itself shows. */
export function linesElsewhere(
  archive: Archive,
  channel: ChannelIndex,
  date: string,
  day?: Pick<DayFile, 'entries'>,
): readonly LineElsewhere[] {
  const found: LineElsewhere[] = [];
  const others = factsOf(channel).movedFrom(date);
  if (others.length === 0) return found;
  const taken = new Set(day?.entries.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  for (const other of others)
    for (const entry of archive.readDay(channel.channel.slug, other).entries)
      for (const alias of entry.aliases ?? []) {
        const id = alias.slice(date.length + 1);
        if (!alias.startsWith(`${date}/`) || !/^t[0-9a-z]+$/.test(id) || taken.has(id)) continue;
        taken.add(id);
        found.push({ id, date: other, target: entry.id });
      }
  return found;
}

/** What stands at the address of a line that is on another day's page. */
export function awayHtml(base: string, slug: string, { id, date, target }: LineElsewhere): Markup {
  const to = `${href(base, dayPath(slug, date))}#${target}`;
  return html`<p class="e away" id=${id}><a href=${`#${id}`}>${id.slice(1, 3)}:${id.slice(3, 5)}:${id.slice(5, 7)}</a> This line is on <a href=${to}>${fullDate(date)}</a>.
`;
}

/** Days without a page of their own that addresses were issued on, ascending. */
export function daysAway({ days }: ChannelIndex): readonly string[] {
  const shown = new Set(days.map(({ date }) => date));
  return [...new Set(days.flatMap(({ away = [] }) => away))].filter((date) => !shown.has(date)).sort();
}

/** The page of a day whose lines are on others' pages. */
export function renderDayAway(archive: Archive, channel: ChannelIndex, date: string, dress: Dress): Text {
  const { index } = archive;
  const { slug, name } = channel.channel;
  const lines = linesElsewhere(archive, channel, date);
  const others = [...new Set(lines.map((line) => line.date))];
  const to = (day: string): string => href(index.base, dayPath(slug, day));
  return layout({
    index,
    dress,
    path: dayPath(slug, date),
    title: isolated(`${name}, ${fullDate(date)}`),
    crumbs: [{ name, path: channelPath(slug) }],
    data: { day: date, slug, base: index.base },
    main: html`<header class=sheet><h1><a href=${href(index.base, channelPath(slug))}>${name}</a> ${fullDate(date)}</h1>
<p class=lede>What was once on this day is on ${others.map((day, at) => html`${at > 0 && ', '}<a href=${to(day)}>${fullDate(day)}</a>`)}, by the clock that this archive has now.</p>
</header>
<article class=log id=log aria-label=Lines><div class=x>
${lines.map((line) => awayHtml(index.base, slug, line))}</div>
</article>`,
  });
}

/** The page at a former address of a channel's page, which leads on, with the line that was meant. */
export function renderMoved(
  index: ArchiveIndex,
  { channel }: ChannelIndex,
  from: string,
  to: string,
  dress: Dress,
): Text {
  const former = from.slice(0, from.indexOf('/'));
  return layout({
    index,
    dress,
    path: from,
    // Each says which it is: a reader may have several in tabs.
    title: isolated(`${channel.name} has moved: ${from}`),
    moved: to,
    // What the script of the page for what is not there goes by.
    data: { base: index.base, slugs: `${former}:${channel.slug}` },
    main: html`<header class=sheet><h1>${channel.name} has moved</h1>
<p class=lede>This page is at <a href=${href(index.base, to)}>${to}</a> now.</p>
</header>`,
  });
}
