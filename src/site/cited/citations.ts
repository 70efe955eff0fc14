// Every line of a channel that cites something, by what it cites: for the pages of references and of bugs. Lists and counts
// are in the channel's index; the lines are many, and read when such a page is made.
import { citationKey } from '../../references.ts';
import type { Archive, ChannelIndex, CitationSummary, DaySummary, Reference } from '../../store.ts';

/** Something cited, with every line that cites it. */
export interface Citation extends CitationSummary {
  /** Oldest first. */
  readonly citing: readonly CitingLine[];
}

export interface CitingLine extends Reference {
  readonly day: Pick<DaySummary, 'date' | 'start' | 'end'>;
}

const known = new WeakMap<ChannelIndex, readonly Citation[]>();

/** The citations of a channel of the archive, in the order of its index; made once for a channel. */
export function citationsOf(archive: Archive, channel: ChannelIndex): readonly Citation[] {
  let citations = known.get(channel);
  if (!citations) known.set(channel, (citations = gathered(archive, channel)));
  return citations;
}

function gathered(archive: Archive, { channel: { slug }, citations, days }: ChannelIndex): readonly Citation[] {
  const lines = new Map<string, CitingLine[]>(citations.map((citation) => [citationKey(citation), []]));
  for (const summary of days) {
    const references = archive.referencesOn(slug, summary.date);
    if (references.length === 0) continue;
    const { date, start, end } = summary;
    for (const reference of references)
      lines.get(citationKey(reference))?.push({ ...reference, day: { date, start, end } });
  }
  return citations.map((citation) => ({ ...citation, citing: lines.get(citationKey(citation)) ?? [] }));
}
