// A log that went through a word processor, which puts other signs in the place of those that were typed.
//
//   [09:01:02] *** alice changes topic to ‘roses’      ->   [09:01:02] *** alice changes topic to 'roses'
//   — Log opened Thu Jan 05 09:00:00 2012              ->   --- Log opened Thu Jan 05 09:00:00 2012
//
// It leaves none of the typed ones. What people themselves wrote so cannot be told from what became so.
import type { Damage } from './damage.ts';

const TYPED: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '--',
  '—': '---',
  '→': '-->',
  '←': '<--',
};

const SIGNS = /[“”‘’…–—→←]/gu;
const TYPEWRITTEN = /["']|--|\.\.\./u;

/** So few lines may be one person's. */
const FEW = 5;

export const typographic: Damage = {
  find: (lines) =>
    lines.filter(({ text }) => text.search(SIGNS) >= 0).length >= FEW &&
    !lines.some(({ text }) => TYPEWRITTEN.test(text))
      ? 'signs'
      : undefined,
  mend: () => (text) => text.replace(SIGNS, (sign) => TYPED[sign] ?? sign),
};
