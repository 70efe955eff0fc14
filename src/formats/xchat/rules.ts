// The rules of a theme, compiled from its event format strings, for logs with and without their control bytes.
//
//   %C18%H<%H$4$1%C18%H>%H%O$t$2   ->   raw \x0318\x08<\x08 … \x08>\x08\x0f ⇥ …      stripped 18< … 18> ⇥ …
//
// A rule is *told* where its words or brackets show which event it is; a *shape* where the words are another language's, and only
// colours, brackets and arguments are the theme's; else *open* (`$1` after a star: any words of a server).
import {
  groupOf,
  laxPatternOf,
  patternOf,
  reorderedPatternsOf,
  shapePatternsOf,
  withoutAttributes,
  type Spelling,
} from './column.ts';
import { columnReader, patternReader, patternsReader, type ReadColumn } from './column-readers.ts';
import { EVENT_STRINGS, RELEASES, stringIn, type Release } from './event-strings.ts';
import { columnsOf, firstLine, partsOf, plain, stripped, type Part } from './format-string.ts';
import { MEANINGS, NOTE_ARGUMENTS, type Meaning } from './meanings.ts';
import { CONFIRMED } from './words.ts';
import { once } from '../../shared/once.ts';

export type Theme = Release | 'own';

/** Event name and format string. */
export type EventStrings = Readonly<Record<string, string>>;

/** Which bytes of a log a rule reads: all, all but control bytes, the client's text without its codes, or all with attributes where they like. */
export type Bytes = 'raw' | 'stripped' | 'printed' | 'lax';

/** In the order of trial. An action's words may be anybody's: whatever has a shape of its own goes first. */
export const SURENESS = ['told', 'shape', 'action', 'open'] as const;

export type Sureness = (typeof SURENESS)[number];

/** What a line was read as. */
export interface Sentence {
  readonly event: string;
  readonly themes: readonly Theme[];
  readonly meaning: Meaning | undefined;
  readonly names: readonly string[];
  /** What a person reads of the second column. */
  readonly plain: readonly Part[];
  readonly sure: Sureness;
  /** An action that the client writes alike whoever acts. */
  readonly twin: boolean;
  /** The languages that say so, where it is not English. */
  readonly languages?: readonly string[];
}

/** The same, and how a line is read as it. */
export interface Rule extends Sentence {
  /** The first column where it never changes, else its pattern; undefined where the event has one column only. */
  readonly left: string | RegExp | undefined;
  readonly right: ReadColumn;
  /** How many characters its literals have: the more, the surer. */
  readonly weight: number;
}

/** An event's format string, and the themes that have it. */
export interface Drafted {
  readonly event: string;
  readonly format: string;
  readonly themes: readonly Theme[];
  readonly twin: boolean;
}

/** What is printed for a query's own tab, and what says nothing of its line. */
const LEFT_OUT = new Set([
  'Private Message to Dialog',
  'Private Action to Dialog',
  'Generic Message',
  'Beep',
  'Open Dialog',
]);

const MESSAGES = new Set(['Channel Message', 'Your Message', 'Channel Msg Hilight']);

const lengthOf = (parts: readonly Part[]): number =>
  parts.reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);

const hasWords = (parts: readonly Part[]): boolean =>
  parts.some((part) => typeof part === 'string' && /\p{L}.*\p{L}/u.test(part));

function leftOf(parts: readonly Part[] | undefined, spelling: Spelling): Rule['left'] {
  if (!parts) return undefined;
  return parts.every((part) => typeof part === 'string') ? parts.join('') : patternOf(parts, spelling);
}

/** The rules of an event's format string: none where it tells nothing, two where it can be known in any language. */
export function rulesOfString({ event, format, themes, twin }: Drafted, bytes: Bytes): readonly Rule[] {
  const whole = firstLine(partsOf(format));
  const raw = bytes === 'raw' || bytes === 'lax';
  const parts = raw ? whole : stripped(whole);
  const [first, second] = columnsOf(parts);
  const [, readable] = columnsOf(plain(whole));
  if (LEFT_OUT.has(event) || lengthOf(parts) === 0 || (!first && !hasWords(readable))) return [];
  const meaning = MEANINGS[event];
  const names = meaning?.arguments ?? NOTE_ARGUMENTS[event] ?? [];
  const coloured = meaning?.coloured === true && bytes !== 'printed';
  const spelling: Spelling = { raw, coloured, names };
  const left = leftOf(
    bytes === 'lax' ? first?.map((part) => (typeof part === 'string' ? withoutAttributes(part) : part)) : first,
    spelling,
  );
  const rule: Rule = {
    event,
    themes,
    meaning,
    names,
    left,
    right: bytes === 'lax' ? patternReader(() => laxPatternOf(second, spelling)) : columnReader(second, spelling),
    plain: readable,
    sure: meaning?.said ? (typeof left === 'string' ? 'action' : 'told') : hasWords(readable) ? 'told' : 'open',
    twin,
    weight: lengthOf(parts),
  };
  if (MESSAGES.has(event) && first && bytes === 'raw') {
    // copies that lost their tabs
    const right = patternReader(() => patternOf([...first, ...second], spelling));
    return [rule, { ...rule, left: undefined, right }];
  }
  const confirm = CONFIRMED[event];
  if (!confirm || bytes === 'lax') return [rule];
  const right = patternsReader(
    () => {
      const patterns = [...shapePatternsOf(second, spelling), ...reorderedPatternsOf(second, spelling)];
      return meaning?.plain ? patterns.map((pattern) => new RegExp(pattern, `d${pattern.flags}`)) : patterns;
    },
    (captured) => confirm(wordsOf(captured)),
  );
  return [rule, { ...rule, right, sure: 'shape' }];
}

function wordsOf(captured: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(captured)
    .flatMap(([name, text]) => (name.startsWith('words') || name === 'after' ? (text ?? '') : []))
    .join(' ');
}

type Strings = readonly (readonly [event: string, format: string])[];

/** All the format strings of a release, with those of later ones for events that it does not have. */
export function stringsOf(release: Release): Strings {
  const at = RELEASES.indexOf(release);
  return Object.entries(EVENT_STRINGS).flatMap(([event, strings]) => {
    const own = stringIn(release, strings);
    if (own) return [[event, own] as const];
    const later = RELEASES.slice(at + 1).flatMap((name) => strings[name] || []);
    return later.map((format) => [event, format] as const);
  });
}

function isTwin(event: string, format: string, strings: Strings): boolean {
  return event === 'Channel Action' && strings.some(([name, other]) => name === 'Your Action' && other === format);
}

/** The format strings of all releases, equal ones joined. */
const releaseDrafts = once((): readonly Drafted[] => {
  const drafts = new Map<string, Drafted>();
  for (const release of RELEASES) {
    const strings = stringsOf(release);
    for (const [event, format] of strings) {
      const key = `${event}\n${format}`;
      const draft = drafts.get(key) ?? { event, format, themes: [], twin: isTwin(event, format, strings) };
      drafts.set(key, { ...draft, themes: [...draft.themes, release] });
    }
  }
  return [...drafts.values()];
});

const tables = new Map<Bytes, readonly Rule[]>();

/** The rules of all releases; made when the first file needs them. */
export function releaseRules(bytes: Bytes): readonly Rule[] {
  let rules = tables.get(bytes);
  if (!rules) tables.set(bytes, (rules = releaseDrafts().flatMap((draft) => rulesOfString(draft, bytes))));
  return rules;
}

/** The rules of format strings that are no release's: an owner's own, or those learnt from the file. */
export function ownRules(strings: EventStrings, bytes: Bytes): readonly Rule[] {
  const all = Object.entries(strings);
  return all.flatMap(([event, format]) =>
    rulesOfString({ event, format, themes: ['own'], twin: isTwin(event, format, all) }, bytes),
  );
}

/** The second column as a person reads it. */
export function filled(
  { plain: parts, names }: Sentence,
  captured: Readonly<Record<string, string | undefined>>,
): string {
  return parts.map((part) => (typeof part === 'string' ? part : (captured[groupOf(part, names)] ?? ''))).join('');
}
