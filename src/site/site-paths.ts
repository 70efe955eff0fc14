// Which paths an archive gives, before any page is made.
import type { Archive, ChannelIndex } from '../store.ts';
import { hasPresence } from './attendance.ts';
import { factsOf } from './channel-facts.ts';
import { daysAway } from './former-pages.ts';
import { SCHEMA_PATH } from './machine-files.ts';
import { bugsOf } from './references-page.ts';
import {
  atPath,
  bugFilePath,
  bugPath,
  channelFilePath,
  channelPath,
  dayFilePath,
  dayPath,
  latestPath,
  peoplePath,
  personPath,
  presencePath,
  referencesPath,
  yearPath,
} from './urls.ts';

/** All paths of an archive, to check links of prose against. */
export function pathsOf(archive: Archive): ReadonlySet<string> {
  const { index } = archive;
  const paths = new Set(['', '404.html', SCHEMA_PATH]);
  for (const channel of index.channels) {
    for (const path of pathsOfChannel(archive, channel)) paths.add(path);
    for (const { path } of movedPages(archive, channel)) paths.add(path);
  }
  for (const { name } of bugsOf(index)) paths.add(bugPath(name)).add(bugFilePath(name));
  return paths;
}

function pathsOfChannel(archive: Archive, channel: ChannelIndex): readonly string[] {
  const { slug } = channel.channel;
  const { years } = factsOf(channel);
  return [
    ...archive.channelFiles(slug).map((name) => `${channelPath(slug)}${name}`),
    channelPath(slug),
    latestPath(slug),
    atPath(slug),
    peoplePath(slug),
    channelFilePath(slug),
    ...channel.people.map(({ name }) => personPath(slug, name)),
    ...years.map((year) => yearPath(slug, year)),
    ...(hasPresence(archive, slug) ? [undefined, ...years].map((year) => presencePath(slug, year)) : []),
    ...(channel.citations.length > 0 ? [referencesPath(slug)] : []),
    ...channel.days.flatMap(({ date }) => [
      dayPath(slug, date),
      dayFilePath(slug, date, 'json'),
      dayFilePath(slug, date, 'txt'),
    ]),
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
