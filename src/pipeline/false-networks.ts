// Folders that look like networks and are people: `logs/ada/#loom.log` and `logs/bob/#loom.log`.
//
// The folder above a log is its network where a client lays its logs out so. Elsewhere it may be anything, and what is said
// in the logs decides: where two hold the same words of the same nicks, they are one channel, and neither folder is a network.
import type { ExaminedFile } from '../channels/plan.ts';
import { isServerWindow, nameOfWindow } from '../channels/window-name.ts';
import type { FileFacts } from '../format.ts';
import type { Settings } from '../settings.ts';
import { lower } from '../shared/casemap.ts';
import { groupedBy } from '../shared/lists.ts';
import { isChannelName } from '../shared/slug.ts';

/** True where a client's own layout makes the folder a network, or the log itself names it. */
function isSure(path: string, network: string): boolean {
  const parts = path.split('/').slice(1);
  const at = parts.findLastIndex((part) => lower(part) === lower(network));
  // `ada-#loom.log` is named as XChat named files before it had folders for networks, or as somebody named copies.
  if (at < 0) {
    const name = lower(parts.at(-1) ?? '');
    return !['-', '_', '.'].some((sign) => name.startsWith(lower(network) + sign));
  }
  // A client may have a folder for each year or day above those of networks.
  const before = parts.slice(0, at).findLast((part) => !/^[\d\-_.]+$/.test(part)) ?? '';
  if (/^(?:scrollback|xchatlogs|irclogs|logs|networks|log|ChannelLogger)$/i.test(before)) return true;
  // ZNC: <user>/<network>/<channel>/<date>.log
  return at > 0 && isChannelName(parts[at + 1] ?? '') && at + 2 < parts.length;
}

/** A log of a channel, of whose network something is known. */
interface NamedLog {
  readonly file: ExaminedFile;
  readonly name: string;
  readonly network: string;
}

/** One in a folder that may be its network. */
interface Member extends NamedLog {
  readonly sure: boolean;
}

/** What the logs of a channel's folders tell. */
export interface FoldersTold {
  /** True where two folders' logs hold the same talk. */
  readonly same: (one: readonly ExaminedFile[], other: readonly ExaminedFile[]) => Promise<boolean>;
  /** What was found of logs that are what they were, with the same networks in settings; else it is found now. */
  readonly kept: (
    files: readonly ExaminedFile[],
    known: readonly string[],
    find: () => Promise<Networks>,
  ) => Promise<Networks>;
}

/** By path: the network of a log whose folder is none, if another tells it. Plain data. */
export type Networks = readonly (readonly [path: string, network: string | null])[];

/**
 * The files, with the network taken from those whose folder is none: the listed channels of its name have others, or another
 * folder's log of the same channel holds the same words. A network that settings name is one, whatever was said.
 */
export async function withoutFalseNetworks(
  files: readonly ExaminedFile[],
  { channels }: Pick<Settings, 'channels'>,
  told: FoldersTold,
): Promise<readonly ExaminedFile[]> {
  const listed = groupedBy(
    channels.flatMap((channel) => [channel.name, ...channel.names].map((one) => ({ channel, name: nameKey(one) }))),
    ({ name }) => name,
  );
  const networks = new Map<string, string | null>();
  for (const [name, logs] of groupedBy(files.flatMap(namedLog), (one) => one.name)) {
    const its = listed.get(name) ?? [];
    const known = new Set(its.flatMap(({ channel }) => channel.networks).map(lower));
    // One channel that has no networks takes them all.
    if (its.length > 0 && known.size === 0) continue;
    // Of one network alone there is nothing to ask, and an archive may have a log for each day.
    if (its.length === 0 && logs.every(({ network }) => network === logs[0]?.network)) continue;
    const own = logs.flatMap((log) => memberOf(log, known));
    const weak = own.filter(({ sure }) => !sure);
    // What settings do not name is none.
    if (its.length > 0) for (const { file } of weak) networks.set(file.path, null);
    if (its.length === 1 || weak.length === 0 || new Set(own.map(({ network }) => network)).size < 2) continue;
    const found = await told.kept(
      own.map(({ file }) => file),
      [...known].sort(),
      () => joined(own, told),
    );
    for (const [path, network] of found) networks.set(path, network);
  }
  return files.map((file) => (networks.has(file.path) ? withNetwork(file, networks.get(file.path) ?? null) : file));
}

function namedLog(file: ExaminedFile): readonly NamedLog[] {
  const { recognition, path, entries } = file;
  if (recognition.is !== 'log' || entries.length > 0) return [];
  const { channel, network } = recognition.facts;
  const name = nameOfWindow(path, channel);
  if (network === undefined || !isChannelName(name)) return [];
  return [{ file, name: nameKey(name), network: lower(network) }];
}

const nameKey = (name: string): string => lower(name.normalize('NFC'));

/** `known` are the networks that settings name. */
function memberOf(log: NamedLog, known: ReadonlySet<string>): readonly Member[] {
  const { path } = log.file;
  return isServerWindow(path) ? [] : [{ ...log, sure: known.has(log.network) || isSure(path, log.network) }];
}

function withNetwork(file: ExaminedFile, network: string | null): ExaminedFile {
  const { recognition } = file;
  if (recognition.is !== 'log') return file;
  const others = Object.entries(recognition.facts).filter(([key]) => key !== 'network');
  const facts: FileFacts = { ...Object.fromEntries(others), ...(network !== null && { network }) };
  return { ...file, recognition: { ...recognition, facts } };
}

/** The logs of a channel in folders of one name. */
type Folder = readonly Member[];

/** For logs of one name, the network of each that shares its words with another folder's. */
async function joined(own: Folder, told: FoldersTold): Promise<Networks> {
  let groups: readonly (readonly Folder[])[] = [];
  for (const folder of groupedBy(own, ({ network }) => network).values()) {
    let group: readonly Folder[] = [folder];
    const others: (readonly Folder[])[] = [];
    for (const other of groups)
      // Two that have nothing in common may both have it with a third.
      if (await meet(group, other, folder, told)) group = [...other, ...group];
      else others.push(other);
    groups = [...others, group];
  }
  const unnamed = groups.filter((group) => group.length > 1 && !group.some(isSureOne));
  // Those without a network come to the only other channel of their name, or to each other, whatever was said there.
  const mayLack = unnamed.length === 1 && groups.length !== 2;
  return groups
    .filter(({ length }) => length > 1)
    .flatMap((group): Networks => {
      const members = group.flat();
      const sure = members.find((one) => one.sure);
      const one = sure ?? (mayLack ? undefined : members.toSorted(byNetwork)[0]);
      const recognition = one?.file.recognition;
      const network = (recognition?.is === 'log' ? recognition.facts.network : undefined) ?? null;
      return members.filter(({ sure }) => !sure).map(({ file }) => [file.path, network] as const);
    });
}

const byNetwork = (one: Member, other: Member): number => (one.network < other.network ? -1 : 1);

const isSureOne = (members: Folder): boolean => members.some(({ sure }) => sure);

/** True where a folder, which is of a group, has the words of one of another. Two that clients' layouts call networks are two. */
async function meet(
  group: readonly Folder[],
  other: readonly Folder[],
  folder: Folder,
  { same }: FoldersTold,
): Promise<boolean> {
  if (group.some(isSureOne) && other.some(isSureOne)) return false;
  const filesOf = (members: Folder): readonly ExaminedFile[] => members.map(({ file }) => file);
  for (const one of other) if (await same(filesOf(one), filesOf(folder))) return true;
  return false;
}
