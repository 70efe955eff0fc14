// Transcripts of Colloquy that are still written, cut, or made to take long.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LineParser, ParsedLine } from '../../src/format.ts';
import colloquy from '../../src/formats/colloquy.ts';

const whole = readFileSync(join(import.meta.dirname, 'colloquy/one-line/input.xml'), 'utf8');

/** What the lines of a document tell. */
function told(text: string): { readonly events: readonly ParsedLine[]; readonly parse: LineParser } {
  const parse = colloquy.open({});
  const parsed = text.split('\n').flatMap((line, index) => parse({ number: index + 1, text: line }));
  return { events: parsed.filter(({ is }) => is === 'event'), parse };
}

describe('A transcript of Colloquy', () => {
  const { events, parse } = told(whole);

  it('is told as far as it is whole, wherever it was cut', () => {
    expect(parse.missing?.()).toBeUndefined();
    for (let end = 0; end < whole.length; end++) {
      const cut = told(whole.slice(0, end));
      expect(cut.events).toEqual(events.slice(0, cut.events.length));
      expect(cut.parse.missing?.()).toMatch(/^it ends in line 1, before its log does/);
    }
  });

  it('tells the same where each element has a line of its own', () => {
    expect(told(whole.replace(/(?<=<\/(?:sender|message|event)>)(?=<(?!who|by|old|reason))/g, '\n')).events).toEqual(
      events,
    );
  });

  it.each([
    ['a tag without an end', `<event ${'a'.repeat(500_000)}></event>`],
    ['blanks', `<event><message>${'\n'.repeat(300_000)}x</message></event>`],
    ['deep nesting', `<event name="x">${'<b>'.repeat(300_000)}</event>`],
    ['CDATA that begin and never end', `<event>${'<![CDATA['.repeat(100_000)}</event>`],
    ['a document that only begins', `<log began="x">${'<event '.repeat(300_000)}`],
    ['a unit longer than any', `<event>${'x'.repeat(3_000_000)}`],
  ])('is read at once where it holds %s', (_, text) => {
    // One that went through the rest for each piece would never end.
    expect(() => told(text)).not.toThrow();
  });
});
