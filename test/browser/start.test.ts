// `daybook start` in a browser: a page that is loaded anew, since a log has grown, is as its reader had it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { compile } from '../build/cli.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { shelf, weechat } from './citing.ts';

const DAY = '2025-03-10';
const LOG = 'logs/irc.net.#limpet.weechatlog';
const log = weechat([
  ...Array.from({ length: 60 }, (_, i) => [`${DAY} 10:00:${String(i).padStart(2, '0')}`, 'ada', `word ${i}`] as const),
  [`${DAY} 10:02:00`, '-->', 'bob (~b@example.org) has joined #limpet'] as const,
  [`${DAY} 10:03:00`, '<--', 'bob (~b@example.org) has quit (bye)'] as const,
]);

it.skipIf(CHROMIUM === undefined)('A page that shows a line that came keeps what was open, and its place', async () => {
  compile();
  const archive = shelf({ 'archive.yaml': 'zone: Europe/Paris\n', [LOG]: log });
  const options = ['--content', archive.content, '--out', archive.site, '--cache', `${archive.site}-cache`];
  const server = spawn(process.execPath, ['build/program/cli.js', 'start', ...options, '--port', '0']);
  const browser = await launch();
  try {
    let said = '';
    server.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/ at http\S+/);
    const page = await browser.newPage({ viewport: { width: 1280, height: 600 } });
    await page.goto(`${/ at (\S+)/.exec(said)![1]!}limpet/${DAY}/`);
    const open = (): Promise<readonly boolean[]> =>
      page.locator('main details').evaluateAll((all) => all.map((fold) => (fold as HTMLDetailsElement).open));
    expect(await open()).toEqual([false, false]);
    for (const fold of await page.locator('main details>summary').all()) await fold.click();
    await page.evaluate(() => scrollTo(0, 300));
    archive.write({ [LOG]: `${log}${weechat([[`${DAY} 10:04:00`, 'ada', 'news']])}` });
    await page.getByText('news').waitFor({ timeout: 60_000 });
    expect(await open()).toEqual([true, true]);
    // Fonts that come later may move what is above.
    expect(Math.abs((await page.evaluate(() => scrollY)) - 300)).toBeLessThan(10);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    archive.close();
  }
});
