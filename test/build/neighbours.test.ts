// What files tell of those beside them, build after build.
import { expect, it } from 'vitest';
import { bench, made } from './archive.ts';

const day = (words: string): string =>
  [
    '[09:00:00] *** Joins: ada (~ada@host.example)',
    `[09:01:02] <ada> ${words} stands still since yesterday`,
    '[09:01:20] <bob> then let us look at it',
    `[09:02:11] <eve> who has ${words} in hand`,
    '',
  ].join('\n');

const logs = (folder: string): Record<string, string> => ({
  [`logs/${folder}/#loom/10-02-13.log`]: day('the loom'),
  [`logs/${folder}/#loom/10-03-13.log`]: day('the spindle'),
  [`logs/${folder}/#loom/10-04-13.log`]: day('the wheel'),
});

it('dates a log that an earlier build could not date, as soon as those beside it do', async () => {
  const files = logs('seanet');
  const [first, ...others] = Object.entries(files);
  const one = bench(Object.fromEntries([first!]));
  await one.make();
  for (const [path, text] of others) {
    one.write({ [path]: text });
    await one.make();
  }
  const { days, bytes } = await one.make();
  expect(Object.keys(days)).toEqual(['loom/2013-10-02', 'loom/2013-10-03', 'loom/2013-10-04']);
  expect(bytes).toEqual((await made(files)).bytes);
  one.close();
});

it('knows by those dates that the logs of two people tell of one channel', async () => {
  const { days } = await made({ ...logs('ada'), ...logs('bob') });
  expect(Object.keys(days)).toEqual(['loom/2013-10-02', 'loom/2013-10-03', 'loom/2013-10-04']);
  expect(Object.values(days).map(({ channel }) => channel.network)).toEqual([undefined, undefined, undefined]);
});
