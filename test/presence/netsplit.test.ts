import { describe, expect, test } from 'vitest';
import { netsplitsOf, splitServers } from '../../src/presence.ts';
import { entriesOf } from './history.ts';

describe('a netsplit', () => {
  test('is the quits of one pair of servers, with who came back when', () => {
    expect(
      netsplitsOf(
        entriesOf(
          '10 ada quits (hub.example.net leaf.example.net)',
          '12 bob quits (hub.example.net leaf.example.net)',
          '15 cy quits (Ping timeout: 240 seconds)',
          '90 ADA joins',
        ),
      ),
    ).toEqual([
      {
        cut: [
          { nick: 'ada', at: 10, id: 't10', back: { at: 90, id: 't90' } },
          { nick: 'bob', at: 12, id: 't12' },
        ],
      },
    ]);
  });

  test('can cut off one alone, and happen again', () => {
    const splits = netsplitsOf(
      entriesOf(
        '10 ada quits (a.net b.net)',
        '20 ada joins',
        '300 ada quits (a.net b.net)',
        '301 bob quits (b.net c.net)',
      ),
    );
    expect(splits.map(({ cut }) => [cut[0]?.at, cut.length])).toEqual([
      [10, 1],
      [300, 1],
      [301, 1],
    ]);
  });

  test.each(['*.net *.split', 'irc-east.example.org irc_2.example.org'])('is told by the reason "%s"', (reason) => {
    expect(splitServers(reason)).toEqual(reason.split(' '));
  });

  test.each([
    'Quit: a.net b.net',
    'hub.example.net',
    'a.net b.net c.net',
    'a.net  b.net',
    'gone fishing',
    'see.http://x.net y.net',
    'v1. v2.',
  ])('is not told by the reason "%s"', (reason) => {
    expect(splitServers(reason)).toBeUndefined();
  });
});
