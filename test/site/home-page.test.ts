// The home page of an archive tells what is in all of its channels.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Memory } from '../../src/pipeline/archive.ts';
import { wholeText } from '../../src/shared/text-room.ts';
import { renderHome } from '../../src/site/channels/home-page.ts';
import { PLAIN_DRESS } from '../../src/site/parts/layout.ts';
import { openState } from '../../src/state.ts';
import { openStore } from '../../src/store.ts';
import { bench, line } from '../build/archive.ts';
import { pagesFrom } from './a-site.ts';

const at = (date: string): number => Date.parse(`${date}T12:00:00Z`) / 1000;

/** The margin of the home page of an archive in which each channel has a line on one day. */
async function marginOf(days: Readonly<Record<string, string>>): Promise<string> {
  const logs = Object.entries(days).map(([name, date]) => [`logs/#${name}.txt`, `${line(at(date), 'ada', 'bug 5')}\n`]);
  const settings = "zone: UTC\ntrackers: [{ name: BUG, match: 'bug (\\d+)', url: 'https://bugs.example.org/$1' }]\n";
  const pages = await pagesFrom({ 'archive.yaml': settings, ...Object.fromEntries(logs) });
  return (pages.get('') ?? '').split('<aside class=margin')[1] ?? '';
}

test('Days beside the channels have their year where the channels are of several, though each is of one', async () => {
  const margin = await marginOf({ loom: '2013-10-02', pool: '2021-03-08' });
  expect(margin).toContain('<bdi>#loom</bdi>, Wed 2 Oct 2013</a>');
  expect(margin).toContain('<bdi>#pool</bdi>, Mon 8 Mar 2021</a>');
  expect(margin).toContain('<small>Mon 8 Mar 2021, ');
});

test('A bug that several channels cite stands beside them once, with the last who did, and leads to what all say', async () => {
  const margin = await marginOf({ loom: '2013-10-02', pool: '2021-03-08' });
  expect(margin.split('References')[1]).toMatch(
    /^<\/h2><ul class=roll><li><a href=\/ref\/bug\/5\/>BUG 5<\/a> <small>Mon 8 Mar 2021, ada<\/small><\/ul>/,
  );
});

test('Days beside the channels have no year where all are of one', async () => {
  expect(await marginOf({ loom: '2013-10-02', pool: '2013-11-04' })).toContain('<bdi>#pool</bdi>, Mon 4 Nov</a>');
});

test('The bars of a channel of few days stand at the left of paper for two weeks, their days below them', async () => {
  const days = (...dates: readonly string[]): string => dates.map((date) => line(at(date), 'ada', 'hello')).join('\n');
  const pages = await pagesFrom({
    'archive.yaml': 'zone: UTC\n',
    'logs/#dam.txt': `${days('2013-10-02')}\n`,
    'logs/#loom.txt': `${days('2013-10-02', '2013-10-04')}\n`,
    'logs/#pool.txt': `${days('2013-10-02', '2013-10-15')}\n`,
  });
  const home = pages.get('') ?? '';
  expect(home.match(/(?<=class=run viewBox=")[^"]+/g)).toEqual(Array(3).fill('0 0 140 60'));
  expect(home.match(/(?<=<p class=axis aria-hidden=true>).*(?=<\/p>)/g)).toEqual([
    '<span>Wed 2 Oct</span>',
    '<span>Wed 2 Oct to Fri 4 Oct</span>',
    '<span>Wed 2 Oct</span><span>Tue 15 Oct</span>',
  ]);
});

test('A channel in which nobody spoke has comings and goings, not no lines on no days', async () => {
  const came = (date: string): string => `${date} 12:00:00\t-->\tada (~ada@example.org) has joined #loom\n`;
  const pages = await pagesFrom({
    'archive.yaml': 'zone: UTC\n',
    'logs/irc.net.#loom.weechatlog': came('2013-10-02') + came('2013-10-04'),
  });
  expect(pages.get('')).toContain('<p>Comings and goings on 2 days, 2 to 4 October 2013</p>');
  expect(pages.get('')).not.toContain('<dl');
  const described = '<meta name=description content="Comings and goings on 2 days';
  expect(pages.get('loom/')).toContain(`${described}, 2 to 4 October 2013. People: ada.">`);
});

test('Channels of one name are told apart by their networks wherever both are listed', async () => {
  const said = (word: string): string => `2013-10-02 12:00:00\tada\tbug 5 ${word}\n`;
  const pages = await pagesFrom({
    'archive.yaml': `zone: UTC
trackers: [{ name: BUG, match: 'bug (\\d+)', url: 'https://bugs.example.org/$1' }]
channels:
  - { name: '#loom', networks: [libera], slug: loom }
  - { name: '#loom', networks: [oftc], slug: loom-oftc }
`,
    'logs/irc.libera.#loom.weechatlog': said('here'),
    'logs/irc.oftc.#loom.weechatlog': said('there'),
  });
  for (const network of ['libera', 'oftc']) {
    expect(pages.get('')).toContain(`<bdi>#loom</bdi>, Wed 2 Oct</a> <small><bdi>${network}</bdi>, 1 line, `);
    expect(pages.get('404.html')).toContain(`>#loom</a> <small>${network}</small>`);
    expect(pages.get('ref/bug/5/')).toMatch(new RegExp(`<dd>.*>#loom</a> <small>${network}</small>`));
    expect(pages.get('ref/bug/5/')).toContain(`>#loom</a> <small>${network}</small></h2>`);
  }
});

test('The home page asks no channel for its days in short, which are as many as the archive is old', async () => {
  const talk = ['ada', 'wren', 'ada'].map((nick, i) => line(at('2013-10-02') + i, nick, 'The tide turned an hour ago'));
  const one = bench({ 'archive.yaml': 'zone: UTC\n', 'logs/#loom.txt': `${talk.join('\n')}\n` });
  try {
    await one.make();
    const { store } = openState<Memory>(one.cache, 'test');
    const home = (): string => wholeText(renderHome(openStore(store), [], PLAIN_DRESS));
    const whole = home();
    expect(whole).toContain('<figure class=specimen>');
    for (const kind of ['months', 'citations']) rmSync(join(store, kind), { recursive: true });
    expect(home()).toBe(whole);
  } finally {
    one.close();
  }
});
