// When one logger could see the channel: opened and closed by what the client did itself, and by its own banners.
//
//   **** BEGIN LOGGING …        opens (provisionally: the client may not be in the channel yet)
//   * Now talking on #xpmem     opens; if sight was open, it had been lost unnoticed since the line before
//   * You have left channel     closes: left      * You have been kicked   closes: kicked
//   * Disconnected (…)          closes: disconnected
//   **** ENDING LOGGING …       closes: closed
//
// Stages: lines of one logger in their order → `watch` → gaps of that logger (eye.ts) and moments that show its owner →
// `blindSpots` of all loggers (blind.ts). A gap is settled only when sight has come back for certain, so it is told late.
import type { Event } from '../events.ts';
import type { Gap, GapCause } from '../day.ts';
import { lower } from '../shared/casemap.ts';
import { baseOf } from '../people/base.ts';
import type { EyeState } from './eye.ts';
import { eyeOf } from './eye.ts';
import type { OwnerClues } from './owner.ts';
import { clue, tells } from './owner.ts';

/** Within so many seconds of its join a client lists who is there. */
const WELCOMED = 60;

/** That the owner of a log was in the channel, because his client was. */
export interface OwnerSeen {
  readonly at: number;
  readonly nick: string;
  /** Lines of the history show it: his join, his change of nick, what he said. They tell when it was better than his clock. */
  readonly shown?: true;
  /** The nick that he gave up at that moment, where the line does not show it. */
  readonly was?: string;
}

/** What one logger's lines settled: gaps ascending, half-open in epoch seconds (an empty one still ends knowledge). */
export interface Sight {
  readonly gaps: readonly Gap[];
  readonly owners: readonly OwnerSeen[];
}

/** Where a logger stands between two lines. Plain data: it is kept between builds. */
export interface SightState extends EyeState {
  /** The owner's nick, through renames, as far as known. */
  readonly nick?: string;
  /** Epoch seconds of the logger's latest line. */
  readonly last?: number;
  /** The log says "You" of its owner's joins: a line that shows the nick is somebody else's, or the nick was guessed wrong. */
  readonly you?: true;
  /** The log told that its client left, and nothing of the channel since. */
  readonly left?: true;
  /** While nothing tells the owner. */
  readonly clues?: OwnerClues;
  /** Who came with its latest line but for the log's own; `before` is the time of the line before, if sight was open. */
  readonly came?: { readonly nick: string; readonly at: number; readonly before?: number };
}

export interface Watch {
  /** Takes the logger's next line. `hole`: lines are known to be missing before it. */
  readonly see: (at: number, event: Event, hole?: boolean) => void;
  /** Says whose client it is, where the lines have not told yet. */
  readonly owner: (nick: string) => void;
  /** The owner's nick after the lines seen, or undefined. */
  readonly nick: () => string | undefined;
  readonly state: () => SightState;
  /** What was settled since the last time this was asked. */
  readonly settled: () => Sight;
}

/** Whether the client's own act, by the line's word or the owner's nick; `nick` is absent where the log says "You". */
function isOwn(event: Event, nick: string | undefined): boolean {
  return event.own === true || (nick !== undefined && event.nick !== undefined && lower(event.nick) === lower(nick));
}

/** Why the client's own act ends its sight, or undefined. */
function farewell(event: Event, nick: string | undefined): GapCause | undefined {
  switch (event.kind) {
    case 'part':
      return isOwn(event, nick) ? 'left' : undefined;
    case 'quit':
      // Of the owner's nick it is a connection that was lost before, or the join that follows tells the same.
      return event.own ? 'disconnected' : undefined;
    case 'kick':
      return event.target === undefined || (nick !== undefined && lower(event.target) === lower(nick))
        ? 'kicked'
        : undefined;
    case 'log':
      return event.event === 'disconnected' ? 'disconnected' : event.event === 'close' ? 'closed' : undefined;
    default:
      return undefined;
  }
}

/** Follows the sight of one logger, from the start of its log or from where an earlier build left it. */
export function watch(from: SightState = {}): Watch {
  let { nick, last, you, left, clues, came } = from;
  const eye = eyeOf(from);
  let owners: OwnerSeen[] = [];

  const ownerSeen = (at: number, shown: boolean, was?: string) => {
    if (nick !== undefined && eye.isOpen())
      owners.push({ at, nick, ...(shown && { shown }), ...(was !== undefined && { was }) });
  };
  const settle = (at: number, rejoined: boolean, isOthers = false) => {
    const back = eye.settle(at, rejoined);
    // Who comes first may be the owner, under a nick that nothing tells of yet.
    if (back !== undefined && !isOthers) ownerSeen(back, rejoined);
  };
  /** Looks for the owner among the nicks; once found, what his absences would have told is told. */
  const follow = (at: number, event: Event) => {
    clues = clue(clues, at, event, last);
    if (!clues?.first || !tells(clues)) return;
    ({ nick } = clues);
    owners.push({ ...clues.first, shown: true });
    // The line at hand may be his join, and end the last of them.
    const done = event.kind === 'join' && isOwn(event, nick) ? clues.gaps.slice(0, -1) : clues.gaps;
    const latest = clues.gaps.at(-1);
    if (eye.sees() && latest && done.length < clues.gaps.length) eye.close(latest.from, latest.cause);
    eye.tell(done);
    for (const { to } of done) owners.push({ at: to, nick, shown: true });
    clues = undefined;
  };

  /**
   * Nobody hears a channel before joining it: whoever comes first after a farewell is the owner, under whatever nick; behind a
   * banner under one like his, for a client may have written that while it was there.
   */
  const isBack = (event: Event): boolean => {
    if (event.kind !== 'join' || event.nick === undefined || nick === undefined || you) return false;
    return !eye.isOpen() || (left === true && baseOf(event.nick) === baseOf(nick));
  };

  /** What a line opens, closes or bears out; `own` where it is the owner's. */
  const look = (at: number, event: Event, own: boolean) => {
    const cause = farewell(event, you ? undefined : nick);
    if (event.kind === 'join' && own) {
      if (event.nick !== undefined) nick = event.nick;
      if (eye.sees()) eye.close(last ?? at, 'disconnected');
      eye.open(at);
      settle(at, true);
    } else if (event.kind === 'log' && event.event === 'open') {
      if (eye.sees()) eye.close(last ?? at, 'closed');
      eye.open(at);
    } else if (cause !== undefined) {
      if (event.kind !== 'log' && eye.isOpen()) settle(at, false);
      eye.close(at, cause);
    } else if (event.kind !== 'log' && event.kind !== 'unparsed' && event.kind !== 'notice') {
      if (!eye.isOpen()) eye.open(at);
      settle(at, false, event.kind === 'join' && left === true);
    } else if (event.kind === 'log' && event.names !== undefined) {
      settle(at, false);
    }
  };
  /** A client lists or counts who is there when it has come itself: whoever came right before was the owner. */
  const welcome = (at: number, names: readonly string[]) => {
    if (!came || you || at - came.at > WELCOMED) return;
    if (names.length > 0 && !names.some((name) => lower(name) === lower(came!.nick))) return;
    ({ nick } = came);
    if (came.before !== undefined) eye.tell([{ from: came.before, to: came.at, cause: 'disconnected' }]);
    owners.push({ at: came.at, nick, shown: true });
    came = undefined;
  };
  /** The owner's nick, where a line shows that it is another. */
  const rename = (at: number, event: Event, own: boolean) => {
    // Who becomes what he was thought to be was somebody else before.
    const was = event.kind === 'nick' && event.nick === undefined && event.to !== nick ? nick : undefined;
    if (event.kind === 'nick' && own) nick = event.to;
    else if (event.own && event.nick !== undefined && nick !== event.nick && event.kind !== 'kick') nick = event.nick;
    else return;
    ownerSeen(at, true, was);
  };

  return {
    see: (at, event, hole = false) => {
      if (last === undefined) eye.begin(at);
      else if (hole && eye.isOpen()) {
        eye.close(last, 'hole');
        eye.open(at);
      }
      if (event.kind === 'join' && event.own && event.nick === undefined) you = true;
      if (nick === undefined && !you) follow(at, event);
      const own = isOwn(event, you ? undefined : nick) || isBack(event);
      const before = eye.sees() ? last : undefined;
      look(at, event, own);
      if (!eye.isOpen()) left = true;
      else if (eye.sees()) left = undefined;
      rename(at, event, own);
      if (event.kind === 'log') {
        if (event.names) welcome(at, event.names);
      } else if (event.kind !== 'join' || event.nick === undefined || own) came = undefined;
      else came = { nick: event.nick, at, ...(before !== undefined && { before }) };
      last = Math.max(last ?? at, at);
    },
    owner: (known) => {
      nick ??= known;
    },
    nick: () => nick,
    state: () => ({
      ...(nick === undefined ? {} : { nick }),
      ...(last === undefined ? {} : { last }),
      ...(you ? { you } : {}),
      ...(left ? { left } : {}),
      ...(clues === undefined || nick !== undefined ? {} : { clues }),
      ...(came === undefined ? {} : { came }),
      ...eye.state(last),
    }),
    settled: () => {
      const sight = { gaps: eye.told(), owners };
      owners = [];
      return sight;
    },
  };
}
