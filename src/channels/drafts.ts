// Channels as they come together, file by file: those of settings, and those that the logs show, by their name and network.
import type { ChannelFile, ChannelPlan } from './plan.ts';
import type { ChannelSettings } from '../settings.ts';
import { lower } from '../shared/casemap.ts';
import { slugOf } from '../shared/slug.ts';

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

const byPath = (one: ChannelFile, other: ChannelFile): number => (one.path < other.path ? -1 : 1);

export interface Drafts {
  /** Takes a file of a channel of settings, by its index. */
  readonly addListed: (index: number, file: ChannelFile) => void;
  /** Takes a file of a channel that no settings list. */
  readonly addFound: (name: string, network: string | undefined, file: ChannelFile) => void;
  /** The channels that have files, by slug. */
  readonly plans: () => readonly ChannelPlan[];
  /** The channels of settings that could have files of any name, and have none. */
  readonly idle: () => readonly ChannelPlan[];
}

/** The channels of an archive, at first those that settings list, without a file. */
export function draftsOf(channels: readonly ChannelSettings[]): Drafts {
  const listed = channels.map((channel) => newDraft(channel));
  const found = new Map<string, Map<string, Draft>>();
  return {
    addListed: (index, file) => listed[index]?.files.push(file),
    addFound(name, network, file) {
      const networks = found.get(lower(name)) ?? new Map<string, Draft>();
      const key = lower(network ?? '');
      const draft = networks.get(key) ?? newDraft();
      found.set(lower(name), networks.set(key, draft));
      draft.names.add(name);
      if (network !== undefined) draft.networks.add(network);
      draft.files.push(file);
    },
    plans() {
      const drafts = [...listed.filter(({ files }) => files.length > 0), ...joinUnknownNetworks(found)];
      for (const draft of drafts) draft.files.sort(byPath);
      return drafts.map(planOf).sort((one, other) => (one.slug < other.slug ? -1 : 1));
    },
    idle: () => listed.filter((draft) => draft.files.length === 0 && draft.listed?.logs === undefined).map(planOf),
  };
}
