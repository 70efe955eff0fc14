// What the named groups of a rule's pattern tell, as events: the words that every table of rules is written in.
//
// Groups: `nick` (with `prefix`, the channel status shown before it), `host`, `reason`, `target`, `to`, `modes`, `text`.
import type { Captures } from '../../format.ts';
import type { Event, LogEvent } from '../../events.ts';
import { copyWith } from '../../shared/copy.ts';
import { modeEvents } from './modes.ts';

/** A nick with its host, as bouncers write it in the place of the nick; no nick holds a `!`. */
const MASK = /^([^\s!@]+)![^\s!@]+@\S+$/u;

type Name = 'nick' | 'prefix' | 'host' | 'reason' | 'target' | 'to';

/** The named groups that the line tells; what it leaves out, or leaves empty, is no field. */
export function told<N extends Name>(captured: Captures, ...names: readonly N[]): { readonly [K in N]?: string } {
  const fields: { [K in N]?: string } = {};
  for (const name of names) {
    const value = captured[name];
    if (value) fields[name] = name === 'nick' || name === 'target' ? value.replace(MASK, '$1') : value;
  }
  return fields;
}

const text = (captured: Captures): string => captured['text'] ?? '';

/** CTCP that came as a message: `\x01ACTION waves\x01` is an action, all else a note of the log. */
const CTCP = /^\u0001(?<verb>[A-Z]+)(?: (?<rest>[^\u0001]*))?\u0001?$/u;

export const message = (captured: Captures): readonly Event[] => {
  const said = text(captured);
  if (!said.startsWith('\u0001')) {
    const { nick, prefix } = captured;
    // Most lines of a log.
    if (nick && !prefix && !nick.includes('!')) return [{ kind: 'message', nick, text: said }];
    return [{ kind: 'message', ...told(captured, 'nick', 'prefix'), text: said }];
  }
  const ctcp = CTCP.exec(said);
  return ctcp?.groups?.['verb'] === 'ACTION'
    ? [{ kind: 'action', ...told(captured, 'nick', 'prefix'), text: ctcp.groups['rest'] ?? '' }]
    : [{ kind: 'log', event: 'info', ...told(captured, 'nick'), text: said }];
};

export const action = (captured: Captures): readonly Event[] => [
  { kind: 'action', ...told(captured, 'nick', 'prefix'), text: text(captured) },
];

export const notice = (captured: Captures): readonly Event[] => [
  { kind: 'notice', ...told(captured, 'nick', 'prefix', 'to'), text: text(captured) },
];

export const join = (captured: Captures): readonly Event[] => [{ kind: 'join', ...told(captured, 'nick', 'host') }];

export const part = (captured: Captures): readonly Event[] => [
  { kind: 'part', ...told(captured, 'nick', 'host', 'reason') },
];

export const quit = (captured: Captures): readonly Event[] => [
  { kind: 'quit', ...told(captured, 'nick', 'host', 'reason') },
];

export const kick = (captured: Captures): readonly Event[] => [
  { kind: 'kick', ...told(captured, 'nick', 'target', 'reason') },
];

export const nickChange = (captured: Captures): readonly Event[] => [
  { kind: 'nick', ...told(captured, 'nick'), to: captured['to'] ?? '' },
];

export const topic = (captured: Captures): readonly Event[] => [
  { kind: 'topic', ...told(captured, 'nick'), text: text(captured) },
];

/** One event for each change. */
export const mode = (captured: Captures): readonly Event[] =>
  modeEvents(captured['modes'] ?? '', told(captured, 'nick'));

/** The same events as acts of the person whose client wrote the log. */
export const own =
  (read: (captured: Captures) => readonly Event[]) =>
  (captured: Captures): readonly Event[] =>
    read(captured).map((event) => copyWith(event, { own: true as const }));

/** What the log says of itself: the group `text`. */
export const note =
  (event: LogEvent) =>
  (captured: Captures): readonly Event[] => [{ kind: 'log', event, text: text(captured) }];

/** A note whose group `names` lists who is here, with or without channel status. */
export const names = (captured: Captures): readonly Event[] => [
  {
    kind: 'log',
    event: 'info',
    text: text(captured),
    names: (captured['names'] ?? '').split(/[ ,]+/u).flatMap((name) => name.replace(/^[~&@%+!.]+/u, '') || []),
  },
];
