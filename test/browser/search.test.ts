// The search in a browser: what a reader asks for, in one channel or all, and where the way there leads.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { CHROMIUM, open } from './chromium.ts';
import type { Watched } from './chromium.ts';
import { landed, reading, weechat } from './citing.ts';

const POOL = weechat([
  ['2024-12-30 09:00:00', 'ada', 'The old pump LEAKS at pump_seal'],
  ['2025-02-03 09:00:05', 'bob', 'a leak <b>again</b>?'],
  ['2025-02-03 09:00:07', ' *', 'carol looks for the leak'],
  ['2025-02-04 10:00:00', 'ada', 'quiet day'],
  ...Array.from({ length: 60 }, (_, at) => {
    const day = String((at % 20) + 1).padStart(2, '0');
    return [`2025-03-${day} 12:${String(at).padStart(2, '0')}:00`, 'dora', `reading ${at} of the gauge`] as const;
  }).sort(([a], [b]) => (a < b ? -1 : 1)),
]);
const YARD = weechat([['2025-02-05 08:00:00', 'bob', 'no leak in the café here']]);

describe.skipIf(CHROMIUM === undefined)('the search', () => {
  const shown = reading({
    'archive.yaml': 'title: Pool\nchannels:\n  - name: "#pool"\n  - name: "#yard"\n',
    'logs/irc.net.#pool.weechatlog': POOL,
    'logs/irc.net.#yard.weechatlog': YARD,
  });
  let reader: Watched;
  afterEach(() => reader.context.close());

  const ask = async (query: string): Promise<Page> => {
    const { browser, served } = shown();
    reader = await open(browser, served);
    await reader.page.goto(`search/?${query}`);
    return reader.page;
  };
  const found = async (query: string): Promise<{ told: string; lines: readonly string[]; days: readonly string[] }> => {
    const page = await ask(query);
    await page.waitForFunction(() => /\.$/.test(document.getElementById('told')!.textContent));
    expect(reader.faults).toEqual([]);
    return {
      told: await page.locator('#told').innerText(),
      days: await page.locator('#found h2').allInnerTexts(),
      lines: await page.locator('#found li').allInnerTexts(),
    };
  };

  it('finds parts of words in all channels, the latest day first, whatever their case', async () => {
    expect(await found('q=leak')).toEqual({
      told: '4 lines on 3 days.',
      days: ['#yard, Wednesday 5 February 2025', '#pool, Monday 3 February 2025', '#pool, Monday 30 December 2024'],
      lines: [
        '08:00:00 bob: no leak in the café here',
        '09:00:05 bob: a leak <b>again</b>?',
        '09:00:07 carol looks for the leak',
        '09:00:00 ada: The old pump LEAKS at pump_seal',
      ],
    });
    expect(await reader.page.locator('mark').allInnerTexts()).toEqual(['leak', 'leak', 'leak', 'LEAK']);
    expect(await reader.page.title()).toMatch(/^leak – /);
  });

  it.each([
    ['q=leak&in=yard', ['no leak in the café here']],
    ['q=cafe', ['no leak in the café here']],
    ['q=leak+from%3Abob&in=pool', ['a leak <b>again</b>?']],
    ['q="the+old"+seal', ['The old pump LEAKS at pump_seal']],
    ['q="old+the"', []],
    ['q=quiet+leak', []],
  ])('knows channels, nicks, phrases: %s', async (query, lines) => {
    const answer = await found(query);
    expect(answer.lines.map((line) => line.replace(/^\S+ \S+ /, ''))).toEqual(lines);
    if (lines.length === 0) expect(answer.told).toBe('Nothing was found.');
  });

  it('looks in all channels where the one that is asked for is not there, and says so', async () => {
    expect(await found('q=quiet&in=nowhere')).toMatchObject({
      told: '1 line on 1 day. There is no channel “nowhere” here; all were looked through.',
      lines: ['10:00:00 ada: quiet day'],
    });
  });

  it('asks for a word where there is none', async () => {
    expect((await found('q=a+-')).told).toBe('Give a word of two letters or more.');
  });

  it('shows fifty lines, and goes on when the reader says so', async () => {
    expect((await found('q=gauge')).told).toBe('51 lines on 17 days so far.');
    await reader.page.getByRole('button', { name: 'Search earlier days' }).click();
    await reader.page.getByText('60 lines on 20 days.').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Search earlier days' }).count()).toBe(0);
  });

  it('shows nothing that a browser counts: of thousands of lines it would for minutes', async () => {
    await found('q=leak');
    const contents = await reader.page
      .locator('#found li *')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
    expect(new Set(contents)).toEqual(new Set(['none']));
  });

  it('leads to the line, from where a page says Search', async () => {
    const { browser, served } = shown();
    reader = await open(browser, served);
    const { page } = reader;
    await page.goto('pool/2025-02-04/');
    await page.locator('.bar').getByRole('link', { name: 'Search' }).click();
    await expect.poll(() => page.locator('select').inputValue()).toBe('pool');
    await page.getByLabel('Words').fill('again');
    await page.keyboard.press('Enter');
    await page.locator('#found li a').click();
    expect(await landed(page)).toBe('a leak <b>again</b>?');
    expect(reader.faults).toEqual([]);
  });

  it('asks in its form for what it shows, also when the reader comes back to it', async () => {
    const page = await ask('q=leak&in=pool');
    const form = async (): Promise<readonly string[]> => [
      await page.getByLabel('Words').inputValue(),
      await page.locator('select').inputValue(),
    ];
    const type = async (): Promise<void> => {
      await page.locator('select').selectOption('yard');
      await page.getByLabel('Words').fill('cafe');
    };
    await type();
    await page.keyboard.press('Enter');
    await page.getByText('1 line on 1 day.').waitFor();
    await page.goBack();
    await page.getByText('3 lines on 2 days.').waitFor();
    expect(await form()).toEqual(['leak', 'pool']);
    // As from what a browser keeps of pages that were left.
    await type();
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect(await form()).toEqual(['leak', 'pool']);
  });

  it('is at the foot of a day where the bar has no room', async () => {
    const { browser, served } = shown();
    reader = await open(browser, served, { viewport: { width: 360, height: 700 } });
    await reader.page.goto('pool/2025-02-04/');
    expect(await reader.page.locator('.bar').getByRole('link', { name: 'Search' }).isVisible()).toBe(false);
    await reader.page.locator('footer').getByRole('link', { name: 'Search' }).click();
    expect(new URL(reader.page.url()).search).toBe('?in=pool');
  });

  it('without a script says that it needs one', async () => {
    const { browser, served } = shown();
    reader = await open(browser, served, { javaScriptEnabled: false });
    await reader.page.goto('search/?q=leak');
    expect(await reader.page.locator('form.js').isVisible()).toBe(false);
    expect(await reader.page.locator('.lede').innerText()).toContain('It needs a script');
  });

  it('says so where a list cannot be had', async () => {
    rmSync(join(shown().archive.site, 'pool', 'search', '2024-12.txt'));
    const page = await ask('q=pump');
    await page.getByText('The archive cannot be read now.').waitFor();
    expect(await page.locator('#found li').count()).toBe(0);
  });
});
