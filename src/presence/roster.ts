// The nicks that are in the channel, and what becomes of them: each change repairs what the log left out.
//
//   shown   here without a join on record: since sight began          enter   a join; a nick still here was lost unseen
//   leave   part, quit, kick; of somebody who had left: nothing       rename  the old nick's stay ends, the new one's begins
//   goBlind everybody becomes unknown
import type { Gap, Stay, StayEnd, StayStart } from '../day.ts';
import { lower } from '../shared/casemap.ts';
import type { Records } from './records.ts';

/** How far evidence reaches back, in seconds. */
export const REACH = 30 * 86_400;

/** A nick that is here: how its stay began, the latest moment that shows it, and whether it is a log's owner. */
export type Here = readonly [
  nick: string,
  from: number,
  start: StayStart,
  evidence: number,
  last: number,
  owner: 0 | 1,
];

/** A nick in lower case that left while the channel was watched, when, and the nick it was renamed to. */
export type Gone = readonly [nick: string, at: number, to?: string];

/** What a roster begins with: where an earlier day left it. */
interface Left {
  readonly since?: number;
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
  for (const [nick, from, start, evidence, last, owner] of state?.here ?? []) {
    here.set(lower(nick), { nick, from, start, evidence, last, owner: owner === 1 });
  }
  const gone = new Map(state?.gone.map((left) => [left[0], left]));
  const ended: Stay[] = [];
  const lost: { nick: string; at: number; until: number }[] = [];
  const repairs: Record<string, number> = {};
  const repair = (rule: string) => (repairs[rule] = (repairs[rule] ?? 0) + 1);
  let since = state?.since;

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
    const being = { nick, from, start, evidence: at, last: at, owner: false };
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
    const from = records.joins && records.leaves ? Math.max(since ?? at, at - REACH) : at;
    return begin(nick, from, 'seen', at);
  };

  return {
    here,
    gone,
    ended,
    lost,
    repairs,
    since: () => since,
    shown,
    enter: (nick: string, at: number) => {
      const key = lower(nick);
      const ghost = here.get(key);
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
    rename: (nick: string | undefined, to: string, at: number) => {
      let owner = false;
      if (nick !== undefined) {
        const key = lower(nick);
        if (here.has(key) || !left(key, at)) {
          const being = shown(nick, at);
          owner = being.owner;
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
      begin(to, at, 'nick', at).owner = owner;
    },
    goBlind: (at: number, cause: Gap['cause']) => {
      for (const [key, being] of here) end(key, being, at, cause === 'after-log' ? 'open' : 'gap');
      gone.clear();
      since = undefined;
    },
    see: (at: number) => {
      since = at;
    },
    /** At the end of a day of a log that records no leaves, nobody is known to be here beyond what showed him. */
    forget: () => {
      for (const [key, being] of here) if (!being.owner) end(key, being, being.last, 'lost');
      gone.clear();
    },
  };
}

/** The nick as plain data. */
export function asHere({ nick, from, start, evidence, last, owner }: Being): Here {
  return [nick, from, start, evidence, last, owner ? 1 : 0];
}
