// KVIrc's sentences in other languages than English.
//
//   carol [~c@host.example] hat den Server verlassen: Leaving
import type { Captures } from '../../format.ts';
import type { Event } from '../../events.ts';
import { join, kick, mode, nickChange, own, part, quit, topic } from '../parts/told.ts';
import { sentencesIn } from '../parts/translated.ts';
import { changing, joinedAs, NETSPLIT, WHO } from './sentences.ts';
import { TRANSLATIONS, type Told } from './translations.ts';

const find = sentencesIn(TRANSLATIONS, {
  holds: {
    who: WHO,
    whom: String.raw`(?<target>\S+) \[\S*\]`,
    channel: String.raw`(?<channel>[#&+!]\S*?)`,
    change: String.raw`(?<change>\w)`,
    why: '(?:: (?<reason>[^]*))?',
    reason: `${NETSPLIT}(?<reason>[^]*)`,
    text: String.raw`(?<text>[^]*?)\u000f?`,
    modes: String.raw`(?<modes>[+-]\S[^]*?)`,
  },
});

const READ: Readonly<Record<Told, (captured: Captures) => readonly Event[]>> = {
  join,
  joined: (captured) => joinedAs({ ...captured, change: `+${captured['change'] ?? ''}` }),
  part,
  quit,
  kick,
  kicked: own(kick),
  nick: nickChange,
  topic,
  mode,
  modes: mode,
  limit: changing(({ limit = '' }) => `+l ${limit}`),
  unlimited: changing(() => '-l'),
  keyless: changing(() => '-k'),
};

/** Reads what follows the stamp, without links, by the sentences of all languages but English; undefined where none fits. */
export function readForeign(text: string): readonly Event[] | undefined {
  const found = find(text);
  return found && READ[found.told](found.captured);
}
