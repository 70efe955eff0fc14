// A day of a channel: gathered from its loggers, made private, and what it tells for the lists and for those who come after.
import { hash } from 'node:crypto';
import type { Entry, EventOf } from '../events.ts';
import {
  asLogged,
  gatherDay,
  inPasses,
  instantOf,
  type Carry,
  type Clock,
  type Passes,
  type Share,
} from '../gather.ts';
import { botsOf, factsOf, hostsOf, type HostFacts, type PeopleFacts } from '../people.ts';
import { countsOf, watch, type Counts, type Sight, type SightState, type Telling } from '../presence.ts';
import type { Privacy } from '../privacy.ts';
import {
  quoteOf,
  referencesOf,
  termsOf,
  aboutOf,
  type Quote,
  type Reference,
  type Topic,
  type Tracker,
} from '../references.ts';
import { relayed } from '../relays.ts';
import type { PersonSettings, RelaySettings } from '../settings.ts';
import { lower } from '../shared/casemap.ts';
import { copyWithout } from '../shared/copy.ts';
import type { Day, Zone } from '../time.ts';
import { heardBy, sumsOf, tellingOf, type Sums } from './day-sources.ts';
import type { ChannelLogger } from './channel-logger.ts';

/** What a day tells beside its entries. Plain data: it is kept between builds. */
export interface DayFacts {
  readonly date: string;
  readonly key: string;
  readonly carry: Carry;
  readonly watches: readonly SightState[];
  readonly sights: readonly Sight[];
  readonly counts: Counts;
  /** Of each of several loggers, by rank, from what it has of the entries; none of one alone. */
  readonly countsOfEach: readonly Counts[];
  readonly people: PeopleFacts;
  readonly hosts: HostFacts;
  readonly sums: Sums;
  readonly shares: readonly Share[];
  /** What settings name for privacy and was found on it: see `PrivateDay`. */
  readonly found: readonly string[];
  /** Other days on whose pages addresses of this day's lines were issued, ascending. */
  readonly away: readonly string[];
  readonly entries: number;
  /** Hash of the entries as they are published; empty for none. */
  readonly published: string;
  /** Nicks that its lines show beside those that it tells people by: who sets modes and topics, servers. */
  readonly further: readonly string[];
  readonly lines: number;
  readonly said?: { readonly first: number; readonly last: number; readonly firstId: string; readonly lastId: string };
  readonly strip: readonly number[];
  readonly references: readonly Reference[];
  readonly about: readonly Topic[];
  readonly quote?: Quote;
}

/** What a day leaves to the next. */
export type Left = Pick<DayFacts, 'carry' | 'watches'>;

export interface DayInput {
  readonly slug: string;
  readonly loggers: readonly ChannelLogger[];
  readonly zone: Zone;
  /** Zones that addresses were issued under before. */
  readonly formerZones: readonly Zone[];
  readonly privacy: Privacy;
  readonly relays: readonly RelaySettings[];
  readonly people: readonly PersonSettings[];
  readonly trackers: readonly Tracker[];
  /** Takes the day's entries, and of them those that tell who was there when; a hash of them as they are published, empty for none. */
  readonly keep: (day: Day, entries: readonly Entry[], telling: readonly Telling[]) => string;
}

/** Makes a day, whose key is given, from its loggers and what the day before left. */
export async function makeDay(input: DayInput, day: Day, key: string, before: Left | undefined): Promise<DayFacts> {
  const { loggers, zone, privacy, slug, trackers } = input;
  const { date } = day;
  const gathered = await gatherDay(day, loggers, [zone, ...input.formerZones], before?.carry);
  const { sources, carry, shares, passes } = gathered;
  const all = gathered.entries.map(relayed(input.relays));
  const seen = await Promise.all(
    loggers.map((logger, rank) => watchDay(logger, date, before?.watches[rank], shares[rank]?.clock, passes[rank])),
  );
  const owners = new Set(
    [...(before?.watches ?? []), ...seen.map(({ state }) => state)].flatMap(({ nick }) => (nick ? [lower(nick)] : [])),
  );
  const { entries, before: addresses, leftOut, found } = privacy.day(slug, date, all);
  const published = input.keep(day, entries, tellingOf(entries, addresses, all, sources, loggers.length));
  const doubles = loggers.reduce((sum, logger) => sum + logger.doublesOn(date), 0);
  const people = factsOf(date, entries);
  const references = referencesOf(entries, trackers);
  // What a day was about is what people said; a program's nightly line tells nothing of it.
  const isBot = botsOf(input.people);
  const human = entries.filter(({ nick }) => nick === undefined || !isBot(nick));
  const quote = quoteOf(human);
  return {
    date,
    key,
    carry,
    watches: seen.map(({ state }) => state),
    sights: seen.map(({ sight }) => shownSight(sight, privacy)),
    counts: countsOf(entries, owners),
    countsOfEach: loggers.length > 1 ? loggers.map((_, rank) => countsOf(heardBy(rank, all, sources), owners)) : [],
    people,
    hosts: hostsOf(withHosts(entries, all), (host) => hash('sha256', host).slice(0, 16)),
    sums: sumsOf(all, sources, leftOut, doubles),
    shares,
    found,
    away: awayOf(entries),
    entries: entries.length,
    published,
    further: furtherOf(entries, people),
    ...saidOn(entries, zone),
    references,
    about: aboutOf(
      references.filter(({ by }) => !isBot(by)),
      termsOf(human),
    ),
    ...(quote && { quote }),
  };
}

/** Sight as it may be published: owners by the nicks that are shown. */
function shownSight({ gaps, owners }: Sight, privacy: Privacy): Sight {
  const shown = owners.flatMap((owner) => {
    const nick = privacy.shown(owner.nick);
    const was = owner.was === undefined ? undefined : privacy.shown(owner.was);
    return nick === undefined ? [] : [{ ...copyWithout(owner, 'was'), nick, ...(was !== undefined && { was }) }];
  });
  return { gaps, owners: shown };
}

/** Fields of entries that name somebody. */
const NAMING = ['nick', 'target', 'to', 'via'] as const;

function furtherOf(entries: readonly Entry[], { first }: PeopleFacts): readonly string[] {
  const known = new Set(first.map(([nick]) => nick));
  const further = new Set<string>();
  for (const entry of entries) {
    const told = entry as { readonly [field in (typeof NAMING)[number]]?: string };
    for (const field of NAMING) {
      const nick = told[field];
      if (nick !== undefined && !known.has(nick)) further.add(nick);
    }
  }
  return [...further];
}

/** Days that aliases name: `2013-10-02/t142934g07q`. */
function awayOf(entries: readonly Entry[]): readonly string[] {
  const dates = new Set<string>();
  for (const { aliases } of entries)
    if (aliases) for (const one of aliases) if (one.includes('/')) dates.add(one.slice(0, 10));
  return [...dates].sort();
}

/** The entries with the hosts that are not shown: they prove who is who before they are forgotten. */
function withHosts(shown: readonly Entry[], all: readonly Entry[]): readonly Entry[] {
  const hosts = new Map<string, string>();
  for (const entry of all)
    if (tellsHost(entry) && entry.host !== undefined) hosts.set(`${entry.at} ${entry.nick}`, entry.host);
  const comers: Entry[] = [];
  for (const entry of shown) {
    const host = tellsHost(entry) ? hosts.get(`${entry.at} ${entry.nick}`) : undefined;
    if (host !== undefined) comers.push({ ...entry, host } as Entry);
  }
  return comers;
}

type Comer = Entry & EventOf<'join' | 'part' | 'quit'>;

const tellsHost = (entry: Entry): entry is Comer =>
  entry.kind === 'join' || entry.kind === 'part' || entry.kind === 'quit';

async function watchDay(
  logger: ChannelLogger,
  date: string,
  state: SightState | undefined,
  clock: Clock | undefined,
  passes: Passes | undefined,
): Promise<{ readonly state: SightState; readonly sight: Sight }> {
  const watched = watch(state);
  if (logger.ownerAtFirst !== undefined) watched.owner(logger.ownerAtFirst);
  const holes = new Set(logger.holes);
  for (const one of asLogged(inPasses(await logger.eventsOf(date), passes)))
    watched.see(clock ? instantOf(clock, one) : one.at, one.event, holes.delete(one.at));
  return { state: watched.state(), sight: watched.settled() };
}

const SPOKEN: readonly string[] = ['message', 'action', 'notice'];

/** What was said when: lines, the first and the last, and how many in each half-hour of the clock. */
function saidOn(entries: readonly Entry[], zone: Zone): Pick<DayFacts, 'lines' | 'said' | 'strip'> {
  const said = entries.filter(({ kind }) => SPOKEN.includes(kind));
  const strip = new Array<number>(48).fill(0);
  for (const { at } of said) {
    const clock = zone.clockAt(at);
    const hour = (clock.charCodeAt(0) - 0x30) * 10 + clock.charCodeAt(1) - 0x30;
    const half = hour * 2 + (clock.charCodeAt(2) >= 0x33 ? 1 : 0);
    strip[half] = (strip[half] ?? 0) + 1;
  }
  const first = said[0];
  const last = said.at(-1);
  return {
    lines: said.length,
    strip,
    ...(first && last && { said: { first: first.at, last: last.at, firstId: first.id, lastId: last.id } }),
  };
}
