// Whether the logs of two folders tell the same, where little is said in words of anybody's own: the same people come, go and say
// `k`, each as long after the other in one log as in the other.
//
//   09:01:02 ada joined    09:01:20 <bob> hi    09:05:00 bob left          one folder
//   11:01:09 ada joined    11:01:27 <bob> hi    11:05:07 bob left          another, whose clock or zone is another
import { keyOf } from '../gather.ts';
import { addTo } from '../shared/lists.ts';
import { daysAround, type Zone } from '../time.ts';
import type { IndexedFile } from './indexes.ts';
import { eventsOn } from './source.ts';

/** So many events, by so many people, at so many moments, do not lie alike by chance; nor does such a share of the fewer. */
const EVENTS = 4;
const PEOPLE = 2;
const MOMENTS = 3;
const SHARE = 0.25;

/** How many events of a day are looked for, and how often one and the same. */
const OF_A_DAY = 500;
const OF_ONE = 20;

/** Seconds within which differences are one: logs may tell minutes. Each lies in two such spans. */
const SPAN = 60;

interface Happened {
  readonly key: string;
  readonly nick: string;
  readonly at: number;
}

/** Who came, left and said something on some days, in the order of files. */
async function happenedOn(
  files: readonly IndexedFile[],
  dates: readonly string[],
  zone: Zone,
): Promise<readonly (readonly Happened[])[]> {
  const all = new Map(dates.map((date) => [date, new Array<Happened>()]));
  for await (const [date, events] of eventsOn(files, dates, zone))
    for (const { event, at } of events)
      if (event.nick !== undefined && event.kind !== 'log' && event.kind !== 'unparsed')
        all.get(date)?.push({ key: keyOf(event), nick: event.nick, at });
  return [...all.values()];
}

/** True where what one folder tells of some days, another tells of them or those beside them, at one distance in time. */
export async function sameMoments(
  one: readonly IndexedFile[],
  other: readonly IndexedFile[],
  dates: readonly string[],
  zone: Zone,
): Promise<boolean> {
  const sorted = [...dates].sort();
  const around = [...new Set(sorted.flatMap((date) => daysAround(date)))].sort();
  const mine = (await happenedOn(one, sorted, zone)).flatMap((day) => day.slice(0, OF_A_DAY));
  const theirs = (await happenedOn(other, around, zone)).flat();
  const moments = new Map<string, number[]>();
  for (const { key, at } of theirs) addTo(moments, key, at);
  const common = new Map<number, Happened[]>();
  for (const happened of mine)
    for (const at of moments.get(happened.key)?.slice(0, OF_ONE) ?? []) {
      const span = Math.floor((2 * (happened.at - at)) / SPAN);
      addTo(common, span, happened);
      addTo(common, span + 1, happened);
    }
  const least = Math.min(mine.length, theirs.length);
  return [...common.values()].some((alike) => isMuch(alike, least * SHARE));
}

function isMuch(alike: readonly Happened[], least: number): boolean {
  const different = (of: (one: Happened) => unknown): number => new Set(alike.map(of)).size;
  return (
    alike.length >= least &&
    different(({ key }) => key) >= Math.max(EVENTS, least) &&
    different(({ nick }) => nick) >= PEOPLE &&
    different(({ at }) => at) >= MOMENTS
  );
}
