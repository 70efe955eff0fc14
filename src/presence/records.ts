// Which comings and goings a log records at all: clients can be told to leave them out.
import type { Entry } from '../events.ts';
import { lower } from '../shared/casemap.ts';

/** How often a day's lines tell of coming and going. Plain data: days add up with `addCounts`. */
export interface Counts {
  readonly joins: number;
  readonly ownJoins: number;
  readonly parts: number;
  readonly quits: number;
  readonly said: number;
  /** People who came, and who left: each once a day. */
  readonly came: number;
  readonly left: number;
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
/** From so many joins on, there are leaves, and the other way round: half as many at least. */
const TELLING_COUNT = 20;
/** Of so many people who spoke, most came at some time: where fewer than a fifth as often somebody did, joins are left out. */
const TELLING_SPEAKERS = 50;

/** Of no day at all. */
export const NO_COUNTS: Counts = { joins: 0, ownJoins: 0, parts: 0, quits: 0, said: 0, came: 0, left: 0 };

/**
 * What the entries of a day tell of the log's ways. Kicks, and what becomes of the logs' owners (nicks in lower case, and those that
 * the entries show as their owner's), clients tell that leave out who comes and goes. Who comes back after a kick did not leave.
 */
export function countsOf(entries: readonly Entry[], owners: Iterable<string> = []): Counts {
  const own = new Set(owners);
  for (const entry of entries) {
    if (!entry.own) continue;
    if (entry.nick !== undefined) own.add(lower(entry.nick));
    if (entry.kind === 'nick') own.add(lower(entry.to));
  }
  let [joins, ownJoins, parts, quits, said] = [0, 0, 0, 0, 0];
  let [first, last] = [Infinity, -Infinity];
  const came = new Set<string | undefined>();
  const left = new Set<string | undefined>();
  const kicked = new Set<string | undefined>();
  for (const entry of entries) {
    const { kind, nick, at, own: shown } = entry;
    if (kind === 'message' || kind === 'action') said++;
    if (kind === 'kick') kicked.add(entry.target);
    if (kind !== 'join' && kind !== 'part' && kind !== 'quit') continue;
    if (shown || (nick !== undefined && own.has(lower(nick)))) {
      if (kind === 'join') ownJoins++;
      continue;
    }
    if (kind === 'join' && kicked.delete(nick)) continue;
    if (kind === 'join') joins++;
    else if (kind === 'part') parts++;
    else quits++;
    (kind === 'join' ? came : left).add(nick);
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  const people = { came: came.size, left: left.size };
  return { joins, ownJoins, parts, quits, said, ...people, ...(first <= last && { moments: [first, last] as const }) };
}

/** The counts of two stretches of a log, as one. */
export function addCounts(some: Counts, others: Counts): Counts {
  return {
    joins: some.joins + others.joins,
    ownJoins: some.ownJoins + others.ownJoins,
    parts: some.parts + others.parts,
    quits: some.quits + others.quits,
    said: some.said + others.said,
    came: some.came + others.came,
    left: some.left + others.left,
  };
}

/** Whether a log is long enough for what it leaves out to show its ways. */
export const isTelling = ({ said }: Counts): boolean => said >= TELLING_LINES;

/** What the whole log records, from the counts of all its days and how many people spoke on any. */
export function recordsOf(counts: Counts, speakers: number): Records {
  const { joins, ownJoins, parts, quits } = counts;
  const telling = isTelling(counts);
  const leaves = parts + quits;
  const isTold = (count: number, others: number): boolean =>
    (others < TELLING_COUNT || count * 2 >= others) && (speakers < TELLING_SPEAKERS || count * 5 >= speakers);
  // Where no more came than spoke, those who did not leave may all be there still.
  const mayStay = leaves > 0 && joins - leaves <= speakers;
  if (joins > 0 && isTold(joins, leaves)) return { joins: true, leaves: mayStay || isTold(leaves, joins) };
  // Joins alone are hidden at times; mostly parts go with them, or all but of those who spoke lately.
  const onlyJoins = joins === 0 && parts > 0 && quits > 0 && isTold(leaves, 0);
  return { joins: ownJoins > 0 && !telling, leaves: !telling || onlyJoins };
}
