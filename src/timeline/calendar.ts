// Days and years counted on a wall clock, and a line that goes on.
import type { Event } from '../events.ts';
import type { CalendarDate } from '../format.ts';

/** Seconds of a day. */
export const DAY = 86_400;

/** The event with a further line of its text; undefined where it has no text that could go on. */
export function longer(event: Event, text: string): Event | undefined {
  if ('text' in event) return { ...event, text: `${event.text}\n${text}` };
  if ('reason' in event && event.reason !== undefined) return { ...event, reason: `${event.reason}\n${text}` };
  return undefined;
}

/** The same day and time some years later; 29 February may become 1 March. */
export function inYear(local: number, years: number): number {
  const date = new Date(local * 1000);
  return date.setUTCFullYear(date.getUTCFullYear() + years) / 1000;
}

/** Days since 1970-01-01; a day that its month does not have runs on into the next. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / (DAY * 1000);
}
