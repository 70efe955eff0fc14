// What a build keeps of the site that it made, for the next: a part of its own, and one for each channel, which only builds
// read that may change the channel's pages.
import { pagesPart } from '../pipeline/channel-memory.ts';
import type { ChannelPages, SiteBefore, SiteMemory, SiteSummary } from '../site/build-site.ts';
import type { Parts } from '../state.ts';

const SITE = 'site';

/** The site that the last build left, as it was kept. */
export function siteBefore(parts: Parts): SiteBefore {
  return {
    memory: parts.read<SiteMemory>(SITE),
    pagesOf: (slug) => parts.read<ChannelPages>(pagesPart(slug)),
  };
}

/** Keeps what a site was made from; channels that are not told of are what they were. */
export function keepSite(parts: Parts, { memory, channels }: Pick<SiteSummary, 'memory' | 'channels'>): void {
  for (const name of parts.names()) {
    const [slug = ''] = name.split('/');
    if (name === pagesPart(slug) && !Object.hasOwn(memory.channels, slug)) parts.drop(name);
  }
  for (const [slug, pages] of channels) parts.write(pagesPart(slug), pages);
  parts.write(SITE, memory);
}
