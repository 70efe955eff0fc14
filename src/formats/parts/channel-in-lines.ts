// The channel that a log's own lines name, where its file's name does not.
import type { FileFacts, RawLine } from '../../format.ts';
import { lower } from '../../shared/casemap.ts';
import { datesIn } from '../../shared/named-dates.ts';

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

/** Somebody who comes or goes, with an address: nobody says so with `/me`. */
const BY_ADDRESS = /[([<~!]\S*@\S+ (?:has )?(?:joined|left) (?:the )?(?:channel )?([#&+!]\S+)/u;

/**
 * What a name tells, where it goes on behind the channel that the lines name: of `#loom.saltnet` and `#loom-131105` the channel is
 * `#loom`, and `saltnet` is the network if nothing else is,
 * in `#loom.saltnet.05-11-13` too.
 */
export function toldWithLines<T extends FileFacts>(told: T, lines: readonly RawLine[]): T {
  const { channel = '', network } = told;
  if (!/^.[^-_.@ ]+[-_.@ ]/u.test(channel)) return told;
  const line = lines.find(({ text }) => !SAID.test(text) && BY_ADDRESS.test(text));
  const named = BY_ADDRESS.exec(line?.text ?? '')?.[1]?.replace(/\.$/u, '');
  if (named === undefined || !lower(channel).startsWith(lower(named))) return told;
  const [, rest] = /^[-_.@ ](.+)$/u.exec(channel.slice(named.length)) ?? [];
  if (rest === undefined) return told;
  const date = datesIn(rest).find(({ end }) => end === rest.length);
  const undated = rest.slice(0, date?.at).replace(/[-_. ]$/u, '');
  const its = network ?? (/^\p{L}[\p{L}\d.-]*$/u.test(undated) ? undated : undefined);
  return { ...told, channel: channel.slice(0, named.length), ...(its !== undefined && { network: its }) };
}
