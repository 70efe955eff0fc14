// What settings name for privacy and no log has is told, for a slip of the pen hides nobody.
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
    'archive.yaml: privacy.people names adda, of whom there is no line.',
  ]);
  expect(JSON.stringify(bytes)).not.toMatch(/ada|bob/);
});
