// Who is who: the room's door.
//
//   each day's entries → factsOf, hostsOf ─┐
//   all stays, settings ───────────────────┴→ peopleOf → nameOf, personOf, peopleOfDay, timesOf
export { factsOf, hostsOf } from './people/facts.ts';
export type { HostFacts, PeopleFacts } from './people/facts.ts';
export { botsOf, indexOf, nameOf, peopleOf, personOf } from './people/people.ts';
export type { People, Person } from './people/people.ts';
export type { NickProof } from './people/known.ts';
export { peopleOfDay } from './people/of-day.ts';
export { TIME, timesOf } from './people/times.ts';
export type { Times } from './people/times.ts';
