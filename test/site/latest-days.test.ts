import { expect, test } from 'vitest';
import type { Memory } from '../../src/pipeline/archive.ts';
import { madeOf } from '../../src/pipeline/channel-memory.ts';
import type { OwnerFiles } from '../../src/site/owner/owner-files.ts';
import { siteOf } from '../../src/site/site.ts';
import { openState } from '../../src/state.ts';
import { openStore } from '../../src/store.ts';
import { bench } from '../build/archive.ts';

const NOTHING: OwnerFiles = { pages: [], copies: [], problems: [], notesOf: () => new Map() };
const DAYS = [
  '2013-09-30 20:00:00\tada\tthe month before',
  '2013-10-01 09:00:00\tada\twren: morning',
  '2013-10-01 09:00:05\twren\tada: over here',
  '2013-10-02 10:00:00\twren\tthe tide turned',
  '2013-10-02 10:00:09\tada\tso it did',
  '2013-10-03 11:00:00\tmole\ta third day',
];

/** What the last month lays down of such lines, and the days that were read for it, with and without believing what is there. */
async function laidDown(one: ReturnType<typeof bench>) {
  await one.make();
  const state = openState<Memory>(one.cache, 'test');
  const store = openStore(state.store);
  const read: string[] = [];
  const archive: typeof store = { ...store, readDay: (slug, date) => (read.push(date), store.readDay(slug, date)) };
  const lived = (believed: boolean) => {
    read.length = 0;
    const month = siteOf(archive, NOTHING, (slug) => madeOf(state.parts, slug))
      .channels[0]!.months()
      .at(-1)!;
    const lives = month.live(believed);
    return { lives, words: store.readWords(month.slug, month.name), read: [...read] };
  };
  return { believing: () => lived(true), fresh: () => lived(false) };
}

test('Of a latest month whose days were told of before, only those are read that differ, and all is told as from nothing', async () => {
  const path = 'logs/#quay.weechatlog';
  const one = bench({ [path]: `${DAYS.join('\n')}\n` });
  try {
    const first = await laidDown(one);
    const whole = first.fresh();
    expect(whole.read).toEqual(['2013-10-01', '2013-10-02', '2013-10-03']);
    expect(first.believing()).toEqual({ ...whole, read: [] });

    one.write({ [path]: `${[...DAYS, '2013-10-03 11:05:00\tmole\twren: a word nobody said before'].join('\n')}\n` });
    const second = await laidDown(one);
    const told = second.believing();
    expect(told.read).toEqual(['2013-10-03']);
    expect(told).toEqual({ ...second.fresh(), read: told.read });
    expect(told.words).toContain('nobody 4');
    expect(told.lives).not.toEqual(whole.lives);
  } finally {
    one.close();
  }
});
