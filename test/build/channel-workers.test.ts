// Channels made by several processes are those that one process makes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { channelWorkers } from '../../src/commands/channel-workers.ts';
import { toldOf, type ChannelTold } from '../../src/commands/told.ts';
import { FORMAT_NAMES } from '../../src/formats/index.ts';
import { makeArchive, type Memory } from '../../src/pipeline/archive.ts';
import { readSettings } from '../../src/settings.ts';
import { openState } from '../../src/state.ts';
import { namesUnder } from '../../src/store/files.ts';
import { Torn } from '../../src/store.ts';
import { bench, line, type Bench } from './archive.ts';
import { compile } from './cli.ts';

const START = 1_380_742_174;
const said = (channel: string, count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const [nick, at] = [['ada', 'bob', 'eve'][index % 3] ?? '', START + index * 40_000];
    return `${line(at, nick, `${channel} has sentence ${index}, see http://example.com/${index % 5}`)}\n`;
  }).join('');
const LOGS = {
  'archive.yaml': 'zone: UTC\nprivacy: { people: [{ nicks: [eve], as: somebody }] }\n',
  'logs/#loom.txt': said('#loom', 90),
  'logs/#warp.txt': said('#warp', 40),
  'logs/#weft.txt': said('#weft', 10),
};

let open: Bench[] = [];
const opened = (): Bench => {
  const one = bench(LOGS);
  open.push(one);
  return one;
};
const elsewhere =
  ({ folder }: Bench, told = new Map<string, ChannelTold>()) =>
  ({ store, partsFolder }: { readonly store: string; readonly partsFolder: string }) => {
    const settings = readSettings(folder, FORMAT_NAMES);
    return { elsewhere: channelWorkers({ content: folder, settings, store, partsFolder }, told, 0) };
  };
/** All files of what is kept, but for the head, which tells when files were written. */
const kept = ({ cache }: Bench): Record<string, string> =>
  Object.fromEntries(
    namesUnder(cache)
      .filter((name) => name !== 'state.json')
      .map((name) => [name, readFileSync(join(cache, name), 'utf8')]),
  );

beforeAll(compile);
afterEach(() => {
  for (const one of open) one.close();
  open = [];
});

describe('Channels made by several processes', () => {
  it('are those that one makes, and are told of alike, from nothing and after changes', async () => {
    const [one, several] = [opened(), opened()];
    const changes: Record<string, string | undefined>[] = [
      {},
      { 'logs/#loom.txt': said('#loom', 95), 'logs/#warp.txt': said('#warp', 41) },
      { 'archive.yaml': 'zone: Asia/Tokyo\n' },
      { 'logs/#weft.txt': undefined },
    ];
    for (const change of changes) {
      one.write(change);
      several.write(change);
      const told = new Map<string, ChannelTold>();
      const here = await one.make();
      const there = await several.make(elsewhere(several, told));
      expect(there.bytes).toEqual(here.bytes);
      expect(there.report.changed).toEqual(here.report.changed);
      expect(there.report.channels).toEqual([]);
      expect([...told].sort()).toEqual(
        here.report.channels.map((report) => [report.plan.slug, toldOf(report)] as const).sort(),
      );
      expect(kept(several)).toEqual(kept(one));
    }
  });

  it('are made by the settings that the build began with, whatever somebody writes meanwhile', async () => {
    const [one, several] = [opened(), opened()];
    const here = await one.make();
    const there = await several.make((state) => {
      const helpers = elsewhere(several)(state);
      several.write({ 'archive.yaml': 'zone: [' });
      return helpers;
    });
    expect(there.bytes).toEqual(here.bytes);
  });

  it('are not made where something kept was changed: the build is told so', async () => {
    const one = opened();
    await one.make(elsewhere(one));
    writeFileSync(join(one.cache, 'parts/loom/files.json'), '{}');
    one.write({ 'logs/#loom.txt': said('#loom', 95), 'logs/#warp.txt': said('#warp', 41) });
    const settings = readSettings(one.folder, FORMAT_NAMES);
    const state = openState<Memory>(one.cache, 'test');
    await expect(makeArchive({ folder: one.folder, settings, state, ...elsewhere(one)(state) })).rejects.toThrow(Torn);
  });
});
