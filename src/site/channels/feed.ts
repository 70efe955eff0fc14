// The latest days of a channel for feed readers: Atom, RFC 4287. What is told of a day is HTML, escaped as on every page.
import { Feed } from 'feed';
import { counted } from '../../shared/numbers.ts';
import type { ArchiveIndex, ChannelIndex, DaySummary } from '../../store.ts';
import { factsOf } from '../parts/channel-facts.ts';
import { shortened } from '../parts/cited-names.ts';
import { hmAt } from '../parts/clock.ts';
import { fullDate, listed } from '../parts/dates.ts';
import { html, isolated, visible } from '../parts/html.ts';
import type { Value } from '../parts/html.ts';
import { joined } from '../parts/ledger.ts';
import { channelPath, dayPath, feedPath, href } from '../parts/urls.ts';

const MOST_DAYS = 30;
const MOST_SPEAKERS = 6;

/** True of a channel that has a feed: the archive tells where it is served, since a feed's addresses are whole, and somebody spoke. */
export function hasFeed(index: ArchiveIndex, channel: ChannelIndex): boolean {
  return index.url !== undefined && factsOf(channel).spoken.length > 0;
}

/** The latest days on which somebody spoke, the last first. One that has grown keeps its id, and has the moment of its last line. */
export function renderFeed(index: ArchiveIndex, channel: ChannelIndex): string {
  const { slug, name } = channel.channel;
  const whole = (path: string): string => new URL(href(index.base, path), index.url).href;
  const days = factsOf(channel).spoken.slice(-MOST_DAYS).reverse();
  const feed = new Feed({
    id: whole(channelPath(slug)),
    title: visible(`${isolated(name)} \u2013 ${index.title}`),
    link: whole(channelPath(slug)),
    feedLinks: { atom: whole(feedPath(slug)) },
    updated: lastMoment(days[0]!),
    author: { name: visible(index.title) },
    generator: 'Daybook',
  });
  for (const day of days) {
    const path = dayPath(slug, day.date);
    const title = html`${isolated(name)}, ${fullDate(day.date)}`;
    const told = html`<p>${spoken(index.zone, day)}${about(whole, path, day)}`;
    feed.addItem({ title: title.html, link: whole(path), date: lastMoment(day), description: told.html });
  }
  return `${feed.atom1()}\n`;
}

const lastMoment = ({ last, start }: DaySummary): Date => new Date((last ?? start) * 1000);

/** `148 lines from 08:12 to 17:55: dfults, jcuster and 3 more.` */
function spoken(zone: string, { lines, first, last, speakers }: DaySummary): string {
  const [from, to] = [first, last].map((at) => (at === undefined ? '' : hmAt(zone, at)));
  const hours = from === to ? `at ${from}` : `from ${from} to ${to}`;
  const names = speakers.map(([name]) => isolated(name));
  const rest = names.length - MOST_SPEAKERS;
  const who = rest > 1 ? [...names.slice(0, MOST_SPEAKERS), `${rest} more`] : names;
  return `${counted(lines, 'line')} ${hours}: ${listed(who)}.`;
}

function about(whole: (path: string) => string, path: string, { about: topics, quote }: DaySummary): Value {
  const line = (id: string): string => whole(`${path}#${id}`);
  if (topics.length === 0) return quote && html`<p><a href=${line(quote.id)}>${isolated(quote.text)}</a>`;
  const links = topics.map(({ name, id }) => html`<a href=${line(id)}>${shortened(name)}</a>`);
  return html`<p>About ${joined(', ', links)}.`;
}
