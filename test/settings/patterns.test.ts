import { describe, expect, test } from 'vitest';
import { patternOf } from '../../src/settings/patterns.ts';

const isRefused = (source: string): boolean => 'fault' in patternOf(source);

describe('expressions that people need are taken', () => {
  test.each([
    'PV ?#?(\\d{6,7})',
    '^\\[off\\]',
    '\\b\\d{3}-\\d{3}-\\d{4}\\b',
    '(?:\\d{1,3}\\.){3}\\d{1,3}',
    '(?:[0-9a-f]{2}:){5}[0-9a-f]{2}',
    '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
    '[^\\s@]+@[^\\s@]+\\.[^\\s@]+',
    '\\b(?:alice|bob|carol)\\b',
    'https?://\\S+',
    '(\\w+\\s)+x',
    '((ab)+c)+',
    '(?:foo\\d+)?x',
    '([a-z]+,)*[a-z]+',
    '"(?:[^"\\\\]|\\\\.)*"',
    '(?<=pass(?:word)?[:=]\\s*)\\S+',
    '\\p{L}+ \\u{1F600}',
    'a\\-b [\\]x] {x}',
    '(.)\\1+x',
    '^<(?<nick>[^>]+)>\\s*(?<text>.*)$',
    '(?:[A-Z]{2,10}-)?\\d+',
    'x{1000}',
    '(?:\\d{3}-?){4}',
    '/home/\\w+/',
    '.*foo.*',
    '.*a.*a.*b',
    '(\\w*)(\\w*)(\\w*)%(\\d)',
    '\\w+\\s+\\w+:\\s*(\\d+)',
    '^\\s*\\[(\\w+)\\]\\s*(\\w+)\\s*=\\s*(\\w+)\\s*;\\s*(.*)$',
    '(?:[a-z]+-)*[a-z]+ (?:[a-z]+-)*[a-z]+ (?:[a-z]+-)*[a-z]+',
  ])('%s', (source) => {
    expect(patternOf(source)).toHaveProperty('pattern');
  });
});

describe('expressions that could take for ever are refused', () => {
  test.each([
    '(a+)+$',
    '(x+x+)+y',
    '(a|a)*b',
    '(a|aa)+$',
    '(.*)*x',
    '(a*)+b',
    '(\\w|\\d)+$',
    '([a-zA-Z]+)*$',
    '(\\s*,?)*;',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(?=(a+)+b)x',
    '(?<!(a|a)*)x',
    '(.*?,){11}P',
    '(\\w+\\s?)+$',
    '(?:a{1,20}){1,20}b',
    'x(?:y|(?:z|z)*)',
    '(?:[0-9]+[a-f0-9]*)+;',
    '(é|É)+x',
    '(s|ſ)+x',
    '(\\w*)(\\w*)(\\w*)(\\w*)(\\w*)(\\w*)%(\\d)',
    '.*a.*a.*a.*a.*%(\\d)',
    '\\w*\\d*\\w*\\d+x',
    '(?:ab)*(?:ab)*(?:ab)*(?:ab)*c',
    '(?<=.*a.*a.*a.*b)x',
    '(a?){30}a{30}b',
  ])('%s', (source) => {
    const result = patternOf(source);
    expect(result).toHaveProperty('fault', expect.stringMatching(/for ever|empty text/));
  });

  test('those that are taken are quick on the lines that hurt the others', () => {
    const hurt = ['a', 'x', '0', ' ', 'ab', '1.', 'a,'].map((piece) => `${piece.repeat(2_000)}!`);
    for (const source of ['(?:\\d{1,3}\\.){3}\\d{1,3}', '([a-z]+,)*[a-z]+;', '(\\w+\\s)+x', '((ab)+c)+']) {
      const result = patternOf(source);
      if ('fault' in result) throw new Error(result.fault);
      // One that should have been refused would not come to an end.
      expect(hurt.map((line) => result.pattern.test(line))).not.toContain(undefined);
    }
  });
});

describe('other expressions that are refused', () => {
  test('are no expressions, match nothing at all, or are too large to tell', () => {
    expect(patternOf('(a')).toEqual({ fault: 'is not a regular expression: unterminated group' });
    expect(patternOf('a|')).toEqual({ fault: 'matches the empty text, and so every line' });
    for (const source of ['/^\\[off\\]/', '/\\[off\\]$/', '/off/i'])
      expect(patternOf(source)).toHaveProperty('fault', expect.stringMatching(/^has slashes around it/));
    expect(isRefused('a'.repeat(1_001))).toBe(true);
    expect(isRefused('(?:abcdefghij){3}'.repeat(20))).toBe(true);
  });
});

test('an expression takes no notice of case, and of whole characters where it can', () => {
  const result = patternOf('^.😀É$', 'g');
  expect('pattern' in result && result.pattern.flags).toBe('giu');
  expect('pattern' in result && result.pattern.test('😀😀é')).toBe(true);
  expect(patternOf('a\\-b')).toEqual({ pattern: /a\-b/i });
});
