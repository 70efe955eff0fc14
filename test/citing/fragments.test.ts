import { describe, expect, it } from 'vitest';
import { lineBy, lineWith, wantedOf } from '../../src/shared/fragments.ts';

const clock = (text: string): number =>
  text.split(':').reduce((sum, part, index) => sum + Number(part) * [3600, 60, 1][index]!, 0);

describe('what a fragment tells', () => {
  it.each([
    ['t142934g07q', { clock: clock('14:29:34'), unit: 1, tail: 'g07q' }],
    ['t142934g07qu2', { clock: clock('14:29:34'), unit: 1, tail: 'g07qu2' }],
    ['t142934g07q4m', { clock: clock('14:29:34'), unit: 1, tail: 'g07q4m' }],
    ['c142934g07q', { clock: clock('14:29:34'), unit: 1, tail: 'g07q' }],
    ['t142934g07q).', { clock: clock('14:29:34'), unit: 1, tail: 'g07q' }],
    ['t142934', { clock: clock('14:29:34'), unit: 1 }],
    ['t14:22:33', { clock: clock('14:22:33'), unit: 1 }],
    ['t14:22:33-2', { clock: clock('14:22:33'), unit: 1, nth: 1 }],
    ['t2015-12-29T21:51:30', { clock: clock('21:51:30'), unit: 1, date: '2015-12-29' }],
    ['T14-22-33', { clock: clock('14:22:33'), unit: 1, nth: 0 }],
    ['T16-13-12-1', { clock: clock('16:13:12'), unit: 1, nth: 1 }],
    ['t19:52', { clock: clock('19:52:00'), unit: 60 }],
    ['16:09-0004', { clock: clock('16:09:00'), unit: 60, nth: 4 }],
    ['2021-04-23Z16:09-0004', { clock: clock('16:09:00'), unit: 60, nth: 4, date: '2021-04-23' }],
    ['l51', { line: 51 }],
    ['L51', { line: 51 }],
    ['l-45', { line: 45 }],
    ['t1380742174', { at: 1380742174 }],
    ['1380742174', { at: 1380742174 }],
    ['99999999999', { at: 99_999_999_999 }],
    ['1380742174-1380742190', { at: 1380742174 }],
    ['t1380742174000', { at: 1380742174 }],
    ['t1380742174000019', { at: 1380742174 }],
    ['1456426742.000012', { at: 1456426742 }],
    ['t1200000000', { clock: clock('12:00:00'), unit: 1, tail: '0000', at: 1200000000 }],
  ])('#%s', (fragment, told) => {
    expect(wantedOf(fragment)).toMatchObject(told);
  });

  it.each(['i_1234567', 'c123', 'log', 't25:00:00', 't996000abcd', '', 'people', 'l', '%00', 't14:22:33-'])(
    '#%s tells nothing',
    (fragment) => {
      expect(wantedOf(fragment)).toMatchObject({ clock: NaN, at: NaN, line: NaN });
    },
  );
});

describe('a line looked for', () => {
  const lines = [
    { id: 't100000aaaa', at: 1000 },
    { id: 't100005bbbb', at: 1005.5, aliases: ['t100007cccc'] },
    { id: 't100005dddd', at: 1005.9 },
    { id: 't101000eeee', at: 1600 },
  ];
  const find = (id: string): string | undefined => lineWith(lines, id)?.id;
  const by = (id: string): string | undefined => lineBy(lines, wantedOf(id))?.id;

  it('is found by its address, its aliases, and its address under the clock of another zone', () => {
    expect(find('t100000aaaa')).toBe('t100000aaaa');
    expect(find('t100007cccc')).toBe('t100005bbbb');
    expect(find('t154507cccc')).toBe('t100005bbbb');
    expect(find('c180005dddd')).toBe('t100005dddd');
  });

  it('is not found by its hash alone, nor by its clock alone', () => {
    expect(find('t100001aaaa')).toBeUndefined();
    expect(find('t100000aaab')).toBeUndefined();
    expect(find('t100000')).toBeUndefined();
  });

  it('at or after a moment is the first, or the one that is named among several', () => {
    expect(by('t100001')).toBe('t100005bbbb');
    expect(by('t10:00:05')).toBe('t100005bbbb');
    expect(by('t10:00:05-2')).toBe('t100005dddd');
    expect(by('t10:00:05-7')).toBe('t100005bbbb');
    expect(by('t10:00')).toBe('t100000aaaa');
    expect(by('10:00-0002')).toBe('t100005dddd');
    expect(by('t10:01')).toBe('t101000eeee');
    expect(by('t10:10:01')).toBeUndefined();
  });

  it('nearest in time may lie on either side', () => {
    expect(by('t095900zzzz')).toBe('t100000aaaa');
    expect(by('t100900zzzz')).toBe('t101000eeee');
    expect(lineBy([], wantedOf('t100900zzzz'))).toBeUndefined();
  });

  it('of a repeated hour is of its first pass', () => {
    const repeated = [
      { id: 't015000aaaa', at: 0 },
      { id: 't013500bbbb', at: 2700 },
      { id: 't021500cccc', at: 5100 },
    ];
    expect(lineBy(repeated, wantedOf('t013000'))?.id).toBe('t015000aaaa');
    expect(lineBy(repeated, wantedOf('t021000'))?.id).toBe('t021500cccc');
  });
});
