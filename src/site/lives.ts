// What days tell of each person of a channel, gathered while the days' pages are made: presence and lines a day, hours of
// speech, nicks with the evidence for each, who names whom.
import type { DayFile } from '../day.ts';
import type { ChannelIndex } from '../store.ts';
import { clockOf, faceOf } from './clock.ts';
import { isSaid } from './conversations.ts';
import { lanesOf } from './lanes.ts';
import type { Lane } from './lanes.ts';
import { lower } from '../shared/casemap.ts';
import { whoOf } from './who.ts';
import type { Who } from './who.ts';

/** A day of a person, ready to draw. */
export interface LifeDay {
  readonly date: string;
  /** Paths of the lane in a box of 1440 × 14: here, here since before the log, under a second nick, nobody watched, said. */
  readonly here: string;
  readonly unseen: string;
  readonly second: string;
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

/** A nick of a person, and what shows that it is the person's. */
export interface LifeNick {
  readonly nick: string;
  lines: number;
  stays: number;
  /** The first rename to or from another nick of the person. */
  rename?: {
    readonly from: string;
    readonly to: string;
    readonly date: string;
    readonly id: string;
    readonly at: number;
  };
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
  readonly of: (name: string) => Life | undefined;
}

/** So many people of a channel get a row for each day: those with most lines, then those who came first. */
export const MOST_LIVES = 400;

/** Days of a person that are kept one by one; all others are in the months' sums only, so that memory stays bounded. */
export const LATEST_DAYS = 120;

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
  return {
    seen: (date) => seen.has(date),
    of: (name) => lives.get(name),
    see: (day) => {
      if (seen.has(day.date)) return;
      seen.add(day.date);
      const who = whoOf(channel, day);
      const blind = day.gaps.map(({ from, to }) => stroke(day, from, to, 7)).join('');
      for (const lane of lanesOf(day, who)) {
        const life = lives.get(lane.name);
        if (life) add(life, day, lane, blind);
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
    if (entry.nick === undefined) continue;
    const name = who.nameOf(entry.nick);
    const life = lives.get(name);
    if (entry.kind === 'nick') {
      if (who.nameOf(entry.to) !== name || !life) continue;
      const rename = { from: entry.nick, to: entry.to, date: day.date, id: entry.id, at: entry.at };
      for (const nick of [entry.nick, entry.to]) {
        const of = nickOf(life, nick);
        if (!of.rename || of.rename.at > rename.at) of.rename = rename;
      }
      continue;
    }
    if (!isSaid(entry)) continue;
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

function add(life: Life, day: DayFile, lane: Lane, blind: string): void {
  const { date } = day;
  const present = union(lane.stays);
  const [first, last] = [lane.said[0], lane.said.at(-1)];
  const words = (at: number): LifeWords => ({ date, at, id: idAt(day, lane.name, at) });
  const firstWords = first === undefined ? undefined : words(first);
  if (firstWords && (!life.firstWords || firstWords.at < life.firstWords.at)) life.firstWords = firstWords;
  if (last !== undefined && (!life.lastWords || last >= life.lastWords.at)) life.lastWords = words(last);
  sum(life, day, lane, present);
  const paths = { here: '', unseen: '', second: '' };
  for (const { from, to, start, second } of lane.stays) {
    if (second) paths.second += stroke(day, from, to, 12);
    else if (start === 'seen') paths.unseen += stroke(day, from, to, 7);
    else paths.here += stroke(day, from, to, 7);
  }
  life.days.set(date, {
    date,
    ...paths,
    blind,
    said: marks(day, lane.said),
    lines: lane.lines,
    ...(firstWords && { firstId: firstWords.id }),
    present,
  });
  if (life.days.size < 2 * LATEST_DAYS) return;
  for (const old of [...life.days.keys()].sort().slice(0, -LATEST_DAYS)) life.days.delete(old);
}

function sum(life: Life, day: DayFile, lane: Lane, present: number): void {
  const name = day.date.slice(0, 7);
  let month = life.months.get(name);
  if (!month) life.months.set(name, (month = { days: 0, lines: 0, present: 0, strip: new Uint32Array(48) }));
  month.days += 1;
  month.lines += lane.lines;
  month.present += present;
  for (const at of lane.said)
    month.strip[Math.min(47, Math.floor(((at - day.start) / (day.end - day.start)) * 48))]! += 1;
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
function stroke(day: DayFile, from: number, to: number, y: number): string {
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
