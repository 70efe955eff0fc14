// Owners of logs whose clocks are not the reference's: each is told once, by the entries of all.
import { describe, expect, it } from 'vitest';
import { made } from '../build/archive.ts';
import { shown } from './history.ts';

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
