// A process that builds again and again: what it has loaded and learnt to run fast serves every build but the first. `start`
// keeps one, and begins another when the code is no more the same.
import { fork, type ChildProcess } from 'node:child_process';
import { programOf } from '../package.ts';
import type { BuildOptions } from './build.ts';
import { BUG } from './io.ts';

export interface Resident {
  /** Builds; the exit code that the build would have ended with. Once let go, it builds nothing. */
  readonly build: (options: BuildOptions) => Promise<number>;
  /** Lets the process go; a build under way has a moment to end well. */
  readonly end: () => void;
}

/** Begins a process, which builds when it is told to. */
export function resident(): Resident {
  let child: ChildProcess | undefined;
  let over = false;
  return {
    build: (options) =>
      new Promise((done) => {
        // A change may be heard of, or code compiled, when all is over: a process begun then would never end.
        if (over) return done(BUG);
        child ??= fork(programOf('resident-build'));
        const its = child;
        const ended = (): void => {
          child = undefined;
          done(BUG);
        };
        its.once('exit', ended);
        its.once('message', (code: number) => {
          its.off('exit', ended);
          done(code);
        });
        its.send(options);
      }),
    end() {
      over = true;
      child?.removeAllListeners();
      if (child?.connected) child.disconnect();
      child = undefined;
    },
  };
}
