// Where a log as it is now goes on from what was deposited of it.
//
//   deposited  … A B C D          a text log grows:          A B C D E F   → new: E F
//                                 a window rolls on:             C D E F   → new: E F
//                                 a log begun anew:                  E F   → new: E F, nothing in common
//
// Lines are compared as bytes. Of several places where the last deposited line stands, the right one is where most lines
// before it agree: identical lines ("k", "k") stamped with minutes are told apart by what stands before them.

/** Where the new lines begin, and whether they follow what was deposited. */
export interface Continuation {
  /** Index of the first new line. */
  readonly from: number;
  /** False: nothing shows that no line is missing between the two. */
  readonly joined: boolean;
}

/** Two lines in common may be chance, where stamps tell minutes; so many in a row are not. */
const SURE = 3;

/**
 * Where a log goes on, as an index into the lines of all its parts, the oldest first; `deposited` are the last lines deposited,
 * as many as the log has or all.
 */
export function continuationOf(deposited: readonly string[], parts: readonly (readonly string[])[]): Continuation {
  if (deposited.length === 0) return { from: 0, joined: true };
  const lines = parts.flat();
  const last = deposited.at(-1);
  let best = 0;
  let from = 0;
  let begin = 0;
  for (const part of parts) {
    for (let index = begin; index < begin + part.length; index++) {
      if (lines[index] !== last) continue;
      const length = sameBefore(deposited, deposited.length - 1, lines, index);
      // To the start of the part, which a line may begin that is torn, nothing can say more.
      const before = deposited.at(-1 - length);
      const torn = begin + length === index && before?.endsWith(part[0] ?? '') === true;
      const whole = begin + length > index || before === undefined || torn;
      if ((whole || length >= SURE) && length >= best) {
        best = length;
        from = index + 1;
      }
    }
    begin += part.length;
  }
  if (best > 0) return { from, joined: true };
  const common = lastCommon(deposited, parts, lines);
  return { from: common, joined: common > 0 };
}

/**
 * The parts of a log, the oldest first, without copies: a part that the next one begins with is one, as a log is that is
 * being packed, or copied before it is cut.
 */
export function withoutCopies(parts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return parts.filter((part, index) => {
    const next = parts[index + 1] ?? [];
    const isMore = part.length >= SURE || part.length === next.length;
    return !(isMore && part.every((line, at) => line === next[at]));
  });
}

/** How many lines up to these two places, both included, are the same. */
function sameBefore(some: readonly string[], at: number, others: readonly string[], place: number): number {
  let length = 0;
  while (length <= at && length <= place && some[at - length] === others[place - length]) length += 1;
  return length;
}

/**
 * The end of what both have, where the last lines deposited are gone from the log (a part that was turned over, a client
 * that lost its last words); 0 where they have too little in common.
 */
function lastCommon(
  deposited: readonly string[],
  parts: readonly (readonly string[])[],
  lines: readonly string[],
): number {
  const places = new Map<string, number[]>();
  deposited.forEach((line, index) => places.set(line, [...(places.get(line) ?? []).slice(-7), index]));
  let end = lines.length;
  for (const part of parts.toReversed()) {
    const enough = Math.min(SURE, part.length);
    const begin = end - part.length;
    for (let index = end - 1; index >= begin; index--)
      for (const place of places.get(lines[index] ?? '') ?? [])
        if (sameBefore(deposited, place, lines, index) >= enough) return index + 1;
    end = begin;
  }
  return 0;
}
