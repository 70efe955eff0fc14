// The addresses of a day's entries: each keeps every one that each logger alone would give it, under the archive's zone
// and under those that it had before.
import { hashDigits, twin } from '../shared/address.ts';
import type { Zone } from '../time.ts';
import type { Cluster, Member } from './cluster.ts';

interface Address {
  /** `t<HHMMSS>` and four digits; of another day's page, with its date before it: `<date>/t…`. */
  readonly place: string;
  readonly sha: string;
  readonly twin: number;
  /** Its stamp is of another day than the corrected time; by what its logger tells, its id is on this page. */
  readonly corrected: boolean;
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
  return plainAddresses(clusters, date, zones) ?? sharedAddresses(clusters, date, zones);
}

const NONE: readonly string[] = [];

/** The addresses of a day on which each line has one, and no two the same: most days. Undefined for others. */
function plainAddresses(
  clusters: readonly Cluster[],
  date: string,
  [zone, ...former]: readonly Zone[],
): readonly Addresses[] | undefined {
  if (!zone || former.length > 0) return undefined;
  const taken = new Set<string>();
  const addresses: Addresses[] = [];
  for (const { members } of clusters) {
    const seen = members.length === 1 ? members[0]?.seen : undefined;
    if (!seen || seen.twin > 1 || zone.dayAt(seen.at).date !== date) return undefined;
    const id = placeOf(seen, zone);
    if (taken.has(id)) return undefined;
    taken.add(id);
    addresses.push({ id, aliases: NONE });
  }
  return addresses;
}

const placeOf = ({ at, sha }: Member['seen'], zone: Zone): string => `t${zone.clockAt(at)}${hashDigits(sha, 4)}`;

function sharedAddresses(clusters: readonly Cluster[], date: string, zones: readonly Zone[]): readonly Addresses[] {
  const wanted = clusters.map(({ members }) => addressesOf(members, date, zones));
  const form = formsOf(wanted);
  const owned = new Set<string>();
  const ids = wanted.map(([first], index) => {
    // Two loggers' equal lines of one second that are not one: the later takes the next number.
    for (let number = first?.twin ?? 1; ; number++) {
      const id = first ? idOf(form(first, number)) : `t000000${index}`;
      if (owned.has(id)) continue;
      owned.add(id);
      return id;
    }
  });
  return ids.map((id, index) => {
    let aliases: string[] | undefined;
    for (const address of wanted[index] ?? []) {
      const texts = [form(address, address.twin), form.short(address)];
      // The id that the line had here before a logger that goes first told of it.
      if (address.corrected) texts.push(idOf(form(address, address.twin)));
      for (const text of texts) {
        if (text === undefined || owned.has(text)) continue;
        owned.add(text);
        (aliases ??= []).push(text);
      }
    }
    return { id, aliases: aliases ?? [] };
  });
}

/** The address that each logger, under each zone, would give; the first is the reference's. */
function addressesOf(members: Cluster['members'], date: string, zones: readonly Zone[]): readonly Address[] {
  const addresses: Address[] = [];
  for (const [former, zone] of zones.entries())
    for (let index = 0; index < members.length; index++) {
      const { seen } = members[index] as Member;
      if (isKnown(members, index)) continue;
      const day = zone.dayAt(seen.at).date;
      const text = placeOf(seen, zone);
      const place = day === date ? text : `${day}/${text}`;
      const corrected = former === 0 && day !== date && !seen.replay;
      addresses.push({ place, sha: seen.sha, twin: seen.twin, corrected });
    }
  return addresses;
}

/** True where a member before gives the same address: the hash covers the second. */
function isKnown(members: readonly Member[], index: number): boolean {
  const own = members[index]?.seen;
  for (let before = 0; before < index; before++) {
    const other = members[before]?.seen;
    if (other?.sha === own?.sha && other?.twin === own?.twin) return true;
  }
  return false;
}

/** A corrected clock may put a line on another day than its stamp's; its address there is without that date. */
const idOf = (place: string): string => place.slice(place.indexOf('/') + 1);

/** How addresses are written: four digits, or six for different entries that four do not tell apart. */
function formsOf(addresses: readonly (readonly Address[])[]) {
  const shas = new Map<string, string>();
  const clashes = new Map<string, string[]>();
  for (const own of addresses)
    for (const { place, sha } of own) {
      const known = shas.get(place);
      if (known === undefined) shas.set(place, sha);
      else if (known !== sha) clashes.set(place, [...new Set([...(clashes.get(place) ?? [known]), sha])]);
    }
  const written = ({ place, sha }: Address, number: number): string => {
    const clash = clashes.size > 0 && clashes.has(place);
    return twin(clash ? place.slice(0, -4) + hashDigits(sha, 6) : place, number);
  };
  /** The four-digit form, for the one of a clash whose six digits sort first. */
  written.short = ({ place, sha, twin: number }: Address): string | undefined => {
    const clash = clashes.size > 0 ? clashes.get(place) : undefined;
    const first = clash?.map((one) => [hashDigits(one, 6), one] as const).sort(([a], [b]) => (a < b ? -1 : 1))[0]?.[1];
    return first === sha ? twin(place, number) : undefined;
  };
  return written;
}
