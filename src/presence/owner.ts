// Whose client wrote a log that never says so: the nick without whom there are no lines.
//
//   *** scribe has joined          the log begins with its owner's join,
//   …
//   *** scribe has left
//   *** scribe has joined          and nobody else does anything while its owner is away;
//   *** scribe has joined          or the client lost its connection unnoticed and joins again.
import type { Gap, GapCause } from '../day.ts';
import type { Event } from '../events.ts';
import { lower } from '../shared/casemap.ts';

/** What the lines so far tell. Plain data: it is kept between builds. */
export interface OwnerClues {
  /** Who joined with the first line, and when; null: the log began otherwise, or lines contradicted. */
  readonly first: { readonly nick: string; readonly at: number } | null;
  /** The same through changes of nick. */
  readonly nick: string;
  /** Away by the log's word. */
  readonly away?: { readonly from: number; readonly cause: GapCause };
  /** Lines of others, counted as far as needed. */
  readonly others: number;
  /** How well the lines bore it out: 1 for an absence without a line, 2 for a join without a leave. */
  readonly borneOut: number;
  /** What would be gaps in sight. */
  readonly gaps: readonly Gap[];
}

const NONE: OwnerClues = { first: null, nick: '', others: 0, borneOut: 0, gaps: [] };
const ENOUGH_OTHERS = 5;
const ENOUGH = 2;

function causeOf(event: Event, is: (nick: string | undefined) => boolean): GapCause | undefined {
  if (event.kind === 'kick') return is(event.target) ? 'kicked' : undefined;
  if (!is(event.nick)) return undefined;
  return event.kind === 'part' ? 'left' : event.kind === 'quit' ? 'disconnected' : undefined;
}

/**
 * The clues after the logger's next line, undefined before its first; `last` is the time of the line before. Banners and
 * what the client says of itself tell nothing.
 */
export function clue(clues: OwnerClues | undefined, at: number, event: Event, last = at): OwnerClues | undefined {
  if (clues?.first === null || event.kind === 'log' || event.kind === 'unparsed' || event.kind === 'notice')
    return clues;
  if (!clues) {
    const { nick } = event;
    return event.kind === 'join' && nick !== undefined ? { ...NONE, first: { nick, at }, nick } : NONE;
  }
  const is = (nick: string | undefined) => nick !== undefined && lower(nick) === lower(clues.nick);
  const { away, ...present } = clues;
  if (event.kind === 'join' && is(event.nick)) {
    const gap: Gap = away ? { ...away, to: at } : { from: last, to: at, cause: 'disconnected' };
    return { ...present, gaps: [...clues.gaps, gap], borneOut: clues.borneOut + (away ? 1 : 2) };
  }
  if (away) return NONE;
  const cause = causeOf(event, is);
  if (cause) return { ...clues, away: { from: at, cause } };
  if (!is(event.nick)) return clues.others < ENOUGH_OTHERS ? { ...clues, others: clues.others + 1 } : clues;
  return event.kind === 'nick' ? { ...clues, nick: event.to } : clues;
}

/** Whether the clues suffice: then `nick` is the owner's. */
export function tells(clues: OwnerClues | undefined): boolean {
  return !!clues?.first && clues.others >= ENOUGH_OTHERS && clues.borneOut >= ENOUGH;
}
