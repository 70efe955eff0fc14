// Makes what differs of some channels: their days' pages, then what asks what the months tell of people.
import { append } from '../shared/append.ts';
import { batchesOf, inBatches } from './batches.ts';
import {
  livesIn,
  monthChanges,
  pageChanges,
  vanishedOf,
  withLives,
  withPages,
  type ChannelPages,
  type MonthsMemory,
} from './changes.ts';
import type { MonthOrder, PageOrder } from './orders.ts';
import type { Maker } from './maker.ts';
import type { ChannelLives, ChannelSite } from './site.ts';

/** So much is shown by the pages that are made at once. */
export const SIZE_AT_ONCE = 50_000;
const PAGES_AT_ONCE = 500;

/** The site before. */
export interface Stood {
  /** What `ChannelSite.references` gave; undefined of a channel that it did not have. */
  readonly referencesOf: (slug: string) => string | undefined;
  readonly pagesOf: (slug: string) => ChannelPages | undefined;
}

/** What has to be made of a channel, but for pages that ask what its months tell. Plain data: it holds none of the channel. */
export interface Draft {
  readonly slug: string;
  readonly orders: readonly MonthOrder[];
  readonly months: MonthsMemory;
  readonly references: string;
}

/** Looks for what differs in a channel from the site before. */
export function draftOf({ slug, months, references }: ChannelSite, { pagesOf }: Stood): Draft {
  const { orders, memory } = monthChanges(months(), pagesOf(slug)?.months);
  return { slug, orders, months: memory, references: references() };
}

/** How much the pages of orders show. */
export const sizeOf = (orders: readonly MonthOrder[]): number => orders.reduce((sum, { size }) => sum + size, 0);

export interface ChannelsInput {
  readonly ofChannel: (slug: string) => ChannelSite;
  readonly stood: Stood;
  readonly maker: Maker;
  readonly batchesAtOnce: number;
  /** Keeps what a channel's pages were made from. */
  readonly keep: (slug: string, pages: ChannelPages) => void;
}

/** Makes what differs of some channels; paths of theirs that are no more what they were. */
export async function makeChannels(drafts: readonly Draft[], input: ChannelsInput): Promise<readonly string[]> {
  const { ofChannel, stood, maker, batchesAtOnce, keep } = input;
  const orders = drafts.flatMap((draft) => draft.orders);
  const batches = batchesOf(orders, ({ size }) => size, SIZE_AT_ONCE);
  // Where other processes make the days, bugs are told of meanwhile.
  const [lived] = await Promise.all([inBatches(batchesAtOnce, batches, maker.months), tellBugs(drafts, input)]);
  const shelves = drafts.map((draft) => {
    const { slug } = draft;
    const months = withLives(draft.months, slug, lived.flat());
    const lives = livesIn(months);
    const pages = ofChannel(slug).pages(() => lives);
    return { slug, months, lives, changes: pageChanges(pages, stood.pagesOf(slug)?.pages, { slug }) };
  });
  const lives = new Map(shelves.map((shelf) => [shelf.slug, shelf.lives]));
  const pages = shelves.flatMap(({ changes }) => changes.orders);
  const hashes = await makePages(pages, lives, maker, batchesAtOnce);
  const vanished: string[] = [];
  for (const { slug, months, changes } of shelves) {
    const before = stood.pagesOf(slug);
    const now = { months, pages: withPages(changes, hashes, before?.pages) };
    keep(slug, now);
    if (before) append(vanished, vanishedOf(slug, before, now));
  }
  return vanished;
}

async function tellBugs(drafts: readonly Draft[], { ofChannel, stood }: ChannelsInput): Promise<void> {
  // The orders go out first.
  await Promise.resolve();
  for (const { slug, references } of drafts) if (stood.referencesOf(slug) !== references) ofChannel(slug).tellBugs();
}

/** Makes pages, so many at a time; what stands on each now, as hashes by their paths. */
export async function makePages(
  orders: readonly PageOrder[],
  lives: ReadonlyMap<string, ChannelLives>,
  maker: Maker,
  batchesAtOnce: number,
): Promise<ReadonlyMap<string, string>> {
  const batches = batchesOf(orders, () => 1, PAGES_AT_ONCE);
  return new Map((await inBatches(batchesAtOnce, batches, (batch) => maker.pages(batch, lives))).flat());
}
