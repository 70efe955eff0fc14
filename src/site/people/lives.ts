// The life of a person in a channel: days to draw, and sums of lines, hours, nicks and names. It is made a month at a time
// and kept so, since a new line changes one month of a few people:
//
//   day files ─────────────────────┐
//   presence of days without page ─┴→ life-days.ts → month-lives.ts → kept → lifeOf → the person's page
import { lower } from '../../shared/casemap.ts';

/** A day of a person, ready to draw. Plain data: it is kept between builds. */
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

/** A line said, as a place to link to. */
export interface LifeWords {
  readonly date: string;
  readonly id: string;
  readonly at: number;
}

/** What a stretch of time tells of a person, in sums. Plain data: it is kept between builds. */
export interface LifeSums {
  readonly days: number;
  readonly lines: number;
  /** Seconds. */
  readonly present: number;
  /** Lines said in each half-hour of the day; empty where none was. */
  readonly strip: readonly number[];
  /** Lines said in each hour of the archive's clock; empty where none was. */
  readonly hours: readonly number[];
  /** By first use. */
  readonly nicks: readonly (readonly [nick: string, lines: number, stays: number])[];
  /** How often the person names another at the start of a line, and is named; by first mention. */
  readonly names: readonly (readonly [name: string, names: number, named: number])[];
  readonly first?: LifeWords;
  readonly last?: LifeWords;
}

export interface Life {
  /** Ascending: all of a short life, the latest of a long one. */
  readonly days: readonly LifeDay[];
  /** By `YYYY-MM`, ascending. */
  readonly months: readonly (readonly [month: string, sums: LifeSums])[];
  readonly whole: LifeSums;
}

/** So many people of a channel have a life drawn: those with most lines, then those who came first. */
export const MOST_LIVES = 400;
/** A life of more days is shown by its months and its latest days. */
export const LONG_LIFE = 120;

/** Sums of several stretches, in the order of time, as those of one. */
export function joinSums(parts: readonly LifeSums[]): LifeSums {
  let [days, lines, present] = [0, 0, 0];
  const [strip, hours]: [number[], number[]] = [[], []];
  const nicks = new Map<string, [string, number, number]>();
  const names = new Map<string, [string, number, number]>();
  let [first, last]: (LifeWords | undefined)[] = [];
  for (const part of parts) {
    days += part.days;
    lines += part.lines;
    present += part.present;
    addCounts(strip, part.strip);
    addCounts(hours, part.hours);
    for (const one of part.nicks) addPair(nicks, lower(one[0]), one);
    for (const one of part.names) addPair(names, one[0], one);
    if (part.first && (!first || part.first.at < first.at)) first = part.first;
    if (part.last && (!last || part.last.at >= last.at)) last = part.last;
  }
  return {
    ...{ days, lines, present, strip, hours },
    nicks: [...nicks.values()],
    names: [...names.values()],
    ...(first && { first }),
    ...(last && { last }),
  };
}

function addCounts(sums: number[], counts: readonly number[]): void {
  counts.forEach((count, at) => (sums[at] = (sums[at] ?? 0) + count));
}

function addPair(sums: Map<string, [string, number, number]>, key: string, one: LifeSums['nicks'][number]): void {
  const known = sums.get(key);
  if (!known) sums.set(key, [...one]);
  else {
    known[1] += one[1];
    known[2] += one[2];
  }
}
