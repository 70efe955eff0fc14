// Readers of one column of a text event, by the patterns of column.ts: a pattern costs more to make than most files ask of it.
import type { Captures } from '../../format.ts';
import { groupOf, patternOf, SHAPES, type Spelling } from './column.ts';
import type { Part } from './format-string.ts';

/** Captures of a column, or undefined where it does not match. */
export type ReadColumn = (text: string) => Captures | undefined;

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
  return patternReader(() => patternOf(parts, spelling), needle);
}

/** What a person read of a match: its groups as they are, and what stands around them without the theme's colours. */
function readableOf({ input, indices }: RegExpExecArray): string {
  const clean = (literal: string): string => literal.replace(/\x03?\d\d?|[\x00-\x1f]/gu, '');
  let readable = '';
  let end = 0;
  for (const [from, to] of Object.values(indices?.groups ?? {})) {
    readable += clean(input.slice(end, from)) + input.slice(from, to);
    end = to;
  }
  return readable + clean(input.slice(end));
}

/**
 * Reads by the first of some patterns whose captures are accepted; where the patterns have indices, `plain` is what a person read.
 * The patterns are made when first needed.
 */
export function patternsReader(make: () => readonly RegExp[], accept: (captured: Captures) => boolean): ReadColumn {
  let patterns: readonly RegExp[] | undefined;
  return (text) => {
    patterns ??= make();
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      const captured = match?.groups;
      if (captured && accept(captured))
        return pattern.hasIndices ? { ...captured, plain: readableOf(match) } : captured;
    }
    return undefined;
  };
}

/** Reads by a pattern that is made when first needed, on texts that hold the needle. */
export function patternReader(make: () => RegExp, needle = ''): ReadColumn {
  let pattern: RegExp | undefined;
  return (text) => {
    if (!text.includes(needle)) return undefined;
    pattern ??= make();
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
