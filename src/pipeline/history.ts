// A channel's days from its loggers, in order, a month at a time. A month whose lines have not changed, nor what the month
// before it left, is not looked into; in one that has, a day whose lines have not changed is not made again.
import { hash } from 'node:crypto';
import { reachOf, standsAlone } from '../gather.ts';
import { daysAround } from '../time.ts';
import { makeDay, type DayFacts, type DayInput, type Left } from './make-day.ts';
import { digestOf, type HistoryMonth } from './history-month.ts';

export interface HistoryInput extends DayInput {
  /** Changes when settings or code do that entries depend on. */
  readonly key: string;
  /** By `YYYY-MM`: what an earlier build made. */
  readonly memory: ReadonlyMap<string, HistoryMonth>;
  /** The days of a month, as they were kept. */
  readonly factsOf: (month: string) => readonly DayFacts[];
  readonly keepFacts: (month: string, facts: readonly DayFacts[]) => void;
  readonly onMonth?: (events: number) => void;
}

/** The months of a channel on whose days anything can lie, ascending. */
export async function historyOf(input: HistoryInput): Promise<readonly HistoryMonth[]> {
  const months: HistoryMonth[] = [];
  let before: (() => Left | undefined) | undefined;
  for (const [name, dates] of byMonth(datesOf(input))) {
    const key = keyOf(input, dates, months.at(-1)?.left);
    const known = input.memory.get(name);
    const month = known?.key === key ? known : await makeMonth(input, name, dates, key, before?.());
    months.push(month);
    before = () => input.factsOf(name).at(-1);
    input.onMonth?.(month.entries);
  }
  return months;
}

async function makeMonth(
  input: HistoryInput,
  name: string,
  dates: readonly string[],
  key: string,
  before: Left | undefined,
): Promise<HistoryMonth> {
  const known = new Map((input.memory.has(name) ? input.factsOf(name) : []).map((facts) => [facts.date, facts]));
  const made: DayFacts[] = [];
  let left = before;
  for (const date of dates) {
    const dayKey = keyOf(input, [date], left && hash('sha256', JSON.stringify([left.carry, left.watches])));
    const old = known.get(date);
    const facts = old?.key === dayKey ? old : await makeDay(input, input.zone.dayOf(date), dayKey, left);
    made.push(facts);
    left = facts;
  }
  input.keepFacts(name, made);
  return digestOf(name, key, made);
}

/** Dates on which something can lie: with several clocks, a line may belong to the day before or after its stamp's. */
function datesOf({ loggers }: HistoryInput): readonly string[] {
  const dates = new Set(loggers.flatMap((logger) => logger.dates));
  return (standsAlone(loggers) ? [...dates] : around([...dates], loggers)).sort();
}

function around(dates: readonly string[], loggers: HistoryInput['loggers']): string[] {
  const reach = reachOf(loggers);
  return [...new Set(dates.flatMap((date) => daysAround(date, reach)))];
}

function byMonth(dates: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const months = new Map<string, string[]>();
  for (const date of dates) {
    const name = date.slice(0, 7);
    const list = months.get(name);
    if (list) list.push(date);
    else months.set(name, [date]);
  }
  return months;
}

/** Changes when anything does that these days are made from; `left` is the hash of what the day before them left. */
function keyOf({ loggers, key }: HistoryInput, dates: readonly string[], left: string | undefined): string {
  const wanted = standsAlone(loggers) ? dates : around(dates, loggers);
  const own = loggers.map((logger) => [logger.ahead, logger.owner, logger.keyOf(wanted)]);
  return hash('sha256', JSON.stringify([key, own, left]));
}
