// Lines in hand: what a reader marks, what the bar says of it, and what it copies.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../build/cli.ts';
import { CHROMIUM, launch, open, serve } from './chromium.ts';
import type { Served, Watched } from './chromium.ts';
import { landed, saidInHand, shelf, weechat } from './citing.ts';
import type { Shelf } from './citing.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = 'build/shots';
const D = '2025-03-10';

const LOG = weechat([
  [`${D} 09:00:00`, '-->', 'ada (~ada@host.example) has joined #pool'],
  [`${D} 09:00:10`, '-->', 'bob (~bob@host.example) has joined #pool'],
  [`${D} 09:00:20`, '-->', 'eve (~eve@host.example) has joined #pool'],
  [`${D} 10:00:00`, 'ada', 'mind *stars*, snake_case [x] | {y} and http://example.com/a_b*c'],
  [`${D} 10:00:05`, 'bob', 'second'],
  [`${D} 10:00:05`, 'bob', 'third'],
  [`${D} 10:00:09`, ' *', 'ada waves'],
  [`${D} 10:00:10`, 'ada', '    if (ready) {'],
  [`${D} 10:00:10`, 'ada', '        start();  // two  blanks'],
  [`${D} 10:00:11`, 'ada', '    }'],
  [`${D} 10:00:20`, '<--', 'eve (~eve@host.example) has quit (Ping timeout)'],
  [`${D} 10:00:21`, '--', 'bob is now known as bob_'],
  [`${D} 10:00:30`, '-->', 'eve (~eve@host.example) has joined #pool'],
  [`${D} 10:00:40`, 'bob_', 'after the break'],
  [`${D} 10:00:50`, 'ada', 'the end'],
]);

/** A day with what people did, and what a program said before anybody spoke. */
const QUAY = weechat([
  [`${D} 09:00:00`, '-->', 'ada (~ada@host.example) has joined #quay'],
  [`${D} 09:00:10`, '-->', 'bob (~bob@host.example) has joined #quay'],
  [`${D} 09:00:20`, '-->', 'bosun (~bosun@host.example) has joined #quay'],
  [`${D} 09:30:00`, 'bosun', ' nightly 1189 is built'],
  [`${D} 09:30:05`, ' *', 'bosun rests'],
  [`${D} 10:00:00`, 'ada', 'hello'],
  [`${D} 10:00:10`, '--', 'ada has changed topic for #quay to "spring tide"'],
  [`${D} 10:00:15`, 'ada', 'better'],
  [`${D} 10:00:20`, '<--', 'bob (~bob@host.example) has quit (Ping timeout: 240 seconds)'],
  [`${D} 10:00:30`, 'ada', 'the end'],
]);

describe.skipIf(CHROMIUM === undefined)('a passage', () => {
  let archive: Shelf;
  let browser: Browser;
  let served: Served;
  const id = (words: string): string => archive.addressOf('pool', D, words);
  const begin = async (options: BrowserContextOptions = {}, fragment = ''): Promise<Watched> => {
    const watched = await open(browser, served, {
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
      ...options,
    });
    await watched.page.goto(`pool/${D}/${fragment}`);
    return watched;
  };
  const time = (words: string): string => `#${id(words)} > a:first-child`;
  const copied = async ({ page }: Watched, format: string): Promise<string> => {
    // That it was copied is said for a moment only, which a busy machine may miss.
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: `Copy as ${format}` }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    return page.evaluate(() => navigator.clipboard.readText());
  };

  beforeAll(async () => {
    compile();
    archive = shelf({
      'archive.yaml':
        'title: Pool\nzone: Europe/Paris\ncontact: keeper@example.org\npeople:\n  - name: bob\n    nicks: [bob, bob_]\n  - name: bosun\n    bot: true\n',
      'logs/irc.net.#pool.weechatlog': LOG,
      'logs/irc.net.#quay.weechatlog': QUAY,
    });
    const { code, err } = archive.build();
    expect(err).toBe('');
    expect(code).toBe(0);
    [browser, served] = await Promise.all([launch(), serve(archive.site)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    archive?.close();
  });

  it('costs no more than 12 KB of script, 20 KB with the search', () => {
    const folder = join(archive.site, 'assets', 'client');
    const sizeOf = (names: readonly string[]): number =>
      names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    const names = readdirSync(folder);
    expect(sizeOf(names)).toBeLessThanOrEqual(20 * 1024);
    expect(sizeOf(names.filter((name) => name !== 'search.js'))).toBeLessThanOrEqual(12 * 1024);
  });

  it('is a line that is pressed, and who else saw it', async () => {
    const watched = await begin();
    const { page } = watched;
    expect(await page.locator('.hand').isVisible()).toBe(false);
    await page.locator(time('second')).click();
    expect(await saidInHand(page)).toBe('10:00:05, seen by ada, eve. Copy as');
    expect(new URL(page.url()).hash).toBe(`#${id('second')}`);
    expect(await copied(watched, 'Link')).toBe(page.url());
    expect(await page.getByRole('link', { name: 'Report' }).getAttribute('href')).toBe(
      `mailto:keeper@example.org?body=${encodeURIComponent(page.url())}`,
    );
    await page.locator(time('after the break')).click();
    expect(await saidInHand(page)).toBe('10:00:40, seen by ada, eve. Copy as');
    await page.locator(time('waves')).click();
    expect(await saidInHand(page)).toBe('10:00:09, seen by bob, eve. Copy as');
    expect(watched.faults).toEqual([]);
    await watched.context.close();
  });

  it('spans lines from one press to the next with Shift, either way, and counts what is not folded away', async () => {
    const watched = await begin();
    const { page } = watched;
    await page.locator(time('the end')).click();
    await page.locator(time('mind')).click({ modifiers: ['Shift'] });
    expect(page.url()).toMatch(new RegExp(`\\?to=${id('the end')}#${id('mind')}$`));
    // Eve was away for ten seconds; bob stayed, under two nicks.
    expect(await saidInHand(page)).toBe('9 lines, 10:00:00 to 10:00:50, seen by ada, bob. Copy as');
    expect(await page.locator('.sel').count()).toBe(9);
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    expect(watched.faults).toEqual([]);
    await watched.context.close();
  });

  it('is extended without a keyboard, too', async () => {
    const watched = await begin({ viewport: { width: 360, height: 740 }, hasTouch: true });
    const { page } = watched;
    await page.locator(time('second')).tap();
    await page.getByRole('button', { name: /^To/ }).tap();
    await page.locator(time('waves')).tap();
    expect(await saidInHand(page)).toBe('3 lines, 10:00:05 to 10:00:09, seen by ada, bob, eve. Copy as');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await watched.context.close();
  });

  it('is copied for where it goes', async () => {
    const watched = await begin();
    const { page } = watched;
    await page.locator(time('mind')).click();
    await page.locator(time('after the break')).click({ modifiers: ['Shift'] });
    const url = page.url();
    expect(await copied(watched, 'Markdown')).toBe(
      [
        `> **[\\#pool, ${D}](${url})**, Paris time`,
        '> ',
        '> `10:00` **ada** mind \\*stars\\*, snake\\_case \\[x\\] \\| {y} and http://example.com/a_b*c  ',
        '> `10:00` **bob** second  ',
        '> `10:00` **bob** third  ',
        '> `10:00` *ada waves*  ',
        '> ',
        '>         if (ready) {',
        '>             start();  // two  blanks',
        '>         }',
        '> ',
        '> `10:00` **bob\\_** after the break',
      ].join('\n'),
    );
    expect(await copied(watched, 'Text')).toBe(
      [
        `#pool ${D} (Paris time)`,
        '10:00:00 <ada> mind *stars*, snake_case [x] | {y} and http://example.com/a_b*c',
        '10:00:05 <bob> second',
        '10:00:05 <bob> third',
        '10:00:09 * ada waves',
        '10:00:10 <ada>     if (ready) {',
        '10:00:10 <ada>         start();  // two  blanks',
        '10:00:11 <ada>     }',
        '10:00:40 <bob_> after the break',
        url,
      ].join('\n'),
    );
    expect(await copied(watched, 'Bugzilla')).toBe(
      [
        '<ada> mind *stars*, snake_case [x] | {y} and http://example.com/a_b*c',
        '<bob> second',
        '<bob> third',
        '* ada waves',
        '<ada>     if (ready) {',
        '<ada>         start();  // two  blanks',
        '<ada>     }',
        '<bob_> after the break',
        '',
        url,
      ].join('\n'),
    );
    expect(await copied(watched, 'Jira')).toBe(
      [
        '{quote}',
        '10:00 *ada* mind \\*stars\\*, snake\\_case \\[x\\] \\| \\{y\\} and http://example.com/a_b*c',
        '10:00 *bob* second',
        '10:00 *bob* third',
        '10:00 _ada waves_',
        '{noformat}',
        '    if (ready) {',
        '        start();  // two  blanks',
        '    }',
        '{noformat}',
        '10:00 *bob\\_* after the break',
        '{quote}',
        `[\\#pool, ${D}|${url}]`,
      ].join('\n'),
    );
    expect(await copied(watched, 'Phabricator')).toBe(
      [
        '> 10:00 <ada> mind *stars*, snake_case [x] | {y} and http://example.com/a_b*c',
        '> 10:00 <bob> second',
        '> 10:00 <bob> third',
        '> 10:00 * ada waves',
        '> ',
        '>         if (ready) {',
        '>             start();  // two  blanks',
        '>         }',
        '> ',
        '> 10:00 <bob_> after the break',
        '',
        `[[ ${url} | #pool, ${D} ]]`,
      ].join('\n'),
    );
    expect(watched.faults).toEqual([]);
    await watched.context.close();
  });

  it('names whoever said a line beside the talk, and nobody for what nobody said', async () => {
    const watched = await begin();
    const { page } = watched;
    const { entries } = archive.day('quay', D);
    const at = async (found: { readonly id: string } | undefined): Promise<string | null> => {
      await page.goto(`quay/${D}/#${found!.id}`);
      await page.locator(`#${found!.id} > a:first-child`).click();
      return saidInHand(page);
    };
    const lines = async (format: string): Promise<readonly string[]> => (await copied(watched, format)).split('\n');

    expect(await at(entries.find(({ kind }) => kind === 'message'))).toBe('09:30:00, seen by ada, bob. Copy as');
    expect(await lines('Text')).toContain('09:30:00 <bosun>  nightly 1189 is built');
    expect(await lines('Markdown')).toContain('> `09:30` **bosun**  nightly 1189 is built');
    expect(await at(entries.find(({ kind }) => kind === 'action'))).toBe('09:30:05, seen by ada, bob. Copy as');
    expect(await lines('Bugzilla')).toContain('* bosun rests');
    expect(await at(entries.find(({ kind }) => kind === 'topic'))).toBe('10:00:10, seen by ada, bob, bosun. Copy as');
    expect(await lines('Text')).toContain('10:00:10 -- ada changed the topic to: spring tide');

    const quit = entries.find(({ kind }) => kind === 'quit');
    expect(await at(quit)).toBe('10:00:20, seen by ada, bosun. Copy as');
    expect(await lines('Text')).toContain('10:00:20 -- bob quit Ping timeout: 240 seconds');
    expect(await lines('Markdown')).toContain('> `10:00` *bob quit Ping timeout: 240 seconds*');
    expect(await lines('Bugzilla')).toContain('-- bob quit Ping timeout: 240 seconds');
    await page.locator(`#${archive.addressOf('quay', D, 'hello')} > a`).click({ modifiers: ['Shift'] });
    expect((await lines('Text')).slice(1, -1)).toEqual([
      '10:00:00 <ada> hello',
      '10:00:10 -- ada changed the topic to: spring tide',
      '10:00:15 <ada> better',
      '10:00:20 -- bob quit Ping timeout: 240 seconds',
    ]);
    expect(watched.faults).toEqual([]);
    await watched.context.close();
  });

  it('is counted by the chart without what nobody said', async () => {
    const watched = await begin();
    const { page } = watched;
    await page.goto(`quay/${D}/`);
    const plot = await page.locator('.cl svg').boundingBox();
    const readAt = async (hour: number): Promise<string | null> => {
      await page.mouse.move(plot!.x + plot!.width * (hour / 24) + 1, plot!.y + 12);
      return page.locator('.read').textContent();
    };
    expect(await readAt(9)).not.toMatch(/line/);
    expect(await readAt(9.5)).toMatch(/; 2 lines within five minutes$/);
    expect(await readAt(10)).toMatch(/; 3 lines within five minutes$/);
    await watched.context.close();
  });

  it('is made, copied and cleared with the keyboard alone', async () => {
    const watched = await begin();
    const { page } = watched;
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.parentElement?.id);
    await page.locator(time('second')).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(id('third'));
    expect(await page.locator('.hand').isVisible()).toBe(false);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await saidInHand(page)).toMatch(/^10:00:05/);
    // Going to a line takes the focus off its time, for a moment.
    await expect.poll(focused).toBe(id('second'));
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await saidInHand(page)).toMatch(/^3 lines, 10:00:05 to 10:00:09/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Link');
    // Said for a moment only, which a busy machine may miss.
    const said = await page.locator('.hand output').evaluateHandle((words) => {
      const all: (string | null)[] = [];
      new MutationObserver(() => all.push(words.textContent)).observe(words, { childList: true });
      return all;
    });
    await page.keyboard.press('Enter');
    await expect.poll(() => said.jsonValue()).toContain('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('Escape');
    expect(await page.locator('.hand').isVisible()).toBe(false);
    expect(await page.locator('.sel, :target').count()).toBe(0);
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await focused()).toBe(id('waves'));
    expect(watched.faults).toEqual([]);
    await watched.context.close();
  });

  it('keeps the focus on the time that is pressed, of a line one is at already, too', async () => {
    for (const fragment of [`#${id('second')}`, `?to=${id('waves')}#${id('second')}`]) {
      const watched = await begin({}, fragment);
      const { page } = watched;
      await page.locator(time('second')).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => saidInHand(page)).toMatch(/^10:00:05/);
      // The browser takes it away, if it does, when it has gone there.
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => document.activeElement?.parentElement?.id)).toBe(id('second'));
      expect(new URL(page.url()).search).toBe('');
      expect(await page.locator('.sel').count()).toBe(1);
      expect(watched.faults).toEqual([]);
      await watched.context.close();
    }
  });

  it('never hides the line under the focus, in a small window either', async () => {
    const watched = await begin({ viewport: { width: 360, height: 640 } });
    const { page } = watched;
    const focused = page.locator('.log a:focus');
    await page.locator(time('mind')).click();
    await page.locator('.hand').waitFor();
    await focused.waitFor();
    for (let step = 0; step < 7; step++) {
      await page.keyboard.press('ArrowDown');
      const [line, hand] = [await focused.boundingBox(), await page.locator('.hand').boundingBox()];
      expect(line!.y + line!.height).toBeLessThanOrEqual(hand!.y);
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('html').getAttribute('style')).toBe('');
    await watched.context.close();
  });

  it('is there again after a way back', async () => {
    const watched = await begin();
    const { page } = watched;
    await page.locator(time('second')).click();
    await page.locator(time('waves')).click({ modifiers: ['Shift'] });
    await page.locator(time('the end')).click();
    expect(page.url()).toMatch(new RegExp(`/#${id('the end')}$`));
    expect(await page.locator(':target').getAttribute('id')).toBe(id('the end'));
    expect(await page.locator('.sel').count()).toBe(1);
    await page.goBack();
    await expect.poll(() => page.locator('.sel').count()).toBe(3);
    expect(await saidInHand(page)).toMatch(/^3 lines/);
    await page.goBack();
    await expect.poll(() => page.locator('.sel').count()).toBe(1);
    await page.goForward();
    await page.goto('pool/');
    await page.goBack();
    await expect.poll(() => page.locator('.sel').count()).toBe(3);
    await watched.context.close();
  });

  it('that an address names is marked, and nothing opens over it', async () => {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 360],
    ] as const) {
      const watched = await begin(
        { colorScheme, viewport: { width, height: 900 } },
        `?to=${id('waves')}#${id('second')}`,
      );
      const { page } = watched;
      expect(await landed(page)).toBe('second');
      expect(await page.locator('.sel').count()).toBe(3);
      expect(await page.locator('.hand').isVisible()).toBe(false);
      await page.locator(time('third')).click();
      await page.screenshot({ path: join(SHOTS, `in-hand-${colorScheme}-${width}.png`) });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run: (root: Document) => Promise<AxeResults> } }).axe.run(document),
      );
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
      expect(watched.faults).toEqual([]);
      await watched.context.close();
    }
  });

  it('stands in a bar with an edge where colours are the reader’s own', async () => {
    const watched = await begin({ forcedColors: 'active' });
    const { page } = watched;
    await page.locator(time('second')).click();
    const [edge, paper] = await page.locator('.hand').evaluate((bar) => {
      const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(bar);
      return [borderTopStyle === 'none' ? backgroundColor : borderTopColor, backgroundColor];
    });
    expect(edge).not.toBe(paper);
    await watched.context.close();
  });

  it('whose ends are folded away is opened, with a script and without', async () => {
    const { entries } = archive.day('pool', D);
    const [quit, join] = [
      entries.find(({ kind }) => kind === 'quit')!,
      entries.findLast(({ kind }) => kind === 'join')!,
    ];
    const watched = await begin({}, `?to=${join.id}#${quit.id}`);
    expect(await watched.page.locator(`#${quit.id}`).isVisible()).toBe(true);
    expect(await watched.page.locator('.sel').count()).toBe(3);
    await watched.page.locator('.menu summary').click();
    await watched.page.getByLabel('Hide').check();
    expect(await watched.page.locator(`#${join.id}`).isVisible()).toBe(true);
    await watched.context.close();
    const plain = await begin({ javaScriptEnabled: false }, `?to=${join.id}#${quit.id}`);
    expect(await plain.page.locator(`#${quit.id}`).isVisible()).toBe(true);
    expect(plain.faults).toEqual([]);
    await plain.context.close();
  });

  it('keeps its address and its copied clock when times are the reader’s own', async () => {
    const watched = await begin({ timezoneId: 'Asia/Tokyo' });
    const { page } = watched;
    await page.locator('.menu summary').click();
    await page.getByLabel('Mine').check();
    await page.keyboard.press('Escape');
    await page.locator(time('second')).click();
    expect(await saidInHand(page)).toMatch(/^18:00:05, seen by ada, eve/);
    expect(await copied(watched, 'Bugzilla')).toBe(`<bob> second\n\n${page.url()}`);
    expect(await copied(watched, 'Text')).toContain('10:00:05 <bob> second');
    await watched.context.close();
  });
});
