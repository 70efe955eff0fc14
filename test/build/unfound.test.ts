// What settings say that no log bears out is told, for a slip of the pen hides nobody, or all that was said.
import { expect, test } from 'vitest';
import { problemsOf } from '../../src/commands/report.ts';
import { toldOf } from '../../src/commands/told.ts';
import { line, made } from './archive.ts';

const NAMED = `
privacy:
  remove: [loom/2013-10-02/t000000aaaa]
  people: [{ nicks: [Ada, adda] }, { nicks: [bob], as: somebody }]
`;

test('A build tells which lines to remove and which nicks to hide it has not met', async () => {
  const { report, bytes } = await made({
    'archive.yaml': NAMED,
    'logs/#loom.txt': `${line(1_380_742_174, 'ada', 'good morning')}\n${line(1_380_742_180, 'bob', 'morning')}\n`,
  });
  const told = report.channels.map(toldOf);
  const problems = await problemsOf({ files: report.files, told, unfound: report.unfound }, '.');
  expect(problems.map(({ sentence }) => sentence)).toEqual([
    'archive.yaml: privacy.remove names loom/2013-10-02/t000000aaaa, which no page has.',
    'archive.yaml: privacy.people names adda, a nick that no log has.',
  ]);
  expect(JSON.stringify(bytes)).not.toMatch(/ada|bob/);
});

test('A build tells nicks that are shown, though a change of nick ties them to one that is not', async () => {
  const renamed = (at: number, from: string, to: string): string => `T ${at} -10-11-\t${from} is now known as ${to}`;
  const { report } = await made({
    'archive.yaml': 'privacy:\n  people: [{ nicks: [Ada, "ada|away"] }]\n',
    'logs/#loom.txt': [
      line(1_380_742_174, 'ada', 'good morning'),
      renamed(1_380_742_175, 'ada', 'ada|away'),
      renamed(1_380_742_176, 'ada|away', 'countess'),
      renamed(1_380_742_177, 'bob', 'bobby'),
      renamed(1_380_742_178, 'Guest12', 'ada'),
      line(1_380_742_180, 'countess', 'back soon'),
      '',
    ].join('\n'),
  });
  const told = report.channels.map(toldOf);
  const problems = await problemsOf({ files: report.files, told, unfound: report.unfound }, '.');
  expect(problems.map(({ sentence }) => sentence)).toEqual([
    'archive.yaml: privacy.people hides a nick that was changed from or into countess; list there too what is the same person’s.',
  ]);
});

test('A build tells where somebody is shown under a nick that another has in the logs', async () => {
  const hidden = ['bob', 'mal', 'cleo', 'dov'].map(
    (nick, at) => `{ nicks: [${nick}], as: ${['Ada', 'Malcolm', 'zed', 'dov'][at]} }`,
  );
  const { report } = await made({
    'archive.yaml': `people: [{ name: Malcolm, nicks: [Malcolm, mal] }]\nprivacy: { people: [${hidden.join(', ')}] }\n`,
    'logs/#loom.txt': ['ada', 'bob', 'mal', 'malcolm', 'cleo', 'dov']
      .map((nick, at) => `${line(1_380_742_174 + at, nick, `good morning, zed ${at}`)}\n`)
      .join(''),
  });
  const problems = await problemsOf({ files: report.files, told: [], unfound: report.unfound }, '.');
  expect(problems.map(({ sentence }) => sentence)).toEqual([
    'archive.yaml: privacy.people shows somebody as Ada, a nick that logs have: who had it would seem to have said it. Take another, or list it with that person’s nicks where it is theirs.',
  ]);
});

test('A format in archive.yaml by which nothing of a log reads is told, with the one that it looks like', async () => {
  const { report } = await made({
    'archive.yaml': 'channels:\n  - { name: "#loom", logs: [{ path: "logs/*", format: pidgin }] }\n',
    'logs/#loom.log':
      '2012-01-05 09:00:02\tada\thello\n2012-01-05 09:01:02\t-->\tbob (~b@host.example) has joined #loom\n',
  });
  const problems = await problemsOf({ files: report.files, told: [], unfound: report.unfound }, '.');
  expect(problems).toEqual([
    {
      about: 'format',
      sentence:
        'logs/#loom.log is pidgin by its format in archive.yaml, but nothing in it reads so and it looks like weechat; correct or leave out the format.',
      shown: [],
    },
  ]);
});

test('Of many files it is told once, with their number and the first', async () => {
  const log = `2012-01-05 09:00:02\tada\thello\n2012-01-05 09:01:02\t-->\tbob (~b@host.example) has joined #loom\n`;
  const { report } = await made({
    'archive.yaml':
      'channels:\n  - { name: "#loom", logs: [{ path: "logs/*.txt", format: pidgin }, { path: "logs/*.log", format: pidgin }] }\n',
    ...Object.fromEntries(['a.txt', 'b.txt', 'c.txt', 'd.log'].map((name) => [`logs/${name}`, log])),
  });
  const problems = await problemsOf({ files: report.files, told: [], unfound: report.unfound }, '.');
  expect(problems.map(({ sentence }) => sentence)).toEqual([
    '3 files of logs/*.txt are pidgin by their format in archive.yaml, but nothing in them reads so (the first is logs/a.txt, which looks like weechat); correct or leave out the format.',
    'logs/d.log is pidgin by its format in archive.yaml, but nothing in it reads so and it looks like weechat; correct or leave out the format.',
  ]);
});
