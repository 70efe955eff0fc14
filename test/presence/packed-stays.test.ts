// Stays as they are kept between builds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stay } from '../../src/day.ts';
import { eachStay, packed } from '../../src/packed-stays.ts';

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

test('Stays that were packed and kept as text are told as they were', () => {
  fc.assert(
    fc.property(fc.array(stay), (stays) => {
      const its = JSON.parse(JSON.stringify(packed(stays))) as ReturnType<typeof packed>;
      const told: Stay[] = [];
      eachStay(its, (place, from, to, start, end) => told.push({ nick: its.nicks[place]!, from, to, start, end }));
      expect(told).toEqual(stays.map(({ nick, from, to, start, end }) => ({ nick, from, to, start, end })));
    }),
  );
});
