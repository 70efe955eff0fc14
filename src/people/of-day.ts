// The people of one day: whose the nicks are that its entries and stays name.
import type { DayPerson, Stay } from '../day.ts';
import type { Entry } from '../events.ts';
import { lower } from '../shared/casemap.ts';
import { nicksOf } from './facts.ts';
import type { People } from './people.ts';
import { indexOf } from './people.ts';

/**
 * The day file's `people`: who the nicks of this day belong to, by first appearance in the channel, nicks as spelled that day; a nick
 * that the channel never saw is nobody's.
 */
export function peopleOfDay(people: People, entries: readonly Entry[], stays: readonly Stay[]): readonly DayPerson[] {
  /** Nicks as spelled first, by their lower case. */
  const byPerson = new Map<number, Map<string, string>>();
  const meet = (nick: string, at: number) => {
    const index = indexOf(people, nick, at);
    if (index < 0) return;
    const key = lower(nick);
    const nicks = byPerson.get(index);
    if (!nicks) byPerson.set(index, new Map([[key, nick]]));
    else if (!nicks.has(key)) nicks.set(key, nick);
  };
  for (const entry of entries) for (const nick of nicksOf(entry)) meet(nick, entry.at);
  for (const { nick, from } of stays) meet(nick, from);
  return [...byPerson]
    .sort(([a], [b]) => a - b)
    .map(([index, nicks]) => ({ name: people.persons[index]!.name, nicks: [...nicks.values()] }));
}
