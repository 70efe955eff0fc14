// What a timeline takes, gives and remembers.
import type { Event, Placed } from '../events.ts';
import type { ParsedLine } from '../format.ts';

/** When an event is, in epoch seconds, and how precisely. */
export type Moment = Pick<Placed, 'at' | 'precision'>;

export type Fault = 'undated-line' | 'missing-hour' | 'clock-jump';

/** What must be known to go on in the middle of a file. Plain data: it is kept between builds. */
export interface TimelineState {
  /** The date that lines without one belong to, in days since 1970-01-01. */
  readonly day?: number;
  /** The year of lines that tell the rest of the date. */
  readonly year?: number;
  /** Only the file's name gave the date so far. */
  readonly named?: true;
  /** A mark set the date since the last event. */
  readonly marked?: true;
  /** Nothing marks the days, and the clock was seen to count to 24: a night of silence shows as a step back of some hours. */
  readonly nights?: true;
  /** Last wall clock, in seconds since 1970-01-01T00:00 on that clock. */
  readonly local?: number;
  /** Last instant and its precision. */
  readonly at?: number;
  readonly precision?: 60;
  /** The last line lay in a repeated hour: before its step back (false) or after it (true). */
  readonly stepped?: boolean;
  /** What the zone was called in the last line outside such an hour that tells, and how many seconds east of UTC it was. */
  readonly zone?: string;
  readonly east?: number;
}

/** The same while lines are read: each field is there all the time, since an object that fields leave is slow to use. */
export type Time = { -readonly [K in keyof TimelineState]-?: TimelineState[K] | undefined };

/** Where a timeline stands, to be changed line by line. */
export function timeOf(state: TimelineState): Time {
  const { day, year, named, marked, nights, local, at, precision, stepped, zone, east } = state;
  return { day, year, named, marked, nights, local, at, precision, stepped, zone, east };
}

/** The same as plain data, to be kept. */
export function stateOf(time: Time): TimelineState {
  return Object.fromEntries(Object.entries(time).filter(([, value]) => value !== undefined));
}

export interface TimelineSink {
  /** Takes the events in the order of their lines. */
  readonly event: (placed: Placed) => void;
  /** Something is odd about a line's time; the line is 1-based. An `undated-line` gives no event. */
  readonly fault: (fault: Fault, line: number, event: Event) => void;
}

export interface Timeline {
  /** Takes what the format made of the next line (1-based); one that is only `begun` goes on with none before it. */
  readonly see: (line: number, parsed: readonly ParsedLine[], begun?: boolean) => void;
  /** Where the time stands now, to go on from here later. */
  readonly state: () => TimelineState;
  /** The first line whose event is still held back, or undefined. */
  readonly heldFrom: () => number | undefined;
  /** Hands on what is held back: the file has ended. */
  readonly finish: () => void;
}
