// Indexes of files as they are kept between builds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, DayPart, FileIndex } from '../../src/log-file.ts';
import { packedIndexes, unpackedIndexes } from '../../src/pipeline/packed-indexes.ts';

const count = fc.nat();
const day: fc.Arbitrary<DayPart> = fc.record({
  date: fc.constantFrom('2013-10-02', '0099-12-31', '12013-01-01'),
  from: count,
  to: count,
  events: count,
  // Some clients tell fractions of a second.
  first: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((at) => at + 0),
  last: fc.integer(),
  hash: fc.stringMatching(/^[\w-]{22}$/),
});
const block: fc.Arbitrary<Block> = fc.record(
  {
    offset: count,
    line: count,
    time: fc.constantFrom<Block['time']>({}, { at: 1_380_742_174 }),
    lines: count,
    blank: count,
    control: count,
    unparsed: count,
    samples: fc.array(count),
    faults: fc.constant({}),
    days: fc.array(day),
    owners: fc.array(fc.record({ line: count, at: count, nick: fc.string() })),
    replays: fc.constant(true as const),
  },
  {
    requiredKeys: [
      'offset',
      'line',
      'time',
      'lines',
      'blank',
      'control',
      'unparsed',
      'samples',
      'faults',
      'days',
      'owners',
    ],
  },
);
const index: fc.Arbitrary<FileIndex> = fc.record(
  { reading: fc.string(), blocks: fc.array(block), open: count, torn: count, damage: fc.string() },
  { requiredKeys: ['reading', 'blocks', 'open'] },
);

test('Indexes that were packed and kept as text are what they were', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), index), (indexes) => {
      const packed = JSON.parse(JSON.stringify(packedIndexes(indexes))) as ReturnType<typeof packedIndexes>;
      expect(JSON.stringify(unpackedIndexes(packed))).toBe(JSON.stringify(indexes));
    }),
  );
});
