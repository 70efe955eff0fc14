// An archive moves: to another zone, slug, name, network. Every address that was given keeps leading to its line.
import { describe, expect, it } from 'vitest';
import { line, made, type Made } from '../build/archive.ts';
import { pagesFrom } from '../site/a-site.ts';

const START = 1_380_742_174;
const LOG = Array.from({ length: 30 }, (_, index) =>
  line(START + index * 4000, ['ada', 'bob'][index % 2] ?? '', index % 5 === 0 ? 'k' : `line ${index}`),
);
const text = (lines: readonly string[]): string => lines.map((one) => `${one}\n`).join('');

const addressesOf = ({ days }: Made): readonly string[] =>
  Object.values(days).flatMap(({ date, entries }) =>
    entries.flatMap(({ id, aliases = [] }) =>
      [id, ...aliases].map((one) => (one.includes('/') ? one.replace('/', '#') : `${date}#${one}`)),
    ),
  );

/** Whether a page has a target of this id. */
const hasTarget = (page: string | undefined, id: string): boolean => new RegExp(` id="?${id}[ ">]`).test(page ?? '');

describe('An archive that changes its zone', () => {
  const before = 'zone: Asia/Tokyo\n';
  const after = 'zone: America/Chicago\nformerZones: [Asia/Tokyo, UTC]\n';

  it('keeps every address of the former zones as an alias', async () => {
    const files = { 'logs/#loom.txt': text(LOG) };
    const all = new Set(addressesOf(await made({ 'archive.yaml': after, ...files })));
    for (const settings of [before, 'zone: UTC\n', 'zone: America/Chicago\n'])
      for (const address of addressesOf(await made({ 'archive.yaml': settings, ...files })))
        expect(all).toContain(address);
  });

  it('has a target for each on the page of its day, where it may have none of its own', async () => {
    const files = { 'logs/#loom.txt': text(LOG) };
    const site = await pagesFrom({ 'archive.yaml': after, ...files });
    const old = await made({ 'archive.yaml': before, ...files });
    const dates = Object.values(old.days).map(({ date }) => date);
    expect(dates.at(-1)).toBe('2013-10-04');
    for (const address of addressesOf(old)) {
      const [date = '', id = ''] = address.split('#');
      expect(hasTarget(site.get(`loom/${date}/`), id), address).toBe(true);
    }
    for (const [path, page] of site) {
      const ids = [...page.matchAll(/ id="?(t\d{6}[0-9a-z]+)/g)].map(([, id]) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it('leads on from a day that has no page of its own any more', async () => {
    const evening = [0, 60, 120].map((after_, index) =>
      line(Date.UTC(2013, 9, 2, 20) / 1000 + after_, 'ada', `words ${index}`),
    );
    const site = await pagesFrom({ 'archive.yaml': after, 'logs/#loom.txt': text(evening) });
    const stub = site.get('loom/2013-10-03/') ?? '';
    expect(stub).toContain('What was once on this day is on <a href=/loom/2013-10-02/>');
    const [{ entries } = { entries: [] }] = Object.values(
      (await made({ 'archive.yaml': before, 'logs/#loom.txt': text(evening) })).days,
    );
    expect(entries.map(({ id }) => hasTarget(stub, id))).toEqual([true, true, true]);
  });
});

describe('A channel that changes its slug', () => {
  it('has a page for each of its pages at the old one, which leads on', async () => {
    const files = { 'logs/#loom.txt': text(LOG) };
    const before = await pagesFrom({
      'archive.yaml': 'zone: UTC\nchannels: [{ name: "#loom", slug: mill }]\n',
      ...files,
    });
    const after = await pagesFrom({
      'archive.yaml': 'zone: UTC\nchannels: [{ name: "#loom", slug: loom, formerSlugs: [mill, shed] }]\n',
      ...files,
    });
    const old = [...before.keys()].filter((path) => path.startsWith('mill/') && path.endsWith('/'));
    expect(old.length).toBeGreaterThan(6);
    for (const path of old)
      for (const former of ['mill', 'shed']) {
        const page = after.get(path.replace('mill', former)) ?? '';
        expect(page).toContain(`<a href=/${path.replace('mill', 'loom')}>`);
        expect(page).toContain(`data-slugs=${former}:loom`);
        expect(page).toMatch(/<noscript><meta http-equiv=refresh content="0; url=\/loom\//);
      }
  });
});

describe('A channel that changes its name and its network', () => {
  it('has the logs of all of them, and the same addresses', async () => {
    const settings = 'zone: UTC\nchannels: [{ name: "#loom", names: ["#weave"], networks: [seanet, landnet] }]\n';
    const moved = await made({
      'archive.yaml': settings,
      'logs/scrollback/seanet/#weave.txt': text(LOG.slice(0, 12)),
      'logs/scrollback/landnet/#loom.txt': text(LOG.slice(12)),
    });
    const stayed = await made({ 'archive.yaml': 'zone: UTC\n', 'logs/#loom.txt': text(LOG) });
    expect(addressesOf(moved)).toEqual(addressesOf(stayed));
    expect(Object.values(moved.days)[0]?.channel).toEqual({ slug: 'loom', name: '#loom', network: 'landnet' });
  });
});

it('Logs that begin with the same line are told apart by the next, not by their names', async () => {
  const lines = Array.from(
    { length: 12 },
    (_, index) => [index * 97, ['ada', 'bob'][index % 2], `sentence ${index}`] as const,
  );
  const said = (form: (clock: string, nick: string, words: string) => string, ahead: number): string =>
    lines
      .map(([at, nick = '', words]) => {
        const stamp = new Date((START + at + (at > 0 ? ahead : 0)) * 1000).toISOString().slice(0, 19);
        return `${form(stamp, nick, words)}\n`;
      })
      .join('');
  const weechat = said((stamp, nick, words) => `${stamp.replace('T', ' ')}\t${nick}\t${words}`, 0);
  const limnoria = said((stamp, nick, words) => `${stamp}  <${nick}> ${words}`, 1);
  const [one, other] = await Promise.all(
    [weechat, limnoria].map((first) =>
      made({
        'archive.yaml': 'channels: [{ name: "#loom" }]\n',
        'logs/a/#loom.log': first,
        'logs/b/#loom.log': first === weechat ? limnoria : weechat,
      }),
    ),
  );
  expect(one!.days).toEqual(other!.days);
});
