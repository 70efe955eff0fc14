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
import { DAY, dayNumber } from './timeline/calendar.ts';
import { datesOf } from './timeline/dates.ts';
import { foldOf } from './timeline/fold.ts';
import { heldBack, NEVER } from './timeline/held.ts';
import {
  stateOf,
  timeOf,
  type Moment,
  type Timeline,
  type TimelineSink,
  type TimelineState,
} from './timeline/state.ts';

export type { Fault, Timeline, TimelineState } from './timeline/state.ts';

function placedAt({ at, precision }: Moment, event: Event, line: number, lines: number): Placed {
  return precision ? { at, precision, event, line, lines } : { at, event, line, lines };
}

/** What is known before the first line: what the file's name tells, or how far it was read before. */
interface Start {
  readonly date?: CalendarDate;
  readonly year?: number;
  /** Neither its name nor a line tells each of its days; a name tells the first alone. */
  readonly unmarked?: boolean;
  /** All its lines are of one day: a clock that steps back passes no midnight. */
  readonly oneDay?: boolean;
  readonly state?: TimelineState;
}

const named = ({ date, year, unmarked }: Start): TimelineState =>
  date ? { day: dayNumber(date), ...(!unmarked && { named: true }) } : year === undefined ? {} : { year };

/** The first second of the year 9999 in UTC, whose last month has none after it that four digits name. */
const PAST_CALENDARS = 253_370_764_800;

/** True for a stamp in a year that no clock shows but by mistake; its line is placed as one without a stamp. */
const isPastCalendars = (stamp: Stamp): boolean =>
  'epoch' in stamp ? stamp.epoch >= PAST_CALENDARS : (stamp.clock.year ?? 0) >= 9999;

/** The timeline of one file whose wall clocks are in `zone`, from its start or from an earlier `state()`. */
export function openTimeline(zone: Zone, sink: TimelineSink, start: Start = {}): Timeline {
  const time = timeOf(start.state ?? named(start));
  // An event goes through both, then to the sink.
  const fold = foldOf(zone, time, sink.event);
  const held = heldBack(zone, time, fold.take);
  const dates = datesOf(time, held, start);

  function momentOf(stamp: Stamp, line: number, event: Event): Moment | undefined {
    if ('epoch' in stamp) {
      const at = stamp.epoch;
      if (held.lacking()) held.settleBefore(Math.floor(at) + zone.offsetAt(at));
      held.open({ at });
      return { at };
    }
    const { clock } = stamp;
    const previous = time.local;
    const local = dates.localOf(clock);
    if (local === undefined) return undefined;
    const { offset } = clock;
    const at = held.lacking()
      ? local
      : offset === undefined
        ? instantOf(clock, local, previous, line, event)
        : local - offset;
    const fraction = (clock.second ?? 0) % 1;
    const exact = fraction ? Math.round((at + fraction) * 1e6) / 1e6 : at;
    const moment: Moment = clock.second === undefined ? { at: exact, precision: 60 } : { at: exact };
    if (!time.named && !held.lacking()) held.open(moment);
    return moment;
  }

  function instantOf(
    { zone: name }: WallClock,
    local: number,
    previous: number | undefined,
    line: number,
    event: Event,
  ): number {
    const at = fold.instantOf(local, previous, name);
    if (at !== undefined) return at;
    sink.fault('missing-hour', line, event);
    return local - zone.offsetAt(local - DAY);
  }

  function seeEvent(event: Event, told: Stamp | undefined, line: number, lines: number): void {
    held.endLast();
    const stamp = told && isPastCalendars(told) ? undefined : told;
    const moment = stamp && momentOf(stamp, line, event);
    if (moment) {
      if (time.at !== undefined && moment.at < time.at - 60) sink.fault('clock-jump', line, event);
      time.at = moment.at;
      time.precision = moment.precision;
      held.take(placedAt(moment, event, line, lines));
    } else if (stamp) sink.fault('undated-line', line, event);
    else {
      const { at = NEVER, precision } = time;
      held.take({ at, ...(precision && { precision }), stamp: 'assumed', event, line, lines });
    }
  }

  return {
    see(line, parsed, begun) {
      let lines = 1;
      for (const one of parsed) {
        if (one.is === 'event') {
          seeEvent(one.event, one.stamp, line, lines);
          lines = 0;
        } else if (one.is === 'more') {
          if (begun || !held.goOn(one.text, one.whole))
            seeEvent({ kind: 'unparsed', text: one.text }, undefined, line, 1);
        } else if (one.is === 'control') dates.mark(one);
      }
    },
    state: () => stateOf(time),
    heldFrom: () => (held.opening()[0] ?? fold.first() ?? held.last())?.line,
    finish() {
      held.endLast();
      if (time.at === undefined || held.lacking())
        for (const { line, event } of held.opening()) sink.fault('undated-line', line, event);
      else held.open({ at: time.at, ...(time.precision && { precision: time.precision }) });
      fold.leave();
    },
  };
}
