import { describe, expect, test } from 'vitest';
import { lower, sameName } from '../../src/shared/casemap.ts';
import { isChannelName, slugOf, slugProblem } from '../../src/shared/slug.ts';

test('names are the same without case, and so are []\\^ and {}|~', () => {
  expect(lower('Wren[A]\\^É')).toBe('wren{a}|~É');
  expect(sameName('#Limpet[]', '#limpet{}')).toBe(true);
  expect(sameName('#limpet', '#limpets')).toBe(false);
});

test('names of channels begin with # & + or !', () => {
  expect(['#a', '&a', '+a', '!AB12Ca'].every(isChannelName)).toBe(true);
  expect(['wren', '', '~a', 'irc.example.net', '@#a'].some(isChannelName)).toBe(false);
});

describe('the slug of a name', () => {
  test.each([
    ['#Limpet', 'limpet'],
    ['##limpet', '-limpet'],
    ['#a#b', 'a-b'],
    ['&local', '-local'],
    ['+a.b_c~d-e', '+a.b_c~d-e'],
    ['#c++', 'c++'],
    ['#a[b]', 'a-b-'],
    ['#a/b\\c', 'a-b-c'],
    ['#cafe\u0301', 'café'],
    ['#Ünï', 'Ünï'],
    ['#日本', '日本'],
    ['#٣', '٣'],
    ['#😀x', '-x'],
    ['#..', '..'],
    ['#', ''],
  ])('%s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('can be a folder of the site, unless it is one of the site, a device or no name', () => {
    expect(['limpet', '-limpet', 'c++', 'about-us', 'console', 'a.b', 'about.me', 'x'].map(slugProblem)).toEqual(
      Array(8).fill(undefined),
    );
    const taken = 'about assets feed index people ref robots search sitemap 404 . ..'.split(' ');
    const files = ['404.html', 'index.html', 'robots.txt', 'sitemap.xml'];
    const others = [...files, '', 'con', 'nul.txt', 'com1', 'lpt9', 'A', 'a/b', '#a', 'a b', 'é'.repeat(101)];
    for (const slug of [...taken, ...others]) expect(slugProblem(slug)).toBeTypeOf('string');
  });
});
