// The pages of a site: which there are, where, and how each is made. Eleventy asks for them one by one.
import type { Archive, ArchiveIndex, ChannelIndex, DaySummary } from '../store.ts';
import { zoneOf } from '../time.ts';
import { renderChannel, renderYear, yearsWithPages } from './channel-page.ts';
import { renderDay } from './day-page.ts';
import { textOf } from './day-text.ts';
import { daysAway, linesElsewhere, renderDayAway, renderMoved } from './former-pages.ts';
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
    for (const path of pathsOfChannel(archive, channel)) paths.add(path);
    for (const { path } of movedPages(archive, channel)) paths.add(path);
  }
  for (const { name } of bugsOf(index)) paths.add(bugPath(name)).add(bugFilePath(name));
  return paths;
}

function pathsOfChannel(archive: Archive, channel: ChannelIndex): readonly string[] {
  const { slug } = channel.channel;
  const years = yearsWithPages(channel);
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
    ...(channel.days.some(({ references }) => references.length > 0) ? [referencesPath(slug)] : []),
    ...channel.days.flatMap(({ date }) => [
      dayPath(slug, date),
      dayFilePath(slug, date, 'json'),
      dayFilePath(slug, date, 'txt'),
    ]),
    ...daysAway(channel).map((date) => dayPath(slug, date)),
  ];
}

/** A channel's pages under its former slugs, and where they are now. */
function movedPages(
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

/** Pages that keep old addresses alive. */
function formerRoutes(archive: Archive, channel: ChannelIndex, dress: Dress): readonly Route[] {
  const { slug } = channel.channel;
  return [
    ...daysAway(channel).map((date) => ({
      path: dayPath(slug, date),
      make: () => renderDayAway(archive, channel, date, dress),
    })),
    ...movedPages(archive, channel).map(({ path, to }) => ({
      path,
      make: () => renderMoved(archive.index, channel, path, to, dress),
    })),
  ];
}

/** The site of an archive. */
export function siteOf(archive: Archive, owner: OwnerFiles): Site {
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
    ...index.channels.flatMap((channel) => formerRoutes(archive, channel, dress)),
    ...(owner.formerLinks ? [{ path: FORMER_LINKS_PATH, make: () => `${JSON.stringify(owner.formerLinks)}\n` }] : []),
  ];
  const days = index.channels.flatMap((channel) =>
    channel.days.map((day, at) => dayRoute(archive, owner, dress, channel, lives.get(channel)!, day, at)),
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
      const elsewhere = linesElsewhere(archive, channel, date, file);
      const page = renderDay(
        archive.index,
        channel,
        file,
        { ...(previous && { previous: previous.date }), ...(next && { next: next.date }) },
        { dress, ...(note && { note }), ...(elsewhere.length > 0 && { elsewhere }) },
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
