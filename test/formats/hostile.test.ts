// Whatever a line holds, every format gives something for it, soon, and does not throw.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../all-formats.ts';

/** Bits of every format's sentences, which arbitrary text would hardly hit upon. */
const BITS = FORMATS.flatMap(({ examples }) => examples).flatMap((example) => [
  example,
  ...example.split(/(?<=[ ([{<>\]})*:!@#-])/u),
]);
const text = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BITS) }, fc.string({ unit: 'binary' })), {
  maxLength: 30,
});

describe.each(FORMATS.map((format) => ({ name: format.name, format })))('$name', ({ format }) => {
  test('gives at least one thing for any line, each of them with its stamp or without', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (lines) => {
        const parse = format.open({});
        for (const [index, parts] of lines.entries()) {
          const parsed = parse({ number: index + 1, text: parts.join('').replace(/\n/gu, '') });
          expect(parsed.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('claims no more of a file than it holds', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.string(), (lines, path) => {
        const sample = {
          path,
          given: {},
          lines: lines.map((parts, index) => ({ number: index + 1, text: parts.join('').replace(/\n/gu, '') })),
        };
        for (const { score } of format.recognise(sample)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('reads what somebody said in a megabyte, and a torn line as long, to the end', () => {
    const long = 'x'.repeat(1_000_000);
    const parse = format.open({});
    for (const said of format.examples.filter((example) => example.endsWith('hello bob'))) {
      const [line] = parse({ number: 1, text: said + long });
      expect(line).toMatchObject({ is: 'event', event: { text: `hello bob${long}` } });
    }
    for (const example of format.examples) {
      const [line] = parse({ number: 1, text: `${example.slice(0, -5)}${'@'.repeat(300_000)}\0` });
      expect(line).toBeDefined();
    }
  }, 60_000);

  test('reads lines of ten thousand of the same sign at once', () => {
    const starts = [
      '',
      ...format.examples.map((example) => example.slice(0, Math.ceil(example.length / 2))),
      ...format.examples,
    ];
    const parse = format.open({});
    // Where a line cost the square of its length, or more, this would not come to an end.
    for (const start of starts)
      for (const sign of ' a.-*#@!()[]<>=:,\'"1&\x02')
        expect(parse({ number: 1, text: `${start}${sign.repeat(10_000)}\0` })).toBeInstanceOf(Array);
  }, 60_000);
});
