// The pages of a month's days, and by the way what the month tells of each person, and the words it says: a day is read once.
import type { DayFile } from '../day.ts';
import type { Archive, ChannelIndex, DaySummary } from '../store.ts';
import { zoneOf } from '../time.ts';
import { addTo } from '../shared/lists.ts';
import type { Attendance } from './people/attendance.ts';
import { renderDay } from './day/day-page.ts';
import { textOf } from './day/day-text.ts';
import { linesElsewhere } from './former/former-pages.ts';
import type { Dress } from './parts/layout.ts';
import { livedOn, livedUnsaid, type LivedDays } from './people/life-days.ts';
import { keepLatest, latestKept } from './people/latest-days.ts';
import { keepLives, type LifeHash } from './people/month-lives.ts';
import type { OwnerFiles } from './owner/owner-files.ts';
import type { ChannelKeys } from './page-keys.ts';
import type { DayPage } from './route.ts';
import { monthWords } from './search/month-words.ts';
import { dayFilePath, dayPath } from './parts/urls.ts';

/** A month of a channel: days that have a page, or only somebody's presence. */
export interface MonthPages {
  readonly slug: string;
  /** `YYYY-MM` */
  readonly name: string;
  readonly days: readonly DayPage[];
  /**
   * Lays down what the month tells of people, and its words. The days that were not made are read for it, but for those of a latest
   * month of which that is kept.
   */
  readonly live: () => readonly LifeHash[];
  readonly keys: Pick<ChannelKeys, 'ofMonth' | 'ofDays' | 'ofLives'>;
}

export interface MonthPagesInput {
  readonly archive: Archive;
  readonly channel: ChannelIndex;
  readonly owner: OwnerFiles;
  readonly dress: Dress;
  readonly attendance: Attendance | undefined;
  /** The people whose lives are drawn. */
  readonly drawn: ReadonlySet<string>;
  readonly keys: ChannelKeys;
}

/** The months of a channel in which anything is shown of anybody, ascending. */
export function monthPagesOf(input: MonthPagesInput): readonly MonthPages[] {
  const { archive, channel, attendance, drawn, keys } = input;
  const { slug } = channel.channel;
  const zone = zoneOf(archive.index.zone);
  const byMonth = new Map(
    (attendance?.months ?? []).map((name): [string, (readonly [DaySummary, number])[]] => [name, []]),
  );
  channel.days.forEach((day, at) => addTo(byMonth, day.date.slice(0, 7), [day, at]));
  const latest = channel.days.at(-1)?.date.slice(0, 7);
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, days]): MonthPages => {
      const lived = new Map<string, LivedDays>();
      const words = monthWords();
      const tell = (file: DayFile): void => {
        lived.set(file.date, livedOn(channel, file, drawn));
        words.add(file);
      };
      return {
        slug,
        name,
        keys,
        days: days.map(([day, at]) => dayPage(input, day, at, tell)),
        live() {
          const paged = new Set(days.map(([{ date }]) => date));
          const dayKeys = name === latest ? keys.ofDayLives(name) : undefined;
          if (dayKeys) {
            const kept = [...latestKept(archive, slug, dayKeys)].filter(
              ([date]) => paged.has(date) && !lived.has(date),
            );
            for (const [date, its] of kept) lived.set(date, its);
            if (kept.length > 0)
              words.addListed(
                archive.readWords(slug, name),
                kept.map(([date]) => date),
              );
          }
          for (const date of paged) if (!lived.has(date)) tell(archive.readDay(slug, date));
          if (dayKeys) keepLatest(archive, slug, lived, dayKeys);
          if (attendance?.months.includes(name))
            for (const [date, day] of livedUnsaid(attendance.of(name), paged, drawn, zone)) lived.set(date, day);
          archive.writeWords(slug, name, words.list());
          const hashes = keepLives(archive, slug, name, lived);
          lived.clear();
          return hashes;
        },
      };
    });
}

function dayPage(
  { archive, channel, owner, dress }: MonthPagesInput,
  day: DaySummary,
  at: number,
  tell: (file: DayFile) => void,
): DayPage {
  const { slug } = channel.channel;
  const { date } = day;
  return {
    date,
    path: dayPath(slug, date),
    entries: day.entries,
    make: () => {
      const file = archive.readDay(slug, date);
      tell(file);
      const [previous, next] = [channel.days[at - 1], channel.days[at + 1]];
      const note = owner.notesOf(slug).get(date)?.body;
      const elsewhere = linesElsewhere(archive, channel, date, file);
      const page = renderDay(
        archive.index,
        channel,
        file,
        { ...(previous && { previous: previous.date }), ...(next && { next: next.date }) },
        {
          dress,
          references: archive.referencesOn(slug, date),
          ...(note && { note }),
          ...(elsewhere.length > 0 && { elsewhere }),
        },
      );
      return {
        page,
        files: [
          { path: dayFilePath(slug, date, 'json'), content: { file: archive.dayFile(slug, date) } },
          { path: dayFilePath(slug, date, 'txt'), content: textOf(file) },
        ],
      };
    },
  };
}
