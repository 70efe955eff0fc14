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

const odd = '[09:00:00] ~~ the hub goes down\n';

it.each([
  ['ZNC', (date: string) => `logs/seanet/#loom/2013-10-0${date}.log`, (words: string) => day(words)],
  [
    'Eggdrop',
    (date: string) => `logs/#loom.log.0${date}Oct2013`,
    (words: string) => `[09:00] ada (~ada@host.example) joined #loom.\n[09:01] <ada> ${words} stands still\n`,
  ],
])('takes a day of which nothing is known for what the other days of %s are', async (_, path, text) => {
  const others = { [path('2')]: text('the loom'), [path('3')]: text('the spindle'), [path('4')]: text('the wheel') };
  const one = bench(others);
  await one.make();
  one.write({ [path('5')]: odd });
  const { days, report } = await one.make();
  expect(report.files.plan.undecided).toEqual([]);
  expect(days['loom/2013-10-05']?.entries).toMatchObject([{ kind: 'unparsed', text: '~~ the hub goes down' }]);
  // A long one is asked about, and so is one whose days are few.
  one.write({ [path('5')]: odd.repeat(9) });
  expect((await one.make()).report.files.plan.undecided).toMatchObject([{ path: path('5'), about: 'format' }]);
  one.write({ [path('5')]: odd, [path('4')]: undefined });
  expect((await one.make()).report.files.plan.undecided).toMatchObject([{ path: path('5'), about: 'format' }]);
  one.close();
});

it('takes a day that others read for what the other days of its window are', async () => {
  const { days, report } = await made({
    ...logs('seanet'),
    'logs/seanet/#loom/10-05-13.log': '[09:00:00] *** Something new from the hub\n',
  });
  expect(report.files.plan.channels.flatMap(({ files }) => files.map(({ format }) => format))).toEqual([
    ...['znc', 'znc', 'znc', 'znc'],
  ]);
  expect(days['loom/2013-10-05']?.entries).toMatchObject([{ text: '*** Something new from the hub' }]);
});
