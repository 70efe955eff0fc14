// Addresses that their page does not have, followed in a browser: each kind lands on its line, and the page says why.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../build/cli.ts';
import { CHROMIUM, launch, open, serve } from './chromium.ts';
import type { Served, Watched } from './chromium.ts';
import { landed, saidInHand, shelf, weechat } from './citing.ts';
import type { Shelf } from './citing.ts';

const FIRST = '2025-10-24';
const FALL = '2025-10-26';
const LAST = '2025-10-28';

const LOG = weechat([
  [`${FIRST} 10:00:00`, 'ada', 'one'],
  [`${FIRST} 10:00:05`, 'bob', 'two'],
  [`${FIRST} 10:00:05`, 'bob', 'three'],
  [`${FIRST} 10:00:05`, 'ada', 'four'],
  [`${FIRST} 14:22:33`, 'ada', 'five'],
  [`${FIRST} 23:50:00`, 'bob', 'six'],
  [`${FALL} 02:10:00`, 'ada', 'early, first pass'],
  [`${FALL} 02:50:00`, 'ada', 'late, first pass'],
  [`${FALL} 02:20:00`, 'bob', 'second pass'],
  [`${FALL} 03:30:00`, 'bob', 'after the change'],
  [`${LAST} 08:00:00`, 'ada', 'a new day'],
]);
const epoch = (iso: string): number => Date.parse(iso) / 1000;

describe.skipIf(CHROMIUM === undefined)('an address without a line', () => {
  let archive: Shelf;
  let browser: Browser;
  let served: Served;
  let reader: Watched;

  beforeAll(async () => {
    compile();
    archive = shelf({
      'archive.yaml':
        'title: Pool\nzone: Europe/Paris\nchannels:\n  - name: "#pool"\n    slug: pool\n    formerSlugs: [puddle]\n',
      'logs/irc.net.#pool.weechatlog': LOG,
    });
    // The list of former links needs the addresses that the first build gives.
    expect(archive.build()).toMatchObject({ code: 0, err: '' });
    archive.write({
      'former-links.csv': [
        'old,new',
        `#i_123,/pool/${FIRST}/#${archive.addressOf('pool', FIRST, 'five')}`,
        `"https://logs.example.net/bot/pool?msg=7,8#c9",/pool/${LAST}/#${archive.addressOf('pool', LAST, 'a new day')}`,
      ].join('\n'),
    });
    expect(archive.build()).toMatchObject({ code: 0, err: '' });
    [browser, served] = await Promise.all([launch(), serve(archive.site)]);
    reader = await open(browser, served);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    archive?.close();
  });

  /** Follows an address, as somebody who was never here. */
  const follow = async (path: string): Promise<Watched> => {
    const watched = await open(browser, served);
    await watched.page.goto(path);
    return watched;
  };
  const expectLine = async (path: string, text: string, notice: RegExp | undefined): Promise<void> => {
    const { page, faults } = reader;
    const before = faults.length;
    await page.goto('about:blank');
    await page.goto(path);
    expect(await landed(page), path).toBe(text);
    if (notice) await expect.poll(() => saidInHand(page), { message: path }).toMatch(notice);
    else expect(await page.locator('.hand').isVisible(), path).toBe(false);
    const box = await page.locator(':target').boundingBox();
    expect(box!.y, path).toBeGreaterThanOrEqual(0);
    expect(box!.y, path).toBeLessThan(900);
    expect(
      faults.slice(before).filter((fault) => !fault.includes('404')),
      path,
    ).toEqual([]);
  };

  const day = `pool/${FIRST}/`;
  const tail = (words: string): string => archive.addressOf('pool', FIRST, words).slice(7);

  it('of ours that moved to another clock, or another day, finds its line', async () => {
    await expectLine(`${day}#t080000${tail('one')}`, 'one', /address has changed/);
    await expectLine(`pool/${FALL}/#t015000${tail('six')}`, 'six', /address has changed/);
    await expectLine(`pool/2025-10-25/#t065000${tail('six')}`, 'six', /address has changed/);
    await expectLine(`${day}?to=${archive.addressOf('pool', FIRST, 'two')}#t080000${tail('one')}`, 'one', /changed/);
  });

  it('of ours with a passage behind it marks all of the passage, whichever clock its end had', async () => {
    for (const end of [archive.addressOf('pool', FIRST, 'three'), `t080005${tail('three')}`]) {
      const { page, context, faults } = await follow(`${day}?to=${end}#t080000${tail('one')}`);
      expect(await landed(page), end).toBe('one');
      expect(await page.locator('.sel').allTextContents(), end).toHaveLength(3);
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  it('of ours that is gone lands on the nearest line, and says so', async () => {
    await expectLine(`${day}#t142500zzzz`, 'five', /#t142500zzzz\. This is the nearest line in time\./);
    await expectLine(`pool/2025-10-27/#t235900zzzz`, 'a new day', /nearest line in time/);
  });

  it('that is asked for on the page itself takes the notice of the one before away', async () => {
    const { page, context, faults } = await follow(`${day}#t142500zzzz`);
    const hand = page.locator('.hand');
    const step = (fragment: string): Promise<unknown> => page.evaluate((to) => (location.hash = to), fragment);
    await expect.poll(() => saidInHand(page)).toMatch(/#t142500zzzz\. This is the nearest/);
    await step(archive.addressOf('pool', FIRST, 'two'));
    await expect.poll(() => hand.isVisible()).toBe(false);
    for (const fragment of ['t142500zzzz', 't142501zzzz', 'c424242']) {
      await step(fragment);
      await expect.poll(async () => (await hand.isVisible()) && saidInHand(page)).toContain(fragment);
    }
    await page.goBack();
    await expect.poll(() => hand.isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that names a moment lands on the line at or after it', async () => {
    await expectLine(`${day}#t100000`, 'one', undefined);
    await expectLine(`${day}#t100001`, 'two', /next line in time/);
    await expectLine(
      `${day}#t235959`,
      'early, first pass',
      new RegExp(`for ${FIRST} #t235959. This is the next line in time`),
    );
    await expectLine(`pool/${FALL}/#t024000`, 'late, first pass', /next line/);
  });

  it.each([
    ['t14:22:33', 'five'],
    ['t10:00:05-2', 'three'],
    ['t10:00:05-3', 'four'],
    [`t${FIRST}T10:00:05-2`, 'three'],
    ['T10-00-05', 'two'],
    ['T10-00-05-1', 'three'],
    ['t14:22', 'five'],
    ['10:00-0002', 'three'],
    ['l5', 'five'],
    ['L2', 'two'],
    [`t${epoch('2025-10-24T12:22:33Z')}`, 'five'],
    [`${epoch('2025-10-24T12:22:33Z')}-${epoch('2025-10-24T12:25:00Z')}`, 'five'],
    [`t${epoch('2025-10-24T12:22:33Z')}000000`, 'five'],
    ['i_123', 'five'],
  ])('that another archive gave, #%s, lands on its line', async (fragment, text) => {
    await expectLine(`${day}#${fragment}`, text, /^[lLi]/.test(fragment) ? /\w/ : undefined);
  });

  it('that counts further than the page does lands on its last line, and says which that is', async () => {
    await expectLine(`${day}#l9999`, 'six', /^Nothing is on record for .* #l9999\. This is line (\d+) of \1, /);
  });

  it('that tells of no line leaves the page at its top, and says so', async () => {
    const { page, context, faults } = await follow(`${day}#c424242`);
    await expect.poll(() => saidInHand(page)).toMatch(/#c424242\. It does not tell of a line\./);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('.hand').isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('of a path that another archive had is led on by the owner’s list', async () => {
    await expectLine('bot/pool?msg=7,8#c9', 'a new day', /address has changed/);
  });

  it('without a page leads to its channel’s day, whatever the path looks like', async () => {
    const id = archive.addressOf('pool', FIRST, 'two');
    await expectLine(`puddle/${FIRST}/#${id}`, 'two', /address has changed/);
    await expectLine(`pool/2025/10/24/#t10:00:05-2`, 'three', undefined);
    await expectLine(`pool/${FIRST}.html#${id}`, 'two', /address has changed/);
    await expectLine('pool/2025-10-25/', 'early, first pass', /^Nothing is on record for 2025-10-25\./);
    const lost = await follow('nowhere/2025-10-24/#t100000');
    expect(await lost.page.locator('h1').textContent()).toBe('No such page');
    await lost.context.close();
  });

  it('of a moment, at/, asks for none where there is no script to answer', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, context } = await open(browser, served, { javaScriptEnabled });
      await page.goto('pool/at/');
      expect(await page.getByRole('button', { name: 'Go' }).isVisible()).toBe(javaScriptEnabled);
      await context.close();
    }
  });

  it('of a moment, at/, jumps: by the archive’s clock or in seconds since 1970', async () => {
    await expectLine(`pool/at/?${FIRST}T14:22:33`, 'five', undefined);
    for (const date of [FIRST.replaceAll('-', ''), FIRST.replaceAll('-', '/')])
      await expectLine(`pool/at/?${date}T14:22:33`, 'five', undefined);
    await expectLine(`pool/at/?${FIRST.replaceAll('-', '')}#l3`, 'three', /line 3 of \d+, as this page counts\.$/);
    await expectLine(`pool/at/?t=${FIRST}T14%3A20`, 'five', /next line/);
    await expectLine(`pool/at/?${epoch('2025-10-24T12:22:33Z')}`, 'five', undefined);
    // another clock's moment
    await expectLine(`pool/at/?2025-10-24T12:22:33Z`, 'five', undefined);
    await expectLine(`pool/at/?t=2025-10-24T13:22:33.250%2B01:00`, 'five', undefined);
    await expectLine(`pool/at/?2025-10-24T07:22:33-05:00`, 'five', undefined);
    await expectLine(`pool/at/?date=${FIRST}#l3`, 'three', /line 3 of \d+, as this page counts\.$/);
    await expectLine(`pool/at/?2025-10-25T10:00`, 'early, first pass', /next line/);
    // An hour that came twice: its first pass; the second is marked by its offset.
    await expectLine(`pool/at/?${FALL}T02:10`, 'early, first pass', undefined);
    await expectLine(`pool/at/?${epoch('2025-10-26T01:20:00Z')}`, 'second pass', undefined);
    for (const late of [epoch('2025-12-01T00:00:00Z'), 99_999_999_999]) {
      const { page, context } = await follow(`pool/at/?${late}`);
      await page.waitForURL(/2025-10-28\/$/);
      expect(await saidInHand(page)).toMatch(/last day/);
      await context.close();
    }
    const word = await follow('pool/at/?yesterday');
    await expect.poll(() => saidInHand(word.page)).toBe('This address cannot be looked up.');
    expect(word.faults).toEqual([]);
    await word.context.close();
    const second = await follow(`pool/${FALL}/#${archive.addressOf('pool', FALL, 'second pass')}`);
    expect(await second.page.locator(':target > a').first().textContent()).toContain('UTC+1');
    await second.context.close();
  });

  it('stays while the reader’s own clock is shown, in both passes of an hour that came twice', async () => {
    const { page, context } = await open(browser, served, { timezoneId: 'Asia/Tokyo' });
    await page.goto(`pool/${FALL}/`);
    const times = (): Promise<readonly string[]> => page.locator('time[datetime]').allTextContents();
    expect(await times()).toContain('02:20 UTC+1');
    await page.locator('.menu summary').click();
    await page.getByLabel('Mine').check();
    expect(await times()).toContain('10:20');
    expect((await times()).filter((time) => time.includes('UTC'))).toEqual([]);
    await page.locator('input[value=archive]').check();
    expect(await times()).toContain('02:20 UTC+1');
    await context.close();
  });

  it('of the latest day leads there, with a script or without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const watched = await open(browser, served, { javaScriptEnabled });
      await watched.page.goto('pool/latest/');
      await watched.page.waitForURL(new RegExp(`pool/${LAST}/$`));
      // What a page that leads on was still loading is let go.
      expect(watched.faults.filter((fault) => !fault.startsWith('failed:'))).toEqual([]);
      await watched.context.close();
    }
  });

  it('asked of at/ by its form goes there', async () => {
    const { page, context, faults } = await follow('pool/at/');
    await page.getByLabel(/Day and time/).fill(`${FIRST}T14:22:33`);
    await page.getByRole('button', { name: 'Go' }).click();
    expect(await landed(page)).toBe('five');
    // What the form's own page was still loading is let go.
    expect(faults.filter((fault) => !fault.startsWith('failed:'))).toEqual([]);
    await context.close();
  });
});

describe.skipIf(CHROMIUM === undefined)('an address of a former zone', () => {
  let archive: Shelf;
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    compile();
    archive = shelf({
      'archive.yaml': 'zone: America/Chicago\nformerZones: [UTC]\n',
      'logs/irc.net.#pool.weechatlog': weechat([
        ['2025-10-24 21:50:00', 'ada', 'one'],
        ['2025-10-24 21:50:05', 'bob', 'two'],
        ['2025-10-24 21:50:09', 'ada', 'three'],
        ['2025-10-25 09:00:00', 'bob', 'a new day'],
      ]),
    });
    expect(archive.build()).toMatchObject({ code: 0, err: '' });
    [browser, served] = await Promise.all([launch(), serve(archive.site)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    archive?.close();
  });

  it('whose line is on the day before now is led there with its passage, and the page there says why', async () => {
    const [one, three] = ['one', 'three'].map((words) => archive.addressOf('pool', '2025-10-24', words).slice(7));
    for (const [query, lines] of [
      ['', 1],
      [`?to=t025009${three}`, 3],
    ] as const) {
      const { page, context, faults } = await open(browser, served);
      await page.goto(`pool/2025-10-25/${query}#t025000${one}`);
      await page.waitForURL(/2025-10-24/);
      expect(await landed(page)).toBe('one');
      expect(await page.locator('.sel').allTextContents(), query).toHaveLength(lines);
      await expect.poll(() => saidInHand(page), { message: query }).toMatch(/address has changed/);
      // What the page that leads on was still loading is let go.
      expect(faults.filter((fault) => !fault.startsWith('failed:'))).toEqual([]);
      await context.close();
    }
  });
});
