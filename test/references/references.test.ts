import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/events.ts';
import { aboutOf, citationKey, quoteOf, referencesOf, termsOf } from '../../src/references.ts';

const trackers = [
  { name: 'PV', match: 'PV ?#?(\\d{6,7})', url: 'http://bugs.example.com/query?id=$1' },
  { name: 'issue', match: '(?<![\\w/])#(\\d+)', url: 'https://code.example.com/issues/$1' },
];

let second = 0;
/** A message of a nick, a second after the one before. */
const says = (nick: string, text: string): Entry => {
  second += 1;
  return { id: `t${String(second).padStart(6, '0')}aaaa`, at: second, kind: 'message', nick, text };
};

/** What is cited in one line, as `kind name`. */
const cited = (text: string) => referencesOf([says('lena', text)], trackers).map(({ kind, name }) => `${kind} ${name}`);

describe('references', () => {
  it.each([
    ['a bug in either way of writing', 'pv1038341 and PV #1029459', ['bug PV 1038341', 'bug PV 1029459']],
    [
      'a bug within a path, and the path',
      'in /home/lena/pv1038341/dump',
      ['bug PV 1038341', 'path /home/lena/pv1038341/dump'],
    ],
    ['the address of the tracker as its bug', 'http://bugs.example.com/query?id=1029459', ['bug PV 1029459']],
    ['a bug once a line', 'PV 1038341, yes PV 1038341', ['bug PV 1038341']],
    ['bugs of two trackers', '#12 is PV 1038341', ['bug issue 12', 'bug PV 1038341']],
    [
      'bugs in the order of the line, one by its address',
      'http://bugs.example.com/query?id=1029459 is PV 1038341',
      ['bug PV 1029459', 'bug PV 1038341'],
    ],
    [
      'bugs before links, and paths before commits',
      '4b825dc642cb in src/kernel/pool.c, see http://example.com/x and PV 1038341',
      ['bug PV 1038341', 'link http://example.com/x', 'path src/kernel/pool.c', 'commit 4b825dc642cb'],
    ],
    [
      'a page of a site that only looks like the tracker’s as a link',
      'http://news.example.com/query?id=1029459',
      ['link http://news.example.com/query?id=1029459'],
    ],
    ['a link without its full stop', 'see https://example.com/a_b/c.', ['link https://example.com/a_b/c']],
    ['a link without its emphasis', '*https://example.com/a*', ['link https://example.com/a']],
    ['a host that begins with www as its link', 'www.example.com', ['link http://www.example.com']],
    ['a channel', 'join irc://irc.example.com/#pool', ['link irc://irc.example.com/#pool']],
    ['a path', 'look at src/kernel/pool.c:12 please', ['path src/kernel/pool.c']],
    ['a commit', 'reverted 4b825dc642cb', ['commit 4b825dc642cb']],
  ])('include %s', (_, text, expected) => {
    expect(cited(text)).toEqual(expected);
  });

  it('include everything that a line without end cites', () => {
    const bugs = Array.from({ length: 130_000 }, (_, index) => `PV ${1_000_000 + index}`);
    expect(cited(`${bugs.join(', ')} http://example.com/x`)).toHaveLength(130_001);
  });

  it.each([
    ['a short path', 'chmod +x /bin/true'],
    ['a host without a scheme and `www.`', 'example.com'],
    ['a scheme that runs code', 'javascript://example.com/alert(1)'],
  ])('leave out %s', (_, text) => {
    expect(cited(text)).toEqual([]);
  });

  it('are found by whole characters and their kinds where the expression of a tracker allows it', () => {
    const namesBy = (match: string, text: string): readonly string[] =>
      referencesOf([says('lena', text)], [{ name: 'BUG', match, url: 'http://bugs.example.com/$1' }]).map(
        ({ name, href }) => `${name} ${href ?? ''}`,
      );
    expect(namesBy('BUG-(\\p{L}+)', 'see bug-é')).toEqual(['BUG é http://bugs.example.com/%C3%A9']);
    expect(namesBy('BUG-(.)', 'see BUG-😀')).toEqual(['BUG 😀 http://bugs.example.com/%F0%9F%98%80']);
    expect(namesBy('BUG\\-(\\d)', 'see BUG-1')).toEqual(['BUG 1 http://bugs.example.com/1']);
    expect(namesBy('BUG\\-(.)', 'see BUG-😀')).toEqual(['BUG \ud83d http://bugs.example.com/%EF%BF%BD']);
  });

  it('are taken from what people say, not from quits, topics and kicks', () => {
    const entries: Entry[] = [
      { id: 't000001aaaa', at: 1, kind: 'quit', nick: 'lena', reason: 'http://client.example.com' },
      { id: 't000002aaaa', at: 2, kind: 'topic', nick: 'lena', text: 'PV 1038341' },
      { id: 't000003aaaa', at: 3, kind: 'kick', nick: 'lena', target: 'omar', reason: 'PV 1038341' },
      { id: 't000004aaaa', at: 4, kind: 'action', nick: 'lena', text: 'closes PV 1038341' },
    ];
    expect(referencesOf(entries, trackers).map(({ id }) => id)).toEqual(['t000004aaaa']);
  });

  it('are one for a bug in any case, and for other things as they are written', () => {
    expect(citationKey({ kind: 'bug', name: 'LP a1' })).toBe(citationKey({ kind: 'bug', name: 'LP A1' }));
    expect(citationKey({ kind: 'path', name: 'src/a/b' })).not.toBe(citationKey({ kind: 'path', name: 'src/a/B' }));
  });

  it('carry the line before where theirs says little more', () => {
    const entries = [
      says('omar', 'where was it?'),
      says('lena', 'https://example.com/x'),
      says('omar', 'thanks, so that is PV 1038341 again'),
    ];
    const found = referencesOf(entries, trackers);
    expect(found.map(({ by, before }) => [by, before])).toEqual([
      ['lena', { by: 'omar', text: 'where was it?' }],
      ['omar', undefined],
    ]);
  });

  it('encode what a pattern puts into an address', () => {
    const loose = [{ name: 'T', match: 'T:(\\S+)', url: 'https://t.example.com/?q=$1&all=$&' }];
    expect(referencesOf([says('lena', 'T:"><b>')], loose)[0]?.href).toBe(
      'https://t.example.com/?q=%22%3E%3Cb%3E&all=T%3A%22%3E%3Cb%3E',
    );
  });
});

describe('terms', () => {
  it('come by count, then by first use, with the line that says them first', () => {
    const entries = [
      says('lena', 'a_one and b_two'),
      says('omar', 'b_two, c_three'),
      says('lena', 'c_three or d_four'),
    ];
    expect(termsOf(entries).map(({ name, count, id }) => [name, count, id])).toEqual([
      ['b_two', 2, entries[0]!.id],
      ['c_three', 2, entries[1]!.id],
      ['a_one', 1, entries[0]!.id],
      ['d_four', 1, entries[2]!.id],
    ]);
  });

  it('are taken from what people say alone', () => {
    const topic: Entry = { id: 't000001aaaa', at: 1, kind: 'topic', nick: 'lena', text: 'a_one' };
    expect(termsOf([topic, { ...topic, kind: 'log', event: 'info' }])).toEqual([]);
  });

  it('are no nicks, numbers, paths or parts of links', () => {
    const entries = [says('big_lena', 'hi'), says('omar', 'Big_Lena: 0xff /usr/lib/a_b/c https://example.com/d_e')];
    expect(termsOf(entries)).toEqual([]);
  });

  it('are no words of a nick', () => {
    expect(termsOf([says('may-us_MAN', 'hi'), says('omar', 'may-us_MAN: is us_MANUAL yours?')])).toMatchObject([
      { name: 'us_MANUAL', count: 1 },
    ]);
  });
});

describe('what a day was about', () => {
  it('is its bugs, then up to three terms, five in all', () => {
    const entries = [says('lena', '#1 #2 #3 a_a1 b_b1 c_c1 d_d1'), says('lena', '#1 again')];
    expect(aboutOf(referencesOf(entries, trackers), termsOf(entries)).map(({ name }) => name)).toEqual([
      'issue 1',
      'issue 2',
      'issue 3',
      'a_a1',
      'b_b1',
    ]);
  });

  it('names the line that names each of them first', () => {
    const entries = [says('lena', '#1 and #2'), says('lena', '#1 again')];
    expect(aboutOf(referencesOf(entries, trackers), []).map(({ id }) => id)).toEqual([entries[0]!.id, entries[0]!.id]);
  });

  it('is shown by the first line of five words, cut between words', () => {
    const entries = [says('lena', 'hi'), says('omar', `so this is the day on which ${'we talk '.repeat(9)}`)];
    expect(quoteOf(entries)).toEqual({
      text: 'so this is the day on which we talk we talk we talk we talk …',
      id: entries[1]!.id,
    });
  });

  it('is shown by the longest line where all are short, and by none where nobody spoke', () => {
    expect(quoteOf([says('lena', 'hi'), says('omar', 'hello there'), says('lena', 'ok')])?.text).toBe('hello there');
    expect(quoteOf([says('lena', 'x'.repeat(61))])?.text).toBe(`${'x'.repeat(60)} …`);
    expect(quoteOf([])).toBeUndefined();
    const topic: Entry = { id: 't000001aaaa', at: 1, kind: 'topic', nick: 'lena', text: 'this is what we talk of' };
    expect(quoteOf([topic, says('lena', '  ')])).toBeUndefined();
  });
});
