// What a phone on its side and a zoom of 400 % leave of a window: nothing is lost, cut to a letter, or too small to touch.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, open } from './chromium.ts';
import { reading, weechat } from './citing.ts';

const SMALL = { width: 320, height: 256 };
const DAY = '2025-03-10';

/** A line on every fifth day of two years, one in the month that follows, and a day of talk. */
const log = weechat([
  ...Array.from({ length: 140 }, (_, i) => {
    const date = new Date(Date.UTC(2023, 2, 1) + i * 5 * 86_400_000).toISOString().slice(0, 10);
    return [`${date} 12:00:00`, 'ada', 'once a week'] as const;
  }),
  ['2025-02-20 12:00:00', 'ada', 'once a month'] as const,
  ...Array.from({ length: 40 }, (_, i) => [`${DAY} 10:00:${10 + i}`, i % 2 ? 'ada' : 'bob', `word ${i}`] as const),
  [`${DAY} 11:00:00`, '-->', 'walter_2 (~w@example.org) has joined #limpet'] as const,
  [`${DAY} 11:20:00`, '<--', 'walter_2 (~w@example.org) has quit (Quit: a reason of several words)'] as const,
]);

describe.skipIf(CHROMIUM === undefined)('in a small window', () => {
  const here = reading({
    'archive.yaml': 'title: Small\nzone: Europe/Paris\n',
    'logs/irc.net.#limpet.weechatlog': log,
  });

  const at = async (path: string): Promise<Page> => {
    const { page } = await open(here().browser, here().served, { viewport: SMALL });
    await page.goto(path);
    return page;
  };
  const bottomOf = async (element: Locator): Promise<number> => {
    const { y, height } = (await element.boundingBox())!;
    return y + height;
  };

  it('the end of the Display menu can be reached', async () => {
    const page = await at(`limpet/${DAY}/`);
    await page.locator('.menu summary').click();
    const last = page.getByLabel('Mine');
    await last.focus();
    expect(await bottomOf(last)).toBeLessThanOrEqual(SMALL.height);
    await page.context().close();
  });

  it('the Display menu closes when the focus leaves it, and covers nothing then', async () => {
    const page = await at(`limpet/${DAY}/`);
    await page.locator('.menu summary').click();
    await page.getByLabel('Mine').focus();
    expect(await page.locator('.menu form').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator('.menu form').isVisible()).toBe(false);
    await page.context().close();
  });

  it('a line in hand stays in sight above what can be done with it', async () => {
    const page = await at(`limpet/${DAY}/#${here().archive.addressOf('limpet', DAY, 'word 20')}`);
    const time = page.locator(':target > a').first();
    await time.click();
    await page.locator('.hand').waitFor();
    expect(await bottomOf(time)).toBeLessThanOrEqual((await page.locator('.hand').boundingBox())!.y + 1);
    await page.context().close();
  });

  it('the bar tells the channel', async () => {
    const page = await at(`limpet/${DAY}/`);
    expect((await page.locator('.crumbs a').last().boundingBox())!.width).toBeGreaterThanOrEqual(40);
    await page.context().close();
  });

  it('the table of presence breaks no nick or time that has room', async () => {
    const page = await at(`limpet/${DAY}/`);
    await page.locator('.ptab summary').click();
    for (const cell of await page.locator('#pt th, #pt td:nth-child(3)').all())
      expect(
        await cell.evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 8))).size;
        }),
        (await cell.textContent())!,
      ).toBe(1);
    await page.context().close();
  });

  it('a phone with text at twice its size has nothing beside its window, and no two controls on one place', async () => {
    const page = await at('');
    // As wide, in letters, as 360 pixels are then.
    await page.setViewportSize({ width: 180, height: 370 });
    const pages = ['', '2023/', `${DAY}/`, 'at/', 'people/', 'people/ada/', 'presence/'].map(
      (path) => `limpet/${path}`,
    );
    for (const path of ['', 'search/?q=word', ...pages]) {
      await page.goto(path);
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(180);
      const controls = await page.locator('.bar :is(a, .menu summary):visible').all();
      const boxes = await Promise.all(controls.map(async (control) => (await control.boundingBox())!));
      for (const [i, one] of boxes.entries())
        for (const other of boxes.slice(0, i))
          expect(other.x + other.width <= one.x + 1 || other.y + other.height <= one.y + 1, path).toBe(true);
    }
    await page.context().close();
  });

  it('nor has one whose reader has a style sheet that makes text twice its size', async () => {
    const { page } = await open(here().browser, here().served, {
      viewport: { width: 360, height: 740 },
      bypassCSP: true,
    });
    for (const path of [`${DAY}/`, '', 'people/', 'people/ada/', 'presence/'].map((one) => `limpet/${one}`)) {
      await page.goto(path);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      await page.evaluate(() =>
        document.querySelectorAll('main details').forEach((fold) => ((fold as HTMLDetailsElement).open = true)),
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
    }
    await page.context().close();
  });

  it('the months of a long life are targets of 24 pixels that tell their lines', async () => {
    const page = await at('limpet/');
    for (const month of await page.locator('.years td a').all()) {
      const { width, height } = (await month.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      expect(await month.evaluate((link) => parseFloat(getComputedStyle(link).fontSize))).toBeGreaterThanOrEqual(12);
    }
    expect(await page.getByRole('link', { name: 'February 2025: 1 line', exact: true }).count()).toBe(1);
    await page.context().close();
  });
});
