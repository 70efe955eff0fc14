// What was said in a channel to those alone who have a status there: `@#xpmem` is to its operators.
import type { Captures } from '../../format.ts';
import type { Event } from '../../events.ts';
import { copyWith } from '../../shared/copy.ts';

/** The same words as said to those who have the status that the group `to` tells; to everybody where it is empty. */
export const toStatus =
  (read: (captured: Captures) => readonly Event[]) =>
  (captured: Captures): readonly Event[] => {
    const { to } = captured;
    const events = read(captured);
    return to
      ? events.map((event) => (event.kind === 'message' || event.kind === 'action' ? copyWith(event, { to }) : event))
      : events;
  };
