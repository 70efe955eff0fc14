// Names of files and channels, and lines of logs, are whatever somebody chose: a terminal is to obey none of them.

/** A line safe to print: a dot stands for what a terminal would obey, line ends and tabs too. */
export function printable(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, '·');
}
