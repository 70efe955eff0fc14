// What the system refuses is no fault of Daybook: a full disk, a folder of somebody else, a path that cannot be. It is said in a
// sentence.
import { join, resolve, sep } from 'node:path';
import { Mistake } from '../mistake.ts';
import { PACKAGE } from '../package.ts';
import { templateMistake, wrapped } from './template-mistake.ts';

/** By code, see errno(3); `path` is empty where the system does not tell it. */
const SENTENCES: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: (path) => `No space is left on the disk${path && ` for ${path}`}.`,
  EDQUOT: (path) => `The disk space that you may use is used up${path && `; ${path} cannot be written`}.`,
  EROFS: (path) => `${path || 'A file'} cannot be written: its disk can only be read.`,
  EACCES: (path) => `${path || 'A file'} cannot be used: permission is missing.`,
  EPERM: (path) => `${path || 'A file'} cannot be used: permission is missing.`,
  EFBIG: (path) => `${path || 'A file'} cannot be written to its end: the system lets no file be so large.`,
  ENAMETOOLONG: (path) => `${path || 'A file'} cannot be used: its name is longer than the system allows.`,
  ELOOP: (path) => `${path || 'A file'} cannot be used: its symbolic links lead round.`,
  EMFILE: () => 'More files are open at once than the system allows; ulimit -n tells how many may be.',
  ENOTDIR: (path) => `${path || 'A file'} cannot be made: what should be a folder above it is a file.`,
};

/** Why no folder can be made. Those above it are made, too: that they are not there is said where the first cannot be. */
const NO_FOLDER: Readonly<Record<string, string>> = {
  EEXIST: 'a file of that name is there',
  ENOENT: 'it or a folder above it is a link to nothing, or its disk can only be read',
};

/** Of which nothing goes missing but by a fault. */
const OWN = ['.eleventy.js', 'build', 'node_modules', 'src', 'templates'].map((name) => join(PACKAGE, name) + sep);

interface SystemError extends Error {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly dest?: string;
  /** What Eleventy wraps. */
  readonly originalError?: unknown;
}

/** An error as the mistake that it is, that the system made of it or that a template has; undefined where it is a fault of the program. */
export function mistakeOf(error: unknown): Mistake | undefined {
  return refused(error) ?? templateMistake(error) ?? takenAway(error);
}

/** What is told of such a fault: what was thrown first, with where that was. */
export function faultOf(error: unknown): string {
  const first = innermost(error);
  return first instanceof Error ? (first.stack ?? first.message) : String(first);
}

const innermost = (error: unknown): unknown => [...wrapped(error)].at(-1);

/**
 * What was found is taken away, or named otherwise, before it is read: somebody puts an archive in order meanwhile. Of Daybook's own
 * files, that would be a fault.
 */
function takenAway(error: unknown): Mistake | undefined {
  const { code, path } = (innermost(error) ?? {}) as Partial<SystemError>;
  if (code !== 'ENOENT' || !path || OWN.some((own) => `${resolve(path)}${sep}`.startsWith(own))) return undefined;
  return new Mistake(`${path} is not there: something removed it meanwhile, or prevents it from being made.`);
}

function refused(error: unknown): Mistake | undefined {
  if (error instanceof Mistake) return error;
  if (!(error instanceof Error)) return undefined;
  const { code = '', syscall, path = '', dest, originalError, cause } = error as SystemError;
  if (syscall === 'uv_cwd') return new Mistake('The folder that this was started in is no longer there.');
  if (syscall === 'mkdir' && Object.hasOwn(NO_FOLDER, code))
    return new Mistake(`${path} cannot be made: ${NO_FOLDER[code]}.`);
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code]?.(dest ?? path) : undefined;
  return sentence === undefined ? refused(originalError ?? cause) : new Mistake(sentence);
}
