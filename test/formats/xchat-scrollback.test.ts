// Laws of the scrollback format: what a release prints is read back, with control bytes and without.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/events.ts';
import type { FileFacts, ParsedLine } from '../../src/format.ts';
import format from '../../src/formats/xchat-scrollback.ts';
import { EVENT_STRINGS, RELEASES, type Release } from '../../src/formats/xchat/event-strings.ts';
import { partsOf } from '../../src/formats/xchat/format-string.ts';
import { isColourOf, NICK_COLOURS } from '../../src/formats/xchat/nick-colour.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéжü[]\\`_^{}|';
const nicks = fc
  .tuple(fc.constantFrom(...LETTERS), fc.string({ unit: fc.constantFrom(...LETTERS, ...'0123456789-'), maxLength: 9 }))
  .map((parts) => parts.join(''));
const hosts = fc.tuple(nicks, nicks).map(([user, host]) => `~${user}@${host}.example`);
const texts = fc.string({ unit: fc.constantFrom(...LETTERS, ...'0123456789 ()<>*-:#@,.!\t'), maxLength: 40 });
const words = texts.map((text) => `x${text.trim()}`);
const codes = fc.constantFrom('\x02', '\x0304', '\x03', '\x0f', '\x1d');

/** The format string of an event in a release, or in the first later one that has the event. */
function stringOf(release: Release, event: string): string {
  const at = RELEASES.indexOf(release);
  const strings = EVENT_STRINGS[event] ?? {};
  const before = RELEASES.slice(0, at + 1).findLast((name) => strings[name] !== undefined);
  const later = RELEASES.slice(at + 1).find((name) => strings[name]);
  return (before && strings[before]) || (later && strings[later]) || '';
}

function printed(release: Release, event: string, args: readonly string[], raw: boolean): string {
  const text = partsOf(stringOf(release, event))
    .map((part) => (typeof part === 'string' ? part : (args[part - 1] ?? '')))
    .join('');
  return `T 1380742174 ${raw ? text : text.replace(/[\x00-\x08\x0b-\x1f]/gu, '')}`;
}

function eventsOf(lines: readonly ParsedLine[]): readonly Event[] {
  return lines.flatMap((line) => (line.is === 'event' ? [line.event] : []));
}

const reason = (text: string): { readonly reason?: string } => (text ? { reason: text } : {});

/** An event's arguments, and what they mean. */
type Told = readonly [event: string, args: readonly string[], expected: readonly Event[]];

const coloured = (nick: string): string => `\x03${NICK_COLOURS.find((colour) => isColourOf(colour, nick))}${nick}`;

const told = (release: Release): fc.Arbitrary<Told> =>
  fc.oneof(
    fc
      .tuple(nicks, words)
      .map(([nick, text]): Told => ['Channel Message', [coloured(nick), text], [{ kind: 'message', nick, text }]]),
    fc
      .tuple(nicks, words)
      .map(([nick, text]): Told => ['Your Message', [nick, text], [{ kind: 'message', nick, text, own: true }]]),
    fc
      .tuple(nicks, words)
      .map(([nick, text]): Told => ['Channel Msg Hilight', [nick, text], [{ kind: 'message', nick, text }]]),
    fc
      .tuple(nicks, words)
      .map(([nick, text]): Told => ['Channel Action', [coloured(nick), text], [{ kind: 'action', nick, text }]]),
    fc.tuple(nicks, hosts).map(([nick, host]): Told => ['Join', [nick, '#c', host], [{ kind: 'join', nick, host }]]),
    fc
      .tuple(nicks, texts)
      .map(([nick, text]): Told => ['Quit', [nick, text], [{ kind: 'quit', nick, ...reason(text) }]]),
    fc
      .tuple(nicks, hosts, words)
      .map(([nick, host, text]): Told => [
        'Part with Reason',
        [nick, host, '#c', text],
        [{ kind: 'part', nick, host, reason: text }],
      ]),
    fc
      .tuple(nicks, nicks, texts)
      .map(([nick, target, text]): Told => [
        'Kick',
        [nick, target, '#c', text],
        [{ kind: 'kick', nick, target, ...reason(text) }],
      ]),
    fc.tuple(nicks, nicks).map(([nick, to]): Told => ['Change Nick', [nick, to], [{ kind: 'nick', nick, to }]]),
    fc.tuple(nicks, texts).map(([nick, text]): Told => ['Topic Change', [nick, text], [{ kind: 'topic', nick, text }]]),
    fc.tuple(nicks, nicks, nicks).map(([nick, one, two]): Told => [
      'Channel Voice',
      [nick, `${one} ${two}`],
      [
        { kind: 'mode', nick, changes: `+v ${one}` },
        { kind: 'mode', nick, changes: `+v ${two}` },
      ],
    ]),
    fc
      .tuple(nicks, fc.constantFrom('+', '-'), fc.constantFrom(...'imnst'))
      .map(([nick, sign, letter]): Told => [
        'Channel Mode Generic',
        [nick, sign, letter, '#c'],
        [{ kind: 'mode', nick, changes: sign + letter }],
      ]),
    fc.constant<Told>(['You Join', ['', '#c', ''], [{ kind: 'join', own: true }]]),
    fc.constant<Told>(['You Part', ['', '', '#c'], [{ kind: 'part', own: true }]]),
    ...(release === 'hexchat-2.9.4'
      ? []
      : [
          fc
            .tuple(nicks, hosts)
            .map(([nick, host]): Told => ['Part', [nick, host, '#c'], [{ kind: 'part', nick, host }]]),
        ]),
  );

describe.each(RELEASES)('%s', (release) => {
  const facts: FileFacts = { variant: `${release} coloured indented` };

  test.each([true, false])('what it prints is read back (with control bytes: %s)', (raw) => {
    const parse = format.open(facts);
    fc.assert(
      fc.property(told(release), ([event, args, expected]) => {
        const text = printed(release, event, args, raw);
        expect(eventsOf(parse({ number: 1, text })), text).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test("people's own codes stay in what they said", () => {
    const parse = format.open(facts);
    fc.assert(
      fc.property(nicks, fc.array(fc.oneof(words, codes), { minLength: 1, maxLength: 6 }), (nick, said) => {
        const text = `x${said.join('')}x`;
        const line = printed(release, 'Channel Message', [coloured(nick), text], true);
        expect(eventsOf(parse({ number: 1, text: line }))).toEqual([{ kind: 'message', nick, text }]);
      }),
    );
  });

  test('every event it can print is read as something', () => {
    const parse = format.open(facts);
    for (const event of Object.keys(EVENT_STRINGS)) {
      const string = stringOf(release, event).replace(/^%O/u, '');
      if (event.endsWith(' to Dialog') || !string.includes('$t') || string === '$tNotify list is empty.') continue;
      for (const raw of [true, false]) {
        const text = printed(release, event, ['one', '#two', '#three', ''], raw).split('\n')[0] ?? '';
        const kinds = eventsOf(parse({ number: 1, text })).map(({ kind }) => kind);
        expect(kinds, `${event}: ${text}`).not.toContain('unparsed');
      }
    }
  });
});

test('no line throws, and each gives something', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('T 1 ', 'T 0 ', 'T ', 'T\t', ''), fc.string({ unit: 'binary', maxLength: 200 }))
      .map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom('-10-11-\t', '22*\t', '24*\t', '2<20', '\x0318\x08<\x08', '18*\t'),
        fc.string({ unit: 'binary' }),
      )
      .map(([left, right]) => `T 1380742174 ${left}${right}`),
  );
  fc.assert(
    fc.property(fc.array(strange, { maxLength: 30 }), (texts) => {
      const lines = texts.map((text, index) => ({ number: index + 1, text }));
      const [candidate] = format.recognise({ path: 'logs/x.txt', lines, given: {} });
      const survey = format.survey?.(candidate?.facts ?? {});
      for (const line of lines) survey?.see(line);
      const parse = format.open(survey?.facts() ?? {});
      for (const line of lines) expect(parse(line).length).toBeGreaterThan(0);
    }),
  );
});

test('a long hostile line is read, in a time that grows as it does', () => {
  const parse = format.open({});
  for (const left of ['-10-11-\t', '22*\t', '24*\t', '\x0322*\x0f\t', '»\t']) {
    const text = `T 1380742174 ${left}${' (a) from to at is '.repeat(20_000)}`;
    // Where it grew with the square, this would not come to an end.
    expect(parse({ number: 1, text })).not.toEqual([]);
  }
});

test('it claims no log of another kind', () => {
  const others = [
    'Oct 02 14:29:34 <marta>\thello',
    '[14:29:34] <marta> hello',
    '14:29 <@marta> hello',
    '2013-10-02 14:29:34\tmarta\thello',
    'The tide tables',
    'T for two',
  ];
  const lines = others.map((text, index) => ({ number: index + 1, text }));
  expect(format.recognise({ path: 'logs/#boatyard.log', lines, given: {} })).toEqual([]);
});

test('the colours of nicks are the client’s', () => {
  const known = { nils: '27', marta: '22', marta_: '28', zoe: '20', Henry151: '24' };
  for (const [nick, colour] of Object.entries(known)) expect(isColourOf(colour, nick)).toBe(true);
  // bytes are signed: ё is d1 91, −47 and −111, and 2⁶⁴ − 158 is 2 modulo 9
  expect(isColourOf('22', 'ё')).toBe(true);
  // on ARM they are not: 209 and 145 are 354, which is 3 modulo 9
  expect(isColourOf('24', 'ё')).toBe(true);
  expect(isColourOf('30', 'marta')).toBe(false);
});
