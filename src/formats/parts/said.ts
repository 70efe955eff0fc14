// What people say, however a client shows it.
import type { Action, LogMark, Message } from '../../events.ts';

/** CTCP's frame: https://modern.ircdocs.horse/ctcp */
const CTCP = /^\x01(?<request>[^\x01]*)\x01?$/u;

/**
 * A message of a nick, by its text: clients that do not unpack CTCP show an action as `\x01ACTION waves\x01`, and any
 * other request as the client's business, which is no message. `shown` is the line as it reads after its stamp.
 */
export function message(shown: string, said: Omit<Message, 'kind'>): Message | Action | LogMark {
  const request = CTCP.exec(said.text)?.groups?.request;
  if (request === undefined) return { kind: 'message', ...said };
  const action = /^ACTION(?: (?<text>[^]*))?$/u.exec(request);
  if (action) return { kind: 'action', ...said, text: action.groups?.text ?? '' };
  return { kind: 'log', event: 'info', text: shown };
}

/** The part of an event that a log tells or leaves out: nothing where it is absent or empty. */
export function told<K extends string>(key: K, value: string | undefined): Partial<Readonly<Record<K, string>>> {
  return value ? ({ [key]: value } as Readonly<Record<K, string>>) : {};
}

/** A nick in a list, without the channel-status prefixes before it. */
export function bareNick(nick: string): string {
  return nick.replace(/^[~&@%+!*.]+(?=[^~&@%+!*.])/u, '');
}

/** The client's own note as an event. */
export function note(text: string, event: LogMark['event'] = 'info', names?: readonly string[]): LogMark {
  return { kind: 'log', event, text, ...(names?.length ? { names } : {}) };
}
