// What a fragment may mean on a page that has nothing of that name: addresses of ours that moved, moments, and the
// addresses that other archives gave to lines of the same logs.
//
//   t142934g07q        ours: clock, hash                  t142934          ours: the moment
//   c142934g07q        ours: a conversation's first line
//   t14:22:33-2        irclog2html, the second of three   t2015-12-29T21:51:30   irclog2html with its date
//   T14-22-33          RRSAgent; -1 is the second         t19:52           irclogs.ubuntu.com
//   16:09-0004         Raku's, the fifth of the minute    l51 L51 l-51     colabti, bakkot, MeetBot: counted lines
//   t1380742174 1380742174-1380742190 1380742174000 1380742174.000019    epoch: seconds, milli-, microseconds
//
// Row numbers of data bases (#i_123, #c123) tell nothing by themselves.

/** What a fragment tells of the line it means. */
export interface Wanted {
  /** `YYYY-MM-DD`, where the fragment names it. */
  readonly date?: string;
  /** Seconds of the day on the archive's clock. */
  readonly clock?: number;
  /** How exact the clock is, in seconds: 1 or 60. */
  readonly unit?: number;
  /** The line's place among those of that second or minute, from 0. */
  readonly nth?: number;
  /** Hash and twin of an address of ours. */
  readonly tail?: string;
  /** Epoch seconds. */
  readonly at?: number;
  /** The line's place on its page, from 1. */
  readonly line?: number;
}

const OURS = /^[ct](\d\d)(\d\d)(\d\d)?((?:[0-9a-hjkmnp-tv-z]{4}|[0-9a-hjkmnp-tv-z]{6})(?:u\d+)?)?$/;
const CLOCK = /^(t?)(?:(\d{4}-\d\d-\d\d)[TZ ])?(\d\d)([:-])(\d\d)(?:\4(\d\d))?(?:-(\d+))?$/i;
const EPOCH = /^t?(\d{9,10})(?:\d{3}|\d{6})?(?:[.-]\d+)?$/;
const COUNTED = /^l-?(\d{1,6})$/i;

function clockOf(hours = '', minutes = '', seconds = '0'): number | undefined {
  return +hours < 24 && +minutes < 60 && +seconds < 61 ? +hours * 3600 + +minutes * 60 + +seconds : undefined;
}

/** What a fragment (without `#`) tells, or undefined where it tells nothing. */
export function wantedOf(fragment: string): Wanted | undefined {
  const [epoch, ours, face] = [EPOCH.exec(fragment), OURS.exec(fragment), CLOCK.exec(fragment)];
  const at = epoch ? { at: Number(epoch[1]) } : {};
  if (ours) {
    const clock = clockOf(ours[1], ours[2], ours[3]);
    // `t1200000000` may be either; `t1380742174` is no clock.
    if (clock !== undefined) return { clock, unit: ours[3] ? 1 : 60, ...(ours[4] ? { tail: ours[4] } : {}), ...at };
  }
  if (face) {
    const clock = clockOf(face[3], face[5], face[6]);
    if (clock === undefined) return undefined;
    const [letter, date, suffix] = [face[1], face[2], face[7]];
    // irclog2html calls the second line of a moment -2; RRSAgent and Raku count from nothing.
    const nth = suffix === undefined ? 0 : Number(suffix) - (letter === 't' ? 1 : 0);
    return { clock, unit: face[6] ? 1 : 60, nth: Math.max(nth, 0), ...(date ? { date } : {}) };
  }
  const counted = COUNTED.exec(fragment);
  if (counted) return { line: Number(counted[1]) };
  return epoch ? at : undefined;
}

/**
 * True where two addresses are one line's under two clocks: its hash knows nothing of zones, and zones lie whole
 * quarters of an hour apart.
 */
export function sameLine(id: string, wanted: Wanted): boolean {
  const { tail, clock } = wantedOf(id) ?? {};
  return tail !== undefined && tail === wanted.tail && (clock! - wanted.clock!) % 900 === 0;
}

/** A line of a day as far as it can be looked for: its addresses, and when it was. */
export interface Findable {
  readonly id: string;
  readonly aliases?: readonly string[];
  /** Epoch seconds. */
  readonly at: number;
}

/** The line of a day that has an address, this one or the same under another clock. */
export function lineOf<L extends Findable>(lines: readonly L[], id: string, wanted: Wanted | undefined): L | undefined {
  const has = (test: (id: string) => boolean): L | undefined =>
    lines.find((line) => test(line.id) || line.aliases?.some(test));
  return has((one) => one === id) ?? (wanted?.tail === undefined ? undefined : has((one) => sameLine(one, wanted)));
}

/** The first line at or after a moment (epoch seconds); of several in its unit of seconds the `nth`, or the last. */
export function lineAfter<L extends Findable>(lines: readonly L[], at: number, unit = 1, nth = 0): L | undefined {
  const from = lines.findIndex((line) => Math.floor(line.at) >= at);
  if (from < 0) return undefined;
  const inside = lines.slice(from, from + nth + 1).filter((line) => line.at < at + unit);
  return inside.at(-1) ?? lines[from];
}

/** The line nearest to a moment (epoch seconds), the earlier of two. */
export function nearestLine<L extends Findable>(lines: readonly L[], at: number): L | undefined {
  const apart = (line: L): number => Math.abs(Math.floor(line.at) - at);
  return lines.reduce<L | undefined>((best, line) => (best && apart(best) <= apart(line) ? best : line), undefined);
}
