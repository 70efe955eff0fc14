import { describe, expect, it } from 'vitest';
import { cutAt, isFound, queryOf } from '../../src/shared/search-query.ts';
import { daysWith, folded, listText, speaker, wordsOf } from '../../src/shared/search-words.ts';

describe('A text', () => {
  it('is compared in lower case, without accents, whatever the width of its letters', () => {
    expect(folded('Héron ＡＢＣ Ångström İ')).toBe('heron abc angstrom i');
    expect(folded('don’t->move «»')).toBe("don't->move «»");
    // Capitals that only a sign or a typeface makes, and letters that are no other one with something to it.
    expect(folded('Foo™ № 𝐁𝐨𝐥𝐝')).toBe('footm no bold');
    // What is not seen, as it comes from web pages and word processors.
    expect(folded('re\u00adadable\u200b wo\u2060rd\ufeff می\u200cخواهم')).toBe('readable word میخواهم');
    expect(folded('Łódź, ŁÓDŹ; Straße, STRASSE; Isparta, ısparta')).toBe(
      'lodz, lodz; strasse, strasse; isparta, isparta',
    );
  });

  it('is compared as its own capitals are, however they were typed', () => {
    for (const text of ['ὀδυσσεύς', 'straße', 'ışık', 'ёлка', 'œuvre', 'ŷ…']) {
      expect(folded(text.toUpperCase())).toBe(folded(text));
      expect(folded(text.normalize('NFD'))).toBe(folded(text));
      expect(folded(folded(text))).toBe(folded(text));
    }
  });

  it('has words of letters, digits and underscores, but none of a single letter of ASCII', () => {
    expect(wordsOf('if (mmap_sem > 0x1f) a++;')).toEqual(['if', 'mmap_sem', '0x1f']);
    expect(wordsOf(folded('à 世界 é x 7 ж'))).toEqual(['世界', 'ж']);
    expect(wordsOf('--> !')).toEqual([]);
    // Symbols are words of their own, whatever they touch.
    expect(wordsOf(folded('☕☕ok →👩‍🔬 ❤️ 👍🏽 «»'))).toEqual(['☕', '☕', 'ok', '→', '👩', '🔬', '❤', '👍', '🏽']);
  });

  it('has no word of ASCII of more than 64 characters; a sentence without blanks is whole', () => {
    expect(wordsOf('a'.repeat(100))).toEqual(['a'.repeat(64)]);
    const sentence = folded('สวัสดี'.repeat(20));
    expect(wordsOf(sentence)).toEqual([sentence]);
  });

  it('is found by any part of it, though a list tells only its words', () => {
    for (const text of [
      'ΟΔΟΣ και ΟΔΟΣΗΜΑΝΣΗ',
      '한국어로 말했다',
      'ไม่มีช่องว่าง'.repeat(12),
      'ça 世界 – x_1 ﬁne',
      'мʼята, don’t: Łódź – Straße ™',
      'a'.repeat(70),
      'tea ☕☕ok 👩‍🔬 ❤️!',
    ]) {
      const list = listText(new Map(wordsOf(folded(text)).map((word) => [word, 1]))).join('');
      for (let from = 0; from < text.length; from += 3)
        for (const asked of [text.slice(from, from + 5), text.slice(from), text.slice(0, from).toUpperCase()]) {
          const query = queryOf(`"${asked}"`);
          if (!isFound(query, { kind: 'message', text })) continue;
          expect(daysWith(list, query.listed) & 1, asked).toBe(1);
        }
    }
    expect(isFound(queryOf('οδοσ'), { kind: 'message', text: 'ΟΔΟΣ' })).toBe(true);
  });
});

describe('A list of a month’s words', () => {
  const list = listText(
    new Map([
      ['mmap_sem', 0b110],
      ['sem', 0b1],
      ['carol', 0b1000],
      [speaker('carol'), 0b10],
      [speaker('a b\nc'), 0b100],
      ['12', 1 << 30],
      ['世界', 0b11],
    ]),
  ).join('');

  it('has a word a line, ascending, its days as bits', () => {
    expect(list).toBe('12 HRA0HS\n<a b c 4\n<carol 2\ncarol 8\nmmap_sem 6\nsem 1\n世界 3\n');
  });

  it.each([
    [['mmap_sem'], 0b110],
    [['sem'], 0b111],
    [['12'], 1 << 30],
    [['1'], 1 << 30],
    [['界'], 0b11],
    [['mmap', 'sem', '世'], 0b10],
    [['sem', 'carol'], 0],
    [['nothing'], 0],
    [['hra0'], 0],
    [['carol'], 0b1000],
    [['<carol'], 0b10],
    [['<a b'], 0b100],
  ])('tells the days that have %j', (wanted, days) => {
    expect(daysWith(list, wanted)).toBe(days);
  });

  it('tells the days on which one of several spoke', () => {
    expect(daysWith(list, [], ['<carol', '<a'])).toBe(0b110);
    expect(daysWith(list, ['mmap'], ['<carol', '<nobody'])).toBe(0b10);
    expect(daysWith(list, [], ['<nobody'])).toBe(0);
  });

  it('of nothing has no day', () => {
    expect(daysWith('', ['word'])).toBe(0);
  });
});

describe('A query', () => {
  it('has words, phrases and a nick', () => {
    expect(queryOf(' Mmap_SEM  "Not possible" from:Carol “curly ones”')).toEqual({
      phrases: ['mmap_sem', 'not possible', 'curly ones'],
      from: ['carol'],
      listed: ['mmap_sem', 'not', 'possible', 'curly', 'ones'],
      speakers: ['<carol'],
    });
    expect(queryOf('"open end')).toMatchObject({ phrases: ['open end'] });
    expect(queryOf('foo.c:12 ""')).toMatchObject({ phrases: ['foo.c:12'], listed: ['foo', '12'] });
    expect(queryOf(' from: ')).toEqual({ phrases: [], from: [], listed: [], speakers: [] });
    expect(queryOf('From:"Big Carol" leak"age')).toEqual({
      phrases: ['leak"age'],
      from: ['big carol'],
      listed: ['leak', 'age'],
      speakers: ['<big carol'],
    });
  });

  it('finds lines that say all of it, by whose nick begins so', () => {
    const line = { kind: 'message', nick: 'Carol_', text: 'That is not possible with mmap_sem' };
    const finds = (asked: string, more = {}): boolean => isFound(queryOf(asked), { ...line, ...more });
    expect(finds('possible SEM')).toBe(true);
    expect(finds('"possible with"')).toBe(true);
    expect(finds('"with possible"')).toBe(false);
    expect(finds('possible from:carol')).toBe(true);
    expect(finds('possible from:arol')).toBe(false);
    expect(finds('possible from:bob from:carol')).toBe(true);
    expect(finds('possible from:bob from:dora')).toBe(false);
    expect(finds('possible', { kind: 'topic' })).toBe(true);
    expect(finds('possible', { kind: 'log' })).toBe(false);
    expect(finds('possible', { removed: true })).toBe(false);
    expect(finds('from:x', { nick: undefined })).toBe(false);
  });

  it('cuts a text where it stands', () => {
    const cut = (asked: string, text: string): readonly string[] => cutAt(queryOf(asked), text);
    expect(cut('héron', 'Heron, heron.')).toEqual(['', 'Heron', ', ', 'heron', '.']);
    expect(cut('the there', 'over there')).toEqual(['over ', 'there', '']);
    expect(cut('absent', 'over there')).toEqual(['over there']);
    // Letters that folding makes several of or none.
    expect(cut('there', 'ﬁne… there ❤️ there')).toEqual(['ﬁne… ', 'there', ' ❤️ ', 'there', '']);
    expect(cut('cafe ine.', 'Cafe\u0301: ﬁne…')).toEqual(['', 'Cafe\u0301', ': ', 'ﬁne…', '']);
    expect(cut('글', '한글, 말')).toEqual(['한', '글', ', 말']);
    expect(cut('ss', 'Straße')).toEqual(['Stra', 'ß', 'e']);
    expect(cut('from:carol', 'over there')).toEqual(['over there']);
  });
});
