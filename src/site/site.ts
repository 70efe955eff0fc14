// The pages of a site: which there are, where, and how each is made. Eleventy asks for them one by one.
import type { Archive, ArchiveIndex, ChannelIndex, DaySummary } from '../store.ts';
import { zoneOf } from '../time.ts';
import { renderChannel, renderYear, yearsWithPages } from './channel-page.ts';
import { renderDay } from './day-page.ts';
import { textOf } from './day-text.ts';
import { renderHome } from './home-page.ts';
import { PLAIN_DRESS } from './layout.ts';
import type { Dress } from './layout.ts';
import type { OwnerFiles } from './owner-files.ts';
import { machineRoutes, SCHEMA_PATH } from './machine-files.ts';
import { livesOf } from './lives.ts';
import type { Lives } from './lives.ts';
import { attendanceOf, hasPresence } from './attendance.ts';
import type { Attendance } from './attendance.ts';
import { renderAt, renderLatest } from './way-pages.ts';
import { renderPresence } from './presence-page.ts';
import { renderPeople } from './people-page.ts';
import { renderPerson } from './person-page.ts';
import { renderMissing, renderProse } from './prose-page.ts';
import { bugFile, bugsOf, renderBug, renderReferences } from './references-page.ts';
import {
  atPath,
  bugFilePath,
  bugPath,
  channelFilePath,
  channelPath,
  dayFilePath,
  dayPath,
  FORMER_LINKS_PATH,
  latestPath,
  pagePath,
  peoplePath,
  personPath,
  presencePath,
  referencesPath,
  yearPath,
} from './urls.ts';

/** A day to make the page of. */
export interface DayKey {
  readonly slug: string;
  readonly date: string;
}

/** A page or file of the site, by its path; a path that ends in `/` is a folder's page. */
export interface Route {
  readonly path: string;
  /** What stands there. */
  readonly make: () => string;
}

export interface Site {
  /** All paths of pages, those of days that stay as they are included. */
  readonly paths: readonly string[];
  readonly days: readonly DayRoute[];
  readonly pages: readonly Route[];
}

/** A day's page; its files for machines are made by the way, since the day is read once. */
export interface DayRoute {
  readonly path: string;
  /** How much there is to show. */
  readonly entries: number;
  readonly make: () => { readonly page: string; readonly files: readonly DayOutput[] };
}

interface DayOutput {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Which paths an archive gives, before any page is made: to check links of prose against. */
export function pathsOf(archive: Archive): ReadonlySet<string> {
  const { index } = archive;
  const paths = new Set(['', '404.html', SCHEMA_PATH]);
  for (const channel of index.channels) {
    const { slug } = channel.channel;
    for (const name of archive.channelFiles(slug)) paths.add(`${channelPath(slug)}${name}`);
    paths
      .add(channelPath(slug))
      .add(latestPath(slug))
      .add(atPath(slug))
      .add(peoplePath(slug))
      .add(channelFilePath(slug));
    for (const { name } of channel.people) paths.add(personPath(slug, name));
    const years = yearsWithPages(channel);
    for (const year of years) paths.add(yearPath(slug, year));
    if (hasPresence(archive, slug)) {
      paths.add(presencePath(slug));
      for (const year of years) paths.add(presencePath(slug, year));
    }
    if (channel.days.some(({ references }) => references.length > 0)) paths.add(referencesPath(slug));
    for (const { date } of channel.days) {
      paths
        .add(dayPath(slug, date))
        .add(dayFilePath(slug, date, 'json'))
        .add(dayFilePath(slug, date, 'txt'));
    }
  }
  for (const { name } of bugsOf(index)) paths.add(bugPath(name)).add(bugFilePath(name));
  return paths;
}

/** The site of an archive; `only` limits the pages of days that are made. */
export function siteOf(archive: Archive, owner: OwnerFiles, only?: readonly DayKey[]): Site {
  const { index } = archive;
  const dress: Dress = {
    ...PLAIN_DRESS,
    ...(owner.theme === undefined ? {} : { theme: owner.theme }),
    ...(owner.logo === undefined ? {} : { logo: owner.logo }),
    ...(owner.formerLinks && { links: FORMER_LINKS_PATH }),
    ...(owner.header && { header: owner.header }),
    ...(owner.footer && { footer: owner.footer }),
  };
  const lives = new Map(index.channels.map((channel) => [channel, livesOf(channel)]));
  const attended = new Map(
    index.channels
      .filter(({ channel: { slug } }) => hasPresence(archive, slug))
      .map((channel) => [channel, once(() => attendanceOf(archive, channel.channel.slug))]),
  );
  const pages: Route[] = [
    { path: '', make: () => renderHome(archive, owner.pages, dress, owner.intro) },
    { path: '404.html', make: () => renderMissing(index, dress) },
    ...owner.pages.map((page) => ({ path: pagePath(page.name), make: () => renderProse(index, page, dress) })),
    ...index.channels.flatMap((channel) => channelRoutes(index, channel, attended.get(channel), dress)),
    ...index.channels.flatMap((channel) =>
      personRoutes(archive, channel, lives.get(channel)!, attended.get(channel), dress),
    ),
    ...bugsOf(index).flatMap((bug) => [
      { path: bugPath(bug.name), make: () => renderBug(index, bug, dress) },
      { path: bugFilePath(bug.name), make: () => bugFile(bug) },
    ]),
    ...machineRoutes(archive),
    ...(owner.formerLinks ? [{ path: FORMER_LINKS_PATH, make: () => `${JSON.stringify(owner.formerLinks)}\n` }] : []),
  ];
  const wanted = only && new Set(only.map(({ slug, date }) => dayPath(slug, date)));
  const days = index.channels.flatMap((channel) =>
    channel.days
      .map((day, at) => dayRoute(archive, owner, dress, channel, lives.get(channel)!, day, at))
      .filter(({ path }) => !wanted || wanted.has(path)),
  );
  return { paths: [...pathsOf(archive), ...owner.pages.map(({ name }) => pagePath(name))], days, pages };
}

/** Makes something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly is: T } | undefined;
  return () => (made ??= { is: make() }).is;
}

function channelRoutes(
  index: ArchiveIndex,
  channel: ChannelIndex,
  attendance: (() => Attendance) | undefined,
  dress: Dress,
): readonly Route[] {
  const { slug } = channel.channel;
  const cites = channel.days.some(({ references }) => references.length > 0);
  const years = yearsWithPages(channel);
  return [
    { path: channelPath(slug), make: () => renderChannel(index, channel, dress) },
    { path: latestPath(slug), make: () => renderLatest(index, channel, dress) },
    { path: atPath(slug), make: () => renderAt(index, channel, dress) },
    { path: peoplePath(slug), make: () => renderPeople(index, channel, dress) },
    ...years.map((year) => ({ path: yearPath(slug, year), make: () => renderYear(index, channel, year, dress) })),
    ...(attendance ? [undefined, ...years] : []).map((year) => ({
      path: presencePath(slug, year),
      make: () => renderPresence(index, channel, attendance!(), dress, year),
    })),
    ...(cites ? [{ path: referencesPath(slug), make: () => renderReferences(index, channel, dress) }] : []),
  ];
}

/** Pages of people are made from all days of their channel: most were read when their own pages were made. */
function personRoutes(
  archive: Archive,
  channel: ChannelIndex,
  lives: Lives,
  attendance: (() => Attendance) | undefined,
  dress: Dress,
): readonly Route[] {
  const { slug } = channel.channel;
  return channel.people.map((person) => ({
    path: personPath(slug, person.name),
    make: () => {
      for (const { date } of channel.days) if (!lives.seen(date)) lives.see(archive.readDay(slug, date));
      if (attendance) lives.fill(attendance(), zoneOf(archive.index.zone));
      return renderPerson(archive.index, channel, person, lives.of(person.name), dress);
    },
  }));
}

function dayRoute(
  archive: Archive,
  owner: OwnerFiles,
  dress: Dress,
  channel: ChannelIndex,
  lives: Lives,
  day: DaySummary,
  at: number,
): DayRoute {
  const { slug } = channel.channel;
  const { date } = day;
  return {
    path: dayPath(slug, date),
    entries: day.entries,
    make: () => {
      const file = archive.readDay(slug, date);
      lives.see(file);
      const [previous, next] = [channel.days[at - 1], channel.days[at + 1]];
      const note = owner.noteOf(slug, date);
      const page = renderDay(
        archive.index,
        channel,
        file,
        { ...(previous && { previous: previous.date }), ...(next && { next: next.date }) },
        { dress, ...(note && { note }) },
      );
      return {
        page,
        files: [
          { path: dayFilePath(slug, date, 'json'), content: archive.readDayBytes(slug, date) },
          { path: dayFilePath(slug, date, 'txt'), content: textOf(file) },
        ],
      };
    },
  };
}
