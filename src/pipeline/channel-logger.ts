// A logger of a channel: its days, and what they are made from.
import type { Logger, Rank } from '../gather.ts';
import type { IndexedFile } from './indexes.ts';

export interface ChannelLogger extends Logger {
  readonly rank: Rank;
  readonly files: readonly IndexedFile[];
  /** The owner's nick at the beginning of its first file that tells it. */
  readonly owner?: string;
  /** The owner's nick at its first line, where something tells it. */
  readonly ownerAtFirst?: string;
  /** Days on which it has events, ascending. */
  readonly dates: readonly string[];
  /** Changes when anything does that its days of these dates are made from. */
  readonly keyOf: (dates: readonly string[]) => string;
  /** Epoch seconds of its first events after a hole: `deposit` found lines missing before them. */
  readonly holes: readonly number[];
  /** Lines of the day that were doubles among its own files; known once the day's events are. */
  readonly doublesOn: (date: string) => number;
  readonly close: () => Promise<void>;
}
