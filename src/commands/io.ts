// What a command speaks through; only the command line itself knows the console.

export interface Io {
  /** A line of what was asked for. */
  readonly out: (line: string) => void;
  /** A line of what another program reads: not a character of it is changed. */
  readonly data: (line: string) => void;
  /** A line about the work: a warning, a mistake. */
  readonly err: (line: string) => void;
  /** True where progress may be drawn. */
  readonly terminal: boolean;
}

/** All is done. */
export const DONE = 0;
/** Done, but with problems that the person asked to be told of. */
export const PROBLEMS = 1;
/** Nothing is done: what was asked for cannot be. */
export const MISTAKE = 2;
/** A fault of the program itself (`EX_SOFTWARE` of sysexits.h). */
export const BUG = 70;
