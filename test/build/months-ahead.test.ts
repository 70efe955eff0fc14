// The later months of a channel, made by another process meanwhile, are those that one process makes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aheadWorker } from '../../src/commands/channel-workers.ts';
import { FORMAT_NAMES } from '../../src/formats/index.ts';
import type { ArchiveInput } from '../../src/pipeline/archive.ts';
import { readSettings } from '../../src/settings.ts';
import { namesUnder } from '../../src/store/files.ts';
import { bench, line, type Bench } from './archive.ts';
import { compile } from './cli.ts';

const START = Date.UTC(2013, 0, 5, 12) / 1000;
const DAY = 86_400;
const YEAR = 365;

/** What is said on every day, and what the client says itself on some: by the number of the day. */
function scrollback(own: Readonly<Record<number, string>>, days = YEAR, ahead = 0): string {
  return Array.from({ length: days }, (_, day) => {
    const at = START + day * DAY + ahead;
    const talk = ['ada', 'bob', 'eve'].map((nick, index) =>
      line(at + index * 7, nick, `day ${day}, see http://example.com/${day % 9}`),
    );
    return [...(own[day] === undefined ? [] : [`T ${at - 60} *\t${own[day]}`]), ...talk].join('\n');
  }).join('\n');
}

const kept = ({ cache }: Bench): Record<string, string> =>
  Object.fromEntries(
    namesUnder(cache)
      .filter((name) => name !== 'state.json')
      .map((name) => [name, readFileSync(join(cache, name), 'utf8')]),
  );

/** What another process was asked for, and the keys of what it made. */
interface Asked {
  from?: string;
  keys: readonly string[];
}

const helped =
  ({ folder }: Bench, asked: Asked) =>
  ({ store, partsFolder }: { readonly store: string; readonly partsFolder: string }): Pick<ArchiveInput, 'ahead'> => {
    const settings = readSettings(folder, FORMAT_NAMES);
    const { worth, start } = aheadWorker({ content: folder, settings, store, partsFolder }, 0);
    return {
      ahead: {
        worth,
        start(told) {
          const work = start(told);
          return {
            ...work,
            async begin(job, from) {
              asked.from = from;
              const made = await work.begin(job, from);
              asked.keys = made.months.map(({ key }) => key);
              return made;
            },
          };
        },
      },
    };
  };

/** Cases in which something between the first month and the middle decides what comes after. */
const LASTING = [
  'where the owner changed his nick between, and says nothing',
  'where the client was away all the while',
];

beforeAll(compile);

describe('The later months of a channel, made by another process', () => {
  const cases: Record<string, Record<string, string>> = {
    'where nothing lasts': { 'logs/#loom.txt': scrollback({ 0: 'Now talking on #loom' }) },
    'where the client began anew': {
      'logs/#loom.txt': scrollback({
        0: 'Now talking on #loom',
        40: 'You have left channel #loom',
        45: 'Now talking on #loom',
      }),
    },
    'where the owner changed his nick between, and says nothing': {
      'logs/#loom.txt': scrollback({ 0: 'Now talking on #loom', 70: 'You are now known as ada2' }),
    },
    'where the client was away all the while': {
      'logs/#loom.txt':
        scrollback({ 0: 'Now talking on #loom' }, 60) +
        `\nT ${START + 60 * DAY} *\tYou have left channel #loom\n` +
        Array.from({ length: 300 }, (_, day) => `T ${START + (60 + day) * DAY + 60} *\tDisconnected (Timeout).`).join(
          '\n',
        ),
    },
    'of two loggers, whose clocks differ': {
      'logs/a/#loom.txt': scrollback({ 0: 'Now talking on #loom' }),
      'logs/b/#loom.txt': scrollback({ 3: 'Now talking on #loom', 100: 'You have left channel #loom' }, YEAR - 20, 3),
    },
  };
  it.each(Object.entries(cases))('are the same %s', async (name, logs) => {
    const lasts = LASTING.includes(name);
    const files = { 'archive.yaml': 'zone: Europe/Berlin\n', ...logs };
    const [one, two] = [bench(files), bench(files)];
    try {
      const asked: Asked = { keys: [] };
      const here = await one.make();
      const there = await two.make(helped(two, asked));
      expect(asked.from).toMatch(/^2013-/);
      expect(asked.keys.length).toBeGreaterThan(2);
      const months = here.report.channels[0]?.months ?? [];
      const right = asked.keys.filter((key) => months.some((month) => month.key === key));
      // What lasts over the middle is unknown to who makes what comes after it.
      expect(right).toHaveLength(lasts ? 0 : asked.keys.length);
      expect(there.bytes).toEqual(here.bytes);
      expect(there.report.changed).toEqual(here.report.changed);
      expect(there.report.channels[0]?.months).toEqual(months);
      expect(kept(two)).toEqual(kept(one));
      // What was kept is believed as what one process kept is.
      const added = `${Object.values(logs)[0]}\n${line(START + 400 * DAY, 'ada', 'more')}\n`;
      for (const each of [one, two]) each.write({ [Object.keys(logs)[0] ?? '']: added });
      const [after, expected] = [await two.make(), await one.make()];
      expect(after.bytes).toEqual(expected.bytes);
      expect(after.report.changed).toEqual(expected.report.changed);
      expect(after.report.changed.length).toBeLessThan(3);
    } finally {
      one.close();
      two.close();
    }
  });
});
