// The nicks that are in the channel, and what becomes of them: each change repairs what the log left out.
//
//   shown   here without a join on record: since sight began          enter   a join; a nick still here was lost unseen
//   leave   part, quit, kick; of somebody who had left: nothing       rename  the old nick's stay ends, the new one's begins
//   goBlind everybody becomes unknown                                goDim   who comes and goes is not told any more
//   apart   a quit of a netsplit, on whose other side a logger goes on to see the nick
import type { Gap, Stay, StayEnd, StayStart } from '../day.ts';
import { lower } from '../shared/casemap.ts';
import type { Records } from './records.ts';

/** How far evidence reaches back, in seconds. */
export const REACH = 30 * 86_400;

/**
 * A nick that is here: how its stay began, the latest moment that shows it, whether it is a log's owner, and where loggers saw it
 * quit by a netsplit, those on the other side (by rank), who did not.
 */
export type Here = readonly [
  nick: string,
  from: number,
  start: StayStart,
  evidence: number,
  last: number,
  owner: 0 | 1,
  witnesses?: readonly number[],
];

/** A nick in lower case that left while the channel was watched, when, and the nick it was renamed to. */
export type Gone = readonly [nick: string, at: number, to?: string];

/** What a roster begins with: where an earlier day left it. */
interface Left {
  readonly since?: number;
  readonly dim?: true;
  readonly here: readonly Here[];
  readonly gone: readonly Gone[];
}

interface Being {
  nick: string;
  from: number;
  start: StayStart;
  evidence: number;
  last: number;
  owner: boolean;
  witnesses?: readonly number[] | undefined;
}

/** A being's stay, whole; one that ended before it began, where clocks jump, is a moment. */
export const stayOf = (being: Being, to: number, end: StayEnd): Stay => ({
  nick: being.nick,
  from: being.from,
  to: Math.max(to, being.from),
  start: being.start,
  ...(being.start === 'seen' ? { evidence: being.evidence } : {}),
  end,
});

/** The nicks now here, and what became of those that were. */
export function roster(state: Left | undefined, records: Records) {
  const here = new Map<string, Being>();
  for (const [nick, from, start, evidence, last, owner, witnesses] of state?.here ?? []) {
    here.set(lower(nick), { nick, from, start, evidence, last, owner: owner === 1, witnesses });
  }
  const gone = new Map(state?.gone.map((left) => [left[0], left]));
  const ended: Stay[] = [];
  const lost: { nick: string; at: number; until: number }[] = [];
  const repairs: Record<string, number> = {};
  const repair = (rule: string) => (repairs[rule] = (repairs[rule] ?? 0) + 1);
  let since = state?.since;
  let dim = state?.dim ?? false;

  /** How a nick left, if lately: what lies further back than evidence reaches is forgotten. */
  const left = (key: string, at: number): Gone | undefined => {
    const known = gone.get(key);
    return known && known[1] > at - REACH ? known : undefined;
  };
  const end = (key: string, being: Being, to: number, how: StayEnd) => {
    here.delete(key);
    gone.set(key, [key, to]);
    ended.push(stayOf(being, to, how));
  };
  /** The log shows now that a nick had gone; it was last shown here at `last`. */
  const lose = (key: string, being: Being, at: number) => {
    const to = Math.max(being.last, at - REACH, being.from);
    end(key, being, to, 'lost');
    lost.push({ nick: being.nick, at: to, until: at });
  };
  /** A nick that left by a rename is back without a join: the rename back was missed, and the other nick is no more. */
  const backAs = (key: string, at: number) => {
    const other = left(key, at)?.[2];
    const being = other === undefined ? undefined : here.get(other);
    if (being) lose(other!, being, at);
  };
  const begin = (nick: string, from: number, start: StayStart, at: number) => {
    const being: Being = { nick, from, start, evidence: at, last: at, owner: false };
    here.set(lower(nick), being);
    return being;
  };
  /** Shows the nick here without a join: since sight began, unless it is known to have left after that. */
  const shown = (nick: string, at: number): Being => {
    const key = lower(nick);
    const known = here.get(key);
    if (known) {
      if (at > known.last) known.last = at;
      return known;
    }
    if (left(key, at)) {
      repair('back-without-join');
      backAs(key, at);
      return begin(nick, at, 'seen', at);
    }
    const from = records.joins && records.leaves && !dim ? Math.max(since ?? at, at - REACH) : at;
    return begin(nick, from, 'seen', at);
  };

  /** Nobody is known to be here beyond what showed him, where nothing tells who leaves. */
  const forget = (at = Infinity) => {
    for (const [key, being] of here) if (!being.owner && being.last < at) end(key, being, being.last, 'lost');
    gone.clear();
  };

  return {
    here,
    gone,
    ended,
    lost,
    repairs,
    since: () => since,
    dim: () => dim,
    shown,
    /** `isHalf`: a logger on the other side of a netsplit tells no such join. */
    enter: (nick: string, at: number, isHalf: () => boolean) => {
      const key = lower(nick);
      const ghost = here.get(key);
      // Two servers met: new to one side, here all along for the other.
      if (ghost && isHalf()) {
        ghost.witnesses = undefined;
        ghost.last = at;
        return;
      }
      if (ghost) {
        repair('join-while-present');
        lose(key, ghost, at);
      }
      begin(nick, at, 'join', at);
    },
    leave: (nick: string, at: number, how: StayEnd) => {
      const key = lower(nick);
      if (!here.has(key) && left(key, at)) {
        repair('leave-while-absent');
        backAs(key, at);
        return;
      }
      end(key, shown(nick, at), at, how);
    },
    /** A netsplit's quit, told by some loggers; true where others go on to see the nick here. */
    apart: (nick: string, at: number, others: readonly number[], by: readonly number[] = []): boolean => {
      const key = lower(nick);
      const known = here.get(key);
      if (!known && left(key, at)) return false;
      // Who saw an earlier quit sees no more than that.
      const witnesses = known?.witnesses?.filter((rank) => !by.includes(rank)) ?? others;
      if (witnesses.length > 0) shown(nick, at).witnesses = witnesses;
      return witnesses.length > 0;
    },
    /** One of several loggers lost sight: whom only it still saw is unknown. */
    blinded: (rank: number, at: number) => {
      for (const [key, being] of here) {
        if (!being.witnesses?.includes(rank)) continue;
        being.witnesses = being.witnesses.filter((one) => one !== rank);
        if (being.witnesses.length > 0) continue;
        end(key, being, at, 'gap');
        gone.delete(key);
      }
    },
    rename: (nick: string | undefined, to: string, at: number) => {
      let owner = false;
      let witnesses: Being['witnesses'];
      if (nick !== undefined) {
        const key = lower(nick);
        if (here.has(key) || !left(key, at)) {
          const being = shown(nick, at);
          ({ owner, witnesses } = being);
          end(key, being, at, 'nick');
        } else {
          repair('rename-while-absent');
          backAs(key, at);
        }
        gone.set(key, [key, at, lower(to)]);
      }
      const key = lower(to);
      const ghost = here.get(key);
      if (ghost) {
        repair('rename-onto-present');
        lose(key, ghost, at);
      }
      Object.assign(begin(to, at, 'nick', at), { owner, witnesses });
    },
    goBlind: (at: number, cause: Gap['cause']) => {
      if (dim || !records.leaves) forget(at);
      dim = false;
      for (const [key, being] of here) end(key, being, at, cause === 'after-log' ? 'open' : 'gap');
      gone.clear();
      since = undefined;
    },
    /** From now on, those who watch do not tell who comes and goes. */
    goDim: (at: number) => {
      for (const [key, being] of here) end(key, being, at, 'gap');
      gone.clear();
      dim = true;
    },
    see: (at: number) => {
      if (dim) {
        forget();
        for (const [key, being] of here) end(key, being, at, 'gap');
        gone.clear();
      }
      dim = false;
      since = at;
    },
    /** At the end of a day of a log that records no leaves. */
    forget: () => forget(),
  };
}

/** The nick as plain data. */
export function asHere({ nick, from, start, evidence, last, owner, witnesses }: Being): Here {
  const here = [nick, from, start, evidence, last, owner ? 1 : 0] as const;
  return witnesses ? [...here, witnesses] : here;
}
