// A small archive of invented people for what readers do with lines, and how its pages are asked about them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { DayFile } from '../../src/day.ts';
import { compile, daybook } from '../build/cli.ts';
import type { Ran } from '../build/cli.ts';
import { launch, serve } from './chromium.ts';
import type { Served } from './chromium.ts';

export interface Shelf {
  readonly content: string;
  readonly site: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly build: (...words: readonly string[]) => Ran;
  readonly day: (slug: string, date: string) => DayFile;
  /** The address of the first line with these words. */
  readonly addressOf: (slug: string, date: string, words: string) => string;
  readonly close: () => void;
}

export function shelf(files: Readonly<Record<string, string>>): Shelf {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-citing-'));
  const [content, site] = [join(folder, 'content'), join(folder, 'site')];
  const write: Shelf['write'] = (changes) => {
    for (const [path, text] of Object.entries(changes)) {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    }
  };
  write(files);
  const day: Shelf['day'] = (slug, date) =>
    JSON.parse(readFileSync(join(site, slug, `${date}.json`), 'utf8')) as DayFile;
  return {
    content,
    site,
    write,
    day,
    build: (...words) =>
      daybook(['build', '--content', content, '--out', site, '--cache', join(folder, 'cache'), '--quiet', ...words]),
    addressOf(slug, date, words) {
      const entry = day(slug, date).entries.find((one) => 'text' in one && one.text.includes(words));
      if (!entry) throw new Error(`No line of ${slug}, ${date} says ${words}.`);
      return entry.id;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** An archive whose site is served, and a browser to read it in. */
export interface Reading {
  readonly archive: Shelf;
  readonly browser: Browser;
  readonly served: Served;
}

/** Gives the tests of a `describe` the site of an archive of these files, which is built before them and gone behind them. */
export function reading(files: Readonly<Record<string, string>>): () => Reading {
  let archive: Shelf | undefined;
  let open: Omit<Reading, 'archive'> | undefined;
  beforeAll(async () => {
    compile();
    archive = shelf(files);
    expect(archive.build().err).toBe('');
    const [browser, served] = await Promise.all([launch(), serve(archive.site)]);
    open = { browser, served };
  });
  afterAll(async () => {
    await open?.browser.close();
    await open?.served.close();
    archive?.close();
  });
  return () => ({ archive: archive!, ...open! });
}

/** A log as WeeChat writes it; each line its stamp, what stands before the second tab, and the rest. */
export const weechat = (lines: readonly (readonly [stamp: string, prefix: string, text: string])[]): string =>
  lines.map((line) => `${line.join('\t')}\n`).join('');

/** The text of the line that is marked as the page's target, once there is one; its time left out. */
export async function landed(page: Page): Promise<string> {
  const line = await page.waitForFunction(() => {
    const target = document.querySelector(':target')?.closest('.log :is(p, code)[id^=t]:not(.away)');
    return (
      target && {
        text: [...target.childNodes]
          .slice(1)
          .map((node) => node.textContent)
          .join('')
          .trim(),
      }
    );
  });
  return ((await line.jsonValue()) as { text: string }).text;
}

/** What the bar at the foot says. */
export const saidInHand = (page: Page): Promise<string | null> => page.locator('.hand output').textContent();
