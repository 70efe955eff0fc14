// The channel that a log's own lines name, where its file's name does not.
import type { RawLine } from '../../format.ts';

const NAMED =
  /(?: has joined| has left| joined| left| returned to|Now talking (?:in|on)) ([#&+!][^\s]*?)\.?(?: \(.*| \[.*)?$/u;
/** A line that somebody said, after whatever stamp: what it names may be anywhere. */
const SAID = /^[^<*]{0,40}<[^>\s!]+> /u;

/** So many joins and parts decide, whatever comes after them: a log that grows past them stays where it is published. */
const DECIDED = 12;

/** The channel that most joins and parts name, or the first that enough of them do; undefined where none does. */
export function channelInLines(lines: readonly RawLine[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const channel = SAID.test(text) ? undefined : NAMED.exec(text)?.[1];
    if (!channel) continue;
    const count = (counts.get(channel) ?? 0) + 1;
    if (count === DECIDED) return channel;
    counts.set(channel, count);
  }
  return [...counts].reduce<[string | undefined, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    [undefined, 0],
  )[0];
}
