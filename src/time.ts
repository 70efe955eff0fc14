// Zone rules: wall clock → instant, instant → wall clock, bounds of days. The only luxon, asked once per zone and
// UTC day (a line costs a map look-up and additions). All instants are epoch seconds; days are `YYYY-MM-DD`.
import { IANAZone } from 'luxon';

const DAY = 86_400;

export interface Day {
  /** `YYYY-MM-DD` in the zone. */
  readonly date: string;
  /** Epoch seconds, half-open: 23, 24 or 25 hours. */
  readonly start: number;
  readonly end: number;
}

/** How a UTC day's offset runs: `before` until `change` (epoch seconds), `after` from then on. */
interface Offsets {
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

export interface Zone {
  readonly name: string;
  /** Seconds east of UTC at an instant. */
  readonly offsetAt: (at: number) => number;
  /** The zone's day that holds the instant; its date is the clock's, but for a minute that comes before the last of the day before. */
  readonly dayAt: (at: number) => Day;
  readonly dayOf: (date: string) => Day;
  /** `HHMMSS` on the zone's clock; fractions are cut off. */
  readonly clockAt: (at: number) => string;
  /**
   * The instants at which the zone's clock shows a local second (seconds since 1970-01-01T00:00 on that clock):
   * one, two in a repeated hour (ascending), none in a missing hour.
   */
  readonly instantsOf: (local: number) => readonly number[];
}

/**
 * Names that JavaScript takes and the IANA data base does not have: short ones of ICU's own, of which `BST` is Dhaka's, what
 * the data base has dropped, and offsets.
 */
const NO_ZONE =
  /^(?:(?!CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)[A-Z]{3}|SystemV\/.*|US\/Pacific-New|Canada\/East-Saskatchewan|[+-].*)$/i;

/** True for a zone that the IANA data base knows. */
export function isZone(name: string): boolean {
  return name === 'UTC' || (name !== '' && !NO_ZONE.test(name) && IANAZone.isValidZone(name));
}

/** A zone as the data base writes it, where only its case is other: pages and files show it. */
export function spelledZone(name: string): string {
  // Asking takes longer than to find that nothing has changed.
  if (name === 'UTC') return name;
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  if (timeZone.toLowerCase() === name.toLowerCase()) return timeZone;
  // What has another name there stays: which of the two is shown would go by the version of the data base.
  return /[A-Z]/.test(name) ? name : capitalised(name);
}

/** `us/pacific` → `US/Pacific`: capitals as nearly all names have them that are another's, too. */
const capitalised = (name: string): string =>
  name
    .replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/(?<![A-Za-z_])(?!Etc)[A-Z][a-z]{1,2}(?![a-z_])/g, (word) => word.toUpperCase());

const zones = new Map<string, Zone>();

/** The rules of an IANA zone, the same object for the same name. A name that `isZone` refuses throws. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    if (!isZone(name)) throw new RangeError(`${name} is no IANA zone`);
    zones.set(name, (zone = makeZone(name, offsetsOf(name))));
  }
  return zone;
}

/** The rules of a clock that is always so many seconds east of UTC; its name is none of the IANA data base. */
export function clockEast(seconds: number): Zone {
  const name = `UTC${seconds < 0 ? '-' : '+'}${clockOf(Math.abs(seconds))}`;
  const zone = zones.get(name) ?? makeZone(name, () => seconds);
  zones.set(name, zone);
  return zone;
}

/** Seconds east of UTC at an instant; the default zone need not be asked. */
function offsetsOf(name: string): (at: number) => number {
  if (name === 'UTC') return () => 0;
  const rules = IANAZone.create(name);
  return (at) => Math.round(rules.offset(at * 1000) * 60);
}

/** `ask` gives the seconds east of UTC at an instant. */
function makeZone(name: string, ask: (at: number) => number): Zone {
  const offsets = new Map<number, Offsets>();
  const days = new Map<number, Day>();

  function offsetsOn(utcDay: number): Offsets {
    const known = offsets.get(utcDay);
    if (known) return known;
    const start = utcDay * DAY;
    const before = offsets.get(utcDay - 1)?.after ?? ask(start);
    const after = ask(start + DAY);
    const found = { before, after, change: before === after ? start + DAY : changeBetween(start, start + DAY, before) };
    offsets.set(utcDay, found);
    return found;
  }

  function changeBetween(from: number, to: number, before: number): number {
    let same = from;
    let different = to;
    while (different - same > 1) {
      const middle = Math.floor((same + different) / 2);
      if (ask(middle) === before) same = middle;
      else different = middle;
    }
    return different;
  }

  function offsetAt(at: number): number {
    const { before, after, change } = offsetsOn(Math.floor(at / DAY));
    return at < change ? before : after;
  }

  function instantsOf(local: number): readonly number[] {
    const around = [offsetAt(local - DAY), offsetAt(local + DAY), offsetAt(local)] as const;
    const [offset] = around;
    // No change is near: all but a few days of a year.
    if (around.every((other) => other === offset) && offsetAt(local - offset) === offset) return [local - offset];
    const instants = [...new Set(around)].map((east) => local - east).filter((at) => at + offsetAt(at) === local);
    return instants.length > 1 ? instants.sort((a, b) => a - b) : instants;
  }

  /**
   * First instant from which on the local date is at least that of the local day: midnight, the end of a gap over midnight, or
   * the second midnight, where the clock was set back over the first: in St John's from 00:01 to 23:01.
   */
  function startOf(localDay: number): number {
    const midnight = localDay * DAY;
    const start = instantsOf(midnight).findLast((at, pass) => pass === 0 || at - 1 + offsetAt(at - 1) < midnight);
    if (start !== undefined) return start;
    const guess = Math.floor((midnight - offsetAt(midnight - DAY)) / DAY);
    // A change at the end of a UTC day is that day's.
    const gap = [guess - 1, guess]
      .map(offsetsOn)
      .find(({ before, after, change }) => change + before <= midnight && midnight < change + after);
    return gap ? gap.change : midnight - offsetAt(midnight);
  }

  function dayNumbered(localDay: number): Day {
    let day = days.get(localDay);
    if (!day) {
      const start = days.get(localDay - 1)?.end ?? startOf(localDay);
      const end = days.get(localDay + 1)?.start ?? startOf(localDay + 1);
      days.set(localDay, (day = { date: dateOf(localDay), start, end }));
    }
    return day;
  }

  function dayAt(at: number): Day {
    const number = Math.floor((at + offsetAt(at)) / DAY);
    const day = dayNumbered(number);
    // Before its second midnight, a day has not begun for good.
    return at < day.start ? dayNumbered(number - 1) : day;
  }

  return {
    name,
    offsetAt,
    instantsOf,
    dayAt,
    dayOf: (date) => dayNumbered(utcMidnight(date) / DAY),
    clockAt: (at) => clockOf(Math.floor(at + offsetAt(at))),
  };
}

let latest = { localDay: 0, date: '1970-01-01' };

/** The date of a day on a wall clock, given as days since 1970 there; that of the page in hand is asked for again and again. */
export function dateOf(localDay: number): string {
  if (latest.localDay !== localDay)
    latest = { localDay, date: new Date(localDay * DAY * 1000).toISOString().slice(0, 10) };
  return latest.date;
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => (number < 10 ? `0${number}` : String(number)));

/** 0 to 99 in two digits, `07`: from a table, since the times of all lines are written with it. */
export const twoDigits = (number: number): string => TWO_DIGITS[number]!;

function clockOf(local: number): string {
  const second = ((local % DAY) + DAY) % DAY;
  return twoDigits(Math.floor(second / 3600)) + twoDigits(Math.floor(second / 60) % 60) + twoDigits(second % 60);
}

/** Epoch seconds of a calendar date at midnight UTC: those since 1970-01-01T00:00 on a wall clock that begins that day. */
export function utcMidnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

/** `YYYY-MM-DD` some days later (or earlier). */
export function addDays(date: string, days: number): string {
  return dateOf(utcMidnight(date) / DAY + days);
}

/**
 * A day and those beside it, as many as `reach` on either side: where the clock or the zone is not known for certain, a line may
 * belong to any of them.
 */
export function daysAround(date: string, reach = 1): readonly string[] {
  return Array.from({ length: 2 * reach + 1 }, (_, index) => addDays(date, index - reach));
}

/** The month after a month, both `YYYY-MM`. */
export function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}
