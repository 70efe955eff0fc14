// Bytes of a log file become text, and what is not text is told apart. Pure; what reads the bytes is read.ts.
//
// Clients wrote what the network sent: UTF-8, or whatever the sender's client used, line by line in one file. So a line is
// UTF-8 where it is valid UTF-8, or would be if its last character were whole, else Windows-1252, which IRC's "hybrid"
// encoding has meant since XChat (https://xchat.org/encoding/). UTF-16 (mIRC, Notepad) is known by its byte order mark, or by the
// zeros of its ASCII characters.
import { isAscii, isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that a file's first bytes show, and the length of its byte order mark. */
export function encodingOf(head: Buffer): { readonly encoding: Encoding; readonly mark: number } {
  if (isMarkedUtf8(head)) return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return { encoding: head.includes(0) ? byZeros(head) : 'utf-8', mark: 0 };
}

const isMarkedUtf8 = (bytes: Buffer): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const FEW_ZEROS = 16;

/** Stamps and blanks are ASCII in any language: zeros in every other byte. Those that a crash left stand side by side. */
function byZeros(head: Buffer): Encoding {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = Math.max(even, odd);
  if (most < FEW_ZEROS || most * 8 < head.length || Math.min(even, odd) * 20 > most) return 'utf-8';
  return even > odd ? 'utf-16be' : 'utf-16le';
}

/** Characters of the bytes 80–9F; the five bytes that Windows-1252 leaves open are the C1 controls, so no byte is lost. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (char: string) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

/** The pieces of some bytes that end with a byte, the last perhaps without it. */
function* endingWith(byte: number, bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(byte, start);
    const end = found < 0 ? bytes.length : found + 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** What may stand behind a message: the bracket of a reason, a topic's quotation mark, what ends formatting, the line's end. */
const HALF = /^\ufffd[)\]'"\x00-\x20]*$/u;
const BEGUN = /(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})[)\]'"\x00-\x20]*$/;

/**
 * A line of UTF-8 that was cut within its last character, as servers cut what is longer than 510 bytes; undefined for another.
 * That it is UTF-8, characters before that show; half of one tells nothing.
 */
function cutWithinCharacter(line: Buffer): string | undefined {
  const text = UTF8.decode(line);
  const half = text.indexOf('\ufffd');
  const isCut = HALF.test(text.slice(half)) && /[^\x00-\x7f\ufeff]/.test(text.slice(0, half));
  return isCut && BEGUN.test(line.toString('latin1', Math.max(0, line.length - 16))) ? text : undefined;
}

/** A byte order mark before a line whose other bytes are no UTF-8 is not of the line's encoding. */
function notUtf8(line: Buffer): string {
  const cut = cutWithinCharacter(line);
  if (cut !== undefined) return cut;
  return isMarkedUtf8(line) ? `\ufeff${windows1252(line.subarray(3))}` : windows1252(line);
}

/**
 * Text of whole lines with their line feeds; each line that is no UTF-8 is read as Windows-1252, and so are parts of it between
 * lone CRs, which may be lines.
 */
export function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding !== 'utf-8') return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const parts: string[] = [];
  for (const line of endingWith(0x0a, bytes)) {
    if (isUtf8(line)) parts.push(line.toString('utf8'));
    else for (const part of endingWith(0x0d, line)) parts.push(isUtf8(part) ? part.toString('utf8') : notUtf8(part));
  }
  return parts.join('');
}

const MAGIC: readonly (readonly [what: string, bytes: string])[] = [
  ['an xz archive: unpack it first', '\xfd7zXZ\0'],
  ['a bzip2 archive: unpack it first', 'BZh'],
  ['a Zstandard archive: unpack it first', '\x28\xb5\x2f\xfd'],
  ['a ZIP archive: unpack it first', 'PK\x03\x04'],
  ['a 7z archive: unpack it first', '7z\xbc\xaf\x27\x1c'],
  ['a RAR archive: unpack it first', 'Rar!\x1a\x07'],
  ['an SQLite database', 'SQLite format 3\0'],
  ['a PDF document', '%PDF-'],
  ['a PNG image', '\x89PNG\r\n'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a program', '\x7fELF'],
  ['a rich text document: save it as plain text', '{\\rtf'],
];

/** The name of what is packed comes first (POSIX.1-1988, ustar). */
const [TAR, TAR_AT] = ['ustar', 257];

/** Control bytes that neither chat clients nor networks write; NUL is not among them, since crashes leave runs of it. */
const STRANGE = /[\x05\x06\x0b\x0e\x10\x12-\x15\x17-\x1a\x1c\x7f]/g;

/** A few of them somebody typed: a day's log may be one line. */
const TYPED = 4;

/** Why a file with these first bytes is no text, as a noun phrase, or undefined where it may be a log. */
export function notText(head: Buffer): string | undefined {
  const start = head.toString('latin1', 0, 16);
  for (const [what, bytes] of MAGIC) if (start.startsWith(bytes) && !/^BZh[^1-9]/.test(start)) return what;
  if (head.toString('latin1', TAR_AT, TAR_AT + TAR.length) === TAR) return 'a tar archive: unpack it first';
  if (encodingOf(head).encoding !== 'utf-8') return undefined;
  const strange = head.toString('latin1').match(STRANGE)?.length ?? 0;
  return strange > TYPED && strange * 100 > head.length ? 'binary data' : undefined;
}
