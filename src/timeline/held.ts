// Events that a later line may still change, and are held back for it:
//
//   the last one   lines that continue it may follow
//   the opening    those from the start of the file to the first line whose day is sure: clocks that told no day or no year wait
//                  for it, counted from an invented one; what came before any stamp waits for one; and in a file that is
//                  named for a day they may be of the evening before
import type { Event, Placed } from '../events.ts';
import type { Zone } from '../time.ts';
import { DAY, longer } from './calendar.ts';
import { movedBefore } from './nearest.ts';
import type { Moment, Time } from './state.ts';

/** The instant of a line before any stamp, until one comes. */
export const NEVER = -Infinity;
/** A leap year, in which lines without a year wait for one. */
const INVENTED = 1972;

export interface Held {
  /** No line continues the last event any more. */
  readonly endLast: () => void;
  /** Takes the event that is now the last; the one before it was ended. */
  readonly take: (placed: Placed) => void;
  /** A further line of the last event, or the event as the line tells it `whole`; false where there is none that could go on. */
  readonly goOn: (text: string, whole: Event | undefined) => boolean;
  /** True up to the first line whose day is sure. */
  readonly isOpening: () => boolean;
  /** What no line told yet; never but in the opening. Until it is settled, instants are wall clocks. */
  readonly lacking: () => 'day' | 'year' | undefined;
  readonly lack: (what: 'day' | 'year') => void;
  /** Gives what waited its instants: `moved` puts their wall clocks on the day or into the year that is now known. */
  readonly settle: (moved: (local: number) => number) => void;
  /** The same by a line that tells its whole date, as a wall clock: those that waited came before it. */
  readonly settleBefore: (here: number) => void;
  /** A file named for a day began before midnight: what it held so far is of the day before. */
  readonly setDayBack: () => void;
  /** The opening is over: a line lies at a moment that is sure. */
  readonly open: (moment: Moment) => void;
  /** Those of the opening, in their order. */
  readonly opening: () => readonly Placed[];
  readonly last: () => Placed | undefined;
}

/** What a file holds back, which starts where `time` tells no instant; `handOn` takes what nothing here can change any more. */
export function heldBack(zone: Zone, time: Time, handOn: (placed: Placed) => void): Held {
  let opening: Placed[] | undefined = time.at === undefined ? [] : undefined;
  let lacking: 'day' | 'year' | undefined;
  let last: Placed | undefined;

  function endLast(): void {
    const placed = last;
    last = undefined;
    if (!placed) return;
    if (opening) opening.push(placed);
    else handOn(placed);
  }

  function settle(moved: (local: number) => number): void {
    endLast();
    lacking = undefined;
    opening = opening?.map((placed) => {
      if (placed.at === NEVER) return placed;
      const local = moved(Math.floor(placed.at));
      const [at = local - zone.offsetAt(local - DAY)] = zone.instantsOf(local);
      return { ...placed, at: at + (placed.at % 1) };
    });
    if (time.local !== undefined) time.local = moved(time.local);
    time.at = undefined;
  }

  return {
    endLast,
    take(placed) {
      last = placed;
    },
    goOn(text, whole) {
      const event = last && (whole ?? longer(last.event, text));
      if (!last || !event) return false;
      last = { ...last, event, lines: last.lines + 1 };
      return true;
    },
    isOpening: () => opening !== undefined,
    lacking: () => lacking,
    lack(what) {
      lacking = what;
      if (what === 'day') time.day = 0;
      else time.year = INVENTED;
    },
    settle,
    settleBefore: (here) => settle(movedBefore(here, time.local ?? here, lacking === 'year')),
    setDayBack() {
      endLast();
      opening = opening?.map((placed) => {
        const [at] = zone.instantsOf(placed.at + zone.offsetAt(placed.at) - DAY);
        return at === undefined ? placed : { ...placed, at };
      });
    },
    open(moment) {
      const events = opening;
      if (!events) return;
      opening = undefined;
      const { at, precision } = events.find((placed) => placed.at !== NEVER) ?? moment;
      const first = { at, ...(precision && { precision }) };
      for (const placed of events) handOn(placed.at === NEVER ? { ...placed, ...first } : placed);
    },
    opening: () => opening ?? [],
    last: () => last,
  };
}
