// One file that two programs wrote into, or one program twice: all that was heard stands in it twice, stamp by stamp.
//
//   [09:01:02] <alice> roses
//   [09:01:02] <alice> roses
//   [09:01:09] bob joined #garden.
//   [09:01:09] bob joined #garden.
//
// People repeat themselves too, but not all of them, line by line, all the time.
import type { Seen } from './seen.ts';

/** So many different lines, of so many moments and people, one after the other, show it: fewer where a day has no others. */
const LINES = 8;
const MOMENTS = 4;
const PEOPLE = 2;
const FEW = 3;
/** A line that stands there once speaks against so many that stand there twice. */
const ONCE = 4;

/** Events of one stamp, half-open indexes, each as often as it is there. */
interface Moment {
  readonly from: number;
  readonly to: number;
  readonly counts: ReadonlyMap<string, number>;
}

function momentsOf(events: readonly Seen[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (let from = 0, to = 0; from < events.length; from = to) {
    const counts = new Map<string, number>();
    for (; events[to]?.at === events[from]?.at && to < events.length; to++) {
      const sha = events[to]?.sha ?? '';
      counts.set(sha, (counts.get(sha) ?? 0) + 1);
    }
    moments.push({ from, to, counts });
  }
  return moments;
}

/** True where a line directly follows its like often enough for all the rest to be looked at. */
function mayBe(events: readonly Seen[]): boolean {
  let pairs = 0;
  for (let index = 1; index < events.length && pairs < FEW; index++)
    if (events[index]?.sha === events[index - 1]?.sha) pairs += 1;
  return pairs >= FEW;
}

/** Runs of moments all of whose lines, or nearly all, stand there twice. */
function runsOf(events: readonly Seen[]): readonly (readonly Moment[])[] {
  const moments = momentsOf(events);
  const runs: (readonly Moment[])[] = [];
  let [start, end, score, best] = [0, 0, 0, 0];
  const close = (next: number): void => {
    const run = moments.slice(start, end);
    if (best > 0 && isTwice(run, events)) runs.push(run);
    [start, end, score, best] = [next, next, 0, 0];
  };
  for (const [index, { counts }] of moments.entries()) {
    for (const count of counts.values()) score += Math.floor(count / 2) - (count % 2) * ONCE;
    if (score < 0) close(index + 1);
    else if (score > best) [best, end] = [score, index + 1];
  }
  close(moments.length);
  return runs;
}

function isTwice(run: readonly Moment[], events: readonly Seen[]): boolean {
  const doubled = run.flatMap(({ from, to, counts }) =>
    events.slice(from, to).filter(({ sha }) => (counts.get(sha) ?? 0) > 1),
  );
  const different = (of: (one: Seen) => unknown): number => new Set(doubled.map(of)).size;
  const isAll = doubled.length === events.length;
  return (
    different(({ key }) => key) >= (isAll ? FEW : LINES) &&
    different(({ at }) => at) >= (isAll ? FEW : MOMENTS) &&
    different(({ told }) => told.nick) >= PEOPLE
  );
}

/** A file's events of a day as one sequence, or as two: what it tells, and what it tells a second time. */
export function withoutSeconds(events: readonly Seen[]): readonly (readonly Seen[])[] {
  if (!mayBe(events)) return [events];
  const seconds = new Set<Seen>();
  for (const { from, to } of runsOf(events).flat()) {
    const firsts = new Set<string>();
    for (const one of events.slice(from, to))
      if (firsts.delete(one.sha)) seconds.add(one);
      else firsts.add(one.sha);
  }
  return seconds.size === 0 ? [events] : [events.filter((one) => !seconds.has(one)), [...seconds]];
}
