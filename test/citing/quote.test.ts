import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/client/quote.ts';
import type { QuotedLine } from '../../src/client/quote.ts';

const URL = 'https://logs.example/pool/2025-10-20/#t100000aaaa';

/** What a button gives for one line that ada said. */
function quoted(format: string, text: string, code = false): string {
  const line: QuotedLine = { time: '10:00:00', nick: 'ada', form: undefined, text, code };
  return FORMATS[format]!([line], URL, '#pool', '2025-10-20', 'UTC');
}

describe('a quotation in Markdown', () => {
  it('leaves web addresses as they are, and makes nothing of what stands right behind them', () => {
    expect(quoted('Markdown', 'http://example.com/a_b*c, *so*')).toMatch(
      /\*\* http:\/\/example\.com\/a_b\*c, \\\*so\\\*$/,
    );
    expect(quoted('Markdown', 'see <http://example.com/a_b> it')).toContain('** see \\<http://example.com/a_b\\> it');
    expect(quoted('Markdown', 'http://example.com/<img src=x>')).toContain('** http://example.com/\\<img src=x\\>');
  });
});

describe('a quoted line', () => {
  it('of several lines is quoted line by line', () => {
    expect(quoted('Markdown', 'one\ntwo')).toMatch(/\n> `10:00` \*\*ada\*\* one {2}\n> two$/);
    expect(quoted('Phabricator', 'one\ntwo', true)).toContain('\n>     one\n>     two');
  });

  it.each(['Markdown', 'Phabricator'])('keeps the line and paragraph separators of its text in %s', (format) => {
    for (const code of [false, true]) expect(quoted(format, 'a\u2028b\u2029c', code)).toContain('a\u2028b\u2029c');
  });
});
