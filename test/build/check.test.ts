// `daybook check`: what it tells before a site is shown, what may stand, and that it writes nowhere else.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bench, line, type Bench } from './archive.ts';
import { compile, daybook, treeOf } from './cli.ts';

const AT = 1_380_742_174;
const said = (...texts: readonly string[]): string =>
  texts.map((text, index) => `${line(AT + index * 60, ['ada', 'bob'][index % 2] ?? '', text)}\n`).join('');
const TALK = ['good morning', 'the password is tide4pool, mail me at bob@saltnet.org', 'thanks', 'fine', 'all is well'];
const FILES = { 'archive.yaml': 'zone: UTC\n', 'logs/#loom.txt': said(...TALK) };

describe('daybook check', () => {
  let open: Bench | undefined;
  beforeAll(compile);
  afterEach(() => open?.close());

  const archive = (files: Readonly<Record<string, string>> = FILES): Bench => (open = bench(files));
  const check = ({ folder, cache }: Bench, ...words: readonly string[]) =>
    daybook(['check', '--content', folder, '--cache', `${cache}-check`, ...words]);
  const accepted = ({ folder }: Bench): string => readFileSync(join(folder, 'accepted.txt'), 'utf8');

  it('tells of secrets and personal data by rule and address, and does not repeat them', () => {
    const { code, out, err } = check(archive());
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.replace(/t193034\w{4}/g, 't193034hash')).toBe(
      `password-said: what looks like a password that is said, in 1 line:
  loom/2013-10-02/t193034hash <bob> the password is tid… mail me at bob…
mail-address: what looks like an e-mail address, in 1 line:
  loom/2013-10-02/t193034hash <bob> the password is tid… mail me at bob…
1 channel and 1 day looked through: 0 problems, 2 lines to look at, 0 addresses lost.
Take lines out with privacy.remove, words with privacy.redact; --accept lets all of this stand.
`,
    );
  });

  it('is content with lines that settings take out', () => {
    const one = archive();
    const address = /loom\/\S+/.exec(check(one).out)?.[0] ?? '';
    one.write({ 'archive.yaml': `zone: UTC\nprivacy: { remove: [${address}] }\n` });
    expect(check(one)).toEqual({
      code: 0,
      out: 'Nothing needs attention: 1 channel and 1 day looked through.\n',
      err: '',
    });
  });

  it('lets stand what was accepted, until there is more', () => {
    const one = archive();
    expect(check(one, '--accept')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^2 accepted, in .*accepted\.txt\.$/m) as string,
    });
    expect(check(one).out).toBe('Nothing needs attention: 1 channel and 1 day looked through, 2 accepted before.\n');
    one.write({ 'logs/#loom.txt': said(...TALK, `or at ada@saltnet.org ${'word '.repeat(30)}and at eve@saltnet.org`) });
    const { code, out } = check(one);
    expect(code).toBe(1);
    expect(out).toContain('1 line to look at');
    expect(out).toMatch(/<bob> or at ada….*… ….*and at eve…\n/);
    expect(check(one, '--accept').code).toBe(0);
    expect(accepted(one).match(/^mail-address loom\/2013-10-02\/t\w+$/gm)).toHaveLength(2);
  });

  it('keeps what a person wrote into the list, and lets stand all that a rule finds where the rule is named alone', () => {
    const own = '# addresses of ours\nmail-address # all of them';
    const one = archive({ ...FILES, 'accepted.txt': own });
    const { code, out } = check(one);
    expect(code).toBe(1);
    expect(out).not.toContain('mail-address:');
    check(one, '--accept');
    expect(accepted(one)).toMatch(
      /^# addresses of ours\nmail-address # all of them\npassword-said loom\/2013-10-02\/t\w+\n$/,
    );
    expect(check(one).code).toBe(0);
  });

  it('tells of what could not be read, with the lines, and of holes', () => {
    const day = (...texts: readonly string[]): string =>
      texts.map((text, index) => `[19:3${index}:00] ${text}\n`).join('');
    const one = archive({
      'archive.yaml': 'zone: UTC\n',
      'logs/#warp/2013-10-02.log': day(
        '<ada> good morning',
        '<bob> thanks',
        '<ada> fine',
        'no line, password: tide4pool',
      ),
      'logs/#loom.txt': said('good morning', 'thanks', 'fine', 'well'),
      'logs/#loom.after-hole-1380842000.txt': said('good evening', 'so it is').replaceAll('T 13807', 'T 13808'),
    });
    const { code, out } = check(one);
    expect(code).toBe(1);
    expect(out).toContain(
      'logs/#warp/2013-10-02.log: 1 line of no known form, for example:\n  4: [19:33:00] no line, password: tid…\n',
    );
    expect(out).toContain('#loom: lines are missing between 2013-10-02 19:32:34 and 2013-10-03 23:16:14 (UTC).\n');
    expect(check(one, '--accept').code).toBe(0);
    expect(accepted(one)).toContain('problem logs/#warp/2013-10-02.log: 1 line of no known form\n');
    expect(accepted(one)).toContain('problem #loom: lines are missing between');
    expect(check(one).code).toBe(0);
  });

  it('tells of the addresses of a former site that would lead nowhere, which nothing accepts', () => {
    const one = archive({ ...FILES, 'logs/#loom.txt': said('good morning', 'thanks', 'fine') });
    const site = `${one.folder}-site`;
    daybook(['build', '--content', one.folder, '--out', site, '--cache', one.cache]);
    expect(check(one, '--against', site).code).toBe(0);
    const before = treeOf(site);
    one.write({ 'logs/#loom.txt': said('good morning', 'thanks') });
    const { code, out } = check(one, '--against', site);
    expect(code).toBe(1);
    expect(out).toMatch(/^1 address of .* would lead nowhere:\n {2}loom\/2013-10-02\/#t193134\w{4}$/m);
    expect(check(one, '--against', site, '--accept').code).toBe(1);
    expect(treeOf(site)).toEqual(before);
  });

  it('says what it takes for a former site', () => {
    const one = archive();
    const { code, err } = check(one, '--against', one.folder);
    expect(code).toBe(2);
    expect(err).toMatch(/^--against .* is not a folder of a site: none of its channels has a day file\.\n$/);
  });

  it('writes nothing into the archive, and no site', () => {
    const one = archive();
    const before = treeOf(one.folder);
    check(one);
    expect(treeOf(one.folder)).toEqual(before);
    expect(existsSync('_site/loom')).toBe(false);
  });

  it('keeps what it makes out of the archive and out of a site that is served', () => {
    const one = archive();
    const site = `${one.folder}-site`;
    daybook(['build', '--content', one.folder, '--out', site, '--cache', one.cache]);
    for (const [cache, sentence] of [
      [join(one.folder, 'kept'), 'lies in the archive folder'],
      [site, 'holds nothing that Daybook keeps'],
    ] as const) {
      const before = [one.folder, site].map(treeOf);
      expect(daybook(['check', '--content', one.folder, '--cache', cache])).toMatchObject({
        code: 2,
        err: expect.stringContaining(sentence) as string,
      });
      expect([one.folder, site].map(treeOf)).toEqual(before);
    }
  });
});
