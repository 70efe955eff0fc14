// A real browser for tests, and a server that gives it one folder and nothing else.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where Chromium is on this machine; `CHROMIUM` names another. */
export const CHROMIUM: string | undefined = CANDIDATES.find((path) => path !== undefined && existsSync(path));

if (CHROMIUM === undefined) {
  const banner = '='.repeat(78);
  process.stderr.write(
    `\n${banner}\nNO CHROMIUM FOUND: the tests in a browser DID NOT RUN.\nInstall Chromium, or name it: CHROMIUM=/path/to/chromium npm test\n${banner}\n\n`,
  );
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export function launch(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('There is no Chromium on this machine.');
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface Served {
  /** `http://localhost:…/`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder as a static host does: a folder's page is its `index.html`, what is missing is `404.html`. */
export async function serve(folder: string): Promise<Served> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const found = existsSync(file) && extname(file) !== '';
    const sent = found ? file : join(folder, '404.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[extname(sent)] ?? 'application/octet-stream',
      // As hosts have it: a page is asked for again, what lies beside all pages is not.
      'cache-control': file.startsWith(join(folder, 'assets')) ? 'max-age=600' : 'no-cache',
    });
    response.end(readFileSync(sent));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far: errors on the console, breaches of the policy, requests that left the origin or failed. */
  readonly faults: readonly string[];
}

/** A new page of a context of its own, watched for faults. */
export async function open(browser: Browser, served: Served, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: served.origin,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const faults: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(served.origin)) faults.push(`off the origin: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left while it loads has its requests cancelled; nothing went wrong with them.
    const why = request.failure()?.errorText ?? 'unknown';
    if (why !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}: ${why}`);
  });
  return { page, context, faults };
}
