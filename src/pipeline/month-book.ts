// What is kept of each month of a channel: its digest, which every build asks for that looks into the channel, and the rest.
import type { Trace } from '../presence.ts';
import type { Parts } from '../state.ts';
import type { DayFacts } from './make-day.ts';
import type { PresenceBook, PresenceMonth } from './presence-months.ts';
import type { HistoryMonth } from './history-month.ts';
import type { WrittenDay } from './written.ts';

/** A month in short. Plain data. */
export interface MonthDigest {
  readonly history: HistoryMonth;
  /** Absent without an entry in it. */
  readonly presence?: PresenceMonth;
}

/** A kind of page in the book, by `YYYY-MM`. */
export interface Pages<T> {
  readonly has: (month: string) => boolean;
  readonly read: (month: string) => T;
  readonly write: (month: string, page: T) => void;
  readonly drop: (month: string) => void;
}

export interface MonthBook {
  readonly digests: Pages<MonthDigest>;
  readonly facts: Pages<readonly DayFacts[]>;
  /** What presence asks of the days' entries. */
  readonly traces: Pages<readonly (readonly [date: string, traces: readonly Trace[]])[]>;
  readonly presence: Pages<PresenceBook>;
  readonly written: Pages<readonly WrittenDay[]>;
}

/** How many pages of a kind stay in hand: one that was just written is often asked for next. */
const IN_HAND = 2;

const KINDS = ['digest', 'facts', 'traces', 'presence', 'written'] as const;

/** The book of a channel. */
export function monthBook(parts: Parts, slug: string): MonthBook {
  const pages = <T>(kind: (typeof KINDS)[number]): Pages<T> => {
    const nameOf = (month: string): string => `${slug}/${month}-${kind}`;
    const inHand = new Map<string, T>();
    const take = (month: string, page: T): void => {
      inHand.delete(month);
      inHand.set(month, page);
      for (const old of inHand.keys()) if (inHand.size > IN_HAND) inHand.delete(old);
    };
    return {
      has: (month) => parts.has(nameOf(month)),
      read(month) {
        const known = inHand.get(month);
        if (known !== undefined) return known;
        const page = parts.read<T>(nameOf(month));
        take(month, page);
        return page;
      },
      write(month, page) {
        parts.write(nameOf(month), page);
        take(month, page);
      },
      drop(month) {
        if (parts.has(nameOf(month))) parts.drop(nameOf(month));
        inHand.delete(month);
      },
    };
  };
  return {
    digests: pages('digest'),
    facts: pages('facts'),
    traces: pages('traces'),
    presence: pages('presence'),
    written: pages('written'),
  };
}

/** Names of the parts that hold these months of a channel. */
export function partsOfMonths(slug: string, months: readonly string[]): readonly string[] {
  return months.flatMap((month) => KINDS.map((kind) => `${slug}/${month}-${kind}`));
}
