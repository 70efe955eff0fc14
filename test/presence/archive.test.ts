// Presence through the whole way, from a client's scrollback to day files, presence.json and pages: what never may be claimed,
// what must be. The people are invented; what befalls them befell people in real channels.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PresenceFile } from '../../src/presence.ts';
import { personPath } from '../../src/site/parts/urls.ts';
import { pagesIn } from '../site/a-site.ts';
import { openState } from '../../src/state.ts';
import { openStore } from '../../src/store.ts';
import type { Archive } from '../../src/store.ts';
import { bench, line, type Bench, type Made } from '../build/archive.ts';
import { treeOf } from '../build/cli.ts';
import { shown } from './history.ts';

const instant = (time: string): number => Date.parse(`2024-${time}Z`) / 1000;
const LOG = `
03-04T09:00:00 <anni>\tis the pump on?
03-04T09:00:30 <otto>\tit is, since seven
03-04T20:50:00 *\totto has quit (Ping timeout: 240 seconds)
03-05T01:21:29 *\totto (otto@example.com) has joined #pool
03-05T01:25:31 *\totto has quit (Ping timeout: 240 seconds)
03-05T10:43:00 *\totto (otto@example.com) has joined #pool
03-05T10:44:00 <otto>\tgood morning, is anybody here?
03-05T12:42:21 *\totto_ (otto@example.com) has joined #pool
03-05T12:45:26 *\totto has quit (Ping timeout: 240 seconds)
03-05T12:45:59 *\totto_ is now known as otto
03-05T12:46:10 <otto>\tmy train was in a tunnel
03-05T16:00:00 *\ttove has quit (Quit: ZNC)
03-06T09:00:00 <otto>\tmust restart the client
03-06T09:07:39 *\tYou are now talking on #pool
03-06T09:10:00 <anni>\tthere I am again
03-07T13:36:25 *\tYou have left channel #pool
03-07T13:37:21 *\tYou are now talking on #pool
03-07T13:40:00 <otto>\thello anni
03-08T00:20:51 *\totto has quit (hub.example.net leaf.example.net)
03-08T00:27:46 *\totto (otto@example.com) has joined #pool
03-08T03:00:00 <pumpbot>\tnightly build of the pump went very well
03-08T12:00:00 <anni>\tok
`;
const scrollback = (log: string): string =>
  log
    .trim()
    .split('\n')
    .map((line) => `T ${instant(line.slice(0, 14))} ${line.slice(15)}\n`)
    .join('');
const SETTINGS = 'channels: [{ name: "#pool", logs: [{ path: logs/pool.txt, owner: anni }] }]\n';

const archiveOf = (made: Bench): Archive => openStore(openState(made.cache, 'test').store);
const presenceOf = (archive: Archive): PresenceFile =>
  JSON.parse(archive.readChannelFile('pool', 'presence.json')) as PresenceFile;

/** The text of a page of the site, tags taken out, white space runs as one blank. */
function pageOf(archive: Archive, path: string): { readonly html: string; readonly text: string } {
  const html = pagesIn(archive).get(path)!;
  return { html, text: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}

describe('the presence of an archive', () => {
  let made: Made;
  let archive: Archive;
  const open = bench({ 'archive.yaml': SETTINGS, 'logs/pool.txt': scrollback(LOG) });
  afterAll(() => open.close());
  beforeAll(async () => {
    made = await open.make();
    archive = archiveOf(open);
  });
  const staysOn = (date: string, nick: string): readonly string[] => {
    const { stays, start } = made.days[`pool/2024-${date}`]!;
    const since = (at: number): number => at - start;
    return stays
      .filter((stay) => stay.nick === nick)
      .map(({ evidence, ...stay }) =>
        shown({
          ...stay,
          from: since(stay.from),
          to: since(stay.to),
          ...(evidence === undefined ? {} : { evidence: since(evidence) }),
        }),
      );
  };
  const presentOf = (name: string): PresenceFile['people'] =>
    presenceOf(archive).people?.filter((one) => one.name === name);

  it('has the owner’s 56 seconds of absence as a gap, and nobody in it', () => {
    const { gaps, stays } = made.days['pool/2024-03-07']!;
    const [from, to] = [instant('03-07T13:36:25'), instant('03-07T13:37:21')];
    expect(gaps).toEqual([{ from, to, cause: 'left' }]);
    expect(stays.filter((stay) => stay.from < to && stay.to > from)).toEqual([]);
  });

  it('is blind from the last line to a rejoin that no leave came before', () => {
    const gap = { from: instant('03-06T09:00:00'), to: instant('03-06T09:07:39'), cause: 'disconnected' };
    expect(made.days['pool/2024-03-06']!.gaps).toEqual([gap]);
  });

  it('knows who was silent there from the start by a quit on a later day', () => {
    expect(staysOn('03-04', 'tove')).toEqual(['tove 32400-86400 seen@144000 carried']);
    expect(staysOn('03-05', 'tove')).toEqual(['tove 0-57600 carried quit']);
  });

  it('has a ghost as one presence of one person, and the stays of each nick as they were', () => {
    expect(staysOn('03-05', 'otto_')).toEqual(['otto_ 45741-45959 join nick']);
    expect(staysOn('03-05', 'otto').slice(1)).toEqual(['otto 38580-45926 join quit', 'otto 45959-86400 nick carried']);
    const [otto] = presentOf('otto')!;
    expect(otto!.nicks).toEqual(['otto', 'otto_']);
    expect(otto!.present).toContainEqual([instant('03-05T10:43:00'), instant('03-06T09:00:00')]);
  });

  it('shows four minutes of the night as four minutes', () => {
    expect(presentOf('otto')![0]!.present).toContainEqual([instant('03-05T01:21:29'), instant('03-05T01:25:31')]);
    expect(pageOf(archive, 'pool/2024-03-05/').text).toContain('otto dropped in for 4 min, then joined');
  });

  it('has a quit with two server names as a netsplit of one, hollow on the chart and told once', () => {
    const { html, text } = pageOf(archive, 'pool/2024-03-08/');
    expect(text).toContain('a netsplit cut off otto for 7 min');
    expect(text.match(/a netsplit cut off/g)).toHaveLength(1);
    expect(text).toContain('netsplit, hub.example.net leaf.example.net');
    expect(html).toContain('<path class=h d="M20.9 10.5h6.9M20.9 13.5h6.9"/>');
  });

  it('tells each nick’s evidence on the person’s page, with the moment as a link', () => {
    const { html, text } = pageOf(archive, personPath('pool', 'otto'));
    expect(text).toContain('became otto , Tue 5 Mar, 12:45');
    expect(html).toMatch(/<a href="?\/pool\/2024-03-05\/#t124559\w{4}"?>Tue 5 Mar, 12:45<\/a>/);
    expect(text).toContain('otto_');
    expect(html).not.toContain('example.com');
  });

  it('has a row for each day of a person’s life, those without a page by the channel’s presence', () => {
    const { text } = pageOf(archive, personPath('pool', 'tove'));
    expect(text).toContain('Mon 4 Mar');
    expect(text).toContain('Tue 5 Mar');
    expect(text).toContain('Seen Mon 4 Mar 2024 to Tue 5 Mar 2024');
  });

  it('has a page of who was here when, with coverage and the breaks in words', () => {
    const { text } = pageOf(archive, 'pool/presence/');
    expect(text).toContain('Logged 99.9 %');
    expect(text).toContain('56 s the logger left');
    expect(text).toContain('8 min the logger lost its connection');
    for (const name of ['anni', 'otto', 'tove', 'pumpbot']) expect(text).toContain(name);
  });

  it('never quotes a program', () => {
    const { days, people } = archive.channelOf('pool');
    expect(people.find(({ name }) => name === 'pumpbot')).toMatchObject({ bot: true, hue: 0 });
    expect(days.map(({ quote }) => quote?.text)).toEqual([
      'it is, since seven',
      'good morning, is anybody here?',
      'must restart the client',
      'hello anni',
      'ok',
    ]);
  });
});

describe('the page of who was here when', () => {
  it('tells days under days, and of who came for minutes not that it was for none', async () => {
    const log = `
03-04T09:00:00 <anni>\tis the pump on?
03-04T10:00:00 *\trut (rut@example.com) has joined #pool
03-04T10:12:00 *\trut has quit (Quit: bye)
03-05T09:00:00 <anni>\tit is
`;
    const open = bench({ 'archive.yaml': SETTINGS, 'logs/pool.txt': scrollback(log) });
    await open.make();
    const { text } = pageOf(archiveOf(open), 'pool/presence/');
    expect(text).toContain(' Days Hours logged 100 % 2 24 anni 2 24 rut 1 0.2 ');
    open.close();
  });

  it('tells of a break once, whatever months it is in', async () => {
    const log = `
03-30T09:00:00 <anni>\tis the pump on?
03-30T10:00:00 *\tYou have left channel #pool
04-02T12:00:00 *\tNow talking on #pool
04-02T12:01:00 <anni>\tit is
`;
    const open = bench({ 'archive.yaml': SETTINGS, 'logs/pool.txt': scrollback(log) });
    await open.make();
    const { text } = pageOf(archiveOf(open), 'pool/presence/');
    expect(text).toContain(' Breaks 1 ');
    expect(text).toContain(' Because Sat 30 Mar , 10:00 to Tue 2 Apr , 12:00 3 days the logger left For ');
    open.close();
  });
});

describe('a log that leaves out who comes and goes', () => {
  it('is told to be one, to people and to machines', async () => {
    const said = Array.from(
      { length: 210 },
      (_, at) => `03-0${String(4 + Math.floor(at / 70))}T09:00:00 <anni>\t${String(at)}`,
    );
    said.splice(140, 0, '03-05T10:00:00 *\tYou have left channel #pool', '03-05T12:00:00 *\tNow talking on #pool');
    const open = bench({ 'archive.yaml': SETTINGS, 'logs/pool.txt': scrollback(`\n${said.join('\n')}\n`) });
    await open.make();
    const archive = archiveOf(open);
    expect(presenceOf(archive).quiet).toEqual([
      { from: instant('03-04T09:00:00'), to: instant('03-05T10:00:00') },
      { from: instant('03-05T12:00:00'), to: instant('03-06T09:00:00') },
    ]);
    const { text } = pageOf(archive, 'pool/presence/');
    expect(text).toContain('When the log left out who came or went');
    expect(text).toContain('Mon 4 Mar, 09:00 to Wed 6 Mar, 09:00');
    open.close();
  });
});

describe('where presence is kept back', () => {
  it('nothing tells who was there, and people are those who spoke', async () => {
    const settings = SETTINGS.replace('{ name', '{ presence: none, name');
    const open = bench({ 'archive.yaml': settings, 'logs/pool.txt': scrollback(LOG) });
    const { days } = await open.make();
    const archive = archiveOf(open);
    expect(archive.channelFiles('pool')).toEqual([]);
    expect(Object.values(days).every(({ stays, gaps }) => stays.length + gaps.length === 0)).toBe(true);
    expect(archive.channelOf('pool').people.map(({ name }) => name)).toEqual(['anni', 'otto', 'pumpbot']);
    const paths = [...pagesIn(archive).keys()];
    expect(paths.filter((path) => path.includes('presence') || path.includes('tove'))).toEqual([]);
    const { text } = pageOf(archive, personPath('pool', 'otto'));
    expect(text).not.toMatch(/Hours present|Seen |nobody was logging/);
    open.close();
  });

  it('nothing that is kept between builds goes on to tell it', async () => {
    const open = bench({ 'archive.yaml': SETTINGS, 'logs/pool.txt': scrollback(LOG) });
    const stays = (): readonly string[] =>
      [...treeOf(open.cache)].flatMap(([path, bytes]) => (bytes.includes('"end":"quit"') ? [path] : []));
    await open.make();
    expect(stays()).not.toEqual([]);
    open.write({ 'archive.yaml': SETTINGS.replace('{ name', '{ presence: none, name') });
    await open.make();
    expect(stays()).toEqual([]);
    open.close();
  });

  it('who asked is nowhere, also as the owner of the log; a pseudonym is everywhere', async () => {
    const open = bench({
      'archive.yaml': `${SETTINGS}privacy: { people: [{ nicks: [anni] }, { nicks: [otto, otto_], as: somebody }] }\n`,
      'logs/pool.txt': scrollback(LOG),
    });
    await open.make();
    const archive = archiveOf(open);
    const { people, gaps } = presenceOf(archive);
    expect(people!.map(({ name }) => name).sort()).toEqual(['pumpbot', 'somebody', 'tove']);
    expect(gaps).toHaveLength(2);
    const pages = [...pagesIn(archive).values()].join('\n');
    expect(pages).toContain('somebody');
    expect(pages).not.toMatch(/\banni\b|\botto_?\b/);
    open.close();
  });

  it('a word that is replaced is so in the nick of a log’s owner, too, whom no line names', async () => {
    const open = bench({
      'archive.yaml': `${SETTINGS}privacy: { redact: [{ match: 'nn[a-z]' }] }\n`,
      'logs/pool.txt': `${line(1_380_742_174, 'otto', 'hello')}\n${line(1_380_745_174, 'otto', 'nobody here')}\n`,
    });
    await open.make();
    expect(presenceOf(archiveOf(open)).people!.map(({ name }) => name)).toEqual(['otto', 'a…']);
    open.close();
  });
});
