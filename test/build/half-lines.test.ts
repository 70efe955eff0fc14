// A build that meets a log while its client is writing a line: the lines before keep what they are.
import { expect, it } from 'vitest';
import { bench, type Made } from './archive.ts';

const addresses = ({ days }: Made): readonly string[] =>
  Object.entries(days).flatMap(([key, { entries }]) => entries.map(({ id, kind }) => `${key} ${id} ${kind}`));

/** All that was told of whole lines is told of them with half a line behind them. */
async function keepsAll(path: string, whole: string, next: string): Promise<void> {
  const one = bench({ [path]: whole });
  const before = addresses(await one.make());
  expect(before.length).toBeGreaterThan(5);
  for (let length = 1; length <= next.length; length += 3) {
    one.write({ [path]: whole + next.slice(0, length) });
    expect(addresses(await one.make())).toEqual(expect.arrayContaining([...before]));
  }
  one.close();
}

it('has the words of the line before, where half a stamp is no more of them', () =>
  keepsAll(
    'logs/irc.seanet.#loom.weechatlog',
    [
      '2013-10-02 09:00:00\t-->\tada (~ada@host.example) has joined #loom',
      '2013-10-02 09:01:02\tada\tthe loom stands still',
      '2013-10-02 09:01:09\tbob\tsince when',
      '2013-10-02 09:01:12\tada\tsince yesterday',
      '2013-10-02 09:01:20\tbob\tthen let us see',
      '2013-10-02 09:02:20\t<--\tbob (~bob@host.example) has quit (bye)',
      '',
    ].join('\n'),
    '2013-10-02 09:02:31\tada\tyes',
  ));

it('has its theme, which half a sentence of a client does not change', () =>
  keepsAll(
    'logs/scrollback/seanet/#loom.txt',
    [
      'T 1553768048 19*\tNow talking on 22#loom',
      'T 1553768610 23*\tmarcel (~marcel@host.example23) has joined',
      'T 1553770348 19<ada>\tmarcel: hello',
      'T 1553773086 22*\t26marcel sets mode 24+Z on 22marcel',
      'T 1553773086 22*\t26marcel sets mode 24+i on 22marcel',
      'T 1553803044 22*\t26ada_ sets mode 24+Z on 22ada_',
      'T 1553803044 22*\t26ada_ sets mode 24+i on 22ada_',
      '',
    ].join('\n'),
    'T 1553803045 24*\tReceived a CTCP 24VERSION from 18seanet-connect',
  ));
