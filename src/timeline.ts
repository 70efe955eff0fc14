// Parsed lines of one file become events at instants. The only state about time is here:
//
//   stamp            → instant          by
//   epoch            → itself
//   date and clock   → the zone's rules; in a repeated hour the file's order decides, in a missing one the hour before
//   clock without year, or without date → the banners, date marks and names before it, with roll-over
//   none             → that of the event before (`stamp: assumed`); at the start, of the next
//
// An event is handed on when no later line can change it: continuation lines, a repeated hour without a step back and a
// day file that starts before midnight hold it back.
import type { Event, Placed } from './events.ts';
import type { CalendarDate, ParsedLine, Stamp, WallClock } from './format.ts';
import type { Zone } from './time.ts';

const DAY = 86_400;
/** A step back of the clock inside a repeated hour, in seconds: smaller ones are lines that overtook each other. */
const STEP = 10;
/** How close to midnight, in seconds, a line may have come into the file of the other day. */
const EVENING = 600;

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
  /** Last wall clock, in seconds since 1970-01-01T00:00 on that clock. */
  readonly local?: number;
  /** Last instant and its precision. */
  readonly at?: number;
  readonly precision?: 60;
  /** The last line lay in a repeated hour: before its step back (false) or after it (true). */
  readonly stepped?: boolean;
}

export interface TimelineSink {
  readonly event: (placed: Placed) => void;
  /** Something is odd about a line's time; the line is 1-based. An `undated-line` gives no event. */
  readonly fault: (fault: Fault, line: number, event: Event) => void;
}

export interface Timeline {
  /** Takes what the format made of the next line (1-based). */
  readonly see: (line: number, parsed: readonly ParsedLine[]) => void;
  /** Where the time stands now, to go on from here later. */
  readonly state: () => TimelineState;
  /** The first line whose event is still held back, or undefined. */
  readonly heldFrom: () => number | undefined;
  /** Hands on what is held back: the file has ended. */
  readonly finish: () => void;
}

type Moment = Pick<Placed, 'at' | 'precision'>;

/** The timeline of one file whose wall clocks are in `zone`, from its start or from an earlier `state()`. */
export function openTimeline(
  zone: Zone,
  sink: TimelineSink,
  start: { readonly date?: CalendarDate; readonly state?: TimelineState } = {},
): Timeline {
  const time: { -readonly [K in keyof TimelineState]: TimelineState[K] } = start.state
    ? { ...start.state }
    : start.date
      ? { day: dayNumber(start.date), named: true }
      : {};
  /** At the start of the file, before the first line whose day is sure. */
  let opening: Placed[] | undefined = start.state?.at === undefined ? [] : undefined;
  /** In a repeated hour that has shown no step back yet. */
  let folded: Placed[] = [];
  /** The last event: lines that continue it may follow. */
  let last: Placed | undefined;

  function handOn(placed: Placed): void {
    if (opening) opening.push(placed);
    else if (time.stepped === false) folded.push(placed);
    else sink.event(placed);
  }

  function handOnLast(): void {
    const placed = last;
    last = undefined;
    if (placed) handOn(placed);
  }

  function openAt(moment: Moment): void {
    const events = opening ?? [];
    opening = undefined;
    for (const placed of events)
      handOn(placed.stamp === 'assumed' && placed.at === 0 ? { ...placed, ...moment } : placed);
  }

  function leaveFold(): void {
    const known = time.stepped === true;
    const events = folded;
    folded = [];
    delete time.stepped;
    for (const placed of events) sink.event(known ? placed : { ...placed, fold: 'unknown' });
  }

  /** The wall clock as seconds since 1970 on it, or undefined where nothing tells the date. */
  function localOf(clock: WallClock): number | undefined {
    const second = clock.hour * 3600 + clock.minute * 60 + Math.floor(clock.second ?? 0);
    if (clock.month !== undefined && clock.day !== undefined) {
      const day = { month: clock.month, day: clock.day };
      const year = clock.year ?? yearOf(day, second);
      return year === undefined ? undefined : dayNumber({ ...day, year }) * DAY + second;
    }
    if (time.day === undefined) return undefined;
    const here = time.day * DAY + second;
    if (time.named && second >= DAY - EVENING) return here;
    if (time.named && time.local !== undefined) dayBefore();
    else if (time.local !== undefined && !time.named) {
      // A line of the evening that came just after the mark of the new day.
      if (time.marked && Math.abs(here - DAY - time.local) < EVENING) return here - DAY;
      if (!time.marked && here < time.local - DAY / 2) return here + DAY;
    }
    return here;
  }

  /** A file named for a day began before midnight: what it held so far is of the day before. */
  function dayBefore(): void {
    handOnLast();
    opening = opening?.map((placed) => {
      const [at] = zone.instantsOf(placed.at + zone.offsetAt(placed.at) - DAY);
      return at === undefined ? placed : { ...placed, at };
    });
  }

  function yearOf(day: Omit<CalendarDate, 'year'>, second: number): number | undefined {
    const { year, local } = time;
    if (year === undefined || local === undefined) return year;
    const here = dayNumber({ ...day, year }) * DAY + second;
    if (here < local - 7 * DAY) return year + 1;
    return here > local + 330 * DAY ? year - 1 : year;
  }

  function momentOf(stamp: Stamp, line: number, event: Event): Moment | undefined {
    if ('epoch' in stamp) {
      if (opening) openAt({ at: stamp.epoch });
      return { at: stamp.epoch };
    }
    const { clock } = stamp;
    const previous = time.local;
    const local = localOf(clock);
    if (local === undefined || Number.isNaN(local)) return undefined;
    time.local = local;
    time.day = Math.floor(local / DAY);
    if (!clock.year || !time.year) time.year = new Date(local * 1000).getUTCFullYear();
    else time.year = clock.year;
    delete time.marked;
    if (local - time.day * DAY < DAY - EVENING || clock.month !== undefined) delete time.named;
    const at = clock.offset === undefined ? instantOf(local, previous, line, event) : local - clock.offset;
    const fraction = (clock.second ?? 0) % 1;
    const moment: Moment = {
      at: fraction ? Math.round((at + fraction) * 1e6) / 1e6 : at,
      ...(clock.second === undefined && { precision: 60 }),
    };
    if (opening && !time.named) openAt(moment);
    return moment;
  }

  function instantOf(local: number, previous: number | undefined, line: number, event: Event): number {
    const [first, second] = zone.instantsOf(local);
    if (second === undefined && time.stepped !== undefined) leaveFold();
    if (first === undefined) {
      sink.fault('missing-hour', line, event);
      return local - zone.offsetAt(local - DAY);
    }
    if (second === undefined) return first;
    if (time.stepped === undefined) time.stepped = false;
    else if (!time.stepped && previous !== undefined && local < previous - STEP) {
      time.stepped = true;
      for (const placed of folded) sink.event(placed);
      folded = [];
    }
    return time.stepped ? second : first;
  }

  function seeEvent(event: Event, stamp: Stamp | undefined, line: number, lines: number): void {
    handOnLast();
    const moment = stamp && momentOf(stamp, line, event);
    if (moment) {
      if (time.at !== undefined && moment.at < time.at - 60) sink.fault('clock-jump', line, event);
      time.at = moment.at;
      if (moment.precision) time.precision = moment.precision;
      else delete time.precision;
      last = { ...moment, event, line, lines };
    } else if (stamp) sink.fault('undated-line', line, event);
    else {
      const { at = 0, precision } = time;
      last = { at, ...(precision && { precision }), stamp: 'assumed', event, line, lines };
    }
  }

  function seeMore(text: string, line: number): void {
    const event = last && longer(last.event, text);
    if (last && event) last = { ...last, event, lines: last.lines + 1 };
    else seeEvent({ kind: 'unparsed', text }, undefined, line, 1);
  }

  function seeDate(date: CalendarDate | undefined, year: number | undefined): void {
    if (date) {
      time.day = dayNumber(date);
      time.year = date.year;
      time.marked = true;
      delete time.named;
    } else if (year !== undefined) time.year = year;
  }

  return {
    see(line, parsed) {
      let lines = 1;
      for (const one of parsed) {
        if (one.is === 'event') {
          seeEvent(one.event, one.stamp, line, lines);
          lines = 0;
        } else if (one.is === 'more') seeMore(one.text, line);
        else if (one.is === 'control') seeDate(one.date, one.year);
      }
    },
    state: () => ({ ...time }),
    heldFrom: () => (opening?.[0] ?? folded[0] ?? last)?.line,
    finish() {
      handOnLast();
      if (time.at === undefined) for (const { line, event } of opening ?? []) sink.fault('undated-line', line, event);
      else if (opening) openAt({ at: time.at, ...(time.precision && { precision: time.precision }) });
      leaveFold();
    },
  };
}

/** The event with a further line of its text; undefined where it has no text that could go on. */
function longer(event: Event, text: string): Event | undefined {
  if ('text' in event) return { ...event, text: `${event.text}\n${text}` };
  if ('reason' in event && event.reason !== undefined) return { ...event, reason: `${event.reason}\n${text}` };
  return undefined;
}

/** Days since 1970-01-01; a day that its month does not have runs on into the next. */
function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / (DAY * 1000);
}
