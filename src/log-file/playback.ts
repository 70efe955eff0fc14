// What a bouncer says again when a client comes back to it, in the words of ZNC:
//
//   <***> Buffer Playback...
//   <bob> [09:40:12] found the leak        stamped when it came, the time that it was said before it, or nothing
//   <***> Playback Complete.
import { isBouncer, type Event, type Placed } from '../events.ts';

const BEGINS = /^Buffer Playback\.\.\.$/;
const ENDS = /^Playback Complete\.$/;

/** It comes in a burst: what is stamped later than this many seconds after the line before is said now. */
const BURST = 10;

/** Whether an event is a bouncer's word that it begins or ends to repeat itself. */
export function playbackMark(event: Event): 'begin' | 'end' | undefined {
  if (event.kind !== 'log' && !(event.kind === 'message' && event.nick && isBouncer(event.nick))) return undefined;
  const text = event.text.trim();
  return BEGINS.test(text) ? 'begin' : ENDS.test(text) ? 'end' : undefined;
}

/** Those of a file's events, in its order, that a bouncer repeated. */
export function playedBack(events: readonly Placed[]): ReadonlySet<Placed> {
  const found = new Set<Placed>();
  let playing = false;
  let last = 0;
  for (const placed of events) {
    const mark = playbackMark(placed.event);
    if (mark) playing = mark === 'begin';
    else if (playing) {
      playing = placed.at - last <= BURST + (placed.precision ?? 0);
      if (playing && ['message', 'action', 'notice'].includes(placed.event.kind)) found.add(placed);
    }
    last = placed.at;
  }
  return found;
}
