// What each logger gave to a channel, and how much of it was watched.
import { expect, test } from 'vitest';
import { openState } from '../../src/state.ts';
import { openStore } from '../../src/store.ts';
import type { Memory } from '../../src/pipeline/archive.ts';
import { bench } from '../build/archive.ts';

const START = 1_380_742_174;
const znc = (lines: readonly (readonly [at: number, text: string])[]): string =>
  lines.map(([at, text]) => `[${new Date((START + at) * 1000).toISOString().slice(11, 19)}] ${text}\n`).join('');

/** Two people's ZNC on one day; eve's clock is 40 s ahead and she was away between. */
const said = Array.from(
  { length: 100 },
  (_, index) => [index * 60, `<bob> a sentence of some length, number ${index}`] as const,
);
const ADA = znc([[-60, '*** Joins: ada (ada@host.example)'], ...said]);
const EVE = znc(
  [
    [-30, '*** Joins: eve (eve@host.example)'] as const,
    ...said.slice(0, 40),
    [40 * 60 - 1, '*** Parts: eve (eve@host.example) (lunch)'] as const,
    [60 * 60 - 1, '*** Joins: eve (eve@host.example)'] as const,
    ...said.slice(60),
  ].map(([at, text]) => [at + 40, text] as const),
);
const files = {
  'archive.yaml':
    'zone: UTC\nchannels: [{ name: "#loom", logs: [{ path: "logs/ada/**", owner: ada }, { path: "logs/eve/**", owner: eve }] }]\n',
  'logs/ada/#loom/2013-10-02.log': ADA,
  'logs/eve/#loom/2013-10-02.log': EVE,
};

test('A channel tells how much of it was watched, and by whose clients, without their names', async () => {
  const one = bench(files);
  try {
    await one.make();
    const archive = openStore(openState<Memory>(one.cache, 'test').store);
    expect(archive.channelOf('loom').coverage).toEqual({
      from: START - 60,
      to: START + 99 * 60,
      watched: 1,
      gaps: 0,
      loggers: [
        { formats: ['znc'], from: START - 60, to: START + 99 * 60, entries: 101, alone: 21, watched: 1, gaps: 0 },
        {
          formats: ['znc'],
          from: START - 30,
          to: START + 99 * 60,
          entries: 83,
          alone: 3,
          ahead: [40, 40],
          watched: 0.795,
          gaps: 2,
        },
      ],
    });
  } finally {
    one.close();
  }
});
