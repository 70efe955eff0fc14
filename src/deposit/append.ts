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
  readonly lines: readonly string[];
  /** Size of all of it, unpacked. */
  readonly bytes: number;
}

/** The whole lines of a log from a byte offset on; a last one that is still being written is left for the next time. */
export function linesOf(path: string, from = 0): Lines {
  const bytes = readFrom(path, from);
  const whole = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(path, bytes) : bytes;
  const end = whole.lastIndexOf(0x0a);
  return { lines: end < 0 ? [] : whole.subarray(0, end).toString(CODE).split('\n'), bytes: whole.length };
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
  let count = 0;
  for (let at = 0; ;) {
    const chunk = readFrom(path, at, 1 << 20);
    if (chunk.length === 0) return count;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, end + 1)) count += 1;
    at += chunk.length;
  }
}

export interface Tail {
  /** The last whole lines. */
  readonly lines: readonly string[];
  /** What follows the last line end: a line that a deposit which died began. */
  readonly torn: string;
}

/** The end of a deposited file, of at most about `bytes` bytes. */
export function tailOf(path: string, bytes: number): Tail {
  const { size } = statSync(path);
  const from = Math.max(0, size - bytes);
  const parts = readFrom(path, from).toString(CODE).split('\n');
  const torn = parts.pop() ?? '';
  // What the cut begins with may be the end of a line.
  return { lines: from > 0 ? parts.slice(1) : parts, torn };
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
