// What a person is told of formats that claim a file.
import type { Candidate } from '../format.ts';
import { percent } from '../shared/numbers.ts';

export const claim = ({ format, ...its }: Candidate): string => `${format} reads ${shareOf(its)}`;
const shareOf = ({ score, reason }: Pick<Candidate, 'score' | 'reason'>): string => `${percent(score)} (${reason})`;

/** What each of several formats claims; what many of them say alike, once. */
export function eachClaim(candidates: readonly Candidate[]): string {
  const shares = [...new Set(candidates.map(shareOf))];
  return shares
    .map((share) => {
      const names = candidates.filter((one) => shareOf(one) === share).map(({ format }) => format);
      const last = names.pop();
      return names.length === 0 ? `${last} reads ${share}` : `${names.join(', ')} and ${last} each read ${share}`;
    })
    .join(', ');
}

/** Which formats take times for UTC, where others take them for local ones: it may be all that there is to decide. */
export function zonesOf(utc: readonly string[], local: readonly string[]): string {
  if (utc.length === 0 || local.length === 0) return '';
  return `; times are UTC to ${utc.join(' and ')}, local to the other${local.length > 1 ? 's' : ''}`;
}

/** The setting that decides, as it is written under a channel. */
export const setting = (path: string, format: string): string =>
  `under its channel in archive.yaml: logs: [{ path: ${JSON.stringify(path)}, format: ${format} }]`;
