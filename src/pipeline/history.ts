// A channel's days from its loggers, in order, a month at a time. A month whose lines have not changed, nor what the month
// before it left, is not looked into; in one that has, a day whose lines have not changed is not made again.
import { hash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { reachOf, standsAlone } from '../gather.ts';
import { groupedBy } from '../shared/lists.ts';
import { daysAround } from '../time.ts';
import { makeDay, type DayFacts, type DayInput, type Left } from './make-day.ts';
import { digestOf, leftHash, type HistoryMonth } from './history-month.ts';

export interface HistoryInput extends DayInput {
  /** Changes when settings or code do that entries depend on. */
  readonly key: string;
  /** By `YYYY-MM`: what an earlier build made. */
  readonly memory: ReadonlyMap<string, HistoryMonth>;
  /** The days of a month, as they were kept. */
  readonly factsOf: (month: string) => readonly DayFacts[];
  readonly keepFacts: (month: string, facts: readonly DayFacts[]) => void;
  readonly onMonth?: (events: number) => void;
  /** What another process makes meanwhile: the months from one on, by `historyFrom`. */
  readonly ahead?: { readonly from: string; readonly months: () => Promise<readonly HistoryMonth[]> };
}

type Month = readonly [name: string, dates: readonly string[]];

/** The months of a channel on whose days anything can lie, ascending. */
export function historyOf(input: HistoryInput): Promise<readonly HistoryMonth[]> {
  return monthsOf(input, [...byMonth(datesOf(input))]);
}

/**
 * The months of a channel from one on, made while another process makes those before it. What these leave to them is not known
 * yet: it is taken to be what the first and the last of them leave, which is so but where something of those between lasts. Each
 * month's key says what it was made from, so that who knows what came before believes what is right, and makes the rest again.
 */
export async function historyFrom(input: HistoryInput, from: string): Promise<readonly HistoryMonth[]> {
  const months = [...byMonth(datesOf(input))];
  const start = months.findIndex(([name]) => name === from);
  const before = months.slice(0, Math.max(0, start));
  const ends = new Set([before[0], before.at(-1)].flatMap((month) => month?.[1] ?? []));
  let left: Left | undefined;
  const unkept: HistoryInput = {
    ...input,
    memory: new Map(),
    keep: () => '',
    keepFacts: (_, facts) => void (left = facts.at(-1)),
  };
  if (ends.size > 0) await makeMonth(unkept, ['', [...ends]], '', undefined);
  return monthsOf(input, months.slice(start), left);
}

async function monthsOf(input: HistoryInput, all: readonly Month[], left?: Left): Promise<readonly HistoryMonth[]> {
  const memory = new Map(input.memory);
  const months: HistoryMonth[] = [];
  let [before, leaves] = [() => left, left && leftHash(left)];
  let elsewhere = false;
  for (const one of all) {
    const [name, dates] = one;
    if (input.ahead) await breath();
    if (name === input.ahead?.from) {
      for (const month of await input.ahead.months()) memory.set(month.name, month);
      elsewhere = true;
    }
    const key = keyOf(input, dates, leaves);
    const known = memory.get(name);
    const month = known?.key === key ? known : await makeMonth({ ...input, memory }, one, key, before());
    months.push(month);
    [before, leaves] = [() => input.factsOf(name).at(-1), month.left];
    // Who made it has told of it.
    if (!elsewhere) input.onMonth?.(month.entries);
  }
  return months;
}

async function makeMonth(
  input: HistoryInput,
  [name, dates]: Month,
  key: string,
  before: Left | undefined,
): Promise<HistoryMonth> {
  const known = new Map((input.memory.has(name) ? input.factsOf(name) : []).map((facts) => [facts.date, facts]));
  const made: DayFacts[] = [];
  let left = before;
  for (const date of dates) {
    const dayKey = keyOf(input, [date], left && leftHash(left));
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
  return groupedBy(dates, (date) => date.slice(0, 7));
}

/** Changes when anything does that these days are made from; `left` is the hash of what the day before them left. */
function keyOf({ loggers, key }: HistoryInput, dates: readonly string[], left: string | undefined): string {
  const wanted = standsAlone(loggers) ? dates : around(dates, loggers);
  const own = loggers.map(({ ahead, owner, opening, ...logger }) => [
    ...[ahead, owner, logger.keyOf(wanted)],
    ...(opening && dates.includes(opening.date) ? [opening] : []),
  ]);
  return hash('sha256', JSON.stringify([key, own, left]));
}
