import { describe, expect, it } from 'vitest';
import { copyWith, copyWithout } from '../../src/shared/copy.ts';

describe('Copies with other fields', () => {
  it('have what the object has, then what is new, which wins', () => {
    const one = { kind: 'join', nick: 'ada' };
    const copy = copyWith(one, { nick: 'ada_', own: true });
    expect(Object.entries(copy)).toEqual([
      ['kind', 'join'],
      ['nick', 'ada_'],
      ['own', true],
    ]);
    expect(one).toEqual({ kind: 'join', nick: 'ada' });
  });

  it('have all but one field, in their order', () => {
    const one = { kind: 'join', host: 'ada@analytical.example', nick: 'ada' };
    expect(Object.entries(copyWithout(one, 'host'))).toEqual([
      ['kind', 'join'],
      ['nick', 'ada'],
    ]);
    expect(one.host).toBe('ada@analytical.example');
  });
});
