// The command itself: what it prints, what it leaves, and that the bytes are the same wherever it runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { identityOf } from '../../src/commands/output.ts';
import { bench, line, type Bench } from './archive.ts';
import { compile, daybook, daybookAlone, ended, killedAfter, treeOf, withoutProgress } from './cli.ts';

const LOG = ['ada', 'bob', 'ada'].map((nick, index) =>
  line(1_380_742_174 + index * 40_000, nick, `line ${index} café 1.5`),
);
const files = { 'archive.yaml': 'zone: America/Chicago\ntitle: The lab\n', 'logs/#lab.txt': `${LOG.join('\n')}\n` };

describe('daybook build', () => {
  let open: Bench | undefined;
  beforeAll(compile);
  afterEach(() => open?.close());

  const run = (words: readonly string[] = [], env?: Record<string, string>) => {
    const site = `${open?.folder ?? ''}-site`;
    const all = ['build', '--content', open?.folder ?? '', '--out', site, '--cache', open?.cache ?? '', ...words];
    return { site, ...(env ? daybookAlone(all, env) : daybook(all)) };
  };

  it('says what it read and where each line went', () => {
    open = bench(files);
    const { code, site, out, err } = run();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.replace(/\d+\.\d s/, '… s')).toBe(
      [
        '1 log, 3 lines: 3 read, 0 control, 0 blank, 0 doubles, 0 left out, 0 problems.',
        '1 channel, 2 days (2 new or changed), 3 entries.',
        `Site in ${site}, … s.\n`,
      ].join('\n'),
    );
    expect(existsSync(join(site, 'lab/2013-10-02/index.html'))).toBe(true);
  });

  it('says where logs belong where there is none', () => {
    open = bench({ 'archive.yaml': 'channels: [{ name: "#lab" }]\n' });
    const { code, out } = run();
    expect(code).toBe(0);
    expect(out).toContain('There is no file in logs/ of the archive folder: the logs belong there.\n');
  });

  it('says which channel of settings has no log, and what its name may lack', () => {
    open = bench({ ...files, 'archive.yaml': 'channels: [{ name: lab }, { name: "#loft" }]\n' });
    const { code, out } = run();
    expect(code).toBe(0);
    expect(out).toContain('No log is of lab, a channel in archive.yaml; did you mean "#lab"?\n');
    expect(out).toContain('No log is of #loft, a channel in archive.yaml.\n');
  });

  it('prints nothing that a terminal obeys, whatever a file is called', () => {
    open = bench({ ...files, 'logs/no\x1b[2Jlog\u202e.txt': 'words\n' });
    const { code, out } = run();
    expect(code).toBe(0);
    expect(out).toContain('Skipped logs/no·[2Jlog·.txt: a text that no log format knows.\n');
  });

  it('says nothing of steps that took long, as they do on a busy machine', () => {
    open = bench(files);
    // Eleventy, which makes the pages, measures its steps: here each takes twice as long as the one before.
    const slow = `let [at, step] = [0, 100];
      const now = () => (at += /BenchmarkGroup\\.js/.test(new Error().stack) ? (step *= 2) : 1);
      Object.defineProperty(performance, 'now', { value: now });`;
    const { code, out, err } = run(['--quiet'], {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(slow)}`,
    });
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
  });

  it('gives the same bytes in every zone and locale, and the second time', () => {
    open = bench(files);
    const { site } = run([], { TZ: 'Asia/Kolkata', LC_ALL: 'C', LANG: 'C' });
    const first = treeOf(site);
    const { site: place } = run(['--verify'], {
      TZ: 'America/Los_Angeles',
      LC_ALL: 'de_DE.UTF-8',
      LANG: 'tr_TR.UTF-8',
    });
    expect(place).toBe(site);
    expect([...treeOf(site).keys()]).toEqual([...first.keys()]);
    for (const [path, bytes] of treeOf(site)) expect(bytes.equals(first.get(path) ?? Buffer.alloc(0)), path).toBe(true);
    const fresh = daybookAlone(['build', '--content', open.folder, '--out', `${site}2`, '--cache', `${open.cache}2`], {
      TZ: 'Pacific/Apia',
    });
    expect(fresh.code).toBe(0);
    for (const [path, bytes] of treeOf(`${site}2`))
      expect(bytes.equals(first.get(path) ?? Buffer.alloc(0)), path).toBe(true);
  });

  it('is done though nobody reads what it says', () => {
    open = bench(files);
    const site = `${open.folder}-site`;
    const words = ['build', '--content', open.folder, '--out', site, '--cache', open.cache, '--verbose'];
    const cli = new URL('../../build/program/cli.js', import.meta.url).pathname;
    const { stderr, status } = spawnSync(
      'bash',
      ['-c', 'set -o pipefail; "$0" "$@" | (exec <&-; sleep 0.1)', process.execPath, cli, ...words],
      { encoding: 'utf8' },
    );
    expect({ said: withoutProgress(stderr), status }).toEqual({ said: '', status: 0 });
    expect(existsSync(join(site, 'lab/2013-10-02/index.html'))).toBe(true);
  });

  it('believes a torn or foreign state in nothing', () => {
    open = bench(files);
    const { site } = run();
    const first = treeOf(site);
    for (const damage of ['', '{}', '[1,"x","y"]\n{"files":']) {
      writeFileSync(join(open.cache, 'state.json'), damage);
      expect(run().code).toBe(0);
      for (const [path, bytes] of treeOf(site))
        expect(bytes.equals(first.get(path) ?? Buffer.alloc(0)), path).toBe(true);
    }
  });

  it('begins anew where a page, or all of them, need of an earlier build what is no more there', () => {
    const [october, november] = [Date.UTC(2013, 9, 31, 18) / 1000, Date.UTC(2013, 10, 2, 18) / 1000];
    const talk = (at: number) => ['one', 'two', 'three'].map((text, index) => `${line(at + index, 'ada', text)}\n`);
    open = bench({ 'logs/#lab.txt': talk(october).join('') });
    const { site } = run();
    const day = join(open.cache, 'store/days/lab/2013-10-31.json');
    rmSync(day);
    // The page before gets a way to the new day.
    open.write({ 'logs/#lab.txt': [...talk(october), ...talk(november)].join('') });
    expect(run()).toMatchObject({ code: 0, err: '' });
    const fresh = daybook(['build', '--content', open.folder, '--out', `${site}2`, '--cache', `${open.cache}2`]);
    expect(fresh.code).toBe(0);
    expect(treeOf(site)).toEqual(treeOf(`${site}2`));
    rmSync(day);
    rmSync(site, { recursive: true });
    expect(run()).toMatchObject({ code: 0, err: '' });
    expect(treeOf(site)).toEqual(treeOf(`${site}2`));
  });

  it('makes a whole site where somebody took away a channel or what all pages need, and of any page when told to', () => {
    open = bench({ ...files, 'logs/#other.txt': `${LOG.join('\n')}\n` });
    const { site } = run();
    const first = treeOf(site);
    const taken = (path: string, ...words: readonly string[]) => {
      rmSync(join(site, path), { recursive: true });
      expect(run(words)).toMatchObject({ code: 0, err: '' });
      expect([...treeOf(site).keys()]).toEqual([...first.keys()]);
    };
    taken('assets');
    taken('other');
    taken('lab/2013-10-02', '--verify');
  });

  it('believes no day that was kept when told to', () => {
    open = bench(files);
    const { site } = run();
    const first = treeOf(site);
    const kept = join(open.cache, 'store/days/lab/2013-10-02.json');
    const day = readFileSync(kept, 'utf8');
    writeFileSync(kept, day.replace('"text":"', '"text":"X'));
    expect(run(['--verify'])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(kept, 'utf8')).toBe(day);
    for (const [path, bytes] of treeOf(site)) expect(bytes.equals(first.get(path) ?? Buffer.alloc(0)), path).toBe(true);
  });

  it('waits for the build of another archive into the same site, whose addresses it keeps', async () => {
    open = bench(files);
    const { folder, cache } = open;
    const site = `${folder}-site`;
    mkdirSync(join(folder, 'other/logs'), { recursive: true });
    writeFileSync(join(folder, 'other/logs/#other.txt'), `${LOG.join('\n')}\n`);
    const words = (content: string, state: string) => ['build', '--content', content, '--out', site, '--cache', state];
    const codes = await Promise.all([
      ended(words(folder, cache)),
      ended(words(join(folder, 'other'), `${cache}-other`)),
    ]);
    expect(codes.toSorted()).toEqual([0, 1]);
    expect(['lab', 'other'].filter((slug) => existsSync(join(site, slug)))).toEqual([codes[0] === 0 ? 'lab' : 'other']);
    expect(readdirSync(dirname(site)).filter((name) => name.includes('site'))).toEqual(['content-site']);
  });

  it('puts back the old site that a build left aside when it died', () => {
    open = bench(files);
    const { site } = run();
    const page = readFileSync(join(site, 'lab/2013-10-02/index.html'), 'utf8');
    // As a build leaves it that dies between its two renames; the next one has nothing to say but a mistake.
    renameSync(site, `${site}.old`);
    mkdirSync(`${site}.new`);
    open.write({ 'archive.yaml': 'zoen: UTC\n' });
    expect(run().code).toBe(2);
    expect(readFileSync(join(site, 'lab/2013-10-02/index.html'), 'utf8')).toBe(page);
    expect(existsSync(`${site}.old`)).toBe(false);
  });

  it('finishes putting changes in their places where a build died while it did', () => {
    open = bench(files);
    const { site } = run();
    const page = join('lab', '2013-10-02', 'index.html');
    const former = readFileSync(join(site, page), 'utf8');
    mkdirSync(join(`${site}.new`, 'lab', '2013-10-02'), { recursive: true });
    writeFileSync(join(`${site}.new`, page), `${former}<!-- later -->`);
    const changes = { site: identityOf(site), beside: ['gone.html', page], vanished: ['lab/2013-10-02.txt'] };
    // A list for another site is not followed.
    for (const [its, after] of [
      ['elsewhere', former],
      [changes.site, `${former}<!-- later -->`],
    ] as const) {
      writeFileSync(join(`${site}.new`, '.ready.json'), JSON.stringify({ ...changes, site: its }));
      open.write({ 'archive.yaml': 'zoen: UTC\n' });
      expect(run().code).toBe(2);
      expect(readFileSync(join(site, page), 'utf8')).toBe(after);
    }
    expect(existsSync(join(site, 'lab/2013-10-02.txt'))).toBe(false);
    expect(existsSync(`${site}.new`)).toBe(false);
  });

  it('waits for another build of the archive, and goes on where that was killed', async () => {
    open = bench(files);
    const { site } = run();
    const words = ['build', '--content', open.folder, '--out', site, '--cache', open.cache];
    open.write({ 'logs/#lab.txt': `${[...LOG, line(1_384_000_000, 'eve', 'later')].join('\n')}\n` });
    await Promise.all([1, 2, 3].map(() => killedAfter(words, 60_000)));
    expect(daybook(['build', '--content', open.folder, '--out', `${site}2`, '--cache', `${open.cache}2`]).code).toBe(0);
    const [now, fresh] = [treeOf(site), treeOf(`${site}2`)];
    expect([...now.keys()]).toEqual([...fresh.keys()]);
    for (const [path, bytes] of fresh) expect(now.get(path)?.equals(bytes), path).toBe(true);
    await killedAfter(words, 200);
    expect(run()).toMatchObject({ code: 0, err: '' });
    expect(existsSync(`${open.cache}.lock`)).toBe(false);
  });

  it('ends with 1 under --strict where a line could not be read', () => {
    open = bench(files);
    expect(run(['--strict']).code).toBe(0);
    const odd = '{"at":1380742174,"kind":"message","nick":"ada","text":"hi"}\n{"at":1380742175,"kind":"nonsense"}\n';
    open.write({ 'logs/#odd.jsonl': odd.replace(/^/, odd.split('\n')[0] + '\n') });
    const strict = run(['--strict']);
    expect(strict.code).toBe(1);
    expect(strict.err).toContain(
      'logs/#odd.jsonl: 1 line of no known form, for example:\n  3: {"at":1380742175,"kind":"nonsense"}',
    );
    expect(run().code).toBe(0);
  });

  it('says of a log that its newest lines come first', () => {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `[${String(10 + (at >> 2))}:${String(10 + 15 * (at & 3))}:34] <ada> stitch ${String(at)}`,
    );
    const turned = [...lines].reverse().join('\n');
    open = bench({ ...files, 'logs/znc/net/#tea/2013-10-02.log': `${turned}\n` });
    expect(run().err).toContain('logs/znc/net/#tea/2013-10-02.log: its newest lines seem to come first: turn it round');
  });

  it('says how a log gets a date that tells none, and takes the one of its name', () => {
    const clock = '[14:29:34] *\tada (~a@host.example) has joined\n[14:29:40] <ada>\thi\n[02:10:00] <ada>\tstill up\n';
    open = bench({ ...files, 'logs/net/#tea.2013.log': clock, 'logs/net/#cake.2013-10-02.log': clock });
    const { site, err } = run();
    expect(err).toContain(
      'logs/net/#tea.2013.log: 3 lines without a date; put the day on which it begins into its name: #xpmem.2013-10-02.log.',
    );
    expect(existsSync(join(site, 'cake/2013-10-03.json'))).toBe(true);
  });

  it('says of a log without stamps that it tells no time, where its name has the date', () => {
    const said =
      '<ada> hi\n* bea (~b@host.example) has joined #tea\n* cy (~c@host.example) has joined #tea\n<bea> hello\n';
    open = bench({ ...files, 'logs/net/#tea.2013-10-02.log': said });
    expect(run().err).toContain('logs/net/#tea.2013-10-02.log: 4 lines without a time: no stamp that is known');
  });

  it.each([
    [['bild'], 'bild is neither a command nor an option; daybook help lists them'],
    [
      ['build', 'my-archive'],
      'my-archive is neither a command nor an option; daybook help lists them, and --content names',
    ],
    [['build', '--out', ''], 'a path was expected'],
    [['check', '--against='], 'a path was expected'],
  ])('ends with 2 for words that mean nothing: %s', (words, sentence) => {
    expect(daybook(words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) as string });
  });

  it('ends with 2 and a sentence for a mistake, and touches nothing', () => {
    open = bench({ ...files, 'archive.yaml': 'zoen: UTC\n' });
    const { code, site, err } = run();
    expect(code).toBe(2);
    expect(err).toMatch(/^archive\.yaml:1:1: .*did you mean "zone"\?\n$/);
    expect(existsSync(site)).toBe(false);
    expect(daybook(['build', '--nonsense']).code).toBe(2);
    expect(daybook(['build', '--content', join(open.folder, 'nowhere')])).toMatchObject({ code: 2, out: '' });
    expect(daybook(['build', '--content', open.folder, '--out', join(open.folder, 'site')]).code).toBe(2);
  });

  it('makes a site of an archive without a log, too', () => {
    open = bench({});
    const { code, site } = run();
    expect(code).toBe(0);
    expect(existsSync(join(site, 'index.html'))).toBe(true);
  });

  it('has a summary whose sums add up', () => {
    open = bench({ ...files, 'logs/copy/#lab.txt': files['logs/#lab.txt'], 'logs/bob.txt': `${LOG[0] ?? ''}\n` });
    const { out: told, code } = run();
    const numbers =
      /(\d+) lines: (\d+) read, (\d+) control, (\d+) blank, (\d+) doubles, (\d+) left out, (\d+) problems?\./.exec(
        told,
      );
    const [lines = 0, ...parts] = numbers?.slice(1).map(Number) ?? [];
    expect(lines).toBe(6);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(lines);
    expect(told).toContain(
      'Not published: 1 log of queries and windows of the client (bob). If one is a channel, list it with',
    );
    expect(code).toBe(0);
  });

  it('says which logs it mended, which is no problem', () => {
    const quoted = ['ada', 'bob', 'ada', 'bob'].map((nick, minute) => `> [09:0${minute}:00] &lt;${nick}&gt; thread`);
    const damaged = ['--- Log opened Wed Oct 02 09:00:00 2013', ...quoted].join('\n').replace(/^-/, '> -');
    open = bench({ ...files, 'logs/#hall.log': `${damaged}\n`, 'logs/#loom.log': `${damaged}\n` });
    const { out, err, code } = run(['--strict']);
    expect(out).toContain(
      'Mended before reading: 2 logs that came damaged (logs/#hall.log and 1 more; --verbose names each).\n',
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    // A build that finds nothing new says it, too.
    expect(run(['--verbose']).out).toMatch(
      /Mended before reading: logs\/#hall\.log \(.*escaped.*\)\.\nMended before reading: logs\/#loom\.log \(/,
    );
  });

  it('keeps the old site where an address that it has would be lost, and says how to go on', () => {
    open = bench(files);
    const { site } = run();
    const before = treeOf(site);
    open.write({ 'logs/#lab.txt': `${LOG.slice(1).join('\n')}\n` });
    const { code, err } = run();
    expect(code).toBe(1);
    expect(err).toMatch(
      /^1 address of the present site would lead nowhere, so it was kept:\n {2}lab\/2013-10-02\/#t142934\w{4}\n/,
    );
    expect(err).toContain('--allow-lost-links');
    for (const [path, bytes] of treeOf(site))
      expect(bytes.equals(before.get(path) ?? Buffer.alloc(0)), path).toBe(true);
    // It stays so until the person decides.
    expect(run().code).toBe(1);
    expect(run(['--allow-lost-links']).code).toBe(0);
    expect(existsSync(join(site, 'lab/2013-10-02.json'))).toBe(false);
    expect(run().code).toBe(0);
  });

  it.each([
    ['what is said', -8],
    ['its nick', 18],
  ])('takes no address for lost where a client had yet to write the end of the line, within %s', (_, cut) => {
    const last = line(1_380_822_180, 'bob', 'and so it goes');
    open = bench({ ...files, 'logs/#lab.txt': `${LOG.join('\n')}\n${last.slice(0, cut)}` });
    expect(run().code).toBe(0);
    open.write({ 'logs/#lab.txt': `${LOG.join('\n')}\n${last}\n${line(1_380_822_190, 'ada', 'good')}\n` });
    expect(run()).toMatchObject({ code: 0, err: '' });
  });

  const znc = [
    'logs/znc/seanet/#loom/2013-10-02.log',
    '[14:29:34] <ada> it stands still\n[14:31:34] <bob> yes\n',
  ] as const;
  const mirc = [
    'logs/mirc/#loom.log',
    'Session Start: Wed Oct 02 14:29:00 2013\nSession Ident: #loom\n[14:29] <ada> it stands still\n',
  ] as const;
  it.each([
    ['its stamp', ...znc, '[14:4', '1:12] <eve> yes\n'],
    ['an event', ...znc, '[14:41:12] *** Joins: eve (~ev', 'e@host.example)\n'],
    [
      'an event that looks like another until then',
      ...mirc,
      '[14:41] * eve (~ev',
      'e@host.example) has joined #loom\n',
    ],
  ])(
    'takes no address for lost where one of two clients had yet to write the end of %s',
    (_, path, log, half, rest) => {
      const other = '2013-10-02 14:29:34\tada\tit stands still\n2013-10-02 15:31:34\tbob\tit moves\n';
      open = bench({ 'logs/irc.seanet.#loom.weechatlog': other, [path]: log + half });
      expect(run().code).toBe(0);
      open.write({ [path]: log + half + rest });
      expect(run()).toMatchObject({ code: 0, err: '' });
    },
  );

  it('takes no address for lost where one of two clients had yet to write the end of what the other tells', () => {
    const said =
      '2013-10-02 14:29:34\tada\tit stands still\n2013-10-02 14:31:34\tbob\tthen let us see why it stands\n2013-10-02 15:31:34\teve\tyes\n';
    const znc = (words: string): string => `[14:29:34] <ada> it stands still\n[14:31:36] <bob> ${words}`;
    const path = 'logs/znc/seanet/#loom/2013-10-02.log';
    open = bench({ 'logs/irc.seanet.#loom.weechatlog': said, [path]: znc('then let us see why i') });
    expect(run().code).toBe(0);
    open.write({ [path]: znc('then let us see why it stands\n') });
    expect(run()).toMatchObject({ code: 0, err: '' });
    // What was whole is lost.
    open.write({ [path]: '[14:29:34] <ada> it stands still\n[14:31:37] <bob> then let us see why it stands\n' });
    expect(run().code).toBe(1);
  });

  it('takes no address for lost where the beginning of the next line was taken for more of what was said', () => {
    const said = (time: string, words: string): string => `2013-10-02 ${time}\tada\t${words}\n`;
    const log = said('14:29:34', 'it stands still') + said('14:31:34', 'yes');
    open = bench({ 'logs/#loom.weechatlog': `${log}2013-10-02 14:3` });
    expect(run().code).toBe(0);
    open.write({ 'logs/#loom.weechatlog': log + said('14:32:34', 'good') });
    expect(run()).toMatchObject({ code: 0, err: '' });
  });

  it('takes addresses for lost whose lines say the same at another moment, as where the zone of local times is another', () => {
    const log = '2013-10-02 14:29:34\tada\tit stands still\n2013-10-02 14:31:34\tbob\tyes\n';
    open = bench({ 'archive.yaml': 'zone: UTC\n', 'logs/#loom.weechatlog': log });
    expect(run().code).toBe(0);
    open.write({ 'archive.yaml': 'zone: Europe/Helsinki\nformerZones: [UTC]\n' });
    expect(run()).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^1 address .*\n {2}loom\/2013-10-02\/#t142934\w{4}\n/) as string,
    });
    const logs = 'channels: [{ name: "#loom", logs: [{ path: logs/*, zone: UTC }] }]\n';
    open.write({ 'archive.yaml': `zone: Europe/Helsinki\nformerZones: [UTC]\n${logs}` });
    expect(run()).toMatchObject({ code: 0, err: '' });
  });

  it('says what became of the log whose addresses would be lost', () => {
    open = bench(files);
    run();
    open.write({ 'logs/#lab.txt': undefined, 'logs/old.txt': files['logs/#lab.txt'] });
    expect(run(['--quiet'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^Not published: 1 log of .* \(old\)\.[^]*path: "logs\/old\.txt".*\n3 addresses .* would lead nowhere/,
      ) as string,
    });
  });

  it('does not take a removed line, a new line or a new slug for a lost address', () => {
    open = bench(files);
    const { site } = run();
    const { entries } = JSON.parse(readFileSync(join(site, 'lab/2013-10-02.json'), 'utf8')) as {
      entries: { id: string }[];
    };
    open.write({
      'archive.yaml': `zone: America/Chicago\nchannels: [{ name: "#lab", slug: bench, formerSlugs: [lab] }]\nprivacy: { remove: [lab/2013-10-02/${entries[0]?.id ?? ''}] }\n`,
      'logs/#lab.txt': `${[line(1_380_742_100, 'eve', 'earlier'), ...LOG].join('\n')}\n`,
    });
    expect(run()).toMatchObject({ code: 0, err: '' });
  });

  it('gives the lines of a log that is turned over and packed the addresses that they had, each once', () => {
    open = bench(files);
    const { site } = run();
    const days = (): readonly string[] =>
      ['2013-10-02', '2013-10-03'].map((date) => readFileSync(join(site, `lab/${date}.json`), 'utf8'));
    const before = days();
    const [older, newer] = [LOG.slice(0, 2), LOG.slice(2)].map((lines) => `${lines.join('\n')}\n`);
    open.write({ 'logs/#lab.txt': newer, 'logs/#lab.txt.1': older });
    expect(run()).toMatchObject({ code: 0, err: '' });
    open.write({ 'logs/#lab.txt.1': undefined, 'logs/#lab.txt.2.gz': gzipSync(older ?? '') });
    expect(run()).toMatchObject({ code: 0, err: '' });
    expect(days()).toEqual(before);
  });

  it('does not take a line for lost that another clock puts on the day before or after', () => {
    const log = `${[LOG[0], line(1_380_776_420, 'eve', 'just after midnight')].join('\n')}\n`;
    const settings = (offset: string): string =>
      `zone: America/Chicago\nchannels: [{ name: "#lab", logs: [{ path: logs/*, offset: ${offset} }] }]\n`;
    open = bench({ 'archive.yaml': settings('60s'), 'logs/#lab.txt': log });
    const { site } = run();
    expect(readFileSync(join(site, 'lab/2013-10-02.txt'), 'utf8')).toContain('just after midnight');
    open.write({ 'archive.yaml': settings('0s') });
    expect(run()).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(site, 'lab/2013-10-03.txt'), 'utf8')).toContain('just after midnight');
  });

  it('leaves the old site whole when it is killed at any moment, and goes on from there', async () => {
    open = bench(files);
    const { site } = run();
    const old = treeOf(site);
    const grown = Array.from({ length: 400 }, (_, index) => line(1_380_742_174 + index * 5000, 'ada', `more ${index}`));
    open.write({ 'logs/#lab.txt': `${[...LOG, ...grown].join('\n')}\n` });
    const words = ['build', '--content', open.folder, '--out', site, '--cache', open.cache];
    const fresh = daybook(['build', '--content', open.folder, '--out', `${site}2`, '--cache', `${open.cache}2`]);
    expect(fresh.code).toBe(0);
    const expected = treeOf(`${site}2`);
    for (let moment = 60; ; moment = Math.ceil(moment * 1.6)) {
      const ended = await killedAfter(words, moment);
      const now = existsSync(site) ? treeOf(site) : treeOf(`${site}.old`);
      if (ended) break;
      // Nothing is missing, and each file is whole: as it was, or as it will be.
      for (const [path, bytes] of old) {
        const its = now.get(path) ?? Buffer.alloc(0);
        expect(its.equals(bytes) || its.equals(expected.get(path) ?? Buffer.alloc(0)), path).toBe(true);
      }
    }
    const last = treeOf(site);
    expect([...last.keys()]).toEqual([...expected.keys()]);
    for (const [path, bytes] of expected) expect(last.get(path)?.equals(bytes), path).toBe(true);
  });
});

describe('daybook import', () => {
  beforeAll(compile);

  it('leaves nothing of what it could not write to its end', () => {
    const { folder, write, close } = bench();
    const message = { type: 'm.room.message', sender: '@ada:lab', origin_server_ts: 1, content: { body: 'thread' } };
    const messages = Array.from({ length: 200 }, () => message);
    write({ 'export.json': JSON.stringify({ room_name: 'loom', exported_by: 'ada', messages }) });
    const words = ['import', 'matrix', join(folder, 'export.json'), '--to', join(folder, 'loom.jsonl')];
    const cli = new URL('../../build/program/cli.js', import.meta.url).pathname;
    // No file may grow beyond a block or two, as on a disk that is full.
    const { status } = spawnSync('bash', ['-c', 'ulimit -f 2; exec "$0" "$@"', process.execPath, cli, ...words]);
    expect(status).not.toBe(0);
    expect(existsSync(join(folder, 'loom.jsonl'))).toBe(false);
    expect(daybook(words).code).toBe(0);
    close();
  });
});
