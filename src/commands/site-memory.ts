// What a build keeps of the site that it made, for the next: a part of its own, and one for each channel, which only builds
// read that may change the channel's pages.
import type { ChannelPages, SiteBefore, SiteMemory, SiteSummary } from '../site/build-site.ts';
import type { Parts } from '../state.ts';

const SITE = 'site';
const partOf = (slug: string): string => `${slug}/${SITE}`;

/** The site that the last build left, as it was kept. */
export function siteBefore(parts: Parts): SiteBefore {
  return {
    memory: parts.read<SiteMemory>(SITE),
    pagesOf: (slug) => parts.read<ChannelPages>(partOf(slug)),
  };
}

/** Keeps what a site was made from; channels that are not told of are what they were. */
export function keepSite(parts: Parts, { memory, channels }: Pick<SiteSummary, 'memory' | 'channels'>): void {
  for (const name of parts.names()) {
    const [slug = '', kind] = name.split('/');
    if (kind === SITE && !Object.hasOwn(memory.channels, slug)) parts.drop(name);
  }
  for (const [slug, pages] of channels) parts.write(partOf(slug), pages);
  parts.write(SITE, memory);
}
