// What a channel cites has a place on its page of references, however much it cites.
import { expect, test } from 'vitest';
import { line } from '../build/archive.ts';
import { pagesFrom } from './a-site.ts';

test('Everything that a day leads to has a place on the page of references, of as much as is cited in years', async () => {
  const lines = Array.from({ length: 900 }, (_, day) =>
    line(1_380_742_174 + day * 40_000, 'ada', `see https://example.org/thing/${day % 450} and mm/kernel/f${day}.c`),
  );
  const pages = await pagesFrom({ 'archive.yaml': 'zone: UTC\n', 'logs/#loom.txt': `${lines.join('\n')}\n` });
  const references = pages.get('loom/refs/') ?? '';
  const places = new Set([...references.matchAll(/ id=([^\s>]+)/g)].map(([, id]) => id));
  const wanted = [...pages.values()].flatMap((page) => [...page.matchAll(/\/loom\/refs\/#([^\s>"]+)/g)]);
  expect(wanted.length).toBeGreaterThan(1700);
  expect(wanted.flatMap(([, id = '']) => (places.has(decodeURIComponent(id)) ? [] : [id]))).toEqual([]);
  // Twice, but not lately.
  expect(references).toMatch(/<li id=[^>]+><a [^>]+>example\.org\/thing\/3<\/a>, 2 lines, last <a href=\/loom\/2014-/);
});

test('Who spoke before a line that cites something has the name and the hue of the person', async () => {
  const pages = await pagesFrom({
    'archive.yaml': `zone: UTC
people: [{ name: Wren Ahola, nicks: [wren_], hue: 4 }]
trackers: [{ name: BUG, match: 'bug (\\d+)', url: 'https://bugs.example.org/$1' }]
`,
    'logs/#loom.txt': `${line(1_380_742_174, 'wren_', 'where is it told')}\n${line(1_380_742_184, 'ada', 'bug 5')}\n`,
  });
  for (const path of ['loom/refs/', 'ref/bug/5/'])
    expect(pages.get(path), path).toContain('<p class=n4><b>Wren Ahola</b> <bdi>where is it told</bdi></p>');
});

test('When something was cited is told by the archive’s clock, whose days are not all of one length', async () => {
  const pages = await pagesFrom({
    'archive.yaml': `zone: Europe/Helsinki
trackers: [{ name: BUG, match: 'bug (\\d+)', url: 'https://bugs.example.org/$1' }]
`,
    'logs/#loom.txt': `${line(1_380_742_184, 'ada', 'bug 5')}\n${line(1_382_835_600, 'ada', 'bug 5 again')}\n`,
  });
  for (const path of ['loom/refs/', 'ref/bug/5/'])
    expect(
      [...(pages.get(path) ?? '').matchAll(/<time datetime=([^>]+)>[^<]+, (\d[\d:]+)/g)].map(([, ...its]) => its),
    ).toEqual([
      ['2013-10-27T03:00:00+02:00', '03:00:00'],
      ['2013-10-02T22:29:44+03:00', '22:29:44'],
    ]);
});
