// Netsplits: servers that lose each other, and everybody on the far side seems to quit.
//
//   * ada has quit (hub.example.net leaf.example.net)       the reason is the two servers' names, and nothing else:
//   * bob has quit (hub.example.net leaf.example.net)       a person's own reason comes with "Quit: " before it
//   * ada has joined                                        back when the servers met again
//
// Quits of one reason, close together, are one split; a single one is a split too.
import type { Entry } from '../events.ts';
import { lower } from '../shared/casemap.ts';

/** Who was cut off: the address of the quit, and of the join that ended it if it is among the entries. */
export interface CutOff {
  readonly nick: string;
  /** Epoch seconds. */
  readonly at: number;
  readonly id: string;
  readonly back?: { readonly at: number; readonly id: string };
}

export interface Netsplit {
  /** In the order of the log. */
  readonly cut: readonly CutOff[];
}

/** Names of servers, or the stars that a network shows instead of them (`*.net *.split`). */
const SERVERS = /^((?:[\w*-]+\.)+[\w*-]+) ((?:[\w*-]+\.)+[\w*-]+)$/;
/** Seconds between the quits of one split. */
const TOGETHER = 60;
/** Who joins later than this, in seconds, comes of his own. */
const MEETING = 86_400;

/** The servers that a quit's reason names, where it has the form of a netsplit's. */
export function splitServers(reason: string | undefined): readonly [string, string] | undefined {
  const match = reason === undefined ? null : SERVERS.exec(reason);
  return match ? [match[1]!, match[2]!] : undefined;
}

/** The netsplits among entries in the order of time. */
export function netsplitsOf(entries: readonly Entry[]): readonly Netsplit[] {
  type Cut = { nick: string; at: number; id: string; back?: { at: number; id: string } };
  const splits: { readonly servers: string; latest: number; readonly cut: Cut[] }[] = [];
  const away = new Map<string, Cut>();
  for (const entry of entries) {
    if (entry.nick === undefined) continue;
    if (entry.kind === 'join') {
      const cut = away.get(lower(entry.nick));
      away.delete(lower(entry.nick));
      if (cut && entry.at - cut.at <= MEETING) cut.back = { at: entry.at, id: entry.id };
    } else if (entry.kind === 'quit') {
      const servers = splitServers(entry.reason)?.join(' ');
      if (servers === undefined) continue;
      const { nick, at, id } = entry;
      let split = splits.findLast((one) => at - one.latest <= TOGETHER && one.servers === servers);
      if (!split) splits.push((split = { servers, latest: at, cut: [] }));
      const cut: Cut = { nick, at, id };
      split.latest = at;
      split.cut.push(cut);
      away.set(lower(nick), cut);
    }
  }
  return splits.map(({ cut }) => ({ cut }));
}
