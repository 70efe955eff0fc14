import { describe, expect, it } from 'vitest';
import { formerLinksOf } from '../../src/site/owner/former-links.ts';

const known = (path: string): boolean => ['pool/2025-03-10/', 'pool/at/'].includes(path);
const read = (text: string) => formerLinksOf(text, 'former-links.csv', known);

describe('the list of former links', () => {
  it('takes fragments, paths and whole addresses, whatever the lines end with', () => {
    const { links, problems } = read(
      [
        '\ufeffold,new',
        '#i_1,/pool/2025-03-10/#t100000aaaa',
        '"https://logs.example.net/bot?a=1,2#c9","pool/2025-03-10/#t100005bbbb"',
        '/old/path , /pool/at/?1741600000',
        '',
      ].join('\r\n'),
    );
    expect(links).toEqual({
      '#i_1': 'pool/2025-03-10/#t100000aaaa',
      'bot?a=1,2#c9': 'pool/2025-03-10/#t100005bbbb',
      'old/path': 'pool/at/?1741600000',
    });
    expect(problems).toEqual([]);
  });

  it('tells of targets that are no page', () => {
    expect(read('#i_1,/pool/2025-03-11/#t100000aaaa').problems).toEqual([
      'former-links.csv leads to /pool/2025-03-11/#t100000aaaa, which is not a page of this site.',
    ]);
  });

  it('takes targets encoded or not, whichever way their accents are', () => {
    const { links, problems } = formerLinksOf(
      ['#i_1,/käse/2025-03-10/#t1', '#i_2,/k%C3%A4se/2025-03-10/#t1', '#i_3,/ka\u0308se/2025-03-10/?to=t2#t1'].join(
        '\n',
      ),
      'former-links.csv',
      (path) => path === 'käse/2025-03-10/',
    );
    expect(problems).toEqual([]);
    expect(Object.values(links)).toEqual([
      'k%C3%A4se/2025-03-10/#t1',
      'k%C3%A4se/2025-03-10/#t1',
      'k%C3%A4se/2025-03-10/?to=t2#t1',
    ]);
  });

  it.each(['#i_1', '#i_1,', ',/pool/at/', 'a,b,c'])('refuses %s, and says what a row is', (row) => {
    expect(() => read(`old,new\n${row}`)).toThrow(
      `former-links.csv, line 2: a row is an old address, a comma and a new`,
    );
  });

  it.each(['https://evil.example/', 'javascript:alert(1)', '//evil.example/', '/\\evil.example/'])(
    'leads nowhere but here, not to %s',
    (to) => {
      expect(() => read(`#i_1,${to}`)).toThrow('is not a path of this site');
    },
  );
});
