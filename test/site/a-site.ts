// All pages of an archive as texts: what tests of single pages share.
import type { Memory } from '../../src/pipeline/archive.ts';
import { madeOf } from '../../src/pipeline/channel-memory.ts';
import { once } from '../../src/shared/once.ts';
import { wholeText } from '../../src/shared/text-room.ts';
import { ownerFilesOf, type OwnerFiles } from '../../src/site/owner/owner-files.ts';
import { siteOf, type ChannelSite } from '../../src/site/site.ts';
import { openState } from '../../src/state.ts';
import { openStore, type Archive } from '../../src/store.ts';
import { bench, type Bench } from '../build/archive.ts';

const NOTHING: OwnerFiles = { pages: [], copies: [], problems: [], notesOf: () => new Map() };

/** The pages of an archive, by their paths; without `owner` it is one whose owner wrote nothing. */
export function pagesIn(archive: Archive, owner = NOTHING): ReadonlyMap<string, string> {
  const { channels, pages } = siteOf(archive, owner);
  const ofChannels = channels.flatMap((channel) => {
    const months = channel.months();
    const days = months.flatMap((month) => month.days.map(({ path, make }) => [path, wholeText(make().page)] as const));
    channel.tellBugs();
    const lives = once(() => new Map(months.map(({ name, live }) => [name, live()])));
    return [...days, ...channel.pages(lives).map(({ path, make }) => [path, wholeText(make())] as const)];
  });
  return new Map([...ofChannels, ...pages(() => '').map(({ path, make }) => [path, wholeText(make())] as const)]);
}

/** An archive of one channel as a build leaves it in its store, and its site, whose pages know what they are made from. */
export async function channelMade(one: Bench) {
  await one.make();
  const state = openState<Memory>(one.cache, 'test');
  const siteFrom = (archive: Archive): ChannelSite =>
    siteOf(archive, NOTHING, (slug) => madeOf(state.parts, slug)).channels[0]!;
  return { store: openStore(state.store), siteFrom };
}

/** The pages of an archive of these files, by their paths. */
export async function pagesFrom(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const one = bench(files);
  try {
    await one.make();
    const archive = openStore(openState<Memory>(one.cache, 'test').store);
    return pagesIn(
      archive,
      ownerFilesOf(one.folder, archive.index, (path) => /-\d\d\/$/.test(path)),
    );
  } finally {
    one.close();
  }
}
