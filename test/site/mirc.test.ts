import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf, tagsOf } from '../../src/site/parts/mirc.ts';

const shown = (styled: string): string =>
  runsOf(styled)
    .map(({ text, style }) => {
      const tags = tagsOf(style);
      return [...tags.map(([open]) => open), text, ...[...tags].reverse().map(([, close]) => close)].join('');
    })
    .join('');

describe('formatting codes', () => {
  it.each([
    ['plain', 'plain'],
    ['a \x02bold\x02 word', 'a <strong>bold</strong> word'],
    ['\x1di\x1d\x1fu\x1f\x1es\x1e\x11m\x11', '<em>i</em><u>u</u><s>s</s><samp>m</samp>'],
    ['\x02\x1dboth\x0f none', '<strong><em>both</em></strong> none'],
    ['\x16reversed\x16', '<span class=rv>reversed</span>'],
    ['\x034red\x03 plain', '<span class="f n7">red</span> plain'],
    ['\x0304red\x0399 default', '<span class="f n7">red</span> default'],
    ['\x0304,02red on blue', '<span class="bg n1"><span class="f n7">red on blue</span></span>'],
    ['\x03041 digit follows', '<span class="f n7">1 digit follows</span>'],
    ['\x034, a comma follows', '<span class="f n7">, a comma follows</span>'],
    ['\x0352extended red', '<span class="f n7">extended red</span>'],
    ['\x0360extended blue', '<span class="f n1">extended blue</span>'],
    ['\x0400aa00green\x04 off', '<span class="f n3">green</span> off'],
    ['\x0314grey', '<span class=faint>grey</span>'],
    ['\x04888888grey', '<span class=faint>grey</span>'],
    ['\x04101010black is ink', 'black is ink'],
    ['\x0301black is ink', 'black is ink'],
    ['\x031,1hidden\x03 seen', '<span class=sp tabindex=0>hidden</span> seen'],
    ['\x0401ff01,01FF01hidden', '<span class=sp tabindex=0>hidden</span>'],
  ])('%j shows as %s', (styled, expected) => {
    expect(shown(styled)).toBe(expected);
  });

  it('are all taken out, and nothing else', () => {
    const codes = fc.constantFrom('\x02', '\x03', '\x04', '\x0f', '\x11', '\x16', '\x1d', '\x1e', '\x1f', '\x0312,4');
    fc.assert(
      fc.property(fc.array(fc.tuple(codes, fc.string({ unit: fc.constantFrom('x', 'y', ' ', '-') }))), (parts) => {
        const runs = runsOf(parts.map(([code, text]) => code + text).join(''));
        const plain = parts.map(([, text]) => text).join('');
        expect(runs.map(({ text }) => text).join('')).toBe(plain);
        for (const { start, text } of runs) expect(plain.slice(start, start + text.length)).toBe(text);
      }),
    );
  });
});
