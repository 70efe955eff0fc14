// Logs that an editor, or a copy, changed: blanks at the ends of lines, or before all of them.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FileFacts, ParsedLine, RawLine } from '../../src/format.ts';
import { recognise } from '../../src/recognise.ts';
import { FORMATS } from '../all-formats.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

const rawLines = (text: string): readonly RawLine[] =>
  text.split('\n').map((line, index) => ({ text: line, number: index + 1 }));

/** Formats in which nobody can say what reads as an event. In others, a blank more is what tells an action from one. */
const SURE = ['eggdrop', 'energymech', 'ii', 'irssi', 'konversation', 'the-lounge', 'weechat', 'znc'];

/** Their fixtures. */
const CASES = FORMATS.filter(({ name }) => SURE.includes(name)).flatMap(({ name }) =>
  readdirSync(join(HERE, name)).map((title) => {
    const folder = join(HERE, name, title);
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? '';
    const { facts } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { readonly facts: FileFacts };
    return { name, title, facts, text: readFileSync(join(folder, input), 'utf8') };
  }),
);

function read(name: string, facts: FileFacts, text: string): readonly (readonly ParsedLine[])[] {
  const parse = FORMATS.find((format) => format.name === name)!.open(facts);
  return rawLines(text).map((line) => parse(line));
}

const kindsOf = (lines: readonly (readonly ParsedLine[])[]): readonly string[] =>
  lines.map((parsed) => parsed.map((one) => (one.is === 'event' ? one.event.kind : one.is)).join());

describe.each(CASES)('A log of $name: $title', ({ name, facts, text }) => {
  const whole = kindsOf(read(name, facts, text));

  it.each([
    ['an editor took the blanks off the ends of lines', text.replace(/[ \t]+$/gm, '')],
    ['blanks were put at the ends of lines', text.replace(/(?<=\S)$/gm, '  ')],
  ])('has the same events where %s', (_, edited) => {
    expect(kindsOf(read(name, facts, edited))).toEqual(whole);
  });
});

/** Logs in which sentences and actions begin alike: three comings and goings, and what somebody does. */
const ALIKE = {
  mirc: `Session Start: Thu Jan 05 09:00:00 2012
Session Ident: #loom
[09:01] * carol (~c@host.example) has joined #loom
[09:02] <ada> hello
[09:03] * ada waves
[09:04] * carol is now known as carol_
[09:05] * carol_ (~c@host.example) Quit (bye)`,
  pircbot: `[9:01] * carol (~c@host.example) has joined #loom
[9:02] <ada> hello
[9:03] * ada waves
[9:04] * carol is now known as carol_
[9:05] * carol_ (~c@host.example) Quit (bye)`,
  'xchat-log': `**** BEGIN LOGGING AT Thu Jan  5 09:00:00 2012

Jan 05 09:01:00 *\tcarol (~c@host.example) has joined
Jan 05 09:02:00 <ada>\thello
Jan 05 09:03:00 *\tada waves
Jan 05 09:04:00 *\tcarol is now known as carol_
Jan 05 09:05:00 *\tcarol_ has quit (bye)`,
};

describe.each(Object.entries(ALIKE))('A log of %s, in which sentences and actions begin alike', (name, text) => {
  const recognised = (edited: string): readonly string[] => {
    const found = recognise({ path: '#loom/2012-01-05.log', lines: rawLines(edited), given: {} }, FORMATS);
    expect(found).toMatchObject({ is: 'log', format: name });
    return kindsOf(read(name, found.is === 'log' ? found.facts : {}, edited));
  };

  it('has the same events where blanks were put at the ends of lines', () => {
    expect(recognised(text.replace(/(?<=\S)$/gm, '  '))).toEqual(recognised(text));
  });

  it('has an action where one line alone ends in a blank', () => {
    const kinds = recognised(text.replace(/(?<=\(bye\))$/m, ' '));
    expect(kinds).toEqual([...recognised(text).slice(0, -1), 'action']);
  });
});

describe('Blanks at the ends of a scrollback without control bytes', () => {
  it('make no action of what the client says of its owner', () => {
    const facts = { variant: 'hexchat-2.16 coloured indented' };
    const [parsed] = read('xchat-scrollback', facts, 'T 1380742816 19*\tYou have left channel 22#loom (24bye) ');
    expect(parsed).toMatchObject([{ is: 'event', event: { kind: 'part', own: true, reason: 'bye' } }]);
  });

  it('make no foreign client of an English one', () => {
    const lines = ['ada is now known as bert  ', 'bert is now known as ada ', 'ada is now known as bert '];
    const sample = lines.map((line) => `T 1380742816 -10-11-\t${line}`).join('\n');
    const found = recognise({ path: 'scrollback/sea/#loom.txt', lines: rawLines(sample), given: {} }, FORMATS);
    const parsed = read('xchat-scrollback', found.is === 'log' ? found.facts : {}, sample);
    expect(parsed.flat().map((one) => one.is === 'event' && 'to' in one.event && one.event.to)).toEqual([
      'bert',
      'ada',
      'bert',
    ]);
  });
});

describe('A log that was indented as a whole', () => {
  it('is not taken for one whose indented lines go on with the line before', () => {
    const lines = rawLines('  14:36:00 <ada> hello\n  14:36:02 <bob> hi\n  14:37:00 <ada> well');
    const found = recognise({ path: '#loom/talk.txt', lines, given: {} }, FORMATS);
    expect(found.is === 'log' ? found.format : found.is).not.toBe('rrsagent');
  });
});

describe('An editor that takes the blanks off the ends of lines', () => {
  it.each([
    ['xchat-log', 'Jan 05 09:02:00 *\tbob', { kind: 'action', nick: 'bob', text: '' }],
    ['xchat-log', 'Jan 05 09:02:00 *\tada has changed the topic to:', { kind: 'topic', nick: 'ada', text: '' }],
    ['xchat-log', 'Jan 05 09:02:00 ---\tada has changed the topic to:', { kind: 'topic', nick: 'ada', text: '' }],
    ['xchat-log', 'Jan 05 09:02:00 *\tbob says:', { kind: 'action', nick: 'bob', text: 'says:' }],
    ['xchat-scrollback', 'T 1380742816 18*\t24bob', { kind: 'action', nick: 'bob', text: '' }],
    ['xchat-scrollback', 'T 1380743051 22*\t26ada has changed the topic to:', { kind: 'topic', nick: 'ada', text: '' }],
  ])('leaves an empty action and an empty topic what they are: %s, %s', (name, line, event) => {
    const facts = name === 'xchat-log' ? {} : { variant: 'hexchat-2.16 coloured indented' };
    const [parsed] = read(name, facts, line);
    expect(parsed).toMatchObject([{ is: 'event', event }]);
  });
});
