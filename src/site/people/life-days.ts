// What a day tells of each person: the lane to draw, and the day's sums.
import type { DayFile } from '../../day.ts';
import type { ChannelIndex } from '../../store.ts';
import type { Zone } from '../../time.ts';
import { lower } from '../../shared/casemap.ts';
import { secondsOf, type MonthPresence } from './attendance.ts';
import { clockOf, faceOf } from '../parts/clock.ts';
import { isSaid } from '../day/conversations.ts';
import { lanesOf, type Lane } from '../day/lanes.ts';
import type { LifeDay, LifeSums, LifeWords } from './lives.ts';
import { whoOf, type Who } from '../parts/who.ts';

/** A day of a person; who was only named on it has nothing to draw. */
export interface LivedDay {
  readonly day?: LifeDay;
  readonly sums: LifeSums;
}

/** By the names of people. */
export type LivedDays = ReadonlyMap<string, LivedDay>;

/** What a day's file tells of the people who are wanted. */
export function livedOn(channel: ChannelIndex, day: DayFile, wanted: ReadonlySet<string>): LivedDays {
  const who = whoOf(channel, day);
  const people = saidOn(day, who);
  const blind = day.gaps.map(({ from, to }) => stroke(day, from, to, 7)).join('');
  const lived = new Map<string, LivedDay>();
  for (const lane of lanesOf(day, who)) {
    if (!wanted.has(lane.name)) continue;
    const drawn = drawnDay(day, lane, blind);
    const [first, last] = [lane.said[0], lane.said.at(-1)];
    const words = (at: number): LifeWords => ({ date: day.date, at, id: idAt(day, lane.name, at) });
    lived.set(lane.name, {
      day: drawn,
      sums: {
        ...{ days: 1, lines: lane.lines, present: drawn.present },
        strip: lane.said.length > 0 ? stripOf(day, lane.said) : [],
        ...told(people.get(lane.name)),
        ...(first !== undefined && { first: words(first) }),
        ...(last !== undefined && { last: words(last) }),
      },
    });
  }
  for (const [name, said] of people)
    if (wanted.has(name) && !lived.has(name)) lived.set(name, { sums: { ...NOTHING, ...told(said) } });
  return lived;
}

const NOTHING = { days: 0, lines: 0, present: 0, strip: [] };

interface Said {
  hours: number[];
  readonly nicks: Map<string, [nick: string, lines: number, stays: number]>;
  readonly names: Map<string, [name: string, names: number, named: number]>;
}

/** Who said how much when under which nick, and named whom. */
function saidOn(day: DayFile, who: Who): ReadonlyMap<string, Said> {
  const clock = clockOf(day);
  const people = new Map<string, Said>();
  const of = (name: string): Said => {
    let said = people.get(name);
    if (!said) people.set(name, (said = { hours: [], nicks: new Map(), names: new Map() }));
    return said;
  };
  const nickOf = ({ nicks }: Said, nick: string): [string, number, number] => {
    let found = nicks.get(lower(nick));
    if (!found) nicks.set(lower(nick), (found = [nick, 0, 0]));
    return found;
  };
  const nameOf = ({ names }: Said, name: string): [string, number, number] => {
    let found = names.get(name);
    if (!found) names.set(name, (found = [name, 0, 0]));
    return found;
  };
  for (const entry of day.entries) {
    if (entry.nick === undefined || !isSaid(entry)) continue;
    const name = who.nameOf(entry.nick);
    const said = of(name);
    if (said.hours.length === 0) said.hours = Array<number>(24).fill(0);
    said.hours[Math.floor(faceOf(clock, entry.at) / 3600)]! += 1;
    nickOf(said, entry.nick)[1] += 1;
    const addressed = /^@?([^\s:,]{1,64})[:,](?:\s|$)/.exec(entry.text)?.[1];
    const nick = addressed === undefined ? undefined : who.named(addressed, true);
    const other = nick === undefined ? name : who.nameOf(nick);
    if (other === name) continue;
    nameOf(said, other)[1] += 1;
    nameOf(of(other), name)[2] += 1;
  }
  for (const { nick } of day.stays) nickOf(of(who.nameOf(nick)), nick)[2] += 1;
  return people;
}

function told(said: Said | undefined): Pick<LifeSums, 'hours' | 'nicks' | 'names'> {
  return {
    hours: said?.hours ?? [],
    nicks: [...(said?.nicks.values() ?? [])],
    names: [...(said?.names.values() ?? [])],
  };
}

function drawnDay(day: DayFile, lane: Lane, blind: string): LifeDay {
  const first = lane.said[0];
  const hollow = lane.breaks.map(([from, to]) => stroke(day, from, to, 5.5) + stroke(day, from, to, 8.5)).join('');
  const paths = { here: '', unseen: '', second: '', hollow };
  for (const { from, to, start, second } of lane.stays) {
    if (second) paths.second += stroke(day, from, to, 12);
    else if (start === 'seen') paths.unseen += stroke(day, from, to, 7);
    else paths.here += stroke(day, from, to, 7);
  }
  return {
    date: day.date,
    ...paths,
    blind,
    said: marks(day, lane.said),
    lines: lane.lines,
    ...(first !== undefined && { firstId: idAt(day, lane.name, first) }),
    present: union(lane.stays),
  };
}

/** The days of a month without a page, by their dates: their presence is known from the channel's whole. */
export function livedUnsaid(
  { from, to, people, gaps }: MonthPresence,
  paged: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  zone: Zone,
): ReadonlyMap<string, LivedDays> {
  const days = new Map<string, LivedDays>();
  for (let day = zone.dayAt(from); day.start < to; day = zone.dayAt(day.end)) {
    if (paged.has(day.date)) continue;
    const within = (one: readonly [number, number]): readonly [number, number] => [
      Math.max(one[0], day.start),
      Math.min(one[1], day.end),
    ];
    const meets = ([start, end]: readonly [number, number]): boolean => start < day.end && end > day.start;
    const drawn = (parts: readonly (readonly [number, number])[]): string =>
      parts.map(([start, end]) => stroke(day, start, end, 7)).join('');
    const blind = drawn(
      gaps
        .map((gap) => [gap.from, gap.to] as const)
        .filter(meets)
        .map(within),
    );
    const lived = new Map<string, LivedDay>();
    for (const { name, present } of people) {
      const parts = wanted.has(name) ? present.filter(meets).map(within) : [];
      if (parts.length === 0) continue;
      const seconds = secondsOf(parts);
      lived.set(name, {
        day: {
          ...{ date: day.date, here: drawn(parts), unseen: '', second: '', hollow: '', blind },
          ...{ said: '', lines: 0, present: seconds },
        },
        sums: { ...NOTHING, ...told(undefined), days: 1, present: seconds },
      });
    }
    days.set(day.date, lived);
  }
  return days;
}

function stripOf(day: DayFile, said: readonly number[]): readonly number[] {
  const strip = Array<number>(48).fill(0);
  for (const at of said) strip[Math.min(47, Math.floor(((at - day.start) / (day.end - day.start)) * 48))]! += 1;
  return strip;
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
function stroke(day: Pick<DayFile, 'start' | 'end'>, from: number, to: number, y: number): string {
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
  return [...bins.keys()]
    .sort((a, b) => a - b)
    .map((bin) => {
      const half = Math.min(7, Math.round(2 * (1.5 + Math.sqrt(bins.get(bin)!))) / 2);
      return `M${bin * 5 + 2} ${7 - half}v${half * 2}`;
    })
    .join('');
}
