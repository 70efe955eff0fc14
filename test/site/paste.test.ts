import { describe, expect, it } from 'vitest';
import { isCode, proseAndCode } from '../../src/site/day/paste.ts';

const lines = (...given: readonly (readonly [at: number, text: string])[]): readonly { at: number; text: string }[] =>
  given.map(([at, text]) => ({ at, text }));
const told = (given: readonly { at: number; text: string }[]): readonly string[] =>
  proseAndCode(given).map(
    ({ code, lines: own }) => `${code ? 'code' : 'prose'}: ${own.map(({ text }) => text).join(' | ')}`,
  );

describe('a line of code', () => {
  it.each([
    '    if (ready)',
    '\treturn 0;',
    '        } else {',
    '}',
    'down_read(&mm->sem);',
    '    count++;',
    'pool->count++;',
    'pool[count++] = lena--;',
    'src = pool_get(handle, POOL_RW, 0, NULL);',
    '1247                 at = do_map(file, size, flags,',
    '#!/bin/sh',
    'MAXLOAD=12',
    'export PATH_TO=/opt/x',
    'harbour:~ # make -j4',
    'zoe@harbour:~/src$ git status',
    '[zoe@harbour src]$ ls',
    '$ spoolcat --last 3',
    '>>> import os',
    '--- a/pool.c',
    '@@ -6,7 +6,7 @@',
    '[   12.345678] pool: oops',
    '2024-03-05 10:11:12 pool[12]: started',
    '  File "pool.py", line 12, in get',
    '    at next (pool.js:12:4)',
  ])('is %j', (text) => {
    expect(isCode(text)).toBe(true);
  });

  it.each([
    'with simply:',
    'so that is it ;)',
    'I like it :}',
    'well (and I mean it) we should go home now; then',
    '3 of them are gone',
    '# of lines is 12',
    '$5 is too much',
    '10:15 is fine',
    'lena: are you there?',
    ' one blank before',
    'x = y',
    'lena++;',
    'ed--;',
    '(coffee machine)++;',
    '<3',
    '--',
    '--- that is all',
    'A: yes',
    'https://example.org/pool.c#L105 the third one is missing',
    'http://example.org/a%20b?of=x is gone',
    '... what does that mean?',
  ])('is not %j', (text) => {
    expect(isCode(text)).toBe(false);
  });

  it('costs no more than its length, however hostile', () => {
    for (const part of ['a', '=', 'a@', ' ', '[a-', '"', '(;']) isCode(part.repeat(300_000));
  });
});

describe('the lines of a turn', () => {
  it('are prose and code by turns', () => {
    expect(
      told(lines([0, 'I replaced'], [1, '    a();'], [2, '    b();'], [3, 'with simply:'], [4, 'c(&d);'])),
    ).toEqual(['prose: I replaced', 'code:     a(); |     b();', 'prose: with simply:', 'code: c(&d);']);
  });

  it('take what a terminal printed in a quick burst with its prompt', () => {
    expect(told(lines([0, 'box:~ # ./test.sh'], [0, 'test'], [2, 'ERROR: could not run'], [60, 'well then']))).toEqual([
      'code: box:~ # ./test.sh | test | ERROR: could not run',
      'prose: well then',
    ]);
  });

  it('let go of the burst where it goes on for longer than any terminal prints', () => {
    const burst = Array.from({ length: 70 }, (_, index): [number, string] => [index, `line ${index} of it`]);
    const [code, prose] = proseAndCode(lines([0, 'box:~ # ./test.sh'], ...burst));
    expect(code?.lines).toHaveLength(61);
    expect(prose).toMatchObject({ code: false });
    expect(prose?.lines).toHaveLength(10);
  });

  it('take the further lines of a statement with its prompt', () => {
    expect(told(lines([0, '>>> for one in pool:'], [1, '...   one.free()'], [2, '...']))).toEqual([
      'code: >>> for one in pool: | ...   one.free() | ...',
    ]);
  });

  it('let go of the burst where somebody explains', () => {
    expect(told(lines([0, 'box:~ # ./test.sh'], [5, 'it does that on all the machines']))).toEqual([
      'code: box:~ # ./test.sh',
      'prose: it does that on all the machines',
    ]);
  });

  it.each([
    [
      'Disk           Size  Used  Use% Place',
      '/dev/md0       1.8T  783G   45% /srv',
      '/dev/md1       917G   58G    6% /home',
    ],
    ['zoe     pts/0      9   /bin/sh', 'bram    pts/12    11   vi pool.c'],
    ['+----+--------+', '| id | name   |', '+----+--------+', '|  7 | limpet |'],
    ['limpet | 4.1.3-2 | testing', 'crab   | 4.1.0-1 | stable'],
  ])('that are rows of a table stand under each other', (...rows) => {
    const given = ['this is what it says', ...rows, 'and that is all'];
    expect(told(lines(...given.map((text, at) => [at, text] as const)))).toEqual([
      'prose: this is what it says',
      `code: ${rows.join(' | ')}`,
      'prose: and that is all',
    ]);
    expect(isCode(rows.join('\n'))).toBe(true);
  });

  it.each([
    ['that is  not a table  at all', 'only how  some people  write'],
    ['either a | b', 'or maybe c | d | e'],
    ['Well.  He said so.  I think', 'Fine.  We go now.  Or soon'],
  ])('that only have gaps or bars are no table: %j', (...rows) => {
    expect(told(lines(...rows.map((text, at) => [at, text] as const)))).toEqual([`prose: ${rows.join(' | ')}`]);
  });

  it('are no table where they came far apart', () => {
    expect(told(lines([0, 'limpet  4.1.3  testing'], [600, 'barnac  4.1.0  stable']))).toEqual([
      'prose: limpet  4.1.3  testing | barnac  4.1.0  stable',
    ]);
  });
});
