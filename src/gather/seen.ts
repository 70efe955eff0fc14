// An event as one logger saw it, with what its address is made from.
import { hash } from 'node:crypto';
import { specOf, type Event, type Placed } from '../events.ts';
import { canonical, hashedText } from '../shared/address.ts';
import { lower } from '../shared/casemap.ts';
import { copyWith } from '../shared/copy.ts';

export interface Seen extends Placed {
  /** SHA-256 over what the address hashes, hexadecimal. */
  readonly sha: string;
  /** The event with the owner's nick where the line says "You". */
  readonly told: Event;
  /** The same for two loggers' records of one event, whatever each leaves out (hosts, reasons) or calls its own. */
  readonly key: string;
  /** A bouncer repeated it. */
  readonly replay?: true;
  /** Others' logs show that it lies in the second pass of a repeated hour: so many seconds after its stamp. */
  readonly later?: number;
  /** Its place among the equal lines of its logger in one second, 1-based; see `numbered`. */
  readonly twin: number;
}

/** Numbers the equal lines of one logger's day (by time) within each second. */
export function numbered(events: readonly Seen[]): readonly Seen[] {
  // Made where a second has more than one line: few have.
  let counts: Map<string, number> | undefined;
  let second = NaN;
  let first = '';
  return events.map((one) => {
    let count = 1;
    // The hash covers the second: no line of another is equal.
    if (Math.floor(one.at) !== second) {
      second = Math.floor(one.at);
      first = one.sha;
      counts = undefined;
    } else {
      counts ??= new Map([[first, 1]]);
      count += counts.get(one.sha) ?? 0;
      counts.set(one.sha, count);
    }
    return count === one.twin ? one : { ...one, twin: count };
  });
}

/** The event as seen; `owner` is the nick of the log's owner at that line, where it is known. */
export function seen(placed: Placed, owner: string | undefined): Seen {
  const { event, at } = placed;
  const sha = hash('sha256', hashedText(at, event.kind, event.nick ?? '', specOf(event).hashed(event)));
  const told = owner === undefined ? event : withOwner(event, owner);
  const { line, lines, again, precision, stamp, fold } = placed;
  // One shape for most lines.
  if (again === undefined && precision === undefined && stamp === undefined && fold === undefined)
    return { sha, told, key: keyOf(told), twin: 1, event, at, line, lines };
  return { sha, told, key: keyOf(told), twin: 1, ...placed };
}

function withOwner(event: Event, owner: string): Event {
  if (event.kind === 'kick' && event.target === undefined) return copyWith(event, { target: owner });
  // Who becomes what he was thought to be had come back as somebody else.
  if (event.kind === 'nick' && event.to === owner) return event;
  return event.own && event.nick === undefined && event.kind !== 'log' ? copyWith(event, { nick: owner }) : event;
}

/** The same for two loggers' records of one event. */
export function keyOf(told: Event): string {
  const nick = lower(told.nick ?? '');
  switch (told.kind) {
    case 'join':
    case 'part':
    case 'quit':
      return `${told.kind} ${nick}`;
    case 'kick':
      return `kick ${lower(told.target ?? '')}`;
    case 'nick':
      return `nick ${nick} ${lower(told.to)}`;
    case 'mode':
      return `mode ${nick} ${told.changes}`;
    default:
      return `${told.kind} ${nick} ${canonical(told.text)}`;
  }
}
