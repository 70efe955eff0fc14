// What is settled once for a file, in words: `hexchat-2.9.6 hexchat-2.16 xchat-2.8 coloured indented`.
import { RELEASES, type Release } from './event-strings.ts';
import { LANGUAGES } from './languages.ts';
import type { Theme } from './rules.ts';

/** Without evidence: the newest releases first, as they are the most used. */
export const USUAL: readonly Release[] = [
  'hexchat-2.16',
  'hexchat-2.9.6',
  'xchat-2.8',
  'classic',
  'hexchat-2.9.5',
  'hexchat-2.9.4',
  'xchat-2.4',
];

export interface Variant {
  readonly themes: readonly Theme[];
  readonly coloured: boolean;
  /** The client spoke another language than English. */
  readonly translated: boolean;
  /** Columns are parted by tabs. */
  readonly indented: boolean;
  /** The client's language, where its sentences are known. */
  readonly language?: string | undefined;
}

/** The words of a variant. Unknown ones are left out; without any, the usual order, and any language. */
export function variantOf(words = ''): Variant {
  const found = words.split(' ');
  const themes = found.filter((word): word is Release => RELEASES.some((name) => name === word));
  return {
    themes: themes.length > 0 ? themes : USUAL,
    coloured: found.includes('coloured'),
    indented: found.includes('indented'),
    translated: words === '' || found.includes('translated'),
    language: found.find((word) => LANGUAGES.has(word)),
  };
}

export function wordsOf({ themes, language, ...flags }: Variant): string {
  const said = (['coloured', 'indented', 'translated'] as const).filter((flag) => flags[flag]);
  return [...themes, ...said, ...(language === undefined ? [] : [language])].join(' ');
}
