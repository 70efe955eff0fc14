// Sentences about keys that do not exist and values of the wrong type.
import { closest, distance } from 'fastest-levenshtein';
import type * as v from 'valibot';
import { allKeys, keysAt } from './keys.ts';
import type { SCHEMA } from './schema.ts';
import type { KeyPath, Source } from './source.ts';

/** `; did you mean "zone"?` where one of the words is near enough, else nothing. */
export function didYouMean(word: string, words: readonly string[]): string {
  const [lowered, ...others] = [word, ...words].map((one) => one.toLowerCase());
  if (lowered === undefined || others.length === 0) return '';
  const near = words[others.indexOf(closest(lowered, others))] ?? '';
  const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  return distance(lowered, near.toLowerCase()) <= limit ? `; did you mean "${near}"?` : '';
}

/** As `didYouMean`, of the names of zones: that of a town alone, too. */
export function zoneMeant(word: string): string {
  const zones = Intl.supportedValuesOf('timeZone');
  const town = `/${word.toLowerCase().replaceAll(' ', '_')}`;
  const own = zones.find((zone) => zone.toLowerCase().endsWith(town));
  return own === undefined ? didYouMean(word, zones) : `; did you mean "${own}"?`;
}

/** Where else a key belongs, or one that is spelt like it: `; it is a setting of channels[].logs[]`. */
function elsewhere(key: string, path: KeyPath): string {
  const here = path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .slice(1);
  const all = allKeys();
  const named = (name: string): string | undefined => {
    const places = all.filter((one) => one.split('.').at(-1) === name).map((one) => one.slice(0, -name.length - 1));
    const place = places.find((one) => one.startsWith(here)) ?? places[0];
    return place === '' ? 'a setting of the whole archive, at the left margin' : place && `a setting of ${place}`;
  };
  const place = named(key);
  if (place !== undefined) return `; it is ${place}`;
  const hint = didYouMean(key, [...new Set(all.map((one) => one.split('.').at(-1) ?? ''))]);
  return hint.replace(/"(.*)"\?$/, (_, name: string) => `"${name}", ${named(name) ?? ''}?`);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const LIST = Symbol('a list');

/**
 * The value with the known keys only; others are reported. A key for a mapping or a list of mappings that has nothing behind
 * it is left out: its lines may all be comments.
 */
export function knownKeys(source: Source, value: unknown = source.value, path: KeyPath = []): unknown {
  if (path.length === 0 && (value === null || value === undefined)) return {};
  const keys = keysAt(path);
  // The schema takes a list for a mapping without keys.
  if (Array.isArray(value) && keys && !keysAt([...path, 0])) return LIST;
  if (Array.isArray(value)) return value.map((item, index) => knownKeys(source, item, [...path, index]));
  if (!isRecord(value) || !keys) return value;
  const known: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    if (!keys.includes(key)) {
      const hint = didYouMean(key, keys) || elsewhere(key, path) || `; the settings are ${keys.join(', ')}`;
      source.report(here, `is not a setting here${hint}`, 'key');
    } else if (inner !== null || !(keysAt(here) ?? keysAt([...here, 0]) ?? key === 'remove')) {
      known[key] = knownKeys(source, inner, here);
    }
  }
  return known;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value) || value === LIST) return 'a list';
  if (typeof value === 'object') return 'keys and values';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}…"` : json;
}

/** Reports what a schema found wrong. */
export function explain(source: Source, issue: v.InferIssue<typeof SCHEMA>): void {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const key = path.at(-1);
  // Of a mapping that is one of several things allowed, its own faults say more than that it is none of them.
  const inner = issue.issues?.filter((one) => one.path !== undefined) ?? [];
  if (inner.length > 0) {
    for (const one of inner)
      explain(source, { ...one, path: [...(issue.path ?? []), ...(one.path ?? [])] } as typeof issue);
    return;
  }
  if (issue.type === 'object' && issue.input === undefined && typeof key === 'string') {
    source.report(path, 'is missing');
    return;
  }
  const value: unknown = issue.input;
  let hint = '';
  if (value === null && source.hasComments) hint = '; what begins with # is a comment in YAML unless it is in quotes';
  else if (/^number|^boolean/.test(typeof value) && /^text|^a name|^a nick/.test(issue.message)) {
    hint = '; put it in quotes';
  } else if (typeof value === 'string' && /^a time zone/.test(issue.message)) {
    hint = zoneMeant(value);
  } else if (typeof value === 'string' && /\x08/.test(value)) {
    hint = '; in double quotes \\b is a control character: use single quotes';
  }
  const subject = path.length === 0 ? 'the settings must be' : 'must be';
  source.report(path, `${subject} ${issue.message}, not ${shown(value)}${hint}`);
}
