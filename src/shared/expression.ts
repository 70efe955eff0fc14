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
