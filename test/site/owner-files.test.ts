// What the owner writes beside the logs: which files are pages and notes, and where their links lead.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Mistake } from '../../src/mistake.ts';
import { ownerFilesOf, type OwnerFiles } from '../../src/site/owner/owner-files.ts';
import { addressOf } from '../../src/site/owner/prose-links.ts';
import { proseOf } from '../../src/site/owner/prose.ts';
import type { ArchiveIndex } from '../../src/store.ts';
import { line } from '../build/archive.ts';
import { pagesFrom } from './a-site.ts';

const root = mkdtempSync(join(tmpdir(), 'daybook-owner-'));
let content = '';
beforeEach(() => (content = mkdtempSync(join(root, 'content-'))));
afterAll(() => rmSync(root, { recursive: true }));

const index = {
  base: '/logs/',
  zone: 'UTC',
  title: 'Logs of the loom',
  channels: [{ channel: { slug: 'loom', name: '#loom' }, latest: [] }],
} as unknown as ArchiveIndex;
const PATHS = [
  '',
  'robots.txt',
  'loom/2014-01-05.json',
  'ref/pv/12/',
  'search/',
  'loom/',
  'loom/at/',
  'loom/2014-01-05/',
  'loom/2014-01-06/',
  'größe+1/',
];

function written(files: Readonly<Record<string, string>>): OwnerFiles {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  return ownerFilesOf(content, index, (path) => PATHS.includes(path));
}

const idsOf = (page: string): readonly string[] => page.match(/(?<=<[^<>]* id="?)[^\s">]+/g) ?? [];

/** Where the links and images of a page lead. */
function addresses({ pages }: OwnerFiles, name: string): readonly string[] {
  const { html = '' } = pages.find((page) => page.name === name)?.prose.body ?? {};
  return html.match(/(?<=(?:href|src)=")[^"]*/g) ?? [];
}

describe('a link of prose', () => {
  it.each([
    '/loom/at/?1388916005',
    '/loom/2014-01-05/?to=t090100k3vd#t090000abcd',
    '/loom/#',
    '/a%20b/',
    '/größe+1/',
    '/gr%C3%B6%C3%9Fe+1/',
    '#größe',
    '/#anything',
  ])('%s leads to a page', (link) => {
    expect(written({ 'pages/a b.md': '', 'pages/x.md': `## Größe\n\n[x](${link})` }).problems).toEqual([]);
  });

  it.each([
    ['/nowhere/?a#b', 'pages/x.md links to /nowhere/, which is not a page of this site.'],
    ['/a%2/', 'pages/x.md links to /a%252/, which is not a page of this site.'],
    ['/a%E0%A4/', 'pages/x.md links to /a%E0%A4/, which is not a page of this site.'],
    ['www.example.org', 'pages/x.md links to /x/www.example.org, which is not a page of this site.'],
    ['#part', 'pages/x.md links to #part, which is no heading of it.'],
    ['#%E0%A4', 'pages/x.md links to #%E0%A4, which is no heading of it.'],
  ])('%s leads nowhere', (link, sentence) => {
    expect(written({ 'pages/x.md': `## Größe\n\n[x](${link})` }).problems).toEqual([sentence]);
  });

  it.each([
    ['pages/sub/a.md', 'b.md', '/sub/b/'],
    ['pages/sub/a.md', './b.md#part', '/sub/b/#part'],
    ['pages/sub/a.md', '../rules.md?a#part', '/rules/?a#part'],
    ['pages/sub/a.md', '../größe+1.md', '/gr%C3%B6%C3%9Fe%2B1/'],
    ['pages/100% sub/a.md', 'b.md', '/100%25%20sub/b/'],
    ['pages/sub/a.md', '../index.md', '/'],
    ['pages/a.md', 'sub/b.md', '/sub/b/'],
    ['pages/a.md', '../../../rules.md', '/rules/'],
    ['pages/a.md', '../notes/loom/2014-01-05.md', '/loom/2014-01-05/'],
    ['notes/loom/2014-01-04.md', '2014-01-05.md', '/loom/2014-01-05/'],
    ['notes/loom/2014-01-04.md', '../warp/2014-01-05.md', '/warp/2014-01-05/'],
    ['notes/loom/2014-01-04.md', '../../pages/rules.md', '/rules/'],
    ['notes/loom/2014-01-04.md', 'rules.md', '/rules/'],
    ['header.md', 'pages/rules.md', '/rules/'],
    ['header.md', 'sub/b.md', '/sub/b/'],
    ['pages/sub/a.md', '../../loom/?a#b', '/loom/?a#b'],
    ['pages/100% sub/a.md', '?to=x', '/100%25%20sub/a/?to=x'],
    ['pages/index.md', 'loom/', '/loom/'],
    ['notes/loom/2014-01-04.md', '../2014-01-05/', '/loom/2014-01-05/'],
    ['footer.md', './loom/', '/loom/'],
    ['pages/a.md', 'mailto:wren', undefined],
    ['pages/sub/a.md', '//irc.example.com/b.md', undefined],
    ['pages/sub/a.md', 'https://irc.example.com/b.md', undefined],
  ])('in %s to %s leads to %s', (file, target, link) => {
    const { links, body } = proseOf(`[x](<${target}>)`, file, '/logs/');
    expect(links.map((found) => addressOf('/', found))).toEqual(link === undefined ? [] : [link]);
    expect(body.html).toContain(`href="${link === undefined ? target : `/logs${link}`}"`);
  });

  it('to the page at the top of the home page leads there, and there is no page of its name', () => {
    const { problems } = written({ 'pages/index.md': 'Hello', 'pages/x.md': '[x](index.md) [x](/index/)' });
    expect(problems).toEqual(['pages/x.md links to /index/, which is not a page of this site.']);
  });

  it('is written with the base before it, its query and fragment as they are', () => {
    const links =
      '[x](/#top) [x](#top) [x](/loom/2014-01-05/?to=t090100k3vd#t090000abcd) [x](/größe+1/) [x](/a%23b/) [x](//irc.example.com/a)';
    expect(addresses(written({ 'pages/x.md': links }), 'x')).toEqual([
      '/logs/#top',
      '#top',
      '/logs/loom/2014-01-05/?to=t090100k3vd#t090000abcd',
      '/logs/gr%C3%B6%C3%9Fe%2B1/',
      '/logs/a%23b/',
      '//irc.example.com/a',
    ]);
  });
});

describe('what stands before prose between two lines ---', () => {
  it('is told where it means nothing', () => {
    const { problems, pages } = written({ 'pages/x.md': '---\ntitle: T\nlayout: page\norder: 1\n---\n' });
    expect(problems).toEqual(['pages/x.md has layout between its "---", where title and order alone mean anything.']);
    expect(pages[0]).toMatchObject({ title: 'T', order: 1 });
  });
});

describe('an image of prose', () => {
  it('has the base before its path, wherever it stands, and is left alone where it lies elsewhere', () => {
    const images =
      '![i](/assets/icon.svg "t")\n\n- [![i](/assets/icon.svg)](/loom/)\n\n![i](https://irc.example.com/i.png) ![i](//irc.example.com/i.png) ![i](/i.png)';
    const owner = written({ 'pages/x.md': images });
    expect(addresses(owner, 'x')).toEqual([
      '/logs/assets/icon.svg',
      '/logs/loom/',
      '/logs/assets/icon.svg',
      'https://irc.example.com/i.png',
      '//irc.example.com/i.png',
      '/logs/i.png',
    ]);
    expect(owner.problems).toEqual([]);
  });

  it('that lies beside its page in the archive folder is told: nothing there is copied', () => {
    const { problems } = written({ 'pages/x.md': '![i](i.png)', 'pages/i.png': '', 'header.md': '![i](robots.txt)' });
    expect(problems).toEqual([
      'pages/x.md shows the picture /x/i.png, which is not a file of this site; pictures need the address where they lie.',
    ]);
  });
});

describe('what may be wider than its column in prose', () => {
  it('takes the focus, and has a name', () => {
    const { pages } = written({ 'pages/x.md': '```\na\n```\n\n    b\n\n|c|\n|---|\n|d|\n' });
    const body = pages.find(({ name }) => name === 'x')!.prose.body.html;
    expect(body.match(/<\w+ role=group aria-label=\w+ tabindex=0>(?=<table|<code)/g)).toEqual([
      '<pre role=group aria-label=Code tabindex=0>',
      '<pre role=group aria-label=Code tabindex=0>',
      '<div role=group aria-label=Table tabindex=0>',
    ]);
  });
});

describe('an element of prose', () => {
  const bodyOf = (source: string): string =>
    written({ 'pages/x.md': source }).pages.find(({ name }) => name === 'x')!.prose.body.html;

  it('that is a column of figures is set to the right by its class, for the policy takes no style', () => {
    const body = bodyOf('|a|b|c|\n|---|--:|:-:|\n|d|1|e|\n');
    expect(body).not.toContain('style');
    expect(body.match(/<t[hd](?!ead)[^>]*>/g)).toEqual([
      '<th>',
      '<th class="num">',
      '<th>',
      '<td>',
      '<td class="num">',
      '<td>',
    ]);
  });

  it('that is written from the right has its direction from its own letters', () => {
    const body = bodyOf('## שלום\n\nwords\n\nשלום `code`\n\n- שלום\n  - שלום\n\n|שלום|\n|---|\n');
    expect(body.match(/<\w+[^>]* dir="auto">/g)).toEqual([
      '<h2 id="שלום" dir="auto">',
      '<p dir="auto">',
      '<ul dir="auto">',
      '<th dir="auto">',
    ]);
  });
});

describe('the first heading of level 1', () => {
  it.each([
    ['---\ntitle: Rules\n---\n# Rules\n\n# More', 'Rules', '<h2 id="more">More</h2>\n'],
    ['---\ntitle: Rules\n---\n# Be kind', 'Rules', '<h2 id="be-kind">Be kind</h2>\n'],
  ])('of the page %j is the title, %s, or stays', (source, title, html) => {
    const page = written({ 'pages/x.md': source }).pages.find(({ name }) => name === 'x');
    expect([page?.title, page?.prose.body.html]).toEqual([title, html]);
  });

  it('stays where no title block has it: in notes, above and below the pages, at the top of the home page', () => {
    const files = ['header.md', 'footer.md', 'pages/index.md', 'notes/loom/2014-01-05.md'];
    const owner = written(Object.fromEntries(files.map((file) => [file, '# Broken shuttle\n'])));
    const shown = [owner.header, owner.footer, owner.intro, owner.notesOf('loom').get('2014-01-05')?.body];
    expect(shown.map((body) => body?.html)).toEqual(
      ['header-', 'footer-', '', ''].map((whose) => `<h2 id="${whose}broken-shuttle">Broken shuttle</h2>\n`),
    );
  });
});

it('A page of three parts or more lists them, however many parts these have', async () => {
  const pages = await pagesFrom({
    'archive.yaml': 'zone: UTC\n',
    'logs/#loom.txt': `${line(1388916005, 'ada', 'hello')}\n`,
    'pages/few.md': '## a\n### b\n### c\n## d\n',
    'pages/many.md': '## a\n### b\n## c\n## d\n',
  });
  const listed = (path: string): unknown => pages.get(path)?.match(/(?<=<li><a href=#)\w+/g) ?? [];
  expect([listed('few/'), listed('many/')]).toEqual([[], ['a', 'c', 'd']]);
});

it('Headings have ids of their own beside those of the page, whatever they say', async () => {
  const lines = Array.from({ length: 9 }, (_, i) => [`logs/#loom${i}.txt`, `${line(1388916005, 'ada', 'hello')}\n`]);
  const log = { ...Object.fromEntries(lines), 'archive.yaml': 'zone: UTC\n' };
  const ours = [...(await pagesFrom(log)).values()].flatMap(idsOf);
  const words = [...new Set(ours)]
    .filter((id) => !/^[ct]\d/.test(id))
    .map((id) => `## ${id}\n`)
    .join('\n');
  const day = 'loom0/2014-01-05/';
  const owned = ['header.md', 'footer.md', 'pages/index.md', 'pages/x.md', `notes/${day.slice(0, -1)}.md`];
  const pages = await pagesFrom({ ...log, ...Object.fromEntries(owned.map((file) => [file, words])) });
  for (const path of ['', 'x/', 'loom0/', day]) {
    const ids = idsOf(pages.get(path)!);
    expect(ids.filter((id, i) => ids.indexOf(id) < i)).toEqual([]);
  }
});

describe('a page of the owner', () => {
  const pagesOf = (owner: OwnerFiles): readonly string[] => owner.pages.map(({ name }) => name);

  it('is each Markdown file under pages/ that is not hidden, nor in a hidden folder', () => {
    const names = ['a.md', 'sub/b.md', '.md', '._a.md', '.hidden.md', '.git/z.md', 'sub/.git/z.md', 'c.txt'];
    const owner = written(Object.fromEntries(names.map((name) => [`pages/${name}`, 'Hello'])));
    expect(pagesOf(owner)).toEqual(['a', 'sub/b', 'about']);
  });

  it.each([
    ['---\n---\nHello', 'x', '<p>Hello</p>\n'],
    ['---\r\n---\r\n# Words\r\n\r\nHello', 'Words', '<p>Hello</p>\n'],
    ['---\n---', 'x', ''],
    ['---\n\n---\nHello', 'x', '<p>Hello</p>\n'],
    ['---\ntitle: Rules\n---\nHello\n\n---\n', 'Rules', '<p>Hello</p>\n<hr>\n'],
    ['---\ntitle: ""\n---\nHello', 'x', '<p>Hello</p>\n'],
    ['---\ntitle: " "\n---\n# Words', 'Words', ''],
    ['#\n\nHello', 'x', '<p>Hello</p>\n'],
  ])('%j is called %s', (source, title, html) => {
    const page = written({ 'pages/x.md': source }).pages.find(({ name }) => name === 'x');
    expect([page?.title, page?.prose.body.html]).toEqual([title, html]);
  });

  it('comes by its order, then by its title; without an order after those that have one', () => {
    const owner = written({
      'pages/a.md': '# Last words',
      'pages/b.md': '---\norder: 2\n---\n# A second',
      'pages/c.md': '---\norder: 1\n---\n# Zeroth',
      'pages/d.md': '# Further words',
    });
    expect(pagesOf(owner)).toEqual(['c', 'b', 'd', 'a', 'about']);
  });

  it('has an address of its own: two files for one are refused in a sentence that names both', () => {
    const [one, other] = ['pages/e\u0301/x.md', 'pages/\u00e9/x.md'];
    expect(() => written({ [one]: 'Hello', [other]: 'Hello' })).toThrow(
      new Mistake(
        `${one} and ${other} would both be at /\u00e9/x/, for their names differ in nothing but how their accents are encoded; remove one.`,
      ),
    );
  });

  it.each([
    ['robots.txt', '/robots.txt is a file'],
    ['robots.txt/rules', '/robots.txt is a file'],
    ['assets', '/assets is a folder'],
    ['assets/daybook.css', '/assets is a folder'],
    ['loom/2014-01-05.json', '/loom/2014-01-05.json is a file'],
    ['rules/index.html', '/rules/index.html is a file'],
  ])('is refused at /%s/: %s of the site', (name, taken) => {
    expect(() => written({ [`pages/${name}.md`]: 'Hello' })).toThrow(
      new Mistake(
        `pages/${name}.md would be at /${name}/, but ${taken} of the site itself; give the page another name.`,
      ),
    );
  });

  it('is refused where a channel, a bug or the search has its page', () => {
    for (const [name, other] of [
      ['loom', 'a channel'],
      ['ref/pv/12', 'a bug'],
      ['search', 'the search'],
    ] as const) {
      const sentence = `pages/${name}.md and ${other} would both be at /${name}/; give the page another name.`;
      expect(() => written({ [`pages/${name}.md`]: 'Hello' })).toThrow(new Mistake(sentence));
      rmSync(join(content, `pages/${name}.md`));
    }
  });

  it('may be a link to a file; other links are passed over and told', () => {
    mkdirSync(join(content, 'pages'));
    mkdirSync(join(content, 'words'));
    for (const [name, target] of [
      ['a.md', '../words.md'],
      ['b.md', 'nothing.md'],
      ['c.md', 'c.md'],
      ['d.md', '../words'],
      ['e', '..'],
      ['f', 'nothing'],
    ] as const)
      symlinkSync(target, join(content, 'pages', name));
    const owner = written({ 'words.md': '# Words' });
    expect(owner.pages.map(({ name, title }) => [name, title])).toContainEqual(['a', 'Words']);
    expect(pagesOf(owner)).toEqual(['a', 'about']);
    expect(owner.problems).toEqual(
      ['b.md', 'c.md', 'd.md', 'e'].map((name) => `pages/${name} is a link to no file, and is passed over.`),
    );
  });
});

describe('a file that is a link to nothing', () => {
  it('is passed over and told, wherever it is', () => {
    const lost = ['header.md', 'footer.md', 'theme.css', 'logo.svg', 'logo.png', 'former-links.csv', 'pages'];
    const notes = ['notes/loom/2014-01-05.md', 'notes/loom/words.md'];
    mkdirSync(join(content, 'notes/loom'), { recursive: true });
    for (const path of [...lost, ...notes]) symlinkSync('nothing', join(content, path));
    expect(written({}).problems).toEqual(
      [...lost, ...notes].map((path) => `${path} is a link to no file, and is passed over.`),
    );
  });
});

describe('a folder where a file is expected', () => {
  it('is passed over and told, and a page in it is one', () => {
    const folders = ['header.md', 'footer.md', 'theme.css', 'logo.svg', 'former-links.csv', 'notes/loom/2014-01-05.md'];
    const inner = [...folders, 'pages/index.md', 'pages/x.md'].map((folder) => [`${folder}/y.md`, 'Hello'] as const);
    const { pages, problems, copies, notesOf, ...rest } = written({
      ...Object.fromEntries(inner),
      'notes/loom/2014-01-06.md': 'Hello',
      'logo.png': 'PNG',
    });
    expect(pages.map(({ name }) => name)).toEqual(['index.md/y', 'x.md/y', 'about']);
    expect([...notesOf('loom').keys()]).toEqual(['2014-01-06']);
    expect(copies.map(({ path }) => path)).toEqual(['assets/logo.png']);
    const told = folders.map((path) => `${path} is a folder, where a file would be read, and is passed over.`);
    expect({ problems, ...rest }).toEqual({ problems: told, logo: 'assets/logo.png' });
  });

  it('has nothing in it where it is a file', () => {
    const { pages, notesOf, problems } = written({ pages: 'Hello', notes: 'Hello' });
    expect(problems).toEqual(
      ['pages', 'notes'].map((path) => `${path} is a file, where a folder would be looked into, and is passed over.`),
    );
    expect(pages.map(({ name }) => name)).toEqual(['about']);
    expect(notesOf('loom').size).toBe(0);
  });
});

describe('the notes of a channel', () => {
  const cheese = {
    ...index,
    channels: [{ channel: { slug: 'käse', name: '#käse' }, latest: [] }],
  } as unknown as ArchiveIndex;
  const known = (path: string): boolean => path.startsWith('käse/');
  const note = (folder: string, date: string, text = 'Hello'): void => {
    mkdirSync(join(content, 'notes', folder), { recursive: true });
    writeFileSync(join(content, 'notes', folder, `${date}.md`), text);
  };

  it('are found in a folder whose name the system has decomposed, and their links lead on', () => {
    note('ka\u0308se', '2014-01-06', '[before](2014-01-05.md)');
    const { notesOf, problems } = ownerFilesOf(content, cheese, known);
    expect([...notesOf('käse').keys()]).toEqual(['2014-01-06']);
    expect(notesOf('käse').get('2014-01-06')?.body.html).toContain('href="/logs/k%C3%A4se/2014-01-05/"');
    expect(problems).toEqual([]);
  });

  it('may link to lines of their day, which stand on the same page', () => {
    note('käse', '2014-01-05', '[a line](#t090000abcd), [a talk](#c090000abcd), [a moment](#t09:00), [nothing](#more)');
    expect(ownerFilesOf(content, cheese, known).problems).toEqual([
      'notes/käse/2014-01-05.md links to #more, which is no heading of it.',
    ]);
  });

  it('are told of where no page shows them', () => {
    note('käse', '2014-01-06');
    note('käse', '6 January');
    writeFileSync(join(content, 'notes/2014-01-06.md'), 'Words');
    note('quark', '2014-01-06', '[nowhere](/nowhere/)');
    const ofOneDay = (path: string): boolean => path === 'käse/2014-01-05/';
    const unnamed = 'a note is named for its day, in the folder of its channel, such as notes/xpmem/2014-01-05.md.';
    expect(ownerFilesOf(content, cheese, ofOneDay).problems).toEqual([
      `notes/2014-01-06.md is shown nowhere: ${unnamed}`,
      `notes/käse/6 January.md is shown nowhere: ${unnamed}`,
      'notes/käse/2014-01-06.md is shown nowhere: the site has no day /käse/2014-01-06/.',
      'notes/quark/2014-01-06.md is shown nowhere: the site has no day /quark/2014-01-06/.',
    ]);
  });

  it('are refused where two folders have one for the same day', () => {
    note('ka\u0308se', '2014-01-06');
    note('käse', '2014-01-05');
    expect([...ownerFilesOf(content, cheese, known).notesOf('käse').keys()]).toEqual(['2014-01-05', '2014-01-06']);
    note('käse', '2014-01-06');
    expect(() => ownerFilesOf(content, cheese, known)).toThrow(
      new Mistake(
        'notes/ka\u0308se/2014-01-06.md and notes/käse/2014-01-06.md would both be at /käse/2014-01-06/, for their names differ in nothing but how their accents are encoded; remove one.',
      ),
    );
  });
});
