// Which nicks and channel names are one: IRC's own idea of case.

const LOWER: Readonly<Record<string, string>> = { '[': '{', ']': '}', '\\': '|', '^': '~' };

/**
 * A nick or channel name in lower case by RFC 1459: A–Z, and `[ ] \ ^` as `{ } | ~`, since these are one key on a Swedish
 * keyboard (section 2.2; `^` as servers that announce `CASEMAPPING=rfc1459` have it). Other letters keep their case.
 */
export function lower(name: string): string {
  return name.replace(/[A-Z[\]\\^]/g, (char) => LOWER[char] ?? char.toLowerCase());
}

/** True where two nicks or channel names are the same by RFC 1459. */
export function sameName(one: string, other: string): boolean {
  return one === other || lower(one) === lower(other);
}
