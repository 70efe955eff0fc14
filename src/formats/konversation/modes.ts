// Konversation tells modes in words: `alice gives channel operator privileges to bob.`, or as letters where it was told to:
// `alice sets mode: +o bob`.
import type { Event } from '../../events.ts';
import type { Captures } from '../../format.ts';
import type { SureRule } from '../parts/line-spec.ts';
import { modeEvents } from '../parts/modes.ts';
import { mode } from '../parts/told.ts';

/** What parts a line's word from its sentence. */
export const TAB = String.raw`(?:\t| +)`;

export const line = (sentence: string): RegExp => new RegExp(`^${sentence}$`, 'su');
/** The signs that the window shows in the place of words; others have the same, but not the full stop. */
const SIGN = String.raw`(?=[^]*\.$)(?:-->|<--|\*\*\*) `;
/** A line of the client's own: its word (early versions put bars around it) and the sentence, whose full stop is part of it. */
export const says = (word: string, sentence: string): RegExp =>
  line(String.raw`(?:\|?${word}\|?${TAB}|${SIGN})${sentence}\.?`);

/** Privileges and channel modes, as the client words them. */
const PRIVILEGES: Readonly<Record<string, string>> = { owner: 'q', admin: 'a', operator: 'o', halfop: 'h' };
const MODES: Readonly<Record<string, string>> = {
  'no colors allowed': '+c',
  'allow color codes': '-c',
  'invite only': '+i',
  moderated: '+m',
  unmoderated: '-m',
  'no messages from outside': '+n',
  'allow messages from outside': '-n',
  private: '+p',
  public: '-p',
  quiet: '+q',
  secret: '+s',
  visible: '-s',
};

/** A change of mode; "You" and "yourself" are the owner, whom the line does not name. */
function changed(captured: Captures, change: string): readonly Event[] {
  const { nick } = captured;
  return modeEvents(change, nick === 'You' ? { own: true } : { ...(nick ? { nick } : {}) });
}

const WHO = String.raw`(?<nick>\S+)`;
const gave = ({ word = '' }: Captures): string => (/^gives?$/u.test(word) ? '+' : '-');
const set = ({ word = '' }: Captures): string => (/^sets?$/u.test(word) ? '+' : '-');
const whom = ({ target = '' }: Captures): string => (/^(?:you|yourself)$/u.test(target) ? '' : ` ${target}`);

export const modes: readonly SureRule[] = [
  {
    example: 'Mode\talice gives channel operator privileges to bob.',
    pattern: says(
      'Mode',
      String.raw`${WHO} (?<word>gives?|takes?) channel (?<what>owner|admin|operator|halfop) privileges (?:to|from) (?<target>\S+?)`,
    ),
    read: (c) => changed(c, gave(c) + (PRIVILEGES[c['what'] ?? ''] ?? '') + whom(c)),
    proves: true,
  },
  {
    example: 'Mode\talice gives bob permission to talk.',
    pattern: says('Mode', String.raw`${WHO} gives? (?<target>\S+) (?:the )?permission to talk`),
    read: (c) => changed(c, `+v${whom(c)}`),
    proves: true,
  },
  {
    example: 'Mode\talice takes the permission to talk from bob.',
    pattern: says('Mode', String.raw`${WHO} takes? the permission to talk from (?<target>\S+?)`),
    read: (c) => changed(c, `-v${whom(c)}`),
    proves: true,
  },
  {
    example: "Mode\talice sets the channel mode to 'moderated'.",
    pattern: says('Mode', String.raw`${WHO} sets? the channel mode to '(?<what>${Object.keys(MODES).join('|')})'`),
    read: (c) => changed(c, MODES[c['what'] ?? ''] ?? ''),
    proves: true,
  },
  {
    example: "Mode\talice removes the 'invite only' mode from the channel.",
    pattern: says('Mode', String.raw`${WHO} removes? the 'invite only' mode from the channel`),
    read: (c) => changed(c, '-i'),
    proves: true,
  },
  {
    example: "Mode\talice removes the 'quiet' channel mode.",
    pattern: says('Mode', String.raw`${WHO} removes? the 'quiet' channel mode`),
    read: (c) => changed(c, '-q'),
    proves: true,
  },
  {
    example: "Mode\talice switches on 'topic protection'.",
    pattern: says('Mode', String.raw`${WHO} switch(?:es)? (?<word>on|off) 'topic protection'`),
    read: (c) => changed(c, c['word'] === 'on' ? '+t' : '-t'),
    proves: true,
  },
  {
    example: "Mode\talice sets the channel key to 'sekrit'.",
    pattern: says('Mode', String.raw`${WHO} sets? the channel key to '(?<what>.*)'`),
    read: (c) => changed(c, `+k ${c['what'] ?? ''}`),
    proves: true,
  },
  {
    example: 'Mode\talice sets the channel limit to 30 nicks.',
    pattern: says('Mode', String.raw`${WHO} sets? the channel limit to (?<what>\d+) nicks?`),
    read: (c) => changed(c, `+l ${c['what'] ?? ''}`),
    proves: true,
  },
  {
    example: 'Mode\talice removes the channel limit.',
    pattern: says('Mode', String.raw`${WHO} removes? the channel (?<what>key|limit)`),
    read: (c) => changed(c, c['what'] === 'key' ? '-k' : '-l'),
    proves: true,
  },
  {
    example: 'Mode\talice sets a ban on *!*@bad.example.',
    pattern: says(
      'Mode',
      String.raw`${WHO} (?<word>sets?|removes?) (?:a|the) (?<what>ban|ban exception) on (?<target>\S+?)`,
    ),
    read: (c) => changed(c, `${set(c)}${c['what'] === 'ban' ? 'b' : 'e'} ${c['target'] ?? ''}`),
    proves: true,
  },
  {
    example: 'Mode\talice sets invitation mask *!*@good.example.',
    pattern: says('Mode', String.raw`${WHO} (?<word>sets?|removes?) (?:the )?invitation mask (?<target>\S+?)`),
    read: (c) => changed(c, `${set(c)}I ${c['target'] ?? ''}`),
    proves: true,
  },
  {
    example: 'Mode\talice sets channel mode +C',
    pattern: says('Mode', String.raw`${WHO} sets? channel mode (?<what>[+-]\S)`),
    read: (c) => changed(c, c['what'] ?? ''),
    proves: true,
  },
  {
    example: 'Mode\talice sets mode: +o bob',
    pattern: line(String.raw`Mode${TAB}${WHO} sets mode: (?<modes>[+-].*)`),
    read: mode,
  },
];
