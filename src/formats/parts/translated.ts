// A client's sentences in many languages, from templates as its catalogues have them: `{nick} a quitté {channel}`.
import type { Captures } from '../../format.ts';
import { once } from '../../shared/once.ts';
import { verbatim } from '../../shared/verbatim.ts';

/** By language, what happened and how it is said. */
export type Catalogues<Told extends string> = Readonly<Record<string, Readonly<Partial<Record<Told, string>>>>>;

export interface Forms<Told extends string> {
  /** The expression that a name in braces stands for, with a group of its own; without one, a word. */
  readonly holds: Readonly<Record<string, string>>;
  /** The expression of a whole line, from that of its sentence, where more than the sentence is in it. */
  readonly whole?: (told: Told, sentence: string) => string;
}

interface Sentence<Told> {
  readonly told: Told;
  /** Its longest words: what does not hold them is not looked at. */
  readonly needle: string;
  /** How much of it is its own. */
  readonly length: number;
  readonly pattern: RegExp;
}

const WORD = String.raw`[^\s,]+`;

function sentenceOf<Told extends string>(told: Told, template: string, { holds, whole }: Forms<Told>): Sentence<Told> {
  const parts = template.split(/\{(\w+)\}/u);
  const source = parts
    .map((part, at) => (at % 2 === 0 ? verbatim(part) : (holds[part] ?? `(?<${part}>${WORD})`)))
    .join('');
  const words = parts.filter((_, at) => at % 2 === 0);
  return {
    told,
    needle: words.reduce((longest, part) => (part.length > longest.length ? part : longest)),
    length: words.join('').length,
    pattern: new RegExp(`^${whole?.(told, source) ?? source}$`, 'u'),
  };
}

/** Finds the sentence that a line is, in any of the languages, and what it names; those with longer words come first: they tell more. */
export function sentencesIn<Told extends string>(
  catalogues: Catalogues<Told>,
  forms: Forms<Told>,
): (line: string) => { readonly told: Told; readonly captured: Captures } | undefined {
  // made when a line is first asked about: most files have none
  const sentences = once(() =>
    Object.values(catalogues)
      .flatMap((sentences) => Object.entries(sentences) as [Told, string][])
      .map(([told, template]) => sentenceOf(told, template, forms))
      .toSorted((a, b) => b.needle.length - a.needle.length || b.length - a.length),
  );
  return (line) => {
    for (const { told, needle, pattern } of sentences()) {
      const captured = line.includes(needle) ? pattern.exec(line)?.groups : undefined;
      if (captured) return { told, captured };
    }
    return undefined;
  };
}
