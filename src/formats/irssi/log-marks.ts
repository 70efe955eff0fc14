// What a log says of itself where its owner worded it: `log_open_string`, `log_close_string` and `log_day_changed` hold any text,
// with a date as strftime writes it.
//
//   ### Log opened 2012-01-05 09:00
//   --- vendredi 06 janvier 2012
import type { ParsedLine } from '../../format.ts';
import { openedOrClosed, spelledDate } from '../parts/spelled-date.ts';

/** Signs, or a word of logs, begin such a line: others may have been cut off from what somebody said. */
const MARKED = /^(?:[^\p{L}\p{N}\s<]{1,8} ?|(?:irc )?log|session |day )/iu;
const OPENED = /\b(?:open|start|beg[aiu]n)/iu;
const CLOSED = /\b(?:clos|stop|end)/iu;

/** A line without a stamp that no rule knows, as what it tells of the log; what was parsed, where it tells no date. */
export function logMark(parsed: readonly ParsedLine[], text: string): readonly ParsedLine[] {
  const [line] = parsed;
  if (line?.is !== 'event' || line.event.kind !== 'unparsed' || line.stamp || !MARKED.test(text)) return parsed;
  const { date } = text.length > 100 ? {} : (spelledDate(text) ?? {});
  if (!date) return parsed;
  if (OPENED.test(text)) return openedOrClosed(text, 'open');
  return CLOSED.test(text) ? openedOrClosed(text, 'close') : [{ is: 'control', date }];
}
