// When one logger could see the channel: opened and closed by what the client did itself, and by its own banners.
//
//   **** BEGIN LOGGING …        opens (provisionally: the client may not be in the channel yet)
//   * Now talking on #xpmem     opens; if sight was open, it had been lost unnoticed since the line before
//   * You have left channel     closes: left      * You have been kicked   closes: kicked
//   * Disconnected (…)          closes: disconnected
//   **** ENDING LOGGING …       closes: closed
//
// Stages: lines of one logger in their order → `watch` → gaps of that logger and moments that show its owner →
// `blindSpots` of all loggers (blind.ts). A gap is settled only when sight has come back for certain, so it is told late.
import type { Event } from '../events.ts';
import type { Gap, GapCause } from '../day.ts';
import { lower } from '../shared/casemap.ts';
import type { OwnerClues } from './owner.ts';
import { clue, tells } from './owner.ts';

/** Before and after any log, in epoch seconds: what Date can hold, and plain JSON. */
export const EVER = 8.64e12;

/** A client that turns its file over writes both banners within this many seconds. */
const TURNOVER = 5;
const MINUTE = 60;

/** That the owner of a log was in the channel, because his client was. */
export interface OwnerSeen {
  readonly at: number;
  readonly nick: string;
  /** Lines of the history show it: his join, his change of nick, what he said. They tell when it was better than his clock. */
  readonly shown?: true;
}

/** What one logger's lines settled: gaps ascending, half-open in epoch seconds (an empty one still ends knowledge). */
export interface Sight {
  readonly gaps: readonly Gap[];
  readonly owners: readonly OwnerSeen[];
}

/** Where a logger stands between two lines. Plain data: it is kept between builds. */
export interface SightState {
  /** The owner's nick, through renames, as far as known. */
  readonly nick?: string;
  /** Epoch seconds of the logger's latest line. */
  readonly last?: number;
  /** The log says "You" of its owner's joins: a line that shows the nick is somebody else's, or the nick was guessed wrong. */
  readonly you?: true;
  /** While nothing tells the owner. */
  readonly clues?: OwnerClues;
  /** Since when it sees, or a later moment up to which it did for certain; absent while it is blind. */
  readonly since?: number;
  /** The owner's own join where it is less than a minute ago, epoch seconds. */
  readonly joined?: number;
  /** The blindness that lasts, or that an opening not yet borne out would end. */
  readonly gap?: { readonly from: number; readonly cause: GapCause };
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
      return isOwn(event, nick) ? 'disconnected' : undefined;
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
  let { nick, last, you, clues, since, joined, gap } = from;
  let gaps: Gap[] = [];
  let owners: OwnerSeen[] = [];

  const ownerSeen = (at: number, shown: boolean) => {
    if (nick !== undefined && since !== undefined) owners.push({ at, nick, ...(shown && { shown }) });
  };
  const close = (at: number, cause: GapCause) => {
    // An opening that nothing bore out was none: the older blindness goes on, with its cause.
    if (since !== undefined && gap === undefined) gap = { from: Math.max(at, since), cause };
    since = undefined;
  };
  const open = (at: number) => {
    since = Math.max(at, gap?.from ?? at);
  };
  /** Sight is certain: what it ended is told. */
  const settle = (at: number, rejoined: boolean) => {
    if (gap === undefined || since === undefined) return;
    // Lines that tell minutes only can lie before the banner that opened their file.
    since = Math.max(Math.min(since, at), gap.from);
    const turnover = gap.cause === 'closed' && !rejoined && since - gap.from <= TURNOVER;
    if (!turnover) {
      gaps.push({ ...gap, to: since });
      ownerSeen(since, rejoined);
    }
    gap = undefined;
  };
  /** Looks for the owner among the nicks; once found, what his absences would have told is told. */
  const follow = (at: number, event: Event) => {
    clues = clue(clues, at, event, last);
    if (!clues?.first || !tells(clues)) return;
    ({ nick } = clues);
    owners.push({ ...clues.first, shown: true });
    const here = since !== undefined && gap === undefined;
    // The line at hand may be his join, and end the last of them.
    const done = event.kind === 'join' && isOwn(event, nick) ? clues.gaps.slice(0, -1) : clues.gaps;
    const latest = clues.gaps.at(-1);
    if (here && latest && done.length < clues.gaps.length) close(latest.from, latest.cause);
    for (const absence of done) gaps.push(absence);
    for (const { to } of done) owners.push({ at: to, nick, shown: true });
    clues = undefined;
  };
  const rejoin = (at: number) => {
    if (since !== undefined && gap === undefined) close(last ?? at, 'disconnected');
    open(at);
    settle(at, true);
  };

  return {
    see: (at, event, hole = false) => {
      if (last === undefined) {
        gap = { from: -EVER, cause: 'before-log' };
        open(at);
      } else if (hole && since !== undefined) {
        close(last, 'hole');
        open(at);
      }
      if (event.kind === 'join' && event.own && event.nick === undefined) you = true;
      if (nick === undefined && !you) follow(at, event);
      const own = isOwn(event, you ? undefined : nick);
      const cause = farewell(event, you ? undefined : nick);
      if (event.kind === 'join' && own) {
        if (event.nick !== undefined) nick = event.nick;
        rejoin(at);
        joined = at;
      } else if (event.kind === 'log' && event.event === 'open') {
        const sees = since !== undefined && gap === undefined;
        // Where lines tell minutes and banners seconds, the join can come to lie before the banner of its file.
        if (!sees || joined === undefined || at - joined >= MINUTE) {
          if (sees) close(last ?? at, 'closed');
          open(at);
        }
      } else if (cause !== undefined) {
        if (event.kind !== 'log' && since !== undefined) settle(at, false);
        close(at, cause);
      } else if (event.kind !== 'log' && event.kind !== 'unparsed' && event.kind !== 'notice') {
        if (since === undefined) open(at);
        settle(at, false);
      } else if (event.kind === 'log' && event.names !== undefined) {
        settle(at, false);
      }
      if (event.kind === 'nick' && own) {
        nick = event.to;
        ownerSeen(at, true);
      } else if (event.own && event.nick !== undefined && nick !== event.nick && event.kind !== 'kick') {
        nick = event.nick;
        ownerSeen(at, true);
      }
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
      ...(clues === undefined || nick !== undefined ? {} : { clues }),
      // What lasts says no more than it must: then days depend on little of what came long before them.
      ...(since === undefined ? {} : { since: gap === undefined ? last : since }),
      ...(joined === undefined || (last !== undefined && last - joined >= MINUTE) ? {} : { joined }),
      ...(gap === undefined ? {} : { gap }),
    }),
    settled: () => {
      const sight = { gaps, owners };
      gaps = [];
      owners = [];
      return sight;
    },
  };
}

/** The gaps that stand at the end of a logger's log: one that lasts, and `after-log`. None where it has no line. */
export function lastGaps(state: SightState): readonly Gap[] {
  const { last, since, gap } = state;
  if (last === undefined) return [];
  const after: Gap = { from: last, to: EVER, cause: 'after-log' };
  if (gap === undefined) return [after];
  // Blind to the end, or opened by a banner that nothing followed.
  const to = Math.max(since ?? last, gap.from);
  return [{ ...gap, to }, after];
}
