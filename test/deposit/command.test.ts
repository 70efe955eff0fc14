import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { line } from '../build/archive.ts';
import { compile, daybook } from '../build/cli.ts';

describe('daybook deposit', () => {
  const root = mkdtempSync(join(tmpdir(), 'daybook-'));
  const folder = join(root, '.config/hexchat/scrollback/net');
  const lines = Array.from({ length: 9 }, (_, index) => line(1_380_742_174 + index * 60, 'ada', `line ${index}`));
  beforeAll(() => {
    compile();
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(root, 'content'));
    writeFileSync(join(folder, '#loom.txt'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'bob.txt'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'readme.txt'), 'words\n');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const run = (...words: readonly string[]) =>
    daybook(['deposit', '--content', join(root, 'content'), ...words], { HOME: root });

  it('says per channel what was known and what is new', () => {
    const path = join('content', 'logs/hexchat/scrollback/net/#loom.txt');
    expect(run('--find', '--dry-run').out).toContain('1 log, 9 new lines, 0 holes; nothing was written.');
    const { code, out } = run('--find');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '#loom: 0 lines known, 9 new (logs/hexchat/scrollback/net/#loom.txt)',
        'Left alone: 1 window of queries and of the client; --queries takes queries too.',
        'Skipped scrollback/net/readme.txt: a text that no log format knows.',
        '1 log, 9 new lines, 0 holes.\n',
      ].join('\n'),
    );
    expect(readFileSync(join(root, path), 'utf8')).toBe(`${lines.join('\n')}\n`);
    writeFileSync(join(folder, '#loom.txt'), `${line(1_380_999_999, 'bob', 'much later')}\n`);
    expect(run(join(root, '.config/hexchat')).out).toMatch(
      /#loom: 0 lines known, 1 new, lines may be missing before them \(.*after-hole-\d+\.txt\)/,
    );
  });

  it('gives each folder of a client its own name, the same whenever it runs', () => {
    const wee = '2013-10-02 14:00:00\tada\thello\n2013-10-02 14:01:00\t-->\tbob (b@example.net) has joined #weft\n';
    const [former, present] = ['.weechat/logs', '.local/share/weechat/logs'].map((path) => join(root, path));
    for (const [at, from] of [former!, present!].entries()) {
      mkdirSync(from, { recursive: true });
      writeFileSync(join(from, `irc.net.#weft${at}.weechatlog`), wee);
    }
    for (const known of [0, 2]) {
      const { code, out } = run('--find');
      expect(code).toBe(0);
      expect(out).toContain(`${known} lines known, ${2 - known} new (logs/weechat/irc.net.#weft0.weechatlog)`);
      expect(out).toContain(`${known} lines known, ${2 - known} new (logs/weechat-2/irc.net.#weft1.weechatlog)`);
    }
    rmSync(former!, { recursive: true });
    expect(run('--find').out).toContain('2 lines known, 0 new (logs/weechat-2/irc.net.#weft1.weechatlog)');
    rmSync(present!, { recursive: true });
  });

  it('ends with 2 and a sentence for a mistake', () => {
    expect(run()).toMatchObject({ code: 2, out: '' });
    expect(run('/nowhere/at/all')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is nothing at') as string,
    });
    expect(run('--find', '--as', 'a/b').code).toBe(2);
    expect(daybook(['deposit', '--content', join(root, 'none'), root])).toMatchObject({ code: 2, out: '' });
    // A variable of a script that is not set.
    expect(run('')).toMatchObject({ code: 2, err: expect.stringContaining('a path was expected') as string });
  });

  it('never copies an archive into itself', () => {
    for (const from of ['content', 'content/logs', '.'])
      expect(run(join(root, from))).toMatchObject({
        code: 2,
        err: expect.stringContaining('overlap') as string,
      });
  });

  it('looks once at what is given twice', () => {
    const hexchat = join(root, '.config/hexchat');
    expect(run('--dry-run', hexchat, `${hexchat}/`).out).toContain('\n1 log, ');
  });
});
