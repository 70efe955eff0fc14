import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textRoom, wholeText, type Text } from '../../src/shared/text-room.ts';

const piece = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.nat(40_000).map((length) => 'é→🙂'.repeat(length)),
);
const text: fc.Arbitrary<Text> = fc.oneof(piece, fc.array(piece, { maxLength: 6 }));
const utf8 = (one: Text): Buffer => Buffer.from(wholeText(one));

it('holds texts as UTF-8, each until it is cleared, however many come after it', () => {
  const room = textRoom();
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      room.clear();
      const bytes = texts.map((one) => room.put(one));
      expect(bytes.every((its, at) => utf8(texts[at]!).equals(its))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it('uses its room again where it was cleared', () => {
  const room = textRoom();
  const kept = room.put(['one ', 'two']);
  expect([kept, room.put('three')].map((bytes) => Buffer.from(bytes).toString())).toEqual(['one two', 'three']);
  room.clear();
  expect(room.put('x').byteOffset).toBe(kept.byteOffset);
});

it('writes half a surrogate pair as the sign for what cannot be shown', () => {
  expect(Buffer.from(textRoom().put(['a\ud800', 'b'])).toString()).toBe('a\ufffdb');
});
