// How far a build has come: a bar on a terminal; elsewhere, where a stage takes long, a line now and then.
import type { SingleBar } from 'cli-progress';
import type { Io } from './io.ts';
import { grouped } from '../shared/numbers.ts';

export type Stage = 'survey' | 'files' | 'days' | 'pages' | 'check';

export interface Progress {
  readonly stage: (stage: Stage, done: number, total: number) => void;
  readonly end: () => void;
}

const WORDS: Readonly<Record<Stage, { readonly doing: string; readonly what: string }>> = {
  survey: { doing: 'looking at files', what: 'files' },
  files: { doing: 'reading logs', what: 'logs' },
  days: { doing: 'gathering channels', what: 'entries' },
  pages: { doing: 'writing pages', what: 'days' },
  check: { doing: 'looking for what should not be published', what: 'days' },
};

/** Milliseconds between lines. */
const PAUSE = 5000;

/** What is drawn or said of a stage; `pace` is how fast it goes, once that is known. */
interface Display {
  readonly show: (stage: Stage, done: number, total: number, pace: string) => void;
  readonly end: () => void;
}

/** Progress through an `io`, as it can show it. */
export async function progress(io: Io, now: () => number = () => process.uptime() * 1000): Promise<Progress> {
  const display = io.terminal ? await drawn() : said(io, now);
  let stage: Stage | undefined;
  let [began, before] = [0, 0];
  return {
    stage(next, done, total) {
      if (next !== stage) {
        display.end();
        [stage, began, before] = [next, now(), done];
      }
      const rate = ((done - before) * 1000) / Math.max(1, now() - began);
      display.show(next, done, total, rate > 0 ? paceOf(rate, Math.ceil((total - done) / rate)) : '');
    },
    end: () => display.end(),
  };
}

/** `, 250 a second, 7 s left`; of less than one a second, its tenths. */
function paceOf(rate: number, left: number): string {
  return `, ${rate < 1 ? rate.toFixed(1) : grouped(Math.round(rate))} a second, ${grouped(left)} s left`;
}

/** Says nothing. */
export const silence: Progress = { stage: () => undefined, end: () => undefined };

async function drawn(): Promise<Display> {
  const { Presets, SingleBar: Bar } = (await import('cli-progress')).default;
  let bar: SingleBar | undefined;
  return {
    show(stage, done, total, pace) {
      const payload = { pace };
      if (!bar) {
        const { doing, what } = WORDS[stage];
        const format = `${doing} {bar} {value}/{total} ${what}{pace}`;
        bar = new Bar({ format, clearOnComplete: true, stream: process.stderr }, Presets.shades_grey);
        bar.start(total, done, payload);
      } else {
        bar.setTotal(total);
        bar.update(done, payload);
      }
    },
    end() {
      bar?.stop();
      bar = undefined;
    },
  };
}

function said(io: Io, now: () => number): Display {
  let next = now() + PAUSE;
  return {
    show(stage, done, total, pace) {
      if (now() < next) return;
      next = now() + PAUSE;
      const { doing, what } = WORDS[stage];
      io.err(`${doing}: ${grouped(done)} of ${grouped(total)} ${what}${pace}`);
    },
    end: () => undefined,
  };
}
