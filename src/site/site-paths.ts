// Which paths an archive gives, before any page is made.
import { addTo } from '../shared/lists.ts';
import { once } from '../shared/once.ts';
import type { Archive, ChannelIndex } from '../store.ts';
import { attendanceOf, hasPresence, presenceYears } from './people/attendance.ts';
import { hasFeed } from './channels/feed.ts';
import { bugsOf } from './cited/bug-page.ts';
import { monthsOf } from './parts/calendar.ts';
import { factsOf } from './parts/channel-facts.ts';
import { daysAway } from './former/former-pages.ts';
import { machineRoutes } from './machine-files.ts';
import {
  atPath,
  bugFilePath,
  bugPath,
  channelFilePath,
  channelPath,
  dayPath,
  feedPath,
  filesOfDay,
  latestPath,
  peoplePath,
  personPath,
  presencePath,
  referencesPath,
  searchPath,
  wordsPath,
  yearPath,
} from './parts/urls.ts';

/** Tells whether an archive gives a path, to check links of prose. A channel is looked into when a link leads to it. */
export function knownPaths(archive: Archive): (path: string) => boolean {
  const { index } = archive;
  const common = once(
    () =>
      new Set([
        ...['', '404.html', searchPath()],
        ...machineRoutes(index).map(({ path }) => path),
        ...bugsOf(index).flatMap(({ name }) => [bugPath(name), bugFilePath(name)]),
      ]),
  );
  const places = new Map<string, (() => ReadonlySet<string>)[]>();
  for (const { channel, formerSlugs = [] } of index.channels) {
    const paths = once(() => {
      const whole = archive.channelOf(channel.slug);
      return new Set([...pathsOfChannel(archive, whole), ...movedPages(archive, whole).map(({ path }) => path)]);
    });
    for (const slug of [channel.slug, ...formerSlugs]) addTo(places, slug, paths);
  }
  return (path) =>
    common().has(path) || (places.get(path.split('/')[0] ?? '') ?? []).some((paths) => paths().has(path));
}

function pathsOfChannel(archive: Archive, channel: ChannelIndex): readonly string[] {
  const { slug } = channel.channel;
  const facts = factsOf(channel);
  return [
    ...archive.channelFiles(slug).map((name) => `${channelPath(slug)}${name}`),
    channelPath(slug),
    latestPath(slug),
    atPath(slug),
    peoplePath(slug),
    channelFilePath(slug),
    ...(hasFeed(archive.index, channel) ? [feedPath(slug)] : []),
    ...channel.people.map(({ name }) => personPath(slug, name)),
    ...facts.years.map((year) => yearPath(slug, year)),
    ...(hasPresence(archive, slug)
      ? [undefined, ...presenceYears(facts, attendanceOf(archive, slug))].map((year) => presencePath(slug, year))
      : []),
    ...(channel.citations.length > 0 ? [referencesPath(slug)] : []),
    ...channel.days.flatMap(({ date }) => filesOfDay(slug, date)),
    ...monthsOf(channel.days).map(({ month }) => wordsPath(slug, month)),
    ...daysAway(channel).map((date) => dayPath(slug, date)),
  ];
}

/** A channel's pages under its former slugs, and where they are now. */
export function movedPages(
  archive: Archive,
  channel: ChannelIndex,
): readonly { readonly path: string; readonly to: string }[] {
  const { formerSlugs = [] } = channel;
  if (formerSlugs.length === 0) return [];
  const pages = pathsOfChannel(archive, channel).filter((path) => path.endsWith('/'));
  return formerSlugs.flatMap((former) =>
    pages.map((to) => ({ path: former + to.slice(channel.channel.slug.length), to })),
  );
}
