// Formats whose every line is a stamp and what follows it.
import type { Event } from '../../events.ts';
import type { LineParser, ParsedLine, Sample, Stamp } from '../../format.ts';

/** The parsed lines of a line's events, all with its stamp. */
export function at(stamp: Stamp | undefined, events: readonly Event[]): readonly ParsedLine[] {
  return events.map((event) => (stamp ? { is: 'event', event, stamp } : { is: 'event', event }));
}

/** What an editor takes from the ends of lines: an empty message is a nick and a blank. */
const TAKEN = [' ', '\t'];

/** What a reading is worth: 0 for what somebody does, which any words may be, 1 for a note, 2 for a sentence's shape, 3 for its words. */
export type Worth = 0 | 1 | 2 | 3;

/** What the events of a line are worth where signs of its own begin what somebody does. */
export const worthOf = (events: readonly Event[]): Worth => (events.every(({ kind }) => kind === 'log') ? 1 : 3);

/** The same where the client's sentences and what somebody does begin alike. */
export const worthAmongActs = (events: readonly Event[]): Worth =>
  events.every(({ kind }) => kind === 'action') ? 0 : worthOf(events);

/**
 * What a sentence says, though its end is not as the client wrote it: with blanks that a theme or a copy put there, or without
 * those that an editor took off. As it stands it is believed first, but where it is worth more without them.
 */
export function readEdited<T>(
  read: (text: string) => T | undefined,
  text: string,
  worth: (found: T) => Worth,
): T | undefined {
  const found = read(text);
  if (found !== undefined && worth(found) === 3) return found;
  const bare = text.trimEnd();
  if (bare !== text) {
    const without = read(bare);
    if (without === undefined || found === undefined) return found ?? without;
    return worth(without) > worth(found) ? without : found;
  }
  if (found !== undefined) return found;
  for (const blank of TAKEN) {
    const whole = read(text + blank);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

export const BLANK: readonly ParsedLine[] = [{ is: 'blank' }];
export const CONTROL: readonly ParsedLine[] = [{ is: 'control' }];

/** How the lines of a sample divide when a parser reads them; blank lines aside. */
export interface Tally {
  readonly lines: number;
  readonly unparsed: number;
}

/** Counts a sample's lines, blank ones aside, and those among them that the parser does not know. */
export function tally(sample: Sample, parse: LineParser): Tally {
  let lines = 0;
  let unparsed = 0;
  for (const line of sample.lines) {
    const parsed = parse(line);
    if (parsed.every(({ is }) => is === 'blank')) continue;
    lines++;
    if (parsed.some((one) => one.is === 'event' && one.event.kind === 'unparsed')) unparsed++;
  }
  return { lines, unparsed };
}
