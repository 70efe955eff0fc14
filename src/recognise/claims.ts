// What a person is told of formats that claim a file.
import type { Candidate, LogFormat } from '../format.ts';
import { percent } from '../shared/numbers.ts';

/** What is told of a log of which no format reads half. */
export function unreadSentence(path: string, candidates: readonly Candidate[]): string {
  const some = candidates.slice(0, 3).map((one) => `${one.format} reads ${shareOf(one)}`);
  const known = some.length > 0 ? `; ${some.join(', ')}` : '';
  const hint = `${setting(path, '…')}, with stamp: where its stamps are unusual`;
  return `${path} looks like a log, but no format reads half of its lines${known}; say what it is ${hint}`;
}

/** What is told of one that several formats read as well, and differently. */
export function tiedSentence(
  path: string,
  tied: readonly [Candidate, ...Candidate[]],
  formats: readonly LogFormat[],
): string {
  const names = tied.map(({ format }) => format);
  const local = names.filter((name) => formats.some((one) => one.name === name && one.local));
  const utc = names.filter((name) => !local.includes(name));
  const hint = setting(path, local[0] ?? tied[0].format);
  return `${path} can be read in more than one way: ${eachClaim(tied)}${zonesOf(utc, local)}; say which it is ${hint}`;
}

const shareOf = ({ score, reason }: Candidate): string => `${percent(score)} (${reason})`;

/** What each of several formats claims; what many of them say alike, once. */
function eachClaim(candidates: readonly Candidate[]): string {
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
function zonesOf(utc: readonly string[], local: readonly string[]): string {
  if (utc.length === 0 || local.length === 0) return '';
  return `; times are UTC to ${utc.join(' and ')}, local to the other${local.length > 1 ? 's' : ''}`;
}

/** The setting that decides, as it is written under a channel. */
const setting = (path: string, format: string): string =>
  `under its channel in archive.yaml: logs: [{ path: ${JSON.stringify(path)}, format: ${format} }]`;
