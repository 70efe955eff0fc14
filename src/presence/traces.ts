// What presence asks of a day's entries: most are lines said, of which a moment and a nick are all.
import type { Entry } from '../events.ts';
import { specOf } from '../events.ts';

/** An entry, and where only some of several loggers tell it, which (by rank). */
export type Telling = Entry & { readonly by?: readonly number[] };

/** Somebody who shows by a line said, or an entry that tells more. Plain data: it is kept between builds. */
export type Trace = readonly [at: number, nick: string] | Telling;

/** The traces of entries, in their order; those that show nobody leave none. */
export function tracesOf(entries: readonly Telling[]): readonly Trace[] {
  const traces: Trace[] = [];
  for (const entry of entries) {
    const shows = specOf(entry).presence(entry);
    if (entry.kind === 'message' || entry.kind === 'action') {
      for (const show of shows) if (show.change === 'here') traces.push([entry.at, show.nick]);
    } else if (shows.length > 0) traces.push(entry);
  }
  return traces;
}

/** The entry of a trace, as far as presence asks. */
export function traced(trace: Trace): Telling {
  if (!isSaid(trace)) return trace;
  const [at, nick] = trace;
  return { id: '', at, kind: 'message', nick, text: '' };
}

const isSaid = (trace: Trace): trace is readonly [number, string] => Array.isArray(trace);
