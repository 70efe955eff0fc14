// What days tell of each person of a channel, gathered while the days' pages are made: presence and lines a day, hours of
// speech, nicks, who names whom.
import type { DayFile } from '../day.ts';
import type { ChannelIndex } from '../store.ts';
import type { Zone } from '../time.ts';
import type { Attendance } from './attendance.ts';
import { clockOf, faceOf } from './clock.ts';
import { isSaid } from './conversations.ts';
import { lanesOf } from './lanes.ts';
import { addDay, fillMonth, stroke } from './life-days.ts';
import { lower } from '../shared/casemap.ts';
import { whoOf } from './who.ts';
import type { Who } from './who.ts';

/** A day of a person, ready to draw. */
export interface LifeDay {
  readonly date: string;
  /** Paths of the lane in a box of 1440 × 14: here, here since before the log, and so on as they are named. */
  readonly here: string;
  readonly unseen: string;
  readonly second: string;
  /** Across a netsplit, or a connection lost and made again at once. */
  readonly hollow: string;
  readonly blind: string;
  readonly said: string;
  readonly lines: number;
  /** Address of the first line said on the day's page. */
  readonly firstId?: string;
  /** Seconds present, under whatever nick. */
  readonly present: number;
}

/** A month of a person, in sums: there is one for each person and month of the archive. */
export interface LifeMonth {
  days: number;
  lines: number;
  /** Seconds. */
  present: number;
  /** Lines said in each half-hour of the day. */
  readonly strip: Uint32Array;
}

/** A line said, as a place to link to. */
export interface LifeWords {
  readonly date: string;
  readonly id: string;
  readonly at: number;
}

/** A nick of a person, and how much it was used. */
export interface LifeNick {
  readonly nick: string;
  lines: number;
  stays: number;
}

export interface Life {
  /** The latest days by date, `LATEST_DAYS` of them at least where there are so many. */
  readonly days: Map<string, LifeDay>;
  /** By `YYYY-MM`. */
  readonly months: Map<string, LifeMonth>;
  firstWords?: LifeWords;
  lastWords?: LifeWords;
  /** Lines said in each hour of the archive's clock. */
  readonly hours: number[];
  /** By the nick in lower case. */
  readonly nicks: Map<string, LifeNick>;
  /** How often the person names another at the start of a line, and is named, by the other's name. */
  readonly names: Map<string, { names: number; named: number }>;
}

export interface Lives {
  readonly see: (day: DayFile) => void;
  readonly seen: (date: string) => boolean;
  /** Adds presence on days that have no page, once: without it, who stays over a silent week-end is not there. */
  readonly fill: (attendance: Attendance, zone: Zone) => void;
  readonly of: (name: string) => Life | undefined;
}

/** So many people of a channel get a row for each day: those with most lines, then those who came first. */
export const MOST_LIVES = 400;

/** Gathers the lives of a channel's people. What it says depends on the days seen, not on their order. */
export function livesOf(channel: ChannelIndex): Lives {
  const wanted = [...channel.people].sort((a, b) => b.lines - a.lines).slice(0, MOST_LIVES);
  const lives = new Map<string, Life>(
    wanted.map(({ name }) => [
      name,
      { days: new Map(), months: new Map(), hours: Array<number>(24).fill(0), nicks: new Map(), names: new Map() },
    ]),
  );
  const seen = new Set<string>();
  let filled = false;
  return {
    fill: (attendance, zone) => {
      if (filled) return;
      filled = true;
      for (const month of attendance.months) fillMonth(lives, seen, attendance.of(month), zone);
    },
    seen: (date) => seen.has(date),
    of: (name) => lives.get(name),
    see: (day) => {
      if (seen.has(day.date)) return;
      seen.add(day.date);
      const who = whoOf(channel, day);
      const blind = day.gaps.map(({ from, to }) => stroke(day, from, to, 7)).join('');
      for (const lane of lanesOf(day, who)) {
        const life = lives.get(lane.name);
        if (life) addDay(life, day, lane, blind);
      }
      readEntries(day, who, lives);
      for (const { nick } of day.stays) {
        const life = lives.get(who.nameOf(nick));
        if (life) nickOf(life, nick).stays += 1;
      }
    },
  };
}

function nickOf(life: Life, nick: string): LifeNick {
  let found = life.nicks.get(lower(nick));
  if (!found) life.nicks.set(lower(nick), (found = { nick, lines: 0, stays: 0 }));
  return found;
}

function readEntries(day: DayFile, who: Who, lives: ReadonlyMap<string, Life>): void {
  const clock = clockOf(day);
  const write = (life: Life, name: string, way: 'names' | 'named'): void => {
    let count = life.names.get(name);
    if (!count) life.names.set(name, (count = { names: 0, named: 0 }));
    count[way] += 1;
  };
  for (const entry of day.entries) {
    if (entry.nick === undefined || !isSaid(entry)) continue;
    const name = who.nameOf(entry.nick);
    const life = lives.get(name);
    if (life) {
      life.hours[Math.floor(faceOf(clock, entry.at) / 3600)]! += 1;
      nickOf(life, entry.nick).lines += 1;
    }
    const addressed = /^@?([^\s:,]{1,64})[:,](?:\s|$)/.exec(entry.text)?.[1];
    const nick = addressed === undefined ? undefined : who.named(addressed, true);
    if (nick === undefined) continue;
    const other = who.nameOf(nick);
    if (other === name) continue;
    if (life) write(life, other, 'names');
    const otherLife = lives.get(other);
    if (otherLife) write(otherLife, name, 'named');
  }
}
