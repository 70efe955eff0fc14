// The time that a line shows.
import type { Entry } from '../../events.ts';
import { hm, hms, type Clock } from '../parts/clock.ts';

/** How far a stamp may be from the corrected time and still be shown as the address has it, in seconds. */
const ESTIMATE = 60;

/** The time as the address says it, so that both agree; the corrected one where the logger's clock was well off. */
export function timeOf(clock: Clock, entry: Entry): string {
  if (entry.precision === 60) return hm(clock, entry.at);
  const { id } = entry;
  const corrected = hms(clock, entry.at);
  if (says(id, corrected)) return corrected;
  const said = `${id.slice(1, 3)}:${id.slice(3, 5)}:${id.slice(5, 7)}`;
  const apart = Math.abs(seconds(said) - seconds(corrected));
  return Math.min(apart, 86400 - apart) <= ESTIMATE ? said : corrected;
}

/** Whether an address says a time: `t142934g07q` and `14:29:34`. */
function says(id: string, time: string): boolean {
  for (let at = 0; at < 6; at++) if (id.charCodeAt(1 + at) !== time.charCodeAt(at + (at >> 1))) return false;
  return true;
}

function seconds(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8));
}
