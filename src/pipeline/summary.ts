// What lists and calendars say of a day and of the people of a channel.
import type { Stay } from '../day.ts';
import { nameOf, personOf, type People } from '../people.ts';
import type { DaySummary, PersonSummary } from '../store.ts';
import type { Day, Zone } from '../time.ts';
import type { DayFacts } from './history.ts';

/** How many people were there at any time of a day. */
export function presentOn(stays: readonly Stay[], people: People): number {
  return new Set(stays.map(({ nick, from }) => nameOf(people, nick, from))).size;
}

/** A day as the lists show it. */
export function summaryOf(facts: DayFacts, { start, end }: Day, present: number, people: People): DaySummary {
  const speakers = new Map<string, number>();
  for (const [nick, at] of facts.people.first) {
    const lines = Object.hasOwn(facts.people.lines, nick) ? (facts.people.lines[nick] ?? 0) : 0;
    const name = nameOf(people, nick, at);
    if (lines > 0) speakers.set(name, (speakers.get(name) ?? 0) + lines);
  }
  const { said, quote } = facts;
  return {
    date: facts.date,
    start,
    end,
    lines: facts.lines,
    entries: facts.entries,
    ...said,
    ...(facts.away.length > 0 && { away: facts.away }),
    speakers: [...speakers].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1)),
    present,
    strip: facts.strip,
    about: facts.about,
    ...(quote && { quote }),
    references: facts.references.map((reference) => ({ ...reference, by: nameOf(people, reference.by, reference.at) })),
  };
}

/** The people of a channel in the order of their first appearance; where presence is left out, those who spoke, by the days they did. */
export function peopleSummaries(
  people: People,
  days: readonly DayFacts[],
  stays: readonly Stay[],
  zone: Zone,
  presence: 'show' | 'none',
): readonly PersonSummary[] {
  const found = new Map(people.persons.map(({ name }) => [name, { lines: 0, first: '9999-99-99', last: '' }]));
  const meet = (nick: string, at: number, lines: number, dates: readonly string[]): void => {
    const person = personOf(people, nick, at);
    const known = person && found.get(person.name);
    if (!known) return;
    known.lines += lines;
    for (const date of dates) {
      if (date < known.first) known.first = date;
      if (date > known.last) known.last = date;
    }
  };
  for (const { date, people: facts } of days)
    for (const [nick, at] of facts.first) {
      const lines = Object.hasOwn(facts.lines, nick) ? (facts.lines[nick] ?? 0) : 0;
      if (lines > 0 || presence === 'show') meet(nick, at, lines, [date]);
    }
  const last = days.at(-1)?.date ?? '';
  for (const { nick, from, to } of stays) {
    const until = Number.isFinite(to) ? zone.dayAt(to).date : last;
    meet(nick, from, 0, [zone.dayAt(from).date, until < last ? until : last]);
  }
  return people.persons.flatMap(({ name, nicks, hue, bot }) => {
    const { lines, first, last: latest } = found.get(name) ?? { lines: 0, first: '', last: '' };
    if (latest === '') return [];
    const evidence = nicks.filter(({ by }) => by !== 'name');
    return [
      {
        name,
        nicks: [...new Set(nicks.map(({ nick }) => nick))],
        ...(evidence.length > 0 && { evidence }),
        hue,
        ...(bot && { bot }),
        lines,
        firstDay: first,
        lastDay: latest,
      },
    ];
  });
}
