import { describe, expect, test } from 'vitest';
import { monthOf } from '../../../src/shared/months.ts';
import { dateAlone, spelledDate } from '../../../src/formats/parts/spelled-date.ts';
import { commonForm, stampForm } from '../../../src/formats/parts/stamps.ts';
import { usualForm, usualForms } from '../../../src/formats/parts/usual-stamps.ts';

const clockOf = (tokens: string, line: string): unknown => {
  const stamped = stampForm(tokens).read(line);
  return stamped && 'clock' in stamped.stamp ? { ...stamped.stamp.clock, rest: stamped.rest } : stamped?.stamp;
};

describe('A stamp in luxon tokens', () => {
  test.each([
    ['[HH:mm:ss]', '[14:29:34] hi', { hour: 14, minute: 29, second: 34, rest: ' hi' }],
    ['HH:mm', '9:05 hi', { hour: 9, minute: 5, rest: ' hi' }],
    ['HH:mm', '9:05 am_cat: hi', { hour: 9, minute: 5, rest: ' am_cat: hi' }],
    ['h:mm a', ' 2:30 PM hi', { hour: 14, minute: 30, rest: ' hi' }],
    ['hh:mma', '12:05am hi', { hour: 0, minute: 5, rest: ' hi' }],
    ['MMM dd HH:mm:ss', 'févr. 02 14:29:34 hi', { month: 2, day: 2, hour: 14, minute: 29, second: 34, rest: ' hi' }],
    ['MMM d HH:mm', 'Jan  5 09:00 hi', { month: 1, day: 5, hour: 9, minute: 0, rest: ' hi' }],
    [
      "yyyy-MM-dd'T'HH:mm:ssZZ",
      '2013-10-02T14:29:34+02:00 hi',
      { year: 2013, month: 10, day: 2, hour: 14, minute: 29, second: 34, offset: 7200, rest: ' hi' },
    ],
    ['HH:mm:ss.uZ', '14:29:34.25Z hi', { hour: 14, minute: 29, second: 34.25, offset: 0, rest: ' hi' }],
    ['dd/MM/yy HH:mm', '02/10/13 14:29 hi', { year: 2013, month: 10, day: 2, hour: 14, minute: 29, rest: ' hi' }],
    ['a hh:mm', '오후 02:29 hi', { hour: 14, minute: 29, rest: ' hi' }],
    ['ahh:mm', '上午12:29 hi', { hour: 0, minute: 29, rest: ' hi' }],
    ['hh:mm a', '02:29 π.μ. hi', { hour: 2, minute: 29, rest: ' hi' }],
    ['hh:mm a', '02:29 p. m. hi', { hour: 14, minute: 29, rest: ' hi' }],
    ['yyyy-ooo HH:mm', '2013-275 14:29 hi', { year: 2013, month: 10, day: 2, hour: 14, minute: 29, rest: ' hi' }],
    ["kkkk-'W'WW-E HH:mm", '2013-W40-3 14:29 hi', { year: 2013, month: 10, day: 2, hour: 14, minute: 29, rest: ' hi' }],
    ["'um' HH''mm", "um 14'29 hi", { hour: 14, minute: 29, rest: ' hi' }],
  ])('%j reads %j', (tokens, line, clock) => {
    expect(clockOf(tokens, line)).toEqual(clock);
  });

  test('of an epoch is an instant', () => {
    expect(stampForm('X').read('1380742174 hi')).toEqual({ stamp: { epoch: 1380742174 }, rest: ' hi' });
  });

  test.each([
    ['HH:mm', '14:29:34 hi'],
    ['HH:mm', '2:29 PM hi'],
    ['HH:mm', '2:29 오후 hi'],
    ['HH:mm:ss', '02:29:34am\thi'],
    ['HH:mm', '39:95 hi'],
    ['MMM dd HH:mm', 'Foo 02 14:29 hi'],
    ['[HH:mm]', '14:29 hi'],
    ['X', '2012-01-05 09:01:02 hi'],
    ['X', '20120105090102 hi'],
    ['X', '138074217le.com) hi'],
    ['dd/MM/yyyy HH:mm', '10/13/2013 14:29 hi'],
  ])('%j does not read %j', (tokens, line) => {
    expect(stampForm(tokens).read(line)).toBeUndefined();
  });

  test('is found among several by the lines that it begins', () => {
    const found = commonForm(['14:29 a', '14:30 b', '14:29:34 c'], ['HH:mm:ss', 'HH:mm']);
    expect({ tokens: found?.form.tokens, lines: found?.lines }).toEqual({ tokens: 'HH:mm', lines: 2 });
  });
});

describe('The usual stamps', () => {
  test.each([
    ['[14:29:34] <a> x', '[HH:mm:ss]'],
    ['14:29 < a> x', 'HH:mm'],
    ['2013-10-02 14:29:34\t-->\ta', 'yyyy-MM-dd HH:mm:ss'],
    ['2013-10-02T14:29:34.123456Z\ta\tb', "yyyy-MM-dd'T'HH:mm:ss.uZZ"],
    ['[05-Jan-2012 09:01:02] x', '[dd-MMM-yyyy HH:mm:ss]'],
    ['[09:01:02 CET] x', '[HH:mm:ss z]'],
    ['2:29 PM <a> x', 'hh:mm a'],
    ['1380742174 <a> x', 'X'],
    ['Wed Oct 02 14:29:34 x', 'EEE MMM dd HH:mm:ss'],
    ['Wed 02 Oct 14:29:34 x', 'EEE dd MMM HH:mm:ss'],
    ['2013/10/02 Wed 14:29:34 x', 'yyyy/MM/dd EEEE HH:mm:ss'],
    ['[02/Oct/2013 14:29:34] x', '[dd/MMM/yyyy HH:mm:ss]'],
    ['[02.10.2013/14:29:34] x', '[dd.MM.yyyy/HH:mm:ss]'],
    ['2013 Oct  2 14:29:34 x', 'yyyy MMM dd HH:mm:ss'],
    ['«14:29» x', '«HH:mm»'],
    ['02-Oct-13 14:29:34 x', 'dd-MMM-yy HH:mm:ss'],
    ['131002 14:29:34 x', 'yyMMdd HH:mm:ss'],
    ['Oct 02 [14:29:34] x', 'MMM dd [HH:mm:ss]'],
    ['2013-10-02--14:29:34 x', 'yyyy-MM-dd--HH:mm:ss'],
    ['[Wed 14:29] <a> x', '[EEE HH:mm]'],
    ['[ 14:29:34 ] <a> x', '[ HH:mm:ss ]'],
    ['[ 9:29] <a> x', '[HH:mm]'],
    ['[14.29] <a> x', '[HH.mm]'],
    ['20120105 090102 <a> x', 'yyyyMMdd HHmmss'],
    ['20120105T090102\t<a>\tx', "yyyyMMdd'T'HHmmss"],
    ['2012-01-05 09:01:02 CET\ta\tx', 'yyyy-MM-dd HH:mm:ss z'],
    ['Wed 14:29 <a> x', 'EEE HH:mm'],
    ['mer. 14:29:34 <a> x', 'EEE HH:mm:ss'],
    ['1429 <a> x', 'HHmm'],
    ['[142934] <a> x', '[HHmmss]'],
    ['[Wed 14:29:34] <a> x', '[EEE HH:mm:ss]'],
    ['14h29 <a> x', "HH'h'mm"],
    ['2013年10月02日 14:29 x', 'yyyy年MM月dd日 HH:mm'],
    ['[2013-10-02] [14:29:34] x', '[yyyy-MM-dd] [HH:mm:ss]'],
    ['20131002 1429 x', 'yyyyMMdd HHmm'],
    ['Wed Oct  2 14:29:34 CEST 2013 x', 'EEE MMM dd HH:mm:ss z yyyy'],
    ['02/Oct/2013 @ 14:29:34 x', 'dd/MMM/yyyy @ HH:mm:ss'],
    ['2.Oct 14:29:34 x', 'dd.MMM HH:mm:ss'],
    ['02Oct13 14:29 x', 'ddMMMyy HH:mm'],
    ['Oct/02/2013 14:29 x', 'MMM/dd/yyyy HH:mm'],
    ['2013-Oct-02 14:29:34 x', 'yyyy-MMM-dd HH:mm:ss'],
    ['02 Oct 13 14:29 x', 'dd MMM yy HH:mm'],
    ['[Oct02.14:29] x', '[MMMdd.HH:mm]'],
    ['131002-1429 x', 'yyMMdd-HHmm'],
    ['[131002.142934] x', '[yyMMdd.HHmmss]'],
    ['201310021429 x', 'yyyyMMddHHmm'],
    ['20131002T142934Z x', "yyyyMMdd'T'HHmmssZZ"],
    ['2013-10-02-14-29-34 x', 'yyyy-MM-dd-HH-mm-ss'],
    ['14-29-34 x', 'HH-mm-ss'],
    ['02/10/2013 at 14:29 x', "dd/MM/yyyy 'at' HH:mm"],
    ['14:29:34 - 02/10/2013 x', 'HH:mm:ss - dd/MM/yyyy'],
    ['|14:29:34| x', '|HH:mm:ss|'],
    ['*14:29* x', '*HH:mm*'],
    ['T14:29:34 x', "'T'HH:mm:ss"],
    ['‹14:29› x', '‹HH:mm›'],
    ['Wed 02/10 14:29 x', 'EEE dd/MM HH:mm'],
    ['[mer., 02.10.2013 14:29:34] x', '[EEE, dd.MM.yyyy HH:mm:ss]'],
    ['<1380742174> x', '<X>'],
    ['Oct 02 09:01:02 x', 'MMM dd HH:mm:ss'],
    ['PM 02:29 x', 'a hh:mm'],
    ['[오후 02:29:34] x', '[a hh:mm:ss]'],
    ['[02:29 오전] x', '[hh:mm a]'],
    ['下午02:29 x', 'ahh:mm'],
    ['2013/10/02 上午 02:29:34 x', 'yyyy/MM/dd a hh:mm:ss'],
    ['[2013年10月02日 午後02:29] x', '[yyyy年MM月dd日 ahh:mm]'],
    ['02:29:34 μ.μ. x', 'hh:mm:ss a'],
    ['[02/10/2013 02:29:34 p. m.] x', '[dd/MM/yyyy hh:mm:ss a]'],
    ['14:29 Wed x', 'HH:mm EEEE'],
    ['[14:29 mercredi] x', '[HH:mm EEEE]'],
    ['14:29:34 (Wed) x', 'HH:mm:ss (EEEE)'],
    ['14:29 (ada) x', 'HH:mm'],
    ['14:29 [ada] x', 'HH:mm'],
    ['[14:29] ada waves', '[HH:mm]'],
    ['14:29 ada waves', 'HH:mm'],
    ['Wednesday 14:29:34 x', 'EEEE HH:mm:ss'],
    ['Wed, 14:29 x', 'EEEE, HH:mm'],
    ['(Wed) 14:29 x', '(EEE) HH:mm'],
    ['02 14:29 x', 'dd HH:mm'],
    ['[02|14:29] x', '[dd|HH:mm]'],
    ['02-14:29:34 x', 'dd-HH:mm:ss'],
    ['(02) 14:29 x', '(dd) HH:mm'],
    ['[02][14:29] x', '[dd][HH:mm]'],
    ['3 14:29 x', 'E HH:mm'],
    ['14:29 02 x', 'HH:mm dd'],
    ['10/02 Wednesday 14:29 x', 'dd/MM EEEE HH:mm'],
    ['10/02 circa 14:29 x', "dd/MM 'circa' HH:mm"],
    ['(Wed) 2013-10-02 14:29:34 x', '(EEE) yyyy-MM-dd HH:mm:ss'],
    ['Wed@14:29 x', 'EEEE@HH:mm'],
    ['[14:29:34] [2013-10-02] x', '[HH:mm:ss] [yyyy-MM-dd]'],
    ['2013_10_02_14_29_34 x', 'yyyy_MM_dd_HH_mm_ss'],
    ['02/10-2013 14:29 x', 'dd/MM-yyyy HH:mm'],
    ['20131002T142934+0200 x', "yyyyMMdd'T'HHmmssZZ"],
    ['1380742174: x', 'X:'],
    ['1429: x', 'HHmm:'],
    ['14:29:34:\tx', 'HH:mm:ss:'],
    ['2/10/13 2:29 PM x', 'dd/MM/yy hh:mm a'],
    ['2.10.13 14:29 x', 'dd.MM.yy HH:mm'],
    ['[14:29:34 02] x', '[HH:mm:ss dd]'],
    ['[02 Wed 14:29] x', '[dd EEEE HH:mm]'],
    ['2013-10-02 (Wed) 14:29:34 x', 'yyyy-MM-dd (EEEE) HH:mm:ss'],
    ['2013/10/02(水) 14:29 x', 'yyyy/MM/dd(EEEE) HH:mm'],
    ['275 14:29 x', 'ooo HH:mm'],
    ['275.14:29 x', 'ooo.HH:mm'],
    ['Wed02Oct 14:29 x', 'EEEddMMM HH:mm'],
    ['2013-275 14:29:34 x', 'yyyy-ooo HH:mm:ss'],
    ['1002 14:29 x', 'MMdd HH:mm'],
    ['13275 14:29:34 x', 'yyooo HH:mm:ss'],
    ['2013-W40-3 14:29 x', "kkkk-'W'WW-E HH:mm"],
    ['10021429 x', 'MMddHHmm'],
    ['131002142934 x', 'yyMMddHHmmss'],
    ['14:29 [02/10] x', 'HH:mm [dd/MM]'],
    ['[2013-10-02] 14:29:34 x', '[yyyy-MM-dd] HH:mm:ss'],
    ['[14:29:34:123] x', '[HH:mm:ss:u]'],
    ['[14:29:34 Europe/Berlin] x', '[HH:mm:ss z]'],
    ['2013-10-02 14:29:34 Europe/Berlin x', 'yyyy-MM-dd HH:mm:ss z'],
    ['[1380742174.123] x', '[X]'],
    ['02 окт. 2013 г. 14:29 x', 'dd MMM yyyy EEEE HH:mm'],
    ['@14:29 x', '@HH:mm'],
    ['02 Oct 09:01:02 x', 'dd MMM HH:mm:ss'],
  ])('%j begins with %j', (line, form) => {
    expect(usualForms(line)[0]).toBe(form);
  });

  test.each([
    ['[2 Ekim 2013 Çarşamba] [14:29:34 EEST] x', '[dd MMM yyyy EEEE] [HH:mm:ss z]'],
    ['[onsdag den 2. oktober 2013] [14.29.34 CEST] x', "[EEE 'den' dd. MMM yyyy] [HH.mm.ss z]"],
    ['[середа, 2 жовтня 2013 р.] [14:29:34 EEST] x', '[EEE, dd MMM yyyy EEEE] [HH:mm:ss z]'],
    ['[среда, 02. октобар 2013.] [14:29:34 CEST] x', '[EEE, dd. MMM yyyy.] [HH:mm:ss z]'],
    ['[2013. október 2., szerda] [14:29:34 CEST] x', '[yyyy. MMM dd., EEEE] [HH:mm:ss z]'],
    ['[2013年10月2日星期三] [CST 14:29:34] x', '[yyyy年MM月dd日EEEE] [z HH:mm:ss]'],
    ['[Wednesday, October 2, 2013] [2:29:34 PM GMT+02:00] x', '[EEE, MMM dd, yyyy] [hh:mm:ss a z]'],
    ['[keskiviikko 2. lokakuuta 2013] [14.29.34 UTC+3] x', '[EEE dd. MMM yyyy] [HH.mm.ss z]'],
    ['[Wednesday, 2 October 2013] [14:29:34 +03] x', '[EEE, dd MMM yyyy] [HH:mm:ss z]'],
  ])('%j, as a desktop writes it, may begin with %j', (line, form) => {
    expect(usualForms(line)).toContain(form);
    expect(clockOf(form, line)).toMatchObject({
      year: 2013,
      month: 10,
      day: 2,
      hour: 14,
      minute: 29,
      second: 34,
      rest: ' x',
    });
  });

  test.each(['hello 14:29', 'hello, 14:29 it was', '12 monkeys', '192.168.0.1 is down', '::1 is up'])(
    '%j begins with none',
    (line) => {
      expect(usualForms(line)).toEqual([]);
    },
  );

  const lines = (texts: readonly string[]) => texts.map((text, index) => ({ number: index + 1, text }));

  test('put the day first until a day above twelve tells otherwise', () => {
    expect(usualForm(lines(['01/02/2013 14:29 x', '02/02/2013 14:29 x']))?.form.tokens).toBe('dd/MM/yyyy HH:mm');
    expect(usualForm(lines(['01/02/2013 14:29 x', '01/13/2013 14:29 x']))?.form.tokens).toBe('MM/dd/yyyy HH:mm');
  });

  test.each([
    ['2. Okt 2013 14:29 x', 'dd. MMM yyyy HH:mm'],
    ['ke  2. lokakuuta 2013 14.29.34 x', 'EEE dd. MMM yyyy HH.mm.ss'],
  ])('have a dot behind the day: %j', (line, form) => {
    expect(usualForm(lines([line]))?.form.tokens).toBe(form);
  });

  test('are a date and no instant where all of some are, or the date is told', () => {
    const few = ['1310021429 x', '1310021430 x'];
    const named = { year: 2013, month: 10, day: 2 };
    expect(usualForm(lines(few))?.form.tokens).toBe('X');
    expect(usualForm(lines(few), [], named)?.form.tokens).toBe('yyMMddHHmm');
    expect(usualForm(lines([...few, '1310021431 x', '1310022259 x']))?.form.tokens).toBe('yyMMddHHmm');
    expect(usualForm(lines([...few, '1310021431 x', '1310022260 x']))?.form.tokens).toBe('X');
  });

  test('have a week and no month where the date that is told is none of theirs', () => {
    const april = ['[22.4 14:29] x', '[22.4 14:30] x'];
    expect(usualForm(lines(april))?.form.tokens).toBe('[dd.MM HH:mm]');
    expect(usualForm(lines(april), [], { year: 2013, month: 4, day: 22 })?.form.tokens).toBe('[dd.MM HH:mm]');
    expect(usualForm(lines(april), [], { year: 2013, month: 5, day: 30 })?.form.tokens).toBe('[WW.E HH:mm]');
  });

  test('have a day of the week and no month where only so the date is that which is told', () => {
    const march = ['Mar 05 14:29 x', 'Mar 05 14:30 x'];
    expect(usualForm(lines(march))?.form.tokens).toBe('MMM dd HH:mm');
    expect(usualForm(lines(march), [], { year: 2013, month: 3, day: 5 })?.form.tokens).toBe('MMM dd HH:mm');
    expect(usualForm(lines(march), [], { year: 2013, month: 11, day: 5 })?.form.tokens).toBe('EEEE dd HH:mm');
    const days = ['Mar 05 14:29 x', 'Mar 06 14:30 x'];
    expect(usualForm(lines(days), [], { year: 2013, month: 4, day: 5 })?.form.tokens).toBe('MMM dd HH:mm');
  });

  test('put that first in which less time passes', () => {
    expect(usualForm(lines(['04/05 22:43 x', '04/06 09:01 x']))?.form.tokens).toBe('MM/dd HH:mm');
    expect(usualForm(lines(['04/05 22:43 x', '05/05 09:01 x']))?.form.tokens).toBe('dd/MM HH:mm');
    expect(usualForm(lines(['12-01-05 22:43 x', '12-01-06 09:01 x']))?.form.tokens).toBe('yy-MM-dd HH:mm');
    expect(usualForm(lines(['05-01-12 22:43 x', '06-01-12 09:01 x']))?.form.tokens).toBe('dd-MM-yy HH:mm');
    expect(usualForm(lines(['050112 22:43 x', '060112 09:01 x']))?.form.tokens).toBe('ddMMyy HH:mm');
    expect(usualForm(lines(['12.01.05 22:43 x', '12.01.06 09:01 x']))?.form.tokens).toBe('yy.MM.dd HH:mm');
  });

  test('have the order of the date in the name', () => {
    const one = lines(['03/07/14 08:46 x', '03/07/14 08:47 x']);
    expect(usualForm([...one], one, { year: 2014, month: 3, day: 7 })?.form.tokens).toBe('MM/dd/yy HH:mm');
    expect(usualForm([...one], one, { year: 2014, month: 7, day: 3 })?.form.tokens).toBe('dd/MM/yy HH:mm');
  });

  test('have the order of the dates that other lines spell out in words', () => {
    const day = lines(['--- Log opened Sat Apr 05 22:43:29 2014', '04/05 22:43 x', '04/05 22:44 x']);
    expect(usualForm(day)?.form.tokens).toBe('MM/dd HH:mm');
    const december = lines(['--- Log opened Thu Dec 05 22:43:29 2013', '12/05 22:43 x', '12/05 22:44 x']);
    expect(usualForm(december)?.form.tokens).toBe('MM/dd HH:mm');
  });

  test('have the year that these spell out', () => {
    const two = ['**** BEGIN LOGGING AT Tue Jan 14 22:43:29 2014', '**** BEGIN LOGGING AT Wed Jan 15 22:43:29 2014'];
    expect(usualForm(lines([...two, '15-01-14 22:43 x', '15-01-14 22:44 x']))?.form.tokens).toBe('dd-MM-yy HH:mm');
  });
});

describe('A date in words', () => {
  test.each([
    ['Thu Jan  5 09:00:00 2012', { year: 2012, month: 1, day: 5 }, [9, 0, 0]],
    ['Fri Jan 06 2012', { year: 2012, month: 1, day: 6 }, undefined],
    ['--- Log opened mar. janv. 03 09:00:00 2012', { year: 2012, month: 1, day: 3 }, [9, 0, 0]],
    ['2012-01-05 2:15 PM', { year: 2012, month: 1, day: 5 }, [14, 15, undefined]],
  ])('%j is %j', (text, date, time) => {
    const spelled = spelledDate(text);
    expect(spelled?.date).toEqual(date);
    expect(spelled?.clock && [spelled.clock.hour, spelled.clock.minute, spelled.clock.second]).toEqual(time);
  });

  test.each(['no date in 2012', 'Thu Feb 30 09:00:00 2012', 'Thu Jan 5'])('is not in %j', (text) => {
    expect(spelledDate(text)).toBeUndefined();
  });
});

describe('A date alone', () => {
  test.each(['=== Thursday, January 5th, 2012 ===', '## 2012-01-05', 'jeudi 5 janvier 2012', '5 de enero de 2012'])(
    'is %j',
    (text) => {
      expect(dateAlone(text)).toEqual({ year: 2012, month: 1, day: 5 });
    },
  );

  test.each(['2012-01-05 was a quiet day', '[00:00:00] --- Thu Jan  5 2012', 'January 2012', '-- 42 --'])(
    'is not %j',
    (text) => {
      expect(dateAlone(text)).toBeUndefined();
    },
  );
});

describe('A month', () => {
  test.each([
    ['Mar', 3],
    ['MÄRZ', 3],
    ['janv.', 1],
    ['10月', 10],
    ['lip', 7],
    ['Th01', 1],
    ['th13', undefined],
    ['13月', undefined],
    ['Foo', undefined],
  ])('%j is %j', (word, month) => {
    expect(monthOf(word)).toBe(month);
  });
});
