// The console, and what is said there of an error. The only console.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../mistake.ts';
import { BUG, MISTAKE, type Io } from './io.ts';
import { PACKAGE } from '../package.ts';
import { once } from '../shared/once.ts';
import { printable } from './printable.ts';
import { faultOf, mistakeOf } from './system-errors.ts';

/** A sentence may have lines to paste behind it, and formats show the tabs of their examples. */
const safe = (lines: string): string => lines.replace(/[^\n\t]+/g, printable);

let used: readonly NodeJS.WriteStream[] = [];

/** Makes the process's streams ready: Node makes them when they are first asked for, and a quiet build asks for none. */
const ready = once(() => {
  used = [process.stdout, process.stderr];
  // Who reads may have read enough (`| head`): what is done is done all the same.
  for (const stream of used)
    stream.on('error', (error) => {
      if (codeOf(error) !== 'EPIPE') process.exit(sayError(error, terminal));
    });
  return console;
});

/** The process's own output. */
export const terminal: Io = {
  out: (line) => ready().log(safe(line)),
  data: (line) => ready().log(line),
  err: (line) => ready().error(safe(line)),
  get terminal() {
    return process.stderr.isTTY === true;
  },
};

/** True where nothing that was said waits for who reads it: a pipe that is full takes no more. */
export const isAllSaid = (): boolean => used.every(({ writableLength }) => writableLength === 0);

/** Of this Daybook, by its package. */
export const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** Says what went wrong: a sentence for a person's mistake, else what to report; the exit code. */
export function sayError(error: unknown, io: Io): number {
  const mistake = mistakeOf(error);
  if (mistake) {
    io.err(mistake.message);
    return MISTAKE;
  }
  io.err(faultOf(error));
  io.err(`This is a fault of Daybook ${version}. Please report it with the lines above and what you ran.`);
  return BUG;
}
