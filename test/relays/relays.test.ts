import { describe, expect, test } from 'vitest';
import { specOf, type Entry, type Event } from '../../src/events.ts';
import { relayed } from '../../src/relays.ts';

const give = relayed([
  { nick: 'Bridge', match: /^<(?<nick>[^>]+)> (?<text>.*)$/iu },
  { nick: 'telebot', match: /^(?<nick>\S+): (?<text>.*) \(from afar\)$/iu },
]);

const said = (nick: string, text: string, more = {}): Entry =>
  ({ id: 't100113jqwa', at: 1760943673, kind: 'message', nick, text, ...more }) as Entry;

describe('what a relay says', () => {
  test('is said by the person behind it, at the same address', () => {
    expect(give(said('bridge', '<wren> hello <dov>', { prefix: '+' }))).toEqual(
      said('wren', 'hello <dov>', { via: 'bridge' }),
    );
    expect(give(said('bridge', '<zoe\u0308> cafe\u0301!'))).toEqual(
      said('zoe\u0308', 'cafe\u0301!', { via: 'bridge' }),
    );
    expect(give(said('telebot', 'dov: tea? (from afar)'))).toEqual(said('dov', 'tea?', { via: 'telebot' }));
  });

  test('keeps its formatting, without the codes of the nick', () => {
    const entry = said('bridge', '<wren> hello', { styled: '\x0304<w\u200bren>\x03 \x02hello' });
    expect(give({ ...entry, text: '<w\u200bren> hello' } as Entry)).toEqual(
      said('wren', 'hello', { styled: '\x02hello', via: 'bridge' }),
    );
    const coloured = give(said('bridge', '<wren> hello', { styled: '<\x0304wren\x03> hello' }));
    expect(coloured).toEqual(said('wren', 'hello', { via: 'bridge' }));
  });

  test('shows that the relay was there, not the person', () => {
    const entry = give(said('bridge', '<@wren> hello'));
    expect(entry.nick).toBe('wren');
    expect(specOf(entry as Event).presence(entry as Event)).toEqual([{ change: 'here', nick: 'bridge' }]);
  });
});

describe('what stays as it is', () => {
  test.each([
    ['what others say', said('dov', '<wren> hello')],
    ['what the relay says of itself', said('bridge', 'back again')],
    ['a nick that is none', said('bridge', '<\u200b> hello')],
    [
      'other kinds of entries',
      { id: 't100113jqwa', at: 1, kind: 'topic', nick: 'bridge', text: '<wren> hello' } as Entry,
    ],
  ])('%s', (_, entry) => {
    expect(give(entry)).toBe(entry);
  });
});
