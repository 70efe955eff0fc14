import { describe, expect, it } from 'vitest';
import { byRanges } from '../../src/shared/letters.ts';

/** Each character of some code points, bounds included, but for halves of pairs and what is nothing yet. */
const characters = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((text) => !/\p{Cn}/u.test(text));

const differing = (all: readonly string[], kind: string): readonly string[] => {
  const [one, other] = [new RegExp(kind, 'u'), new RegExp(byRanges(kind), 'u')];
  return all.filter((text) => one.test(text) !== other.test(text));
};

describe('letters by ranges', () => {
  it('takes every letter for one', () => {
    const letter = new RegExp(byRanges(String.raw`^\p{L}$`), 'u');
    const letters = characters(0, 0x3ffff).filter((text) => /\p{L}/u.test(text));
    expect(letters.length).toBeGreaterThan(130_000);
    expect(letters.filter((text) => !letter.test(text))).toEqual([]);
  });

  it.each([String.raw`\p{L}`, String.raw`\p{M}`, String.raw`\p{N}`])(
    'has %s of Latin, Greek and Cyrillic as it is',
    (kind) => {
      expect(differing(characters(0, 0x58f), kind)).toEqual([]);
    },
  );

  it('takes no sign that stands beside nicks in any client for a letter, a mark or a number', () => {
    const known = new RegExp(byRanges(String.raw`[\p{L}\p{M}\p{N}]`), 'u');
    const blocks = [
      characters(0x2010, 0x206f),
      characters(0x2190, 0x245f),
      characters(0x2500, 0x2775),
      characters(0x2794, 0x2bff),
    ];
    const others = [characters(0x3008, 0x301f), characters(0xe000, 0xf8ff), characters(0x1f000, 0x1faff)];
    const wide = ['\uff08', '\uff09', '\uff1c', '\uff1e', '\uff3b', '\uff3d', '\uff5c', '\u061f', '\u060c', '\u05be'];
    expect([...blocks, ...others, wide].flat().filter((text) => known.test(text))).toEqual([]);
  });

  it('replaces classes within others and alone, and nothing else', () => {
    const pattern = new RegExp(byRanges(String.raw`^\[[^\p{L}\s[\]]\p{L}+\]\\p\p{Lu}$`), 'u');
    expect(pattern.test(String.raw`[+né]\pÉ`)).toBe(true);
    expect(pattern.test(String.raw`[+né]\pé`)).toBe(false);
    expect(pattern.test(String.raw`[nné]\pÉ`)).toBe(false);
  });
});
