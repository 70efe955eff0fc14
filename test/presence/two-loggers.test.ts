// Owners of logs: each is told once, though his log's clock is not the reference's, or he came back under another nick.
import { describe, expect, it } from 'vitest';
import { tellingOf } from '../../src/pipeline/day-sources.ts';
import { made } from '../build/archive.ts';
import { entriesOf, shown } from './history.ts';

const SETTINGS = 'zone: UTC\nchannels: [{ name: "#room" }]\n';
const SIX = Date.UTC(2019, 2, 1, 6) / 1000;

const ZNC = `[06:00:00] *** Joins: zed (z@host.example)
[06:00:05] *** Joins: bob (b@host.example)
[06:10:00] <bob> good morning everybody
[12:30:45] *** Joins: ed (e@host.example)
[12:31:10] <ed> hello there folks
[12:32:10] <bob> hello ed, how are you
[12:33:20] *** ed is now known as eddy
[12:34:30] <eddy> fine thanks
[12:36:00] <bob> the quick brown fox
`;
const IRSSI = `--- Log opened Fri Mar 01 12:30:45 2019
12:30 -!- ed [e@host.example] has joined #room
12:30 -!- Irssi: #room: Total of 3 nicks [0 ops, 0 halfops, 0 voices, 3 normal]
12:31 < ed> hello there folks
12:32 < bob> hello ed, how are you
12:33 -!- You're now known as eddy
12:34 < eddy> fine thanks
12:36 < bob> the quick brown fox
`;
const WEECHAT = [
  '12:30:44\t-->\ted (e@host.example) has joined #room',
  '12:30:44\t--\tChannel #room: 3 nicks (0 ops, 0 halfops, 0 voices, 3 normals)',
  '12:31:10\ted\thello there folks',
  '12:32:10\tbob\thello ed, how are you',
  '12:33:19\t--\tYou are now known as eddy',
  '12:34:30\teddy\tfine thanks',
  '12:36:00\tbob\tthe quick brown fox',
]
  .map((line) => `2019-03-01 ${line}\n`)
  .join('');

describe('The owner of a second log', () => {
  it.each([
    ['tells minutes', { 'logs/irssi/#room.log': IRSSI }],
    ['is a second behind', { 'logs/irc.net.#room.weechatlog': WEECHAT }],
  ])('is here from the join on, where it %s', async (_, log) => {
    const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/znc/#room/2019-03-01.log': ZNC, ...log });
    const stays = days['room/2019-03-01']!.stays.filter(({ nick }) => nick.startsWith('ed'));
    expect(stays.map((stay) => shown({ ...stay, from: stay.from - SIX, to: stay.to - SIX }))).toEqual([
      'ed 23445-23600 join nick',
      'eddy 23600-23760 nick open',
    ]);
  });
});

it('An owner is whom irssi counts the nicks for, though it tells the topic first', async () => {
  const topic =
    '12:30 -!- Topic for #room: the pump\n12:30 -!- Topic set by bob [b@host.example] [Fri Mar  1 10:00:00 2019]\n';
  const { days } = await made({
    'archive.yaml': SETTINGS,
    'logs/irssi/#room.log': IRSSI.replace('12:30 -!- Irssi', `${topic}12:30 -!- Irssi`),
  });
  expect(days['room/2019-03-01']!.entries.find(({ kind }) => kind === 'nick')?.nick).toBe('ed');
});

it('An owner who came back under another nick is told to be renamed from that, time and again', async () => {
  const log = [0, 1, 2].flatMap((hour) =>
    [
      ...['10:30 -!- ed [e@host.example] has joined #room', '11:00 < bob> good morning everybody'],
      '--- Log closed Fri Mar 01 0H:12:00 2019',
      '--- Log opened Fri Mar 01 0H:13:00 2019',
      ...['13:00 -!- ed_ [e@host.example] has joined #room', "14:00 -!- You're now known as ed"],
      ...['15:00 < bob> welcome back', '--- Log closed Fri Mar 01 0H:20:00 2019'],
    ].map((line) => line.replace('0H', `0${6 + hour}`).replace(/^\d\d(?=:\d\d )/, `0${6 + hour}:$&`)),
  );
  const opened = log.flatMap((line) =>
    /^0\d:10/.test(line) ? [`--- Log opened Fri Mar 01 ${line.slice(0, 8)} 2019`, line] : [line],
  );
  const { days } = await made({
    'archive.yaml': SETTINGS,
    'logs/irssi/#room.log': opened.map((line) => `${line}\n`).join(''),
  });
  const renames = days['room/2019-03-01']!.entries.filter(({ kind }) => kind === 'nick');
  expect(renames.map((one) => [one.nick, 'to' in one && one.to])).toEqual(Array(3).fill(['ed_', 'ed']));
});

it('An owner who came back under another nick gives that up where the log says You', async () => {
  const log = [
    '06:00:00\t-->\ted (e@host.example) has joined #room',
    '06:00:00\t--\tChannel #room: 2 nicks (0 ops, 0 halfops, 0 voices, 2 normals)',
    '06:01:00\tbob\tgood morning everybody',
    '06:10:00\t--\tirc: disconnected from server',
    '06:10:30\t-->\ted_ (e@host.example) has joined #room',
    '06:10:30\t--\tChannel #room: 3 nicks (0 ops, 0 halfops, 0 voices, 3 normals)',
    '06:12:00\t<--\ted (e@host.example) has quit (Ping timeout: 240 seconds)',
    '06:13:00\t--\tYou are now known as ed',
    '06:20:00\tbob\twelcome back',
    '06:30:00\t-->\teve (v@host.example) has joined #room',
    '06:30:00\t--\tChannel #room: 2 nicks (0 ops, 0 halfops, 0 voices, 2 normals)',
    '06:31:00\tbob\tthe quick brown fox',
    // Its client was lost without a word, and is back.
    '06:40:00\t-->\ted_ (e@host.example) has joined #room',
    '06:40:00\t--\tChannel #room: 3 nicks (0 ops, 0 halfops, 0 voices, 3 normals)',
    '06:41:00\t--\tYou are now known as ed',
    '06:42:00\tbob\tthe lazy dog',
  ].map((line) => `2019-03-01 ${line}\n`);
  const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/irc.net.#room.weechatlog': log.join('') });
  const { stays, gaps } = days['room/2019-03-01']!;
  const own = stays.filter(({ nick }) => nick !== 'bob');
  expect(own.map((stay) => shown({ ...stay, from: stay.from - SIX, to: stay.to - SIX }).replace(/@\d+/, ''))).toEqual([
    'ed 0-600 join gap',
    // what was left of the earlier connection
    'ed 630-720 seen quit',
    'ed_ 630-780 join nick',
    'ed 780-1200 nick gap',
    'eve 1800-1860 join gap',
    'ed_ 2400-2460 join nick',
    'ed 2460-2520 nick open',
  ]);
  expect(gaps.map(({ from, to }) => [from - SIX, to - SIX]).slice(1, -1)).toEqual([
    [600, 630],
    [1200, 1800],
    [1860, 2400],
  ]);
});

it('Who comes where only one log tells of it is told by that one, whoever before him is left out', () => {
  const all = entriesOf('0 mal joins', '5 ada joins', '10 <bob> hi', '15 <bob> hi again', '20 cid joins');
  const source = { lines: 1, doubles: 0 };
  const sources = [
    { ...source, loggers: [0, 1] },
    { ...source, loggers: [1] },
    { ...source, loggers: [0, 1] },
    { ...source, loggers: [1], replay: true as const },
    { ...source, loggers: [0, 1] },
  ];
  const shownOf = all.slice(1);
  const ids = shownOf.map(({ id }) => id);
  expect(tellingOf(shownOf, ids, all, sources, 2).map(({ at, by }) => [at, by])).toEqual([
    [5, [1]],
    [10, undefined],
    [20, undefined],
  ]);
});
