// The day file: one channel's day, as published (docs/day-file.md) and as the pages are made from it.
import type { Entry } from './events.ts';

/** How a stay began, for the record: contract of the day file. */
export type StayStart = 'join' | 'nick' | 'seen' | 'carried';
export type StayEnd = 'part' | 'quit' | 'kick' | 'nick' | 'lost' | 'gap' | 'carried' | 'open';

/** Presence of one nick, half-open `[from, to)` in epoch seconds, cut at the day's bounds. */
export interface Stay {
  readonly nick: string;
  readonly from: number;
  readonly to: number;
  readonly start: StayStart;
  /** With `seen`: the first moment that shows the nick was here. */
  readonly evidence?: number;
  readonly end: StayEnd;
}

export type GapCause = 'before-log' | 'left' | 'kicked' | 'disconnected' | 'closed' | 'hole' | 'after-log';

/** When every logger was blind, half-open in epoch seconds. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly cause: GapCause;
}

export interface DayPerson {
  readonly name: string;
  readonly nicks: readonly string[];
}

export interface DayChannel {
  readonly slug: string;
  readonly name: string;
  readonly network?: string;
}

export interface DayFile {
  readonly version: 1;
  readonly channel: DayChannel;
  /** `YYYY-MM-DD` in `zone`. */
  readonly date: string;
  readonly zone: string;
  /** Epoch seconds, half-open. */
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
  readonly people: readonly DayPerson[];
  readonly stays: readonly Stay[];
  readonly gaps: readonly Gap[];
  readonly problems: { readonly [rule: string]: number };
}
