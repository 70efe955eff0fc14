// WeeChat's sentences in other languages than English, as rules: a sign stands before them where a nick stands before what
// people say, so that those of all languages may be tried.
//
//   --⇥nils est maintenant connu sous le nom nils_      <--⇥tilda a éjecté arlo (dehors)
import type { Captures } from '../../format.ts';
import type { Event } from '../../events.ts';
import { verbatim } from '../../shared/verbatim.ts';
import { join, kick, mode, nickChange, note, own, part, quit, topic } from '../parts/told.ts';
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

const WORD = String.raw`[^\s,]+`;
const HOLDS: Readonly<Record<string, string>> = {
  who: String.raw`(?<nick>${WORD})(?: \[[^\]\s]*\])?(?: \(.*\))? \((?<host>[^()\s]+)\)`,
  channel: String.raw`(?<channel>[#&+!][^\s,]*)`,
  text: '(?<text>[^]*)',
  old: '(?<old>[^]*)',
  modes: '(?<modes>[+-][^]*)',
};
const REASON = String.raw`(?: \((?<reason>[^]*)\))?`;
/** What stands behind a sentence. */
const BEHIND: Partial<Record<Told, string>> = {
  part: REASON,
  quit: REASON,
  kick: REASON,
  unset: String.raw`(?: \([^]*\))?`,
};

interface Sentence {
  readonly told: Told;
  /** Its longest words: what does not hold them is not looked at. */
  readonly needle: string;
  readonly pattern: RegExp;
}

function sentenceOf(told: Told, template: string): Sentence {
  const parts = template.split(/\{(\w+)\}/u);
  const source = parts
    .map((part, at) => (at % 2 === 0 ? verbatim(part) : (HOLDS[part] ?? `(?<${part}>${WORD})`)))
    .join('');
  const whole = told === 'disconnected' ? `(?<text>${source}[^]*)` : source + (BEHIND[told] ?? '');
  return {
    told,
    needle: parts.reduce((longest, part, at) => (at % 2 === 0 && part.length > longest.length ? part : longest), ''),
    pattern: new RegExp(`^${whole}$`, 'u'),
  };
}

let sentences: readonly Sentence[] | undefined;

/** The longer words first: they are the more telling. */
function made(): readonly Sentence[] {
  const all = Object.values(TRANSLATIONS).flatMap((events) =>
    Object.entries(events).map(([told, template]) => sentenceOf(told as Told, template)),
  );
  return all.toSorted((a, b) => b.needle.length - a.needle.length);
}

/** Any sign of the client's, as before its English sentences. */
const SIGN = /^(?! ?\*\t)(?:[^\p{L}\p{N}\t]|ℹ)*\t/u;

/** Reads what follows the stamp, by the sentences of all languages but English; undefined where none fits. */
export function readForeign(text: string): readonly Event[] | undefined {
  const sign = SIGN.exec(text)?.[0];
  if (sign === undefined) return undefined;
  const sentence = text.slice(sign.length);
  for (const { told, needle, pattern } of (sentences ??= made())) {
    const captured = sentence.includes(needle) ? pattern.exec(sentence)?.groups : undefined;
    if (captured) return READ[told](captured);
  }
  return undefined;
}
