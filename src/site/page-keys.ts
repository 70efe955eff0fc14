// What pages are made from, as keys: a page whose key is the same is the same page. A month has one key for all pages of its
// days, so that what exists costs next to nothing: only the days of a month whose key differs are looked at one by one.
//
//   day         its file, its line in the index, what it cites, the dates beside it, hue and kind of everybody it names, lines moved to
//               it, the owner's note
//   lives       the files of a month's days, presence on its other days, whose lives are drawn; of its days one by one: file, whose lives are drawn
//   words       the files of a month's days
//   person      their line in the index, what the months tell of them, whom they can name
//   year        the months' files and lines in the index, the scale of the channel's lists
//   presence    the months' presence
//   references  what all months cite
//
// All: what the archive and the channel tell of themselves, what the owner put around every page. The code is no part of the
// keys: where it changes, all is made anew.
import { hash } from 'node:crypto';
import { firstPlace } from '../shared/first-place.ts';
import { groupedBy } from '../shared/lists.ts';
import { once } from '../shared/once.ts';
import type { ArchiveIndex, ChannelIndex, PersonSummary } from '../store.ts';
import type { Attendance } from './people/attendance.ts';
import { factsOf } from './parts/channel-facts.ts';
import { daysIn } from './parts/dates.ts';
import type { Dress } from './parts/layout.ts';
import { MOST_LIVES } from './people/lives.ts';
import { isLong } from './people/month-lives.ts';
import type { Note } from './owner/owner-files.ts';
import { channelPath } from './parts/urls.ts';

/** What a day's page is made from. */
export interface DayBasis {
  readonly date: string;
  /** Hash of its day file. */
  readonly file: string;
  /** Hash of what its lines cite. */
  readonly cited: string;
  /** Everybody whom it names: people, and nicks that are nobody's. */
  readonly names: readonly string[];
}

/** What a month's pages are made from. */
export interface MonthBasis {
  /** `YYYY-MM` */
  readonly name: string;
  /** Changes when a day file does, or what lists say of a day. */
  readonly made: string;
  /** Hash of what its lines cite. */
  readonly references: string;
  /** Everybody whom its days name. */
  readonly names: readonly string[];
  readonly days: () => readonly DayBasis[];
}

/** What a channel's pages are made from, beside its index. */
export interface ChannelBasis {
  /** Those that have a day, ascending. */
  readonly months: readonly MonthBasis[];
  /** Hashes of its further files, by their names. */
  readonly files: ReadonlyMap<string, string>;
}

export interface ChannelKeys {
  readonly ofMonth: (month: string) => string;
  /** By dates. */
  readonly ofDays: (month: string) => ReadonlyMap<string, string>;
  readonly ofLives: (month: string) => string;
  /** Of what each day of a month that has a page tells of people, by dates. */
  readonly ofDayLives: (month: string) => ReadonlyMap<string, string>;
  /** Of the list of a month's words. */
  readonly ofWords: (month: string) => string;
  readonly ofPerson: (person: PersonSummary, lives: readonly (readonly [month: string, life: string])[]) => string;
  readonly ofYear: (year: string) => string;
  /** Of the page of presence in a year, which lists the years that have one. */
  readonly ofPresence: (year: string, years: readonly string[]) => string;
  readonly ofReferences: () => string;
  readonly ofFile: (name: string) => string;
  /** Of what the channel's index says of a year's days; undefined where nothing is known of what they were made from. */
  readonly ofYearsDays: (year: string) => string | undefined;
}

const keyOf = (...parts: readonly unknown[]): string => hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 16);

/** What all pages of an archive depend on. */
export function wholeKeyOf(index: ArchiveIndex, dress: Dress): string {
  return keyOf({ ...index, channels: undefined }, dress);
}

/** What the pages of a channel depend on, all of them together, beside what its logs and settings tell. */
export function aroundKeyOf(index: ArchiveIndex, whole: string, notes: ReadonlyMap<string, Note>): string {
  // A channel's page names its network where the archive has several.
  const networks = new Set(index.channels.map(({ channel: { network } }) => network));
  return keyOf(
    whole,
    networks.size > 1,
    [...notes].map(([date, { hash: its }]) => [date, its]),
  );
}

/** The people of a channel whose lives are drawn. */
export function drawnPeople({ people }: ChannelIndex): ReadonlySet<string> {
  const most = [...people].sort((a, b) => b.lines - a.lines).slice(0, MOST_LIVES);
  return new Set(most.map(({ name }) => name));
}

/** The keys of a channel's pages; `attendance` where it has presence, `notes` are the owner's, by their dates. */
export function channelKeys(
  channel: ChannelIndex,
  archive: string,
  basis: ChannelBasis,
  attendance: Attendance | undefined,
  notes: ReadonlyMap<string, Note>,
): ChannelKeys {
  const { slug } = channel.channel;
  const whole = keyOf(archive, [channel.channel, channel.presence, channel.topic, channel.formerSlugs]);
  const months = new Map(basis.months.map((month) => [month.name, month]));
  const people = new Map(channel.people.map((person) => [person.name, person]));
  const drawn = drawnPeople(channel);
  const facts = factsOf(channel);
  const { years } = facts;
  const severalYears = channel.days[0]?.date.slice(0, 4) !== channel.days.at(-1)?.date.slice(0, 4);
  const places = new Map(channel.days.map(({ date }, place) => [date, place]));
  const until = chain(channel.people);
  const ofPeople = keyOf(whole, years, severalYears);
  const shown = (names: readonly string[]): unknown =>
    names.map((name) => [name, people.get(name)?.hue, people.get(name)?.bot]);
  const presenceOf = (month: string): string =>
    basis.files.get(`presence/${month}.json`) ?? (attendance ? keyOf(attendance.of(month)) : '');
  const fileOf = (date: string): string | undefined =>
    months
      .get(date.slice(0, 7))
      ?.days()
      .find((day) => day.date === date)?.file;
  const beside = (first: string, last = first): unknown => [
    channel.days[(places.get(first) ?? 0) - 1]?.date,
    channel.days[(places.get(last) ?? 0) + 1]?.date,
  ];
  const datesOf = (part: string): readonly string[] => between(channel, part, `${part}~`);
  const datesFrom = (first: string, last: string): readonly string[] =>
    first === last && places.has(first) ? [first] : between(channel, first, `${last}~`);
  return {
    ofMonth(month) {
      const [dates, own] = [datesOf(month), months.get(month)];
      const from = dates.flatMap((date) =>
        facts.movedFrom(date).map((other) => [date, months.get(other.slice(0, 7))?.made]),
      );
      const noted = dates.filter((date) => notes.has(date)).map((date) => [date, notes.get(date)?.hash]);
      return keyOf(whole, own?.made, beside(dates[0] ?? '', dates.at(-1)), shown(own?.names ?? []), from, noted);
    },
    ofDays: (month) =>
      new Map(
        (months.get(month)?.days() ?? []).map(({ date, file, cited, names }) => {
          const from = facts.movedFrom(date).map((other) => [other, fileOf(other)]);
          const day = channel.days[places.get(date) ?? -1];
          return [date, keyOf(whole, file, cited, day, beside(date), shown(names), from, notes.get(date)?.hash)];
        }),
      ),
    ofLives(month) {
      const own = months.get(month);
      // On days without a page only presence tells who was there.
      const known =
        attendance?.months.includes(month) && datesOf(month).length < daysIn(month) ? attendance : undefined;
      const there = known?.of(month).people.map(({ name }) => name) ?? [];
      const all = drawn.size === channel.people.length;
      const its = all ? [] : [...new Set([...(own?.names ?? []), ...there])].filter((name) => drawn.has(name));
      return keyOf(whole, own?.made, presenceOf(month), its);
    },
    ofDayLives: (month) =>
      new Map(
        (months.get(month)?.days() ?? []).map(({ date, file, names }) => [
          date,
          keyOf(whole, file, drawn.size === channel.people.length || names.filter((name) => drawn.has(name))),
        ]),
      ),
    ofWords: (month) => keyOf(months.get(month)?.made),
    ofPerson(person, lives) {
      const { name, firstDay, lastDay } = person;
      const dates = isLong(person)
        ? [firstDay, lastDay].filter((date) => places.has(date))
        : datesFrom(firstDay, lastDay);
      const calendars = isLong(person) ? lives.map(([month]) => facts.calendarOf(month)) : [];
      const own = [person, drawn.has(name), facts.daysOf(name), dates, calendars, lives];
      return keyOf(ofPeople, until(lastDay), own);
    },
    ofYear(year) {
      const made = basis.months.filter(({ name }) => name.startsWith(year)).map((month) => month.made);
      const levels = datesOf(year).map((date) => facts.levelOf(channel.days[places.get(date)!]!.lines));
      const all = [...new Set(channel.days.map(({ date }) => date.slice(0, 4)))];
      return keyOf(whole, years, all, made, levels.join(''), facts.fullStrip, until(`${year}-12-31`));
    },
    ofPresence(year, listed) {
      const names = attendance?.months.filter((month) => month.startsWith(year)) ?? [];
      const shows = names.map((month) => [month, facts.calendarOf(month), presenceOf(month)]);
      return keyOf(whole, listed, severalYears, shows, until(names.at(-1) ?? ''));
    },
    ofReferences: once(() => {
      const cites = basis.months.map(({ references }) => references);
      const last = channel.citations.reduce((latest, { last: { date } }) => (date > latest ? date : latest), '');
      return keyOf(whole, cites, until(last));
    }),
    ofFile: (name) => keyOf(channelPath(slug), basis.files.get(name)),
    ofYearsDays(year) {
      const made = basis.months.filter(({ name }) => name.startsWith(year)).map((month) => month.made);
      return made.length > 0 ? keyOf(made) : undefined;
    },
  };
}

/** The dates of a channel's days from a text, included, to another, as they sort. */
function between({ days }: ChannelIndex, from: string, to: string): readonly string[] {
  const first = firstPlace(days.length, (place) => days[place]!.date >= from);
  const after = firstPlace(days.length, (place) => days[place]!.date >= to);
  return days.slice(first, after).map(({ date }) => date);
}

/**
 * A key of everybody who had come by the end of a month, given by any date in it: a page of earlier days names nobody who
 * came later, so that it does not change when somebody new comes.
 */
function chain(people: readonly PersonSummary[]): (date: string) => string {
  const came = groupedBy(people, ({ firstDay }) => firstDay.slice(0, 7));
  const links: { readonly month: string; readonly key: string }[] = [];
  for (const [month, own] of [...came].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const shown = own.map(({ name, hue, bot }) => [name, hue, bot]);
    links.push({ month, key: keyOf(links.at(-1)?.key, shown) });
  }
  // Each person's page asks, and most people were there for a day.
  const known = new Map<string, string>();
  return (date) => {
    const until = date.slice(0, 7);
    const its = known.get(until) ?? links.findLast(({ month }) => month <= until)?.key ?? '';
    known.set(until, its);
    return its;
  };
}
