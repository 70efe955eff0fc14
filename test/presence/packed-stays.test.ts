// Stays as they are kept between builds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stay } from '../../src/day.ts';
import { countOf, eachStay, packed, unpacked } from '../../src/packed-stays.ts';

const moment = fc.integer({ min: 0, max: 8_640_000_000_000 });
const stay: fc.Arbitrary<Stay> = fc
  .record({
    nick: fc.string(),
    from: moment,
    to: moment,
    start: fc.constantFrom<Stay['start']>('join', 'nick', 'seen', 'carried'),
    end: fc.constantFrom<Stay['end']>('part', 'quit', 'kick', 'nick', 'lost', 'gap', 'carried', 'open'),
    evidence: fc.option(moment, { nil: undefined }),
  })
  .map(({ evidence, ...rest }) => (evidence === undefined ? rest : { ...rest, evidence }));

test('Stays that were packed and kept as text are what they were', () => {
  fc.assert(
    fc.property(fc.array(stay), (stays) => {
      expect(unpacked(JSON.parse(JSON.stringify(packed(stays))) as ReturnType<typeof packed>)).toEqual(stays);
    }),
  );
});

test('Of packed stays those of some nicks are given, and the bounds of each are told with its nick', () => {
  fc.assert(
    fc.property(fc.array(stay), (stays) => {
      const its = packed(stays);
      const isAsked = (nick: string) => nick.length % 2 === 0;
      expect(unpacked(its, isAsked)).toEqual(stays.filter(({ nick }) => isAsked(nick)));
      const told: (readonly [string | undefined, number, number])[] = [];
      eachStay(its, (place, from, to) => told.push([its.nicks[place], from, to]));
      expect(told).toEqual(stays.map(({ nick, from, to }) => [nick, from, to]));
      expect(countOf(its)).toBe(stays.length);
    }),
  );
});
