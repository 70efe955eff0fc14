// What several loggers saw as one.
import type { Seen } from './seen.ts';

/** An event with everybody who saw it, the reference logger first. */
export interface Cluster {
  /** Corrected, epoch seconds. */
  readonly at: number;
  readonly members: readonly Member[];
}

export interface Member {
  /** Rank of the logger: 0 is the reference. */
  readonly logger: number;
  readonly seen: Seen;
}
