// How IRC compares names (RFC 2812, section 2.2): ASCII without case, and {}|^ are the lower case of []\~.

const UPPER = /[A-Z[\]\\~]/;
const EACH = /[A-Z[\]\\~]/g;

/** The name in RFC 1459 lower case: two nicks or channels are the same where these are equal. */
export function lower(name: string): string {
  if (!UPPER.test(name)) return name;
  // '^' (0x5e) and '~' (0x7e) are 32 apart the other way round.
  return name.replace(EACH, (letter) => (letter === '~' ? '^' : String.fromCharCode(letter.charCodeAt(0) + 32)));
}
