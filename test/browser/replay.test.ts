// A history of an archive: its logs grow, overlap, get a second logger; clocks, zone and slug are corrected, words redacted.
// Every address that was ever published is followed in a browser, and must lead to the line it was given to.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../build/cli.ts';
import { CHROMIUM, launch, open, serve } from './chromium.ts';
import type { Served } from './chromium.ts';
import { landed, shelf, weechat } from './citing.ts';
import type { Shelf } from './citing.ts';

type Row = readonly [stamp: string, nick: string, text: string];

/** Line 12 of the history: its words are its own, so that it is known wherever it is shown. */
const TALK: readonly Row[] = [
  ['2025-03-09 00:20:00', 'ada', 'word00 just after midnight'],
  ['2025-03-09 10:00:00', 'ada', 'word01'],
  ['2025-03-09 10:00:00', 'bob', 'word02 in the same second'],
  ['2025-03-09 10:00:10', 'bob', 'word03'],
  ['2025-03-09 10:02:00', 'ada', 'word04 call me: 555-123-4567'],
  ['2025-03-09 10:02:30', 'eve', 'word05'],
  ['2025-03-09 23:59:30', 'ada', 'word06 just before midnight'],
  ['2025-03-10 00:00:10', 'bob', 'word07'],
  ['2025-03-10 00:40:00', 'ada', 'word08'],
  ['2025-03-10 11:00:00', 'eve', 'word09'],
  ['2025-03-10 11:00:20', 'ada', 'word10'],
  ['2025-03-10 11:01:00', 'bob', 'word11'],
  ['2025-03-12 00:05:00', 'bob', 'word12, alone on its day'],
  ['2025-03-12 00:06:00', 'ada', 'word13, or nearly'],
];

/** The same rows on a clock that is ahead by some seconds. */
const ahead = (rows: readonly Row[], seconds: number): readonly Row[] =>
  rows.map(([stamp, nick, text]) => [
    new Date(Date.parse(`${stamp.replace(' ', 'T')}Z`) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' '),
    nick,
    text,
  ]);

const FIRST_LOG = 'logs/ada/irc.net.#pool.weechatlog';
const SECOND_LOG = 'logs/bob/irc.net.#pool.weechatlog';

interface Told {
  readonly zone?: string;
  readonly formerZones?: readonly string[];
  readonly slug?: string;
  readonly formerSlugs?: readonly string[];
  readonly offset?: string;
  readonly redact?: boolean;
}

/** The logs' own zone is told, so that the archive's may change without changing what they mean. */
const settings = ({ zone = 'UTC', formerZones = [], slug = 'pool', formerSlugs = [], offset, redact }: Told): string =>
  [
    'title: Pool',
    `zone: ${zone}`,
    `formerZones: ${JSON.stringify(formerZones)}`,
    'channels:',
    '  - name: "#pool"',
    `    slug: ${slug}`,
    `    formerSlugs: ${JSON.stringify(formerSlugs)}`,
    '    logs:',
    '      - path: logs/ada/**',
    '        zone: UTC',
    '        owner: ada',
    '      - path: logs/bob/**',
    '        zone: UTC',
    '        owner: bob',
    ...(offset === undefined ? [] : [`        offset: ${offset}`]),
    ...(redact ? ['privacy:', '  redact:', "    - match: '\\d{3}-\\d{3}-\\d{4}'", "      with: '[phone]'"] : []),
    '',
  ].join('\n');

const overlapping = {
  [FIRST_LOG]: weechat(TALK.slice(0, 8)),
  'logs/ada/more/irc.net.#pool.weechatlog': weechat(TALK.slice(5)),
};
const both = { ...overlapping, [SECOND_LOG]: weechat(ahead(TALK.slice(1, 13), 17)) };
const moved: Told = { zone: 'America/Chicago', formerZones: ['UTC'], offset: '17s' };

/** What the owner does, one thing after the other. */
const STEPS: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  ['begins', { 'archive.yaml': settings({}), [FIRST_LOG]: weechat(TALK.slice(0, 4)) }],
  ['lets the log grow', { [FIRST_LOG]: weechat(TALK.slice(0, 8)) }],
  ['adds a log that overlaps', overlapping],
  ['adds a second logger', both],
  ['corrects its clock', { 'archive.yaml': settings({ offset: '17s' }) }],
  ['changes the zone', { 'archive.yaml': settings(moved) }],
  ['changes the slug', { 'archive.yaml': settings({ ...moved, slug: 'basin', formerSlugs: ['pool'] }) }],
  ['redacts', { 'archive.yaml': settings({ ...moved, slug: 'basin', formerSlugs: ['pool'], redact: true }) }],
];

describe.skipIf(CHROMIUM === undefined)('a history of corrections', () => {
  let archive: Shelf;
  let browser: Browser;
  let served: Served | undefined;
  /** Each address ever published, and the word of its line. */
  const issued = new Map<string, string>();

  const publish = (): void => {
    for (const slug of ['pool', 'basin']) {
      const days = readdirSync(archive.site).includes(slug) ? readdirSync(join(archive.site, slug)) : [];
      for (const name of days.filter((one) => /^\d{4}-\d\d-\d\d\.json$/.test(one))) {
        const date = name.slice(0, 10);
        for (const entry of archive.day(slug, date).entries) {
          const word = 'text' in entry ? /word\d\d/.exec(entry.text)?.[0] : undefined;
          if (word === undefined) continue;
          for (const id of [entry.id, ...(entry.aliases ?? [])]) {
            // An alias of another day names it.
            const address = id.includes('/') ? id.replace('/', '/#') : `${date}/#${id}`;
            const former = issued.get(`${slug}/${address}`);
            expect(former ?? word, `${slug}/${address} was another line's`).toBe(word);
            issued.set(`${slug}/${address}`, word);
          }
        }
      }
    }
  };

  beforeAll(async () => {
    compile();
    archive = shelf({});
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    archive?.close();
  });

  it.each(STEPS)('%s: the build loses no address', (_what, files) => {
    archive.write(files);
    const { code, err } = archive.build();
    expect(err).toBe('');
    expect(code).toBe(0);
    publish();
  });

  it('leaves every address leading to its line', async () => {
    expect(issued.size).toBeGreaterThan(60);
    served = await serve(archive.site);
    // Addresses under the former slug are all led on in one way: a third of them shows it.
    const left = [...issued].filter(([address], at) => !address.startsWith('pool/') || at % 3 === 0);
    expect(left.length).toBeGreaterThan(40);
    const astray: string[] = [];
    /** Follows addresses until none is left: several do, since each waits for pages most of its time. */
    const follow = async (server: Served): Promise<void> => {
      const { page, context, faults } = await open(browser, server);
      for (let next = left.pop(); next; next = left.pop()) {
        const [address, word] = next;
        await page.goto('about:blank');
        await page.goto(address);
        const text = await landed(page).catch(() => 'nowhere');
        if (!text.startsWith(word)) astray.push(`${address} is of ${word} and leads to ${text}`);
      }
      expect(faults.filter((fault) => !/404|^failed: /.test(fault))).toEqual([]);
      await context.close();
    };
    await Promise.all([follow(served), follow(served), follow(served)]);
    expect(astray).toEqual([]);
    expect(archive.addressOf('basin', '2025-03-09', '[phone]')).not.toBe('');
  }, 300_000);
});
