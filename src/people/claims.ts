// What the settings say of nicks: whose they are, whose they are not, and whose they were for a time.
//
//   people: [{ name: ada, nicks: [countess, { nick: guest, until: 2013-10-09 }], not: [ada2] }]
//
// A person is told by the index in the settings, the label; a nick by its lower case, the key.
import type { PersonSettings } from '../settings.ts';
import { lower } from '../shared/casemap.ts';

export interface Claims {
  /** Whose a nick is at any time; undefined where the settings do not say. */
  readonly labelOf: (key: string) => number | undefined;
  readonly denies: (label: number, key: string) => boolean;
  /** By labels, nicks that were a person's for a time only: they are nobody's in general. */
  readonly timed: readonly ReadonlySet<string>[];
}

/** What settings say of nicks; of two people who have one, it is the first's. */
export function claimsOf(settings: readonly PersonSettings[]): Claims {
  const denied = settings.map(({ not }) => new Set(not.map(lower)));
  const timed = settings.map(({ spans }) => new Set(spans.map(({ nick }) => lower(nick))));
  const listed = new Map<string, number>();
  settings.forEach(({ nicks }, label) => {
    for (const key of nicks.map(lower)) if (!listed.has(key) && !timed[label]!.has(key)) listed.set(key, label);
  });
  // A person's name is a nick of theirs, unless the settings say otherwise.
  settings.forEach(({ name }, label) => {
    const key = lower(name);
    if (!listed.has(key) && !denied[label]!.has(key) && !timed[label]!.has(key)) listed.set(key, label);
  });
  return {
    labelOf: (key) => listed.get(key),
    denies: (label, key) => denied[label]!.has(key),
    timed,
  };
}
