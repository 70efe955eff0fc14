// The address of a line, version 1, frozen: docs/addresses.md. Pure: whoever hashes passes the hash in.
//
//   /<slug>/<YYYY-MM-DD>/#t142934g07q
//                         t HHMMSS hash[u<n>]

/** Crockford's base 32, lower case. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
/** Each ten bits as two of them. */
const PAIRS = Array.from({ length: 1024 }, (_, bits) => `${DIGITS[bits >>> 5]}${DIGITS[bits & 31]}`);

const COLOUR = /\x03(?:[0-9]{1,2}(?:,[0-9]{1,2})?)?/g;
const HEX_COLOUR = /\x04(?:[0-9a-fA-F]{6}(?:,[0-9a-fA-F]{6})?)?/g;
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;
const BLANKS = /[\t\n \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;
/** Printable ASCII with single blanks, none at the ends: its own canonical form. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A nick or text as it is hashed: codes and controls removed, NFC, runs of white space one blank, trimmed. */
export function canonical(text: string): string {
  if (PLAIN.test(text)) return text;
  const bare = text.replace(COLOUR, '').replace(HEX_COLOUR, '').replace(CONTROLS, '');
  return bare.normalize('NFC').replace(BLANKS, ' ').replace(/^ | $/g, '');
}

/** What the hash of a line is taken of (as UTF-8). `at` is epoch seconds; a fraction is cut off. */
export function hashedText(at: number, kind: string, nick: string, text: string): string {
  return `1\n${Math.floor(at)}\n${kind}\n${canonical(nick)}\n${canonical(text)}`;
}

/** The first `length` (at most 6) base-32 digits of a SHA-256 digest given in hexadecimal. */
export function hashDigits(hex: string, length: 4 | 6): string {
  // Six digits are 30 bits: the first 32, shifted.
  const bits = parseInt(hex.slice(0, 8), 16) >>> 2;
  const four = PAIRS[bits >>> 20]! + PAIRS[(bits >>> 10) & 1023]!;
  return length === 4 ? four : four + PAIRS[bits & 1023]!;
}

/** The address of the n-th (1-based) of several equal lines of one logger in one second. */
export function twin(address: string, n: number): string {
  return n === 1 ? address : `${address}u${n}`;
}
