// A rule of what may be nobody's business.
export interface SensitiveRule {
  readonly name: string;
  /** What it finds, with its article. */
  readonly title: string;
  /** A line in which it finds something. */
  readonly example: string;
  /** With the flags `d` and `g`; what is to be covered is the group `it`, or all that matches. */
  readonly pattern: RegExp;
  /** False for what only looks like it. */
  readonly isIt?: (it: string) => boolean;
}
