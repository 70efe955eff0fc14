import { describe, expect, it } from 'vitest';
import type { Event, Piece } from '../../src/events.ts';
import { netsplitsOf } from '../../src/presence.ts';
import { spell } from '../../src/site/parts/comings-words.ts';
import { tell } from '../../src/site/day/comings.ts';
import { aDay } from './a-day.ts';
import type { GivenEntry } from './a-day.ts';

const join = (at: number, nick: string, more: object = {}): GivenEntry => ({ at, kind: 'join', nick, ...more });
const quit = (at: number, nick: string, reason = 'Quit: bye'): GivenEntry => ({ at, kind: 'quit', nick, reason });
const became = (at: number, nick: string, to: string): GivenEntry => ({ at, kind: 'nick', nick, to });

function sentence(
  entries: readonly (Event & { readonly at: number })[],
  gaps: readonly [number, number][] = [],
): string {
  const day = aDay({ entries });
  const sight = {
    stopped: new Set(gaps.map(([from]) => day.start + from)),
    resumed: new Set(gaps.map(([, to]) => day.start + to)),
  };
  return inWords(tell(day.entries, sight));
}

const inWords = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : 'nick' in piece ? piece.nick : piece.text)).join('');

describe('comings and goings are told in order', () => {
  it.each<readonly [string, readonly GivenEntry[]]>([
    ['lena joined', [join(0, 'lena')]],
    [
      'lena joined, then reconnected ×2',
      [join(0, 'lena'), quit(9, 'lena'), join(20, 'lena'), quit(30, 'lena'), join(90, 'lena')],
    ],
    [
      'lena dropped in for 4 min, then joined, then reconnected',
      [join(0, 'lena'), quit(242, 'lena'), join(30000, 'lena'), quit(31000, 'lena'), join(31013, 'lena')],
    ],
    [
      'lena came and went ×2, then joined',
      [join(0, 'lena'), quit(242, 'lena'), join(9000, 'lena'), quit(9242, 'lena'), join(30000, 'lena')],
    ],
    ['lena left and rejoined', [quit(0, 'lena'), join(3000, 'lena')]],
    ['lena reconnected', [quit(0, 'lena'), join(30, 'lena')]],
    ['lena left and came back, then left', [quit(0, 'lena'), join(3000, 'lena'), quit(9000, 'lena')]],
    ['lena dropped in for 7 h 34 min', [join(0, 'lena'), quit(27240, 'lena')]],
    ['lena came and went ×2', [join(0, 'lena'), quit(60, 'lena'), join(9000, 'lena'), quit(9100, 'lena')]],
    ['otto left, lena joined', [quit(0, 'otto'), join(1, 'lena')]],
    ['lena left, lena_ became lena', [quit(0, 'lena', 'Ping timeout'), became(30, 'lena_', 'lena')]],
    ['lena_ joined, then became lena, then left', [join(0, 'lena_'), became(9, 'lena_', 'lena'), quit(99, 'lena')]],
    ['a, b and c joined', [join(0, 'a'), join(1, 'b'), join(2, 'c')]],
    ['bob was kicked by lena', [{ at: 0, kind: 'kick', nick: 'lena', target: 'bob' }]],
    [
      'lena joined, 2 modes changed',
      [join(0, 'lena'), { at: 1, kind: 'mode', changes: '+o lena' }, { at: 2, kind: 'mode', changes: '+v lena' }],
    ],
    [
      'recording stopped, recording began',
      [
        { at: 0, kind: 'log', event: 'close', text: 'x' },
        { at: 9, kind: 'log', event: 'open', text: 'y' },
      ],
    ],
    [
      '2 remarks of the client',
      [
        { at: 0, kind: 'log', event: 'info', text: 'x' },
        { at: 9, kind: 'log', event: 'info', text: 'y' },
      ],
    ],
  ])('%s', (expected, entries) => {
    expect(sentence(entries)).toBe(expected);
  });

  it('as one where servers parted', () => {
    const nicks = Array.from({ length: 100 }, (_, i) => `nick${i}`);
    const gone = nicks.map((nick) => quit(5, nick, 'hub.example.net leaf.example.net'));
    const back = nicks.slice(3).map((nick) => join(300, nick));
    expect(sentence([...gone, ...back])).toBe(
      'a netsplit cut off nick0, nick1, nick2, nick3, nick4, nick5, nick6 and 93 others; 97 came back within 5 min',
    );
    expect(sentence([...gone.slice(0, 2), ...nicks.slice(0, 2).map((nick) => join(300, nick))])).toBe(
      'a netsplit cut off nick0 and nick1; all came back within 5 min',
    );
    expect(sentence([...gone.slice(0, 1), join(425, 'nick0')])).toBe('a netsplit cut off nick0 for 7 min');
  });

  it('tells a netsplit whole at its beginning, and what comes of it where words lie between', () => {
    const { entries } = aDay({
      entries: [
        quit(5, 'lena', 'hub.example.net leaf.example.net'),
        quit(6, 'otto', 'hub.example.net leaf.example.net'),
        quit(9, 'vera', 'hub.example.net leaf.example.net'),
        join(400, 'otto'),
        join(401, 'lena'),
      ],
    });
    const none = { stopped: new Set<number>(), resumed: new Set<number>() };
    const told = (from: number, to: number): string =>
      inWords(tell(entries.slice(from, to), none, netsplitsOf(entries)));
    expect(told(0, 2)).toBe('a netsplit cut off lena, otto and vera; 2 came back within 7 min');
    expect(told(2, 3)).toBe('the netsplit cut off vera too');
    expect(told(3, 5)).toBe('lena and otto came back from the netsplit');
  });

  it('and counts what programs said', () => {
    const said = (at: number, text: string): GivenEntry => ({ at, kind: 'message', nick: 'buildbot', text });
    expect(sentence([said(0, 'nightly build'), said(1, 'passed'), join(9, 'lena')])).toBe(
      'lena joined, buildbot said 2 lines',
    );
  });

  it('says when the record broke off and went on, by the gaps of the day', () => {
    expect(
      sentence(
        [{ at: 5, kind: 'part', nick: 'me', own: true }, join(65, 'me', { own: true }), join(70, 'lena')],
        [[5, 65]],
      ),
    ).toBe('recording stopped, recording resumed, lena joined');
  });
});

describe('durations', () => {
  it('are hours and minutes', () => {
    expect([20, 240, 7200, 27240].map(spell)).toEqual(['a moment', '4 min', '2 h', '7 h 34 min']);
  });
});
