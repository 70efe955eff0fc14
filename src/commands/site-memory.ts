// What a build keeps of the site that it made, for the next: a part of its own, and one for each channel, which only builds
// read that may change the channel's pages.
import { pagesPart } from '../pipeline/channel-memory.ts';
import type { ChannelPages, SiteBefore, SiteMemory } from '../site/build-site.ts';
import type { Parts } from '../state.ts';

const SITE = 'site';

/** The site that the last build left, as it was kept. */
export function siteBefore(parts: Parts): SiteBefore {
  return {
    memory: parts.read<SiteMemory>(SITE),
    pagesOf: (slug) => parts.read<ChannelPages>(pagesPart(slug)),
  };
}

/** Keeps what a channel's pages were made from. */
export function keepPages(parts: Parts, slug: string, pages: ChannelPages): void {
  parts.write(pagesPart(slug), pages);
}

/** Keeps what a site was made from beside them; what is kept of channels that it has no more goes. */
export function keepSite(parts: Parts, memory: SiteMemory): void {
  for (const slug of parts.folders()) if (!Object.hasOwn(memory.channels, slug)) parts.drop(pagesPart(slug));
  parts.write(SITE, memory);
}
