// What a build says of what it could not use, where it is much: the reason once, and one by one what should have been a log.
import { describe, expect, it } from 'vitest';
import { problemLines } from '../../src/commands/problems.ts';
import { asides, problemsOf } from '../../src/commands/report.ts';
import { bench, line } from './archive.ts';
import { gzipSync } from 'node:zlib';

const LOG = `${line(1_380_742_174, 'ada', 'good morning')}\n${line(1_380_742_180, 'bob', 'morning')}\n`;
const each = (count: number, name: (index: number) => string, text: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index + 1), text]));

const told = async (files: Readonly<Record<string, string | Uint8Array>>, verbose?: boolean) => {
  const open = bench({ 'logs/#loom.txt': LOG, ...files });
  try {
    const { report } = await open.make();
    const problems = await problemsOf({ ...report, told: [] }, open.folder);
    return { asides: asides(report.files, verbose), problems: problemLines(problems, verbose === true) };
  } finally {
    open.close();
  }
};

describe('Files that were skipped', () => {
  it('are told of by their reason, with some names; --verbose names each', async () => {
    const files = { ...each(5, (index) => `logs/#quiet${index}.log`, ''), 'logs/to do.txt': 'words\n' };
    expect((await told(files, false)).asides).toEqual([
      'Skipped 5 files, each an empty file (logs/#quiet1.log, logs/#quiet2.log, logs/#quiet3.log and 2 more; --verbose names each).',
      'Skipped logs/to do.txt: a text that no log format knows.',
    ]);
    expect((await told(files)).asides[0]).toMatch(/logs\/#quiet3\.log and 2 more\)\.$/);
    const all = (await told(files, true)).asides;
    expect(all).toHaveLength(6);
    expect(all[4]).toBe('Skipped logs/#quiet5.log: an empty file.');
  });

  it('are told of last and one by one, up to a few, where they should have been logs', async () => {
    const files = {
      ...each(2, (index) => `logs/#words${index}.log`, 'words\n'),
      'logs/a.txt': 'words\n',
      'logs/old.log.2.gz': gzipSync('words\n'),
    };
    expect((await told(files, false)).asides).toEqual([
      'Skipped logs/a.txt: a text that no log format knows.',
      'Skipped logs/#words1.log, which should be a log: a text that no log format knows.',
      'Skipped logs/#words2.log, which should be a log: a text that no log format knows.',
      'Skipped logs/old.log.2.gz, which should be a log: a text that no log format knows.',
    ]);
    const many = (
      await told(
        each(11, (index) => `logs/#words${index}.log`, 'words\n'),
        false,
      )
    ).asides;
    expect(many).toHaveLength(9);
    expect(many.at(-1)).toBe('Skipped 3 more files that should be logs; --verbose names each.');
  });
});

describe('A name with line ends', () => {
  it('makes no lines of its own, whatever is said of its file', async () => {
    const of = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> => {
      const { asides: skipped, problems } = await told(files, true);
      return [...skipped, ...problems];
    };
    expect(await of({ 'logs/no\nSite.txt': 'words\n', 'logs/#no\nlog.log': 'words\n' })).toEqual([
      'Skipped logs/no·Site.txt: a text that no log format knows.',
      'Skipped logs/#no·log.log, which should be a log: a text that no log format knows.',
    ]);
    const torn = gzipSync(LOG.repeat(50)).subarray(0, 20);
    expect(await of({ 'logs/#no\nlog.log.gz': torn })).toEqual([
      expect.stringMatching(/^logs\/#no·log\.log\.gz is a file that cannot be read: [^\n]*$/),
    ]);
  });
});

describe('What a person should look at', () => {
  it('has what cannot be read at all', async () => {
    const { problems } = await told({ 'logs/#weft.log.gz': gzipSync(LOG).subarray(0, 14) });
    expect(problems).toEqual([
      'logs/#weft.log.gz is a file that cannot be read: its gzip data end too early; replace it with a whole one, or remove it.',
    ]);
  });

  it('is told of the first of many that are alike, and how many more there are', async () => {
    const files = each(12, (index) => `logs/#odd${String(index).padStart(2, '0')}.txt`, '12:00 abc\n12:01 def\n');
    const { problems } = await told(files);
    expect(problems.filter((words) => words.includes('looks like a log'))).toHaveLength(8);
    expect(problems.at(-1)).toBe('The same goes for 4 more logs; --verbose names each.');
    const all = (await told(files, true)).problems;
    expect(all.filter((words) => words.includes('looks like a log'))).toHaveLength(12);
    expect(all.at(-1)).toBe('  2: 12:01 def');
  });
});
