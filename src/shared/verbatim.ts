// Texts within regular expressions.

/** The source of an expression, for the flag `u` too, that matches a text as it stands. */
export function verbatim(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
