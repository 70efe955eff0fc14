// Which nicks are one person, and why.
//
//   settings        people: [{ name: ada, nicks: [ada, countess], not: [ada2] }]     always win
//   rename, alike   * ada_ is now known as ada                                       one person, always
//   host, alike     ada and ada_ both came from ada@analytical.example               one person, always
//   rename, unlike  * Guest12 is now known as ada                                    one person for that stay only
//
// A rename between nicks that were ever here together, and are not alike, joins nobody: they are two people.
// Stages: nicks and their standing → settings → what is alike and proven → stays joined by renames → names, hues, bots.
import type { PackedStays } from '../packed-stays.ts';
import type { PersonSettings } from '../settings.ts';
import { lower } from '../shared/casemap.ts';
import { claimsOf } from './claims.ts';
import type { HostFacts, PeopleFacts } from './facts.ts';
import { groupsOf, type Group } from './groups.ts';
import type { Known, NickEvidence } from './known.ts';
import { lentByRenames, lentBySettings, type DayOf } from './lent.ts';

export interface Person {
  readonly name: string;
  /** In the order of first appearance. */
  readonly nicks: readonly NickEvidence[];
  /** 1–8; 0 for a bot that has none by the settings. */
  readonly hue: number;
  readonly bot?: true;
}

/** Who is who in a channel. Plain data. */
export interface People {
  /** In the order of first appearance in the channel. */
  readonly persons: readonly Person[];
  /** Index of the person to whom a nick, in lower case, belongs. */
  readonly of: Readonly<Record<string, number>>;
  /**
   * Nicks, in lower case, that were somebody else's for the time of a stay or for some days: epoch seconds, both bounds included, by
   * time. Where two hold, the later one does.
   */
  readonly spans: Readonly<Record<string, readonly (readonly [from: number, to: number, person: number])[]>>;
}

export interface PeopleInput {
  /** Of all days of the channel, in order. */
  readonly facts: readonly PeopleFacts[];
  /** Of all days. */
  readonly hosts: readonly HostFacts[];
  /** All stays of the channel, whole; by them strangers are told and renames are bounded. */
  readonly stays: readonly PackedStays[];
  readonly settings: readonly PersonSettings[];
  readonly dayOf: DayOf;
}

const HUES = 8;

/** Named like a program; the surnames that end so are not. */
const BOT = /(?:^|[^a-z])bot(?:[^a-z]|$)|bot[_\d]*$|^(?:chan|nick|memo|oper)serv$/i;
const NO_BOT = /(?:ab|tal|cor|tur)bot[_\d]*$/i;

function isNamedLikeBot(nick: string): boolean {
  return BOT.test(lower(nick)) && !NO_BOT.test(lower(nick));
}

/** Whether a nick is a program's, as far as settings and its name tell: what can be known before all days are read. */
export function botsOf(settings: readonly PersonSettings[]): (nick: string) => boolean {
  const listed = new Map(
    settings.flatMap(({ name, nicks, bot }) => [...nicks, name].map((nick) => [lower(nick), bot] as const)),
  );
  return (nick) => listed.get(lower(nick)) ?? isNamedLikeBot(nick);
}

function knownNicks(facts: readonly PeopleFacts[], stays: readonly PackedStays[]): Map<string, Known> {
  const known = new Map<string, { nick: string; best: number; lines: number; place: number }>();
  const meet = (nick: string) => {
    const key = lower(nick);
    let one = known.get(key);
    if (!one) known.set(key, (one = { nick, best: 0, lines: 0, place: known.size }));
    return one;
  };
  const spelled = new Map<string, number>();
  for (const { first, lines } of facts) {
    first.forEach((one) => meet(one[0]));
    for (const nick of Object.keys(lines)) {
      const one = meet(nick);
      const count = lines[nick]!;
      one.lines += count;
      const sum = (spelled.get(nick) ?? 0) + count;
      spelled.set(nick, sum);
      if (sum <= one.best) continue;
      one.nick = nick;
      one.best = sum;
    }
  }
  // An owner who never says a word is known by his stays alone, as are the nicks of names lists.
  for (const nick of new Set(stays.flatMap(({ nicks }) => nicks))) meet(nick);
  return known;
}

/** What a name looks like: accents may be written in two ways, which nobody can tell apart, nor some file systems. */
const looksLike = (name: string): string => lower(name.normalize('NFC'));

/** The names of the groups: the settings', else that of the nick with most lines, with a number where it is taken. */
function namesOf(
  groups: readonly Group[],
  known: ReadonlyMap<string, Known>,
  settings: readonly PersonSettings[],
): readonly string[] {
  const taken = new Set(settings.map((person) => looksLike(person.name)));
  return groups.map(({ keys, label }) => {
    if (label !== undefined) return settings[label]!.name;
    const wanted = keys.map((key) => known.get(key)!).reduce((a, b) => (b.lines > a.lines ? b : a)).nick;
    let free = wanted;
    for (let n = 2; taken.has(looksLike(free)); n++) free = `${wanted} (${n})`;
    taken.add(looksLike(free));
    return free;
  });
}

/** What is keyed by nicks, one of which may be `__proto__`. */
const byNicks = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** Who is who, from what all days tell and what the settings say. */
export function peopleOf({ facts, hosts, stays, settings, dayOf }: PeopleInput): People {
  const known = knownNicks(facts, stays);
  const renames = facts.flatMap((day) => day.renames);
  const claims = claimsOf(settings);
  const groups = groupsOf(known, claims, renames, hosts);
  const names = namesOf(groups, known, settings);

  const of = byNicks<number>();
  const persons = groups.map(({ keys, label, evidence }, index) => {
    for (const key of keys) of[key] = index;
    const pinned = label === undefined ? undefined : settings[label];
    const bot = pinned ? pinned.bot : keys.some(isNamedLikeBot);
    return {
      name: names[index]!,
      nicks: keys.map((key): NickEvidence => {
        const { nick } = known.get(key)!;
        return evidence.get(key) ?? { nick, by: label !== undefined ? 'settings' : 'name' };
      }),
      // Hues are people's.
      hue: pinned?.hue ?? (bot ? 0 : (index % HUES) + 1),
      ...(bot ? { bot: true as const } : {}),
    };
  });

  const bySettings = lentBySettings(settings, known, groups, dayOf);
  const given = new Set(bySettings.map(({ key }) => key));
  const spans = byNicks<[number, number, number][]>();
  for (const lent of [...bySettings, ...lentByRenames(stays, renames, { groups, of, known, claims, given })]) {
    (spans[lent.key] ??= []).push([lent.from, lent.to, lent.person]);
    persons[lent.person]!.nicks.push(lent.evidence);
  }
  // The moment at which a day ends is the next day's: the nick's own, unless it is somebody's from then on.
  for (const { key, to } of bySettings) spans[key]!.push([to, to, of[key]!]);
  for (const list of Object.values(spans)) list.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { persons, of, spans };
}

/** Nicks as spelled, looked up before: -1 where the channel never saw one. */
const lookups = new WeakMap<People, Map<string, number>>();

/** Index of the person who had a nick, at a time (epoch seconds) or in general; -1 where the channel never saw it. */
export function indexOf(people: People, nick: string, at?: number): number {
  let known = lookups.get(people);
  if (!known) lookups.set(people, (known = new Map()));
  let index = known.get(nick);
  if (index === undefined) {
    const key = lower(nick);
    // A nick may be called `constructor`. Those with spans are looked up by time.
    index = Object.hasOwn(people.spans, key) ? -2 : Object.hasOwn(people.of, key) ? people.of[key]! : -1;
    known.set(nick, index);
  }
  if (index !== -2) return index;
  const key = lower(nick);
  // What ends a stay is still its own: the quit, the rename away.
  const span = at === undefined ? undefined : people.spans[key]!.findLast(([from, to]) => at >= from && at <= to);
  return span ? span[2] : people.of[key]!;
}

/** The person who had a nick, at a time or in general; undefined where the channel never saw it. */
export function personOf(people: People, nick: string, at?: number): Person | undefined {
  return people.persons[indexOf(people, nick, at)];
}

/** The name of the person who had a nick, at a time or in general; the nick itself where the channel never saw it. */
export function nameOf(people: People, nick: string, at?: number): string {
  return personOf(people, nick, at)?.name ?? nick;
}
