// Logs of one conversation by observers who each missed some of it, as archives to merge; their clocks may be set wrong.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Placed } from '../../src/events.ts';
import { made, type Made } from '../build/archive.ts';
import type { Truth } from '../lab/truth.ts';

const FOLDER = new URL('../lab/nine-observers/', import.meta.url).pathname;
export const TRUTHS = readFileSync(join(FOLDER, 'truth.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Truth);

/** Files of an observer by what they are: paths below the observer's folder. */
const KINDS: Readonly<Record<string, RegExp>> = {
  'xchat-scrollback': /^scrollback\//,
  'xchat-log': /^logs\//,
  irssi: /\.log$/,
  weechat: /\.weechatlog$/,
  znc: /\.log$/,
};

export interface Source {
  readonly observer: string;
  /** Name of the format. */
  readonly client: string;
}

export const source = (observer: string): Source => ({
  observer,
  client: observer.replace(/\d$/, '').replace(/^(?:hex|x)chat$/, 'xchat-scrollback'),
});

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The files of an observer; `setClock` gives the epoch second that the client's clock showed at a second. */
export function filesOf({ observer, client }: Source, setClock?: (at: number) => number): Files {
  const root = join(FOLDER, observer);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => KINDS[client]?.test(path));
  const files = paths.map((path) => [path, readFileSync(join(root, path))] as const);
  const set = setClock ? reset(client, files, setClock) : files;
  return Object.fromEntries(set.map(([path, bytes]) => [`logs/${observer}/${path}`, bytes]));
}

/** The zone of the logs had no change of clock in these days but the one that the scenario begins after. */
const OFFSET = -6 * 3600;
const local = (at: number): string => new Date((at + OFFSET) * 1000).toISOString();
const instant = (date: string, clock: string): number => Date.parse(`${date}T${clock}Z`) / 1000 - OFFSET;

type Paths = readonly (readonly [string, Uint8Array])[];

/** The same logs with every stamp rewritten; bytes beside stamps stay. */
function reset(client: string, files: Paths, setClock: (at: number) => number): Paths {
  const mapLines = (bytes: Uint8Array, change: (line: string) => string): Uint8Array =>
    Buffer.from(Buffer.from(bytes).toString('latin1').split('\n').map(change).join('\n'), 'latin1');
  switch (client) {
    case 'xchat-scrollback':
      return files.map(([path, bytes]) => [
        path,
        mapLines(bytes, (line) => line.replace(/^T (\d+)/, (_, at: string) => `T ${setClock(Number(at))}`)),
      ]);
    case 'weechat':
      return files.map(([path, bytes]) => [
        path,
        mapLines(bytes, (line) =>
          line.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/, (_, date: string, clock: string) =>
            local(setClock(instant(date, clock)))
              .slice(0, 19)
              .replace('T', ' '),
          ),
        ),
      ]);
    case 'znc': {
      const days = new Map<string, string[]>();
      for (const [path, bytes] of files) {
        const date = /\d{4}-\d\d-\d\d/.exec(path)?.[0] ?? '';
        for (const line of Buffer.from(bytes).toString('latin1').split('\n')) {
          if (line === '') continue;
          const at = local(setClock(instant(date, line.slice(1, 9))));
          const name = path.replace(date, at.slice(0, 10));
          days.set(name, [...(days.get(name) ?? []), `[${at.slice(11, 19)}]${line.slice(10)}`]);
        }
      }
      return [...days].map(([path, lines]) => [path, Buffer.from(`${lines.join('\n')}\n`, 'latin1')]);
    }
    default:
      throw new RangeError(`no way to set the clock of ${client}`);
  }
}

const SETTINGS = 'zone: America/Chicago\nchannels: [{ name: "#loom-lab" }]\n';

/** The archive of these files. */
export const archiveOf = (...files: readonly Files[]): Promise<Made> =>
  made(Object.assign({ 'archive.yaml': SETTINGS }, ...files) as Files);

/** Its entries as the log that they are. */
export const eventsOf = ({ days }: Made): readonly Placed[] =>
  Object.values(days).flatMap(({ entries }) =>
    entries.map((entry, index) => ({
      at: entry.at,
      ...(entry.precision && { precision: entry.precision }),
      ...(entry.fold && { fold: entry.fold }),
      event: entry,
      line: index + 1,
      lines: 1,
    })),
  );

/** Every address that works, as `<date>#t…`. */
export const addressesOf = ({ days }: Made): readonly string[] =>
  Object.values(days).flatMap(({ date, entries }) =>
    entries.flatMap(({ id, aliases = [] }) =>
      [id, ...aliases].map((address) => (address.includes('/') ? address.replace('/', '#') : `${date}#${address}`)),
    ),
  );
