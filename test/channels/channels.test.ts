import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planChannels } from '../../src/channels.ts';
import type { ExaminedFile } from '../../src/channels/plan.ts';
import { settledByNeighbours } from '../../src/channels/neighbours.ts';
import { entriesFor } from '../../src/find-logs.ts';
import type { FileFacts } from '../../src/format.ts';
import { Mistake } from '../../src/mistake.ts';
import type { Recognition } from '../../src/recognise.ts';
import { readSettings, type ChannelSettings, type Settings } from '../../src/settings.ts';
import { isServerWindow, windowName } from '../../src/channels/window-name.ts';

const empty = mkdtempSync(join(tmpdir(), 'daybook-channels-'));
const DEFAULTS = readSettings(empty, []);
rmSync(empty, { recursive: true });

function settingsWith(...channels: readonly (Partial<ChannelSettings> & { readonly name: string })[]): Settings {
  const all = channels.map((channel): ChannelSettings => {
    return { names: [], networks: [], formerSlugs: [], presence: 'show', ...channel };
  });
  return { ...DEFAULTS, channels: all };
}

const log = (facts: FileFacts = {}): Recognition => {
  return { is: 'log', format: 'irssi', facts, near: [] };
};

type Files = readonly (readonly [path: string, recognition: Recognition])[];

const planOf = (settings: Settings, files: Files) => {
  const entries = entriesFor(settings);
  const examined = files.map(([path, recognition]): ExaminedFile => ({ path, recognition, entries: entries(path) }));
  return planChannels(settings, settledByNeighbours(examined));
};

/** Slug, name and files of each channel. */
const shares = (settings: Settings, files: Files) =>
  planOf(settings, files).channels.map(({ slug, name, files: own }) => [slug, name, own.map(({ path }) => path)]);

function mistakeOf(settings: Settings, files: Files): string {
  try {
    planOf(settings, files);
  } catch (error) {
    if (error instanceof Mistake) return error.message;
    throw error;
  }
  return '';
}

describe('channels that are not listed', () => {
  test('are those whose name begins as one; the rest is private', () => {
    const plan = planOf(DEFAULTS, [
      ['logs/net/#limpet.log', log({ channel: '#Limpet', network: 'saltnet' })],
      ['logs/net/&local.log', log({ channel: '&local' })],
      ['logs/net/wren.log', log()],
      ['logs/irc.saltnet.dov.weechatlog', log({ channel: 'dov', network: 'saltnet' })],
      ['logs/znc/dov/2013-10-02.log', log()],
      ['logs/saltnet/saltnet.log', { is: 'unread', sentence: 'what?', lines: [], candidates: [] }],
      ['logs/Console/2012-01-05_SaltNet.txt', { is: 'unread', sentence: 'what?', lines: [], candidates: [] }],
    ]);
    expect(plan.channels.map(({ slug, name, network }) => [slug, name, network])).toEqual([
      ['-local', '&local', undefined],
      ['limpet', '#Limpet', 'saltnet'],
    ]);
    expect(plan.private.map(({ name }) => name)).toEqual(['wren', 'dov', 'dov', 'saltnet', 'SaltNet']);
    expect(plan.undecided).toEqual([]);
  });

  test.each(['status', 'status.saltnet', 'Status Window', '(snotices)', 'highlights'])(
    'are not what the window %s tells of one',
    (name) => {
      const plan = planOf(DEFAULTS, [[`logs/mirc/${name}.log`, log({ channel: '#limpet' })]]);
      expect(plan.channels).toEqual([]);
      expect(plan.private.map((one) => one.name)).toEqual([name]);
    },
  );

  test('are those whose bot logs them under the name of such a window', () => {
    expect(shares(DEFAULTS, [['logs/status.log', log({ channel: '#Status' })]])).toEqual([
      ['status', '#Status', ['logs/status.log']],
    ]);
  });

  test('are one by RFC 1459, spelt as a person would', () => {
    const files: Files = [
      ['logs/a/#limpet[].log', log({ channel: '#limpet{}', network: 'SaltNet' })],
      ['logs/b/#Limpet[].log', log({ channel: '#Limpet[]', network: 'saltnet' })],
      ['logs/c.log', log({ channel: '#limpet{}' })],
    ];
    expect(shares(DEFAULTS, files)).toEqual([
      ['limpet--', '#Limpet[]', ['logs/a/#limpet[].log', 'logs/b/#Limpet[].log', 'logs/c.log']],
    ]);
    expect(planOf(DEFAULTS, files).channels[0]?.network).toBe('SaltNet');
  });

  test('are one however their accents are written, as some systems take those of file names apart', () => {
    const files: Files = [
      ['logs/#cafe\u0301.log', log()],
      ['logs/old/#caf\u00e9.log', log()],
    ];
    const together = [['caf\u00e9', '#caf\u00e9', files.map(([path]) => path)]];
    expect(shares(DEFAULTS, files)).toEqual(together);
    expect(shares(settingsWith({ name: '#cafe\u0301' }), files).map(([slug, , paths]) => [slug, paths])).toEqual([
      ['caf\u00e9', files.map(([path]) => path)],
    ]);
  });

  test('of one slug are a mistake, with the YAML that settles it either way', () => {
    const sentence = mistakeOf(DEFAULTS, [
      ['logs/a.log', log({ channel: '#limpet', network: 'saltnet' })],
      ['logs/b.log', log({ channel: '#limpet', network: 'tidenet' })],
    ]);
    expect(sentence.split('\n')).toEqual([
      'Two channels would be "limpet" in the site: #limpet on saltnet and #limpet on tidenet; put into archive.yaml:',
      'channels:',
      '  - name: "#limpet"',
      '    networks: ["saltnet"]',
      '    slug: "limpet"',
      '  - name: "#limpet"',
      '    networks: ["tidenet"]',
      '    slug: "limpet-2"',
      'If they are one channel:',
      'channels:',
      '  - name: "#limpet"',
      '    networks: ["saltnet","tidenet"]',
    ]);
    expect(mistakeOf(DEFAULTS, [['logs/a.log', log({ channel: '#search' })]])).toMatch(
      /#search would be "search" in the site, which is a page of the site itself; put into archive.yaml:\nchannels:\n/,
    );
    expect(mistakeOf(DEFAULTS, [['logs/a.log', log({ channel: '#' })]])).toMatch(/slug: "channel"$/);
  });

  test('are given slugs that no other channel has', () => {
    const files: Files = ['#a b', '#a%b', '#a-b-2'].map((name) => [`logs/${name}.log`, log({ channel: name })]);
    expect(mistakeOf(DEFAULTS, files)).toMatch(
      / {2}- name: "#a b"\n {4}slug: "a-b"\n {2}- name: "#a%b"\n {4}slug: "a-b-3"$/,
    );
  });

  test('of many slugs are told of at once, with YAML that settles all of it', () => {
    const files: Files = [
      ['logs/1', log({ channel: '#limpet', network: 'saltnet' })],
      ['logs/2', log({ channel: '#limpet', network: 'tidenet' })],
      ['logs/3', log({ channel: '#limpet-2' })],
      ['logs/4', log({ channel: '#whelk', network: 'saltnet' })],
      ['logs/5', log({ channel: '#whelk', network: 'tidenet' })],
      ['logs/6', log({ channel: '#whelk' })],
      ['logs/7', log({ channel: '#search', network: 'saltnet' })],
    ];
    expect(mistakeOf(DEFAULTS, files).split('\n')).toEqual([
      'Two channels would be "limpet" in the site: #limpet on saltnet and #limpet on tidenet.',
      'The channel #search on saltnet would be "search" in the site, which is a page of the site itself.',
      '3 channels would be "whelk" in the site: #whelk on saltnet and #whelk on tidenet and #whelk.',
      'Put into archive.yaml:',
      'channels:',
      ...['  - name: "#limpet"', '    networks: ["saltnet"]', '    slug: "limpet"'],
      ...['  - name: "#limpet"', '    networks: ["tidenet"]', '    slug: "limpet-3"'],
      ...['  - name: "#search"', '    networks: ["saltnet"]', '    slug: "search-channel"'],
      ...['  - name: "#whelk"', '    networks: ["saltnet"]', '    slug: "whelk"'],
      ...['  - name: "#whelk"', '    networks: ["tidenet"]', '    slug: "whelk-2"'],
      ...['  - name: "#whelk"', '    slug: "whelk-3"'],
      'If they are one channel, in the place of theirs:',
      'channels:',
      ...['  - name: "#limpet"', '    networks: ["saltnet","tidenet"]'],
      ...['  - name: "#whelk"', '    networks: ["saltnet","tidenet"]'],
    ]);
  });

  test('are given slugs that are another’s own last', () => {
    const files: Files = ['#a b', '#a%b', '#a-b-2', '#a b-2'].map((name) => [
      `logs/${name}.log`,
      log({ channel: name }),
    ]);
    const slugs = [...mistakeOf(DEFAULTS, files).matchAll(/ {2}- name: (.*)\n {4}slug: (.*)$/gm)];
    expect(slugs.map(([, name, slug]) => [name, slug])).toEqual([
      ['"#a b"', '"a-b"'],
      ['"#a%b"', '"a-b-3"'],
      ['"#a-b-2"', '"a-b-2"'],
      ['"#a b-2"', '"a-b-2-2"'],
    ]);
  });

  test('do not depend on the order of the files', () => {
    const files: Files = [
      ['logs/b.log', log({ channel: '#Limpet' })],
      ['logs/a.log', log({ channel: '#limpet' })],
      ['logs/c.log', log({ channel: '#whelk', network: 'saltnet' })],
    ];
    expect(planOf(DEFAULTS, [...files].reverse())).toEqual(planOf(DEFAULTS, files));
  });
});

describe('channels that are listed', () => {
  test('take every file that names them, also by a former name, on their networks', () => {
    const settings = settingsWith({
      name: '#limpet',
      names: ['#limpet-old'],
      networks: ['saltnet', 'tidenet'],
      slug: 'l',
    });
    const files: Files = [
      ['logs/1', log({ channel: '#LIMPET', network: 'SALTNET' })],
      ['logs/2', log({ channel: '#limpet-old', network: 'tidenet' })],
      ['logs/3', log({ channel: '#limpet' })],
      ['logs/4', log({ channel: '#limpet', network: 'othernet' })],
    ];
    expect(shares(settings, files)).toEqual([
      ['l', '#limpet', ['logs/1', 'logs/2', 'logs/3']],
      ['limpet', '#limpet', ['logs/4']],
    ]);
    expect(planOf(settings, files).channels[0]?.network).toBe('tidenet');
  });

  test('may be a query, by its exact name', () => {
    const files: Files = [
      ['logs/net/wren.log', log()],
      ['logs/net/Wren.log', log()],
    ];
    const plan = planOf(settingsWith({ name: 'wren' }), files);
    expect(plan.channels.map(({ slug, files: own }) => [slug, own.length])).toEqual([['wren', 1]]);
    expect(plan.private).toEqual([{ path: 'logs/net/Wren.log', name: 'Wren' }]);
  });

  test('take the files of their logs whatever these are named, and no others', () => {
    const settings = settingsWith({
      name: '#limpet',
      logs: [{ path: 'logs/dov*.txt', owner: 'dov' }, { path: 'logs/x/**' }],
    });
    const files: Files = [
      ['logs/dov-1.txt', log({ channel: '#other' })],
      ['logs/x/y/z.log', log()],
      ['logs/#limpet.log', log({ channel: '#limpet' })],
    ];
    const plan = planOf(settings, files);
    expect(plan.channels).toHaveLength(1);
    expect(plan.channels[0]?.files).toEqual([
      {
        path: 'logs/dov-1.txt',
        format: 'irssi',
        facts: { channel: '#other' },
        log: { path: 'logs/dov*.txt', owner: 'dov' },
      },
      { path: 'logs/x/y/z.log', format: 'irssi', facts: {}, log: { path: 'logs/x/**' } },
    ]);
    expect(plan.undecided).toEqual([
      {
        path: 'logs/#limpet.log',
        about: 'channel',
        sentence: 'logs/#limpet.log is of #limpet, whose logs in archive.yaml do not name it',
      },
    ]);
  });

  test('of one name on two networks leave a file without a network to the person', () => {
    const settings = settingsWith(
      { name: '#limpet', networks: ['saltnet'] },
      { name: '#limpet', networks: ['tidenet'], slug: 'tide' },
    );
    const plan = planOf(settings, [
      ['logs/1', log({ channel: '#limpet' })],
      ['logs/2', log({ channel: '#limpet', network: 'tidenet' })],
    ]);
    expect(plan.channels.map(({ slug }) => slug)).toEqual(['tide']);
    expect(plan.undecided[0]?.sentence).toMatch(/could be of channels\[0\] or channels\[1\]/);
  });

  test('of one name, one of them without networks, leave that one what is of no other’s', () => {
    const settings = settingsWith(
      { name: '#limpet', networks: ['saltnet'] },
      { name: '#limpet', slug: 'elsewhere' },
      { name: '#limpet', networks: ['tidenet'], slug: 'tide' },
    );
    const files: Files = [
      ['logs/1', log({ channel: '#limpet' })],
      ['logs/2', log({ channel: '#limpet', network: 'tidenet' })],
      ['logs/3', log({ channel: '#limpet', network: 'SaltNet' })],
      ['logs/4', log({ channel: '#limpet', network: 'landnet' })],
    ];
    expect(planOf(settings, files).undecided).toEqual([]);
    expect(shares(settings, files)).toEqual([
      ['elsewhere', '#limpet', ['logs/1', 'logs/4']],
      ['limpet', '#limpet', ['logs/3']],
      ['tide', '#limpet', ['logs/2']],
    ]);
  });

  test('must not share a file', () => {
    const settings = settingsWith({ name: '#a', logs: [{ path: 'logs/*' }] }, { name: '#b', logs: [{ path: '**/1' }] });
    expect(mistakeOf(settings, [['logs/1', log()]])).toBe(
      'archive.yaml: logs/1 belongs to both channels[0] and channels[1] by their logs; a file is of one channel.',
    );
  });

  test('tell which of their globs match nothing', () => {
    const settings = settingsWith({ name: '#a', logs: [{ path: 'logs/*.log' }, { path: 'logs/none/*' }] });
    expect(planOf(settings, [['logs/1.log', log()]]).unmatched).toEqual(['logs/none/*']);
  });

  test('tell which of them no log is of', () => {
    const settings = settingsWith(
      { name: '#a', networks: ['saltnet'] },
      { name: 'b' },
      { name: '#c', logs: [{ path: 'logs/none/*' }] },
      { name: '#d' },
    );
    const files: Files = [
      ['logs/1', log({ channel: '#a', network: 'reefnet' })],
      ['logs/2', log({ channel: '#d' })],
    ];
    const { idle } = planOf(settings, files);
    expect(idle.map(({ name, network }) => [name, network])).toEqual([
      ['#a', 'saltnet'],
      ['b', undefined],
    ]);
  });

  test('have the slug of a former one of another channel at their peril', () => {
    const settings = settingsWith({ name: '#a', formerSlugs: ['b'] });
    const files: Files = [
      ['logs/1', log({ channel: '#a' })],
      ['logs/2', log({ channel: '#b' })],
    ];
    expect(mistakeOf(settings, files).split('\n')).toEqual([
      'Two channels would be "b" in the site: #b and #a; put into archive.yaml:',
      'channels:',
      '  - name: "#b"',
      '    slug: "b-2"',
    ]);
  });
});

describe('a file that two formats read equally well', () => {
  const unsure = (...names: readonly string[]): Recognition => {
    const candidates = names.map((format) => ({
      format,
      score: 1,
      reason: '2 of 2 lines',
      facts: { channel: '#limpet' },
    }));
    return { is: 'unsure', sentence: 'which?', candidates };
  };
  const folder = (path: string, count: number): Files =>
    Array.from({ length: count }, (_, day) => [`${path}/${String(day)}.log`, log({ channel: '#limpet' })]);

  test('is of the format that the files beside it are in', () => {
    const plan = planOf(DEFAULTS, [...folder('logs/a', 3), ['logs/a/x.log', unsure('znc', 'irssi')]]);
    expect(plan.undecided).toEqual([]);
    expect(plan.channels[0]?.files.at(-1)).toMatchObject({ path: 'logs/a/x.log', format: 'irssi' });
  });

  test('is left to the person where too few lie beside it, or none of its formats is theirs', () => {
    const few = planOf(DEFAULTS, [...folder('logs/a', 2), ['logs/a/x.log', unsure('znc', 'irssi')]]);
    const far = planOf(DEFAULTS, [...folder('logs/a', 9), ['logs/b/x.log', unsure('znc', 'irssi')]]);
    const other = planOf(DEFAULTS, [...folder('logs/a', 9), ['logs/a/x.log', unsure('znc', 'mirc')]]);
    for (const { undecided } of [few, far, other]) expect(undecided).toHaveLength(1);
  });

  test('is a query, which nobody is asked of, where none of its formats tells a channel, and it is not listed', () => {
    const candidates = ['znc', 'irssi'].map((format) => ({ format, score: 1, reason: '1 of 1 lines', facts: {} }));
    const files: Files = [['logs/znc/dov/2014-03-01.log', { is: 'unsure', sentence: 'which?', candidates }]];
    const plan = planOf(DEFAULTS, files);
    expect([plan.private.map(({ name }) => name), plan.undecided]).toEqual([['dov'], []]);
    const listed = planOf(readSettings(empty, [], 'channels: [{ name: dov }]'), files);
    expect([listed.private, listed.undecided.length]).toEqual([[], 1]);
  });

  test('is of the format of the day before, where it is of the same window', () => {
    const yesterday: Files = [['logs/a/#limpet/2014-03-01.log', log({ channel: '#limpet' })]];
    const plan = planOf(DEFAULTS, [...yesterday, ['logs/a/#limpet/2014-03-02.log', unsure('znc', 'irssi')]]);
    expect(plan.undecided).toEqual([]);
    expect(plan.channels[0]?.files.at(-1)).toMatchObject({ format: 'irssi' });
    const other = planOf(DEFAULTS, [...yesterday, ['logs/a/#whelk/2014-03-02.log', unsure('znc', 'irssi')]]);
    expect(other.undecided).toHaveLength(1);
  });

  test('is of the format of the logs that lie so in another folder, as those do that it is a copy of', () => {
    const days = (path: string, which: Recognition): Files =>
      ['01', '02', '03'].map((day) => [`${path}/net/#limpet/2014-03-${day}.log`, which]);
    const copies = days('logs/a/backup', unsure('znc', 'irssi'));
    const plan = planOf(DEFAULTS, [...days('logs/a', log({ channel: '#limpet' })), ...copies]);
    expect(plan.undecided).toEqual([]);
    expect(plan.channels[0]?.files.map(({ format }) => format)).toEqual(Array(6).fill('irssi'));
    expect(planOf(DEFAULTS, [...days('logs/a', log()).slice(1), ...copies]).undecided).toHaveLength(3);
  });

  test('is of the format of the other months, where each has a folder', () => {
    const plan = planOf(DEFAULTS, [
      ...['01/30', '01/31', '02/01'].map((day) => [`logs/a/2014/${day}.log`, log({ channel: '#limpet' })] as const),
      ['logs/a/2014/03/02.log', unsure('znc', 'irssi')],
    ]);
    expect(plan.undecided).toEqual([]);
    expect(plan.channels[0]?.files.at(-1)).toMatchObject({ path: 'logs/a/2014/03/02.log', format: 'irssi' });
  });
});

describe('a day whose lines tell no channel', () => {
  const days = (name: (day: string) => string, channel = '#limpet'): Files =>
    ['01', '02', '03'].map((day) => [`logs/${name(day)}`, log({ channel })]);

  test.each([
    ['limpet.log.04Mar2014', (day: string) => `limpet.log.${day}Mar2014`],
    ['limpet/2014-03-04.log', (day: string) => `limpet/2014-03-${day}.log`],
    ['limpet_20140304.txt', (day: string) => `limpet_201403${day}.txt`],
  ])('is of that of the other days: %s', (quiet, name) => {
    const plan = planOf(DEFAULTS, [...days(name), [`logs/${quiet}`, log()]]);
    expect(plan.private).toEqual([]);
    expect(plan.channels.map(({ name: own, files }) => [own, files.length])).toEqual([['#limpet', 4]]);
  });

  test('stays private where its name is not theirs, or they are of several channels', () => {
    const named = (day: string): string => `limpet.log.${day}Mar2014`;
    const query = planOf(DEFAULTS, [...days(named), ['logs/wren.log.04Mar2014', log()]]);
    const numbered = planOf(DEFAULTS, [...days((day) => `log${day}.txt`), ['logs/log04.txt', log()]]);
    const mixed = planOf(DEFAULTS, [
      ...days(named),
      ...days((day) => named(`1${day.slice(1)}`), '#whelk'),
      ['logs/limpet.log.04Mar2014', log()],
    ]);
    for (const plan of [query, numbered, mixed]) expect(plan.private).toHaveLength(1);
  });
});

describe('a name with day and month in either order', () => {
  const dates = (...paths: readonly string[]): readonly unknown[] =>
    planOf(
      DEFAULTS,
      paths.map((path) => [path, log({ channel: '#limpet' })] as const),
    ).channels.flatMap(({ files }) => files.map(({ facts }) => facts.date && [facts.date.month, facts.date.day]));

  test('has the order that the other days of its window show, else of its folder', () => {
    expect(dates('logs/#limpet.05-11-2013.log', 'logs/#limpet.13-11-2013.log')[0]).toEqual([11, 5]);
    expect(dates('logs/#limpet.05-11-2013.log', 'logs/#limpet.11-13-2013.log')[0]).toEqual([5, 11]);
    expect(dates('logs/#limpet.05.11.2013.log', 'logs/#limpet.11.13.2013.log')[0]).toEqual([5, 11]);
    expect(dates('logs/#limpet.05-11-2013.log', 'logs/#whelk.11-13-2013.log')[0]).toEqual([5, 11]);
  });

  test('is of the fifth with dots, and of no day with other signs, where none shows it or they contradict each other', () => {
    expect(dates('logs/#limpet.05.11.2013.log', 'logs/#limpet.06.11.2013.log')).toEqual([
      [11, 5],
      [11, 6],
    ]);
    expect(dates('logs/#limpet.05-11-2013.log', 'logs/#limpet.06-11-2013.log')).toEqual([undefined, undefined]);
    const mixed = dates('logs/#limpet.05-11-2013.log', 'logs/#limpet.11-13-2013.log', 'logs/#limpet.13-11-2013.log');
    expect(mixed[0]).toBeUndefined();
  });

  const months = (name: (month: string, day: string) => string, ...days: readonly string[]): readonly string[] =>
    days.map((day) => `logs/#limpet-${name(day.slice(0, 2), day.slice(3))}.log`);

  test('has the order in which three days of its window lie nearest', () => {
    const days = ['11-05', '11-06', '11-08'];
    const all = [
      [11, 5],
      [11, 6],
      [11, 8],
    ];
    const inOrder = (name: (month: string, day: string) => string): unknown[] =>
      [...dates(...months(name, ...days))].sort();
    expect(inOrder((month, day) => `${day}-${month}-2013`)).toEqual(all);
    expect(inOrder((month, day) => `${month}${day}2013`)).toEqual(all);
    expect(inOrder((month, day) => `13${month}${day}`)).toEqual(all);
    expect(inOrder((month, day) => `${day}.${month}.13`)).toEqual(all);
    expect(inOrder((month, day) => `${month}-${day}-13`)).toEqual(all);
    expect(dates(...months((month, day) => `13${month}${day}`, '11-05', '11-06'))).toEqual([undefined, undefined]);
  });

  test('has no date of two digits a part in its channel, where that is one', () => {
    const names = ['131105', '131106', '131108'].map(
      (day) => [`logs/#limpet-${day}.log`, log({ channel: `#limpet-${day}` })] as const,
    );
    expect(planOf(DEFAULTS, names).channels.map(({ name }) => name)).toEqual(['#limpet']);
    expect(planOf(DEFAULTS, names.slice(1)).channels).toHaveLength(2);
  });
});

test('a day whose lines tell no channel has no network in its name where the other days have none there', () => {
  const plan = planOf(DEFAULTS, [
    ['logs/#limpet.Saltnet.2013-11-05.log', log({ channel: '#limpet', network: 'Saltnet' })],
    ['logs/#limpet.Saltnet.2013-11-06.log', log({ channel: '#limpet.Saltnet' })],
    ['logs/#limpet-dev.2013-11-06.log', log({ channel: '#limpet-dev' })],
  ]);
  expect(plan.channels.map(({ name, network, files }) => [name, network, files.length])).toEqual([
    ['#limpet', 'Saltnet', 2],
    ['#limpet-dev', undefined, 1],
  ]);
});

describe('what is no channel of the archive', () => {
  test('is counted with its reason', () => {
    const plan = planOf(DEFAULTS, [
      ['logs/a.png', { is: 'none', reason: 'a PNG image' }],
      [
        'logs/b.log',
        {
          is: 'unsure',
          sentence: 'b or c',
          candidates: [{ format: 'b', score: 1, reason: '', facts: { channel: '#b' } }],
        },
      ],
    ]);
    expect(plan.none).toEqual([{ path: 'logs/a.png', reason: 'a PNG image' }]);
    expect(plan.undecided).toEqual([{ path: 'logs/b.log', about: 'format', sentence: 'b or c' }]);
  });

  test.each([
    ['logs/LabNet/wren.log', 'wren'],
    ['logs/znc/wren/2013-10-02.log', 'wren'],
    ['logs/wren_20131002.log.gz', 'wren'],
    ['logs/LabNet/wren.log.1', 'wren'],
    ['logs/LabNet/wren.log-20131002.gz', 'wren'],
    ['logs/LabNet/wren.log.bak', 'wren'],
    ['logs/LabNet/wren - Copy.log', 'wren'],
    ['logs/irc.saltnet.wren.weechatlog', 'wren'],
    ['logs/irc.server.saltnet.weechatlog', 'irc.server.saltnet'],
    ['logs/LabNet/2013/11 - November/wren/05.log', 'wren'],
    ['logs/LabNet/wren/Tue 05 Nov 2013.log', 'wren'],
    ['logs/LabNet/2013-11-05-wren.log', 'wren'],
    ['logs/LabNet/wren.05.11.13.log', 'wren'],
    ['2013.log', 'logs'],
  ])('%s is of the window %s', (path, name) => {
    expect(windowName(path)).toBe(name === 'logs' ? path : name);
  });

  test.each([
    ['logs/saltnet/saltnet.log', true],
    ['logs/saltnet/saltnet-2013-10-02.log', true],
    ['logs/saltnet/wren/2013-10-02.log', false],
    ['logs/saltnet/2013/wren/10/02.log', false],
    ['logs/saltnet/#limpet/2013-10-02.log', false],
  ])('whether %s is of a server: %j', (path, expected) => {
    expect(isServerWindow(path)).toBe(expected);
  });
});
