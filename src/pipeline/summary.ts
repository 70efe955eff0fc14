// What lists and calendars say of a day and of the people of a channel.
import type { Stay } from '../day.ts';
import { nameOf, personOf, TIME, type People, type Times } from '../people.ts';
import { citationKey } from '../references.ts';
import type { CitationSummary, DaySummary, PersonSummary, Reference } from '../store.ts';
import type { Day, Zone } from '../time.ts';
import type { DayFacts } from './make-day.ts';

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
  };
}

/** The reference by the person who made it, behind the line of the person who spoke before. */
export function named(people: People): (reference: Reference) => Reference {
  return (reference) => {
    const { at, before } = reference;
    const name = (nick: string): string => nameOf(people, nick, at);
    return { ...reference, by: name(reference.by), ...(before && { before: { ...before, by: name(before.by) } }) };
  };
}

/**
 * What people said in a stretch of days, and on which of them they were first and last: a name, lines, first day, last day, then the
 * next. Rows behind each other are read several times as fast as rows in a list. Plain data.
 */
export type PeopleTold = readonly (string | number)[];

const ROW = 4;

/** The people whom some days tell of; where presence is left out, those who spoke, by the days they did. */
export function peopleTold(days: readonly DayFacts[], people: People, presence: 'show' | 'none'): PeopleTold {
  const found = new Map<string, { lines: number; first: string; last: string }>();
  for (const { date, people: facts } of days)
    for (const [nick, at] of facts.first) {
      const lines = Object.hasOwn(facts.lines, nick) ? (facts.lines[nick] ?? 0) : 0;
      const name = lines > 0 || presence === 'show' ? personOf(people, nick, at)?.name : undefined;
      if (name === undefined) continue;
      const known = found.get(name);
      if (known) {
        known.lines += lines;
        known.last = date;
      } else found.set(name, { lines, first: date, last: date });
    }
  return [...found].flatMap(([name, { lines, first, last }]) => [name, lines, first, last]);
}

/** The people of a channel in the order of their first appearance, from what its months tell, ascending, and whose all stays were. */
export function peopleSummaries(
  people: People,
  told: readonly PeopleTold[],
  times: Times,
  zone: Zone,
  lastDay: string,
): readonly PersonSummary[] {
  const found = new Map<string, { lines: number; first: string; last: string }>();
  for (const month of told)
    for (let at = 0; at < month.length; at += ROW) {
      const name = month[at] as string;
      const lines = month[at + 1] as number;
      const last = month[at + 3] as string;
      const known = found.get(name);
      if (known) {
        known.lines += lines;
        known.last = last;
      } else found.set(name, { lines, first: month[at + 2] as string, last });
    }
  for (const [index, { from, to }] of spansOf(times)) {
    const name = people.persons[index]?.name ?? '';
    const known = found.get(name);
    // Most are known by days that hold their stays.
    if (known) {
      const day = zone.dayOf(known.first);
      const end = known.last === known.first ? day.end : zone.dayOf(known.last).end;
      if (day.start <= from && to <= end) continue;
    }
    // Who stays until midnight was not there on the next day.
    const [first, until] = [zone.dayAt(from).date, zone.dayAt(Math.max(from, to - 1)).date];
    const last = until < lastDay ? until : lastDay;
    found.set(name, {
      lines: known?.lines ?? 0,
      first: known && known.first < first ? known.first : first,
      last: known && known.last > last ? known.last : last,
    });
  }
  return people.persons.flatMap(({ name, nicks, hue, bot }) => {
    const one = found.get(name);
    if (!one) return [];
    const evidence = nicks.filter((one) => one.by !== 'name');
    return [
      {
        name,
        nicks: [...new Set(nicks.map(({ nick }) => nick))],
        ...(evidence.length > 0 && { evidence }),
        hue,
        ...(bot && { bot }),
        lines: one.lines,
        firstDay: one.first,
        lastDay: one.last,
      },
    ];
  });
}

/** By the people's indexes, from when to when they stayed at all: of tens of thousands of stays, two dates a person. */
function spansOf(times: Times): ReadonlyMap<number, { from: number; to: number }> {
  const spans = new Map<number, { from: number; to: number }>();
  for (let row = 0; row < times.length; row += TIME) {
    const index = times[row]!;
    if (index < 0) continue;
    const from = times[row + 1]!;
    const to = times[row + 2]!;
    const span = spans.get(index);
    if (!span) spans.set(index, { from, to });
    else {
      if (from < span.from) span.from = from;
      if (to > span.to) span.to = to;
    }
  }
  return spans;
}

const ORDER: readonly Reference['kind'][] = ['bug', 'link', 'path', 'commit'];

/** What days cite, each thing once, by the name that it was first cited by. */
export function citationsIn(
  days: readonly (readonly [date: string, references: readonly Reference[]])[],
): readonly CitationSummary[] {
  const all = days.flatMap(([date, references]) =>
    references.map(({ kind, name, href, at, by }): CitationSummary => {
      return { kind, name, ...(href !== undefined && { href }), lines: 1, last: { at, date, by } };
    }),
  );
  return joinCitations([all]);
}

/** Citations of several stretches of days, in the order of the days, as one list: by kind, the latest cited first. */
export function joinCitations(stretches: readonly (readonly CitationSummary[])[]): readonly CitationSummary[] {
  const found = new Map<string, { -readonly [field in keyof CitationSummary]: CitationSummary[field] }>();
  for (const stretch of stretches)
    for (const citation of stretch) {
      const key = citationKey(citation);
      const known = found.get(key);
      if (known) {
        known.lines += citation.lines;
        known.last = citation.last;
      } else found.set(key, { ...citation });
    }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.last.at - a.last.at);
}
