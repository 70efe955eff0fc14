// What people copy out of Colloquy's window.
//
//   [9:01am] alice: hello bob
//   [9:02am] • bob waves
//   [9:03am] carol left the chat room. (Quit: Leaving)
//
// A quit reads like a part. Source: Colloquy, JVChatRoomPanel.m, MVChatRoomController; what projects keep of their channels.
import { lineLog } from './parts/line-log.ts';
import type { SureRule } from './parts/line-spec.ts';
import { action, join, kick, message, mode, nickChange, own, part, topic } from './parts/told.ts';

const NICK = String.raw`(?<nick>[^\s:•]+)`;
const TARGET = String.raw`(?<target>[^\s:•]+)`;
const REASON = String.raw`(?: \("?(?<reason>.*?)"?\))?`;

const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');

/** Modes, by the words that tell them. */
const WORDED: readonly (readonly [words: string, change: string])[] = [
  ['was promoted to operator', '+o'],
  ['was demoted from operator', '-o'],
  ['was promoted to half-operator', '+h'],
  ['was demoted from half-operator', '-h'],
  ['was granted voice', '+v'],
  ['had voice removed', '-v'],
];

export const RULES: readonly SureRule[] = [
  { example: 'You joined the chat room.', pattern: line('You joined the chat room\\.'), read: own(join), proves: true },
  { example: 'You left the chat room.', pattern: line('You left the chat room\\.'), read: own(part), proves: true },
  {
    example: 'You are now known as alice_.',
    pattern: line(String.raw`You are now known as (?<to>\S+)\.`),
    read: own(nickChange),
    proves: true,
  },
  {
    example: 'carol joined the chat room.',
    pattern: line(`${NICK} joined the chat room\\.`),
    read: join,
    proves: true,
  },
  {
    example: 'carol left the chat room. (Quit: Leaving)',
    pattern: line(`${NICK} left the chat room\\.${REASON}`),
    read: part,
    proves: true,
  },
  {
    example: 'bob was kicked from the chat room by alice. (enough)',
    pattern: line(`${TARGET} was kicked from the chat room by ${NICK}\\.${REASON}`),
    read: kick,
    proves: true,
  },
  {
    example: 'bob is now known as bert.',
    pattern: line(String.raw`${NICK} is now known as (?<to>\S+)\.`),
    read: nickChange,
    proves: true,
  },
  ...WORDED.map(([words, change]): SureRule => ({
    example: `bob ${words} by alice.`,
    pattern: line(`${TARGET} ${words} by ${NICK}\\.`),
    read: ({ target = '', ...captured }) => mode({ ...captured, modes: `${change} ${target}` }),
    proves: true,
  })),
  {
    example: 'Topic changed to "release day" by alice.',
    pattern: line(`Topic changed to "(?<text>.*)" by ${NICK}\\.`),
    read: topic,
    proves: true,
  },
  { example: '• bob waves', pattern: line(`• ${NICK}(?: (?<text>.*))?`), read: action },
  { example: 'alice: hello bob', pattern: line(`${NICK}: ?(?<text>.*)`), read: message },
];

export default lineLog({
  name: 'colloquy-copied',
  title: 'Colloquy, copied from the window',
  local: true,
  stamps: ['[h:mma]', '[hh:mma]', '[HH:mm]'],
  stamp: '[9:01am] ',
  rules: RULES,
});
