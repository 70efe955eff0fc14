// What a line's change does to those who are in the channel: each repairs what the log left out.
//
//   shown   here without a join on record: since sight began          enter   a join; a nick still here was lost unseen
//   leave   part, quit, kick; of somebody who had left: nothing       rename  the old nick's stay ends, the new one's begins
//   apart   a quit of a netsplit, on whose other side a logger goes on to see the nick
import type { StayEnd } from '../day.ts';
import { lower } from '../shared/casemap.ts';
import { beingsOf, type Being, type Beings, type Gone, type Here } from './beings.ts';
import type { Records } from './records.ts';
import { viewOf, type View } from './view.ts';

/** Where an earlier day left the channel. */
interface Left {
  readonly since?: number;
  readonly dim?: true;
  readonly here: readonly Here[];
  readonly gone: readonly Gone[];
}

export interface Roster {
  readonly beings: Beings;
  readonly view: View;
  readonly shown: (nick: string, at: number) => Being;
  /** `isHalf`: a logger on the other side of a netsplit tells no such join. */
  readonly enter: (nick: string, at: number, isHalf: () => boolean) => void;
  readonly leave: (nick: string, at: number, how: StayEnd) => void;
  /** A netsplit's quit, told by some loggers; true where others go on to see the nick here. */
  readonly apart: (nick: string, at: number, others: readonly number[], by?: readonly number[]) => boolean;
  readonly rename: (nick: string | undefined, to: string, at: number) => void;
}

/** What goes over to a nick from one that nothing is known of. */
const NEW: Pick<Being, 'owner' | 'witnesses'> = { owner: false, witnesses: undefined };

/** Who is in the channel, and what can be seen of it; `records` says what its log tells at all. */
export function roster(state: Left | undefined, records: Records): Roster {
  const beings = beingsOf(state);
  const view = viewOf(state, records, beings);
  const { here, left, begin, end, lose } = beings;

  /** A nick that left by a rename is back without a join: the rename back was missed, and the other nick is no more. */
  const backAs = (key: string, at: number) => {
    const other = left(key, at)?.[2];
    const being = other === undefined ? undefined : here.get(other);
    if (being) lose(other!, being, at);
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
      backAs(key, at);
      return begin(nick, at, 'seen', at);
    }
    return begin(nick, view.seenSince(at), 'seen', at);
  };
  /** Ends the stay of a nick that changes; what goes over to the next. */
  const leaveAs = (nick: string, to: string, at: number): Pick<Being, 'owner' | 'witnesses'> => {
    const key = lower(nick);
    const isHere = here.has(key) || !left(key, at);
    const being = isHere ? shown(nick, at) : undefined;
    if (being) end(key, being, at, 'nick');
    else backAs(key, at);
    beings.renamed(key, at, lower(to));
    return being ?? NEW;
  };

  return {
    beings,
    view,
    shown,
    enter: (nick, at, isHalf) => {
      const key = lower(nick);
      const ghost = here.get(key);
      // Two servers met: new to one side, here all along for the other.
      if (ghost && isHalf()) {
        ghost.witnesses = undefined;
        ghost.last = at;
        return;
      }
      if (ghost) lose(key, ghost, at);
      begin(nick, at, 'join', at);
    },
    leave: (nick, at, how) => {
      const key = lower(nick);
      if (!here.has(key) && left(key, at)) {
        backAs(key, at);
        return;
      }
      end(key, shown(nick, at), at, how);
    },
    apart: (nick, at, others, by = []) => {
      const key = lower(nick);
      const known = here.get(key);
      if (!known && left(key, at)) return false;
      // Who saw an earlier quit sees no more than that.
      const witnesses = known?.witnesses?.filter((rank) => !by.includes(rank)) ?? others;
      if (witnesses.length > 0) shown(nick, at).witnesses = witnesses;
      return witnesses.length > 0;
    },
    rename: (nick, to, at) => {
      const { owner, witnesses } = nick === undefined ? NEW : leaveAs(nick, to, at);
      const key = lower(to);
      const ghost = here.get(key);
      if (ghost) lose(key, ghost, at);
      Object.assign(begin(to, at, 'nick', at), { owner, witnesses });
    },
  };
}
