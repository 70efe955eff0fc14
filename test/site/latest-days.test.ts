import { expect, test } from 'vitest';
import { bench } from '../build/archive.ts';
import { channelMade } from './a-site.ts';

const DAYS = [
  '2013-09-30 20:00:00\tada\tthe month before',
  '2013-10-01 09:00:00\tada\twren: morning',
  '2013-10-01 09:00:05\twren\tada: over here',
  '2013-10-02 10:00:00\twren\tthe tide turned',
  '2013-10-02 10:00:09\tada\tso it did',
  '2013-10-03 11:00:00\tmole\ta third day',
];

/** What the last month lays down of such lines, and the days that were read for it, with and without what is kept. */
async function laidDown(one: ReturnType<typeof bench>) {
  const { store, siteFrom } = await channelMade(one);
  const read: string[] = [];
  const archive: typeof store = { ...store, readDay: (slug, date) => (read.push(date), store.readDay(slug, date)) };
  const lived = (from: typeof store) => {
    read.length = 0;
    const month = siteFrom(from).months().at(-1)!;
    const lives = month.live();
    return { lives, words: store.readWords(month.slug, month.name), read: [...read] };
  };
  return { believing: () => lived(archive), fresh: () => lived({ ...archive, readKept: () => undefined }) };
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
