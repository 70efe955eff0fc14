// The people of one day: whose the nicks are that its entries and stays name.
import type { DayPerson, Stay } from '../day.ts';
import type { Entry } from '../events.ts';
import { lower } from '../shared/casemap.ts';
import { nicksOf } from './facts.ts';
import type { People } from './people.ts';
import { nameOf } from './people.ts';

/** The day file's `people`: who the nicks of this day belong to, by first appearance in the channel, nicks as spelled that day. */
export function peopleOfDay(people: People, entries: readonly Entry[], stays: readonly Stay[]): readonly DayPerson[] {
  const nicks = new Map<string, Map<string, string>>();
  const meet = (nick: string, at: number) => {
    const name = nameOf(people, nick, at);
    let own = nicks.get(name);
    if (!own) nicks.set(name, (own = new Map()));
    if (!own.has(lower(nick))) own.set(lower(nick), nick);
  };
  for (const entry of entries) for (const nick of nicksOf(entry)) meet(nick, entry.at);
  for (const { nick, from } of stays) meet(nick, from);
  const places = new Map(people.persons.map(({ name }, place) => [name, place]));
  const place = (name: string) => places.get(name) ?? places.size;
  return [...nicks]
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([name, own]) => ({ name, nicks: [...own.values()] }));
}
