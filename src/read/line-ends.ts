// Where lines end, in bytes and in text, and where batches of them do.
import { decode, encodingOf, type Encoding } from '../decode.ts';
import type { RawLine } from '../format.ts';

/** How the lines of a file end, settled by its first 64 KiB. */
export interface Shape {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly mark: number;
  /** No line feed in sight: each CR ends a line. */
  readonly lone: boolean;
  /** How stamped lines begin, as classes of their first six characters. */
  readonly stamps: ReadonlySet<string>;
}

const classes = (text: string): string => text.slice(0, 6).replace(/\p{L}/gu, 'a').replace(/\d/g, '0');

/** Classes of a line's first six characters; empty where no digit is among them, so that it can be no stamp. */
const beginning = (line: string): string => (/\d/.test(line.slice(0, 6)) ? classes(line) : '');

/** True for a text that is how the file's stamped lines begin, as far as it goes. */
export function beginsStamp(text: string, { stamps }: Shape): boolean {
  return text !== '' && [...stamps].some((stamp) => stamp.startsWith(classes(text)));
}

/** How the lines of a file end, from its first bytes. */
export function shapeOf(head: Buffer): Shape {
  const { encoding, mark } = encodingOf(head);
  const text = decode(head.subarray(mark), encoding);
  const lines = text.split('\n', 64).slice(0, -1);
  const stamps = lines.map((line) => beginning(line.replaceAll('\0', ''))).filter((shape) => shape !== '');
  return { encoding, mark, lone: lines.length === 0 && text.includes('\r'), stamps: new Set(stamps) };
}

/** Where to cut a line that is too long: not inside a character. */
export function cutOf(bytes: Buffer, encoding: Encoding): number {
  let cut = bytes.length - (bytes.length % 2);
  while (encoding === 'utf-8' && cut > bytes.length - 5 && ((bytes[cut] ?? 0) & 0xc0) === 0x80) cut -= 1;
  return cut;
}

/** Bytes up to and with the last line end in them; 0 where there is none. */
export function wholeLines(bytes: Buffer, shape: Shape): number {
  if (shape.encoding === 'utf-8') {
    const feed = bytes.lastIndexOf(0x0a) + 1;
    // A CR that is the last byte may be the first half of CRLF.
    return shape.lone ? Math.max(feed, bytes.lastIndexOf(0x0d, -2) + 1) : feed;
  }
  const high = shape.encoding === 'utf-16le' ? 1 : 0;
  for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) {
    const unit = bytes[at + high] === 0 ? bytes[at + 1 - high] : -1;
    if (unit === 0x0a || (shape.lone && unit === 0x0d && at + 2 < bytes.length)) return at + 2;
  }
  return 0;
}

/**
 * Bytes of the next batch that ends by content; 0 where they must be waited for. A line's last bytes mark it as an end, one
 * line in 32.
 */
export function batchByContent(bytes: Buffer, shape: Shape, chunk: number): number {
  if (bytes.length < chunk) return 0;
  if (shape.encoding === 'utf-8')
    for (let feed = bytes.indexOf(0x0a, chunk >> 1); feed >= 0 && feed < chunk; feed = bytes.indexOf(0x0a, feed + 1)) {
      const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(Math.max(0, feed - 4), feed);
      if (((a * 7 + b * 5 + c * 3 + d) & 31) === 0) return feed + 1;
    }
  return wholeLines(bytes.subarray(0, chunk), shape) || wholeLines(bytes, shape);
}

function splitAtReturns(text: string, shape: Shape): string {
  return text.replace(/\r*\n|\r/g, (end, at: number) => {
    if (end !== '\r') return '\n';
    const following = text.slice(at + 1, at + 7);
    return shape.lone || following === '' || shape.stamps.has(beginning(following)) ? '\n' : end;
  });
}

/** What a crash left of a block between half a line and half another, or what was written after it. */
const HOLE = /(?<=[^\n\0])\0{8,}(?=[^\r\n\0])/gu;

/** Lines of a text that ends with a line end, or of the file's last line without one. */
export function linesOf(decoded: string, shape: Shape, first: number): RawLine[] {
  let text = decoded;
  if (text.includes('\0')) text = (text.endsWith('\n') ? text.replace(HOLE, '\n') : text).replaceAll('\0', '');
  if (text.includes('\r')) text = splitAtReturns(text, shape);
  if (text.includes('\ufeff')) text = text.replace(/(^|\n)\ufeff/g, '$1');
  const parts = text.split('\n');
  if (parts.at(-1) === '') parts.pop();
  return parts.map((part, index) => ({ number: first + index, text: part }));
}
