import { describe, expect, test } from 'vitest';
import { readByRules } from '../../../src/format.ts';
import { WORDS } from '../../../src/formats/parts/theme-words.ts';

const kinds = (line: string) => readByRules(WORDS, line)?.map(({ kind }) => kind);

describe('A sign alone', () => {
  test.each([
    ['+ carol [~c@host.example]', 'join'],
    ['--> carol (~c@host.example)', 'join'],
    ['- carol [~c@host.example]', 'part'],
    ['<- carol [~c@host.example] [bye]', 'part'],
  ])('tells in %s of a %s', (line, kind) => {
    expect(kinds(line)).toEqual([kind]);
  });

  // bip shows so who speaks, and irssi who somebody is
  test.each([
    '< carol!~c@host.example: hello',
    '> carol: hello',
    '< * carol!~c@host.example waves',
    '* carol [~c@host.example]',
  ])('tells nothing in %s', (line) => {
    expect(kinds(line)).toBeUndefined();
  });
});
