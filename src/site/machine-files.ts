// What the site has for machines and search engines, beside its pages and the days' own files.
import { hash } from 'node:crypto';
import { DAY_SCHEMA } from '../day-schema.ts';
import { groupedBy } from '../shared/lists.ts';
import type { Text } from '../shared/text-room.ts';
import type { Archive, ArchiveIndex, ChannelIndex, DaySummary } from '../store.ts';
import type { ChannelKeys } from './page-keys.ts';
import { latestFirst } from './parts/dates.ts';
import type { Route } from './route.ts';
import { channelFilePath, channelPath, dayPath } from './parts/urls.ts';

/** Where the form of day files is published. */
const SCHEMA_PATH = 'assets/day.schema.json';

/** The form of day files, and what search engines ask for. */
export function machineRoutes(index: ArchiveIndex): readonly Route[] {
  return [{ path: SCHEMA_PATH, make: () => `${JSON.stringify(DAY_SCHEMA, null, 2)}\n` }, ...robotRoutes(index)];
}

/** A channel's files for machines: its index and its presence, whose keys are given. */
export function channelFileRoutes(
  archive: Archive,
  channel: ChannelIndex,
  keys: Pick<ChannelKeys, 'ofFile' | 'ofYearsDays'>,
): readonly Route[] {
  const { slug } = channel.channel;
  const further = archive.channelFiles(slug).map((name) => ({
    path: channelPath(slug) + name,
    key: () => keys.ofFile(name),
    make: () => archive.readChannelFile(slug, name),
  }));
  return [{ path: channelFilePath(slug), make: () => channelFile(archive, channel, keys.ofYearsDays) }, ...further];
}

/** `/<slug>/index.json`: the days and people of a channel, for machines. */
function channelFile(archive: Archive, index: ChannelIndex, keyOf: ChannelKeys['ofYearsDays']): Text {
  const { channel, topic, coverage, people } = index;
  const head = {
    version: 1,
    channel,
    ...(topic === undefined ? {} : { topic }),
    zone: archive.index.zone,
    ...(coverage && { coverage }),
  };
  const told = {
    people: people.map(({ name, nicks, bot, lines, firstDay, lastDay }) => ({
      name,
      nicks,
      ...(bot && { bot }),
      lines,
      firstDay,
      lastDay,
    })),
  };
  const days = yearsDays(archive, index, keyOf).flatMap((text, at) => (at > 0 ? [',', text] : [text]));
  return [JSON.stringify(head).slice(0, -1), ',"days":[', ...days, '],', JSON.stringify(told).slice(1), '\n'];
}

const keptName = (year: string): string => `days-${year}.txt`;

/** A channel's days as JSON, by years. Years that are over stay what they are, and lie in the store, each behind its key. */
function yearsDays(
  archive: Archive,
  { channel, days }: ChannelIndex,
  keyOf: ChannelKeys['ofYearsDays'],
): readonly string[] {
  const { slug } = channel;
  const textOf = dayTexts();
  const latest = days.at(-1)?.date.slice(0, 4);
  return [...groupedBy(days, ({ date }) => date.slice(0, 4))].map(([year, its]) => {
    const key = year === latest ? undefined : keyOf(year);
    const kept = key === undefined ? undefined : archive.readKept(slug, keptName(year));
    if (kept?.startsWith(`${key}\n`)) return kept.slice(kept.indexOf('\n') + 1);
    const text = its.map(textOf).join();
    if (key !== undefined) archive.writeKept(slug, keptName(year), [key, '\n', text]);
    return text;
  });
}

/** Gives days as JSON. The same names come up on thousands of them, so each is put into quotes once. */
function dayTexts(): (day: DaySummary) => string {
  const quoted = new Map<string, string>();
  const quote = (name: string): string => {
    let text = quoted.get(name);
    if (text === undefined) quoted.set(name, (text = JSON.stringify(name)));
    return text;
  };
  return ({ date, start, end, lines, entries, first, last, speakers, present, about }) => {
    const said = first === undefined ? '' : `,"first":${first},"last":${last}`;
    const spoke = speakers.map(([name, its]) => `${quote(name)}:${its}`).join();
    const topics = about.map(({ name, id }) => `{"name":${quote(name)},"id":"${id}"}`).join();
    return `{"date":"${date}","start":${start},"end":${end},"lines":${lines},"entries":${entries}${said},"speakers":{${spoke}},"present":${present},"about":[${topics}]}`;
  };
}

/** What search engines ask for. Sites are not indexed unless the owner says so. */
function robotRoutes(index: ArchiveIndex): readonly Route[] {
  const { url, indexed } = index;
  const map = url === undefined ? '' : `\nSitemap: ${new URL('sitemap.xml', url).href}`;
  const robots = indexed ? `User-agent: *\nAllow: /${map}\n` : 'User-agent: *\nDisallow: /\n';
  const routes: Route[] = [{ path: 'robots.txt', make: () => robots }];
  if (url !== undefined) {
    const dated = (): unknown => index.channels.map(({ channel, dates }) => [channel.slug, dates]);
    routes.push({
      path: 'sitemap.xml',
      key: () => hash('sha256', JSON.stringify([url, dated()])),
      make: () => sitemap(index, url),
    });
  }
  return routes;
}

/** https://www.sitemaps.org/protocol.html: at most 50,000 addresses, the latest days first. */
function sitemap(index: ArchiveIndex, url: string): string {
  const addressOf = (path: string): string =>
    new URL(path.split('/').map(encodeURIComponent).join('/'), url).href.replace(/&/g, '&amp;');
  // A channel's address is that of its slug, and all of its days' begin so: to put an address together takes long.
  const channels = index.channels.map(({ channel, dates }) => ({ place: addressOf(channel.slug), dates }));
  const newest = channels
    .flatMap(({ place, dates }) => dates.map((date) => ({ address: dayPath(place, date), date })))
    .sort((a, b) => latestFirst(a.date, b.date))
    .slice(0, 49_000)
    .map(({ address }) => address);
  const addresses = [addressOf(''), ...channels.slice(0, 900).map(({ place }) => channelPath(place)), ...newest];
  const entries = addresses.map((address) => `<url><loc>${address}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`;
}
