// The owner's own event texts, as XChat and HexChat keep them in `pevents.conf`.
//
//   event_name=Channel Message
//   event_text=%C18%H<%H$4$1%C18%H>%H%O$t$2
//
// Source: `pevent_load` of HexChat 2.16 (src/common/text.c).
import type { EventStrings } from './rules.ts';

/** The format strings of a `pevents.conf`, by event name. Lines that are neither name nor text are passed over. */
export function eventStringsOf(conf: string): EventStrings {
  const strings: Record<string, string> = {};
  let name: string | undefined;
  for (const line of conf.split(/\r?\n/u)) {
    const { key, value = '' } = /^(?<key>event_name|event_text) ?= ?(?<value>.*)$/su.exec(line)?.groups ?? {};
    if (key === 'event_name') name = value.trim();
    if (key !== 'event_text' || name === undefined) continue;
    // a name may be anything, `__proto__` too
    Object.defineProperty(strings, name, { value, enumerable: true, configurable: true, writable: true });
    name = undefined;
  }
  return strings;
}
