// Addresses of a day whose lines are on another day's page by now.
import { expect, test } from 'vitest';
import { wholeText } from '../../src/shared/text-room.ts';
import { daysAway, linesElsewhere, renderMoved } from '../../src/site/former/former-pages.ts';
import { PLAIN_DRESS } from '../../src/site/parts/layout.ts';
import type { Archive, ChannelIndex } from '../../src/store.ts';
import { aDay, around, said } from './a-day.ts';

test('A line is told of once on each day that it had an address on, and not where another line has that address', () => {
  const later = aDay({
    date: '2024-03-06',
    entries: [
      said(5, 'ada', 'good night', {
        id: 't000005aaaa',
        aliases: ['2024-03-05/t235959bbbb', '2024-03-05/t235959cccc'],
      }),
      said(6, 'bob', 'good night', {
        id: 't000006dddd',
        aliases: ['2024-03-05/t235959bbbb', '2024-03-04/t235958eeee'],
      }),
    ],
  });
  const { channel } = around(later);
  const [summary] = channel.days;
  const moved: ChannelIndex = { ...channel, days: [{ ...summary!, away: ['2024-03-05', '2024-03-04'] }] };
  const archive = { readDay: () => later } as unknown as Archive;
  const elsewhere = { date: '2024-03-06', target: 't000005aaaa' };
  expect(daysAway(moved)).toEqual(['2024-03-04', '2024-03-05']);
  expect(linesElsewhere(archive, moved, '2024-03-05')).toEqual([
    { id: 't235959bbbb', ...elsewhere },
    { id: 't235959cccc', ...elsewhere },
  ]);
  const day = aDay({ entries: [said(86_399, 'eve', 'night', { id: 't235959cccc' })] });
  expect(linesElsewhere(archive, moved, '2024-03-05', day)).toEqual([{ id: 't235959bbbb', ...elsewhere }]);
});

test('Pages that have moved are told apart by their titles', () => {
  const { index, channel } = around(aDay({ entries: [] }));
  const titleOf = (from: string): string | undefined =>
    /<title>(.*)<\/title>/.exec(wholeText(renderMoved(index, channel, from, 'loom/', PLAIN_DRESS)))?.[1];
  expect(titleOf('warp/2024-03-05/')).toMatch(/has moved: warp\/2024-03-05\//);
  expect(titleOf('warp/2024-03-05/')).not.toBe(titleOf('warp/'));
});
