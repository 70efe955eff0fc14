// The days of a month in short, as they lie in the store: what every list asks of all days, then each day on a line of its own,
// which is parsed when more is asked of it. A list shows a few of thousands.
//
//   {"days":["2012-05-01",442,484, …],"away":[],"spoke":["ada",12, …],"halfHours":[1,40,2,31, …],"size":21408}
//   {"date":"2012-05-01","start":1335830400, …}
//   …
import { once } from '../shared/once.ts';
import type { DaySummary } from './archive-index.ts';
import { Torn } from './torn.ts';

/** What was said on some days, added up. */
export interface SaidSums {
  /** On how many of them a person spoke, by name. */
  readonly spoke: ReadonlyMap<string, number>;
  /** In how many half-hours so many lines were said; of those in which there was one. */
  readonly halfHours: ReadonlyMap<number, number>;
}

/** The first line: rows behind each other, which are read several times as fast as rows in a list. */
interface Head {
  /** Date, lines said, entries. */
  readonly days: readonly (string | number)[];
  /** Of the days that have one, by their places. */
  readonly away: readonly (readonly [place: number, dates: readonly string[]])[];
  /** Name, days. */
  readonly spoke: readonly (string | number)[];
  /** Lines, how often. */
  readonly halfHours: readonly number[];
  /** UTF-16 units of the lines after it. */
  readonly size: number;
}

const ROW = 3;

/** The text of a month's days, ascending. */
export function monthText(days: readonly DaySummary[]): string {
  const { spoke, halfHours } = saidOn(days);
  const lines = days.map((day) => `${JSON.stringify(day)}\n`).join('');
  const head: Head = {
    days: days.flatMap(({ date, lines, entries }) => [date, lines, entries]),
    away: days.flatMap(({ away }, place) => (away ? [[place, away] as const] : [])),
    spoke: [...spoke].flat(),
    halfHours: [...halfHours].flat(),
    size: lines.length,
  };
  return `${JSON.stringify(head)}\n${lines}`;
}

/** The days of such a text. Throws where it is none, or not whole; `path` says where it lies. */
export function daysOfText(text: string, path: string): readonly DaySummary[] {
  const begin = text.indexOf('\n') + 1;
  const { days: rows, away, size, ...sums } = JSON.parse(text.slice(0, begin)) as Head;
  if (text.length !== begin + size) throw new Torn(path);
  const lines = once(() => text.slice(begin).split('\n'));
  const month = { lines, path, sums };
  const days: StoredDay[] = [];
  for (let at = 0; at < rows.length; at += ROW)
    days.push(new StoredDay(month, at / ROW, rows[at] as string, rows[at + 1] as number, rows[at + 2] as number));
  for (const [place, dates] of away) days[place]!.away = dates;
  return days;
}

/** What was said on all days of a channel. */
export function saidOn(days: readonly DaySummary[]): SaidSums {
  const spoke = new Map<string, number>();
  const halfHours = new Map<number, number>();
  const add = <K>(counts: Map<K, number>, key: K, count: number): void =>
    void counts.set(key, (counts.get(key) ?? 0) + count);
  let before: StoredMonth | undefined;
  for (const day of days) {
    const month = day instanceof StoredDay ? day.month : undefined;
    if (!month) {
      day.speakers.forEach((speaker) => add(spoke, speaker[0], 1));
      day.strip.forEach((lines) => lines > 0 && add(halfHours, lines, 1));
    } else if (month !== before) {
      const { spoke: names, halfHours: counts } = month.sums;
      for (let at = 0; at < names.length; at += 2) add(spoke, names[at] as string, names[at + 1] as number);
      for (let at = 0; at < counts.length; at += 2) add(halfHours, counts[at]!, counts[at + 1]!);
    }
    before = month;
  }
  return { spoke, halfHours };
}

interface StoredMonth {
  /** A day each. */
  readonly lines: () => readonly string[];
  readonly path: string;
  readonly sums: Pick<Head, 'spoke' | 'halfHours'>;
}

/** Parsed when it is asked for what `{ ...day }` therefore lacks. */
class StoredDay implements DaySummary {
  readonly month: StoredMonth;
  readonly date: string;
  readonly lines: number;
  readonly entries: number;
  away?: readonly string[];
  readonly #place: number;
  #whole: DaySummary | undefined;

  constructor(month: StoredMonth, place: number, date: string, lines: number, entries: number) {
    this.month = month;
    this.date = date;
    this.lines = lines;
    this.entries = entries;
    this.#place = place;
  }

  /** The day as it was stored. */
  toJSON(): DaySummary {
    const { lines, path } = this.month;
    try {
      return (this.#whole ??= JSON.parse(lines()[this.#place] ?? '') as DaySummary);
    } catch {
      throw new Torn(path);
    }
  }

  get start(): number {
    return this.toJSON().start;
  }
  get end(): number {
    return this.toJSON().end;
  }
  get first(): number | undefined {
    return this.toJSON().first;
  }
  get last(): number | undefined {
    return this.toJSON().last;
  }
  get firstId(): string | undefined {
    return this.toJSON().firstId;
  }
  get lastId(): string | undefined {
    return this.toJSON().lastId;
  }
  get speakers(): DaySummary['speakers'] {
    return this.toJSON().speakers;
  }
  get present(): number {
    return this.toJSON().present;
  }
  get strip(): readonly number[] {
    return this.toJSON().strip;
  }
  get about(): DaySummary['about'] {
    return this.toJSON().about;
  }
  get quote(): DaySummary['quote'] {
    return this.toJSON().quote;
  }
}
