// Whose acts they are that a scrollback tells of "You": what the lines show at that moment, or nothing.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/events.ts';
import { made } from '../build/archive.ts';
import { addressesOf } from './overlap.ts';

const SETTINGS = 'zone: UTC\nchannels: [{ name: "#room" }]\n';
const START = Date.UTC(2019, 2, 1, 16, 47, 2) / 1000;

type Line = readonly [second: number, text: string];

const NOW = '\x0319*\x0f\tNow talking on \x0322#room\x0f';
const become = (nick: string): string => `\x0320*\x0f\tYou are now known as \x0318${nick}\x0f`;
const own = (nick: string, text: string): string => `\x0320\x08<\x08${nick}\x08>\x08\x0f\x0330\t${text}\x0f`;
const says = (nick: string, text: string): string => `\x0318\x08<\x08\x0320${nick}\x0318\x08>\x08\x0f\t${text}`;

const scrollback = (lines: readonly Line[]): Record<string, string> => ({
  'logs/scrollback/net/#room.txt': lines.map(([second, text]) => `T ${START + second} ${text}\n`).join(''),
});
const four = (from: number, nick: string): readonly Line[] =>
  Array.from({ length: 4 }, (_, index): Line => [from + index * 10, own(nick, `sentence ${index}`)]);

const moves = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) => {
    const { at, kind, nick = '?' } = entry;
    if (kind === 'nick') return [`${at - START} ${nick} becomes ${entry.to}`];
    return kind === 'join' || kind === 'quit' ? [`${at - START} ${kind} ${nick}`] : [];
  });

describe('Before the first line that shows it, the owner of a scrollback', () => {
  it('has the nick of that line, not the one that most of his lines have', async () => {
    const log = scrollback([
      [0, NOW],
      [60, own('ann', 'hello all')],
      [70, says('bob', 'hi ann')],
      [100, become('ann|away')],
      ...four(200, 'ann|away'),
    ]);
    const { days } = await made({ 'archive.yaml': SETTINGS, ...log });
    expect(moves(days['room/2019-03-01']!.entries)).toEqual(['0 join ann', '100 ann becomes ann|away']);
    const stays = days['room/2019-03-01']!.stays.map(({ nick, from, start }) => `${nick} ${from - START} ${start}`);
    expect(stays).toEqual(['ann 0 join', 'bob 0 seen', 'ann|away 100 nick']);
  });

  const renamed: readonly Line[] = [[0, NOW], [10, become('ann')], [70, says('bob', 'hi ann')], ...four(200, 'ann')];

  it('has none where that line tells what he becomes', async () => {
    const { days } = await made({ 'archive.yaml': SETTINGS, ...scrollback(renamed) });
    expect(moves(days['room/2019-03-01']!.entries)).toEqual(['0 join ?', '10 ? becomes ann']);
  });

  it('has the one that another log tells, and each act stands once with the addresses of both', async () => {
    const znc = {
      'logs/znc/net/#room/2019-03-01.log': `[16:40:00] *** Joins: zed (z@host.example)
[16:47:02] *** Joins: ann_ (a@host.example)
[16:47:12] *** ann_ is now known as ann
[16:48:12] <bob> hi ann
${[22, 32, 42, 52].map((second, index) => `[16:50:${second}] <ann> sentence ${index}\n`).join('')}`,
    };
    const log = scrollback(renamed);
    const both = await made({ 'archive.yaml': SETTINGS, ...znc, ...log });
    expect(moves(both.days['room/2019-03-01']!.entries)).toEqual([
      '-422 join zed',
      '0 join ann_',
      '10 ann_ becomes ann',
    ]);
    const alone = await made({ 'archive.yaml': SETTINGS, ...log });
    expect(addressesOf(both)).toEqual(expect.arrayContaining([...addressesOf(alone)]));
  });
});

describe('Since he came back, the owner of a scrollback', () => {
  const before: readonly Line[] = [
    [0, NOW],
    [20, own('ann', 'hello')],
    [70, says('bob', 'hi ann')],
    [100, '\x0320*\x0f\tDisconnected (\x0320Connection reset by peer\x0f)'],
    [130, NOW],
  ];

  it.each([
    [
      'has no nick that is known where he becomes what he was',
      [
        [180, '\x0324*\tann has quit (Ping timeout: 240 seconds)'],
        [190, become('ann')],
      ],
      ['0 join ann', '130 join ?', '180 quit ann', '190 ? becomes ann'],
    ],
    ['has the nick that he speaks with', [[180, own('ann_', 'back')]], ['0 join ann', '130 join ann_']],
    ['has the nick that he had', [[190, become('anna')]], ['0 join ann', '130 join ann', '190 ann becomes anna']],
  ] as const)('%s', async (_, more, expected) => {
    const { days } = await made({ 'archive.yaml': SETTINGS, ...scrollback([...before, ...more]) });
    expect(moves(days['room/2019-03-01']!.entries)).toEqual(expected);
  });
});

describe('The owner of a log that counts the nicks when he has joined', () => {
  it('is known before the first line that tells what he becomes', async () => {
    const log = [
      '12:30:44\t-->\ted (e@host.example) has joined #room',
      '12:30:44\t--\tChannel #room: 3 nicks (0 ops, 0 halfops, 0 voices, 3 normals)',
      '12:33:19\t--\tYou are now known as eddy',
      '12:34:30\teddy\tfine thanks',
    ].map((text) => `2019-03-01 ${text}\n`);
    const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/irc.net.#room.weechatlog': log.join('') });
    expect(moves(days['room/2019-03-01']!.entries).at(-1)).toMatch(/ ed becomes eddy$/);
  });
});

describe('The owner of a log that has a file a day', () => {
  it('has no nick on the days before the one on which he becomes another', async () => {
    const { days } = await made({
      'archive.yaml': SETTINGS,
      'logs/net/2019-03-01/#room.log': `**** BEGIN LOGGING AT Fri Mar  1 08:00:00 2019

Mar 01 08:00:00 *\tNow talking on #room
Mar 01 08:10:00 <bob>\tgood morning
`,
      'logs/net/2019-03-02/#room.log': `Mar 02 09:00:00 <bob>\thi ann
Mar 02 09:10:00 *\tYou are now known as ann|away
`,
    });
    expect(moves(days['room/2019-03-01']!.entries).map((move) => move.replace(/^\S+ /u, ''))).toEqual(['join ?']);
  });
});

describe('The owner of a log that tells of him like of everybody', () => {
  const morning = `[08:00:00] *** Joins: ann (a@host.example)
[08:00:00] *** Server sets mode: +nt
[08:10:00] <bob> good morning
[20:00:00] *** ann is now known as quokka
[20:10:00] <quokka> new name for me
[21:00:00] <bob> nice one
`;
  const next = `[09:05:00] <bob> morning all
[11:00:00] *** Parts: quokka (a@host.example) ()
[12:00:00] *** Joins: quokka (a@host.example)
[12:00:00] *** Server sets mode: +nt
[12:30:00] <bob> welcome back
`;

  it('has one log, though the nick of its next file is nothing like that of the first', async () => {
    const { report, days } = await made({
      'archive.yaml': SETTINGS,
      'logs/znc/net/#room/2019-03-01.log': morning,
      'logs/znc/net/#room/2019-03-02.log': next,
    });
    expect(report.channels.map(({ loggers }) => loggers.length)).toEqual([1]);
    const gaps = Object.values(days).flatMap((day) => day.gaps.map(({ cause }) => cause));
    expect(gaps).toEqual(['before-log', 'left', 'after-log']);
  });
});

describe('The owner whose later nick is all that a log begins to tell', () => {
  it('is not claimed under it from the log’s beginning on', async () => {
    const { days } = await made({
      'archive.yaml': SETTINGS,
      'logs/irc.net.#room.2019-03.weechatlog':
        '2019-03-01 08:00:00\t-->\tann (a@host.example) has joined #room\n' +
        '2019-03-01 09:00:00\t--\tYou are now known as quokka\n',
      'logs/irc.net.#room.2019-04.weechatlog': '2019-04-01 08:00:00\tquokka\thello\n',
    });
    expect(days['room/2019-03-01']!.stays.map(({ nick, start }) => `${nick} ${start}`)).toEqual([
      'ann join',
      'quokka nick',
    ]);
  });
});

describe('Two owners whose clients come back to a server in one minute', () => {
  it('are who another log names there, each once', async () => {
    const heard = [says('zed', 'here we are again'), says('zed', 'the server has a new disk')];
    const scrollbackOfAnn = scrollback([
      [3, NOW],
      [70, heard[0]!],
      [130, heard[1]!],
    ]);
    const mircOfBen = `Session Start: Fri Mar 01 16:47:00 2019
Session Ident: #room
[16:47] * Now talking in #room
[16:47] * ann (a@host.example) has joined #room
[16:48] <zed> here we are again
[16:49] <zed> the server has a new disk
`;
    const znc = `[16:40:00] *** Joins: zed (z@host.example)
[16:47:02] *** Joins: ben (b@host.example)
[16:47:05] *** Joins: ann (a@host.example)
[16:48:12] <zed> here we are again
[16:49:12] <zed> the server has a new disk
`;
    const { days } = await made({
      'archive.yaml': SETTINGS,
      ...scrollbackOfAnn,
      'logs/mirc/#room.log': mircOfBen,
      'logs/znc/net/#room/2019-03-01.log': znc,
    });
    expect(moves(days['room/2019-03-01']!.entries)).toEqual(['-422 join zed', '0 join ben', '3 join ann']);
  });
});

describe('The owner of an irssi log', () => {
  const LINES = [
    '--- Log opened Fri Mar 01 16:40:00 2019',
    '16:40 -!- ann [a@host.example] has joined #room',
    '16:40 -!- Irssi: #room: Total of 2 nicks [1 ops, 0 halfops, 0 voices, 1 normal]',
    '16:41 <@bob> hello ann',
    '16:42 [notice(#room)] tea is ready',
  ];
  const nickOf = async (lines: readonly string[]): Promise<string | undefined> => {
    const log = { 'logs/irclogs/net/#room.log': `${lines.join('\n')}\n` };
    const { days } = await made({ 'archive.yaml': SETTINGS, ...log });
    return days['room/2019-03-01']!.entries.find(({ kind }) => kind === 'notice')?.nick;
  };

  it('is who joins before irssi counts the nicks', async () => {
    expect(await nickOf(LINES)).toBe('ann');
  });

  it('is so where irssi lists them between, and where blank lines and blanks lie there', async () => {
    const names = ['16:40 [Users #room]', '16:40 [@bob] [ ann] '];
    expect(await nickOf([...LINES.slice(0, 2), ...names, ...LINES.slice(2)])).toBe('ann');
    expect(await nickOf(LINES.flatMap((line) => [`${line}  `, '']))).toBe('ann');
  });
});

describe('An irssi log of minutes that lost its connection and joined again within one', () => {
  it('was blind at that moment, and not since the line before', async () => {
    const log = [
      '--- Log opened Fri Mar 01 16:40:00 2019',
      '16:40 -!- ann [a@host.example] has joined #room',
      '16:40 -!- Irssi: #room: Total of 2 nicks [1 ops, 0 halfops, 0 voices, 1 normal]',
      '16:41 < bob> hello ann',
      '--- Log closed Fri Mar 01 17:20:35 2019',
      '--- Log opened Fri Mar 01 17:20:50 2019',
      '17:20 -!- ann [a@host.example] has joined #room',
      '17:30 < bob> hello again',
    ];
    const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/irclogs/net/#room.log': `${log.join('\n')}\n` });
    const start = Date.UTC(2019, 2, 1, 16, 40) / 1000;
    expect(days['room/2019-03-01']!.gaps).toHaveLength(2);
    expect(days['room/2019-03-01']!.stays.map(({ nick, from, to }) => [nick, from - start, to - start])).toEqual([
      ['ann', 0, 2400],
      ['bob', 0, 2400],
      ['ann', 2400, 3000],
      ['bob', 2400, 3000],
    ]);
  });
});

describe('A log that was cut in two, or turned over', () => {
  const LINES: readonly Line[] = [
    [0, NOW],
    [10, says('bob', 'hello')],
    [20, own('ann', 'hello all')],
    [30, '\x0319*\x0f\tYou have left channel \x0322#room\x0f'],
    [60, NOW],
    [70, says('bob', 'again')],
    [80, become('ann_')],
    [90, NOW],
    [100, says('bob', 'well')],
  ];
  const file = (lines: readonly Line[]): string =>
    lines.map(([second, text]) => `T ${START + second} ${text}\n`).join('');
  const inTwo = async (to: number, from: number): Promise<Readonly<Record<string, string>>> =>
    (
      await made({
        'archive.yaml': SETTINGS,
        'logs/scrollback/net/#room.txt.1': file(LINES.slice(0, to)),
        'logs/scrollback/net/#room.txt': file(LINES.slice(from)),
      })
    ).bytes;

  it('tells the same of its owner, wherever it was cut, and where the parts overlap', async () => {
    const whole = (await made({ 'archive.yaml': SETTINGS, ...scrollback(LINES) })).bytes['room/2019-03-01'];
    expect(whole).toContain('"nick":"ann_"');
    for (let cut = 1; cut < LINES.length; cut++)
      expect([cut, (await inTwo(cut, cut))['room/2019-03-01']]).toEqual([cut, whole]);
    for (let cut = 1; cut < LINES.length - 3; cut++)
      expect([cut, (await inTwo(cut + 3, cut))['room/2019-03-01']]).toEqual([cut, whole]);
  });
});

describe('The owner of a Limnoria log', () => {
  const notices = async (lines: readonly string[]): Promise<readonly (string | undefined)[]> => {
    const log = { 'logs/ChannelLogger/net/#room/#room.log': lines.map((line) => `2019-03-01T${line}\n`).join('') };
    const { days } = await made({ 'archive.yaml': SETTINGS, ...log });
    return days['room/2019-03-01']!.entries.filter(({ kind }) => kind === 'notice').map(({ nick }) => nick);
  };
  const COMER = ['16:41:00  *** bob <bob!b@host.example> has joined #room', '16:42:00  -- tea is ready'];

  it('is the bot, whose join begins it', async () => {
    const own = '16:40:00  *** logbot <logbot!l@host.example> has joined #room';
    expect(await notices([own, ...COMER])).toEqual(['logbot']);
  });

  it('is nobody who quits: the log was cut before his join', async () => {
    expect(await notices([...COMER, '16:43:00  *** bob <bob!b@host.example> has quit IRC (bye)'])).toEqual([undefined]);
  });
});
