// A whole site, built as a person builds it, its HTML read by a parser: every link leads somewhere, every id is one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ran } from '../build/cli.ts';
import { compile, daybook, treeOf } from '../build/cli.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const root = mkdtempSync(join(tmpdir(), 'daybook-site-'));
const BASE = '/logs/';

interface Site {
  readonly ran: Ran;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Builds the site of an archive that consists of these files. */
function built(name: string, archive: Readonly<Record<string, string>>): Site {
  const content = join(root, name, 'content');
  mkdirSync(content, { recursive: true });
  for (const [path, text] of Object.entries(archive)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const out = join(root, name, 'site');
  const ran = daybook(['build', '--content', content, '--out', out, '--cache', join(root, name, 'cache')]);
  return { ran, files: ran.code === 0 ? treeOf(out) : new Map() };
}

/** Lines of a scrollback without colours, from instants and what followed. */
const scrollback = (lines: readonly (readonly [at: string, rest: string])[]): string =>
  lines.map(([at, rest]) => `T ${Date.parse(at) / 1000} ${rest}\n`).join('');

const settings = `title: Logs of "Pool" & <Friends>
url: https://irc.example.com/logs/
channels:
  - name: "#pool"
    topic: 'Depth <1 & "counting"'
    logs: [{ path: logs/pool.txt }]
  - name: "#größe+1"
    logs: [{ path: logs/groesse.txt }]
  - name: "#long"
    logs: [{ path: logs/long.txt }]
trackers:
  - { name: PV, match: 'PV (\\d+)', url: 'https://bugs.example.com/$1?a=1&b=2' }
`;

const pool = scrollback([
  ['2024-03-04T09:00:00Z', '*\tlena (lena@example.com) has joined #pool'],
  ['2024-03-04T09:00:10Z', '<lena>\tgood morning, who was here in the night?'],
  ['2024-03-04T09:00:20Z', '<omar[x]>\tlena: only me, and I found the leak at last!'],
  ['2024-03-04T09:00:30Z', '<lena>\twonderful, that must be PV 12 then'],
  ['2024-03-04T09:01:00Z', '<omar[x]>\thttps://bugs.example.com/12?a=1&b=2'],
  ['2024-03-04T09:02:00Z', '<omar[x]>\tsee https://example.com/<b>?"x" and /usr/share/pool/drain.c'],
  ['2024-03-04T09:03:00Z', '<lena>\t<script>alert(1)</script> & "quotes" in pool_drain()'],
  ['2024-03-04T23:30:00Z', '*\tlena has quit (https://client.example.com)'],
  ['2024-03-05T10:00:00Z', '*\tlena (lena@example.com) has joined #pool'],
  ['2024-03-07T10:00:00Z', '<lena>\tPV 12 is back'],
]);

/** A long life, silent for two months, in which people were there nonetheless. */
const long = scrollback(
  Array.from({ length: 130 }, (_, i) => {
    const days = i * 2 + (i < 100 ? 0 : 62);
    const day = new Date(Date.UTC(2022, 11, 1) + days * 86_400_000).toISOString().slice(0, 10);
    return [`${day}T12:00:00Z`, `<nick${i % 3}>\tword ${i} of a long story`] as const;
  }),
);

const archive = {
  'archive.yaml': settings,
  'logs/pool.txt': pool,
  'logs/groesse.txt': scrollback([['2024-03-04T12:00:00Z', '<zoë>\tça va?']]),
  'logs/long.txt': long,
  'pages/rules.md':
    '---\ntitle: Rules & "such"\norder: 1\n---\n# Rules\n\nBe <b>kind</b>. See [the pool](/pool/), [about](about.md), [below](#the-rest), [gone](/nowhere/).\n\n## The rest\n\n## The rest\n',
  'notes/pool/2024-03-04.md': 'The day of *the leak*.',
  'header.md': 'Kept by **lena**.',
  'footer.md': 'Ask <lena@example.com>.',
  'theme.css': ':root{--link:#123456}',
  'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

const elementsOf = (node: Node): readonly Element[] => {
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...('tagName' in node ? [node] : []), ...children.flatMap(elementsOf)];
};
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

interface Page {
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

let site: Site;
const pages = new Map<string, Page>();

beforeAll(() => {
  compile();
  site = built('whole', archive);
  for (const [path, bytes] of site.files) {
    if (!path.endsWith('.html')) continue;
    const elements = elementsOf(parse(bytes.toString('utf8')));
    pages.set(path, { elements, ids: new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])) });
  }
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The file that a path of the site means. */
const fileOf = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

describe('a built site', () => {
  it('has a page for each channel, day, person, bug and prose file', () => {
    expect([...pages.keys()]).toEqual(
      expect.arrayContaining([
        'index.html',
        '404.html',
        'about/index.html',
        'rules/index.html',
        'pool/index.html',
        'pool/2024-03-04/index.html',
        'pool/people/index.html',
        'pool/people/omar=7b=x=7d=/index.html',
        'pool/refs/index.html',
        'ref/pv/12/index.html',
        'größe+1/2024-03-04/index.html',
        'long/2022/index.html',
        'long/2023/index.html',
      ]),
    );
    expect([...pages.keys()]).not.toContain('pool/2024-03-06/index.html');
    expect([...pages.keys()]).not.toContain('pool/2024/index.html');
  });

  it('has no link within it that leads nowhere', () => {
    const dead: string[] = [];
    for (const [file, { elements }] of pages) {
      const here = new URL(BASE + file.replace(/index\.html$/, ''), 'https://irc.example.com');
      for (const element of elements) {
        const target = attribute(element, 'href') ?? attribute(element, 'src');
        if (target === undefined || attribute(element, 'rel') === 'canonical') continue;
        const url = new URL(target, here);
        if (url.origin !== here.origin) continue;
        const path = decodeURIComponent(url.pathname);
        const there = path.startsWith(BASE) ? fileOf(path.slice(BASE.length)) : undefined;
        const fragment = decodeURIComponent(url.hash.slice(1));
        const whole =
          there !== undefined &&
          site.files.has(there) &&
          (fragment === '' || pages.get(there)?.ids.has(fragment) === true);
        if (!whole && url.pathname !== '/logs/nowhere/') dead.push(`${file}: ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('has each id once a page', () => {
    for (const [file, { elements }] of pages) {
      const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
      expect(ids.length, file).toBe(new Set(ids).size);
    }
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // What the size of a line is worth: see docs/design.md.
        'no-implicit-close': 'off',
        'attr-quotes': 'off',
        'doctype-style': 'off',
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'no-raw-characters': 'off',
        'long-title': 'off',
        'require-sri': 'off',
        'valid-id': ['error', { relaxed: true }],
      },
    });
    const faults: string[] = [];
    for (const file of pages.keys()) {
      const report = await validator.validateString(site.files.get(file)!.toString('utf8'));
      for (const { messages } of report.results) {
        for (const { ruleId, message, line } of messages) faults.push(`${file}:${line} ${ruleId}: ${message}`);
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('shows what people wrote and never runs it', () => {
    const { elements } = pages.get('pool/2024-03-04/index.html')!;
    expect(
      elements.filter(({ tagName }) => tagName === 'script').map((script) => attribute(script, 'src')),
    ).not.toContain(undefined);
    expect(elements.some((element) => textOf(element).includes('<script>alert(1)</script> & "quotes"'))).toBe(true);
    expect(
      elements.some((element) => element.attrs.some(({ name }) => name === 'style' || name.startsWith('on'))),
    ).toBe(false);
  });

  it('takes references from what people said, with the line before where theirs says little', () => {
    const { elements, ids } = pages.get('pool/refs/index.html')!;
    expect(ids).toContain('pv-12');
    const bug = elements.find((element) => attribute(element, 'id') === 'pv-12')!;
    expect(elementsOf(bug).filter(({ tagName }) => tagName === 'li')).toHaveLength(3);
    expect(textOf(bug)).toContain('lena wonderful, that must be PV 12 then');
    expect(elements.map(textOf).join('')).not.toContain('client.example.com');
  });

  it('tells a bug to machines', () => {
    const bug = JSON.parse(site.files.get('ref/pv/12.json')!.toString('utf8')) as {
      mentions: { by: string; at: number }[];
    };
    expect(bug.mentions.map(({ by }) => by)).toEqual(['lena', 'omar[x]', 'lena']);
    expect(bug.mentions[0]!.at).toBe(Date.parse('2024-03-04T09:00:30Z') / 1000);
  });

  it('has the day as published data and as text for grep', () => {
    const day = JSON.parse(site.files.get('pool/2024-03-04.json')!.toString('utf8')) as { entries: unknown[] };
    expect(day.entries).toHaveLength(8);
    const text = site.files.get('pool/2024-03-04.txt')!.toString('utf8');
    expect(text).toContain('[09:00:20] <omar[x]> lena: only me, and I found the leak at last!\n');
    expect(text).toContain('[23:30:00] *** lena quit (https://client.example.com)\n');
    expect(text.match(/\n/g)).toHaveLength(8);
  });

  it('lists the days of a channel for machines', () => {
    const channel = JSON.parse(site.files.get('pool/index.json')!.toString('utf8')) as {
      days: { date: string; lines: number }[];
    };
    expect(channel.days.map(({ date, lines }) => [date, lines])).toEqual([
      ['2024-03-04', 6],
      ['2024-03-05', 0],
      ['2024-03-07', 1],
    ]);
  });

  it('asks search engines to stay away unless settings let them in, and has a map of its pages', () => {
    expect(site.files.get('robots.txt')!.toString('utf8')).toBe('User-agent: *\nDisallow: /\n');
    const addresses = elementsOf(parse(site.files.get('sitemap.xml')!.toString('utf8')))
      .filter(({ tagName }) => tagName === 'loc')
      .map(textOf);
    expect(addresses).toContain('https://irc.example.com/logs/pool/2024-03-04/');
    expect(addresses).toContain('https://irc.example.com/logs/gr%C3%B6%C3%9Fe%2B1/');
    for (const address of addresses) {
      expect(
        site.files.has(fileOf(decodeURIComponent(address.slice('https://irc.example.com/logs/'.length)))),
        address,
      ).toBe(true);
    }
  });

  it('wears what its owner wrote: header, footer, theme, logo, a note of the day', () => {
    const { elements } = pages.get('pool/2024-03-04/index.html')!;
    const links = elements.flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? []);
    expect(links).toEqual(expect.arrayContaining(['/logs/assets/theme.css', '/logs/assets/logo.svg']));
    const text = textOf(elements[0]!);
    for (const words of ['Kept by lena.', 'Ask lena@example.com', 'The day of the leak.'])
      expect(text).toContain(words);
  });

  it('says which links of prose lead nowhere', () => {
    expect(site.ran.err).toContain('pages/rules.md links to /nowhere/, which is not a page of this site.');
  });

  it('shows HTML in prose as it was typed, and tells equal headings apart', () => {
    const { elements, ids } = pages.get('rules/index.html')!;
    expect(textOf(elements[0]!)).toContain('Be <b>kind</b>.');
    expect([...ids]).toEqual(expect.arrayContaining(['the-rest', 'the-rest-2']));
  });

  it('shows a long life by years, and every day of it', () => {
    const { elements } = pages.get('long/index.html')!;
    const years = elements
      .flatMap((element) => attribute(element, 'href') ?? [])
      .filter((href) => /\/long\/\d{4}\/$/.test(href));
    expect(new Set(years)).toEqual(new Set(['/logs/long/2023/', '/logs/long/2022/']));
    const days = [...pages]
      .filter(([file]) => /^long\/\d{4}\/index/.test(file))
      .flatMap(([, page]) =>
        page.elements
          .flatMap((element) => attribute(element, 'href') ?? [])
          .filter((href) => /\/long\/\d{4}-\d\d-\d\d\/$/.test(href)),
      );
    expect(new Set(days).size).toBe(130);
  });

  it('names days with their year where no calendar of the page tells it', () => {
    const textAt = (path: string): string => textOf(pages.get(`${path}index.html`)!.elements[0]!);
    expect(textAt('pool/people/')).toContain('4 Mar 2024');
    expect(textAt('pool/people/lena/')).toContain('Mon 4 Mar 2024, 09:00');
    for (const path of ['pool/refs/', 'ref/pv/12/']) expect(textAt(path)).toContain('Thu 7 Mar 2024, 10:00:00');
    expect(textAt('pool/refs/')).toContain('3 lines, Mon 4 Mar 2024 and Thu 7 Mar 2024');
  });
});

describe('a site without a channel', () => {
  it('says how to add logs', () => {
    const { ran, files } = built('empty', { 'archive.yaml': 'title: Nothing yet\n' });
    expect(ran.code).toBe(0);
    const text = textOf(parse(files.get('index.html')!.toString('utf8')));
    expect(text).toContain('logs/ in the archive folder');
    expect(text).toContain('npm run build');
  });
});

describe('a page of the owner', () => {
  it('at the address of a channel is refused in one sentence', () => {
    const { ran } = built('clash', { 'archive.yaml': settings, 'logs/pool.txt': pool, 'pages/pool.md': '# Pool' });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('pages/pool.md and a channel would both be at /pool/; give the page another name.');
  });

  it.each([
    ['title: "a', '2:10: this is not YAML: a quote is opened and never closed.'],
    ['title: a\ntitle: b', '3:1: this is not YAML: this key is there twice.'],
    ['order: 1\ntitle: [a]', '3:8: title must be text.'],
    ['order: "2"', '2:8: order must be a number, without quotes.'],
    ['just words', '2: between "---" belong keys and values, such as "title: Rules".'],
  ])('whose front matter has a mistake, as in %j, is refused with its place', (front, told) => {
    const { ran } = built('front', { 'archive.yaml': 'title: T\n', 'pages/x.md': `---\n${front}\n---\n` });
    expect(ran).toMatchObject({ code: 2, err: `pages/x.md:${told}\n` });
  });
});

describe('a site of two hundred channels', () => {
  it('shows the liveliest and lists all', () => {
    const names = Array.from({ length: 200 }, (_, i) => `c${i}`);
    const many: Record<string, string> = {
      'archive.yaml': `title: Many\nchannels:\n${names.map((name) => `  - { name: "#${name}", logs: [{ path: logs/${name}.txt }] }\n`).join('')}`,
    };
    for (const [i, name] of names.entries()) {
      many[`logs/${name}.txt`] = scrollback([
        [new Date(Date.UTC(2024, 0, 1 + i)).toISOString(), '<lena>\thello there'],
      ]);
    }
    const { files } = built('many', many);
    const elements = elementsOf(parse(files.get('index.html')!.toString('utf8')));
    expect(elements.filter((element) => attribute(element, 'class') === 'chan')).toHaveLength(3);
    const links = new Set(elements.flatMap((element) => attribute(element, 'href') ?? []));
    expect(names.filter((name) => !links.has(`/${name}/`))).toEqual([]);
  }, 120_000);
});
