// A client behind a bouncer hears again what was said while it was away.
import { describe, expect, it } from 'vitest';
import { lineSums, toldOf } from '../../src/commands/told.ts';
import type { Entry } from '../../src/events.ts';
import { line, made } from '../build/archive.ts';
import { addressesOf } from './overlap.ts';

const SETTINGS = 'zone: UTC\nchannels: [{ name: "#loom" }]\n';
const NOON = Date.UTC(2013, 9, 2, 12) / 1000;
const clock = (at: number): string => new Date(at * 1000).toISOString().slice(11, 19);

type Said = readonly [at: number, nick: string, text: string];

const TALK: readonly Said[] = [
  ...Array.from({ length: 12 }, (_, index): Said => [NOON + index * 60, 'ada', `before lunch, sentence ${index}`]),
  [NOON + 3600, 'bob', 'k'],
  [NOON + 3700, 'eve', 'the leak is found, and it was the pump'],
  [NOON + 3760, 'bob', 'k'],
];

const scrollback = (lines: readonly Said[]): string => lines.map((said) => `${line(...said)}\n`).join('');
const znc = (lines: readonly Said[]): Record<string, string> => {
  const files: Record<string, string> = {};
  for (const [at, nick, text] of lines) {
    const path = `logs/znc/#loom/${new Date(at * 1000).toISOString().slice(0, 10)}.log`;
    files[path] = `${files[path] ?? ''}[${clock(at)}] <${nick}> ${text}\n`;
  }
  return files;
};

/** What the bouncer says again at a moment, each line with the time by its clock, which is hours away, or without. */
const playback = (at: number, lines: readonly Said[], stamp: (at: number) => string): readonly Said[] => [
  [at, '***', 'Buffer Playback...'],
  ...lines.map(([said, nick, text]): Said => [at, nick, stamp(said) + text]),
  [at, '***', 'Playback Complete.'],
];
const stamped = (at: number): string => `[${clock(at + 2 * 3600)}] `;
const bare = (): string => '';

const here = TALK.slice(0, 12);
const away = TALK.slice(12);

const said = (days: Readonly<Record<string, { readonly entries: readonly Entry[] }>>): readonly string[] =>
  Object.values(days).flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.kind === 'message' && entry.nick !== '***' ? [`${entry.at} ${entry.nick} ${entry.text}`] : [],
    ),
  );
const ALL = TALK.map(([at, nick, text]) => `${at} ${nick} ${text}`);

describe('What a bouncer repeats', () => {
  it.each([
    ['with its time', NOON + 5000, stamped],
    ['without a time', NOON + 5000, bare],
    ['on the next day, with its time', NOON + 70_000, stamped],
    ['on the next day, without a time', NOON + 70_000, bare],
  ])('%s is not told twice, and its addresses lead to what was said', async (_, at, stamp) => {
    const log = scrollback([...here, ...playback(at, away, stamp), [at + 300, 'ada', 'and so it goes on']]);
    const both = await made({ 'archive.yaml': SETTINGS, ...znc(TALK), 'logs/#loom.txt': log });
    expect(said(both.days)).toEqual([...ALL, `${at + 300} ada and so it goes on`]);
    const { lines, ...parts } = lineSums(both.report.channels.map(toldOf));
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(lines);
    expect(parts.doubles).toBe(here.length + away.length);
    const alone = await made({ 'archive.yaml': SETTINGS, 'logs/#loom.txt': log });
    expect(addressesOf(both)).toEqual(expect.arrayContaining([...addressesOf(alone)]));
  });

  it.each([
    ['with its time', stamped],
    ['without a time', bare],
  ])('%s is what a log of minutes has, and its addresses are on its own day alone', async (_, stamp) => {
    const at = NOON + 70_000;
    const irssi = TALK.map(([said, nick, text]) => `${clock(said).slice(0, 5)} < ${nick}> ${text}\n`).join('');
    const log = scrollback([...here, ...playback(at, away, stamp), [at + 300, 'ada', 'and so it goes on']]);
    const files = { 'archive.yaml': SETTINGS, 'logs/#loom.txt': log };
    const both = await made({ ...files, 'logs/irssi/#loom.log': `--- Log opened Wed Oct 02 12:00:00 2013\n${irssi}` });
    expect(said(both.days).map((one) => one.split(' ').slice(1).join(' '))).toEqual(
      [...TALK, [at, 'ada', 'and so it goes on']].map(([, nick, text]) => `${nick} ${text}`),
    );
    expect(addressesOf(both)).toEqual(expect.arrayContaining([...addressesOf(await made(files))]));
    const first = both.days['loom/2013-10-02']?.entries ?? [];
    expect(first.flatMap(({ aliases = [] }) => aliases.filter((one) => one.startsWith('t07')))).toEqual([]);
  });

  it('in a log of minutes is what was said in that very minute', async () => {
    const at = NOON + 3600;
    const again = playback(at, [[at + 20, 'eve', 'the leak is found']], stamped);
    const lines = [...here, ...again].map(([said, nick, text]) => `${clock(said).slice(0, 5)} < ${nick}> ${text}\n`);
    const { days } = await made({
      'archive.yaml': SETTINGS,
      ...znc([...here, [at + 20, 'eve', 'the leak is found']]),
      'logs/irssi/#loom.log': `--- Log opened Wed Oct 02 12:00:00 2013\n${lines.join('')}`,
    });
    expect(said(days).filter((one) => one.includes('leak'))).toEqual([`${at + 20} eve the leak is found`]);
  });

  it('is not told twice where the history’s clock is off, though who says little says it again', async () => {
    const late = 82;
    const more = [
      ...away,
      [NOON + 3900, 'ada', 'so the pump it was'],
      [NOON + 3960, 'bob', 'k'],
      [NOON + 3990, 'eve', 'who mends it?'],
    ] as readonly Said[];
    const first = [...here, ...more].map(([at, nick, text]): Said => [at + late, nick, text]);
    const log = scrollback([...here, ...playback(NOON + 5000, more, stamped)]);
    const { days } = await made({
      'archive.yaml': SETTINGS,
      ...znc([[NOON - 9, 'eve', 'hi'], ...first]),
      'logs/#loom.txt': log,
    });
    expect(said(days).slice(1)).toEqual(first.map(([at, nick, text]) => `${at} ${nick} ${text}`));
    const ks = days['loom/2013-10-02']?.entries.filter((entry) => entry.kind === 'message' && entry.text === 'k') ?? [];
    expect(ks.map(({ aliases = [] }) => aliases.length)).toEqual([1, 1, 1]);
  });

  it('is not told twice by two bouncers whose clocks differ', async () => {
    const missed = Array.from({ length: 6 }, (_, at): Said => [NOON + 3800 + at * 60, 'eve', `the pump, part ${at}`]);
    const all = [...TALK, ...missed];
    const ahead = (at: number): string => `[${clock(at + 47)}] `;
    const weechat = [...here, ...playback(NOON + 5000, all.slice(12, 17), ahead)].map(
      ([at, nick, text]) => `2013-10-02 ${clock(at)}\t${nick}\t${text}\n`,
    );
    const { days } = await made({
      'archive.yaml': SETTINGS,
      ...znc(all),
      'logs/#loom.txt': scrollback([...here, ...playback(NOON + 6000, all.slice(12), stamped)]),
      'logs/irc.seanet.#loom.weechatlog': weechat.join(''),
    });
    expect(said(days)).toEqual(all.map(([at, nick, text]) => `${at} ${nick} ${text}`));
  });

  it('is not told twice by a client that heard it before', async () => {
    const log = scrollback([...TALK, ...playback(NOON + 5000, away, stamped)]);
    const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/#loom.txt': log });
    expect(said(days)).toEqual(ALL);
  });

  it('stays where nothing has what it repeats', async () => {
    const log = scrollback([...here, ...playback(NOON + 5000, away, stamped)]);
    const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/#loom.txt': log });
    expect(said(days).slice(12)).toEqual(
      away.map(([at, nick, text]) => `${NOON + 5000} ${nick} ${stamped(at)}${text}`),
    );
  });
});

describe('Presence', () => {
  it('is told neither of the bouncer nor of those whose words came again to somebody who had been away', async () => {
    const away: readonly Said[] = [
      [NOON + 3600, 'bob', 'the pump is broken again'],
      [NOON + 3700, '*buffextras', 'bob!b@loom.example quit: bye'],
    ];
    const log = [
      `T ${NOON} Now talking on #loom`,
      ...scrollback([[NOON + 50, 'ada', 'hello folks']]).split('\n', 1),
      `T ${NOON + 900} Disconnected (Connection reset by peer)`,
      `T ${NOON + 9000} Now talking on #loom`,
      scrollback([...playback(NOON + 9000, away, stamped), [NOON + 9100, 'ada', 'hello again']]),
    ].join('\n');
    const { days } = await made({
      'archive.yaml': SETTINGS,
      'logs/#loom.txt': log.replace(/^(T \d+) (?=Now|Disc)/gm, '$1 *\t'),
    });
    const [day] = Object.values(days);
    expect(new Set(day?.stays.map(({ nick }) => nick))).toEqual(new Set(['ada']));
    expect(day?.gaps.map(({ cause }) => cause)).toContain('disconnected');
    expect(day?.people.map(({ name }) => name).filter((name) => name.startsWith('*'))).toEqual([]);
    expect(said(days)).toHaveLength(4);
  });

  it('shows nobody there, also where its lines get addresses anew', async () => {
    const log = [
      ...here.map((one) => line(...one)),
      `T ${NOON + 800} <10-11-\tbob has quit 14(bye14)`,
      ...playback(NOON + 3600, [[NOON + 3000, 'bob', 'my number is 555-1234']], bare).map((one) => line(...one)),
      line(NOON + 3700, 'ada', 'there I am again'),
      '',
    ].join('\n');
    const privacy = "privacy: { forgetAddresses: true, redact: [{ match: '555-1234' }] }\n";
    const { days } = await made({ 'archive.yaml': `${SETTINGS}${privacy}`, 'logs/#loom.txt': log });
    const [day] = Object.values(days);
    expect(said(days)).toContain(`${NOON + 3600} bob my number is …`);
    expect(day?.stays.map(({ nick, to }) => [nick, to])).toEqual([
      ['ada', NOON + 3700],
      ['bob', NOON + 800],
    ]);
  });
});

describe('What looks like it', () => {
  it('is what somebody says: a time before the words, or old words said again', async () => {
    const again: readonly Said[] = [
      [NOON + 5000, 'eve', `${stamped(NOON + 3700)}the leak is found, and it was the pump`],
      [NOON + 5001, 'bob', 'k'],
    ];
    const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/#loom.txt': scrollback([...TALK, ...again]) });
    expect(said(days)).toHaveLength(TALK.length + 2);
  });

  it('is what is said after it, where the bouncer never came to an end', async () => {
    const lines: readonly Said[] = [
      ...TALK,
      ...playback(NOON + 5000, away, stamped).slice(0, -1),
      [NOON + 5100, 'bob', 'k'],
    ];
    const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/#loom.txt': scrollback(lines) });
    expect(said(days)).toEqual([...ALL, `${NOON + 5100} bob k`]);
  });

  it('has its own time: the same words at another', async () => {
    const lines: readonly Said[] = [
      ...TALK,
      ...playback(NOON + 5000, [[NOON + 4000, 'eve', TALK[13]?.[2] ?? '']], stamped),
    ];
    const { days } = await made({ 'archive.yaml': SETTINGS, 'logs/#loom.txt': scrollback(lines) });
    expect(said(days)).toHaveLength(TALK.length + 1);
  });
});
