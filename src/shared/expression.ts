// Regular expressions that settings give: checked and applied by the same flags, wherever they are applied.

/**
 * The expression, without case; with the flag `u` where it allows it, so that no character is cut in two. `flags` adds
 * further flags, such as `g`. Throws a SyntaxError where it is none.
 */
export function expressionOf(source: string, flags = ''): RegExp {
  try {
    return new RegExp(source, `iu${flags}`);
  } catch {
    return new RegExp(source, `i${flags}`);
  }
}

const ASCII = /^[\x00-\x7f]*$/;

/** What may mean something else without `u`: what is beyond ASCII, by itself or by its number, and classes of Unicode's. */
const BEYOND = /[^\x00-\x7f]|\\[ckpPux]/;

/**
 * Tells whether an expression is found in a text. V8 takes ten times as long with `iu` as with `i` alone; where neither the text
 * nor the expression has anything beyond ASCII, both find the same.
 */
export function occursIn(pattern: RegExp): (text: string) => boolean {
  const { source, flags, unicode, ignoreCase } = pattern;
  if (!unicode || !ignoreCase || BEYOND.test(source)) return (text) => text.search(pattern) >= 0;
  const plain = new RegExp(source, flags.replace(/[guy]/g, ''));
  return (text) => (ASCII.test(text) ? plain.test(text) : text.search(pattern) >= 0);
}
