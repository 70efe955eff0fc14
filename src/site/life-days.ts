// The days of a person's life, drawn: lanes of presence and speech, and the sums of months.
import type { DayFile } from '../day.ts';
import type { Zone } from '../time.ts';
import { secondsOf } from './attendance.ts';
import type { MonthPresence } from './attendance.ts';
import { isSaid } from './conversations.ts';
import type { Lane } from './lanes.ts';
import type { Life, LifeDay, LifeMonth, LifeWords } from './lives.ts';

/** Days of a person that are kept one by one; all others are in the months' sums only, so that memory stays bounded. */
export const LATEST_DAYS = 120;

/** The silent days of a month: their presence is known from the channel's whole. */
export function fillMonth(
  lives: ReadonlyMap<string, Life>,
  seen: ReadonlySet<string>,
  { from, to, people, gaps }: MonthPresence,
  zone: Zone,
): void {
  for (let day = zone.dayAt(from); day.start < to; day = zone.dayAt(day.end)) {
    if (seen.has(day.date)) continue;
    const within = (one: readonly [number, number]): readonly [number, number] => [
      Math.max(one[0], day.start),
      Math.min(one[1], day.end),
    ];
    const meets = ([start, end]: readonly [number, number]): boolean => start < day.end && end > day.start;
    const blind = gaps.map((gap) => [gap.from, gap.to] as const).filter(meets);
    for (const { name, present } of people) {
      const life = lives.get(name);
      const parts = life ? present.filter(meets).map(within) : [];
      if (!life || parts.length === 0) continue;
      const seconds = secondsOf(parts);
      monthOf(life, day.date).days += 1;
      monthOf(life, day.date).present += seconds;
      keep(life, {
        date: day.date,
        here: parts.map(([start, end]) => stroke(day, start, end, 7)).join(''),
        unseen: '',
        second: '',
        hollow: '',
        blind: blind
          .map(within)
          .map(([start, end]) => stroke(day, start, end, 7))
          .join(''),
        said: '',
        lines: 0,
        present: seconds,
      });
    }
  }
}

function keep(life: Life, day: LifeDay): void {
  life.days.set(day.date, day);
  if (life.days.size < 2 * LATEST_DAYS) return;
  for (const old of [...life.days.keys()].sort().slice(0, -LATEST_DAYS)) life.days.delete(old);
}

/** Adds what a day's file tells of a person. */
export function addDay(life: Life, day: DayFile, lane: Lane, blind: string): void {
  const { date } = day;
  const present = union(lane.stays);
  const [first, last] = [lane.said[0], lane.said.at(-1)];
  const words = (at: number): LifeWords => ({ date, at, id: idAt(day, lane.name, at) });
  const firstWords = first === undefined ? undefined : words(first);
  if (firstWords && (!life.firstWords || firstWords.at < life.firstWords.at)) life.firstWords = firstWords;
  if (last !== undefined && (!life.lastWords || last >= life.lastWords.at)) life.lastWords = words(last);
  sum(life, day, lane, present);
  const hollow = lane.breaks.map(([from, to]) => stroke(day, from, to, 5.5) + stroke(day, from, to, 8.5)).join('');
  const paths = { here: '', unseen: '', second: '', hollow };
  for (const { from, to, start, second } of lane.stays) {
    if (second) paths.second += stroke(day, from, to, 12);
    else if (start === 'seen') paths.unseen += stroke(day, from, to, 7);
    else paths.here += stroke(day, from, to, 7);
  }
  keep(life, {
    date,
    ...paths,
    blind,
    said: marks(day, lane.said),
    lines: lane.lines,
    ...(firstWords && { firstId: firstWords.id }),
    present,
  });
}

function sum(life: Life, day: DayFile, lane: Lane, present: number): void {
  const month = monthOf(life, day.date);
  month.days += 1;
  month.lines += lane.lines;
  month.present += present;
  for (const at of lane.said)
    month.strip[Math.min(47, Math.floor(((at - day.start) / (day.end - day.start)) * 48))]! += 1;
}

function monthOf(life: Life, date: string): LifeMonth {
  const name = date.slice(0, 7);
  let month = life.months.get(name);
  if (!month) life.months.set(name, (month = { days: 0, lines: 0, present: 0, strip: new Uint32Array(48) }));
  return month;
}

/** Address of the line said at an instant. */
function idAt(day: DayFile, name: string, at: number): string {
  const own = new Set(day.people.find((person) => person.name === name)?.nicks ?? [name]);
  const line = day.entries.find(
    (entry) => entry.at === at && isSaid(entry) && entry.nick !== undefined && own.has(entry.nick),
  );
  return line?.id ?? '';
}

/** The seconds that the stays cover together. */
function union(stays: readonly { readonly from: number; readonly to: number }[]): number {
  let total = 0;
  let until = -Infinity;
  for (const { from, to } of [...stays].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total;
}

/** A stretch of the day as a horizontal line; four minutes long at least, so that it is seen. */
export function stroke(day: Pick<DayFile, 'start' | 'end'>, from: number, to: number, y: number): string {
  const x = (at: number): number => Math.round(((at - day.start) / (day.end - day.start)) * 14400) / 10;
  return `M${x(from)} ${y}H${Math.max(x(to), Math.min(1440, x(from) + 4))}`;
}

/** What was said, in bins of five minutes, as high as the square root of the lines. */
function marks(day: DayFile, said: readonly number[]): string {
  const bins = new Map<number, number>();
  for (const at of said) {
    const bin = Math.floor(((at - day.start) / (day.end - day.start)) * 288);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([bin, lines]) => {
      const half = Math.min(7, Math.round(2 * (1.5 + Math.sqrt(lines))) / 2);
      return `M${bin * 5 + 2} ${7 - half}v${half * 2}`;
    })
    .join('');
}
