// What every page wears around its own content.
import { expect, test } from 'vitest';
import { wholeText } from '../../src/shared/text-room.ts';
import { markup } from '../../src/site/parts/html.ts';
import { PLAIN_DRESS } from '../../src/site/parts/layout.ts';
import { renderMissing } from '../../src/site/owner/prose-page.ts';
import type { ArchiveIndex } from '../../src/store.ts';

const index = {
  base: '/',
  zone: 'UTC',
  title: 'Logs of the loom',
  language: 'en',
  channels: [],
} as unknown as ArchiveIndex;

test('The owner’s words above and below the pages are prose: what is wide in them scrolls, and paragraphs are apart', () => {
  const [header, footer] = [markup('<p>Above'), markup('<p>Below')];
  const page = wholeText(renderMissing(index, { ...PLAIN_DRESS, header, footer }));
  expect(page).toContain('<aside class="slot prose" aria-label=Notice><p>Above</aside>');
  expect(page).toContain('<footer class=foot><div class=prose><p>Below</div>');
});

test('Every page asks search engines to stay away, for a site in a folder has no robots.txt that they look for', () => {
  const asks = '<meta name=robots content=noindex>';
  expect(wholeText(renderMissing({ ...index, indexed: false }, PLAIN_DRESS))).toContain(asks);
  expect(wholeText(renderMissing({ ...index, indexed: true }, PLAIN_DRESS))).not.toContain(asks);
});
