// What all loggers together see of the channel, and what becomes of those who are here when that changes.
//
//   see      somebody watches again                    goBlind   nobody does: everybody becomes unknown
//   goDim    who comes and goes is not told any more   blinded   one of several lost sight: whom only it still saw is unknown
//            (the owner of a log that goes on is there all along)
import type { Gap, StayEnd } from '../day.ts';
import { REACH, type Beings } from './beings.ts';
import type { Records } from './records.ts';

export interface View {
  /** Since when the channel is watched; undefined while every logger is blind. */
  readonly since: () => number | undefined;
  /** Only loggers watch that leave out who comes and goes. */
  readonly isDim: () => boolean;
  /** Since when somebody must have been here who is shown at a moment, and never came. */
  readonly seenSince: (at: number) => number;
  readonly see: (at: number) => void;
  /** `lost`: a logger that told it lost sight. */
  readonly goDim: (at: number, lost: boolean) => void;
  readonly goBlind: (at: number, cause: Gap['cause']) => void;
  readonly blinded: (rank: number, at: number) => void;
  /** At the end of a day of which no log tells who left: nobody is known to be here beyond what showed him. */
  readonly endDay: () => void;
}

/** The view of a channel whose beings are given, from where an earlier day left it. */
export function viewOf(
  state: { readonly since?: number; readonly dim?: true } | undefined,
  records: Records,
  beings: Beings,
): View {
  let since = state?.since;
  let dim = state?.dim ?? false;

  const forget = (at = Infinity) => {
    for (const [key, being] of beings.here)
      if (!being.owner && being.last < at) beings.unsee(key, being, being.last, 'lost');
    beings.forgetGone();
  };
  const unseeAll = (at: number, how: StayEnd, butOwners = false) => {
    for (const [key, being] of beings.here) if (!(butOwners && being.owner)) beings.unsee(key, being, at, how);
    beings.forgetGone();
  };

  return {
    since: () => since,
    isDim: () => dim,
    seenSince: (at) => (records.joins && records.leaves && !dim ? Math.max(since ?? at, at - REACH) : at),
    see: (at) => {
      if (dim) forget();
      dim = false;
      since = at;
    },
    goDim: (at, lost) => {
      unseeAll(at, 'gap', !lost);
      dim = true;
    },
    goBlind: (at, cause) => {
      if (dim || !records.leaves) forget(at);
      dim = false;
      unseeAll(at, cause === 'after-log' ? 'open' : 'gap');
      since = undefined;
    },
    blinded: (rank, at) => {
      for (const [key, being] of beings.here) {
        if (!being.witnesses?.includes(rank)) continue;
        being.witnesses = being.witnesses.filter((one) => one !== rank);
        // The others hold that it had quit: whoever shows it again shows no more than that it is back.
        if (being.witnesses.length === 0) beings.end(key, being, at, 'gap');
      }
    },
    endDay: () => {
      if (!records.leaves || dim) forget();
    },
  };
}
