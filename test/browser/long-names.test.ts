// A long title and long nicks in a wide window: what tells where one is stays whole, and no column reaches into the next.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personPath } from '../../src/site/parts/urls.ts';
import { compile } from '../build/cli.ts';
import { CHROMIUM, launch, open, serve } from './chromium.ts';
import type { Served } from './chromium.ts';
import { shelf, weechat } from './citing.ts';
import type { Shelf } from './citing.ts';

const NICK = 'somebody_of_another_server_whose_name_is_long:chat.example.org';
const DAY = '2025-03-10';
const TITLE =
  'What was said by the people of the laboratory beside the sea, in all of its channels and all of its years';
const settings = `title: ${TITLE}
zone: Europe/Paris
trackers:
  - { name: Bug, match: 'bug (\\d+)', url: 'https://bugs.example.org/$1' }
`;

describe.skipIf(CHROMIUM === undefined)('with long names', () => {
  let archive: Shelf;
  let browser: Browser;
  let served: Served;
  let page: Page;

  beforeAll(async () => {
    compile();
    const log = weechat([
      ['2024-12-24 10:00:00', NICK, 'hello'],
      ['2024-12-24 10:01:00', '--', 'irc: disconnected from server'],
      ['2024-12-25 23:13:00', 'ada', 'who unplugged it'],
      [`${DAY} 10:00:00`, NICK, 'hello'],
      [`${DAY} 10:00:10`, 'ada', 'that is bug 5 and some_other_words'],
      [`${DAY} 10:00:20`, 'ada', `    const all = ${'some + '.repeat(60)}0;`],
      [`${DAY} 10:00:21`, 'ada', '\treturn all;'],
      [`${DAY} 10:00:30`, '_', 'so it is'],
    ]);
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="100" />';
    archive = shelf({ 'archive.yaml': settings, 'logo.svg': logo, 'logs/irc.net.#odd.weechatlog': log });
    expect(archive.build().err).toBe('');
    [browser, served] = await Promise.all([launch(), serve(archive.site)]);
    ({ page } = await open(browser, served));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    archive?.close();
  });

  it('the bar cuts the title before what is below it', async () => {
    for (const path of ['odd/', `odd/${DAY}/`, 'odd/people/ada/', personPath('odd', NICK), 'ref/bug/5/']) {
      await page.goto(path);
      const cut = await page
        .locator('.crumbs a:not(.mark)')
        .evaluateAll((links) =>
          links.filter((link) => link.scrollWidth > link.clientWidth).map((link) => link.textContent),
        );
      expect(cut, path).toEqual([]);
    }
  });

  it('a wide logo leaves the channel its place in the bar, on a phone too', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`odd/${DAY}/`);
    const channel = (await page.locator('.crumbs a').last().boundingBox())!;
    expect(channel.width).toBeGreaterThanOrEqual(30);
    expect(channel.x + channel.width).toBeLessThanOrEqual((await page.locator('.days').boundingBox())!.x);
  });

  it('in a narrow window a paste scrolls beside all of its times, and a tab is as wide as eight letters', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`odd/${DAY}/`);
    const lines = page.locator('.log pre code');
    const indents = await lines.evaluateAll((all) =>
      all.map(({ lastChild }) => {
        const blanks = new Range();
        blanks.setStart(lastChild!, 0);
        blanks.setEnd(lastChild!, lastChild!.textContent!.search(/\S/));
        return blanks.getBoundingClientRect().width;
      }),
    );
    expect(indents[1]).toBeCloseTo(2 * indents[0]!, 0);
    const places = (): Promise<number[]> =>
      lines.locator('> a').evaluateAll((times) => times.map((time) => time.getBoundingClientRect().left));
    const unmoved = await places();
    await page.locator('.log pre').evaluate((paste) => paste.scrollTo(1000, 0));
    expect(await places()).toEqual(unmoved);
  });

  it('the link of a nick of one sign is wide enough to touch', async () => {
    await page.goto(`odd/${DAY}/`);
    const { width } = (await page.locator('.fields a', { hasText: /^_$/ }).boundingBox())!;
    expect(width).toBeGreaterThanOrEqual(24);
  });

  it('paper, which is narrow and does not scroll, has all of a paste, and each time beside the margin rule', async () => {
    await page.goto(`odd/${DAY}/`);
    await page.setViewportSize({ width: 673, height: 950 });
    await page.emulateMedia({ media: 'print' });
    const paste = page.locator('.log pre');
    expect(await paste.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    const room = await page
      .locator('.log p[id] > a')
      .first()
      .evaluate((time) => {
        const rule = parseFloat(getComputedStyle(time.parentElement!).paddingLeft) - 16;
        return rule - time.getBoundingClientRect().width;
      });
    expect(room).toBeGreaterThan(0);
    await page.emulateMedia({ media: null });
  });

  it('no table reaches out of its column, however wide the window', async () => {
    for (const width of [1280, 1000, 720, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ['odd/', 'odd/people/', 'odd/presence/']) {
        await page.goto(path);
        const beyond = await page
          .locator('.body table')
          .evaluateAll((tables) =>
            tables.map(
              (table) => table.getBoundingClientRect().right - table.closest('.body')!.getBoundingClientRect().right,
            ),
          );
        expect(Math.max(...beyond), `${path}, ${width} px`).toBeLessThan(1);
      }
    }
  });

  it('what the chart reads out is one line, and the page below stays where it is', async () => {
    await page.setViewportSize({ width: 720, height: 800 });
    await page.goto(`odd/${DAY}/`);
    const top = async (): Promise<number> => (await page.locator('.spread').boundingBox())!.y;
    const rest = await top();
    await page.locator('.cl svg').hover();
    await expect.poll(() => page.locator('.read').textContent()).not.toMatch(/^Point/);
    await page.locator('.read').evaluate((out) => void (out.textContent = 'somebody, '.repeat(40)));
    expect(await top()).toBe(rest);
  });

  it('the bar at the foot is no wider than the window', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`odd/${DAY}/`);
    await page.locator('.log div p > a:first-child').last().click();
    const bar = page.locator('.hand');
    await expect.poll(() => bar.textContent()).toContain(NICK);
    await bar.locator('output').evaluate((out) => void (out.textContent = 'n'.repeat(80)));
    const { x, width } = (await bar.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(320);
  });
});
