// Which comings and goings a log records at all: clients can be told to leave them out.
import type { Entry } from '../events.ts';
import { lower } from '../shared/casemap.ts';

/** How often a day's lines tell of coming and going. Plain data: days add up with `addCounts`. */
export interface Counts {
  readonly joins: number;
  readonly ownJoins: number;
  readonly leaves: number;
  readonly said: number;
  /** The first and the last moment at which others than owners came or went, of one day. */
  readonly moments?: readonly [first: number, last: number];
}

export interface Records {
  /** A nick without a join on record was here since sight began. */
  readonly joins: boolean;
  /** A nick without a leave on record is still here. */
  readonly leaves: boolean;
}

/** From this many lines on, that nobody came or went is the client's setting, not the channel's quiet. */
const TELLING_LINES = 200;
const TELLING_JOINS = 20;

const NO_OWNERS: ReadonlySet<string> = new Set();

/** Of no day at all. */
export const NO_COUNTS: Counts = { joins: 0, ownJoins: 0, leaves: 0, said: 0 };

/**
 * What the entries of a day tell of the log's ways. Kicks, and what becomes of the logs' owners (nicks in lower case), clients
 * tell that leave out who comes and goes.
 */
export function countsOf(entries: readonly Entry[], owners: ReadonlySet<string> = NO_OWNERS): Counts {
  let joins = 0;
  let ownJoins = 0;
  let leaves = 0;
  let said = 0;
  let [first, last] = [Infinity, -Infinity];
  for (const { kind, nick, at, own: shown } of entries) {
    if (kind === 'message' || kind === 'action') said++;
    if (kind !== 'join' && kind !== 'part' && kind !== 'quit') continue;
    if (shown || (nick !== undefined && owners.size > 0 && owners.has(lower(nick)))) {
      if (kind === 'join') ownJoins++;
      continue;
    }
    if (kind === 'join') joins++;
    else leaves++;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return { joins, ownJoins, leaves, said, ...(first <= last && { moments: [first, last] as const }) };
}

/** The counts of two stretches of a log, as one. */
export function addCounts(some: Counts, others: Counts): Counts {
  return {
    joins: some.joins + others.joins,
    ownJoins: some.ownJoins + others.ownJoins,
    leaves: some.leaves + others.leaves,
    said: some.said + others.said,
  };
}

/** What the whole log records, from the counts of all its days. */
export function recordsOf({ joins, ownJoins, leaves, said }: Counts): Records {
  const telling = said >= TELLING_LINES;
  return {
    joins: joins > 0 || (ownJoins > 0 && !telling),
    // Some clients write joins and hardly any leaves.
    leaves: joins + leaves === 0 ? !telling : joins < TELLING_JOINS || leaves * 5 >= joins,
  };
}
