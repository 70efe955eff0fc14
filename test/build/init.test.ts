// `daybook init`: settings that a build takes, from nothing but logs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bench, line, type Bench } from './archive.ts';
import { compile, daybook } from './cli.ts';

const LOG = `${line(1_380_742_174, 'ada', 'good morning')}\n${line(1_380_742_180, 'bob', 'morning')}\n`;
const OTHER = LOG.replaceAll('morning', 'evening');
/** So many sentences of two people, from a number on. */
const talk = (first: number, words: string): string =>
  Array.from({ length: 60 }, (_, index) => {
    const at = first + index;
    return `${line(1_380_742_174 + at * 30, ['ada', 'bob'][at % 2] ?? '', `${words} of some length, number ${at}`)}\n`;
  }).join('');

describe('daybook init', () => {
  let open: Bench | undefined;
  beforeAll(compile);
  afterEach(() => open?.close());

  const archive = (files: Readonly<Record<string, string>>): Bench => (open = bench(files));
  const init = ({ folder }: Bench, ...words: readonly string[]) =>
    daybook(['init', '--content', folder, ...words], { TZ: 'Asia/Tokyo' });
  const settings = ({ folder }: Bench): string => readFileSync(join(folder, 'archive.yaml'), 'utf8');
  const build = ({ folder, cache }: Bench) =>
    daybook(['build', '--content', folder, '--out', `${folder}-site`, '--cache', cache]);

  it('writes a title, this machine’s zone and what was found, which builds', () => {
    const one = archive({ 'logs/#loom.txt': LOG });
    const { code, out, err } = init(one);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^#loom, in loom\/: 1 log \(xchat-scrollback\)\n.*archive\.yaml is written, with the zone Asia\/Tokyo of this/,
    );
    expect(settings(one)).toContain('title: "Daybook of #loom"\n');
    expect(settings(one)).toContain('\nzone: Asia/Tokyo # this machine’s\n');
    expect(build(one)).toMatchObject({ code: 0, err: '' });
    expect(existsSync(`${one.folder}-site/loom/2013-10-03/index.html`)).toBe(true);
  });

  it('tells channels apart that would have one folder in the site, and those that would take its own', () => {
    const one = archive({
      'logs/scrollback/saltnet/#loom.txt': LOG,
      'logs/scrollback/freshnet/#loom.txt': OTHER,
      'logs/scrollback/freshnet/#loom-2.txt': OTHER,
      'logs/scrollback/saltnet/#about.txt': LOG,
    });
    expect(build(one).code).toBe(2);
    expect(init(one, '--zone', 'Europe/Helsinki', '--title', 'Salt: ours').code).toBe(0);
    expect(settings(one)).toContain('title: "Salt: ours"\n');
    expect(settings(one)).toContain('\nzone: Europe/Helsinki\n');
    expect(build(one)).toMatchObject({ code: 0, err: '' });
    const slugs = [...settings(one).matchAll(/slug: "(.*)"/g)].map(([, slug]) => slug ?? '');
    expect(slugs).toEqual(['about-channel', 'loom', 'loom-3']);
    for (const slug of [...slugs, 'loom-2'])
      expect(existsSync(`${one.folder}-site/${slug}/2013-10-02/index.html`), slug).toBe(true);
  });

  it.each([
    ['', '--title must be text that is not empty, not "".\n'],
    ['a\nb', '--title must be text without line breaks and control characters, not "a\\nb".\n'],
  ])('says of a title that no settings may have whose it is, and writes none', (title, err) => {
    const one = archive({ 'logs/#loom.txt': LOG });
    expect(init(one, '--zone', 'UTC', '--title', title)).toMatchObject({ code: 2, err });
    expect(existsSync(join(one.folder, 'archive.yaml'))).toBe(false);
  });

  it('tells apart folders that may be networks so that the build finds the same', () => {
    const one = archive({
      // One channel by what is said, and no network.
      'logs/ada/#loom.txt': talk(0, 'a sentence'),
      'logs/bob/#loom.txt': talk(20, 'a sentence'),
      // Another with nothing in common, and the same in a client's folder.
      'logs/eve/#loom.txt': talk(0, 'other words'),
      'logs/scrollback/saltnet/#loom.txt': talk(20, 'other words'),
      'logs/scrollback/tidenet/#loom.txt': talk(20, 'third words'),
      // A folder that is taken for a network.
      'logs/zoe/#weft.txt': LOG,
      'logs/scrollback/saltnet/#weft.txt': OTHER,
    });
    expect(init(one)).toMatchObject({ code: 0, err: '' });
    expect(settings(one).match(/ {2}- name: .*\n(?: {4}.*\n)*/g)).toEqual([
      '  - name: "#loom"\n    slug: "loom"\n',
      '  - name: "#loom"\n    networks: ["saltnet"]\n    slug: "loom-2"\n',
      '  - name: "#loom"\n    networks: ["tidenet"]\n    slug: "loom-3"\n',
      '  - name: "#weft"\n    networks: ["saltnet"]\n    slug: "weft"\n',
      '  - name: "#weft"\n    networks: ["zoe"]\n    slug: "weft-2"\n',
    ]);
    const built = build(one);
    expect(built).toMatchObject({ code: 0, err: '' });
    expect(built.out).toMatch(/^7 logs, /);
    // Found, in the settings, is what the build has.
    expect(settings(one)).toContain('#   #loom, in loom/: 2 logs (xchat-scrollback)');
    expect(settings(one)).toContain('#   #loom on saltnet, in loom-2/: 2 logs (xchat-scrollback)');
    expect(settings(one)).toContain('#   #weft on zoe, in weft-2/: 1 log (xchat-scrollback)');
  });

  it('says which logs only their owner can tell, as the build will', () => {
    const logs = { 'logs/#loom.txt': LOG, 'logs/#weft.log': '[10:00] <ada> hi\n[10:01] <bob> yo\n[10:02] <ada> ok\n' };
    const one = archive(logs);
    const { code, err } = init(one);
    expect(code).toBe(0);
    expect(err).toMatch(/^logs\/#weft\.log can be read in more than one way: .*say which it is under its channel/);
    expect(build(one).err).toContain(err.trim());
  });

  it('shows how to list a channel where no log names one', () => {
    const one = archive({ 'logs/pool/2013-10-02.log': LOG });
    const { out } = init(one);
    const [, block = ''] = /as here:\n(channels:\n(?: .*\n)+)/.exec(out) ?? [];
    expect(block).toContain('path: "logs/pool/2013-10-02.log"');
    expect(settings(one)).not.toContain('Found');
    one.write({ 'archive.yaml': `zone: UTC\n${block.replace('its-name', 'pool')}` });
    expect(build(one).out).toContain('1 channel, 1 day');
  });

  it('makes no folder where there is none: its name may be mistyped', () => {
    const one = archive({});
    const { code } = daybook(['init', '--content', join(one.folder, 'new')]);
    expect(code).toBe(2);
    expect(existsSync(join(one.folder, 'new'))).toBe(false);
  });

  it('writes a zone as the data base does', () => {
    const one = archive({});
    expect(init(one, '--zone', 'europe/helsinki').code).toBe(0);
    expect(settings(one)).toContain('\nzone: Europe/Helsinki\n');
  });

  it('takes nothing for settings that are there, nor a zone that is none', () => {
    const one = archive({ 'archive.yaml': 'zone: UTC\n' });
    expect(init(one)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/archive\.yaml is there already/) as string,
    });
    expect(settings(one)).toBe('zone: UTC\n');
    const file = join(one.folder, 'archive.yaml');
    expect(daybook(['init', '--content', file])).toMatchObject({
      code: 2,
      err: `${file} is a file, not an archive folder.\n`,
    });
    const other = archive({});
    expect(init(other, '--zone', 'Helsinki')).toMatchObject({
      code: 2,
      err: '--zone Helsinki is not a time zone; did you mean "Europe/Helsinki"?\n',
    });
    expect(daybook(['init', '--content', other.folder], { TZ: 'Mars/Olympus' })).toMatchObject({
      code: 2,
      err: 'This machine does not tell its time zone: name it, such as --zone Europe/Helsinki.\n',
    });
    expect(existsSync(join(other.folder, 'archive.yaml'))).toBe(false);
  });
});
