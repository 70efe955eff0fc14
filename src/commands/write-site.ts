// The site of a build: made whole, or what of it differs, beside the one that stands; then put into its place.
import { madeOf } from '../pipeline/channel-memory.ts';
import type { State } from '../state.ts';
import type { ChannelPages, SiteBefore, SiteSummary, WorkersInput } from '../site/build-site.ts';
import type { Archive } from '../store.ts';
import { putChanges, putInPlace } from './output.ts';
import { startPageWorkers, type PageWorkers, type WaitingPageWorkers } from './page-workers.ts';
import type { Progress } from './progress.ts';
import { keepPages } from './site-memory.ts';

export interface WriteSiteInput {
  readonly archive: Archive;
  readonly content: string;
  readonly out: string;
  readonly state: Pick<State<unknown>, 'parts' | 'store'>;
  /** Slugs of channels that were not looked into. */
  readonly unchanged: ReadonlySet<string>;
  /** The site that stands; undefined where nothing is known of it. */
  readonly before: SiteBefore | undefined;
  /** See `SiteOptions`. */
  readonly rehearsed: string | undefined;
  /** Processes that were started for it. */
  readonly waiting: WaitingPageWorkers | undefined;
  readonly onStage: Progress['stage'];
}

/** Makes the site, or what of it differs from the one `before`. */
export async function writeSite(input: WriteSiteInput): Promise<SiteSummary> {
  const { archive, content, out, unchanged, before, rehearsed, waiting, onStage } = input;
  const { parts, store } = input.state;
  // Loaded only where pages are made: it takes longer than finding that nothing changed.
  const { buildSite } = await import('../site/build-site.ts');
  let done = 0;
  const site = {
    ...{ archive, content, unchanged },
    onDays: (count: number, total: number) => onStage('pages', (done += count), total),
    workers: (orders: WorkersInput): PageWorkers =>
      (waiting ?? startPageWorkers(!orders.beside)).begin({ store, content }, orders),
    basisOf: (slug: string) => madeOf(parts, slug),
    keep: (slug: string, pages: ChannelPages) => keepPages(parts, slug, pages),
  };
  return before
    ? putChanges(out, (folder) => buildSite({ ...site, out: folder, before, ...(rehearsed && { rehearsed }) }))
    : putInPlace(out, (folder) => buildSite({ ...site, out: folder }));
}
