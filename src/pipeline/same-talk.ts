// Whether the logs of two folders hold the same talk: the same words of the same people on the days that both have.
import type { Event } from '../events.ts';
import { canonical } from '../shared/address.ts';
import { lower } from '../shared/casemap.ts';
import { daysAround, type Zone } from '../time.ts';
import type { IndexedFile } from './indexes.ts';
import { dayPartsOf, eventsOn } from './source.ts';

/** How many days are compared, and how many events make a day long enough to tell. */
const DAYS = 12;
const ENOUGH = 500;

/** From how many characters on words are somebody's own. */
const OWN_WORDS = 16;

/** So many of each other's lines, by so many people, are nothing that a few said in two places. */
const COMMON = 8;
const PEOPLE = 3;

/** By date, the events that some logs have of it. */
function daysOf(files: readonly IndexedFile[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const { date, events } of files.flatMap(dayPartsOf)) days.set(date, (days.get(date) ?? 0) + events);
  return days;
}

/** A nick, in lower case, and what was said by it, in words that are somebody's own; undefined of anything else. */
export function sentenceOf(event: Event): readonly [nick: string, words: string] | undefined {
  if (event.kind !== 'message' || event.nick === undefined) return undefined;
  const words = canonical(event.text);
  return words.length < OWN_WORDS ? undefined : [lower(event.nick), words];
}

/**
 * The days of a folder to look for in another: those when both have events, or beside them, since the zone of a log may not
 * be known yet; the first that are long enough before the longest others.
 */
export function datesToCompare(one: readonly IndexedFile[], other: readonly IndexedFile[]): readonly string[] {
  const others = daysOf(other);
  return [...daysOf(one)]
    .flatMap(([date, events]) => {
      const theirs = daysAround(date).reduce((sum, day) => sum + (others.get(day) ?? 0), 0);
      return theirs === 0 ? [] : [{ date, length: Math.min(events, theirs, ENOUGH) }];
    })
    .sort((a, b) => b.length - a.length || (a.date < b.date ? -1 : 1))
    .slice(0, DAYS)
    .map(({ date }) => date);
}

/** What was said on some days, by whom: `<nick> <words>` and the nick. */
async function saidOn(
  files: readonly IndexedFile[],
  dates: readonly string[],
  zone: Zone,
): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>();
  for await (const [, events] of eventsOn(files, dates, zone))
    for (const { event } of events) {
      const sentence = sentenceOf(event);
      if (sentence) said.set(sentence.join(' '), sentence[0]);
    }
  return said;
}

/**
 * True where the logs of one folder hold the talk of another's: on some days and those beside them, a quarter of what the one with
 * less has, or some lines of several people. One program may say the same in two channels, and does not make them one.
 */
export async function sameTalk(
  one: readonly IndexedFile[],
  other: readonly IndexedFile[],
  dates: readonly string[],
  zone: Zone,
): Promise<boolean> {
  const [mine, theirs, common] = [new Tally(), new Tally(), new Tally()];
  for (const date of dates) {
    const [some, others] = [await saidOn(one, [date], zone), await saidOn(other, daysAround(date), zone)];
    for (const [words, nick] of some) {
      mine.add(nick);
      if (others.has(words)) common.add(nick);
    }
    for (const nick of others.values()) theirs.add(nick);
    if (common.lines >= COMMON && common.people >= PEOPLE) return true;
  }
  const least = Math.min(mine.lines, theirs.lines);
  return common.lines >= Math.max(2, least / 4) && common.people >= Math.min(2, mine.people, theirs.people);
}

/** Counts lines and those who said them. */
class Tally {
  lines = 0;
  readonly #nicks = new Set<string>();

  add(nick: string): void {
    this.lines += 1;
    this.#nicks.add(nick);
  }

  get people(): number {
    return this.#nicks.size;
  }
}
