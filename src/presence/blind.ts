// When nobody looked: the gaps that all loggers of a channel share.
//
//   one    ────left────      ──closed──
//   two        ─disconnected─
//   all        ─disc.──
import type { Gap } from '../day.ts';
import { EVER } from './eye.ts';

/** Gaps by start, those that overlap made one. */
function inOrder(gaps: readonly Gap[]): readonly Gap[] {
  const ordered: Gap[] = [];
  for (const gap of gaps.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const before = ordered.at(-1);
    if (before && gap.from < before.to) ordered[ordered.length - 1] = { ...before, to: Math.max(before.to, gap.to) };
    else ordered.push(gap);
  }
  return ordered;
}

function meet(some: readonly Gap[], others: readonly Gap[]): Gap[] {
  const both: Gap[] = [];
  for (let i = 0, j = 0; i < some.length && j < others.length;) {
    const one = some[i]!;
    const two = others[j]!;
    const from = Math.max(one.from, two.from);
    const to = Math.min(one.to, two.to);
    // The one that lost sight last made the channel blind. Gaps that only touch leave no blind moment, unless one is a moment.
    if (from < to || (from === to && (one.from === one.to || two.from === two.to))) {
      both.push({ from, to, cause: two.from > one.from ? two.cause : one.cause });
    }
    if (one.to < two.to) i++;
    else j++;
  }
  return both;
}

/**
 * Where every logger was blind, ascending: the first gap begins at `-EVER`, the last ends at `EVER`.
 * Each logger's gaps are those settled and those of `lastGaps`.
 */
export function blindSpots(loggers: readonly (readonly Gap[])[]): readonly Gap[] {
  // A logger without a line has no gap, not even after its log: it saw nothing.
  const [first = [], ...others] = loggers.filter((gaps) => gaps.length > 0).map(inOrder);
  const gaps = others.reduce<readonly Gap[]>((blind, logger) => meet(blind, logger), first);
  return gaps.map((gap) => {
    const bounded = gap.cause === 'before-log' ? gap.from > -EVER : gap.cause === 'after-log' && gap.to < EVER;
    // Between two loggers' logs, nobody was logging.
    return bounded ? { ...gap, cause: 'closed' } : gap;
  });
}
