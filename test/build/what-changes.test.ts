// What is written again when something changes, and what is left as it stands.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { filesBeside } from '../../src/commands/code-key.ts';
import { bench, line, type Bench } from './archive.ts';
import { compile, daybook, daybookAlone, treeOf, type Ran } from './cli.ts';

const START = 1_380_742_174;
const DAY = 86_400;
const talk = (days: number): string =>
  Array.from({ length: days }, (_, day) => `${line(START + day * DAY, 'ada', 'good morning')}\n`).join('');

let open: Bench | undefined;
let site = '';

function ran(): Ran {
  const places = ['--content', open!.folder, '--out', site, '--cache', open!.cache];
  const run = daybook(['build', ...places, '--allow-lost-links']);
  expect(run.code, run.err).toBe(0);
  return run;
}

const build = (): string => ran().err;

/** Paths below the site of the files that a build after some changes wrote, and of those that it took away. */
function writtenAfter(files: Parameters<Bench['write']>[0]): readonly string[] {
  const stamps = (): ReadonlyMap<string, number> =>
    new Map([...treeOf(site).keys()].map((path) => [path, statSync(join(site, path)).ino]));
  const before = stamps();
  open!.write(files);
  build();
  const after = stamps();
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}

describe('of a site that stands, only what a change shows on is written', () => {
  beforeAll(compile);
  afterEach(() => {
    rmSync(site, { recursive: true, force: true });
    open?.close();
  });

  function archive(more: Readonly<Record<string, string>> = {}): void {
    open = bench({ 'archive.yaml': 'title: The lab\n', 'logs/#lab.txt': talk(4), ...more });
    site = `${open.folder}-site`;
    build();
  }

  it('a note: the page of its day, with its text', () => {
    archive();
    const [note, day] = ['notes/lab/2013-10-03.md', ['lab/2013-10-03.txt', 'lab/2013-10-03/index.html']];
    expect(writtenAfter({ [note]: 'The day of the loom.' })).toEqual(day);
    expect(writtenAfter({ [note]: undefined })).toEqual(day);
  });

  it('a hidden file: nothing, and it is not looked at', () => {
    archive();
    expect(writtenAfter({ 'pages/.rules.md': '# Rules', '.git/index': 'a', 'notes/.DS_Store': 'b' })).toEqual([]);
    expect(filesBeside(open!.folder, 'logs')).toEqual(['archive.yaml']);
  });

  it('what a link among pages leads to: its page, and a link to nothing is told of', () => {
    archive({ 'words/others.txt': '# Rules' });
    mkdirSync(join(open!.folder, 'pages'));
    symlinkSync('../words/nothing.txt', join(open!.folder, 'pages/rules.md'));
    expect(build()).toContain('pages/rules.md is a link to no file, and is passed over.\n');
    expect(writtenAfter({ 'words/nothing.txt': '# Rules' })).toEqual(['index.html', 'rules/index.html']);
  });

  it('settings that somebody writes while a build reads them: what they say, in the build that follows', () => {
    archive();
    const meanwhile = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const read = fs.readFileSync;
      let done = false;
      fs.readFileSync = (path, ...more) => {
        const bytes = read(path, ...more);
        if (!done && String(path).endsWith('archive.yaml')) {
          done = true;
          fs.writeFileSync(path, 'title: The loom');
        }
        return bytes;
      };
      syncBuiltinESMExports();`;
    const places = ['--content', open!.folder, '--out', site, '--cache', open!.cache];
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(meanwhile)}` };
    open!.write({ 'logs/#lab.txt': talk(5) });
    expect(daybookAlone(['build', ...places], env).code).toBe(0);
    build();
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('<title>The loom</title>');
  });

  it('a page of prose: itself, and the list of pages', () => {
    archive();
    expect(writtenAfter({ 'pages/rules.md': '# Rules\n\nBe kind.' })).toEqual(['index.html', 'rules/index.html']);
    expect(writtenAfter({ 'pages/rules.md': '# Rules\n\nBe brief.' })).toEqual(['rules/index.html']);
    expect(writtenAfter({ 'pages/rules.md': undefined })).toEqual(['index.html', 'rules/index.html']);
  });

  it('a theme: every page when it comes or goes, itself when it is edited', () => {
    archive();
    expect(writtenAfter({ 'theme.css': 'body { color: navy }' })).toContain('lab/2013-10-03/index.html');
    expect(writtenAfter({ 'theme.css': 'body { color: teal }' })).toEqual(['assets/theme.css']);
    const gone = writtenAfter({ 'theme.css': undefined });
    expect(gone).toEqual(expect.arrayContaining(['assets/theme.css', 'lab/2013-10-03/index.html']));
    expect([...treeOf(site).keys()]).not.toContain('assets/theme.css');
  });

  it.each([
    ['words above every page', { 'header.md': 'Of the lab.' }],
    ['a title', { 'archive.yaml': 'title: The laboratory\n' }],
  ])('%s: every page, and no day for machines', (_, files) => {
    archive();
    const written = writtenAfter(files);
    const pages = [...treeOf(site).keys()].filter((path) => path.endsWith('.html'));
    expect(written.filter((path) => !path.endsWith('.txt'))).toEqual(pages);
  });

  it('another channel: its own, and what lists channels', () => {
    archive();
    const written = writtenAfter({ 'logs/#loom.txt': talk(2) });
    expect(written.filter((path) => !path.startsWith('loom/'))).toEqual([
      '404.html',
      'index.html',
      'search/index.html',
    ]);
  });

  it('a line of one channel: nothing of another, whatever it is called', () => {
    archive({ 'logs/#constructor.txt': talk(2), 'logs/#__proto__.txt': talk(3) });
    const written = writtenAfter({ 'logs/#lab.txt': talk(5) });
    expect(written).toEqual(expect.arrayContaining(['lab/2013-10-06/index.html', 'lab/index.html']));
    expect(written.filter((path) => !path.startsWith('lab/') && path.includes('/'))).toEqual(['about/index.html']);
    const other = writtenAfter({ 'logs/#constructor.txt': talk(3) });
    expect(other).toContain('constructor/2013-10-04/index.html');
    expect(other.filter((path) => path.startsWith('lab/') || path.startsWith('__proto__/'))).toEqual([]);
  });

  it('a line of one of many channels: days of others are not even looked at', () => {
    const logs = Array.from({ length: 9 }, (_, at) => [`logs/#room${at}.txt`, talk(at + 2)] as const);
    archive(Object.fromEntries(logs));
    // The home page shows those that were spoken in lately.
    for (const quiet of [0, 1, 2, 3]) rmSync(join(open!.cache, 'store/months', `room${quiet}`), { recursive: true });
    open!.write({ 'logs/#room8.txt': talk(11) });
    expect(ran().out).toContain('(2 new or changed)');
  });

  it('a line that cites a bug: the page of the bug, with what other channels say of it', () => {
    const cite = (at: number, bug: string): string => `${line(START + at * DAY, 'ada', `see ${bug}, please`)}\n`;
    const settings =
      "title: The lab\ntrackers: [{ name: PV, match: 'PV (\\d+)', url: 'https://bugs.example.com/$1' }]\n";
    const rooms = ['ash', 'birch', 'cedar', 'elm', 'fir', 'oak', 'pine'];
    const logs = rooms.map((room, at) => [`logs/#${room}.txt`, cite(at, at % 2 ? 'pv 12' : 'PV 12')] as const);
    archive({ ...Object.fromEntries(logs), 'archive.yaml': settings });
    const told = (): readonly string[] => {
      const file = treeOf(site).get('ref/pv/12.json')!.toString();
      return (JSON.parse(file) as { mentions: { channel: string }[] }).mentions.map(({ channel }) => channel.slice(1));
    };
    expect(told()).toEqual(rooms);
    const written = writtenAfter({ 'logs/#elm.txt': `${cite(3, 'pv 12')}${cite(9, 'PV 12')}` });
    expect(written).toEqual(expect.arrayContaining(['ref/pv/12.json', 'ref/pv/12/index.html']));
    expect(told()).toEqual([...rooms, 'elm']);
    expect(writtenAfter({ 'logs/#elm.txt': cite(3, 'PV 13') })).toContain('ref/pv/13.json');
    expect(told()).toEqual(rooms.filter((room) => room !== 'elm'));
  });

  it('a channel that is gone: its pages go, and nothing else does', () => {
    archive({ 'logs/#loom.txt': talk(2) });
    const written = writtenAfter({ 'logs/#loom.txt': undefined });
    expect(written.filter((path) => !path.startsWith('loom/'))).toEqual([
      '404.html',
      'index.html',
      'search/index.html',
    ]);
    expect([...treeOf(site).keys()].filter((path) => path.startsWith('loom/'))).toEqual([]);
    expect(writtenAfter({ 'logs/#loom.txt': talk(3) })).toContain('loom/2013-10-02/index.html');
  });

  it('what comes into the place of something that goes: it stands', () => {
    const zones = 'title: The lab\nzone: UTC\nformerZones: [Asia/Tokyo]\n';
    archive({ 'archive.yaml': zones, 'logs/#lab.txt': talk(1), 'pages/loom.md': '# Of looms' });
    const [day, page] = ['lab/2013-10-03/index.html', 'loom/index.html'];
    // In Tokyo the line was on the third, which has no line of its own yet.
    expect(treeOf(site).get(day)?.toString()).toContain('This line is on');
    expect(writtenAfter({ 'logs/#lab.txt': talk(2) })).toContain(day);
    expect(treeOf(site).get(day)?.toString()).toContain('good morning');
    expect(writtenAfter({ 'pages/loom.md': undefined, 'logs/#loom.txt': talk(1) })).toContain(page);
    expect(treeOf(site).get(page)?.toString()).toContain('#loom');
    expect(writtenAfter({ 'pages/loom.md': '# Of looms', 'logs/#loom.txt': undefined })).toContain(page);
    expect(treeOf(site).get(page)?.toString()).toContain('Of looms');
    writtenAfter({ 'logs/#lab.txt': talk(1) });
    expect(treeOf(site).get(day)?.toString()).toContain('This line is on');
  });

  it('who was there in a year without a day: its page, and the list of years on those of the others', () => {
    // From October 2013 to February 2014: long enough for pages of years.
    const log = `T ${START - 20} 23*\t23eve (eve@example.org) has joined #lab\n${talk(130)}`;
    archive({ 'logs/#lab.txt': log });
    const later = START + 800 * DAY;
    const more = `T ${later} 23*\t23eve has quit (Bye)\n${line(later + DAY, 'ada', 'good morning')}\n`;
    const written = writtenAfter({ 'logs/#lab.txt': log + more });
    const years = ['2013', '2014', '2015'].map((year) => `lab/presence/${year}/index.html`);
    expect(written).toEqual(expect.arrayContaining(years));
    expect(treeOf(site).get(years[2]!)?.toString()).toMatch(/August 2015[^]*eve/);
    const whole = treeOf(site);
    rmSync(open!.cache, { recursive: true });
    build();
    expect(treeOf(site)).toEqual(whole);
  });

  it('a setting that one line feels: what shows that line', () => {
    archive();
    const written = writtenAfter({ 'archive.yaml': 'title: The lab\npeople: [{ name: Ada, nicks: [ada], hue: 5 }]\n' });
    expect(written).toContain('lab/2013-10-03/index.html');
    const [day] = [...treeOf(site)].flatMap(([path, bytes]) =>
      path === 'lab/2013-10-03.json' ? [JSON.parse(bytes.toString()) as { entries: { id: string }[] }] : [],
    );
    const address = `lab/2013-10-03/${day!.entries[0]!.id}`;
    const removed = `title: The lab\npeople: [{ name: Ada, nicks: [ada], hue: 5 }]\nprivacy: { remove: [${address}] }\n`;
    const again = writtenAfter({ 'archive.yaml': removed });
    expect(again).toContain('lab/2013-10-03/index.html');
    expect(again).not.toContain('lab/2013-10-05/index.html');
  });

  it('a file where the folder of a channel’s notes would be: nothing', () => {
    archive();
    expect(writtenAfter({ 'notes/lab': 'not a folder' })).toEqual([]);
  });

  it('a build that fails: nothing, and nothing is left beside the site', () => {
    archive();
    const before = treeOf(site);
    open!.write({ 'pages/lab.md': '# The lab', 'logs/#lab.txt': talk(5) });
    const places = ['--content', open!.folder, '--out', site, '--cache', open!.cache];
    expect(daybook(['build', ...places])).toMatchObject({ code: 2, out: '' });
    expect(treeOf(site)).toEqual(before);
    expect(existsSync(`${site}.new`)).toBe(false);
  });

  it('and a link of a note that leads nowhere is told of by every build that makes pages', () => {
    archive({ 'notes/lab/2013-10-03.md': 'See [there](/nowhere/).' });
    const told = 'notes/lab/2013-10-03.md links to /nowhere/, which is not a page of this site.';
    expect(build()).toContain(told);
    open!.write({ 'logs/#lab.txt': talk(5) });
    expect(build()).toContain(told);
  });
});
