import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { attribute, escape, html, isolated, markup, needsDirection } from '../../src/site/parts/html.ts';

/** Text as HTML can carry it: what the page shows for characters that it cannot. */
const carried = (text: string): string =>
  text
    .replace(/[\x00-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd');

interface Parsed {
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Parsed[];
  readonly value?: string;
}

describe('the html tag', () => {
  it('gives any text back from between tags and from an attribute, and no element more', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '=', ' ', '/', '`', 'a', '\x00', '\r', '\u202e') }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const parsed = parseFragment(html`<i title=${text}>${text}</i>`.html) as unknown as Parsed;
        expect(parsed.childNodes).toHaveLength(1);
        const [element] = parsed.childNodes ?? [];
        expect(element?.attrs).toEqual([{ name: 'title', value: carried(text) }]);
        expect(element?.childNodes?.map(({ value }) => value).join('')).toBe(carried(text));
      }),
    );
  });

  it('shows control characters as their pictures', () => {
    expect(escape('a\x00b\x1bc\x7fd\re')).toBe('a␀b␛c␡d␍e');
    expect(escape('tab\tand\nline')).toBe('tab\tand\nline');
  });

  it('leaves out what is not there and joins lists', () => {
    expect(html`<p>${undefined}${false}${['a', html`<b>`, 3]}`.html).toBe('<p>a<b>3');
  });

  it('quotes only the values that need it', () => {
    expect(attribute('/pool/2024-03-05/')).toBe('/pool/2024-03-05/');
    expect(attribute('a b')).toBe('"a b"');
    expect(attribute('')).toBe('""');
    expect(html`<a href=${'x?a=1&b="2"'}>`.html).toBe('<a href="x?a=1&amp;b=&quot;2&quot;">');
  });

  it('takes no string for markup', () => {
    expect(html`${markup('<b>')}${'<b>'}`.html).toBe('<b>&lt;b&gt;');
  });
});

describe('direction', () => {
  it('is asked for where letters or marks run right to left', () => {
    expect(needsDirection('שלום')).toBe(true);
    expect(needsDirection('سلام, world')).toBe(true);
    expect(needsDirection('a\u202eb')).toBe(true);
    expect(needsDirection('größe, café, 漢字, 🎉')).toBe(false);
  });

  it('is fenced in titles', () => {
    expect(isolated('#שלום')).toBe('\u2068#שלום\u2069');
    expect(isolated('#pool')).toBe('#pool');
    expect(isolated('a\u2069\u202eb\u2067')).toBe('\u2068a\u202eb\u2069');
    expect(isolated(`by ${isolated('שלום')}: out`)).toBe('\u2068by \u2068שלום\u2069: out\u2069');
  });
});
