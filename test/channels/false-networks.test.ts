// Folders that look like networks: what is said in the logs tells whether they are.
import { describe, expect, it } from 'vitest';
import { bench, line, made } from '../build/archive.ts';

const START = 1_380_742_174;
const said = (from: number, to: number, words = 'a sentence of some length'): string =>
  Array.from({ length: to - from }, (_, index) => {
    const at = from + index;
    return `${line(START + at * 30, ['ada', 'bob'][at % 2] ?? '', `${words}, number ${at}`)}\n`;
  }).join('');
const SETTINGS = 'zone: America/Chicago\n';
const channelsOf = async (files: Readonly<Record<string, string>>, settings = SETTINGS) => {
  const { report } = await made({ 'archive.yaml': settings, ...files });
  return report.channels.map(({ plan, loggers }) => [plan.name, plan.network, loggers.length]);
};

describe('Logs of one channel in different folders', () => {
  it('are one channel where they hold the same words', async () => {
    const files = { 'logs/ada/#loom.txt': said(0, 80), 'logs/bob/#loom.txt': said(50, 120) };
    expect(await channelsOf(files)).toEqual([['#loom', undefined, 1]]);
    const { bytes } = await made({ 'archive.yaml': SETTINGS, ...files });
    const whole = await made({ 'archive.yaml': SETTINGS, 'logs/#loom.txt': said(0, 120) });
    expect(bytes['loom/2013-10-02']).toBe(whole.bytes['loom/2013-10-02']);
  });

  it('are one channel where the folders hold a folder for each channel, and a zone is not named', async () => {
    const days = (east: number): Record<string, string> =>
      Object.fromEntries(
        [0, 1, 2].map((day) => {
          const lines = Array.from({ length: 60 }, (_, index) => {
            const at = new Date((START + day * 86_400 + index * 60 + east) * 1000).toISOString().slice(11, 19);
            return `[${at}] <${['ada', 'bob', 'eve'][index % 3] ?? ''}> what is told of day ${day}, number ${index}\n`;
          });
          return [new Date((START + day * 86_400 + east) * 1000).toISOString().slice(0, 10), lines.join('')];
        }),
      );
    const inFolder = (folder: string, logs: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(logs).map(([date, text]) => [`logs/${folder}/#loom/${date}.log`, text]));
    const files = { ...inFolder('ada', days(0)), ...inFolder('bob', days(12 * 3600)) };
    const channels = await channelsOf(files);
    expect(channels.map(([name, network]) => [name, network])).toEqual([['#loom', undefined]]);
  });

  it('are one channel where two that never met both have words of a third', async () => {
    const files = {
      'logs/ada/#loom.txt': said(0, 60),
      'logs/bob/#loom.txt': said(100, 160),
      'logs/eve/#loom.txt': said(40, 120),
    };
    expect((await channelsOf(files)).map(([name, network]) => [name, network])).toEqual([['#loom', undefined]]);
  });

  it('are one channel where the names of files begin with people', async () => {
    const log = (first: number): string =>
      Array.from({ length: 60 }, (_, index) => {
        const at = new Date((START + (first + index) * 60) * 1000).toISOString();
        return `Oct 02 ${at.slice(11, 19)} <${['ada', 'bob', 'eve'][index % 3] ?? ''}>\ta sentence of some length, number ${first + index}\n`;
      }).join('');
    const head = '**** BEGIN LOGGING AT Wed Oct  2 19:00:00 2013\n\n';
    const files = { 'logs/ada-#loom.log': head + log(0), 'logs/bob-#loom.log': head + log(30) };
    expect((await channelsOf(files)).map(([name, network]) => [name, network])).toEqual([['#loom', undefined]]);
  });

  it('are one channel where copies stand beside them', async () => {
    const names = [
      '#loom.txt',
      '#loom - Copy.txt',
      '#loom.txt.orig',
      '#loom.txt~',
      '%23loom (1).txt',
      '#loom.txt.2013-10-03',
    ];
    const files = Object.fromEntries(names.map((name) => [`logs/seanet/${name}`, said(0, 80)]));
    expect(await channelsOf(files)).toEqual([['#loom', 'seanet', 1]]);
  });

  it('go by the network that a client made a folder for', async () => {
    const files = { 'logs/ada/scrollback/seanet/#loom.txt': said(0, 80), 'logs/bob/#loom.txt': said(50, 120) };
    expect(await channelsOf(files)).toEqual([['#loom', 'seanet', 1]]);
  });

  it('stay two where a third folder has nothing in common with those that have', async () => {
    const files = {
      'logs/bob/#loom.txt': said(50, 120),
      'logs/ada/#loom.txt': said(0, 80),
      'logs/landnet/#loom.txt': said(50, 120, 'other words of theirs'),
    };
    await expect(channelsOf(files)).rejects.toThrow(/Two channels would be "loom".*networks: \["ada","landnet"\]/s);
  });

  it("go by the network that a client's folders of years hold", async () => {
    const files = {
      'logs/irclogs/2013/seanet/#loom.txt': said(0, 80),
      'logs/irclogs/2013/landnet/#loom.txt': said(0, 80),
    };
    await expect(channelsOf(files)).rejects.toThrow(/networks: \["landnet","seanet"\]/);
  });

  it('stay two where they have nothing in common', async () => {
    const files = {
      'logs/seanet/#loom.txt': said(0, 80),
      'logs/landnet/#loom.txt': said(50, 120, 'other words of theirs'),
    };
    await expect(channelsOf(files)).rejects.toThrow(/Two channels would be "loom".*networks: \["landnet","seanet"\]/s);
  });

  it('are one channel where somebody with years of it meets somebody who came today', async () => {
    const day = (date: number): string =>
      Array.from({ length: 120 }, (_, index) => {
        const at = START + date * 86_400 + index * 60;
        return `${line(at, ['ada', 'bob', 'eve'][index % 3] ?? '', `what is told of day ${date}, number ${index}`)}\n`;
      }).join('');
    const years = Array.from({ length: 60 }, (_, date) => day(date * 10)).join('');
    const today = day(590).split('\n').slice(100).join('\n');
    expect(await channelsOf({ 'logs/ada/#loom.txt': years, 'logs/bob/#loom.txt': today })).toEqual([
      ['#loom', undefined, 1],
    ]);
  });

  const stamped = (at: number, rest: string): string =>
    `${new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')}\t${rest}\n`;
  const few = [
    [0, '-->\tada (~a@ada.example) has joined #loom'],
    [40, 'ada\thi'],
    [75, 'bob\thello ada'],
    [300, 'ada\tlunch?'],
    [310, 'bob\tk'],
    [900, '<--\tbob (~b@bob.example) has quit (Leaving)'],
  ] as const;

  it('are one channel where little is said, but at the same moments, by clocks that differ', async () => {
    const log = (ahead: number, lines: typeof few | readonly (typeof few)[number][]): string =>
      lines.map(([at, rest]) => stamped(START + at + ahead, rest)).join('');
    const files = { 'logs/ada/#loom.weechatlog': log(0, few), 'logs/bob/#loom.weechatlog': log(-7207, few.slice(1)) };
    expect((await channelsOf(files)).map(([name, network]) => [name, network])).toEqual([['#loom', undefined]]);
    // The same people, who do the same at other times.
    const others = few.map(([at, rest], index) => [at + index * 400, rest] as (typeof few)[number]);
    await expect(
      channelsOf({ 'logs/ada/#loom.weechatlog': log(0, few), 'logs/bob/#loom.weechatlog': log(0, others) }),
    ).rejects.toThrow(/Two channels would be "loom"/);
  });

  it('stay two where only a program says the same in both', async () => {
    const told = (who: readonly string[], words: string): string =>
      Array.from({ length: 60 }, (_, index) => {
        const [nick, text] =
          index % 2 === 0 ? ['herald', 'a new version was published'] : [who[(index % 4) >> 1], words];
        return `${line(START + index * 60, nick ?? '', `${text}, number ${index}`)}\n`;
      }).join('');
    const files = {
      'logs/seanet/#loom.txt': told(['ada', 'bob'], 'words of the sea'),
      'logs/landnet/#loom.txt': told(['eve', 'zoe'], 'words of the land'),
    };
    await expect(channelsOf(files)).rejects.toThrow(/Two channels would be "loom"/);
  });

  it('are what they are found to be from nothing, however they have grown', async () => {
    const open = bench({
      'archive.yaml': SETTINGS,
      'logs/ada/#loom.txt': said(0, 80),
      'logs/bob/#loom.txt': said(50, 120),
    });
    try {
      const grown: Record<string, string>[] = [
        { 'logs/ada/#loom.txt': said(0, 90) },
        { 'logs/bob/#loom.txt': said(50, 130) },
        { 'logs/eve/#loom.txt': said(60, 70) },
        { 'archive.yaml': 'zone: Asia/Tokyo\n' },
        { 'logs/bob/#loom.txt': said(40, 130) },
        {},
      ];
      await open.make();
      const now: Record<string, string> = {
        'archive.yaml': SETTINGS,
        'logs/ada/#loom.txt': said(0, 80),
        'logs/bob/#loom.txt': said(50, 120),
      };
      for (const change of grown) {
        open.write(change);
        Object.assign(now, change);
        const { bytes } = await open.make();
        expect(bytes).toEqual((await made(now)).bytes);
      }
    } finally {
      open.close();
    }
  });

  it("stay two where clients' own folders say so, whatever was said", async () => {
    const files = { 'logs/scrollback/seanet/#loom.txt': said(0, 80), 'logs/scrollback/landnet/#loom.txt': said(0, 80) };
    await expect(channelsOf(files)).rejects.toThrow(/Two channels would be "loom"/);
  });

  it('are of the listed channel, whatever its networks are called', async () => {
    const listed = `${SETTINGS}channels: [{ name: "#loom", networks: [seanet] }]\n`;
    const files = { 'logs/ada/#loom.txt': said(0, 80), 'logs/scrollback/landnet/#loom.txt': said(0, 80) };
    await expect(channelsOf(files, listed)).rejects.toThrow(/Two channels would be "loom"/);
    expect(await channelsOf({ 'logs/ada/#loom.txt': said(0, 80) }, listed)).toEqual([['#loom', 'seanet', 1]]);
  });

  it('are shared out among the listed channels of their name by what is said, or by a network that one of them names', async () => {
    const files = {
      'logs/ada/#loom.txt': said(0, 80),
      'logs/bob/#loom.txt': said(0, 80, 'other words'),
      'logs/scrollback/landnet/#loom.txt': said(30, 80),
    };
    const listed = `${SETTINGS}channels:
      - { name: "#loom", networks: [bob] }
      - { name: "#loom", networks: [landnet], slug: land }\n`;
    expect(await channelsOf(files, listed)).toEqual([
      ['#loom', 'landnet', 1],
      ['#loom', 'bob', 1],
    ]);
    const { report } = await made({ 'archive.yaml': listed, ...files });
    expect(report.files.plan.undecided).toEqual([]);
  });
});
