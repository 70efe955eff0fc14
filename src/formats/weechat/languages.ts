// WeeChat's sentences in other languages than English, as rules: a sign stands before them where a nick stands before what
// people say, so that those of all languages may be tried.
//
//   --⇥nils est maintenant connu sous le nom nils_      <--⇥tilda a éjecté arlo (dehors)
import type { Captures } from '../../format.ts';
import type { Event } from '../../events.ts';
import { join, kick, mode, nickChange, note, own, part, quit, topic } from '../parts/told.ts';
import { sentencesIn } from '../parts/translated.ts';
import { TRANSLATIONS, type Told } from './translations.ts';

const READ: Readonly<Record<Told, (captured: Captures) => readonly Event[]>> = {
  join,
  part,
  quit,
  kick,
  nick: nickChange,
  own: own(nickChange),
  topic,
  from: topic,
  unset: topic,
  mode,
  disconnected: note('disconnected'),
};

const REASON = String.raw`(?: \((?<reason>[^]*)\))?`;
/** What stands behind a sentence. */
const BEHIND: Partial<Record<Told, string>> = {
  part: REASON,
  quit: REASON,
  kick: REASON,
  unset: String.raw`(?: \([^]*\))?`,
};

const find = sentencesIn(TRANSLATIONS, {
  holds: {
    who: String.raw`(?<nick>[^\s,]+)(?: \[\S*\])?(?: \(.*\))? \((?<host>[^()\s]+)\)`,
    channel: String.raw`(?<channel>[#&+!][^\s,]*)`,
    text: '(?<text>[^]*)',
    old: '(?<old>[^]*)',
    modes: '(?<modes>[+-][^]*)',
  },
  whole: (told, sentence) => (told === 'disconnected' ? `(?<text>${sentence}[^]*)` : sentence + (BEHIND[told] ?? '')),
});

/** Any sign of the client's, as before its English sentences. */
const SIGN = /^(?! ?\*\t)(?:[^\p{L}\p{N}\t]|ℹ)*\t/u;

/** Reads what follows the stamp, by the sentences of all languages but English; undefined where none fits. */
export function readForeign(text: string): readonly Event[] | undefined {
  const sign = SIGN.exec(text)?.[0];
  const found = sign === undefined ? undefined : find(text.slice(sign.length));
  return found && READ[found.told](found.captured);
}
