import { describe, expect, it } from 'vitest';
import { expressionOf, occursIn } from '../../src/shared/expression.ts';

describe('Whether an expression occurs in a text', () => {
  const TEXTS = [
    '',
    'PV 12345',
    'see pv12345, KISS',
    'ſee PV 12345',
    'ſ',
    '\u212A',
    'K\u0130ss \u017Fo',
    'straße 😀 x',
    'a\nb',
    'x_1-2',
    's',
    'k',
    'Ω',
  ];
  it.each([
    ['\\bPV[ #]?(\\d{5,8})\\b'],
    ['s'],
    ['k'],
    ['[^a]'],
    ['\\w+'],
    ['\\W'],
    ['^\\S$'],
    ['[\\w]'],
    ['[^\\W]'],
    ['(?<!\\w)s(?!\\w)'],
    ['(s|k)\\1'],
    ['(?<n>s)\\k<n>'],
    ['.$'],
    ['\\u017f'],
    ['\\x73'],
    ['[\\u{1F600}]'],
    ['\\p{L}{3}'],
    ['ſ'],
    ['ω'],
    ['b$'],
    // Not with `u`.
    ['\\-'],
    ['a{,2}'],
  ])('is what a search finds: %s', (source) => {
    for (const flags of ['', 'g']) {
      const pattern = expressionOf(source, flags);
      const occurs = occursIn(pattern);
      for (const text of TEXTS) {
        expect(occurs(text), text).toBe(text.search(pattern) >= 0);
        expect(occurs(text), text).toBe(text.search(pattern) >= 0);
      }
    }
  });

  it('is asked of an expression with its case, too', () => {
    const occurs = occursIn(/leak/gu);
    expect([occurs('a leak'), occurs('a leak'), occurs('a LEAK')]).toEqual([true, true, false]);
  });
});
