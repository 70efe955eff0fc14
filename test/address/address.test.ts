import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { canonical, hashDigits, hashedText, twin } from '../../src/shared/address.ts';
import { zoneOf } from '../../src/time.ts';

interface Frozen {
  readonly at: number;
  readonly kind: string;
  readonly nick: string;
  readonly text: string;
  readonly zone: string;
  readonly day: string;
  readonly address: string;
}

// The scheme is frozen: rows may only be added.
const frozen = JSON.parse(readFileSync(new URL('frozen.json', import.meta.url), 'utf8')) as Frozen[];

/** The scheme computed from its description, sharing nothing with the code under test. */
function independent({ at, kind, nick, text, zone }: Omit<Frozen, 'day' | 'address'>): string {
  const without = (value: string, code: RegExp): string => {
    let out = '';
    for (let index = 0; index < value.length;) {
      const length = code.exec(value.slice(index))?.[0].length ?? 0;
      if (length === 0) out += value[index];
      index += length || 1;
    }
    return out;
  };
  const clean = (value: string): string => {
    const uncoloured = without(without(value, /^\x03(\d{1,2}(,\d{1,2})?)?/), /^\x04([\da-f]{6}(,[\da-f]{6})?)?/i);
    const out = [...uncoloured]
      .filter((character) => {
        const unit = character.charCodeAt(0);
        return unit > 0x1f ? unit !== 0x7f : unit === 9 || unit === 10;
      })
      .join('');
    const blank = new Set([9, 10, 32, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);
    for (let unit = 0x2000; unit <= 0x200a; unit++) blank.add(unit);
    const words: string[] = [''];
    for (const character of out.normalize('NFC')) {
      if (blank.has(character.codePointAt(0)!)) words.push('');
      else words[words.length - 1] += character;
    }
    return words.filter((word) => word !== '').join(' ');
  };
  const digest = createHash('sha256')
    .update(['1', String(Math.trunc(at)), kind, clean(nick), clean(text)].join('\n'), 'utf8')
    .digest();
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = [0, 5, 10, 15].map(
    (from) => '0123456789abcdefghjkmnpqrstvwxyz'[parseInt(bits.slice(from, from + 5), 2)],
  );
  return `t${DateTime.fromSeconds(Math.trunc(at), { zone }).toFormat('HHmmss')}${digits.join('')}`;
}

const computed = ({ at, kind, nick, text, zone }: Omit<Frozen, 'day' | 'address'>): string =>
  `t${zoneOf(zone).clockAt(at)}${hashDigits(hash('sha256', hashedText(at, kind, nick, text)), 4)}`;

describe('the address of a line', () => {
  it.each(frozen)('stays $address for ever', (row) => {
    expect(computed(row)).toBe(row.address);
    expect(independent(row)).toBe(row.address);
    expect(zoneOf(row.zone).dayAt(row.at).date).toBe(row.day);
  });

  it('agrees with a computation of its own for any text', () => {
    const odd = fc.constantFrom(
      '\x03',
      '\x0304',
      '\x0312,3',
      '\x04ff00AA',
      '\x02',
      '\x0f',
      '\u00a0',
      '\t',
      '\n',
      '\ufeff',
      ' ',
      '  ',
      'e\u0301',
      '\u200d',
      '\u202e',
      '\x7f',
      ',5',
      '\ud800',
    );
    const text = fc
      .array(fc.oneof(odd, fc.string({ maxLength: 6 }), fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000_000 }), text, text, (at, nick, said) => {
        const row = { at, kind: 'message', nick, text: said, zone: 'Europe/Paris' };
        expect(computed(row)).toBe(independent(row));
      }),
      { numRuns: 2000 },
    );
  });

  it('forgets formatting, fractions and doubled blanks, and nothing else', () => {
    expect(canonical(' a\u00a0 \tb ')).toBe('a b');
    expect(canonical('\x02bold\x02 \x0304,12red\x03')).toBe('bold red');
    expect(canonical('a\u200db')).toBe('a\u200db');
    expect(hashedText(1.9, 'join', 'zoe', '')).toBe('1\n1\njoin\nzoe\n');
  });

  it('has six digits that begin with the four', () => {
    const hex = hash('sha256', 'anything');
    expect(hashDigits(hex, 6).slice(0, 4)).toBe(hashDigits(hex, 4));
    expect(hashDigits(hex, 6)).toHaveLength(6);
  });

  it('is numbered where a second has equal lines', () => {
    expect([1, 2, 3].map((n) => twin('t142934g07q', n))).toEqual(['t142934g07q', 't142934g07qu2', 't142934g07qu3']);
  });
});
