// The built site in a real browser: every kind of page, in both schemes, wide and narrow.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DayFile } from '../../src/day.ts';
import { wholeText } from '../../src/shared/text-room.ts';
import { renderDay } from '../../src/site/day/day-page.ts';
import { markup } from '../../src/site/parts/html.ts';
import { PLAIN_DRESS } from '../../src/site/parts/layout.ts';
import { compile, daybook } from '../build/cli.ts';
import { aDay, around, said } from '../site/a-day.ts';
import { CHROMIUM, launch, open, serve } from './chromium.ts';
import type { Served } from './chromium.ts';
import { shelf, weechat } from './citing.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Schemes differ in colours alone: in the dark only these are looked at. */
const RULES = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;
const SHOTS = 'build/shots';

const HOSTILE = '<b onclick=x>"\'&';
const crowd = Array.from({ length: 100 }, (_, i) => `guest${i}`);
const odd = aDay({
  date: '2024-03-05',
  entries: [
    { at: 100, kind: 'join', nick: 'lena' },
    { at: 200, kind: 'topic', nick: 'lena', text: 'a topic' },
    said(36000, 'lena', 'שלום, mixed 123 and 🎉'),
    said(36005, 'lena', 'A'.repeat(400)),
    said(36006, 'lena', `https://example.org/${'a'.repeat(200)} and mm_${'b'.repeat(120)}`),
    said(36010, HOSTILE, 'hello'),
    said(36015, 'n'.repeat(30), 'a long nick'),
    said(36020, 'lena', 'colours and hidden words', {
      styled: '\x0304,01colours\x03 \x0308,02and\x03 \x0301,01hidden\x03 \x16words',
    }),
    said(36025, 'lena', 'a strong word', { styled: 'a \x0301,01\x02strong\x02\x03 word' }),
    said(36031, 'lena', ''),
    said(36032, 'lena', '    indented(a_rather_long_name, another_rather_long_name, and_one_more_of_them);'),
    said(36033, 'lena', '    second(line);', { aliases: ['t100033abcd'] }),
    { at: 36040, kind: 'action', nick: 'lena', text: 'waves' },
    { at: 36041, kind: 'notice', nick: 'lena', text: 'a notice' },
    said(36130, 'lena', 'seen by two', { aliases: ['t100209abcd'], styled: 'seen by \x0314two' }),
    said(36131, 'lena', 'under the marks'),
    ...crowd.map((nick) => ({ at: 50000, kind: 'quit' as const, nick, reason: 'hub.example.net leaf.example.net' })),
    ...crowd.map((nick) => ({ at: 50300, kind: 'join' as const, nick })),
  ],
  stays: [
    { nick: 'lena', from: 100, to: 90000, start: 'join', end: 'carried' },
    { nick: HOSTILE, from: 0, to: 90000, start: 'seen', evidence: 36010, end: 'gap' },
    ...crowd.map((nick) => ({ nick, from: 0, to: 50000, start: 'carried' as const, end: 'quit' as const })),
  ],
});
const silent = aDay({
  date: '2024-03-06',
  entries: [
    { at: 100, kind: 'join', nick: 'lena' },
    { at: 9000, kind: 'quit', nick: 'lena', reason: 'Quit: bye' },
  ],
});
const huge = aDay({
  date: '2024-03-07',
  entries: Array.from({ length: 20_000 }, (_, i) =>
    said(i * 4, `nick${Math.floor(i / 3) % 40}`, `this is line ${i} of a very long day`),
  ),
});
/** Of one person alone. */
const chatty = aDay({
  date: '2024-03-08',
  entries: Array.from({ length: 1_234 }, (_, i) => said(i * 60, 'lena', `line ${i}`)),
  stays: [{ nick: 'lena', from: 0, to: 90000, start: 'seen', evidence: 0, end: 'gap' }],
});

/** What an owner writes that takes room: a fence, a table. */
const WORDS = `Words

    a fence of words in a row that is longer than what a narrow window has for it

| Word | What it is |
|---|---|
| ${'w'.repeat(60)} | a long one |
`;

/** A page of each kind, by what it is. */
function kindsOf(site: string): Readonly<Record<string, string>> {
  const channel = 'limpet';
  const days = readdirSync(join(site, channel))
    .filter((name) => /^\d{4}-\d\d-\d\d$/.test(name))
    .sort();
  const [person = ''] = readdirSync(join(site, channel, 'people'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return {
    home: '',
    channel: `${channel}/`,
    day: `${channel}/${days[0]}/`,
    'last day': `${channel}/${days.at(-1)}/`,
    'odd day': 'pool/2024-03-05/',
    'silent day': 'pool/2024-03-06/',
    people: `${channel}/people/`,
    presence: `${channel}/presence/`,
    person: `${channel}/people/${person}/`,
    references: `${channel}/refs/`,
    prose: 'about/',
    search: 'search/?q=limpet',
    missing: 'nothing/here/',
  };
}

describe.skipIf(CHROMIUM === undefined)('in Chromium', () => {
  let folder = '';
  let site = '';
  let browser: Browser;
  let served: Served;

  const dress = { ...PLAIN_DRESS, header: markup('<p>What the owner has to say</p>') };
  const add = (day: DayFile): void => {
    const { index, channel } = around(day);
    const path = join(site, 'pool', day.date);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'index.html'), wholeText(renderDay({ ...index, base: '/' }, channel, day, {}, { dress })));
  };

  beforeAll(async () => {
    compile();
    folder = mkdtempSync(join(tmpdir(), 'daybook-browser-'));
    site = join(folder, 'site');
    const { code, err } = daybook([
      'build',
      '--content',
      'content',
      '--out',
      site,
      '--cache',
      join(folder, 'cache'),
      '--quiet',
    ]);
    expect(err).toBe('');
    expect(code).toBe(0);
    for (const day of [odd, silent, huge, chatty]) add(day);
    mkdirSync(SHOTS, { recursive: true });
    [browser, served] = await Promise.all([launch(), serve(site)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      it(`every kind of page is fit for everybody, ${colorScheme}, ${width} px wide`, async () => {
        const { page, context, faults } = await open(browser, served, {
          colorScheme,
          viewport: { width, height: 900 },
        });
        for (const [kind, path] of Object.entries(kindsOf(site))) {
          const before = faults.length;
          await page.goto(path);
          if (kind === 'search') await page.getByText(/^\d+ lines on/).waitFor();
          await page.screenshot({ path: join(SHOTS, `${kind.replace(' ', '-')}-${colorScheme}-${width}.png`) });
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
            const still = new CSSStyleSheet();
            still.replaceSync('*{content-visibility:visible!important;animation:none!important}');
            document.adoptedStyleSheets = [still];
          });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
            `${kind} is wider than its window`,
          ).toBeLessThanOrEqual(width);
          await page.evaluate(AXE);
          const { violations } = await page.evaluate(
            (runOnly) =>
              (
                globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeResults> } }
              ).axe.run(document, {
                runOnly,
                resultTypes: ['violations'],
              }),
            RULES[colorScheme],
          );
          const told = violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map((node) => node.html)
                .slice(0, 3)
                .join(' ')}`,
          );
          expect(told, `${kind}, ${path}`).toEqual([]);
          expect(
            faults.slice(before).filter((fault) => kind !== 'missing' || !fault.includes('404')),
            kind,
          ).toEqual([]);
        }
        await context.close();
      });
    }
  }

  it('no page of long names and words is wider than a narrow window', async () => {
    const nicks = ['a_nick_of_20_letters', 'TwentyFiveLetters_in_nick', 'ThirtyOneLettersInANickAreMany_'];
    const log = weechat(
      ['2025-03-10', '2025-03-11', '2025-03-12'].flatMap((date) =>
        nicks.map((nick, i) => [`${date} 10:00:0${i}`, nick, 'hello'] as const),
      ),
    );
    const names = ['#twenty-eight-letters-and-one', '#thirty_letters_without_a_break', '#a', '#b', '#c', '#d', '#e'];
    const archive = shelf({
      'archive.yaml': 'title: Long names\nzone: Europe/Paris\n',
      ...Object.fromEntries(names.map((name) => [`logs/irc.net.${name}.weechatlog`, log])),
      'notes/a/2025-03-12.md': WORDS,
      'pages/words.md': WORDS,
    });
    expect(archive.build().err).toBe('');
    const other = await serve(archive.site);
    const slug = names[1]!.slice(1);
    for (const width of [360, 320]) {
      const { page, context } = await open(browser, other, { viewport: { width, height: 640 } });
      for (const path of [
        '',
        `${slug}/`,
        `${slug}/people/`,
        `${slug}/presence/`,
        'search/?q=hello',
        'a/2025-03-12/',
        'words/',
      ]) {
        await page.goto(path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
        const heights = await page
          .locator('.list td a')
          .evaluateAll((dates) => dates.map((date) => date.getBoundingClientRect().height));
        expect(Math.max(0, ...heights), `${path} breaks a date`).toBeLessThan(30);
      }
      // What is cut is within reach of the keyboard.
      for (const name of ['Code', 'Table']) {
        const cut = page.getByRole('group', { name });
        await cut.focus();
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => cut.evaluate((element) => element.scrollLeft), { message: name }).toBeGreaterThan(0);
        // Paper does not scroll.
        await page.emulateMedia({ media: 'print' });
        expect(await cut.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), name).toBe(0);
        await page.emulateMedia({ media: null });
      }
      await context.close();
    }
    await other.close();
    archive.close();
  });

  // Chromium on a busy machine now and then lets go of the fragment of a page that it is still laying out.
  it(
    'without script a cited line lands a third of the way down, marked, with what led to it above',
    { retry: 3 },
    async () => {
      for (const width of [1280, 360]) {
        const { page, context } = await open(browser, served, {
          javaScriptEnabled: false,
          viewport: { width, height: 900 },
        });
        const line = huge.entries[10_000];
        await page.goto(`pool/${huge.date}/#${line?.id}`);
        const top = async (): Promise<number> => (await page.locator(`#${line?.id}`).boundingBox())?.y ?? NaN;
        // The browser scrolls when it has laid out what comes before.
        await expect.poll(top, { timeout: 30_000 }).toBeLessThan(900 * 0.4);
        expect(await top()).toBeGreaterThan(900 * 0.25);
        expect(
          await page.locator(`#${line?.id}`).evaluate((element) => getComputedStyle(element).backgroundImage),
        ).not.toBe('none');
        await page.screenshot({ path: join(SHOTS, `cited-line-no-script-${width}.png`) });
        await context.close();
      }
    },
  );

  it('without script a link into a fold opens it, a further address marks its line, a conversation is a target', async () => {
    const { page, context } = await open(browser, served, { javaScriptEnabled: false });
    const folded = odd.entries.find(({ kind }) => kind === 'quit');
    await page.goto(`pool/${odd.date}/#${folded?.id}`);
    expect(await page.locator(`#${folded?.id}`).isVisible()).toBe(true);
    await page.goto(`pool/${odd.date}/#t100209abcd`);
    const line = page.locator('p:has(> #t100209abcd)');
    expect(await line.evaluate((element) => getComputedStyle(element).backgroundImage)).not.toBe('none');
    const shown = async (time: Locator): Promise<number> => (await time.boundingBox())!.width;
    const short = await shown(page.locator('.log p > a').first());
    expect(await shown(line.locator('a').first())).toBeGreaterThan(short * 1.3);
    const ink = await line.evaluate((element) => getComputedStyle(element).color);
    const grey = line.locator('.faint');
    expect(await grey.evaluate((element) => getComputedStyle(element).color)).toBe(ink);
    await page.goto(`pool/${odd.date}/#${odd.entries.find(({ aliases }) => aliases?.includes('t100209abcd'))?.id}`);
    expect(await grey.evaluate((element) => getComputedStyle(element).color)).toBe(ink);
    const first = odd.entries.find(({ kind }) => kind === 'message');
    await page.goto(`pool/${odd.date}/#c${first?.id.slice(1)}`);
    expect(
      await page.locator('h2:target span').evaluate((element) => getComputedStyle(element).backgroundColor),
    ).not.toBe('rgba(0, 0, 0, 0)');
    await context.close();
  });

  it('without script a line of a paste is marked by any of its addresses, in the bar and by its time', async () => {
    const line = odd.entries.find(({ aliases }) => aliases?.includes('t100033abcd'));
    for (const width of [1280, 360]) {
      const { page, context } = await open(browser, served, {
        javaScriptEnabled: false,
        viewport: { width, height: 640 },
      });
      const marks: unknown[] = [];
      for (const fragment of [line?.id, 't100033abcd']) {
        await page.goto(`pool/${odd.date}/#${fragment}`);
        marks.push(
          await page.locator(`#${line?.id}`).evaluate((code) => {
            const [bar, time] = [getComputedStyle(code, '::before'), getComputedStyle(code.firstElementChild!)];
            return [bar.display, bar.content, time.opacity, time.borderRight, time.textDecorationLine];
          }),
        );
      }
      expect(marks[1], `${width} px`).toEqual(marks[0]);
      await context.close();
    }
  });

  it('the ring around a time that has the focus is whole', async () => {
    const { page, context } = await open(browser, served, { reducedMotion: 'reduce' });
    await page.goto(`pool/${odd.date}/`);
    const time = page.locator('.log h2 ~ div p > a:first-child').first();
    await page.keyboard.press('Tab');
    await time.focus();
    const { x, y, width, height } = (await time.boundingBox())!;
    const beside = (): Promise<Buffer> => page.screenshot({ clip: { x: x - 4, y, width: 3, height } });
    const above = (): Promise<Buffer> => page.screenshot({ clip: { x, y: y - 4, width, height: 2 } });
    const ringed = [await beside(), await above()];
    await time.blur();
    expect((await beside()).equals(ringed[0]!)).toBe(false);
    expect((await above()).equals(ringed[1]!)).toBe(false);
    await context.close();
  });

  it('marks piled on a letter stay off the line below', async () => {
    const { page, context } = await open(browser, served);
    await page.goto(`pool/${odd.date}/`);
    const line = page.locator('.log p', { hasText: 'seen by two' });
    const below = page.locator('.log p', { hasText: 'under the marks' });
    await below.scrollIntoViewIfNeeded();
    const pile = (marks: string): Promise<void> =>
      line.evaluate((element, text) => void (element.lastChild!.textContent = text), marks);
    await pile('seen');
    // Lines meet within a pixel: that one is of both.
    const { x, y, width, height } = (await below.boundingBox())!;
    const clip = { x, y: Math.ceil(y), width, height: Math.floor(height) - 1 };
    const plain = await page.screenshot({ clip });
    await pile(`s${'\u0323'.repeat(60)}een`);
    expect((await page.screenshot({ clip })).equals(plain)).toBe(true);
    await context.close();
  });

  it('marks piled on a letter make no page wider than its window, whether or not a font has them', async () => {
    const { page, context } = await open(browser, served, { viewport: { width: 360, height: 640 } });
    await page.goto(`pool/${odd.date}/`);
    const line = page.locator('.log p', { hasText: 'seen by two' });
    await line.evaluate((element) => void (element.lastChild!.textContent = `s${'\u{1E8D0}'.repeat(90)}een`));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await context.close();
  });

  it('a narrow window has all of the title block, and the names of all lanes', async () => {
    const { page, context } = await open(browser, served, { viewport: { width: 360, height: 640 } });
    await page.goto(`pool/${odd.date}/`);
    for (const field of await page.locator('.fields dt').all()) expect(await field.isVisible()).toBe(true);
    const label = page.getByText('conversations', { exact: true });
    const [name, lane] = [await label.boundingBox(), await page.locator('.cl svg').boundingBox()];
    expect(name!.height).toBeGreaterThan(0);
    expect(await label.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    expect(name!.x + name!.width).toBeLessThanOrEqual(lane!.x);
    await context.close();
  });

  it('the time of a paste’s line is a target of 24 pixels in a narrow window', async () => {
    const { page, context } = await open(browser, served, { viewport: { width: 360, height: 640 } });
    await page.goto(`pool/${odd.date}/`);
    for (const time of await page.locator('pre code > a:first-child').all()) {
      const { width, height } = (await time.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    await context.close();
  });

  it('what is filled in and pressed to go to a moment is 24 pixels high', async () => {
    const { page, context } = await open(browser, served);
    await page.goto('limpet/at/');
    for (const one of await page.locator('main :is(input, button)').all())
      expect((await one.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    await context.close();
  });

  it('links of title blocks and in lists are 24 pixels high', async () => {
    const { page, context } = await open(browser, served, { viewport: { width: 360, height: 640 } });
    for (const path of ['', 'limpet/', `pool/${odd.date}/`, 'limpet/refs/']) {
      await page.goto(path);
      const links = await page.locator(':is(.fields dd, .sheet h1, .roll li, .toc li, .ref li) > a').all();
      for (const link of links)
        expect((await link.boundingBox())!.height, `${path} ${await link.textContent()}`).toBeGreaterThanOrEqual(24);
    }
    await context.close();
  });

  it('links are called by what they lead to, without the signs beside them', async () => {
    const { page, context } = await open(browser, served);
    await page.goto('limpet/2025-10-14/');
    const called = (name: string): Promise<number> => page.getByRole('link', { name, exact: true }).count();
    expect(await page.locator('.crumbs').getByRole('link', { name: '#limpet', exact: true }).count()).toBe(1);
    await page.goto('limpet/');
    expect(await called('14 October 2025: 72 lines')).toBe(1);
    await context.close();
  });

  it('without script the Display menu changes paper, text and folds', async () => {
    const { page, context } = await open(browser, served, { javaScriptEnabled: false, colorScheme: 'light' });
    await page.goto(`pool/${odd.date}/`);
    const style = (selector: string, name: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
    const light = await style('body', 'background-color');
    const last = page.locator('details.e p').last();
    expect(await last.isVisible()).toBe(false);
    await page.locator('.menu summary').click();
    await page.getByLabel('Dark').check();
    expect(await style('body', 'background-color')).not.toBe(light);
    await page.getByLabel('Mono').check();
    expect(await style('.log', 'font-family')).toMatch(/^DM\b/);
    await page.getByLabel('Hide').check();
    expect(await page.locator('details.e').last().isVisible()).toBe(false);
    await page.getByLabel('Open').check();
    expect(await last.isVisible()).toBe(true);
    await context.close();
  });

  it('remembers what was chosen, before anything is painted', async () => {
    const { page, context, faults } = await open(browser, served, { colorScheme: 'light', timezoneId: 'Asia/Tokyo' });
    await page.goto(`pool/${odd.date}/`);
    const first = odd.entries.find(({ kind }) => kind === 'message');
    const time = page.locator(`#${first?.id} > a`).first();
    expect(await time.textContent()).toBe('10:00:00');
    await page.locator('.menu summary').click();
    await page.getByLabel('Dark').check();
    await page.getByLabel('Mine').check();
    expect(await time.textContent()).toBe('18:00:00');
    expect(await time.getAttribute('href')).toBe(`#${first?.id}`);
    const elsewhere = await page.locator('.fields, .margin, .cast, .log summary, #pt').allTextContents();
    expect(elsewhere.join(' ')).toContain('18:00');
    expect(elsewhere.join(' ')).not.toMatch(/10:\d\d/);
    const zone = page.locator('.fields dd').last();
    expect(await zone.innerText()).toMatch(/shown on your clock$/);
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await time.textContent()).toBe('18:00:00');
    expect(await zone.innerText()).toMatch(/shown on your clock$/);
    expect(await page.getByLabel('Dark').isChecked()).toBe(true);
    await page.locator('.menu summary').click();
    await page.locator('[name=tz]').first().check();
    expect(await zone.innerText()).not.toContain('your clock');
    await page.goto('about/');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads out who was there under the pointer', async () => {
    const { page, context } = await open(browser, served);
    await page.goto(`pool/${silent.date}/`);
    await page.goto(`pool/${odd.date}/`);
    const plot = await page.locator('.cl svg').boundingBox();
    await page.mouse.move((plot?.x ?? 0) + (plot?.width ?? 0) * (10 / 24) + 2, (plot?.y ?? 0) + 12);
    expect(await page.locator('.read').textContent()).toMatch(/^10:0\d {2}.*lena.*lines within five minutes$/);
    await context.close();
  });

  it('counts lines beside a lane in one piece, on a phone too', async () => {
    const { page, context } = await open(browser, served, { viewport: { width: 320, height: 640 } });
    await page.goto(`pool/${chatty.date}/`);
    const count = page.locator('.lanes span', { hasText: /^1,234$/ });
    const beside = page.locator('.cl > span').last();
    expect((await count.boundingBox())!.height).toBe((await beside.boundingBox())!.height);
    await context.close();
  });

  it('reads a hidden word on demand', async () => {
    const { page, context } = await open(browser, served, { javaScriptEnabled: false });
    await page.goto(`pool/${odd.date}/`);
    const spoiler = page.locator('.sp').first();
    const colours = (): Promise<readonly string[]> =>
      spoiler.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]);
    const [text, paper] = await colours();
    expect(text).toBe(paper);
    await spoiler.focus();
    const [shown, behind] = await colours();
    expect(shown).not.toBe(behind);
    await context.close();
  });

  it('prints to paper, with seconds and without controls', async () => {
    const { page, context } = await open(browser, served, { colorScheme: 'dark' });
    await page.goto(`pool/${odd.date}/`);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar').isVisible()).toBe(false);
    expect(await page.locator('body').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    await context.close();
  });

  it('prints what lies in folds, which paper cannot open', async () => {
    const { page, context } = await open(browser, served);
    await page.goto('limpet/2025-10-14/');
    const folded = page.locator('.log details.e:not([open]) > p').first();
    const visible = (): Promise<boolean> =>
      folded.evaluate(
        (line) => line.checkVisibility({ contentVisibilityAuto: false }) && line.getClientRects().length > 0,
      );
    expect(await visible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await visible()).toBe(true);
    await context.close();
  });

  it('prints what was hidden until it was pointed at, strong words too', async () => {
    const { page, context } = await open(browser, served);
    await page.goto(`pool/${odd.date}/`);
    const word = page.locator('.sp strong');
    await word.waitFor({ state: 'attached' });
    expect(await word.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await word.isVisible()).toBe(true);
    const reversed = page.locator('.rv').first();
    expect(await reversed.evaluate((element) => getComputedStyle(element).printColorAdjust)).toBe('exact');
    await context.close();
  });
  it('prints no title apart from what it is the title of, and no row or month in two pieces', async () => {
    const { page, context } = await open(browser, served);
    await page.emulateMedia({ media: 'print' });
    for (const path of ['limpet/', 'limpet/presence/', 'limpet/people/mirja/', 'limpet/refs/']) {
      await page.goto(path);
      for (const [titles, rule] of [
        ['main :is(h2, h3, .ref > p)', 'breakAfter'],
        ['main :is(.cal, tr)', 'breakInside'],
      ] as const)
        expect(
          await page
            .locator(titles)
            .evaluateAll((found, name) => found.map((one) => getComputedStyle(one)[name]), rule),
        ).not.toContain('auto');
    }
    await context.close();
  });

  it('prints where links lead that do not say so', async () => {
    const { page, context } = await open(browser, served);
    await page.goto('limpet/refs/');
    const tracker = page.getByRole('link', { name: 'in the tracker' }).first();
    const after = (): Promise<string> => tracker.evaluate((link) => getComputedStyle(link, '::after').content);
    expect(await after()).toBe('none');
    await page.emulateMedia({ media: 'print' });
    expect(await after()).toBe(`" <${await tracker.getAttribute('href')}>"`);
    await context.close();
  });

  it('prints the greens of a calendar, which tell the busy days, though other backgrounds are left out', async () => {
    const { page, context } = await open(browser, served);
    await page.goto('limpet/');
    await page.emulateMedia({ media: 'print' });
    const cell = page.locator('.cal td.a4').first();
    expect(await cell.evaluate((element) => getComputedStyle(element).printColorAdjust)).toBe('exact');
    await context.close();
  });

  it('prints dark text, also for who chose the dark paper', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, context } = await open(browser, served, { javaScriptEnabled, colorScheme: 'light' });
      await page.goto(`pool/${odd.date}/`);
      await page.locator('.menu summary').click();
      await page.getByLabel('Dark').check();
      await page.emulateMedia({ media: 'print' });
      const ink = await page.locator('body').evaluate((element) => getComputedStyle(element).color);
      expect(ink).toBe('rgb(35, 39, 43)');
      await context.close();
    }
  });
});
