// The days of a month as day files, and in short: all that is known is put together. Months do not ask each other.
//
//   stays of the day ┐
//   told by later days ┴→ stays · people · gaps ┐
//   the day file, begun with its entries ───────┴→ day file
import { hash } from 'node:crypto';
import type { DayChannel, DayFile, DayPerson, Gap, Stay } from '../day.ts';
import type { Entry } from '../events.ts';
import { indexOf, peopleOfDay, type People } from '../people.ts';
import { gapsOfDay, REACH, withBack, type Back } from '../presence.ts';
import { lower } from '../shared/casemap.ts';
import { firstPlace } from '../shared/first-place.ts';
import {
  dayHead,
  dropBegun,
  endDay,
  entriesOf,
  monthText,
  storeMonth,
  type DaySummary,
  type Reference,
} from '../store.ts';
import type { Zone } from '../time.ts';
import type { DayFacts } from './make-day.ts';
import type { MonthBook } from './month-book.ts';
import { citationsIn, named, peopleTold, presentOn, summaryOf } from './summary.ts';
import type { WrittenDay, WrittenMonth } from './written.ts';

/** What the whole channel tells its months. */
export interface MonthContext {
  readonly channel: DayChannel;
  readonly zone: Zone;
  readonly presence: 'show' | 'none';
  readonly people: People;
  readonly gaps: readonly Gap[];
  /** What days tell of earlier days, by the beginning of the day that tells it, ascending. */
  readonly backs: readonly (readonly [start: number, back: readonly Back[]])[];
}

/** A month as a build leaves it. */
export interface MonthWritten {
  readonly month: WrittenMonth;
  /** In short, ascending. */
  readonly days: readonly DaySummary[];
  /** Days whose file is new or differs. */
  readonly changed: readonly string[];
}

export interface MonthPlaces {
  readonly store: string;
  readonly book: MonthBook;
}

/** Writes the days of a month that differ from those that were written before. */
export function writeMonth(
  context: MonthContext,
  name: string,
  key: string,
  { store, book }: MonthPlaces,
): MonthWritten {
  const { channel, zone, presence } = context;
  const { slug } = channel;
  const stays = new Map(presence === 'show' ? book.presence.read(name).days.map((day) => [day.date, day.stays]) : []);
  const before = new Map((book.written.has(name) ? book.written.read(name) : []).map((day) => [day.date, day]));
  const days = book.facts.read(name).filter(({ entries }) => entries > 0);
  const changed: string[] = [];
  const written = days.map((facts): WrittenDay => {
    const { date } = facts;
    const old = before.get(date);
    const own = stays.get(date) ?? [];
    const ofDay = dayKey(context, facts, own);
    if (old?.key === ofDay) return old;
    const end = endOf(context, facts, own, () => entriesOf(store, slug, date));
    const { people, stays: its } = end;
    const file = hash('sha256', JSON.stringify([channel, zone.name, facts.published, end]));
    if (old?.file === file) dropBegun(store, slug, date);
    else {
      endDay(store, dayHead(channel, zone.name, zone.dayOf(date)), end);
      changed.push(date);
    }
    const names = [...new Set([...people.map((person) => person.name), ...facts.further])];
    return {
      date,
      key: ofDay,
      file,
      cited: citedKey(facts, context.people),
      present: presentOn(its, context.people),
      names,
    };
  });
  book.written.write(name, written);
  const cited = days.map(({ date, references }) => [date, references.map(named(context.people))] as const);
  const short = days.map((facts, at) =>
    summaryOf(facts, zone.dayOf(facts.date), written[at]?.present ?? 0, context.people),
  );
  const texts = {
    months: monthText(short),
    citations: JSON.stringify(citationsIn(cited)),
    references: referencesText(cited),
  };
  storeMonth(store, slug, name, texts);
  const hashes = Object.values(texts).map((text) => hash('sha256', text));
  const month: WrittenMonth = {
    key,
    made: hash('sha256', JSON.stringify([written.map(({ file }) => file), hashes])),
    dates: days.map(({ date }) => date),
    names: [...new Set(written.flatMap((day) => day.names))],
    references: hash('sha256', texts.references),
    people: peopleTold(days, context.people, presence),
  };
  return { month, days: short, changed };
}

function citedKey({ references }: DayFacts, people: People): string {
  return references.length === 0 ? '' : hash('sha256', JSON.stringify(references.map(named(people))));
}

function referencesText(cited: readonly (readonly [date: string, references: readonly Reference[]])[]): string {
  return JSON.stringify(Object.fromEntries(cited.filter(([, references]) => references.length > 0)));
}

/** Epoch seconds. */
interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** What later days tell of the time from `start` to `end`, in the order of those days. */
function backsOf({ backs }: MonthContext, { start, end }: TimeSpan): readonly Back[] {
  let from = firstPlace(backs.length, (place) => backs[place]![0] > start);
  const later: Back[] = [];
  for (let back = backs[from]; back && back[0] <= end + REACH; back = backs[++from])
    for (const one of back[1]) if ((one.is === 'lost' ? one.at : one.stay.from) < end) later.push(one);
  return later;
}

const nickOf = (back: Back): string => (back.is === 'stay' ? back.stay.nick : back.nick);

/** Changes when what the whole channel tells of some of its time and nicks does. */
export function wholeKey(context: MonthContext, time: TimeSpan, nicks: readonly string[]): unknown {
  const back = backsOf(context, time);
  const all = [...new Set([...nicks, ...back.map(nickOf)])];
  return [context.channel, back, gapsOfDay(context.gaps, time.start, time.end), whose(context.people, all, time)];
}

function dayKey(context: MonthContext, facts: DayFacts, own: readonly Stay[]): string {
  const nicks = [...facts.people.first.map(([nick]) => nick), ...own.map(({ nick }) => nick)];
  const day = context.zone.dayOf(facts.date);
  return hash('sha256', JSON.stringify([facts.key, own, wholeKey(context, day, nicks)]));
}

/** Whose the nicks are in a time, as plain data that changes only when names, their order among each other or their times do. */
function whose(people: People, nicks: readonly string[], { start, end }: TimeSpan): unknown {
  const order = new Set<number>();
  const name = (index: number): string | undefined => people.persons[index]?.name;
  const all: unknown[] = [];
  for (const nick of nicks) {
    const { told, person, spans } = whoseIs(people, nick);
    if (person >= 0) order.add(person);
    const its = spans.filter(([from, to]) => from <= end && to >= start);
    for (const [, , other] of its) order.add(other);
    all.push(its.length === 0 ? told : [...told, ...its.map(([from, to, other]) => [from, to, name(other)])]);
  }
  return [[...order].sort((one, other) => one - other).map(name), all];
}

interface Whose {
  readonly told: readonly unknown[];
  readonly person: number;
  readonly spans: NonNullable<People['spans'][string]>;
}

/** Whose a nick is: looked up once, since the keys of all months ask. */
const known = new WeakMap<People, Map<string, Whose>>();

function whoseIs(people: People, nick: string): Whose {
  let all = known.get(people);
  if (!all) known.set(people, (all = new Map()));
  let its = all.get(nick);
  if (its) return its;
  const key = lower(nick);
  const person = indexOf(people, nick);
  const told = [nick, people.persons[person]?.name ?? null];
  all.set(nick, (its = { told, person, spans: Object.hasOwn(people.spans, key) ? (people.spans[key] ?? []) : [] }));
  return its;
}

/** What a day file tells beside its entries. */
function endOf(
  context: MonthContext,
  facts: DayFacts,
  own: readonly Stay[],
  entries: () => readonly Entry[],
): Pick<DayFile, 'people' | 'stays' | 'gaps' | 'problems'> {
  const { zone, presence, people, gaps } = context;
  const { start, end } = zone.dayOf(facts.date);
  const stays = presence === 'show' ? withBack(start, end, own, backsOf(context, { start, end })) : [];
  return {
    people: peopleOn(people, facts, stays, entries),
    stays,
    gaps: gapsOfDay(gaps, start, end),
    problems: { 'unparsed-line': facts.sums.unparsed },
  };
}

/** The people of a day: from its facts, unless somebody's nick was another's for a time; then from its entries. */
function peopleOn(
  people: People,
  facts: DayFacts,
  stays: readonly Stay[],
  entries: () => readonly Entry[],
): readonly DayPerson[] {
  const { first } = facts.people;
  const timed = first.some(([nick]) => Object.hasOwn(people.spans, lower(nick)));
  if (timed) return peopleOfDay(people, entries(), stays);
  const met = first.map(([nick, at]): Entry => ({ id: '', at, kind: 'join', nick }));
  return peopleOfDay(people, met, stays);
}
