// One column of a text event, as a pattern: literals exact, arguments by the shape of what their names hold.
import type { Captures } from '../../format.ts';
import { NICK_COLOURS } from './nick-colour.ts';
import type { Part } from './format-string.ts';

/** Captures of a column, or undefined where it does not match. */
export type ReadColumn = (text: string) => Captures | undefined;

const WORD = String.raw`[^ \t\x00-\x1f]+`;

const SHAPES: Readonly<Record<string, string>> = {
  nick: WORD,
  target: WORD,
  targets: String.raw`[^ \t\x00-\x1f][^\t\x00-\x1f]*`,
  to: WORD,
  setter: WORD,
  user: WORD,
  server: WORD,
  host: String.raw`[^ \t\x00-\x1f]*`,
  account: String.raw`[^ \t\x00-\x1f]*`,
  channel: String.raw`[^ \t,\x07]*`,
  sign: '[-+]?',
  letters: String.raw`[^ \t\x00-\x1f]*`,
  tag: String.raw`[~&@%+!?=.:]{0,2}`,
  prefix: '[~&@%+]*',
};

const STATUS = '(?<prefix>[~&@%+]*)';

/** How arguments stand in a column of a raw or a stripped log. */
export interface Spelling {
  readonly raw: boolean;
  /** The nick may be preceded by the client's nick colour. */
  readonly coloured: boolean;
  /** Names of the arguments. */
  readonly names: readonly string[];
}

const escape = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

function colour(raw: boolean): string {
  const digits = `(?<colour>${NICK_COLOURS.join('|')})`;
  return raw ? String.raw`(?:\x03(?<colour>\d\d))?` : `${digits}?`;
}

function argument(name: string, spelling: Spelling, group: string): string {
  const shape = SHAPES[name] ?? (spelling.names.includes('text') || spelling.names.includes('reason') ? '.*' : '.*?');
  const bare = `(?<${group}>${shape})`;
  if (name !== 'nick' || !spelling.coloured) return bare;
  return colour(spelling.raw) + bare;
}

/** The name of argument `$n`, as a group: its own where it has one. */
function groupOf(number: number, names: readonly string[]): string {
  return names[number - 1] || `argument${number}`;
}

/** A pattern for the whole column. */
export function patternOf(parts: readonly Part[], spelling: Spelling): RegExp {
  const seen = new Set<string>();
  const withPrefix = spelling.names.includes('prefix') && !parts.includes(3);
  const source = parts.map((part) => {
    if (typeof part === 'string') return escape(part);
    const group = groupOf(part, spelling.names);
    if (seen.has(group)) return String.raw`\k<${group}>`;
    seen.add(group);
    const own = argument(group.startsWith('argument') ? '' : group, spelling, group);
    return group === 'nick' && withPrefix ? STATUS + own : own;
  });
  return new RegExp(`^${source.join('')}$`, 'su');
}

/** Reads a column: without a regular expression where it is one free argument between two literals. */
export function columnReader(parts: readonly Part[], spelling: Spelling): ReadColumn {
  const numbers = parts.filter((part) => typeof part === 'number');
  if (numbers.length === 0) {
    const literal = parts.join('');
    return (text) => (text === literal ? {} : undefined);
  }
  const name = groupOf(numbers[0] ?? 0, spelling.names);
  if (numbers.length === 1 && !(name in SHAPES)) {
    const at = parts.findIndex((part) => typeof part === 'number');
    return between(String(parts[at - 1] ?? ''), String(parts[at + 1] ?? ''), name);
  }
  const needle = parts.reduce<string>(
    (longest, part) => (typeof part === 'string' && part.length > longest.length ? part : longest),
    '',
  );
  let pattern: RegExp | undefined;
  return (text) => {
    if (!text.includes(needle)) return undefined;
    pattern ??= patternOf(parts, spelling);
    return pattern.exec(text)?.groups;
  };
}

function between(before: string, after: string, name: string): ReadColumn {
  const least = before.length + after.length;
  return (text) =>
    text.length >= least && text.startsWith(before) && text.endsWith(after)
      ? { [name]: text.slice(before.length, text.length - after.length) }
      : undefined;
}
