// What the pages of days and of people are made from, as keys: a page whose key is the same is the same page. All other
// pages are few, and their texts are compared.
//
//   day     its file, its line in the index, the dates beside it, hue and kind of everybody it names, lines moved to it
//   person  their line in the index, the files of the days that name them, the dates and gaps of their time
//
// What the owner wrote and the code are no part of the keys: where they change, all is made anew.
import { hash } from 'node:crypto';
import type { Gap } from '../day.ts';
import type { PresenceFile } from '../presence.ts';
import type { Archive, ChannelIndex } from '../store.ts';
import { MOST_LIVES } from './lives.ts';
import { dayPath, personPath, PRESENCE_FILE } from './urls.ts';

/** What a day's page is made from. */
export interface DayBasis {
  readonly date: string;
  /** Hash of its day file. */
  readonly file: string;
  /** Everybody whom it names: people, and nicks that are nobody's. */
  readonly names: readonly string[];
}

/** By the paths of pages. */
export interface PageKeys {
  readonly days: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

const keyOf = (...parts: readonly unknown[]): string => hash('sha256', JSON.stringify(parts)).slice(0, 24);

/** The keys of an archive's pages; `basis` has the days of each channel, ascending, by its slug. */
export function pageKeys(archive: Archive, basis: ReadonlyMap<string, readonly DayBasis[]>): PageKeys {
  const { channels, ...rest } = archive.index;
  const whole = keyOf(
    rest,
    channels.map(({ channel, presence, topic, formerSlugs }) => [channel, presence, topic, formerSlugs]),
  );
  const days = new Map<string, string>();
  const people = new Map<string, string>();
  for (const channel of channels) {
    const own = basis.get(channel.channel.slug) ?? [];
    addDays(days, whole, channel, own);
    addPeople(people, whole, archive, channel, own);
  }
  return { days, people };
}

function addDays(keys: Map<string, string>, whole: string, channel: ChannelIndex, basis: readonly DayBasis[]): void {
  const { slug } = channel.channel;
  const people = new Map(channel.people.map((person) => [person.name, person]));
  const files = new Map(basis.map(({ date, file }) => [date, file]));
  const moved = new Map<string, unknown[]>();
  for (const { date, away = [] } of channel.days)
    for (const other of away) moved.set(other, [...(moved.get(other) ?? []), [date, files.get(date)]]);
  channel.days.forEach((day, place) => {
    const { file, names = [] } = basis[place] ?? {};
    const beside = [channel.days[place - 1]?.date, channel.days[place + 1]?.date];
    const shown = names.map((name) => [name, people.get(name)?.hue, people.get(name)?.bot]);
    keys.set(dayPath(slug, day.date), keyOf(whole, file, day, beside, shown, moved.get(day.date)));
  });
}

function addPeople(
  keys: Map<string, string>,
  whole: string,
  archive: Archive,
  channel: ChannelIndex,
  basis: readonly DayBasis[],
): void {
  const { slug } = channel.channel;
  const { present, gaps, from, to } = presenceOf(archive, slug);
  const files = new Map<string, string[]>();
  for (const { names, file } of basis)
    for (const name of names) {
      const list = files.get(name);
      if (list) list.push(file);
      else files.set(name, [file]);
    }
  const dates = channel.days.map(({ date }) => date);
  const years = [...new Set(dates.map((date) => date.slice(0, 4)))];
  const shown = new Set([...channel.people].sort((a, b) => b.lines - a.lines).slice(0, MOST_LIVES));
  const others = keyOf(channel.people.map(({ name, hue, bot }) => [name, hue, bot]));
  for (const person of channel.people) {
    const { name, firstDay, lastDay } = person;
    // Days begin at most a day from where they do in UTC.
    const [early, late] = [Date.parse(firstDay) / 1000 - 2 * DAY, Date.parse(lastDay) / 1000 + 3 * DAY];
    const time = {
      dates: dates.filter((date) => date >= firstDay && date <= lastDay),
      gaps: gaps.filter((gap) => gap.to > early && gap.from < late),
      log: [Math.max(from, early), Math.min(to, late)],
    };
    const own = [person, shown.has(person), files.get(name), present.get(name), time];
    keys.set(personPath(slug, name), keyOf(whole, others, years, own));
  }
}

const DAY = 86_400;

/** A channel's presence for machines, whole or in months, put together. */
function presenceOf(archive: Archive, slug: string) {
  const present = new Map<string, unknown[]>();
  const gaps: Gap[] = [];
  let [from, to] = [0, 0];
  for (const file of archive.channelFiles(slug)) {
    if (file !== PRESENCE_FILE && !file.startsWith('presence/')) continue;
    const told = JSON.parse(archive.readChannelFile(slug, file)) as PresenceFile;
    if (file === PRESENCE_FILE) [from, to] = [told.from, told.to];
    gaps.push(...(told.gaps ?? []));
    for (const { name, nicks, present: times } of told.people ?? []) {
      const list = present.get(name);
      if (list) list.push(times);
      else present.set(name, [nicks, times]);
    }
  }
  return { present, gaps, from, to };
}
