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
// Row numbers of data bases (#i_123, #c123) tell nothing by themselves. Signs of the sentence about an address, that a
// program took for a part of it, are none: `t142934g07q).`

/** What a fragment tells of the line it means; numbers are NaN where it tells nothing. */
export interface Wanted {
  /** `YYYY-MM-DD`, where the fragment names it. */
  readonly date: string | undefined;
  /** Hash and twin of an address of ours; the clock is then that of the line's own stamp. */
  readonly tail: string | undefined;
  /** Seconds of the day on the archive's clock. */
  readonly clock: number;
  /** How exact the clock is, in seconds: 1 or 60. */
  readonly unit: number;
  /** The line's place among those of that second or minute, from 0; -1 is the first, too. */
  readonly nth: number;
  /** Epoch seconds. */
  readonly at: number;
  /** The line's place on its page, from 1. */
  readonly line: number;
}

const FORM =
  /^([tc]?)(?:(\d{4}-\d\d-\d\d)[TZ ])?([01]\d|2[0-3])([:-]?)([0-5]\d)(?:\4([0-6]\d))?((?:[^\W_ilou]{2}){2,3}(?:u\d+)?)?(?:-(\d+))?[^\w-]*$/i;
const EPOCH = /^t?(\d{9,11})(?:\d{3}|\d{6})?(?:[.-]\d+)?$/;
const COUNTED = /^l-?(\d{1,6})$/i;

/** What a fragment (without `#`) tells. */
export function wantedOf(fragment: string): Wanted {
  const [, letter, date, hours, , minutes, seconds, tail, suffix = 0] = FORM.exec(fragment) ?? [];
  return {
    date,
    tail,
    clock: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0),
    unit: seconds ? 1 : 60,
    // irclog2html calls the second line of a moment -2; RRSAgent and Raku count from nothing.
    nth: Number(suffix) - Number(letter === 't'),
    // `t1200000000` may be either.
    at: Number(EPOCH.exec(fragment)?.[1]),
    line: Number(COUNTED.exec(fragment)?.[1]),
  };
}

/** A line of a day as far as it can be looked for. */
export interface Findable {
  readonly id: string;
  readonly aliases?: readonly string[];
  /** Epoch seconds. */
  readonly at: number;
}

/**
 * The line of a day that has an address, or had it under another clock: the hash knows nothing of zones, and zones lie
 * whole quarters of an hour apart.
 */
export function lineWith<L extends Omit<Findable, 'at'>>(lines: readonly L[], id: string): L | undefined {
  const wanted = wantedOf(id);
  const isSame = (other: string): boolean => {
    const { tail, clock } = wantedOf(other);
    return tail !== undefined && tail === wanted.tail && (clock - wanted.clock) % 900 === 0;
  };
  return lines.find((line) => [line.id, ...(line.aliases ?? [])].some(isSame));
}

const clockOf = (line: Findable): number => wantedOf(line.id).clock;

/**
 * The line of a day that a clock means: of an address of ours the nearest, of a moment the first at or after it, or, of
 * several in its second or minute, the `nth`. In the order of the day, so that of a repeated hour the first pass is taken.
 */
export function lineBy<L extends Findable>(lines: readonly L[], wanted: Wanted): L | undefined {
  const { clock, unit, nth, tail } = wanted;
  if (tail !== undefined) {
    const apart = (line: L): number => Math.abs(clockOf(line) - clock);
    return [...lines].sort((a, b) => apart(a) - apart(b))[0];
  }
  const from = lines.findIndex((line) => clockOf(line) >= clock);
  return lines.slice(from).filter((line) => from >= 0 && clockOf(line) < clock + unit)[nth] ?? lines[from];
}
