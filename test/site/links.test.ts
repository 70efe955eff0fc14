import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/site/parts/links.ts';
import { whoOf } from '../../src/site/parts/who.ts';
import { aDay, around, said } from './a-day.ts';

const day = aDay({
  entries: [said(1, 'lena', 'a'), said(2, 'ed', 'b'), said(3, 'Otto[w]', 'c')],
});
const texts = textsOf(whoOf(around(day).channel, day), [
  { name: 'PV', match: 'PV ?#?(\\d{6,7})', url: 'https://bugs.example.org/$1' },
  { name: 'EVIL', match: 'evil(\\d)', url: 'javascript:alert($1)' },
]);

const link = (href: string, text = href): string => `<a href=${href} rel=nofollow>${text}</a>`;
const code = (text: string): string => `<code>${text}</code>`;

describe('what people wrote', () => {
  it.each([
    ['see http://x.example/a_b.', `see ${link('http://x.example/a_b')}.`],
    ['(https://x.example/a_(b))', `(${link('https://x.example/a_(b)')})`],
    [
      '*https://x.example/a*, _https://x.example/b_',
      `*${link('https://x.example/a')}*, _${link('https://x.example/b')}_`,
    ],
    [
      '**http://x.example/a_b.** and http://x.example/c*',
      `**${link('http://x.example/a_b')}.** and ${link('http://x.example/c*')}`,
    ],
    ['http://[2001:db8::1]:8080/x', link('http://[2001:db8::1]:8080/x')],
    ['ircs://irc.example.org:6697/#pool', link('ircs://irc.example.org:6697/#pool')],
    [
      '(www.example.org/x) and example.org',
      `(${link('http://www.example.org/x', 'www.example.org/x')}) and example.org`,
    ],
    ['http://x.example... so', `${link('http://x.example')}... so`],
    ['PV 1038341 again', `${link('https://bugs.example.org/1038341', 'PV 1038341')} again`],
    ['/home/zoe/pv1038341/dump', code(`/home/zoe/${link('https://bugs.example.org/1038341', 'pv1038341')}/dump`)],
    ['mm_ref_deref is called', `${code('mm_ref_deref')} is called`],
    ['read 0xffff8810 there', `read ${code('0xffff8810')} there`],
    ['lena: are you there?', '<bdi class=n1>lena</bdi>: are you there?'],
    ['LENA, hello', '<bdi class=n1>LENA</bdi>, hello'],
    [
      'ed: short nicks are named where they are addressed',
      '<bdi class=n2>ed</bdi>: short nicks are named where they are addressed',
    ],
    ['ask Otto[w] about it', 'ask <bdi class=n3>Otto[w]</bdi> about it'],
    ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ])('%j is marked', (text, expected) => {
    expect(texts.show(text)).toBe(expected);
  });

  it.each([
    'example.org and www.example',
    'http://a..b/ and http://[z]/',
    '//www.example.org/share and zoe@www.example.org',
    'irc:/x and irc.example.org',
    '//host/share',
    'zoe@example.org',
    'javascript:alert(1) and data:text/html,x',
    '2*3*4 and _so_ and `that`',
    'a lenard is no lena_',
    'the ed command',
    'evil1',
    'mmap_-sem_borrower',
    'and/or, 24/7',
  ])('%j is not', (text) => {
    expect(texts.show(text)).toBe(text);
  });

  it('keeps its formatting inside a link, and the link inside its formatting', () => {
    const styled = 'so \x02see http://x.\x02example/ now';
    expect(texts.show('so see http://x.example/ now', styled)).toBe(
      'so <strong>see </strong><a href=http://x.example/ rel=nofollow><strong>http://x.</strong>example/</a> now',
    );
  });

  it('is looked for no further than a server would take it', () => {
    expect(texts.show(`http://x.example/${'a'.repeat(10_000)}`)).toMatch(/[^a]a{8000,8192}<\/a>a+$/);
  });

  it('is never cut by a mark: the text of a line of hostile length comes out whole, in time', () => {
    for (const part of [
      'z',
      'a/',
      '=',
      '"@a.',
      'http://',
      'http://x/*',
      'http://x/(',
      'www.',
      'www.a.b/',
      '*_',
      'a_',
      '\x03',
      '(',
      '[a@',
    ]) {
      const text = part.repeat(20_000);
      expect(texts.show(text).replace(/<[^>]*>/g, '').length).toBeGreaterThanOrEqual(text.length);
    }
  });
});
