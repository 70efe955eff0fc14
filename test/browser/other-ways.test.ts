// What readers have who come by other ways than with a mouse on a wide screen: the keyboard, a finger, colours of their own, paper.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, open } from './chromium.ts';
import { reading, weechat } from './citing.ts';

const DAY = '2025-03-10';

/** Days of one line, of two, of three …, and a paste. */
const log = weechat([
  ...Array.from({ length: 9 }, (_, day) =>
    Array.from({ length: day + 1 }, (_, i) => [`2025-03-0${day + 1} 12:00:0${i}`, 'ada', `word ${i}`] as const),
  ).flat(),
  ...[0, 1, 2].map((i) => [`${DAY} 10:00:0${i}`, 'bob', `    row(${i});`] as const),
]);

describe.skipIf(CHROMIUM === undefined)('who reads', () => {
  const here = reading({ 'archive.yaml': 'title: Ways\nzone: Europe/Paris\n', 'logs/irc.net.#limpet.weechatlog': log });

  const at = async (path: string, options?: BrowserContextOptions): Promise<Page> => {
    const { page } = await open(here().browser, here().served, options);
    await page.goto(path);
    return page;
  };

  it('with the keyboard passes no bars on the way, and finds their days on the page of their channel', async () => {
    const page = await at('');
    await page.locator('.chan h3 a').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('ada');
    const days = (where: string): Promise<readonly (string | null)[]> =>
      page.locator(where).evaluateAll((links) => links.map((link) => link.getAttribute('href')).sort());
    const [channel, ...bars] = await days('.run a');
    await page.goto(channel!);
    expect(await days('.cal a')).toEqual(bars);
    await page.context().close();
  });

  it('with a mouse follows a bar, and from the paper about it goes to the channel; with a finger, from everywhere', async () => {
    for (const [width, path] of [
      [1280, `limpet/${DAY}/`],
      [360, 'limpet/'],
    ] as const) {
      const page = await at('', { viewport: { width, height: 740 } });
      const bars = page.locator('.run rect:not(.z)');
      const { x, y, width: wide, height } = (await bars.nth(9).boundingBox())!;
      await page.mouse.click(x + wide / 2, y + height / 2);
      await page.waitForURL(new URL(path, here().served.origin).href);
      await page.goto('');
      await page.mouse.click(x + wide / 2, (await page.locator('.run').boundingBox())!.y + 2);
      await page.waitForURL(new URL('limpet/', here().served.origin).href);
      await page.context().close();
    }
  });

  it('with a finger finds the way home, which a narrow bar shows as a rule alone', async () => {
    const page = await at(`limpet/${DAY}/`, { viewport: { width: 360, height: 740 } });
    const boxes = await page.locator('.crumbs a').evaluateAll((all) => all.map((link) => link.getBoundingClientRect()));
    expect(boxes[0]!.width).toBeGreaterThanOrEqual(18);
    // A circle of 24 pixels about its middle meets nothing else.
    expect(boxes[1]!.left - (boxes[0]!.left + boxes[0]!.right) / 2).toBeGreaterThanOrEqual(12);
    await page.context().close();
  });

  it('in colours of their own sees how busy a day was, and reads its number', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await at('limpet/', { forcedColors: 'active', colorScheme });
      const cells = page.locator('.cal td[class]');
      const looks = await cells.evaluateAll((all) =>
        all.map((cell) => {
          const { backgroundColor, color } = getComputedStyle(cell.querySelector('a')!.parentElement!);
          return `${backgroundColor} ${color}`;
        }),
      );
      expect(new Set(looks).size).toBe(4);
      await page.context().close();
    }
  });

  it('on paper of any width has the time of each line of a paste', async () => {
    const page = await at(`limpet/${DAY}/`);
    await page.emulateMedia({ media: 'print' });
    const times = page.locator('.log pre a');
    expect(await times.evaluateAll((all) => all.map((time) => getComputedStyle(time).opacity))).toEqual([
      '1',
      '1',
      '1',
    ]);
    await page.context().close();
  });

  it('in a narrow window the numbers of a table from the dates beside them', async () => {
    const page = await at('limpet/people/', { viewport: { width: 360, height: 740 } });
    const gap = await page
      .locator('.list tbody tr')
      .first()
      .evaluate((row) => {
        const edge = (cell: Element | null): DOMRect => {
          const words = document.createRange();
          words.selectNodeContents(cell!);
          return words.getBoundingClientRect();
        };
        const number = [...row.querySelectorAll('.num')].at(-1)!;
        return edge(number.nextElementSibling).left - edge(number).right;
      });
    expect(gap).toBeGreaterThan(9);
    await page.context().close();
  });
});
