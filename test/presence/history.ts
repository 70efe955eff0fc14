// Histories for the tests of presence: entries as they come, one logger, days of 1,000 seconds.
import type { Stay } from '../../src/day.ts';
import type { Entry, Event } from '../../src/events.ts';
import type { OwnerSeen, PresenceOfDay, PresenceState } from '../../src/presence.ts';
import {
  addCounts,
  blindSpots,
  countsOf,
  gapsOfDay,
  lastGaps,
  NO_COUNTS,
  presenceOfDay,
  recordsOf,
  watch,
  withBack,
} from '../../src/presence.ts';
import type { Gap } from '../../src/day.ts';

export const DAY = 1000;

export const at = (seconds: number, event: Event): Entry => ({ id: `t${String(seconds)}`, at: seconds, ...event });

/** The event with the owner's nick where the line says "You". */
function withOwner(event: Event, nick: string | undefined): Event {
  if (nick === undefined) return event;
  if (event.kind === 'kick') return event.target === undefined ? { ...event, target: nick } : event;
  return event.own && event.nick === undefined ? { ...event, nick } : event;
}

export interface Told {
  readonly entries: readonly Entry[];
  readonly gaps: readonly Gap[];
  readonly owners: readonly OwnerSeen[];
}

/** What one logger's entries, in its order, tell of its own sight. */
export function told(entries: readonly Entry[], owner?: string): Told {
  const logger = watch();
  if (owner !== undefined) logger.owner(owner);
  const named: Entry[] = [];
  for (const entry of entries) {
    named.push({ ...entry, ...withOwner(entry, logger.nick()) });
    logger.see(entry.at, entry);
  }
  const { gaps, owners } = logger.settled();
  return {
    entries: named.sort((a, b) => a.at - b.at),
    gaps: blindSpots([[...gaps, ...lastGaps(logger.state())]]),
    owners,
  };
}

export interface Day {
  readonly start: number;
  readonly own: PresenceOfDay;
  /** With what later days told. */
  readonly stays: readonly Stay[];
  readonly gaps: readonly Gap[];
}

/** The days of a history that have entries, each begun from the state of the last as it would be read from disk. */
export function daysOf({ entries, gaps, owners }: Told, length = DAY): readonly Day[] {
  const speakers = new Set(entries.map(({ nick }) => nick)).size;
  const records = recordsOf(entries.map((entry) => countsOf([entry])).reduce(addCounts, NO_COUNTS), speakers);
  const starts = [...new Set(entries.map((entry) => Math.floor(entry.at / length) * length))];
  let state: PresenceState | undefined;
  const days = starts.map((start) => {
    const end = start + length;
    const its = entries.filter((entry) => entry.at >= start && entry.at < end);
    const own = presenceOfDay(state, { start, end, entries: its, gaps, owners, records });
    state = JSON.parse(JSON.stringify(own.state)) as PresenceState;
    return { start, own };
  });
  return days.map(({ start, own }, index) => ({
    start,
    own,
    stays: withBack(
      start,
      start + length,
      own.stays,
      days.slice(index + 1).flatMap((later) => later.own.back),
    ),
    gaps: gapsOfDay(gaps, start, start + length),
  }));
}

/** All stays of a history, whole. */
export function staysOf(history: Told): readonly Stay[] {
  return daysOf(history).flatMap((day) => day.own.ended);
}

const WORDS: readonly (readonly [RegExp, (...groups: string[]) => Event])[] = [
  [/^<(\S+)> (.*)$/, (nick, text) => ({ kind: 'message', nick: nick!, text: text! })],
  [/^You join$/, () => ({ kind: 'join', own: true })],
  [/^You part$/, () => ({ kind: 'part', own: true })],
  [/^You are (\S+)$/, (to) => ({ kind: 'nick', own: true, to: to! })],
  [/^You are kicked by (\S+)$/, (nick) => ({ kind: 'kick', nick: nick! })],
  [/^log (open|close|disconnected|info)$/, (event) => ({ kind: 'log', event: event as 'open', text: '' })],
  [/^log names$/, () => ({ kind: 'log', event: 'info', text: '', names: [] })],
  [/^names (.*)$/, (names) => ({ kind: 'log', event: 'info', text: '', names: names!.split(' ') })],
  [/^mode (.*)$/, (changes) => ({ kind: 'mode', changes: changes! })],
  [/^(\S+) joins$/, (nick) => ({ kind: 'join', nick: nick! })],
  [/^(\S+) parts$/, (nick) => ({ kind: 'part', nick: nick! })],
  [/^(\S+) quits(?: \((.*)\))?$/, (nick, reason) => ({ kind: 'quit', nick: nick!, ...(reason ? { reason } : {}) })],
  [/^(\S+) is now (\S+)$/, (nick, to) => ({ kind: 'nick', nick: nick!, to: to! })],
  [/^(\S+) kicks (\S+)$/, (nick, target) => ({ kind: 'kick', nick: nick!, target: target! })],
];

/** Entries from lines such as `10 <ada> hi`, `20 bob joins`, `30 You part`, `40 log open`. */
export function entriesOf(...lines: readonly string[]): Entry[] {
  return lines.map((line) => {
    const [, seconds = '', words = ''] = /^(\d+) (.*)$/.exec(line) ?? [];
    for (const [pattern, event] of WORDS) {
      const match = pattern.exec(words);
      if (match) return at(Number(seconds), event(...match.slice(1)));
    }
    throw new Error(`No event reads: ${line}`);
  });
}

/** A stay as `ada 10-20 join quit`, with `seen` and its evidence as `seen@15`. */
export function shown({ nick, from, to, start, evidence, end }: Stay): string {
  return `${nick} ${String(from)}-${String(to)} ${start}${evidence === undefined ? '' : `@${String(evidence)}`} ${end}`;
}

/** All stays of a history in one day, but the owner's. */
export function staysFrom(lines: readonly string[], owner = 'me'): readonly string[] {
  const stays = daysOf(told(entriesOf(...lines), owner)).flatMap((day) => day.own.ended);
  return stays
    .filter(({ nick }) => nick !== owner)
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(shown);
}
