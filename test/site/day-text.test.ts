import { expect, it } from 'vitest';
import { wholeText } from '../../src/shared/text-room.ts';
import { textOf } from '../../src/site/day/day-text.ts';
import { aDay, said } from './a-day.ts';

it('is a line for each entry and each of its lines, which tells who said it and to whom', () => {
  const day = aDay({
    entries: [
      said(1, 'lena', 'two\nlines', { prefix: '@' } as object),
      said(2, 'lena', 'ops only', { prefix: '@', to: '@' } as object),
      { at: 3, kind: 'action', nick: 'otto', text: 'waves' },
      { at: 4, kind: 'action', nick: 'otto', text: 'nods', to: '+' },
      { at: 5, kind: 'notice', nick: 'otto', text: 'tea' },
      { at: 6, kind: 'notice', nick: 'otto', text: 'tea for ops', to: '@' },
      { at: 7, kind: 'message', text: 'by nobody known' },
      { at: 8, kind: 'quit', nick: 'otto', reason: 'bye' },
    ],
  });
  expect(wholeText(textOf(day)).split('\n')).toEqual([
    '[00:00:01] <@lena> two',
    '[00:00:01] <@lena> lines',
    '[00:00:02] <@lena:@> ops only',
    '[00:00:03] * otto waves',
    '[00:00:04] * otto:+ nods',
    '[00:00:05] -otto- tea',
    '[00:00:06] -otto:@- tea for ops',
    '[00:00:07] <> by nobody known',
    '[00:00:08] *** otto quit (bye)',
    '',
  ]);
});
