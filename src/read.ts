// A log file becomes numbered lines, in batches, whatever it was saved as.
//
//   bytes → (gunzip) → whole lines → text (decode.ts) → lines
//
// - gzip is known by its first bytes, not by its name (read/bytes.ts).
// - A line ends at LF or CRLF (further CRs before the LF go with it). A lone CR ends a line in a file that has no LF at its
//   start, and elsewhere where what follows begins with a stamp of the same shape as the file's first lines; otherwise it
//   stays in the text, because a line must not fall in two by what somebody wrote.
// - NUL cannot be sent over IRC: in a log it is what a crash left of a block. It is taken out; where a run of them stands within a
//   line, what is before and behind it are two.
// - A byte order mark goes, also at the start of a later line (files joined end to end).
import { decode, notText } from './decode.ts';
import type { RawLine } from './format.ts';
import { bytesFrom } from './read/bytes.ts';
import { batchByContent, beginsStamp, cutOf, linesOf, shapeOf, wholeLines } from './read/line-ends.ts';

/** Lines that follow each other, and where the file can be taken up again. */
export interface Batch {
  readonly lines: readonly RawLine[];
  /** Bytes of the file (unpacked, where it is gzip) before the first line that is not complete yet. */
  readonly end: number;
  /** 1-based number of the line that begins at `end`. */
  readonly next: number;
  /** The last of `lines` has no line end and may still grow: it begins at `end`, and will be read again from there. */
  readonly unfinished?: true;
  /** It is what a stamp begins with, as far as it goes: its client has not written more of it yet. */
  readonly begun?: true;
  /** The rest of the file cannot be read, and why: a cut-off gzip file, a disk error. In the last batch only. */
  readonly damage?: string;
}

export interface ReadOptions {
  /** Byte offset at which a line begins (the `end` of an earlier batch); default 0. */
  readonly from?: number;
  /** 1-based number of that line (the `next` of an earlier batch); default 1. */
  readonly number?: number;
  /** Bytes read at a time; default 1 MiB. */
  readonly chunk?: number;
  /**
   * Batches of half a chunk to a chunk, ended by what the lines say: a line put in before them does not move the ends of
   * all that follow. Without it, a batch is what was read.
   */
  readonly byContent?: boolean;
  /** Bytes after which a line without end is handed on as if it had ended; default 64 MiB. No client writes such lines. */
  readonly longest?: number;
}

const HEAD = 65_536;

/** What a file begins with, unpacked. */
interface Head {
  readonly bytes: Buffer;
  /** There is no more of it. */
  readonly whole: boolean;
}

async function headOf(path: string): Promise<Head> {
  const parts: Buffer[] = [];
  let length = 0;
  let whole = false;
  try {
    for await (const bytes of bytesFrom(path, 0, HEAD)) {
      parts.push(bytes);
      length += bytes.length;
      if (length >= HEAD) break;
    }
    whole = length < HEAD;
  } catch {
    // What could be read of a damaged file is its head; readLines says what is wrong with it.
  }
  return { bytes: Buffer.concat(parts).subarray(0, HEAD), whole };
}

/** The file's bytes from an offset on, unpacked; most logs of a day are no longer than their head, and are in hand then. */
async function* bytesAfter(head: Head, path: string, from: number, chunk: number): AsyncGenerator<Buffer> {
  if (!head.whole) yield* bytesFrom(path, from, chunk);
  else for (let at = from; at < head.bytes.length; at += chunk) yield head.bytes.subarray(at, at + chunk);
}

function reasonOf(error: unknown): string {
  const { code } = error as { readonly code?: string };
  if (code === 'Z_BUF_ERROR') return 'its gzip data end too early';
  if (code?.startsWith('Z_')) return 'its gzip data are damaged';
  if (code === 'ENOENT') return 'it is not there';
  if (code === 'EACCES' || code === 'EPERM') return 'permission to read it is missing';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
}

/**
 * The lines of a log file, in batches of about a mebibyte, at least one batch. Never throws for what is in the file: a
 * fault of the disk or of the gzip data ends the last batch with `damage`, and what came before it is given.
 */
export async function* readLines(path: string, options: ReadOptions = {}): AsyncGenerator<Batch> {
  yield* linesAfter(await headOf(path), path, options);
}

async function* linesAfter(head: Head, path: string, options: ReadOptions): AsyncGenerator<Batch> {
  const { from = 0, number = 1, chunk = 1_048_576, longest = 67_108_864, byContent = false } = options;
  let pending: Buffer[] = [];
  let waiting = 0;
  let end = from;
  let next = number;
  let damage: string | undefined;
  const shape = shapeOf(head.bytes);
  const batchOf = (bytes: Buffer, unfinished: boolean): Batch => {
    const text = decode(end === 0 ? bytes.subarray(shape.mark) : bytes, shape.encoding);
    const lines = linesOf(text, shape, next);
    if (unfinished) return { lines, end, next, unfinished, ...(beginsStamp(text, shape) && { begun: true }) };
    end += bytes.length;
    next += lines.length;
    return { lines, end, next };
  };
  try {
    for await (const bytes of bytesAfter(head, path, from, chunk)) {
      pending.push(bytes);
      waiting += bytes.length;
      // Only the new bytes can hold a line end, except where a CR or half a UTF-16 unit waits before them.
      if (shape.encoding === 'utf-8' && !shape.lone && waiting < longest && !bytes.includes(0x0a)) continue;
      const all = pending.length === 1 ? bytes : Buffer.concat(pending);
      let done = 0;
      for (let whole = -1; whole !== 0 && done < all.length; done += whole) {
        const left = all.subarray(done);
        whole = byContent ? batchByContent(left, shape, chunk) : wholeLines(left, shape);
        if (whole === 0 && left.length >= longest) whole = cutOf(left, shape.encoding);
        if (whole > 0) yield batchOf(left.subarray(0, whole), false);
      }
      pending = done < all.length ? [all.subarray(done)] : [];
      waiting = all.length - done;
    }
  } catch (error) {
    damage = reasonOf(error);
  }
  let rest = Buffer.concat(pending);
  const whole = byContent ? wholeLines(rest, shape) : 0;
  if (whole > 0) yield batchOf(rest.subarray(0, whole), false);
  rest = rest.subarray(whole);
  const last = batchOf(rest, rest.length > 0 && !(shape.lone && rest.at(-1) === 0x0d));
  if (damage === undefined) yield last;
  else yield { ...last, damage };
}

/**
 * The first lines of a file, at most 2,000 and at most 1 MiB of text, for recognition: without a last line that has no end, where
 * there are some others. Half a line says what the whole one does not.
 */
export interface FileSample {
  readonly lines: readonly RawLine[];
  /** It has no others. */
  readonly whole?: true;
  /** Why the file is no text, as a noun phrase (`a PNG image`); its lines are then not given. */
  readonly notText?: string;
  /** As of a batch. */
  readonly damage?: string;
}

/** So few lines tell too little for one of them to be left out. */
const SOME = 4;

/** The sample that recognition sees of a file. Never throws for what is in the file. */
export async function readSample(path: string): Promise<FileSample> {
  const head = await headOf(path);
  const what = notText(head.bytes);
  if (what !== undefined) return { lines: [], notText: what };
  const lines: RawLine[] = [];
  let room = 1_048_576;
  for await (const batch of linesAfter(head, path, { chunk: 262_144 })) {
    for (const line of batch.lines) {
      room -= line.text.length + 1;
      if (lines.length === 2_000 || (room < 0 && lines.length > 0)) return { lines };
      lines.push(room < 0 ? { ...line, text: line.text.slice(0, 1_048_576) } : line);
    }
    if (batch.unfinished && lines.length > SOME) lines.pop();
    if (batch.damage !== undefined) return { lines, damage: batch.damage };
  }
  return { lines, whole: true };
}

/** The lines of these numbers (1-based), in the file's order; those that it does not have are missing. */
export async function linesAt(path: string, numbers: readonly number[]): Promise<readonly RawLine[]> {
  const found: RawLine[] = [];
  const last = Math.max(...numbers);
  for await (const { lines, next } of readLines(path)) {
    found.push(...lines.filter(({ number }) => numbers.includes(number)));
    if (next > last) break;
  }
  return found;
}
