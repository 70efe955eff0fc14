// What is remembered of days and months that were written. Plain data.
import type { PeopleTold } from './summary.ts';

/** A day file that was written. Plain data: it is kept between builds. */
export interface WrittenDay {
  readonly date: string;
  /** Changes when anything does that it is made from. */
  readonly key: string;
  /** Changes when one of its bytes does. */
  readonly file: string;
  /** Hash of what its lines cite; empty where they cite nothing. */
  readonly cited: string;
  readonly present: number;
  /** Everybody whom its page names: people, and nicks that are nobody's. */
  readonly names: readonly string[];
}

/** A month that was written, in short. Plain data: it is kept between builds. */
export interface WrittenMonth {
  /** Changes when anything does that it is written from. */
  readonly key: string;
  /** Hash of all that was written of it. */
  readonly made: string;
  readonly dates: readonly string[];
  /** Everybody whom its days' pages name. */
  readonly names: readonly string[];
  /** Hash of what its lines cite. */
  readonly references: string;
  readonly people: PeopleTold;
}
