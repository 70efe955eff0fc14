import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonOf } from '../../src/shared/json-text.ts';
import { wholeText } from '../../src/shared/text-room.ts';

it('gives what JSON.stringify gives, of lists in pieces', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.array(fc.option(fc.jsonValue(), { nil: undefined }), { maxLength: 40 })),
      (value) => {
        expect(wholeText(jsonOf(value))).toBe(JSON.stringify(value));
      },
    ),
  );
  expect(jsonOf(Array.from({ length: 20 }, () => 1)).length).toBe(5);
});
