// An hour that comes twice, in the night the clocks go back. Which pass a line is of, the order of the file decides:
//
//   02:58  02:59  02:00  02:01      a step back: those before it are of the first pass, those from it on of the second
//   02:10  02:40  03:05             none: of the first, as far as anybody can tell (`fold: 'unknown'`)
//   01:50 CEST  02:10 CET           another name of the zone than before: of the second
//
// So its lines are held back until it steps back or is over.
import type { Placed } from '../events.ts';
import type { Zone } from '../time.ts';
import { STEP } from './nearest.ts';
import type { Time } from './state.ts';

export interface Fold {
  /**
   * The instant of the next line's wall clock (seconds since 1970 on it), given that of the line before, and what the line calls
   * its zone; undefined in an hour that never comes.
   */
  readonly instantOf: (local: number, previous: number | undefined, name: string | undefined) => number | undefined;
  /** Takes the next event; outside a repeated hour it is handed on at once. */
  readonly take: (placed: Placed) => void;
  /** The hour is over: hands on what it held. */
  readonly leave: () => void;
  /** The first event that is held back. */
  readonly first: () => Placed | undefined;
}

/** The repeated hours of a file; whether its lines are in one, and in which pass, is `time.stepped`. */
export function foldOf(
  zone: Zone,
  time: Pick<Time, 'stepped' | 'zone' | 'east'>,
  handOn: (placed: Placed) => void,
): Fold {
  let held: Placed[] = [];

  function unsure(placed: Placed): Placed {
    const second = Math.floor(placed.at);
    const [first = second, again = first] = zone.instantsOf(second + zone.offsetAt(second));
    return { fold: 'unknown', again: again - first, ...placed };
  }

  function leave(): void {
    const events = held;
    held = [];
    time.stepped = undefined;
    for (const placed of events) handOn(unsure(placed));
  }

  function stepBack(): void {
    time.stepped = true;
    for (const placed of held) handOn(placed);
    held = [];
  }

  return {
    instantOf(local, previous, name) {
      const [first, second] = zone.instantsOf(local);
      if (first === undefined || second === undefined) {
        if (time.stepped !== undefined) leave();
        if (name !== undefined && first !== undefined) {
          time.zone = name;
          time.east = local - first;
        }
        return first;
      }
      const isRenamed = name !== undefined && name !== (time.zone ?? name) && time.east === local - first;
      const isBack = time.stepped === false && previous !== undefined && local < previous - STEP;
      time.stepped ??= false;
      if (!time.stepped && (isRenamed || isBack)) stepBack();
      return time.stepped ? second : first;
    },
    take(placed) {
      if (time.stepped === false) held.push(placed);
      else handOn(placed);
    },
    leave,
    first: () => held[0],
  };
}
