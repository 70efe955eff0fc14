// Whose acts a file tells of "You" where none of its lines shows a nick yet: a log that was cut in two, or turned over, is one
// person's all the way. What the logger's other files show before it tells; else what they show first after it.
import type { Owner } from '../log-file.ts';
import { firstPlace } from '../shared/first-place.ts';
import { givenOwner, type Source } from './source.ts';

/** A nick that the owner had, from a moment on (epoch seconds). */
type Known = Pick<Owner, 'at' | 'nick' | 'change' | 'from'>;

/** The nicks that a file shows of its owner, by time. */
function knownBy({ owner, owners, span }: Source): readonly Known[] {
  return [...(owner === undefined ? [] : [{ at: span.first, nick: owner }]), ...owners];
}

/** The files of one logger, each with the nick that its owner had before its own lines show one, as far as the others tell it. */
export function withOwners(sources: readonly Source[]): readonly Source[] {
  if (sources.length === 1) return sources;
  const known = sources.flatMap(knownBy).sort((a, b) => a.at - b.at);
  if (known.length === 0) return sources;
  /** How many of them are from before a moment. */
  const before = (moment: number): number => firstPlace(known.length, (place) => known[place]!.at >= moment);
  return sources.map((source) => {
    // One that is given though nobody has it at the beginning is what the owner becomes later.
    if (source.given !== undefined && source.owner !== undefined) return source;
    const from = before(source.span.first);
    const next = source.owners.length === 0 ? known[from] : undefined;
    const nick = known[from - 1]?.nick ?? (next?.change ? next.from : next?.nick);
    return nick === undefined ? source : givenOwner(source, nick);
  });
}
