// The eye of one logger, open while it sees the channel and closed while it does not. What opens it may be no more than a banner,
// so a gap lasts until sight is certain:
//
//   close ─ gap lasts ─ open (provisionally) ─ settle → the gap is told, up to where the eye opened
//                              └ close: nothing bore the opening out, and the gap goes on
import type { Gap, GapCause } from '../day.ts';

/** Before and after any log, in epoch seconds: what Date can hold, and plain JSON. */
export const EVER = 8.64e12;

/** A client that turns its file over writes both banners within this many seconds. */
const TURNOVER = 5;

/** Where an eye stands. Plain data: it is kept between builds. */
export interface EyeState {
  /** Since when it sees, or a later moment up to which it did for certain; absent while it is blind. */
  readonly since?: number;
  /** The blindness that lasts, or that an opening not yet borne out would end. */
  readonly gap?: { readonly from: number; readonly cause: GapCause };
}

export interface Eye {
  /** Open, if only provisionally. */
  readonly isOpen: () => boolean;
  /** Open for certain. */
  readonly sees: () => boolean;
  /** Its log begins: it was blind before. */
  readonly begin: (at: number) => void;
  readonly open: (at: number) => void;
  readonly close: (at: number, cause: GapCause) => void;
  /** Sight is certain. The moment at which it came back, where that ends a gap that is told; `rejoined`: by a join of the owner's. */
  readonly settle: (at: number, rejoined: boolean) => number | undefined;
  /** Takes gaps that were found otherwise. */
  readonly tell: (gaps: readonly Gap[]) => void;
  /** Where it stands after a line at `last`. */
  readonly state: (last: number | undefined) => EyeState;
  /** The gaps told since the last time this was asked. */
  readonly told: () => readonly Gap[];
}

/** An eye, from the start of its log or from where an earlier build left it. */
export function eyeOf(from: EyeState): Eye {
  let { since, gap } = from;
  let gaps: Gap[] = [];

  const open = (at: number) => {
    since = Math.max(at, gap?.from ?? at);
  };

  return {
    isOpen: () => since !== undefined,
    sees: () => since !== undefined && gap === undefined,
    begin: (at) => {
      gap = { from: -EVER, cause: 'before-log' };
      open(at);
    },
    open,
    close: (at, cause) => {
      // An opening that nothing bore out was none: the older blindness goes on, with its cause.
      if (since !== undefined && gap === undefined) gap = { from: Math.max(at, since), cause };
      since = undefined;
    },
    settle: (at, rejoined) => {
      if (gap === undefined || since === undefined) return undefined;
      // Lines that tell minutes only can lie before the banner that opened their file.
      since = Math.max(Math.min(since, at), gap.from);
      const turnover = gap.cause === 'closed' && !rejoined && since - gap.from <= TURNOVER;
      if (!turnover) gaps.push({ ...gap, to: since });
      gap = undefined;
      return turnover ? undefined : since;
    },
    tell: (found) => {
      for (const one of found) gaps.push(one);
    },
    state: (last) => ({
      // What lasts says no more than it must: then days depend on little of what came long before them.
      ...(since === undefined ? {} : { since: gap === undefined ? (last ?? since) : since }),
      ...(gap === undefined ? {} : { gap }),
    }),
    told: () => {
      const its = gaps;
      gaps = [];
      return its;
    },
  };
}

/** The gaps that stand at the end of a log whose latest line is at `last`: one that lasts, and `after-log`. None where it has no line. */
export function lastGaps({ last, since, gap }: EyeState & { readonly last?: number }): readonly Gap[] {
  if (last === undefined) return [];
  const after: Gap = { from: last, to: EVER, cause: 'after-log' };
  if (gap === undefined) return [after];
  // Blind to the end, or opened by a banner that nothing followed.
  const to = Math.max(since ?? last, gap.from);
  return [{ ...gap, to }, after];
}
