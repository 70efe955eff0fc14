// What a command speaks through; only the command line itself knows the console.

export interface Io {
  /** A line of what was asked for. */
  readonly out: (line: string) => void;
  /** A line about the work: a warning, a mistake. */
  readonly err: (line: string) => void;
  /** True where progress may be drawn. */
  readonly terminal: boolean;
}

export const DONE = 0;
/** Done, but with problems that the person asked to be told of. */
export const PROBLEMS = 1;
export const MISTAKE = 2;
export const BUG = 70;
