// The pages of a site: which there are, where, and how each is made.
//
//   months of a channel → its days' pages → what each month tells of people → the channel's other pages
//   all channels in short, the owner's files → the pages of no channel alone
import { few } from '../shared/few.ts';
import { addTo } from '../shared/lists.ts';
import { once } from '../shared/once.ts';
import type { Archive, ChannelIndex } from '../store.ts';
import { attendanceOf, hasPresence, presenceYears, type Attendance } from './people/attendance.ts';
import { bugFile, bugsOf, renderBug, tellBugs } from './cited/bug-page.ts';
import { monthsOf } from './parts/calendar.ts';
import { factsOf } from './parts/channel-facts.ts';
import { renderChannel, renderYear } from './channels/channel-page.ts';
import { daysAway, renderDayAway, renderMoved } from './former/former-pages.ts';
import { hasFeed, renderFeed } from './channels/feed.ts';
import { renderHome } from './channels/home-page.ts';
import { PLAIN_DRESS, type Dress } from './parts/layout.ts';
import { channelFileRoutes, machineRoutes } from './machine-files.ts';
import { keptLives, type LifeHash } from './people/month-lives.ts';
import { monthPagesOf, type MonthPages } from './month-pages.ts';
import type { OwnerFiles } from './owner/owner-files.ts';
import { aroundKeyOf, channelKeys, drawnPeople, wholeKeyOf, type ChannelBasis, type ChannelKeys } from './page-keys.ts';
import { renderPeople } from './people/people-page.ts';
import { renderPerson } from './people/person-page.ts';
import { renderPresence } from './people/presence-page.ts';
import { renderMissing, renderProse } from './owner/prose-page.ts';
import { renderReferences } from './cited/references-page.ts';
import type { Route } from './route.ts';
import { renderSearch } from './search/search-page.ts';
import { movedPages } from './site-paths.ts';
import {
  atPath,
  bugFilePath,
  bugPath,
  channelPath,
  dayPath,
  feedPath,
  FORMER_LINKS_PATH,
  latestPath,
  pagePath,
  peoplePath,
  personPath,
  presencePath,
  referencesPath,
  searchPath,
  wordsPath,
  yearPath,
} from './parts/urls.ts';
import { renderAt, renderLatest } from './former/way-pages.ts';

/** What the months of a channel tell of people, by month, ascending. */
export type ChannelLives = ReadonlyMap<string, readonly LifeHash[]>;

/** The pages of a channel. Nothing is asked of the channel before they are. */
export interface ChannelSite {
  readonly slug: string;
  /** Changes when anything does that they are made from beside what the channel's logs and settings tell. */
  readonly around: string;
  /** Ascending. */
  readonly months: () => readonly MonthPages[];
  /** All other pages; some ask what the months tell of people. */
  readonly pages: (lives: () => ChannelLives) => readonly Route[];
  /** Changes when what the channel cites does. */
  readonly references: () => string;
  /** Lays down what the channel tells of the bugs that it cites: their pages ask for it. */
  readonly tellBugs: () => void;
}

/** So many channels are in hand: what their pages share is made once for many of them. */
const IN_HAND = 4;

export interface Site {
  readonly channels: readonly ChannelSite[];
  /** The pages of no channel alone; `references` gives, by slug, what `ChannelSite` has under that name. */
  readonly pages: (references: (slug: string) => string) => readonly Route[];
}

/** A channel as its pages are made. */
interface Shelf {
  readonly archive: Archive;
  readonly channel: ChannelIndex;
  readonly attendance: Attendance | undefined;
  readonly keys: ChannelKeys;
  readonly drawn: ReadonlySet<string>;
  readonly lifeOf: ReturnType<typeof keptLives>;
  readonly dress: Dress;
}

const NO_BASIS: ChannelBasis = { months: [], files: new Map() };

/** The site of an archive. Keys of pages ask for what the pages are made from, by slug. */
export function siteOf(
  archive: Archive,
  owner: OwnerFiles,
  basisOf: (slug: string) => ChannelBasis = () => NO_BASIS,
): Site {
  const { index } = archive;
  const dress = dressOf(owner);
  const whole = wholeKeyOf(index, dress);
  const shelfOf = few(IN_HAND, (slug): Shelf => {
    const channel = archive.channelOf(slug);
    const attendance = hasPresence(archive, slug) ? attendanceOf(archive, slug) : undefined;
    const keys = channelKeys(channel, whole, basisOf(slug), attendance, owner.notesOf(slug));
    const [drawn, lifeOf] = [drawnPeople(channel), keptLives(archive, slug)];
    return { archive, channel, attendance, keys, drawn, lifeOf, dress };
  });
  return {
    channels: index.channels.map(({ channel: { slug } }): ChannelSite => ({
      slug,
      around: aroundKeyOf(index, whole, owner.notesOf(slug)),
      months: () => monthPagesOf({ ...shelfOf(slug), owner }),
      pages: (lives) => pagesOf(shelfOf(slug), lives),
      references: () => shelfOf(slug).keys.ofReferences(),
      tellBugs: () => tellBugs(archive, shelfOf(slug).channel),
    })),
    pages: (references) => [
      { path: '', make: () => renderHome(archive, owner.pages, dress, owner.intro) },
      { path: '404.html', make: () => renderMissing(index, dress) },
      ...(index.channels.length > 0 ? [{ path: searchPath(), make: () => renderSearch(index, dress) }] : []),
      ...owner.pages.map((page) => ({ path: pagePath(page.name), make: () => renderProse(index, page, dress) })),
      ...bugsOf(index).flatMap((bug) => {
        const key = (): string => bug.in.map(({ channel: { slug } }) => references(slug)).join(' ');
        return [
          { path: bugPath(bug.name), key, make: () => renderBug(archive, bug, dress) },
          { path: bugFilePath(bug.name), key, make: () => bugFile(archive, bug) },
        ];
      }),
      ...machineRoutes(index),
      ...(owner.formerLinks ? [{ path: FORMER_LINKS_PATH, make: () => `${JSON.stringify(owner.formerLinks)}\n` }] : []),
    ],
  };
}

function dressOf(owner: OwnerFiles): Dress {
  return {
    ...PLAIN_DRESS,
    ...(owner.theme === undefined ? {} : { theme: owner.theme }),
    ...(owner.logo === undefined ? {} : { logo: owner.logo }),
    ...(owner.formerLinks && { links: FORMER_LINKS_PATH }),
    ...(owner.header && { header: owner.header }),
    ...(owner.footer && { footer: owner.footer }),
  };
}

function pagesOf(shelf: Shelf, lives: () => ChannelLives): readonly Route[] {
  return [
    ...channelRoutes(shelf),
    ...personRoutes(shelf, lives),
    ...wordRoutes(shelf),
    ...channelFileRoutes(shelf.archive, shelf.channel, shelf.keys),
    ...formerRoutes(shelf),
  ];
}

function channelRoutes(shelf: Shelf): readonly Route[] {
  const { archive, channel, attendance, keys, dress } = shelf;
  const { index } = archive;
  const { slug } = channel.channel;
  const { years } = factsOf(channel);
  return [
    { path: channelPath(slug), make: () => renderChannel(index, channel, dress) },
    { path: latestPath(slug), make: () => renderLatest(index, channel, dress) },
    { path: atPath(slug), make: () => renderAt(index, channel, dress) },
    { path: peoplePath(slug), make: () => renderPeople(index, channel, dress) },
    ...(hasFeed(index, channel) ? [{ path: feedPath(slug), make: () => renderFeed(index, channel) }] : []),
    ...years.map((year) => ({
      path: yearPath(slug, year),
      key: () => keys.ofYear(year),
      make: () => renderYear(index, channel, year, dress),
    })),
    ...(attendance ? presenceRoutes(shelf, attendance) : []),
    ...(channel.citations.length > 0
      ? [{ path: referencesPath(slug), key: keys.ofReferences, make: () => renderReferences(archive, channel, dress) }]
      : []),
  ];
}

function presenceRoutes({ archive: { index }, channel, keys, dress }: Shelf, attendance: Attendance): readonly Route[] {
  const { slug } = channel.channel;
  const years = presenceYears(factsOf(channel), attendance);
  const shown = { attendance, years };
  return [
    { path: presencePath(slug), make: () => renderPresence(index, channel, shown, dress) },
    ...years.map((year) => ({
      path: presencePath(slug, year),
      key: () => keys.ofPresence(year, years),
      make: () => renderPresence(index, channel, shown, dress, year),
    })),
  ];
}

/** Lists of words, as the months laid them down. */
function wordRoutes({ archive, channel, keys }: Shelf): readonly Route[] {
  const { slug } = channel.channel;
  return monthsOf(channel.days).map(({ month }) => ({
    path: wordsPath(slug, month),
    key: () => keys.ofWords(month),
    make: () => archive.readWords(slug, month),
  }));
}

/** Pages of people, from what the months tell of them. */
function personRoutes(
  { archive, channel, keys, drawn, lifeOf, dress }: Shelf,
  lives: () => ChannelLives,
): readonly Route[] {
  const { slug } = channel.channel;
  const byName = once(() => livesByName(lives()));
  return channel.people.map((person) => ({
    path: personPath(slug, person.name),
    key: () => keys.ofPerson(person, byName().get(person.name) ?? []),
    make: () => {
      const months = (byName().get(person.name) ?? []).map(([month]) => month);
      const life = drawn.has(person.name) ? lifeOf(person, months) : undefined;
      return renderPerson(archive.index, channel, person, life, dress);
    },
  }));
}

/** The months that tell of each person, ascending, each with the hash of what it tells. */
function livesByName(lives: ChannelLives): ReadonlyMap<string, readonly (readonly [month: string, life: string])[]> {
  const lived = new Map<string, (readonly [string, string])[]>();
  for (const [month, people] of lives) for (const [name, hash] of people) addTo(lived, name, [month, hash]);
  return lived;
}

/** Pages that keep old addresses alive. */
function formerRoutes({ archive, channel, dress }: Shelf): readonly Route[] {
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
