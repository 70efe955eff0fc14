// An archive made of texts, read into its store: what the tests of the whole way share.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DayFile } from '../../src/day.ts';
import { FORMAT_NAMES } from '../../src/formats/index.ts';
import { makeArchive, type ArchiveInput, type ArchiveReport, type Memory } from '../../src/pipeline/archive.ts';
import { readSettings } from '../../src/settings.ts';
import { openState, type State } from '../../src/state.ts';
import { openStore } from '../../src/store.ts';

export interface Made {
  readonly report: ArchiveReport;
  /** Day files by `slug/date`, as published. */
  readonly days: Readonly<Record<string, DayFile>>;
  /** Their bytes, and those of the index. */
  readonly bytes: Readonly<Record<string, string>>;
}

export interface Bench {
  readonly folder: string;
  readonly cache: string;
  /** Writes files into the archive folder; `undefined` takes one away. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array | undefined>>) => void;
  /**
   * Reads the archive into its store as a build does; the state of the last time is believed. `helpers` have other processes
   * make channels, or months of one.
   */
  readonly make: (helpers?: (state: State<Memory>) => Pick<ArchiveInput, 'elsewhere' | 'ahead'>) => Promise<Made>;
  readonly close: () => void;
}

export function bench(files: Readonly<Record<string, string | Uint8Array>> = {}): Bench {
  const root = mkdtempSync(join(tmpdir(), 'daybook-'));
  const folder = join(root, 'content');
  const cache = join(root, 'cache');
  mkdirSync(folder);
  const write: Bench['write'] = (changes) => {
    for (const [path, text] of Object.entries(changes)) {
      const whole = join(folder, path);
      mkdirSync(dirname(whole), { recursive: true });
      if (text === undefined) rmSync(whole);
      else writeFileSync(whole, text);
    }
  };
  write(files);
  return {
    folder,
    cache,
    write,
    close: () => rmSync(root, { recursive: true, force: true }),
    async make(helpers) {
      const settings = readSettings(folder, FORMAT_NAMES);
      const state = openState<Memory>(cache, 'test');
      const report = await makeArchive({ folder, settings, state, ...helpers?.(state) });
      state.save(report.memory);
      const store = openStore(state.store);
      const days: Record<string, DayFile> = {};
      const channels = store.index.channels.map(({ channel }) => store.channelOf(channel.slug));
      const bytes: Record<string, string> = { index: JSON.stringify([store.index, channels]) };
      for (const { channel, days: own } of channels)
        for (const { date } of own) {
          const key = `${channel.slug}/${date}`;
          bytes[key] = readFileSync(store.dayFile(channel.slug, date), 'utf8');
          days[key] = JSON.parse(bytes[key]) as DayFile;
        }
      return { report, days, bytes };
    },
  };
}

/** Makes an archive of the files once. */
export async function made(files: Readonly<Record<string, string | Uint8Array>>): Promise<Made> {
  const one = bench(files);
  try {
    return await one.make();
  } finally {
    one.close();
  }
}

/** A scrollback line of the classic theme, control bytes gone. */
export const line = (at: number, nick: string, text: string): string => `T ${at} 2<20${nick}2>\t${text}`;
