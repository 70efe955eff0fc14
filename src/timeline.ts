// Parsed lines of one file become events at instants. The only state about time is here:
//
//   stamp            → instant          by
//   epoch            → itself
//   date and clock   → the zone's rules; in a repeated hour the file's order decides, in a missing one the hour before
//   clock without year, or without date → the banners, date marks and names before it, with roll-over; where nothing marks the
//                                         days, a smaller step back is a midnight
//   none             → that of the event before (`stamp: assumed`); at the start, of the next
//
// An event is handed on when no later line can change it: continuation lines, a repeated hour without a step back and a
// day file that starts before midnight hold it back.
import type { Event, Placed } from './events.ts';
import type { CalendarDate, Stamp, WallClock } from './format.ts';
import type { Zone } from './time.ts';
import { DAY, dayNumber, inYear, longer } from './timeline/calendar.ts';
import { EVENING, movedBefore, onDayNear, STEP, yearNear } from './timeline/nearest.ts';
import { stateOf, timeOf, type Timeline, type TimelineSink, type TimelineState } from './timeline/state.ts';

export type { Fault, Timeline, TimelineSink, TimelineState } from './timeline/state.ts';

/** From which second of the day on a clock that shows it counts to 24: one that counts to 12 goes back every noon. */
const AFTERNOON = 13 * 3600;
/** The instant of a line before any stamp, until one comes. */
const NEVER = -Infinity;
/** A leap year, in which lines without a year wait for one. */
const INVENTED = 1972;

type Moment = Pick<Placed, 'at' | 'precision'>;

function placedAt({ at, precision }: Moment, event: Event, line: number, lines: number): Placed {
  return precision ? { at, precision, event, line, lines } : { at, event, line, lines };
}

/**
 * The timeline of one file whose wall clocks are in `zone`, from its start or from an earlier `state()`. Its days are
 * `unmarked` where neither its name nor a line tells each of them.
 */
export function openTimeline(
  zone: Zone,
  sink: TimelineSink,
  start: { readonly date?: CalendarDate; readonly unmarked?: boolean; readonly state?: TimelineState } = {},
): Timeline {
  const time = timeOf(start.state ?? (start.date ? { day: dayNumber(start.date), named: true } : {}));
  /** Lines at the start tell no day, or no year, and nothing before them did: they wait, counted from an invented one. */
  let lacking: 'day' | 'year' | undefined;
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
    const { at, precision } = events.find((placed) => placed.at !== NEVER) ?? moment;
    const first = { at, ...(precision && { precision }) };
    for (const placed of events) handOn(placed.at === NEVER ? { ...placed, ...first } : placed);
  }

  function leaveFold(): void {
    const known = time.stepped === true;
    const events = folded;
    folded = [];
    time.stepped = undefined;
    for (const placed of events) sink.event(known ? placed : unsure(placed));
  }

  function unsure(placed: Placed): Placed {
    const second = Math.floor(placed.at);
    const [first = second, again = first] = zone.instantsOf(second + zone.offsetAt(second));
    return { fold: 'unknown', again: again - first, ...placed };
  }

  /** The wall clock as seconds since 1970 on it, or undefined where nothing tells the date. */
  function localOf(clock: WallClock): number | undefined {
    const second = clock.hour * 3600 + clock.minute * 60 + Math.floor(clock.second ?? 0);
    if (clock.month !== undefined && clock.day !== undefined) {
      const day = { month: clock.month, day: clock.day };
      if (clock.year === undefined && time.year === undefined && opening) lack('year');
      const year = clock.year ?? yearNear(day, second, time);
      if (year === undefined) return undefined;
      const here = dayNumber({ ...day, year }) * DAY + second;
      if (lacking && clock.year !== undefined) settleBefore(here);
      return here;
    }
    if (time.day === undefined && opening) lack('day');
    if (time.day === undefined) return undefined;
    const here = time.day * DAY + second;
    if (start.unmarked && second >= AFTERNOON) time.nights = true;
    if (time.named && second >= DAY - EVENING) return here;
    if (time.named && time.local !== undefined) dayBefore();
    else if (time.local !== undefined && !time.named)
      return onDayNear(here, time.local, time, {
        unmarked: start.unmarked === true,
        precise: clock.second !== undefined,
      });
    return here;
  }

  function lack(what: 'day' | 'year'): void {
    lacking = what;
    if (what === 'day') time.day = 0;
    else time.year = INVENTED;
  }

  /** A line that tells its whole date, as a wall clock: those that waited came before it. */
  function settleBefore(here: number): void {
    settle(movedBefore(here, time.local ?? here, lacking === 'year'));
  }

  /** Gives the lines that waited their instants, once the day or year of their wall clocks is known. */
  function settle(moved: (local: number) => number): void {
    handOnLast();
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

  /** A file named for a day began before midnight: what it held so far is of the day before. */
  function dayBefore(): void {
    handOnLast();
    opening = opening?.map((placed) => {
      const [at] = zone.instantsOf(placed.at + zone.offsetAt(placed.at) - DAY);
      return at === undefined ? placed : { ...placed, at };
    });
  }

  function momentOf(stamp: Stamp, line: number, event: Event): Moment | undefined {
    if ('epoch' in stamp) {
      if (lacking) settleBefore(Math.floor(stamp.epoch) + zone.offsetAt(stamp.epoch));
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
    time.marked = undefined;
    if (local - time.day * DAY < DAY - EVENING || clock.month !== undefined) time.named = undefined;
    const { offset } = clock;
    const at = lacking ? local : offset === undefined ? instantOf(local, previous, line, event) : local - offset;
    const fraction = (clock.second ?? 0) % 1;
    const exact = fraction ? Math.round((at + fraction) * 1e6) / 1e6 : at;
    const moment: Moment = clock.second === undefined ? { at: exact, precision: 60 } : { at: exact };
    if (opening && !time.named && !lacking) openAt(moment);
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
      time.precision = moment.precision;
      last = placedAt(moment, event, line, lines);
    } else if (stamp) sink.fault('undated-line', line, event);
    else {
      const { at = NEVER, precision } = time;
      last = { at, ...(precision && { precision }), stamp: 'assumed', event, line, lines };
    }
  }

  function seeMore(text: string, whole: Event | undefined, line: number): void {
    const event = last && (whole ?? longer(last.event, text));
    if (last && event) last = { ...last, event, lines: last.lines + 1 };
    else seeEvent({ kind: 'unparsed', text }, undefined, line, 1);
  }

  function seeDate(date: CalendarDate | undefined, year: number | undefined): void {
    if (date) {
      const day = dayNumber(date);
      // A mark of a new day: the line before it is of the day before.
      if (lacking === 'day') settle((local) => local + (day - 1 - Math.floor((time.local ?? 0) / DAY)) * DAY);
      else if (lacking) settleBefore(day * DAY);
      time.day = day;
      time.year = date.year;
      time.marked = true;
      time.named = undefined;
    } else if (year !== undefined) {
      if (lacking === 'year') settle((local) => inYear(local, year - (time.year ?? year)));
      time.year = year;
    }
  }

  return {
    see(line, parsed) {
      let lines = 1;
      for (const one of parsed) {
        if (one.is === 'event') {
          seeEvent(one.event, one.stamp, line, lines);
          lines = 0;
        } else if (one.is === 'more') seeMore(one.text, one.whole, line);
        else if (one.is === 'control') seeDate(one.date, one.year);
      }
    },
    state: () => stateOf(time),
    heldFrom: () => (opening?.[0] ?? folded[0] ?? last)?.line,
    finish() {
      handOnLast();
      if (time.at === undefined || lacking)
        for (const { line, event } of opening ?? []) sink.fault('undated-line', line, event);
      else if (opening) openAt({ at: time.at, ...(time.precision && { precision: time.precision }) });
      leaveFold();
    },
  };
}
