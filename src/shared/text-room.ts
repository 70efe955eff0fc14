// Room for texts as UTF-8, used again and again. V8 maps each string beyond 128 KiB into memory of its own and gives it back
// later: first touches of such pages are dear, of virtual machines above all. So a long text stays in the pieces it was made of,
// and their bytes go where bytes of others have been.

/** A text: whole, or as pieces that follow each other, none of which ends within a surrogate pair. */
export type Text = string | readonly string[];

/** A text as one string. */
export const wholeText = (text: Text): string => (typeof text === 'string' ? text : text.join(''));

/** Where texts lie as UTF-8. */
export interface TextRoom {
  /** The bytes of a text, which stand until the room is cleared; half a surrogate pair becomes U+FFFD. */
  readonly put: (text: Text) => Uint8Array;
  readonly clear: () => void;
}

const LEAST = 1 << 16;

const SMALL = 512;
const ENOUGH = 4096;

/** A UTF-16 unit becomes so many bytes at most. */
const WIDEST = 3;

/** An empty room. */
export function textRoom(): TextRoom {
  let block = Buffer.allocUnsafeSlow(LEAST);
  let end = 0;
  return {
    put(text) {
      let from = end;
      const write = (piece: string): void => {
        if (block.length - end < piece.length * WIDEST) {
          // Texts that are in the old block keep it.
          const larger = Buffer.allocUnsafeSlow(2 * block.length + piece.length * WIDEST);
          block.copy(larger, 0, from, end);
          end -= from;
          from = 0;
          block = larger;
        }
        end += block.write(piece, end);
      };
      if (typeof text === 'string') write(text);
      else {
        // Small pieces together: each writing costs as much as some hundred characters.
        let some = '';
        for (const piece of text) {
          if (piece.length < SMALL) {
            some += piece;
            if (some.length < ENOUGH) continue;
            write(some);
          } else {
            write(some);
            write(piece);
          }
          some = '';
        }
        write(some);
      }
      return block.subarray(from, end);
    },
    clear() {
      end = 0;
    },
  };
}

const passing = textRoom();

/** A text as UTF-8, until the next is asked for. */
export function bytesOf(text: Text): Uint8Array {
  passing.clear();
  return passing.put(text);
}
