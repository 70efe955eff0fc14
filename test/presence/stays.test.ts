import { describe, expect, test } from 'vitest';
import { daysOf, entriesOf, shown, staysFrom, staysOf, told } from './history.ts';

describe('a stay', () => {
  test('begins with a join and ends with a part, a quit or a kick', () => {
    expect(
      staysFrom([
        '0 <me> hi',
        '10 ada joins',
        '20 ada parts',
        '30 bob joins',
        '40 bob quits',
        '50 cy joins',
        '60 ada kicks cy',
      ]),
    ).toEqual(['ada 10-20 join part', 'bob 30-40 join quit', 'cy 50-60 join kick', 'ada 60-60 seen@60 open']);
  });

  test('of whoever was here already begins with sight, and says by when that is shown', () => {
    expect(
      staysFrom(['0 cy joins', '10 <ada> hi', '20 bob quits', '30 mode +o dot', '40 names eve', '50 log info']),
    ).toEqual([
      'bob 0-20 seen@20 quit',
      'cy 0-50 join open',
      'ada 0-50 seen@10 open',
      'dot 0-50 seen@30 open',
      'eve 0-50 seen@40 open',
    ]);
  });

  test('is nobody’s whom a mask quiets: it is no nick', () => {
    expect(staysFrom(['0 cy joins', '10 mode +q *!*@192.0.2.7', '20 mode +q $a:mal', '30 mode -q mal!*@*'])).toEqual([
      'cy 0-30 join open',
    ]);
  });

  test('of a log that records no joins begins with its evidence', () => {
    expect(staysFrom(['0 <me> hi', '10 <ada> hi', '20 <me> bye'])).toEqual(['ada 10-20 seen@10 open']);
  });

  test('goes on under the new nick after a rename', () => {
    expect(staysFrom(['0 ada joins', '10 ada is now countess', '20 countess quits'])).toEqual([
      'ada 0-10 join nick',
      'countess 10-20 nick quit',
    ]);
  });

  test('that a rename takes the nick of was lost after the last that is known of it', () => {
    expect(staysFrom(['0 ada joins', '5 <ada> hi', '10 ada_ joins', '20 ada_ is now ada', '30 ada quits'])).toEqual([
      'ada 0-5 join lost',
      'ada_ 10-20 join nick',
      'ada 20-30 nick quit',
    ]);
  });

  test('was lost where its nick joins again', () => {
    expect(staysFrom(['0 ada joins', '5 <ada> hi', '50 ada joins', '60 ada quits'])).toEqual([
      'ada 0-5 join lost',
      'ada 50-60 join quit',
    ]);
  });

  test("of a log's owner does not go on by a clock that is a little off, but by what it tells later", () => {
    const log = told(entriesOf('0 ada joins', '10 eve joins', '20 ada quits', '200 <eve> hi'), 'me');
    const ofAda = (at: number) =>
      staysOf({ ...log, owners: [{ at, nick: 'ada' }] })
        .filter(({ nick }) => nick === 'ada')
        .map(shown);
    expect(ofAda(70)).toEqual(['ada 0-20 join quit']);
    expect(ofAda(90)).toEqual(['ada 0-20 join quit', 'ada 90-200 seen@90 open']);
  });

  test('is no longer believed on the days after it was last shown', () => {
    const days = daysOf(told(entriesOf('0 ada joins', '5 <ada> hi', '1500 bob joins', '2500 ada joins'), 'me'));
    expect(days.map((day) => day.stays.map(shown).filter((stay) => stay.startsWith('ada')))).toEqual([
      ['ada 0-5 join lost'],
      [],
      ['ada 2500-2500 join open'],
    ]);
  });

  test('reaches back at most thirty days, and to earlier days only', () => {
    const length = 86_400;
    const month = 30 * length;
    const lines = ['0 bob joins', `${String(3 * length)} <bob> hi`, `${String(40 * length)} <ada> hi`];
    const days = daysOf(told(entriesOf(...lines), 'me'), length);
    expect(days.at(-1)!.own.back).toEqual([
      {
        is: 'stay',
        stay: {
          nick: 'ada',
          from: 40 * length - month,
          to: 40 * length,
          start: 'seen',
          evidence: 40 * length,
          end: 'carried',
        },
      },
    ]);
    expect(days[1]!.stays.map((stay) => stay.nick)).toEqual(['bob', 'me']);
  });

  test('is one for nicks that differ in case alone, and shows each spelling while it lasted', () => {
    expect(staysFrom(['0 [ada] joins', '10 [ada] is now {Ada}', '20 <{ADA}> hi', '30 {ada} quits'])).toEqual([
      '[ada] 0-10 join nick',
      '{Ada} 10-30 nick quit',
    ]);
  });

  test('is not begun by a leave of somebody who left already', () => {
    const [day] = daysOf(told(entriesOf('0 ada joins', '10 ada quits', '20 ada quits'), 'me'));
    expect(day!.stays.map(shown)).toEqual(['ada 0-10 join quit', 'me 0-20 seen@0 open']);
  });

  test('of who speaks after having left begins then', () => {
    expect(staysFrom(['0 ada joins', '10 ada quits', '20 <ada> hi', '30 log info'])).toEqual([
      'ada 0-10 join quit',
      'ada 20-30 seen@20 open',
    ]);
  });

  test('under another nick is over where the first is back without a join', () => {
    const away = ['0 ada joins', '10 ada is now Guest7', '15 <Guest7> hm', '40 <bob> x'];
    expect(staysFrom([...away, '50 <ada> back', '60 ada quits']).filter((stay) => !stay.startsWith('bob'))).toEqual([
      'ada 0-10 join nick',
      'Guest7 10-15 nick lost',
      'ada 50-60 seen@50 quit',
    ]);
    expect(staysFrom([...away, '50 ada is now Guest8', '60 Guest8 quits']).slice(2)).toEqual([
      'Guest7 10-15 nick lost',
      'Guest8 50-60 nick quit',
    ]);
    expect(staysFrom([...away, '50 ada quits']).at(-1)).toBe('Guest7 10-15 nick lost');
  });

  test.each(['ChanServ', 'hub.lab.example'])('is not given to %s, which only kicks', (kicker) => {
    expect(staysFrom(['0 ada joins', `10 ${kicker} kicks ada`])).toEqual(['ada 0-10 join kick']);
  });
});

describe('a day', () => {
  test('is cut at its bounds, half-open', () => {
    const days = daysOf(told(entriesOf('500 ada joins', '1000 <bob> hi', '2000 ada quits'), 'me'));
    expect(days.map((day) => day.stays.map(shown))).toEqual([
      ['ada 500-1000 join carried', 'bob 500-1000 seen@1000 carried', 'me 500-1000 seen@500 carried'],
      ['ada 1000-2000 carried carried', 'bob 1000-2000 carried carried', 'me 1000-2000 carried carried'],
      ['ada 2000-2000 carried quit', 'bob 2000-2000 carried open', 'me 2000-2000 carried open'],
    ]);
  });
});

describe('a log that records joins but hardly any leave', () => {
  test('claims nobody beyond what showed them that day', () => {
    const joins = Array.from({ length: 30 }, (_, i) => `${String(i * 10)} nick${String(i)} joins`);
    const days = daysOf(told(entriesOf(...joins, '400 <nick3> hi', '1500 <nick4> hi'), 'me'));
    const of = (nick: string) => days.map((day) => day.stays.filter((stay) => stay.nick === nick).map(shown));
    expect(of('nick3')).toEqual([['nick3 30-400 join lost'], []]);
    expect(of('nick4')).toEqual([['nick4 40-40 join lost'], ['nick4 1500-1500 seen@1500 open']]);
  });
});
