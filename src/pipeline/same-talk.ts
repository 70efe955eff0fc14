// Folders that look like networks and are people: `logs/ada/#loom.log` and `logs/bob/#loom.log`.
//
// The folder above a log is its network where a client lays its logs out so. Elsewhere it may be anything, and what is said
// in the logs decides: where two hold the same words of the same nicks, they are one channel, and neither folder is a network.
import { hash } from 'node:crypto';
import type { ExaminedFile } from '../channels.ts';
import { isServerWindow, windowName } from '../channels.ts';
import type { FileFacts, LogFormat } from '../format.ts';
import { readLines } from '../read.ts';
import type { Settings } from '../settings.ts';
import { canonical } from '../shared/address.ts';
import { lower } from '../shared/casemap.ts';
import { pooled } from '../shared/pooled.ts';
import { isChannelName } from '../shared/slug.ts';

/** Hashes of some of what was said in a file: the smallest ones, so that two files choose the same. Plain data. */
export type Sketch = readonly number[];

/** How many hashes are kept, how many must be in both, and from how many characters on words are somebody's own. */
const KEPT = 1024;
const COMMON = 8;
const OWN_WORDS = 16;

/** What is said in a file. */
export async function sketchOf(path: string, format: LogFormat, facts: FileFacts): Promise<Sketch> {
  const hashes = new Set<number>();
  const parse = format.open(facts);
  for await (const { lines } of readLines(path)) {
    for (const line of lines)
      for (const parsed of parse(line)) {
        if (parsed.is !== 'event' || parsed.event.kind !== 'message' || parsed.event.nick === undefined) continue;
        const text = canonical(parsed.event.text);
        if (text.length < OWN_WORDS) continue;
        hashes.add(parseInt(hash('sha1', `${lower(parsed.event.nick)} ${text}`).slice(0, 12), 16));
      }
    if (hashes.size > 8 * KEPT) smallest(hashes);
  }
  return [...smallest(hashes)].sort((a, b) => a - b);
}

function smallest(hashes: Set<number>): Set<number> {
  const rest = [...hashes].sort((a, b) => a - b).slice(KEPT);
  for (const one of rest) hashes.delete(one);
  return hashes;
}

function sameTalk(one: Sketch, other: Sketch): boolean {
  const known = new Set(one);
  const common = other.filter((value) => known.has(value)).length;
  return common >= Math.max(2, Math.min(COMMON, one.length / 2, other.length / 2));
}

/** True where a client's own layout makes the folder a network, or the log itself names it. */
function isSure(path: string, network: string): boolean {
  const parts = path.split('/').slice(1);
  const at = parts.findLastIndex((part) => lower(part) === lower(network));
  if (at < 0) return true;
  const before = parts[at - 1] ?? '';
  if (/^(?:scrollback|xchatlogs|irclogs|logs|networks|log)$/i.test(before)) return true;
  // ZNC: <user>/<network>/<channel>/<date>.log
  return at > 0 && isChannelName(parts[at + 1] ?? '') && at + 2 < parts.length;
}

interface Weak {
  readonly index: number;
  readonly name: string;
  readonly network: string;
}

/**
 * The files, with the network taken from those whose folder is none: a listed channel has others, or another folder's log
 * of the same channel holds the same words. `sketch` gives a file's.
 */
export async function withoutFalseNetworks(
  files: readonly ExaminedFile[],
  { channels }: Pick<Settings, 'channels'>,
  sketch: (file: ExaminedFile) => Promise<Sketch>,
): Promise<readonly ExaminedFile[]> {
  const listed = new Map(
    channels.flatMap(({ name, names, networks }) => [name, ...names].map((one) => [lower(one), networks])),
  );
  const found = files.flatMap((file, index): readonly (Weak & { readonly sure: boolean })[] => {
    const { recognition, path, entries } = file;
    if (recognition.is !== 'log' || entries.length > 0) return [];
    const { channel, network } = recognition.facts;
    const name = channel ?? windowName(path);
    if (network === undefined || !isChannelName(name) || isServerWindow(path)) return [];
    return [{ index, name: lower(name), network: lower(network), sure: isSure(path, network) }];
  });
  const networks = new Map<number, string | undefined>();
  for (const [name, own] of groupedBy(found, (one) => one.name)) {
    const weak = own.filter(({ sure }) => !sure);
    if (listed.has(name)) {
      const known = new Set(listed.get(name)?.map(lower));
      if (known.size > 0)
        for (const { index, network } of weak) if (!known.has(network)) networks.set(index, undefined);
    } else if (weak.length > 0 && new Set(own.map(({ network }) => network)).size > 1)
      for (const [index, network] of await joined(own, files, sketch)) networks.set(index, network);
  }
  return files.map((file, index) => (networks.has(index) ? withNetwork(file, networks.get(index)) : file));
}

function withNetwork(file: ExaminedFile, network: string | undefined): ExaminedFile {
  const { recognition } = file;
  if (recognition.is !== 'log') return file;
  const others = Object.entries(recognition.facts).filter(([key]) => key !== 'network');
  const facts: FileFacts = { ...Object.fromEntries(others), ...(network !== undefined && { network }) };
  return { ...file, recognition: { ...recognition, facts } };
}

/** So many of a folder's files are read at once: there may be thousands. */
const AT_ONCE = 3;

/** For files of one name, the network of each that shares its words with another folder's. */
async function joined(
  own: readonly (Weak & { readonly sure: boolean })[],
  files: readonly ExaminedFile[],
  sketch: (file: ExaminedFile) => Promise<Sketch>,
): Promise<ReadonlyMap<number, string | undefined>> {
  const folders = await Promise.all(
    [...groupedBy(own, ({ network }) => network).values()].map(async (members) => ({
      members,
      sure: members.some(({ sure }) => sure),
      words: merged(await pooled(members, AT_ONCE, ({ index }) => sketch(files[index] as ExaminedFile))),
    })),
  );
  const groups: (typeof folders)[] = [];
  for (const folder of folders) {
    // Two that clients' layouts call networks are two.
    const meets = (group: typeof folders): boolean =>
      group.some((one) => !(one.sure && folder.sure) && sameTalk(one.words, folder.words));
    const group = groups.find(meets);
    if (group && !(folder.sure && group.some(({ sure }) => sure))) group.push(folder);
    else groups.push([folder]);
  }
  const found = new Map<number, string | undefined>();
  for (const group of groups.filter(({ length }) => length > 1)) {
    const sure = group.find((folder) => folder.sure)?.members.find((member) => member.sure);
    const recognition = sure && files[sure.index]?.recognition;
    const network = recognition?.is === 'log' ? recognition.facts.network : undefined;
    for (const { members } of group) for (const member of members) if (!member.sure) found.set(member.index, network);
  }
  return found;
}

function groupedBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function merged(sketches: readonly Sketch[]): Sketch {
  return [...new Set(sketches.flat())].sort((a, b) => a - b).slice(0, KEPT);
}
