// What the text events of XChat and HexChat mean: the names of their arguments, and the events of our vocabulary.
//
// Arguments by event: `pevents` of HexChat 2.16 (src/common/textevents.in). An event that is not here is a note of the client
// (`log`), whose text is what a person read.
import type { Captures } from '../../format.ts';
import type { Event, Notice } from '../../events.ts';
import * as told from '../parts/told.ts';
import { modeEvents, statusEvents } from '../parts/modes.ts';

export interface Meaning {
  /** Names of the arguments `$1`, `$2` …; an empty name is of no interest. */
  readonly arguments: readonly string[];
  readonly read: (captured: Captures) => readonly Event[];
  /** The nick may carry the client's nick colour. */
  readonly coloured?: true;
  /** It reads `plain`: what a person read of the whole second column. */
  readonly plain?: true;
  /** A person said it: the words are whatever people write. */
  readonly said?: true;
}

const actor = (captured: Captures): { readonly nick?: string } => told.told(captured, 'nick');

const status =
  (mode: string) =>
  (captured: Captures): readonly Event[] =>
    statusEvents(mode, captured['targets'] ?? '', actor(captured));

const change =
  (mode: string) =>
  (captured: Captures): readonly Event[] => [
    { kind: 'mode', ...actor(captured), changes: `${mode} ${captured['target'] ?? ''}`.trim() },
  ];

const statusEvent = (mode: string): Meaning => ({ arguments: ['nick', 'targets'], read: status(mode) });
const changeEvent = (mode: string): Meaning => ({ arguments: ['nick', 'target'], read: change(mode) });

/** `$2$3 $4`: sign, letters, and the channel with the arguments behind it. */
const genericMode = (captured: Captures): readonly Event[] => {
  const [, ...rest] = (captured['where'] ?? '').split(' ');
  return modeEvents([`${captured['sign'] ?? ''}${captured['letters'] ?? ''}`, ...rest].join(' '), actor(captured));
};

const noticeTo = (channel: string): Pick<Notice, 'to'> => {
  const to = /^([~&@%+]+)[#&!+]/u.exec(channel)?.[1];
  return to ? { to } : {};
};

const channelNotice = (captured: Captures): readonly Event[] => [
  {
    kind: 'notice',
    ...told.told(captured, 'nick', 'prefix'),
    ...noticeTo(captured['place'] ?? ''),
    text: captured['text'] ?? '',
  },
];

const privately = ({ to = '', text = '' }: Captures): readonly Event[] => [
  { kind: 'log', event: 'private', own: true, text: `>${to}< ${text}` },
];

/** A notice that the owner sent; one to a channel is heard by all of it. */
const noticed = (captured: Captures): readonly Event[] => {
  const { to = '', text = '' } = captured;
  return /^[~&@%+]*[#&!]/u.test(to) ? [{ kind: 'notice', own: true, ...noticeTo(to), text }] : privately(captured);
};

/** A message that the owner sent elsewhere than into an open tab: to somebody, to another channel, to the operators of this one. */
const sent = (captured: Captures): readonly Event[] => {
  const { to = '', text = '' } = captured;
  const some = noticeTo(to);
  return some.to === undefined ? privately(captured) : [{ kind: 'message', own: true, ...some, text }];
};

/** What somebody told the owner alone; a server or a service tells no person's words. */
const received = (captured: Captures): readonly Event[] => [
  { kind: 'log', event: 'private', ...actor(captured), text: captured['text'] ?? '' },
];

const aside = (captured: Captures): readonly Event[] => {
  const { nick = '', text = '' } = captured;
  return nick.includes('.') ? [{ kind: 'log', event: 'info', text: `-${nick}- ${text}` }] : received(captured);
};

const namesOf = (text: string): readonly string[] =>
  text.split(/ +/u).flatMap((name) => name.replace(/^[~&@%+!.*]+/u, '') || []);

const users = (captured: Captures): readonly Event[] => {
  const { channel = '', text = '' } = captured;
  return [{ kind: 'log', event: 'info', text: `Users on ${channel}: ${text}`, names: namesOf(text) }];
};

const mark =
  (event: 'connected' | 'disconnected') =>
  (captured: Captures): readonly Event[] => [{ kind: 'log', event, text: captured['plain'] ?? '' }];

const SAID = ['nick', 'text', 'prefix', 'tag'];

/** By event name. */
export const MEANINGS: Readonly<Record<string, Meaning>> = {
  'Channel Message': { arguments: SAID, read: told.message, coloured: true, said: true },
  'Channel Msg Hilight': { arguments: SAID, read: told.message, said: true },
  'Your Message': { arguments: SAID, read: told.own(told.message), said: true },
  'Channel Action': { arguments: SAID, read: told.action, coloured: true, said: true },
  'Channel Action Hilight': { arguments: SAID, read: told.action, said: true },
  'Your Action': { arguments: SAID, read: told.own(told.action), said: true },
  'Channel Notice': { arguments: ['nick', 'place', 'text', 'tag'], read: channelNotice, said: true },
  Notice: { arguments: ['nick', 'text', 'tag'], read: aside, said: true },
  'Notice Send': { arguments: ['to', 'text'], read: noticed, said: true },
  'Message Send': { arguments: ['to', 'text'], read: sent, said: true },
  'Private Message': { arguments: ['nick', 'text', 'tag'], read: received, said: true },
  'Private Action': { arguments: ['nick', 'text', 'tag'], read: received, said: true },
  'CTCP Send': {
    arguments: ['to', 'text'],
    read: ({ to = '', text = '' }) => [{ kind: 'log', event: 'info', text: `>${to}< CTCP ${text}` }],
    said: true,
  },
  Join: { arguments: ['nick', 'channel', 'host', 'account'], read: told.join },
  Part: { arguments: ['nick', 'host', 'channel', 'reason'], read: told.part },
  'Part with Reason': { arguments: ['nick', 'host', 'channel', 'reason'], read: told.part },
  Quit: { arguments: ['nick', 'reason', 'host'], read: told.quit },
  Kick: { arguments: ['nick', 'target', 'channel', 'reason'], read: told.kick },
  'Change Nick': { arguments: ['nick', 'to'], read: told.nickChange },
  'You Join': { arguments: ['', 'channel', ''], read: () => [{ kind: 'join', own: true }] },
  'You Part': { arguments: ['', '', 'channel', ''], read: () => [{ kind: 'part', own: true }] },
  'You Part with Reason': {
    arguments: ['', '', 'channel', 'reason'],
    read: (captured) => [{ kind: 'part', own: true, ...told.told(captured, 'reason') }],
  },
  'You Kicked': { arguments: ['', 'channel', 'nick', 'reason'], read: told.kick },
  'Your Nick Changing': {
    arguments: ['', 'to'],
    read: ({ to = '' }) => [{ kind: 'nick', own: true, to }],
  },
  'Topic Change': { arguments: ['nick', 'text', 'channel'], read: told.topic },
  'Channel Mode Generic': { arguments: ['nick', 'sign', 'letters', 'where'], read: genericMode },
  'Raw Modes': { arguments: ['nick', 'modes'], read: rawModes },
  'Channel Operator': statusEvent('+o'),
  'Channel DeOp': statusEvent('-o'),
  'Channel Voice': statusEvent('+v'),
  'Channel DeVoice': statusEvent('-v'),
  'Channel Half-Operator': statusEvent('+h'),
  'Channel DeHalfOp': statusEvent('-h'),
  'Channel Ban': statusEvent('+b'),
  'Channel UnBan': statusEvent('-b'),
  'Channel Exempt': statusEvent('+e'),
  'Channel Remove Exempt': statusEvent('-e'),
  'Channel INVITE': statusEvent('+I'),
  'Channel Remove Invite': statusEvent('-I'),
  'Channel Quiet': statusEvent('+q'),
  'Channel UnQuiet': statusEvent('-q'),
  'Channel Set Key': changeEvent('+k'),
  'Channel Remove Keyword': { arguments: ['nick'], read: change('-k') },
  'Channel Set Limit': changeEvent('+l'),
  'Channel Remove Limit': { arguments: ['nick'], read: change('-l') },
  'Users On Channel': { arguments: ['channel', 'text'], read: users },
  Connected: { arguments: [], read: mark('connected'), plain: true },
  'Server Connected': { arguments: [], read: mark('connected'), plain: true },
  Disconnected: { arguments: ['reason'], read: mark('disconnected'), plain: true },
};

/** `[+o-v a b]`, with or without the channel first. */
function rawModes(captured: Captures): readonly Event[] {
  const modes = (captured['modes'] ?? '').replace(/^[#&!][^ ]* /u, '');
  return modeEvents(modes, actor(captured));
}

/** Names of arguments of notes whose shape tells them from what people write. */
export const NOTE_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  Topic: ['channel', 'text'],
  'Topic Creation': ['channel', 'setter', 'text'],
  'Channel Creation': ['channel', 'text'],
  'Channel Modes': ['channel', 'text'],
  'Channel Url': ['channel', 'text'],
  'CTCP Generic': ['text', 'nick'],
  'CTCP Generic to Channel': ['text', 'nick', 'channel'],
  'CTCP Sound': ['text', 'nick'],
  'CTCP Sound to Channel': ['text', 'nick', 'channel'],
  Invited: ['channel', 'nick', 'server'],
  'Invited Other': ['channel', 'nick', 'target', 'server'],
  'Your Invitation': ['nick', 'channel', 'server'],
  'WhoIs Name Line': ['nick', 'user', 'host', 'text'],
  'WhoIs Channel/Oper Line': ['nick', 'text'],
  'WhoIs Identified': ['nick', 'text'],
  'WhoIs Server Line': ['nick', 'text'],
  'WhoIs Special': ['nick', 'text'],
};
