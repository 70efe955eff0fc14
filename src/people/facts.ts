// What one day tells of who is who: small, plain data, kept between builds.
import { isBouncer, type Entry } from '../events.ts';
import { lower } from '../shared/casemap.ts';

/** A rename seen in the log. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** Epoch seconds. */
  readonly at: number;
  /** `<YYYY-MM-DD>` of the page that shows it, and its address there. */
  readonly date: string;
  readonly id: string;
}

export interface PeopleFacts {
  /** Nicks as spelled, in the order in which the day first names them, and when (epoch seconds). */
  readonly first: readonly (readonly [nick: string, at: number])[];
  /** Messages, actions and notices of each nick. */
  readonly lines: Readonly<Record<string, number>>;
  readonly renames: readonly Rename[];
}

/** Which nicks had which user@host, the host hashed; each pair once. Plain data: taken before hosts are hidden. */
export type HostFacts = readonly (readonly [nick: string, host: string])[];

/** A server's name, which stands for the nick in its notices, kicks and modes. */
const SERVER = /^[\w*-]+(?:\.[\w*-]+)*\.[a-z*]{2,}$/i;

/** Whether a nick is a server's name. */
export function isServer(nick: string): boolean {
  return SERVER.test(nick);
}

/** Every nick that an entry names as somebody in the channel. */
export function nicksOf(entry: Entry): readonly string[] {
  const nicks: string[] = [];
  // Modes and topics are set by servers and services too, and the log's own lines are nobody's.
  if (entry.nick !== undefined && entry.kind !== 'mode' && entry.kind !== 'topic' && entry.kind !== 'log') {
    const server = (entry.kind === 'notice' || entry.kind === 'kick') && isServer(entry.nick);
    if (!server && !isBouncer(entry.nick)) nicks.push(entry.nick);
  }
  if (entry.kind === 'nick') nicks.push(entry.to);
  else if (entry.kind === 'kick' && entry.target !== undefined) nicks.push(entry.target);
  return nicks;
}

/** What a day's entries, as published, tell of who is who. */
export function factsOf(date: string, entries: readonly Entry[]): PeopleFacts {
  const first = new Map<string, number>();
  const lines = new Map<string, number>();
  const renames: Rename[] = [];
  for (const entry of entries) {
    const { kind, nick, at } = entry;
    if (kind === 'message' || kind === 'action' || kind === 'notice') {
      if (nick === undefined || isBouncer(nick) || (kind === 'notice' && isServer(nick))) continue;
      lines.set(nick, (lines.get(nick) ?? 0) + 1);
      if (!first.has(nick)) first.set(nick, at);
      continue;
    }
    for (const named of nicksOf(entry)) if (!first.has(named)) first.set(named, at);
    if (kind === 'nick' && nick !== undefined) renames.push({ from: nick, to: entry.to, at, date, id: entry.id });
  }
  return { first: [...first], lines: Object.fromEntries(lines), renames };
}

/** Which user@host each nick had on a day whose hosts are not hidden yet; `hash` keeps the hosts themselves out of any file. */
export function hostsOf(entries: readonly Entry[], hash: (text: string) => string): HostFacts {
  const pairs = new Map<string, readonly [string, string]>();
  for (const entry of entries) {
    if (entry.kind !== 'join' && entry.kind !== 'part' && entry.kind !== 'quit') continue;
    if (entry.nick === undefined || !entry.host?.includes('@')) continue;
    const key = `${lower(entry.nick)} ${entry.host.toLowerCase()}`;
    if (!pairs.has(key)) pairs.set(key, [lower(entry.nick), hash(entry.host.toLowerCase())]);
  }
  return [...pairs.values()];
}
