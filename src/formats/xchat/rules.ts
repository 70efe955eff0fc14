// The rules of a theme, compiled from its event format strings, for logs with and without their control bytes.
//
//   %C18%H<%H$4$1%C18%H>%H%O$t$2   ->   raw \x0318\x08<\x08 … \x08>\x08\x0f ⇥ …      stripped 18< … 18> ⇥ …
//
// A rule is *told* where its words or brackets show which event it is, else *open* (`$1` after a star: any words of a server).
import { columnReader, patternOf, type ReadColumn } from './column.ts';
import { EVENT_STRINGS, RELEASES, type Release } from './event-strings.ts';
import { columnsOf, firstLine, partsOf, plain, stripped, type Part } from './format-string.ts';
import { MEANINGS, NOTE_ARGUMENTS, type Meaning } from './meanings.ts';

export type Theme = Release | 'own' | 'learnt';

/** Event name and format string. */
export type EventStrings = Readonly<Record<string, string>>;

export interface Rule {
  readonly event: string;
  readonly themes: readonly Theme[];
  readonly meaning: Meaning | undefined;
  readonly names: readonly string[];
  /** The first column where it never changes, else its pattern; undefined where the event has one column only. */
  readonly left: string | RegExp | undefined;
  readonly right: ReadColumn;
  /** What a person reads of the second column. */
  readonly plain: readonly Part[];
  readonly open: boolean;
  /** An action that the client writes alike whoever acts. */
  readonly twin: boolean;
  /** How many characters its literals have: the more, the surer. */
  readonly weight: number;
}

/** What is printed for a query's own tab, and what says nothing of its line. */
const LEFT_OUT = new Set([
  'Private Message to Dialog',
  'Private Action to Dialog',
  'Generic Message',
  'Beep',
  'Open Dialog',
]);

const lengthOf = (parts: readonly Part[]): number =>
  parts.reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);

const hasWords = (parts: readonly Part[]): boolean =>
  parts.some((part) => typeof part === 'string' && /\p{L}.*\p{L}/u.test(part));

/** The rule of an event's format string; undefined where it tells nothing. */
export function ruleOf(
  event: string,
  format: string,
  themes: readonly Theme[],
  raw: boolean,
  twin = false,
): Rule | undefined {
  if (LEFT_OUT.has(event)) return undefined;
  const whole = firstLine(partsOf(format));
  const parts = raw ? whole : stripped(whole);
  const [left, right] = columnsOf(parts);
  const [, readable] = columnsOf(plain(whole));
  const meaning = MEANINGS[event];
  const names = meaning?.arguments ?? NOTE_ARGUMENTS[event] ?? [];
  const spelling = { raw, coloured: meaning?.coloured === true, names };
  const bare = left === undefined && !hasWords(readable);
  if (bare || lengthOf(parts) === 0) return undefined;
  return {
    event,
    themes,
    meaning,
    names,
    left: left?.every((part) => typeof part === 'string') ? left.join('') : left && patternOf(left, spelling),
    right: columnReader(right, spelling),
    plain: readable,
    twin,
    open: !meaning?.said && !hasWords(readable),
    weight: lengthOf(parts),
  };
}

/** All the format strings of a release, with those of later ones for events that it does not have. */
function stringsOf(release: Release): readonly (readonly [event: string, format: string])[] {
  const at = RELEASES.indexOf(release);
  return Object.entries(EVENT_STRINGS).flatMap(([event, strings]) => {
    const before = RELEASES.slice(0, at + 1).findLast((name) => strings[name] !== undefined);
    const own = before && strings[before];
    if (own) return [[event, own] as const];
    const later = RELEASES.slice(at + 1).flatMap((name) => strings[name] || []);
    return later.map((format) => [event, format] as const);
  });
}

interface Drafted {
  readonly event: string;
  readonly format: string;
  readonly themes: Theme[];
  readonly twin: boolean;
}

function isTwin(
  event: string,
  format: string,
  strings: readonly (readonly [event: string, format: string])[],
): boolean {
  return event === 'Channel Action' && strings.some(([name, other]) => name === 'Your Action' && other === format);
}

const tables = new Map<boolean, readonly Rule[]>();

/** The rules of all releases, equal strings joined; made when the first file needs them. */
export function releaseRules(raw: boolean): readonly Rule[] {
  const known = tables.get(raw);
  if (known) return known;
  const themes = new Map<string, Drafted>();
  for (const release of RELEASES) {
    const strings = stringsOf(release);
    for (const [event, format] of strings) {
      const key = `${event}\n${format}`;
      const entry = themes.get(key) ?? { event, format, themes: [], twin: isTwin(event, format, strings) };
      entry.themes.push(release);
      themes.set(key, entry);
    }
  }
  const rules = [...themes.values()].flatMap(
    (entry) => ruleOf(entry.event, entry.format, entry.themes, raw, entry.twin) ?? [],
  );
  tables.set(raw, rules);
  return rules;
}

/** The rules of format strings that are no release's. */
export function rulesOf(strings: EventStrings, theme: Theme, raw: boolean): readonly Rule[] {
  const all = Object.entries(strings);
  return all.flatMap(([event, format]) => ruleOf(event, format, [theme], raw, isTwin(event, format, all)) ?? []);
}
