// Which lines of two histories are one event.
//
//   1  the same kind, nick and words
//   2  an act that one log tells of "You", and the other of a nick, or else of "You", too: two clients of one bouncer
//   3  what somebody does, and what a log tells as if it were said: `<bob> * waves`
//   4  bytes beyond ASCII that two clients decoded differently
//   5  words of one nick of which one log lacks little: what a client leaves out (formatting, control bytes, a cut end),
//      or shows as `?`, or digits of colours that have lost their codes, or accents
//   6  the same as in 1, told late by a log that was silent until then: stalled.ts
//
// In each round what is left is paired in order, within the tolerance of the clocks, so that most find a partner and
// the partners lie as near to each other as may be.
import type { Action, Event } from '../events.ts';
import { lower } from '../shared/casemap.ts';
import { addTo } from '../shared/lists.ts';
import { once } from '../shared/once.ts';
import { alike } from './alike.ts';
import { instantOf, type Clock } from './clocks.ts';
import type { Cluster } from './cluster.ts';
import { keyOf, type Seen } from './seen.ts';
import { apart, paired, type Spot } from './spots.ts';
import { pairStalled } from './stalled.ts';

/** Makes a cluster and an event partners, unless either has one. */
type Keep = (cluster: number, event: number) => void;
type Key = (seen: Seen) => string | undefined;

/** For events, by index, the index of the cluster that is the same event. */
export function pairs(clusters: readonly Cluster[], events: readonly Seen[], clock: Clock): Map<number, number> {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const keep: Keep = (cluster, event) => {
    if (taken.has(cluster) || partner.has(event)) return;
    partner.set(event, cluster);
    taken.add(cluster);
  };
  const round = (keyOf: Key): void => {
    const wanted = spotsOf(clustersLeft(clusters, taken), keyOf);
    if (wanted.size === 0) return;
    for (const [key, list] of spotsOf(eventsLeft(events, partner, clock), keyOf))
      for (const [cluster, event] of paired(wanted.get(key) ?? [], list, toleranceOf(key, clock))) keep(cluster, event);
  };
  round((seen) => (isNameless(seen.told) ? undefined : seen.key));
  if (partner.size === events.length || taken.size === clusters.length) return partner;
  pairYou(clustersLeft(clusters, taken), eventsLeft(events, partner, clock), clock, keep);
  round(({ key }) => key);
  round(actKey);
  round(asciiKey);
  pairAlike(clustersLeft(clusters, taken), eventsLeft(events, partner, clock), clock, keep);
  const heard = once(() => {
    const moments = new Map<number, number[]>();
    for (const { at, members } of clusters) for (const { logger } of members) addTo(moments, logger, at);
    return moments;
  });
  const heardOfEvents = once(() => events.map((seen) => instantOf(clock, seen)).sort((a, b) => a - b));
  const loggerOf = ({ spot }: Left): number => clusters[spot.index]?.members[0]?.logger ?? 0;
  pairStalled(
    clustersLeft(clusters, taken).map((left) => ({ ...left, moments: () => heard().get(loggerOf(left)) ?? [] })),
    eventsLeft(events, partner, clock).map((left) => ({ ...left, moments: heardOfEvents })),
    keep,
  );
  return partner;
}

interface Left {
  readonly seen: Seen;
  readonly spot: Spot;
}

/** Clusters without a partner, once for each different telling that they have. */
function clustersLeft(clusters: readonly Cluster[], taken: ReadonlySet<number>): readonly Left[] {
  const left: Left[] = [];
  clusters.forEach(({ at, members }, index) => {
    if (taken.has(index)) return;
    const spot = { at, wide: members.every(({ seen }) => seen.precision) ? 59 : 0, index };
    let before = '';
    for (const { seen } of members) {
      if (seen.key !== before) left.push({ seen, spot });
      before = seen.key;
    }
  });
  return left;
}

function eventsLeft(events: readonly Seen[], partner: ReadonlyMap<number, number>, clock: Clock): readonly Left[] {
  const left: Left[] = [];
  events.forEach((seen, index) => {
    if (partner.has(index)) return;
    left.push({ seen, spot: { at: instantOf(clock, seen), wide: seen.precision ? 59 : 0, index } });
  });
  return left;
}

function spotsOf(left: readonly Left[], keyOf: Key): Map<string, Spot[]> {
  const spots = new Map<string, Spot[]>();
  for (const { seen, spot } of left) {
    const key = keyOf(seen);
    if (key === undefined) continue;
    const group = spots.get(key);
    if (group) group.push(spot);
    else spots.set(key, [spot]);
  }
  return spots;
}

/** Pairs what one log tells of "You" with what the other tells of a nick. */
function pairYou(some: readonly Left[], others: readonly Left[], clock: Clock, keep: Keep): void {
  const pairFrom = (yours: readonly Left[], theirs: readonly Left[], found: Keep): void => {
    const named = groupedBy(theirs, ofNick);
    for (const { seen, spot } of yours) {
      const near = within(named.get(ofYou(seen) ?? '') ?? [], spot, toleranceOf(seen.key, clock));
      // Where minutes leave several: what somebody saw begins with the own join, and ends with the own leave.
      const order = seen.told.kind === 'join' ? near.reverse() : near;
      const [best] = order.sort((a, b) => apart(a.spot, spot) - apart(b.spot, spot));
      if (best) found(best.spot.index, spot.index);
    }
  };
  pairFrom(some, others, (event, cluster) => keep(cluster, event));
  pairFrom(others, some, keep);
}

function groupedBy(left: readonly Left[], keyOf: Key): ReadonlyMap<string, readonly Left[]> {
  const groups = new Map<string, Left[]>();
  for (const one of left) {
    const key = keyOf(one.seen);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Those of a list by time that lie within the tolerance of a spot. */
function within(list: readonly Left[], spot: Spot, tolerance: number): Left[] {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >>> 1;
    // A minute, and a minute for what was put into its neighbours' order.
    if ((list[middle]?.spot.at ?? 0) < spot.at - tolerance - 120) low = middle + 1;
    else high = middle;
  }
  const near: Left[] = [];
  for (let one = list[low]; one && one.spot.at <= spot.at + spot.wide + tolerance + 120; one = list[++low])
    if (apart(one.spot, spot) <= tolerance) near.push(one);
  return near;
}

/** Whether an event tells of the log's owner, whose nick it does not tell. */
const isNameless = (event: Event): boolean =>
  event.kind === 'kick' ? event.target === undefined : event.own === true && event.nick === undefined;

/** An act of the log's owner, whose nick the line does not tell. */
function ofYou({ event }: Seen): string | undefined {
  if (!isNameless(event)) return undefined;
  return event.kind === 'kick' ? `kick ${event.nick ?? ''}` : withoutNick(event);
}

/** The same act as another log tells it. */
function ofNick({ told }: Seen): string | undefined {
  if (told.kind === 'kick') return told.target === undefined ? undefined : `kick ${told.nick ?? ''}`;
  return told.nick === undefined ? undefined : withoutNick(told);
}

function withoutNick(event: Seen['told']): string | undefined {
  switch (event.kind) {
    case 'join':
    case 'part':
    case 'quit':
      return event.kind;
    case 'nick':
      return `nick ${event.to}`;
    case 'mode':
      return `mode ${event.changes}`;
    case 'message':
    case 'action':
    case 'notice':
    case 'topic':
      return `${event.kind} ${event.text}`;
    default:
      return undefined;
  }
}

/** What somebody does, or what a log that has no other words for it puts so: `<bob> * waves`. */
function actOf({ told }: Seen): Action | undefined {
  if (told.kind === 'action') return told;
  if (told.kind !== 'message' || !told.text.startsWith('* ')) return undefined;
  return { ...told, kind: 'action', text: told.text.slice(2) };
}

const saidIn = (seen: Seen): Event => actOf(seen) ?? seen.told;

function actKey(seen: Seen): string | undefined {
  const act = actOf(seen);
  return act && keyOf(act);
}

/** The key with each run of characters beyond ASCII as one. */
function asciiKey({ key }: Seen): string | undefined {
  const loose = key.replace(/[^\x00-\x7f]+/g, '\ufffd');
  return loose === key && !key.includes('\ufffd') ? undefined : loose;
}

const SAID: readonly string[] = ['message', 'action', 'notice', 'topic'];

/** Pairs what one nick said at one moment in words that are nearly the same, each with the nearest. */
function pairAlike(clusters: readonly Left[], events: readonly Left[], clock: Clock, keep: Keep): void {
  const speaker = (seen: Seen): string | undefined => {
    const { kind, nick = '' } = saidIn(seen);
    return SAID.includes(kind) ? `${kind} ${lower(nick)}` : undefined;
  };
  const some = groupedBy(clusters, speaker);
  if (some.size === 0) return;
  for (const { seen, spot } of events) {
    const near = within(some.get(speaker(seen) ?? '') ?? [], spot, clock.tolerance)
      .filter((one) => alike(saidIn(one.seen), saidIn(seen)))
      .sort((a, b) => Math.abs(a.spot.at - spot.at) - Math.abs(b.spot.at - spot.at));
    for (const one of near) keep(one.spot.index, spot.index);
  }
}

/** What happens reaches some clients so many seconds late, or is told so late by them: words, modes, joins and splits. */
const LATE = 8;

/** How far apart two clients' tellings of an event may lie, in seconds; of themselves each tells its own. */
function toleranceOf(key: string, clock: Clock): number {
  return /^(?:log|unparsed) /.test(key) ? Math.min(clock.tolerance, 2) : clock.tolerance + LATE;
}
