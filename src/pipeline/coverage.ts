// How much of a channel's life its loggers saw, and what each of them gave.
import type { Gap } from '../day.ts';
import { aheadAt, type Clock } from '../gather.ts';
import type { Coverage, LoggerCoverage } from '../store.ts';
import { gapsOf, type HistoryMonth } from './history-month.ts';
import type { ChannelLogger } from './channel-logger.ts';
import { dayPartsOf } from './source.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the loggers of a channel (by rank) saw in its months; `gaps` is when all of them were blind. */
export function coverageOf(
  loggers: readonly ChannelLogger[],
  months: readonly HistoryMonth[],
  gaps: readonly Gap[],
): Coverage {
  const told = loggers.map((logger, rank) => coverageOfOne(logger, rank, months));
  const whole = { from: Math.min(...told.map(({ from }) => from)), to: Math.max(...told.map(({ to }) => to)) };
  return {
    ...whole,
    ...watched(gaps, whole),
    loggers: told.map(({ own, ...logger }): LoggerCoverage => ({ ...logger, ...watched(own, whole) })),
  };
}

function coverageOfOne(logger: ChannelLogger, rank: number, months: readonly HistoryMonth[]) {
  const parts = logger.files.flatMap(dayPartsOf);
  let [entries, alone] = [0, 0];
  const shares = months.flatMap(({ shares: all }) => all[rank] ?? []).filter((share) => share.entries > 0);
  let ahead: readonly [least: number, most: number] | undefined;
  for (const share of shares) {
    entries += share.entries;
    alone += share.alone;
    const [least, most] = share.ahead ?? [0, 0];
    ahead = [Math.min(least, ahead?.[0] ?? least), Math.max(most, ahead?.[1] ?? most)];
  }
  return {
    formats: [...new Set(logger.files.map(({ file }) => file.format.name))].sort(),
    from: corrected(
      parts.reduce((first, part) => Math.min(first, part.first), Infinity),
      shares[0]?.first,
    ),
    to: corrected(
      parts.reduce((last, part) => Math.max(last, part.last), -Infinity),
      shares.at(-1)?.last,
    ),
    ...(logger.rank.minutes && { precision: 60 as const }),
    entries,
    alone,
    ...(ahead && (ahead[0] !== 0 || ahead[1] !== 0) && { ahead }),
    own: gapsOf(months, rank),
  };
}

const corrected = (at: number, clock: Clock | undefined): number => (clock ? at - aheadAt(clock, at) : at);

/** The share of a time that lies outside all gaps, in thousandths, and how many gaps lie in it. */
function watched(gaps: readonly Gap[], { from, to }: Span): { readonly watched: number; readonly gaps: number } {
  const inside = gaps.map((gap) => ({ from: Math.max(from, gap.from), to: Math.min(to, gap.to) }));
  let blind = 0;
  let end = from;
  for (const gap of inside.sort((a, b) => a.from - b.from)) {
    blind += Math.max(0, gap.to - Math.max(end, gap.from));
    end = Math.max(end, gap.to);
  }
  const share = to > from ? 1 - blind / (to - from) : 1;
  return { watched: Math.floor(share * 1000) / 1000, gaps: inside.filter((gap) => gap.to > gap.from).length };
}
