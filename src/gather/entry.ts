// What several loggers say of one event, as one entry.
import type { Entry, Event, Kick } from '../events.ts';
import { copyWith } from '../shared/copy.ts';
import { plain } from '../shared/formatting.ts';
import { hasLeftDigits, isMasked, unmarked } from './alike.ts';
import type { Addresses } from './claim.ts';
import type { Cluster } from './cluster.ts';
import type { Seen } from './seen.ts';

/** The entry of a cluster: the reference's record, completed by what only others have (hosts, reasons, exact bytes). */
export function entryOf({ at, members }: Cluster, { id, aliases }: Addresses): Entry {
  const [reference] = members;
  if (!reference) throw new RangeError('a cluster without members');
  const { precision, stamp, fold, told } = reference.seen;
  // Most lines: one logger's, and nothing more to tell of it.
  if (members.length === 1 && aliases.length === 0 && !precision && !stamp && !fold) return { id, at, ...shown(told) };
  // What a bouncer repeated tells no more of it.
  const others = members.filter(({ seen }, index) => index > 0 && !seen.replay);
  const event = others.reduce((whole, { seen }) => completed(whole, seen.told), named(reference.seen, others));
  const exact = others.find(({ seen }) => !seen.precision)?.seen;
  return {
    id,
    ...(aliases.length > 0 && { aliases }),
    at,
    ...(precision && !exact && { precision }),
    ...(stamp && others.every(({ seen }) => seen.stamp) && { stamp }),
    ...(fold && others.every(({ seen }) => seen.fold) && { fold }),
    ...shown(event),
  };
}

/** What a log tells of "You" is of whom another names; whom its owner is thought to have been is a guess beside that. */
function named({ event, told }: Seen, others: Cluster['members']): Event {
  const you = event.kind === 'kick' ? 'target' : 'nick';
  if (you in event) return told;
  const other = others.find(({ seen }) => you in seen.event)?.seen.event;
  return other ? copyWith(told, { [you]: (other as Kick)[you] }) : told;
}

/** The event with what another record of it tells more. */
function completed(whole: Event, other: Event): Event {
  if (whole.kind !== other.kind) return whole.kind === 'message' && other.kind === 'action' ? other : whole;
  let event = whole;
  for (const key in other) if (!(key in whole)) event = { ...other, ...whole } as Event;
  return 'text' in event && 'text' in other && isTruer(other.text, event.text) ? { ...event, text: other.text } : event;
}

/** Whether a record has more of what was sent than another. */
function isTruer(one: string, other: string): boolean {
  if (one === other) return false;
  if (hasLeftDigits(other, one)) return true;
  if (hasLeftDigits(one, other)) return false;
  const [mine, theirs] = [wholly(one), wholly(other)];
  if (mine !== theirs && unmarked(mine) === theirs) return true;
  if (mine !== theirs && unmarked(theirs) === mine) return false;
  if (mine !== theirs && mine.startsWith(theirs)) return true;
  if (mine !== theirs && theirs.startsWith(mine)) return false;
  const more = isMasked(one, other) ? asked(other) - asked(one) : 0;
  return more === 0 ? fidelity(one) > fidelity(other) : more > 0;
}

/** What is read of a text, without the half of a character that it may have been cut in. */
const wholly = (text: string): string => plain(text).replace(/\ufffd?\s*$/u, '');

const asked = (text: string): number => text.split('?').length;

/** How much of what was sent a record still has: every character, then its formatting. */
function fidelity(text: string): number {
  return (text.includes('\ufffd') ? 0 : 2) + (plain(text) === text ? 0 : 1);
}

/** The event as published: text without formatting codes, with them beside it; a channel key is a password. */
function shown(event: Event): Event & { readonly styled?: string } {
  if ('text' in event) {
    const text = plain(event.text);
    return text === event.text ? event : copyWith(event, { text, styled: event.text });
  }
  if ('reason' in event && event.reason !== undefined) return { ...event, reason: plain(event.reason) };
  if (event.kind === 'mode' && event.changes.startsWith('+k ')) return { ...event, changes: '+k' };
  return event;
}
