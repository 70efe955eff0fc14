// Bytes that are added to a deposited log, so that a machine which stops in between leaves nothing that is not in order.
//
// A new file is written beside its place and renamed into it. To an old one whole lines are added in one write; where
// only a part of them arrived, the next deposit finds that part as what it is: deposited already, its last line torn.
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Mistake } from '../mistake.ts';

/** Bytes, each a character: lines are compared as they are. */
const CODE = 'latin1';

export interface Lines {
  /** Each with its end. */
  readonly lines: readonly string[];
  /** Size of all of it, unpacked. */
  readonly bytes: number;
}

/** What is read, in lines with their ends, and what follows the last: returns end them where there is no line feed. */
function parted(bytes: Buffer): Tail {
  const end = bytes.includes(0x0a) ? '\n' : '\r';
  const parts = bytes.toString(CODE).split(end);
  const torn = parts.pop() ?? '';
  return { lines: parts.map((line) => line + end), torn };
}

/** The whole lines of a log from a byte offset on; a last one that is still being written is left for the next time. */
export function linesOf(path: string, from = 0): Lines {
  const bytes = wholeOf(path, from);
  return { lines: parted(bytes).lines, bytes: bytes.length };
}

/** The bytes of a log from an offset on, unpacked. */
export function wholeOf(path: string, from = 0): Buffer {
  const bytes = readFrom(path, from);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(path, bytes) : bytes;
}

function unpacked(path: string, bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Mistake(
      `${path} cannot be unpacked (${why}), so nothing was deposited of its log: it may be written just now, or is damaged.`,
    );
  }
}

/** How much of both ends of a file is compared before it is taken to have only grown. */
const COMPARED = 65_536;

/** True where a log begins with all that a deposited file holds, as a log does that only grows. */
export function hasGrown(log: string, deposited: string): boolean {
  const [size, before] = [statSync(log).size, statSync(deposited).size];
  if (before === 0 || size < before) return false;
  const length = Math.min(COMPARED, before);
  const alike = (at: number): boolean => readFrom(log, at, length).equals(readFrom(deposited, at, length));
  return alike(before - length) && alike(0);
}

function readFrom(path: string, from: number, most = Infinity): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.max(0, Math.min(most, fstatSync(file).size - from)));
    const length = readSync(file, buffer, 0, buffer.length, from);
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** How many lines a file has, the last one without its end not counted. */
export function countLines(path: string): number {
  let [feeds, returns] = [0, 0];
  for (let at = 0; ;) {
    const chunk = readFrom(path, at, 1 << 20);
    if (chunk.length === 0) return feeds || returns;
    feeds += countOf(chunk, 0x0a);
    if (feeds === 0) returns += countOf(chunk, 0x0d);
    at += chunk.length;
  }
}

function countOf(bytes: Buffer, one: number): number {
  let count = 0;
  for (let at = bytes.indexOf(one); at >= 0; at = bytes.indexOf(one, at + 1)) count += 1;
  return count;
}

export interface Tail {
  /** The last whole lines, each with its end. */
  readonly lines: readonly string[];
  /** What follows the last line end: a line that a deposit which died began. */
  readonly torn: string;
}

/** The end of a deposited file, of at most about `bytes` bytes. */
export function tailOf(path: string, bytes: number): Tail {
  const { size } = statSync(path);
  const from = Math.max(0, size - bytes);
  const { lines, torn } = parted(readFrom(path, from));
  // What the cut begins with may be the end of a line.
  return { lines: from > 0 ? lines.slice(1) : lines, torn };
}

/** Adds text (bytes as characters) to the end of a file. */
export function append(path: string, text: string): void {
  write(path, 'a', text);
}

/** Makes a file with this text (bytes as characters), whole or not at all. */
export function create(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = path.replace(/[^/]*$/, (name) => `.${name}.new`);
  write(beside, 'w', text);
  renameSync(beside, path);
}

function write(path: string, flags: 'a' | 'w', text: string): void {
  const file = openSync(path, flags);
  try {
    const bytes = Buffer.from(text, CODE);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
