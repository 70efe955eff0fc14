// The clock of one day in its zone: one or two offsets, found once, then arithmetic.
import type { DayFile } from '../../day.ts';
import { firstPlace } from '../../shared/first-place.ts';
import { dateOf, twoDigits as two, zoneOf } from '../../time.ts';
import { html, type Markup } from './html.ts';

/** A stretch of the day with one offset from UTC, up to the next one or the day's end. */
export interface Stretch {
  /** Epoch seconds. */
  readonly from: number;
  /** Seconds east of UTC. */
  readonly offset: number;
}

export interface Clock {
  /** One, or two on a day when clocks change. */
  readonly stretches: readonly Stretch[];
}

/** The clock of a day, whose bounds are epoch seconds, half-open. */
export function clockOf({ zone, start, end }: Pick<DayFile, 'zone' | 'start' | 'end'>): Clock {
  const { offsetAt } = zoneOf(zone);
  const first = offsetAt(start);
  const last = offsetAt(end - 1);
  if (first === last) return { stretches: [{ from: start, offset: first }] };
  const change = start + firstPlace(end - 1 - start, (second) => offsetAt(start + second) !== first);
  return {
    stretches: [
      { from: start, offset: first },
      { from: change, offset: last },
    ],
  };
}

function stretchAt(clock: Clock, at: number): Stretch {
  const [first, second] = clock.stretches as readonly [Stretch, Stretch?];
  return second && at >= second.from ? second : first;
}

/** Seconds on the clock's face since 00:00:00; an instant outside the day runs on with the nearest offset. */
export function faceOf(clock: Clock, at: number): number {
  const seconds = (Math.floor(at) + stretchAt(clock, at).offset) % 86400;
  return seconds < 0 ? seconds + 86400 : seconds;
}

/** `14:29:34`. */
export function hms(clock: Clock, at: number): string {
  const face = faceOf(clock, at);
  return `${two(Math.floor(face / 3600))}:${two(Math.floor(face / 60) % 60)}:${two(face % 60)}`;
}

/** `14:29`. */
export function hm(clock: Clock, at: number): string {
  return hms(clock, at).slice(0, 5);
}

/** `2013-10-02T14:29:34-05:00`, the date being that of the instant. */
export function iso(clock: Clock, at: number): string {
  const { offset } = stretchAt(clock, at);
  const local = `${dateOf(Math.floor((Math.floor(at) + offset) / 86400))}T${hms(clock, at)}`;
  const minutes = Math.round(Math.abs(offset) / 60);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `UTC−5`, `UTC+5:30`, `UTC`. */
export function offsetName(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60);
  if (minutes === 0) return 'UTC';
  return `UTC${offset < 0 ? '\u2212' : '+'}${Math.floor(minutes / 60)}${minutes % 60 ? `:${two(minutes % 60)}` : ''}`;
}

/** The offsets of the day, `UTC−5` or `UTC−5, then UTC−6`. */
export function offsetsName(clock: Clock): string {
  return clock.stretches.map(({ offset }) => offsetName(offset)).join(', then ');
}

/** The name of the offset where an instant lies in the second pass of a repeated hour. */
export function secondPass(clock: Clock, at: number): string | undefined {
  const [first, second] = clock.stretches as readonly [Stretch, Stretch?];
  if (!second || second.offset >= first.offset) return undefined;
  return at >= second.from && at < second.from + first.offset - second.offset ? offsetName(second.offset) : undefined;
}

/** `14:29`; in the second pass of a repeated hour `02:30 UTC+1`. */
export function hmInPass(clock: Clock, at: number): string {
  const pass = secondPass(clock, at);
  return pass === undefined ? hm(clock, at) : `${hm(clock, at)} ${pass}`;
}

/** The same of a moment of any day in a zone. */
export function hmAt(zone: string, at: number): string {
  return hmInPass(clockOf({ ...zoneOf(zone).dayAt(at), zone }), at);
}

/** That moment of the day as an element, which also says it whole; a script puts it on the reader's own clock. */
export function timeHtml(clock: Clock, at: number, shown = hmInPass(clock, at)): Markup {
  return html`<time datetime=${iso(clock, at)}>${shown}</time>`;
}

/** `Chicago time` for `America/Chicago`, `UTC` for UTC. */
export function zoneName(zone: string): string {
  if (/^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)$/i.test(zone)) return 'UTC';
  const place = zone.split('/').at(-1) ?? zone;
  return zone.startsWith('Etc/') || /\d/.test(place) ? zone : `${place.replace(/_/g, ' ')} time`;
}
