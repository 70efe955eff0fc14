import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formats } from '../../src/commands/formats.ts';
import { entriesFor, examine, examineFurther, findLogs, givenFacts } from '../../src/find-logs.ts';
import { FORMATS, FORMAT_NAMES } from '../../src/formats/index.ts';
import { Mistake } from '../../src/mistake.ts';
import type { Recognition } from '../../src/recognise.ts';
import { readSettings } from '../../src/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-find-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ZNC = '[09:01:02] <wren> hello\n[09:02:00] * dov waves\n[09:03:10] *** Quits: mal (~mal@host.example) (bye)\n';
function put(path: string, content = ZNC): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}
put('logs/saltnet/#limpet/2013-10-02.log');
put('logs/b.log');
put('logs/B.log');
put('logs/.hidden/a.log');
put('logs/.a.log');
put('other/a.log');
put('other/deep/b.txt');
put('archive.yaml', 'channels: [{ name: "#a", logs: [{ path: other/*.log }, { path: "**/*.txt" }] }]\n');
put('pevents.conf', 'event_name=Join\r\nevent_text=%C10$1%O came\r\n\r\nevent_name=Part\nevent_text=$1 = gone\n\n');
symlinkSync(tmpdir(), join(folder, 'logs', 'out'));
symlinkSync(join(folder, 'other'), join(folder, 'logs', 'in'));
symlinkSync(join(folder, 'none'), join(folder, 'logs', 'dead'));
execFileSync('mkfifo', [join(folder, 'logs', 'pipe')]);
writeFileSync(Buffer.concat([Buffer.from(join(folder, 'logs/#k')), Buffer.from([0xf6]), Buffer.from('ln.log')]), ZNC);

const settings = readSettings(folder, []);

describe('the files of an archive', () => {
  test('are those under logs/ and those that globs name beside it, in a fixed order, without hidden ones', () => {
    const { paths } = findLogs(folder, settings);
    expect(paths).toEqual([
      'logs/B.log',
      'logs/b.log',
      'logs/saltnet/#limpet/2013-10-02.log',
      'other/a.log',
      'other/deep/b.txt',
    ]);
  });

  test('are never the settings, which name who is not to be named', () => {
    const [all, own] = ['**', 'archive.yaml'].map((path) => {
      const channels = [{ ...settings.channels[0]!, logs: [{ path, format: 'znc' }] }];
      return findLogs(folder, { ...settings, channels }).paths;
    });
    expect(all).toContain('pevents.conf');
    expect(all).not.toContain('archive.yaml');
    expect(own).not.toContain('archive.yaml');
  });

  test('are no links out of it, no names that are no text, and no pipes, which are told of', () => {
    expect(findLogs(folder, settings).refused).toEqual([
      { path: 'logs/#k\ufffdln.log', reason: 'a name that is not UTF-8: rename it' },
      { path: 'logs/dead', reason: 'a link to nothing' },
      { path: 'logs/out', reason: 'a link out of the archive folder' },
      { path: 'logs/pipe', reason: 'neither a file nor a folder' },
    ]);
  });

  test('are none where there is no logs/', () => {
    expect(findLogs(join(folder, 'other'), { ...settings, channels: [] })).toEqual({ paths: [], refused: [] });
  });

  test('have the first entry of a channel that matches', () => {
    const entries = entriesFor(settings);
    expect(entries('other/a.log')).toEqual([{ channel: 0, log: { path: 'other/*.log' } }]);
    expect(entries('other/deep/b.txt')).toEqual([{ channel: 0, log: { path: '**/*.txt' } }]);
    expect(entries('logs/b.log')).toEqual([]);
  });

  test('take what settings say, the event texts of pevents.conf too', () => {
    expect(givenFacts(folder, { path: 'a', stamp: 'HH:mm', owner: 'wren', events: 'pevents.conf' })).toEqual({
      stamp: 'HH:mm',
      owner: 'wren',
      events: { Join: '%C10$1%O came', Part: '$1 = gone' },
    });
    expect(givenFacts(folder, undefined)).toEqual({});
  });

  test.each([
    ['other', 'EISDIR'],
    ['none.conf', 'ENOENT'],
  ])('and where %s has no event texts to read, a sentence says so', (events, code) => {
    expect(() => givenFacts(folder, { path: 'a', events })).toThrow(
      new Mistake(`${events}, which settings name for its events, cannot be read: ${code}.`),
    );
  });
});

describe('a file is examined', () => {
  test('by its lines and its path', async () => {
    const found = await examine(folder, 'logs/saltnet/#limpet/2013-10-02.log', undefined, FORMATS);
    expect(found).toMatchObject({
      is: 'log',
      format: 'znc',
      facts: { channel: '#limpet', network: 'saltnet', date: { year: 2013, month: 10, day: 2 } },
    });
  });

  test('as what settings say it is', async () => {
    const log = { path: 'logs/*', format: 'mirc', owner: 'dov' };
    expect(await examine(folder, 'logs/b.log', log, FORMATS)).toMatchObject({
      format: 'mirc',
      facts: { owner: 'dov' },
    });
  });

  test('by no more of its lines than tell what it is: where it has others, it is that for good', async () => {
    const text = (lines: number): string => '[2013-10-02 09:01:02] <wren> good morning\n'.repeat(lines);
    const log = { path: 'logs/*', format: 'pircbot' };
    put('logs/long.txt', text(2001));
    expect(await examine(folder, 'logs/long.txt', log, FORMATS)).toMatchObject({ is: 'log', settled: true });
    put('logs/long.txt', text(2000));
    expect(await examine(folder, 'logs/long.txt', log, FORMATS)).not.toHaveProperty('settled');
  });

  describe('further where it has grown', () => {
    const DAY = '--- Log opened Wed Oct 02 09:00:00 2013\n';
    const talk = (lines: number): string => '09:01 < dov> good morning\n'.repeat(lines);
    const TOLD = "09:02 -!- You're now known as wren\n09:03 < wren> so\n";
    const path = 'logs/irclogs/saltnet/#limpet.log';
    const grownFrom = async (before: string, now: string): Promise<readonly [Recognition, Recognition]> => {
      put(path, before);
      const first = await examine(folder, path, undefined, FORMATS);
      put(path, now);
      if (first.is !== 'log' || first.opening === undefined) throw new Error('It is not settled by its first lines.');
      return [
        await examineFurther(folder, path, undefined, FORMATS, { ...first, opening: first.opening }),
        await examine(folder, path, undefined, FORMATS),
      ];
    };

    test('until its lines settle what the first ones leave open, as if it were examined anew', async () => {
      const before = `${DAY}${talk(2000)}`;
      const [further, anew] = await grownFrom(before, `${before}${talk(10)}${TOLD}`);
      expect(further).toMatchObject({ format: 'irssi', facts: { owner: 'wren', network: 'saltnet' }, settled: true });
      expect(anew).toEqual(further);
    });

    test('and again where they do not', async () => {
      const before = `${DAY}${talk(2000)}`;
      const [further, anew] = await grownFrom(before, `${before}${talk(10)}`);
      expect(further).toHaveProperty('opening');
      expect(further).not.toHaveProperty('facts.owner');
      expect(anew).toEqual(further);
    });

    test('but not beyond four million characters', async () => {
      put(path, `${DAY}${talk(4_194_304 / 26 - 1)}${TOLD}`);
      expect(await examine(folder, path, undefined, FORMATS)).toMatchObject({
        facts: { network: 'saltnet' },
        settled: true,
      });
      expect(await examine(folder, path, undefined, FORMATS)).not.toHaveProperty('facts.owner');
    });
  });

  test('and named where it is no log', async () => {
    put('logs/x.png', '\x89PNG\r\n\x1a\n');
    writeFileSync(join(folder, 'logs/x.png'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    expect(await examine(folder, 'logs/x.png', undefined, FORMATS)).toEqual({ is: 'none', reason: 'a PNG image' });
    expect(await examine(folder, 'logs/gone.log', undefined, FORMATS)).toEqual({
      is: 'none',
      reason: 'a file that cannot be read: it is not there',
      why: 'damaged',
    });
  });
});

describe('daybook formats', () => {
  async function said(
    ...files: readonly string[]
  ): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
    const lines: string[] = [];
    const out = (line: string): void => void lines.push(line);
    return { code: await formats(files, { out, err: out }), lines };
  }

  test('lists every format with examples', async () => {
    const { code, lines } = await said();
    expect(code).toBe(0);
    for (const name of FORMAT_NAMES) expect(lines.some((line) => line.startsWith(`${name}: `))).toBe(true);
    expect(lines.join('')).not.toMatch(/[\0-\x08\x0b-\x1f]/);
  });

  test('explains what it saw in a file, and fails where one is no log', async () => {
    const path = join(folder, 'logs/saltnet/#limpet/2013-10-02.log');
    const { code, lines } = await said(path);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/2013-10-02\.log: znc, 100\.0 % read: /);
    expect(lines[1]).toMatch(/channel #limpet, network saltnet, .*date 2013-10-02/);
    put('odd.log', '\x1b[2J 09:01 @@ what\n 09:02 @@ is\n 09:03 @@ this\n');
    const odd = await said(path, join(folder, 'odd.log'));
    expect(odd.code).toBe(1);
    expect(odd.lines.join('\n')).toContain('1: \\x1b[2J 09:01 @@ what');
  });

  test('tells whose log it is, not how that was found', async () => {
    const { lines } = await said('content/logs/saltnet/#limpet.txt');
    expect(lines[1]).toMatch(/, owner mirja, channel #limpet, network saltnet$/);
  });

  test('says so where a file is not there or is a folder, and explains the others', async () => {
    const [none, log] = [join(folder, 'none'), join(folder, 'logs/saltnet/#limpet/2013-10-02.log')];
    const { code, lines } = await said(none, folder, log);
    expect(code).toBe(2);
    expect(lines.slice(0, 2)).toEqual([
      `There is no file ${none}.`,
      `${folder} is a folder: name its files, for example ${folder}/*.log.`,
    ]);
    expect(lines[2]).toMatch(/: znc, /);
  });
});
