// Daybook's own lines: one JSON object a line, one event each. The one source of what they may hold: the format reads by it,
// the importers write by it, and docs/jsonl.schema.json is made from it.
//
//   {"daybook":1,"channel":"#xpmem","network":"labnet"}
//   {"at":1380742174,"kind":"message","nick":"alice","text":"hello bob"}
//   {"at":"2013-10-02T14:30:00-05:00","kind":"quit","nick":"carol","reason":"Leaving"}
import * as v from 'valibot';
import type { Event, ModeChange } from '../../events.ts';
import type { Stamp } from '../../format.ts';
import { modeEvents } from './modes.ts';
import { calendarDate } from '../../shared/calendar-date.ts';

/** 9999-12-31T23:59:59Z */
const LAST = 253_402_300_799;
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:\.\d{1,9})?))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

const at = v.pipe(
  v.union([
    v.pipe(
      v.number(),
      v.minValue(0),
      v.maxValue(LAST),
      v.description('Epoch seconds, with a fraction where there is one.'),
    ),
    v.pipe(
      v.string(),
      v.regex(ISO),
      v.description(
        'ISO 8601 with an offset: 2013-10-02T14:29:34-05:00. Without seconds, the minute is all that is known.',
      ),
    ),
  ]),
  v.description('When it happened.'),
);
const nick = v.pipe(v.string(), v.regex(/^[^\r\n]+$/), v.description('Who did it, without channel status.'));
const text = v.pipe(v.string(), v.description('What was said, mIRC formatting codes and all.'));
const reason = v.optional(v.string());
const host = v.optional(v.pipe(v.string(), v.description('user@host, as the log tells it.')));
const own = v.optional(
  v.pipe(v.literal(true), v.description('It is an act of the person whose client wrote the log.')),
);
const prefix = v.optional(v.pipe(v.string(), v.regex(/^[~&@%+!.]+$/), v.description('Channel status: @, + …')));

const to = v.optional(v.pipe(v.string(), v.description('@: to the channel’s operators only.')));

const said = { at, nick: v.optional(nick), text, prefix, to, own };

const LINES = [
  v.strictObject({ kind: v.literal('message'), ...said }),
  v.strictObject({ kind: v.literal('action'), ...said }),
  v.strictObject({ kind: v.literal('notice'), ...said }),
  v.strictObject({ kind: v.literal('join'), at, nick: v.optional(nick), host, own }),
  v.strictObject({ kind: v.literal('part'), at, nick: v.optional(nick), host, reason, own }),
  v.strictObject({ kind: v.literal('quit'), at, nick: v.optional(nick), host, reason, own }),
  v.strictObject({ kind: v.literal('kick'), at, nick: v.optional(nick), target: v.optional(nick), reason, own }),
  v.strictObject({ kind: v.literal('nick'), at, nick: v.optional(nick), to: nick, own }),
  v.strictObject({
    kind: v.literal('mode'),
    at,
    nick: v.optional(nick),
    changes: v.pipe(
      v.string(),
      v.regex(/^[+-]\S/),
      v.description('+o bob. Several at once (+ov bob carol) are read as one each.'),
    ),
    own,
  }),
  v.strictObject({
    kind: v.literal('topic'),
    at,
    nick: v.optional(nick),
    text: v.pipe(v.string(), v.description('Empty: the topic was unset.')),
    own,
  }),
  v.strictObject({
    kind: v.literal('log'),
    at,
    event: v.picklist(['open', 'close', 'connected', 'disconnected', 'private', 'info']),
    text: v.string(),
    nick: v.optional(nick),
    names: v.optional(v.pipe(v.array(nick), v.description('Who is in the channel by this line.'))),
    own,
  }),
] as const;

/** A line of an event. */
export const EVENT_LINE = v.variant('kind', LINES);

/** The first line of a file, if it has one: where the rest was said. */
export const HEADER_LINE = v.strictObject({
  daybook: v.literal(1),
  channel: v.optional(v.string()),
  network: v.optional(v.string()),
});

export type EventLine = v.InferOutput<typeof EVENT_LINE>;
export type HeaderLine = v.InferOutput<typeof HEADER_LINE>;

/** An event with its moment, as a line tells it. */
export interface Told {
  readonly stamp: Stamp;
  readonly events: readonly Event[];
}

/** The value of a JSON text; undefined where it is none. */
export function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The moment that `at` tells; undefined where it is none: a day that is in no calendar. */
export function stampOfLine(at: unknown): Stamp | undefined {
  if (typeof at === 'number') return at >= 0 && at <= LAST ? { epoch: at } : undefined;
  const match = typeof at === 'string' ? ISO.exec(at) : null;
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, sign, hours = 0, minutes = 0] = match;
  const date = calendarDate(Number(year), Number(month), Number(day));
  if (!date) return undefined;
  return {
    clock: {
      ...date,
      hour: Number(hour),
      minute: Number(minute),
      ...(second === undefined ? {} : { second: Number(second) }),
      offset: (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60),
    },
  };
}

/** What a parsed JSON value tells, if it is a line of an event; undefined where it breaks a rule of the format. */
export function toldBy(value: unknown): Told | undefined {
  const parsed = v.safeParse(EVENT_LINE, value);
  if (!parsed.success) return undefined;
  const { at: moment, ...event } = parsed.output;
  const stamp = stampOfLine(moment);
  return stamp && { stamp, events: eventsOf(event as EventOfLine) };
}

type EventOfLine = EventLine extends infer L ? (L extends unknown ? Omit<L, 'at'> : never) : never;

function eventsOf(event: EventOfLine): readonly Event[] {
  if (event.kind !== 'mode') return [event as Event];
  const { changes, ...act } = event as ModeChange;
  return modeEvents(changes, act);
}

/** A line as it is written: the header, or an event. */
export const written = (line: EventLine | HeaderLine): string => JSON.stringify(line);
