// Banners tell seconds in logs whose lines tell minutes. What stands behind one, in its minute, was not before it.
//
//   --- Log closed Thu Jan 05 09:41:35 2012                  09:41:00, like what follows it
//   --- Log opened Thu Jan 05 09:41:59 2012                  09:41:00
//   09:41 -!- ada [a@host.example] has joined #garden        09:41:00
import { copyWith } from '../shared/copy.ts';
import type { Seen } from './seen.ts';

/** One logger's events (by time) in the order of its log, as far as minutes hide it: banners are where lines of theirs begin. */
export function asLogged(events: readonly Seen[]): readonly Seen[] {
  const logged: Seen[] = [];
  for (const seen of events) {
    const place = seen.event.kind === 'log' && !seen.precision ? logged.findIndex((one) => isBehind(one, seen)) : -1;
    if (place < 0) logged.push(seen);
    else logged.splice(place, 0, copyWith(seen, { at: logged[place]?.at ?? seen.at }));
  }
  return logged;
}

/** True for a line of a banner's minute that stands behind it. */
const isBehind = ({ at, line, precision }: Seen, banner: Seen): boolean =>
  precision !== undefined && banner.line < line && at <= banner.at && banner.at < at + precision;
