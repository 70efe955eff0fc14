// Mode strings, cut into single changes.
//
//   +ov-k R2D2 _under_ sekrit   ->   +o R2D2 · +v _under_ · -k
//
// Which letters take an argument is a matter of the server (RPL_ISUPPORT's CHANMODES and PREFIX), which no log tells.
// So the number of arguments decides: letters that always take one come first, then those that do on some servers.
import type { ModeChange } from '../../events.ts';

/** Ranks of letters, the surest first: status and lists, then the limit (only when set), then what only some servers know. */
const RANKS: readonly ((sign: string, letter: string) => boolean)[] = [
  (_, letter) => 'ohvbeI'.includes(letter),
  (sign, letter) => letter === 'k' || (letter === 'l' && sign === '+'),
  (_, letter) => 'qa'.includes(letter),
  (_, letter) => 'YyfjJFHLdXwgB!'.includes(letter),
  () => true,
];

interface Change {
  readonly sign: string;
  readonly letter: string;
}

function changesOf(modes: string): readonly Change[] {
  let sign = '+';
  const changes: Change[] = [];
  for (const letter of modes) {
    if (letter === '+' || letter === '-') sign = letter;
    else changes.push({ sign, letter });
  }
  return changes;
}

/** Indices of the `count` changes that take an argument. */
function takers(changes: readonly Change[], count: number): ReadonlySet<number> {
  const taking = new Set<number>();
  for (const takes of RANKS) {
    for (const [index, { sign, letter }] of changes.entries()) {
      if (taking.size < count && takes(sign, letter)) taking.add(index);
    }
  }
  return taking;
}

/**
 * The single changes of a mode string with its arguments (`+ov a b`), in their order, each as `+o a`. `-k` is given
 * without its argument. Arguments too many for the letters stay with the last change, so that nothing is lost.
 * A string that is no change of modes gives itself.
 */
export function modeChanges(text: string): readonly string[] {
  const [modes = '', ...args] = text.trim().split(/ +/u);
  const changes = changesOf(modes);
  if (changes.length === 0) return text.trim() ? [text.trim()] : [];
  const taking = takers(changes, args.length);
  let next = 0;
  return changes.map(({ sign, letter }, index) => {
    const last = index === changes.length - 1;
    const own = taking.has(index) ? args.slice(next, last ? args.length : ++next) : [];
    return sign === '-' && letter === 'k' ? '-k' : [sign + letter, ...own].join(' ');
  });
}

/** One event for each change of a mode string with its arguments. */
export function modeEvents(text: string, act: Omit<ModeChange, 'kind' | 'changes'>): readonly ModeChange[] {
  return modeChanges(text).map((changes) => ({ kind: 'mode', ...act, changes }));
}

/** One event for each target of a status that a client words for several at once (`gives voice to a b`). */
export function statusEvents(
  mode: string,
  targets: string,
  act: Omit<ModeChange, 'kind' | 'changes'>,
): readonly ModeChange[] {
  return targets
    .trim()
    .split(/[ ,]+/u)
    .map((target) => ({ kind: 'mode', ...act, changes: `${mode} ${target}`.trim() }));
}
