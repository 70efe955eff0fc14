// How far a build has come, drawn on a terminal; elsewhere nothing is said until the summary.
import { Presets, SingleBar } from 'cli-progress';
import type { Io } from './io.ts';

export type Stage = 'files' | 'days' | 'pages';

export interface Progress {
  readonly stage: (stage: Stage, done: number, total: number) => void;
  readonly end: () => void;
}

const WORDS: Readonly<Record<Stage, string>> = {
  files: 'reading logs',
  days: 'gathering channels',
  pages: 'writing pages',
};

export function progress(io: Io): Progress {
  if (!io.terminal) return { stage: () => undefined, end: () => undefined };
  let bar: SingleBar | undefined;
  let now: Stage | undefined;
  const end = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stage(stage, done, total) {
      if (stage !== now) {
        end();
        now = stage;
        bar = new SingleBar(
          {
            format: `${WORDS[stage]} {bar} {value}/{total}, {eta_formatted} left`,
            clearOnComplete: true,
            stream: process.stderr,
          },
          Presets.shades_grey,
        );
        bar.start(total, done);
      } else {
        bar?.setTotal(total);
        bar?.update(done);
      }
    },
    end,
  };
}
