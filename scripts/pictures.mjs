// Takes the README's pictures from the sample archive: `npm run pictures`. It needs a Chromium (CHROMIUM names it).
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import DevServer from '@11ty/eleventy-dev-server';
import { chromium } from 'playwright-core';

const site = 'build/pictures';
const pictures = 'docs/pictures';

/** @typedef {{ name: string, path: string, width: number, height: number, scheme: 'light' | 'dark' }} Picture */
/** @type {readonly Picture[]} */
const PICTURES = [
  { name: 'day-light', path: 'limpet/2025-10-20/', width: 1280, height: 960, scheme: 'light' },
  { name: 'channel-dark', path: 'limpet/', width: 1280, height: 960, scheme: 'dark' },
  { name: 'line-phone', path: 'limpet/2025-10-20/#t100033dabn', width: 390, height: 844, scheme: 'light' },
];

execFileSync(process.execPath, ['build/program/cli.js', 'build', '--out', site, '--quiet'], { stdio: 'inherit' });
const server = new DevServer('pictures', site, { messageOnStart: () => false });
server._serverListen = () => server.server.listen({ port: 0, host: '127.0.0.1' });
server.serve(0);
await server.ready();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
});
mkdirSync(pictures, { recursive: true });
for (const { name, path, width, height, scheme } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${server.server.address().port}/${path}`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${pictures}/${name}.png` });
}
await browser.close();
await server.close();
