// Whose stays were when, as rows of numbers: a channel has tens of thousands.
import { eachStay, type PackedStays } from '../packed-stays.ts';
import { lower } from '../shared/casemap.ts';
import { indexOf, type People } from './people.ts';

/**
 * Whose some stays were: the index of a person, from when and to when, epoch seconds, half-open, then the next, in the order of the
 * stays. One whose nick was another's meanwhile is told in parts.
 */
export type Times = readonly number[];

/** Numbers of each of `Times`. */
export const TIME = 3;

/** Whose stays were when. */
export function timesOf(people: People, stays: readonly PackedStays[]): Times {
  const times: number[] = [];
  for (const some of stays) {
    const { nicks } = some;
    const bounds = nicks.map((nick) => boundsOf(people, nick));
    const persons = nicks.map((nick, place) => (bounds[place] ? -1 : indexOf(people, nick)));
    eachStay(some, (place, from, to) => {
      let since = from;
      for (const bound of bounds[place] ?? []) {
        if (bound <= since || bound >= to) continue;
        times.push(indexOf(people, nicks[place]!, since), since, bound);
        since = bound;
      }
      times.push(bounds[place] ? indexOf(people, nicks[place]!, since) : persons[place]!, since, to);
    });
  }
  return times;
}

/** When a nick goes from one person to another, epoch seconds, ascending; undefined of one that always was one person's. */
function boundsOf({ spans }: People, nick: string): readonly number[] | undefined {
  const key = lower(nick);
  if (!Object.hasOwn(spans, key)) return undefined;
  return spans[key]!.flatMap(([from, to]) => [from, to]).sort((a, b) => a - b);
}
