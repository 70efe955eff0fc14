// The addresses of a day's entries: each keeps every one that each logger alone would give it, under the archive's zone
// and under those that it had before.
import { hashDigits, twin } from '../shared/address.ts';
import type { Zone } from '../time.ts';
import type { Cluster } from './merge.ts';
import type { Numbered } from './seen.ts';

interface Address {
  /** `YYYY-MM-DD` of the page it is on. */
  readonly date: string;
  /** `t<HHMMSS>` */
  readonly clock: string;
  readonly sha: string;
  readonly twin: number;
}

export interface Addresses {
  readonly id: string;
  /** `t…` on the page of the day, `<date>/t…` on another. */
  readonly aliases: readonly string[];
}

/**
 * The addresses of a day's clusters (their members numbered), in the clusters' order; unique on the day's page. The first
 * zone is the archive's, the others are former ones.
 */
export function claim(clusters: readonly Cluster[], date: string, zones: readonly Zone[]): readonly Addresses[] {
  const wanted = clusters.map(({ members }) =>
    zones.flatMap((zone) => members.map(({ seen }) => addressOf(seen, zone))),
  );
  const form = formsOf(wanted.flat());
  const owned = new Set<string>();
  const ids = wanted.map(([first], index) => {
    // Two loggers' equal lines of one second that are not one: the later takes the next number.
    for (let number = first?.twin ?? 1; ; number++) {
      const id = first ? form(first, number) : `t000000${index}`;
      if (owned.has(id)) continue;
      owned.add(id);
      return id;
    }
  });
  return ids.map((id, index) => {
    const aliases: string[] = [];
    for (const address of wanted[index] ?? []) {
      for (const text of [form(address, address.twin), form.short(address)]) {
        const full = text === undefined || address.date === date ? text : `${address.date}/${text}`;
        if (full === undefined || owned.has(full)) continue;
        owned.add(full);
        aliases.push(full);
      }
    }
    return { id, aliases };
  });
}

function addressOf(seen: Numbered, zone: Zone): Address {
  return { date: zone.dayAt(seen.at).date, clock: `t${zone.clockAt(seen.at)}`, sha: seen.sha, twin: seen.twin };
}

/** How addresses are written: four digits, or six for different entries that four do not tell apart. */
function formsOf(addresses: readonly Address[]) {
  const shas = new Map<string, string>();
  const clashes = new Map<string, string[]>();
  const four = ({ clock, sha }: Address): string => clock + hashDigits(sha, 4);
  const place = (address: Address): string => `${address.date}${four(address)}`;
  for (const address of addresses) {
    const key = place(address);
    const known = shas.get(key);
    if (known === undefined) shas.set(key, address.sha);
    else if (known !== address.sha) clashes.set(key, [...new Set([...(clashes.get(key) ?? [known]), address.sha])]);
  }
  const written = (address: Address, number: number): string => {
    const clash = clashes.size > 0 && clashes.has(place(address));
    return twin(clash ? address.clock + hashDigits(address.sha, 6) : four(address), number);
  };
  /** The four-digit form, for the one of a clash whose six digits sort first. */
  written.short = (address: Address): string | undefined => {
    const clash = clashes.size > 0 ? clashes.get(place(address)) : undefined;
    const first = clash?.map((sha) => [hashDigits(sha, 6), sha] as const).sort(([a], [b]) => (a < b ? -1 : 1))[0]?.[1];
    return first === address.sha ? twin(four(address), address.twin) : undefined;
  };
  return written;
}
