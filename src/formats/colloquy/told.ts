// What the elements of a transcript tell.
import type { Event } from '../../events.ts';
import type { Captures } from '../../format.ts';
import { plain } from '../../shared/formatting.ts';
import * as told from '../parts/told.ts';
import type { Element } from './element.ts';

/** The nick: beside the name that the owner gave to somebody, it stands in an attribute. */
const nickOf = (person: Element | undefined): string | undefined =>
  person &&
  plain(person.attributes.get('nickname') ?? person.text)
    .replace(/\s+/gu, ' ')
    .trim();

const isSelf = (person: Element | undefined): boolean => person?.attributes.get('self') === 'yes';

type Read = (captured: Captures) => readonly Event[];

const mine = (own: boolean, read: Read): Read => (own ? told.own(read) : read);

/** What somebody said. */
export function saidBy(sender: Element | undefined, message: Element): readonly Event[] {
  const { attributes, text } = message;
  const read =
    attributes.get('action') === 'yes' ? told.action : attributes.get('type') === 'notice' ? told.notice : told.message;
  return mine(isSelf(sender), read)({ nick: nickOf(sender), text });
}

/** Modes of people, by the ends of events' names. */
const STATUS: Readonly<Record<string, string>> = {
  promotedtofounder: '+q',
  demotedfromfounder: '-q',
  promotedtoadministrator: '+a',
  demotedfromadministrator: '-a',
  promotedtooperator: '+o',
  demotedfromoperator: '-o',
  promotedtohalfoperator: '+h',
  demotedfromhalfoperator: '-h',
  voiced: '+v',
  devoiced: '-v',
};

/** Modes whose parameter tells whether they are set. */
const ARGUMENT: Readonly<Record<string, string>> = {
  chatRoomPassphraseToJoinMode: 'k',
  chatRoomLimitNumberOfMembersMode: 'l',
};

/** What an event tells; its words are a note where the name is none that the client has. */
export function happened(event: Element): readonly Event[] {
  const name = event.attributes.get('name') ?? '';
  const child = (wanted: string): Element | undefined => event.children.find((one) => one.name === wanted);
  const [who, by] = [child('who'), child('by')];
  const nick = nickOf(who);
  const reason = child('reason')?.text;
  const text = plain(child('message')?.text ?? '');
  const host = who?.attributes.get('hostmask') ?? child('mask')?.text;
  const acted = (read: Read, captured: Captures): readonly Event[] =>
    mine(isSelf(by), read)({ nick: nickOf(by), ...captured });
  const old = child('old')?.text.trim();
  const to = nick ?? child('new')?.text.trim();
  const status = STATUS[name.replace(/^member/u, '').toLowerCase()];
  if (status !== undefined && nick) return acted(told.mode, { modes: `${status} ${nick}` });
  switch (name) {
    case 'memberJoined':
      return mine(isSelf(who), told.join)({ nick, host });
    case 'rejoined':
      return told.own(told.join)({});
    // A quit is told in the same words.
    case 'memberParted':
      return mine(isSelf(who), told.part)({ nick, host, reason });
    case 'memberKicked':
      return acted(told.kick, { target: nick, reason });
    case 'kicked':
      return told.own(told.kick)({ nick: nickOf(by), reason });
    case 'memberNewNickname':
      if (to) return told.nickChange({ nick: old, to });
      break;
    case 'newNickname':
      if (to) return told.own(told.nickChange)({ nick: old, to });
      break;
    case 'topicChanged':
      return acted(told.topic, { text: child('topic')?.text ?? '' });
    case 'memberBanned':
    case 'banRemoved':
      return acted(told.mode, {
        modes: `${name === 'banRemoved' ? '-' : '+'}b ${child('ban')?.text.trim() ?? ''}`.trim(),
      });
    case 'modeChange': {
      const letter = ARGUMENT[child('mode')?.text.trim() ?? ''];
      const argument = child('parameter')?.text.trim();
      if (letter !== undefined) return acted(told.mode, { modes: argument ? `+${letter} ${argument}` : `-${letter}` });
      break;
    }
    case 'disconnected':
      return told.note('disconnected')({ text });
    case 'reconnected':
      return told.note('connected')({ text });
  }
  return told.note('info')({ text: text || name });
}
