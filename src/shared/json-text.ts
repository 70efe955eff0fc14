// JSON of what may be long, in pieces.
import type { Text } from './text-room.ts';

/** Parts of a list in a piece. */
const IN_PIECE = 8;

/** The same as `JSON.stringify` gives; of a list in pieces. */
export function jsonOf(value: unknown): Text {
  if (!Array.isArray(value) || value.length <= IN_PIECE) return JSON.stringify(value);
  const pieces = ['['];
  for (let from = 0; from < value.length; from += IN_PIECE) {
    const some = JSON.stringify(value.slice(from, from + IN_PIECE)).slice(1, -1);
    pieces.push(from === 0 ? some : `,${some}`);
  }
  pieces.push(']');
  return pieces;
}
