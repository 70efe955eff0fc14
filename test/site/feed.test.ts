// A channel's feed, read by a strict parser of XML.
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { line } from '../build/archive.ts';
import { pagesFrom } from './a-site.ts';

const START = Date.parse('2013-10-02T12:00:00Z') / 1000;
const DAY = 86_400;
const SETTINGS = 'title: Looms & "mills"\nurl: https://irc.example.com/logs/\nzone: UTC\n';

interface Part {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document in their order, each with the text directly in it. Throws for what is no XML. */
function partsOf(xml: string): readonly Part[] {
  const [parts, open]: [Part[], Part[]] = [[], []];
  const parser = new SaxesParser();
  const told = (text: string): void => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  };
  parser.on('opentag', ({ name, attributes }) => {
    const part = { name, attributes, text: '' };
    parts.push(part);
    open.push(part);
  });
  parser.on('text', told);
  parser.on('cdata', told);
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return parts;
}

async function feedOf(log: readonly string[], settings = SETTINGS): Promise<string | undefined> {
  const pages = await pagesFrom({ 'archive.yaml': settings, 'logs/#loom.txt': `${log.join('\n')}\n` });
  const feed = pages.get('loom/feed.xml');
  // The channel's page leads to a feed exactly where there is one.
  expect(pages.get('loom/')!.split('feed.xml').length - 1).toBe(feed === undefined ? 0 : 2);
  return feed;
}

test('tells the days on which somebody spoke, the last first: who spoke, and what about', async () => {
  const parts = partsOf(
    (await feedOf([
      line(START, 'ada', 'the shuttle_cock is worn'),
      line(START + 60, 'bob', 'and the shuttle_cock squeaks'),
      `T ${START + DAY} *\tcyn (cyn@example.com) has joined #loom`,
      line(START + 2 * DAY, 'ada', 'good morning'),
    ]))!,
  );
  const textsOf = (name: string): readonly string[] =>
    parts.filter((part) => part.name === name).map(({ text }) => text);
  const days = 'https://irc.example.com/logs/loom/';
  expect(textsOf('id')).toEqual([days, `${days}2013-10-04/`, `${days}2013-10-02/`]);
  expect(textsOf('title')).toEqual([
    '#loom – Looms & "mills"',
    '#loom, Friday 4 October 2013',
    '#loom, Wednesday 2 October 2013',
  ]);
  expect(textsOf('updated')).toEqual([
    '2013-10-04T12:00:00.000Z',
    '2013-10-04T12:00:00.000Z',
    '2013-10-02T12:01:00.000Z',
  ]);
  const [friday, wednesday] = textsOf('summary');
  expect(friday).toMatch(
    /^<p>1 line at 12:00: ada\.<p><a href=\S+\/logs\/loom\/2013-10-04\/#t120000\w{4}>good morning<\/a>$/,
  );
  expect(wednesday).toMatch(
    /^<p>2 lines from 12:00 to 12:01: ada and bob\.<p>About <a href=\S+2013-10-02\/#t12\w{8}>shuttle_cock<\/a>\.$/,
  );
  expect(parts.filter(({ name }) => name === 'link').map(({ attributes: { rel, href } }) => [rel, href])).toEqual([
    ['alternate', days],
    ['self', `${days}feed.xml`],
    [undefined, `${days}2013-10-04/`],
    [undefined, `${days}2013-10-02/`],
  ]);
});

test('is whole whatever is said in it, and no text of a log is taken for elements', async () => {
  const feed = (await feedOf([
    line(START, 'ada', '<script>alert(1)</script> ]]> & \u{fffe}'),
    line(START + DAY, 'ada', 'hi'),
  ]))!;
  const summaries = partsOf(feed).filter(({ name }) => name === 'summary');
  expect(summaries.map(({ text }) => text).join()).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; \ufffd',
  );
  expect(feed).not.toContain('<script');
});

test('has the latest thirty days', async () => {
  const feed = (await feedOf(Array.from({ length: 40 }, (_, i) => line(START + i * DAY, 'ada', 'hello'))))!;
  const ids = partsOf(feed).filter(({ name }) => name === 'id');
  expect([ids.length, ids[1]!.text, ids.at(-1)!.text]).toEqual([
    31,
    'https://irc.example.com/logs/loom/2013-11-10/',
    'https://irc.example.com/logs/loom/2013-10-12/',
  ]);
});

test('is not made where the archive does not tell where it is served, or nobody spoke', async () => {
  expect(await feedOf([line(START, 'ada', 'hello')], 'zone: UTC\n')).toBeUndefined();
  expect(await feedOf([`T ${START} *\tcyn (cyn@example.com) has joined #loom`])).toBeUndefined();
});
