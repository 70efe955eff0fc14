// Whose client wrote a log that never says so: the nick without whom there are no lines.
//
//   *** scribe has joined          the log begins with its owner's join,
//   …
//   *** scribe has left
//   *** scribe has joined          and nobody else does anything while its owner is away;
//   *** scribe has joined          or the client lost its connection unnoticed and joins again.
import type { Event } from '../events.ts';
import { lower } from '../shared/casemap.ts';

/** What the lines so far tell. Plain data: it is kept between builds. */
export interface OwnerClues {
  /** Who joined with the first line; null: the log began otherwise, or lines contradicted. */
  readonly first: string | null;
  /** The same through changes of nick. */
  readonly nick: string;
  /** Away by the log's word. */
  readonly away: boolean;
  /** Lines of others. */
  readonly others: number;
  /** How well the lines bore it out: 1 for an absence without a line, 2 for a join without a leave. */
  readonly borneOut: number;
}

const NONE: OwnerClues = { first: null, nick: '', away: false, others: 0, borneOut: 0 };
const ENOUGH_OTHERS = 5;
const ENOUGH = 2;

/** The clues after the logger's next line; undefined before its first. Banners and what the client says of itself tell nothing. */
export function clue(clues: OwnerClues | undefined, event: Event): OwnerClues | undefined {
  if (clues?.first === null || event.kind === 'log' || event.kind === 'unparsed' || event.kind === 'notice')
    return clues;
  if (!clues) {
    return event.kind === 'join' && event.nick !== undefined ? { ...NONE, first: event.nick, nick: event.nick } : NONE;
  }
  const is = (nick: string | undefined) => nick !== undefined && lower(nick) === lower(clues.nick);
  if (event.kind === 'join' && is(event.nick)) {
    return { ...clues, away: false, borneOut: clues.borneOut + (clues.away ? 1 : 2) };
  }
  if (clues.away) return NONE;
  if (event.kind === 'kick' ? is(event.target) : (event.kind === 'part' || event.kind === 'quit') && is(event.nick)) {
    return { ...clues, away: true };
  }
  if (!is(event.nick)) return { ...clues, others: clues.others + 1 };
  return event.kind === 'nick' ? { ...clues, nick: event.to } : clues;
}

/** The owner's nick when the log began, where the clues suffice. */
export function ownerBy(clues: OwnerClues | undefined): string | undefined {
  if (!clues || clues.first === null) return undefined;
  return clues.others >= ENOUGH_OTHERS && clues.borneOut >= ENOUGH ? clues.first : undefined;
}
