// Logs that are one document, whose client writes over its end as it grows: they cannot be added to, only taken as they are now.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { create, hasGrown, wholeOf } from './append.ts';

/** What closes a document, and is written over, is not longer. */
const CLOSING = 256;

/** True for a file that may be one document, by its first byte: a look that costs little. */
export function mayBeDocument(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const first = Buffer.alloc(4);
    readSync(file, first);
    return /^(?:\xef\xbb\xbf)?[<{\x1f]/.test(first.toString('latin1'));
  } finally {
    closeSync(file);
  }
}

/** What a document has beyond the one deposited last. */
export interface NewDocument {
  /** All of it. */
  readonly bytes: Buffer;
  /** How many bytes are new. */
  readonly added: number;
  /** It is the one that was deposited, grown; else one that was begun anew. */
  readonly joined: boolean;
}

/** Compares a document with what was deposited of it. */
export function newDocument(path: string, deposited: string | undefined): NewDocument {
  if (deposited !== undefined && statSync(path).size === statSync(deposited).size && hasGrown(path, deposited))
    return { bytes: Buffer.alloc(0), added: 0, joined: true };
  const bytes = wholeOf(path);
  if (deposited === undefined) return { bytes, added: bytes.length, joined: true };
  const before = wholeOf(deposited);
  const lasting = Math.max(Math.floor(before.length / 2), before.length - CLOSING);
  const joined = bytes.length >= before.length && bytes.subarray(0, lasting).equals(before.subarray(0, lasting));
  // A part of what is there already tells nothing new: it may be written just now.
  const isLess = before.subarray(0, bytes.length).equals(bytes);
  return { bytes, added: isLess ? 0 : joined ? bytes.length - before.length : bytes.length, joined };
}

/** Puts a document in its place, whole or not at all. */
export function putDocument(path: string, { bytes }: NewDocument): void {
  create(path, bytes.toString('latin1'));
}
