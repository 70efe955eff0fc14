// Which files are which channel's, and which are nobody's business: queries, server and status windows are never published.
//
//   settings + recognised files → channels with their files · private files · files that belong nowhere
//
// A file belongs to the channel whose `logs` names it; else to the listed channel of its name and network; else it makes a
// channel of its own, where its name is a channel's (RFC 2811). Names compare by RFC 1459.
import type { Entry } from './find-logs.ts';
import type { FileFacts } from './format.ts';
import { checkSlugs } from './channel-slugs.ts';
import { doubtsTold, type Doubted } from './doubted.ts';
import { Mistake } from './mistake.ts';
import { settledByNeighbours } from './neighbours.ts';
import type { Recognition } from './recognise.ts';
import type { ChannelSettings, LogSettings, Settings } from './settings.ts';
import { lower } from './shared/casemap.ts';
import { isChannelName, slugOf } from './shared/slug.ts';
import { isServerWindow, windowName } from './window-name.ts';

/** A file with what it was taken for. */
export interface ExaminedFile {
  /** Relative to the archive folder. */
  readonly path: string;
  readonly recognition: Recognition;
  /** The settings' entries that name it. */
  readonly entries: readonly Entry[];
}

export interface ChannelFile {
  readonly path: string;
  /** Name of the format. */
  readonly format: string;
  readonly facts: FileFacts;
  /** What settings say of it: its zone, its clock's error. */
  readonly log?: LogSettings;
}

export interface ChannelPlan {
  readonly slug: string;
  readonly name: string;
  /** Of several, the last that settings list. */
  readonly network?: string;
  readonly topic?: string;
  readonly formerSlugs: readonly string[];
  readonly presence: 'show' | 'none';
  /** In the order of their paths. */
  readonly files: readonly ChannelFile[];
}

export interface Undecided {
  readonly path: string;
  /** What has to be decided: many may be alike. */
  readonly about: 'channel' | 'damage' | 'format';
  readonly sentence: string;
  /** 1-based numbers of lines that show what no format reads. */
  readonly lines?: readonly number[];
}

export interface NoLog {
  readonly path: string;
  /** A noun phrase: `an empty file`. */
  readonly reason: string;
  /** It should have been one, by its name or by settings. */
  readonly expected?: true;
}

export interface ArchivePlan {
  /** By slug. */
  readonly channels: readonly ChannelPlan[];
  /** Logs that are not published, and the window's name: queries, server and status windows. */
  readonly private: readonly { readonly path: string; readonly name: string }[];
  /** Logs that the person should decide something about, most of them before they can be used: a sentence each. */
  readonly undecided: readonly Undecided[];
  /** What is no log, and what it is instead. */
  readonly none: readonly NoLog[];
  /** Globs of settings that match no file. */
  readonly unmatched: readonly string[];
}

type Log = Extract<Recognition, { readonly is: 'log' }>;

/** True for a file that settings name, that is named for a channel, or that was packed: each should be a log. */
const isExpected = ({ path, entries }: ExaminedFile): boolean =>
  entries.length > 0 || isChannelName(windowName(path)) || /\.gz(?:\.\d{1,3}|-\d{8})?$/i.test(path);

/** The name of the window that a file is a log of; some systems take the accents of file names apart, which are the same names. */
const nameOf = (file: ExaminedFile, { facts }: Log): string =>
  (facts.channel ?? windowName(file.path)).normalize('NFC');

/**
 * Listed channels that a file can belong to by its name and network: of those of its name the one that names its network, else
 * one that names none.
 */
function listedFor(channels: readonly ChannelSettings[], name: string, network: string | undefined): readonly number[] {
  const same = (one: string, other: string): boolean =>
    isChannelName(name) ? lower(one) === lower(other) : one === other;
  const named = channels.flatMap((channel, index) =>
    [channel.name, ...channel.names].some((one) => same(one.normalize('NFC'), name)) ? [index] : [],
  );
  const networksOf = (index: number): readonly string[] => channels[index]?.networks ?? [];
  const open = named.filter((index) => networksOf(index).length === 0);
  if (network === undefined) return open.length > 0 ? open : named;
  const its = named.filter((index) => networksOf(index).some((one) => lower(one) === lower(network)));
  return its.length > 0 ? its : open;
}

interface Draft {
  readonly listed?: ChannelSettings;
  readonly names: Set<string>;
  readonly networks: Set<string>;
  readonly files: ChannelFile[];
}

const newDraft = (listed?: ChannelSettings): Draft => ({
  ...(listed === undefined ? {} : { listed }),
  names: new Set(),
  networks: new Set(),
  files: [],
});

/** Of several spellings the one that a person wrote: clients put file names into lower case. */
function spelt(names: ReadonlySet<string>): string {
  const sorted = [...names].sort();
  return sorted.find((name) => name !== lower(name)) ?? sorted[0] ?? '';
}

function planOf({ listed, names, networks, files }: Draft): ChannelPlan {
  const name = listed?.name ?? spelt(names);
  const network = listed?.networks.at(-1) ?? (networks.size > 0 ? spelt(networks) : undefined);
  return {
    slug: listed?.slug ?? slugOf(name),
    name,
    ...(network === undefined ? {} : { network }),
    ...(listed?.topic === undefined ? {} : { topic: listed.topic }),
    formerSlugs: listed?.formerSlugs ?? [],
    presence: listed?.presence ?? 'show',
    files,
  };
}

/** Which of the found channels of one name a file without a network belongs to: the only one there is. */
function joinUnknownNetworks(found: Map<string, Map<string, Draft>>): readonly Draft[] {
  return [...found.values()].flatMap((networks) => {
    const unknown = networks.get('');
    const [only, ...others] = [...networks].flatMap(([network, draft]) => (network === '' ? [] : [draft]));
    if (!unknown || !only || others.length > 0) return [...networks.values()];
    for (const name of unknown.names) only.names.add(name);
    only.files.push(...unknown.files);
    return [only];
  });
}

/**
 * Shares out the files of an archive among its channels. Throws a Mistake where channels have one slug or a slug that cannot
 * be (all of them in one `SlugMistake`), or two channels' `logs` name one file.
 */
export function planChannels(settings: Settings, files: readonly ExaminedFile[]): ArchivePlan {
  const { channels } = settings;
  const listed = channels.map((channel) => newDraft(channel));
  const found = new Map<string, Map<string, Draft>>();
  const windows: { path: string; name: string }[] = [];
  const undecided: Undecided[] = [];
  const none: NoLog[] = [];
  const doubted: Doubted[] = [];

  const draftFor = (name: string, network: string): Draft => {
    const networks = found.get(lower(name)) ?? new Map<string, Draft>();
    const draft = networks.get(lower(network)) ?? newDraft();
    found.set(lower(name), networks.set(lower(network), draft));
    return draft;
  };

  const place = (file: ExaminedFile, log: Log): void => {
    const { facts, format } = log;
    const name = nameOf(file, log);
    const [entry, second] = file.entries;
    if (entry && second) {
      const keys = [entry, second].map(({ channel }) => `channels[${String(channel)}]`).join(' and ');
      throw new Mistake(`archive.yaml: ${file.path} belongs to both ${keys} by their logs; a file is of one channel.`);
    }
    const byName = entry ? [entry.channel] : listedFor(channels, name, facts.network);
    const open = byName.filter((index) => entry !== undefined || channels[index]?.logs === undefined);
    const settled = { path: file.path, format, facts, ...(entry ? { log: entry.log } : {}) };
    if (open.length > 1) {
      const keys = open.map((index) => `channels[${String(index)}]`).join(' or ');
      const sentence = `${file.path} tells no network, so it could be of ${keys}; name it under the logs of one of them`;
      undecided.push({ path: file.path, about: 'channel', sentence });
      return;
    }
    const [only] = open;
    const draft = only === undefined ? undefined : listed[only];
    if (draft) draft.files.push(settled);
    else if (byName.length > 0) {
      const sentence = `${file.path} is of ${name}, whose logs in archive.yaml do not name it`;
      undecided.push({ path: file.path, about: 'channel', sentence });
    } else if (isChannelName(name)) {
      const own = draftFor(name, facts.network ?? '');
      own.names.add(name);
      if (facts.network !== undefined) own.networks.add(facts.network);
      own.files.push(settled);
    } else windows.push({ path: file.path, name });
  };

  for (const file of settledByNeighbours(files)) {
    const { path, recognition } = file;
    if (recognition.is === 'log') {
      place(file, recognition);
      const { doubt, format } = recognition;
      if (doubt) doubted.push({ path, format, glob: file.entries[0]?.log.path ?? path, ...doubt });
    } else if (recognition.is === 'none') {
      const { reason, why } = recognition;
      const expected = why === undefined && isExpected(file) && { expected: true as const };
      if (why !== 'damaged') none.push({ path, reason, ...expected });
      else
        undecided.push({ path, about: 'damage', sentence: `${path} is ${reason}; bring a whole one, or take it away` });
    } else if (file.entries.length === 0 && isServerWindow(path)) windows.push({ path, name: windowName(path) });
    else {
      const { sentence } = recognition;
      undecided.push({
        path,
        about: 'format',
        sentence,
        ...(recognition.is === 'unread' ? { lines: recognition.lines } : {}),
      });
    }
  }
  const drafts = [...listed.filter((draft) => draft.files.length > 0), ...joinUnknownNetworks(found)];
  const order = (one: { readonly path: string }, other: { readonly path: string }): number =>
    one.path < other.path ? -1 : 1;
  for (const draft of drafts) draft.files.sort(order);
  const plans = drafts.map(planOf).sort((one, other) => (one.slug < other.slug ? -1 : 1));
  checkSlugs(plans);
  const used = new Set(files.flatMap(({ entries }) => entries.map(({ log }) => log.path)));
  const globs = channels.flatMap(({ logs = [] }) => logs.map(({ path }) => path));
  const unmatched = [...new Set(globs)].filter((glob) => !used.has(glob));
  const doubts = doubtsTold(doubted).map((one) => ({ ...one, about: 'format' as const }));
  return { channels: plans, private: windows, undecided: [...undecided, ...doubts], none, unmatched };
}
