// A deposited log that does not go on where the one before it ended says so by its name, so that a build knows of the hole
// without a ledger beside the logs:
//
//   logs/hexchat/scrollback/net/#loom.txt
//   logs/hexchat/scrollback/net/#loom.after-hole-1383660000.txt    first looked at in that second

const HOLE = /\.after-hole-\d{1,12}(?=\.|$)/;

/** The name of the file that begins after a hole in the log `path`, found at an epoch second. */
export function holeName(path: string, at: number): string {
  const whole = withoutHole(path);
  const [, stem = whole, ending = ''] = /^(.*[^/])(\.[A-Za-z]{1,12})$/.exec(whole) ?? [];
  return `${stem}.after-hole-${Math.floor(at)}${ending}`;
}

/** True for the name of a file that begins after a hole. */
export function isAfterHole(path: string): boolean {
  return HOLE.test(path);
}

/** The path as its client would have it: channel, network and date are read from this. */
export function withoutHole(path: string): string {
  return path.replace(HOLE, '');
}
