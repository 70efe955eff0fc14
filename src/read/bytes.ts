// The bytes of a log file: those of a gzip file unpacked, several members as one.
import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What begins a gzip file whose data are deflated: RFC 1952. */
function isGzip(file: number): boolean {
  const magic = Buffer.alloc(3);
  return readSync(file, magic, 0, 3, 0) === 3 && magic[0] === 0x1f && magic[1] === 0x8b && magic[2] === 8;
}

/**
 * The file's bytes from an offset on (in unpacked bytes), at most `chunk` at a time; a fault is thrown behind all that can be read.
 * What need not be unpacked is read without waiting for other work: an archive may have a log for each day, and a stream takes longer
 * to set up than such a log to read.
 */
export async function* bytesFrom(path: string, from: number, chunk: number): AsyncGenerator<Buffer> {
  const file = openSync(path, 'r');
  try {
    if (!isGzip(file)) {
      yield* plainBytes(file, from, chunk);
      return;
    }
  } finally {
    closeSync(file);
  }
  let at = from;
  try {
    for await (const bytes of unpacked(path, from, chunk)) {
      at += bytes.length;
      yield bytes;
    }
  } catch (error) {
    // What was unpacked since the last full chunk is lost with a fault of the data: so with small ones less is.
    const small = Math.max(SMALLEST, Math.floor(statSync(path).size / PIECES));
    if (small < chunk) yield* unpacked(path, at, small);
    throw error;
  }
}

/** The least that zlib unpacks at a time; and into how many pieces of at least that a damaged file's packed bytes go. */
const SMALLEST = 64;
const PIECES = 2_000;

async function* unpacked(path: string, from: number, chunkSize: number): AsyncGenerator<Buffer> {
  let skip = from;
  // The error, if any, comes out of the loop below: the callback is there because pipeline asks for one.
  const stream = pipeline(createReadStream(path), createGunzip({ chunkSize }), () => undefined);
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    if (skip < bytes.length) yield bytes.subarray(skip);
    skip = Math.max(0, skip - bytes.length);
  }
}

function* plainBytes(file: number, from: number, chunk: number): Generator<Buffer> {
  // No more room than the file needs.
  const room = Math.min(chunk, Math.max(4096, fstatSync(file).size - from));
  for (let at = from; ;) {
    const bytes = Buffer.allocUnsafeSlow(room);
    const read = readSync(file, bytes, 0, room, at);
    if (read === 0) return;
    yield read < room ? bytes.subarray(0, read) : bytes;
    at += read;
  }
}
