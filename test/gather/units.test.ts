// The parts of gathering by themselves: files joined, clocks read, lines paired and placed, addresses claimed.
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/events.ts';
import { asLogged } from '../../src/gather/banners.ts';
import { clockOf, aheadAt, SAME_CLOCK, type Clock } from '../../src/gather/clocks.ts';
import { claim } from '../../src/gather/claim.ts';
import { entryOf } from '../../src/gather/entry.ts';
import { joinFiles, type FileSeen } from '../../src/gather/join.ts';
import { merge } from '../../src/gather/merge.ts';
import type { Cluster } from '../../src/gather/cluster.ts';
import { numbered, seen, type Seen } from '../../src/gather/seen.ts';
import { stretchesOf } from '../../src/gather/stretches.ts';
import { hashDigits } from '../../src/shared/address.ts';
import { zoneOf } from '../../src/time.ts';

const NOON = Date.UTC(2013, 9, 2, 12) / 1000;
const UTC = zoneOf('UTC');

const message = (nick: string, text: string): Event => ({ kind: 'message', nick, text });
const at = (second: number, event: Event, more: Partial<Seen> = {}): Seen =>
  seen({ at: NOON + second, event, line: 1, lines: 1, ...more }, undefined);
const says = (second: number, text: string, nick = 'ada'): Seen => at(second, message(nick, text));
const minute = (second: number, text: string): Seen =>
  at(Math.floor(second / 60) * 60, message('ada', text), { precision: 60 });
const words = (events: readonly Seen[]): readonly string[] =>
  events.map(({ event }) => ('text' in event ? event.text : event.kind));
const file = (events: readonly Seen[]): FileSeen => ({
  events,
  first: Math.min(...events.map((one) => one.at)),
  last: Math.max(...events.map((one) => one.at)),
});

describe('Files of one logger', () => {
  const log = Array.from({ length: 40 }, (_, index) =>
    says(Math.floor(index / 3) * 20, index % 4 === 0 ? 'k' : `line ${index}`),
  );

  it('are the log that six windows on it come from, in any order', () => {
    const windows = [0, 5, 9, 17, 24, 29].map((from) => file(log.slice(from, from + 12)));
    for (const order of [windows, windows.toReversed(), [...windows.slice(3), ...windows.slice(0, 3)]]) {
      const { events, doubles } = joinFiles(order);
      expect(words(events)).toEqual(words(log));
      expect(doubles).toHaveLength(6 * 12 - 1 - log.length);
    }
  });

  it('keep true repeats, and take copies for what they are', () => {
    const same = [says(0, 'k'), says(0, 'k'), says(5, 'yes'), says(5, 'yes'), says(5, 'no')];
    expect(words(joinFiles([file(same), file(same), file(same)]).events)).toEqual(['k', 'k', 'yes', 'yes', 'no']);
    expect(words(joinFiles([file(same.slice(0, 4)), file(same)]).events)).toEqual(['k', 'k', 'yes', 'yes', 'no']);
  });

  it('that were cut between two lines of one second keep the lines of both', () => {
    const all = [says(0, 'a'), says(9, 'k'), says(9, 'k'), says(9, 'k'), says(20, 'b')];
    expect(words(joinFiles([file(all.slice(0, 2)), file(all.slice(2))]).events)).toEqual(['a', 'k', 'k', 'k', 'b']);
    const four = [...all.slice(0, 4), says(9, 'k'), says(20, 'b')];
    expect(joinFiles([file(four.slice(0, 3)), file(four.slice(3))]).events).toHaveLength(6);
  });

  it('that both have some different lines of the second in which they were cut tell those once', () => {
    const all = [says(0, 'a'), says(9, 'x'), says(9, 'y'), says(20, 'b')];
    const { events, doubles } = joinFiles([file(all.slice(0, 3)), file(all.slice(1))]);
    expect([words(events), words(doubles)]).toEqual([
      ['a', 'x', 'y', 'b'],
      ['x', 'y'],
    ]);
  });

  it('of which one is the last line of another, or a few of its last moment, tell it once', () => {
    const all = [says(0, 'a'), says(9, 'b'), says(9, 'k'), says(9, 'k')];
    for (const end of [all.slice(1), all.slice(2), all.slice(3), all.slice(1, 2)])
      for (const order of [
        [file(all), file(end)],
        [file(end), file(end), file(all)],
      ])
        expect(words(joinFiles(order).events)).toEqual(['a', 'b', 'k', 'k']);
  });

  it('keep the order of both within a second with as few lines as there can be', () => {
    const lines = (...texts: readonly string[]): FileSeen =>
      file([says(0, 'a'), ...texts.map((text) => says(9, text)), says(20, 'b')]);
    const { events } = joinFiles([lines('x', 'y', 'z', 'v'), lines('y', 'z', 'x', 'v')]);
    expect(words(events)).toEqual(['a', 'x', 'y', 'z', 'x', 'v', 'b']);
    expect(words(joinFiles([lines('y', 'x', 'z'), lines('x', 'z', 'y')]).events)).toEqual([
      'a',
      'y',
      'x',
      'z',
      'y',
      'b',
    ]);
  });

  it('take a flood of thousands of lines in one second', () => {
    const flood = Array.from({ length: 3000 }, (_, index) => says(0, `flood ${index % 50}`));
    const { events } = joinFiles([file([...flood.slice(110), says(1, 'x')]), file([...flood, says(1, 'y')])]);
    expect(events).toHaveLength(3002);
  });

  it('may have more lines in a day than a call takes arguments', () => {
    const some = Array.from({ length: 150_000 }, (_, index) => says(100 + Math.floor(index / 4), `line ${index}`));
    const [first, ...others] = stretchesOf([says(200, 'before the clock was set back'), ...some]);
    expect([first?.length, others]).toEqual([150_001, []]);
    const second = some.map((one) => ({ ...one, at: NOON }));
    const log = { events: second, first: NOON, last: NOON };
    expect(joinFiles([{ ...log, events: second.slice(0, 10) }, log]).events).toHaveLength(150_000);
  });
});

describe('A copy of a log that was cut off within its last line', () => {
  const whole = [says(0, 'a'), says(5, 'b'), says(9, 'roses and tulips'), says(20, 'c')];
  const first = whole[0]!.at;
  const copy = (last: Seen): FileSeen => ({ events: [...whole.slice(0, 2), last], first, last: last.at, torn: true });
  const log: FileSeen = { events: whole, first, last: whole.at(-1)!.at };

  it('tells it as the whole log does', () => {
    const begun = [says(9, 'roses a'), at(2, { kind: 'unparsed', text: '[09:0' }), says(9, 'roses and tulips')];
    for (const torn of begun)
      for (const files of [
        [log, copy(torn)],
        [copy(torn), log],
      ])
        expect(words(joinFiles(files).events)).toEqual(words(whole));
    expect(words(joinFiles([log, copy(says(9, 'roses a'))]).doubles)).toContain('roses a');
  });

  it('tells what is in no other', () => {
    const others = [says(9, 'tulips'), says(200, 'roses a')];
    for (const other of others) expect(words(joinFiles([log, copy(other)]).events)).toHaveLength(5);
    expect(words(joinFiles([copy(says(9, 'roses a'))]).events)).toEqual(['a', 'b', 'roses a']);
  });

  it('of which a day has that line alone tells it as the whole log does, where it is of the very moment', () => {
    const alone = (torn: Seen): FileSeen => ({ events: [torn], first: first - 86_400, last: torn.at, torn: true });
    for (const files of [
      [log, alone(says(9, 'roses a'))],
      [alone(says(9, 'roses a')), log],
    ])
      expect(words(joinFiles(files).events)).toEqual(words(whole));
    for (const other of [says(10, 'roses a'), says(9, 'tulips')])
      expect(words(joinFiles([log, alone(other)]).events)).toHaveLength(5);
  });
});

describe('A clock', () => {
  const talk = Array.from({ length: 60 }, (_, index) =>
    says(index * 600, index % 3 === 0 ? 'k' : `sentence number ${index}`),
  );
  const told = (events: readonly Seen[]): readonly Cluster[] =>
    events.map((one) => ({ at: one.at, members: [{ logger: 0, seen: one }] }));
  const shifted = (by: (second: number) => number): readonly Seen[] =>
    talk.map((one) => at(one.at - NOON + by(one.at - NOON), one.event));

  it.each([0, 1, -1, 37, -90, 480])('that is %i s ahead is known', (by) => {
    const clock = clockOf(
      told(talk),
      shifted(() => by),
      SAME_CLOCK,
    );
    expect(clock).toMatchObject({ ahead: by, tolerance: 2 });
    expect(clock.rate).toBeUndefined();
  });

  it('that drifts is known at every moment', () => {
    const clock = clockOf(
      told(talk),
      shifted((second) => 20 + Math.round(second / 2000)),
      SAME_CLOCK,
    );
    for (const second of [0, 9000, 20_000, 35_000])
      expect(Math.abs(aheadAt(clock, NOON + second) - 20 - second / 2000)).toBeLessThanOrEqual(1);
  });

  it.each([
    [0, 90],
    [-400, -20],
    [130, 100],
  ])('that is set from %i s ahead to %i is known before and after, the next day too', (first, then) => {
    for (const step of [4200, 18_000, 30_600]) {
      const clock = clockOf(
        told(talk),
        shifted((second) => (second < step ? first : then)),
        SAME_CLOCK,
      );
      for (const second of [0, step - 600, step, 35_000])
        expect(aheadAt(clock, NOON + second + (second < step ? first : then))).toBe(second < step ? first : then);
      expect(clock.tolerance).toBe(2);
      expect(clockOf(told(talk), [says(then, 'k')], clock)).toMatchObject({ ahead: then, tolerance: 2 });
    }
  });

  it('that drifts and is set at the end of a day is known there, too', () => {
    const day = Array.from({ length: 600 }, (_, index) => says(index * 120, `sentence number ${index}`));
    const by = (second: number): number => 15 - Math.round(second / 14_000) + (second < 68_000 ? 0 : 45);
    const late = day.map((one) => at(one.at - NOON + by(one.at - NOON), one.event));
    const clock = clockOf(told(day), late, SAME_CLOCK);
    for (const second of [0, 30_000, 67_800, 68_040, 71_800])
      expect(Math.abs(aheadAt(clock, NOON + second + by(second)) - by(second))).toBeLessThanOrEqual(3);
  });

  it.each([
    [0, 40, 0],
    [25, -70, 25],
    [0, -120, 30],
  ])(
    'that is set from %i s to %i and then to %i, or behind which lines lag, is known all day',
    (first, wrong, last) => {
      const by = (second: number): number => (second < 9000 ? first : second < 18_000 ? wrong : last);
      const clock = clockOf(told(talk), shifted(by), SAME_CLOCK);
      for (const second of [0, 8400, 9000, 17_400, 18_000, 35_000])
        expect(aheadAt(clock, NOON + second + by(second))).toBe(by(second));
      expect(clock.tolerance).toBe(2);
      expect(clockOf(told(talk), [says(last, 'k')], clock)).toMatchObject({ ahead: last });
    },
  );

  it('is not set where few lines came late, nor where it gains', () => {
    const late = shifted((second) => (second > 6000 && second < 8400 ? 40 : 0));
    expect(clockOf(told(talk), late, SAME_CLOCK)).toMatchObject({ ahead: 0 });
    for (const by of [late, shifted((second) => Math.round(second / 800))])
      expect(clockOf(told(talk), by, SAME_CLOCK).sets).toBeUndefined();
  });

  it('that was set while nobody looked is known by two sentences behind the silence, and for words around them', () => {
    const [first, then, back] = [90, 0, 18_000];
    const sentences = ['the pump at the north end has to be primed', 'and its valve wants a new washer, I think'];
    const ends = [
      says(back, 'k'),
      says(back + 30, 'k'),
      ...sentences.map((text, index) => says(back + 60 + index, text)),
    ];
    const seen = [...talk.filter((one) => one.at < NOON + back), ...ends];
    const heard = seen
      .filter((one) => one.at < NOON + 9000 || one.at >= NOON + back)
      .map((one) => at(one.at - NOON + (one.at < NOON + back ? first : then), one.event));
    const clock = clockOf(told(seen), heard, SAME_CLOCK);
    expect([0, 8400, back, back + 61].map((second) => aheadAt(clock, NOON + second))).toEqual([
      first,
      first,
      then,
      then,
    ]);
    const one = clockOf(told(seen.slice(0, -1)), heard.slice(0, -1), SAME_CLOCK);
    expect(aheadAt(one, NOON + back)).toBe(first);
  });

  it.each([20, 45, 59, -30])('of minutes that is set by %i s is known before and after', (by) => {
    const seconds = Array.from({ length: 90 }, (_, index) => index * 600 + ((index * 7) % 60));
    const exact = told(seconds.map((second, index) => says(second, `sentence number ${index}`)));
    const set = seconds.map((second, index) => minute(second + (index < 40 ? 0 : by), `sentence number ${index}`));
    expect(merge(exact, 1, set, clockOf(exact, set, SAME_CLOCK))).toHaveLength(90);
  });

  it('is not set where somebody says a word again and again, of which the other log has one, minutes before', () => {
    const again = [31_000, 31_000, 31_000, 31_000].map((second) => says(second, 'yes'));
    const before = says(30_500, 'yes');
    const seen = [...talk.filter(({ at }) => at < before.at), before];
    expect(clockOf(told(seen), [...seen, ...again], SAME_CLOCK)).toEqual(clockOf(told(seen), seen, SAME_CLOCK));
    expect(clockOf(told(seen), [...seen.slice(0, -1), ...again], SAME_CLOCK).sets).toBeUndefined();
  });

  it('of minutes is known within what they tell, and stays where it was if it can', () => {
    const minutes = talk.map((one, index) => minute(one.at - NOON + 100 + ((index * 7) % 60), words([one])[0] ?? ''));
    const exact = talk.map((one, index) => says(one.at - NOON + ((index * 7) % 60), words([one])[0] ?? ''));
    expect(Math.abs(clockOf(told(exact), minutes, SAME_CLOCK).ahead - 100)).toBeLessThanOrEqual(2);
    const few = clockOf(told(exact.slice(1, 3)), minutes.slice(1, 3), { ...SAME_CLOCK, ahead: 95 });
    expect(few.ahead).toBe(95);
  });

  it('is known by one sentence, which nobody says twice, but not by one word', () => {
    const [ahead, sentence] = [37, 'the pump at the north end has to be primed again'];
    expect(clockOf(told([says(0, sentence)]), [says(ahead, sentence)], SAME_CLOCK)).toMatchObject({ ahead });
    expect(clockOf(told([says(0, 'primed')]), [says(ahead, 'primed')], SAME_CLOCK)).toMatchObject({ ahead: 0 });
  });

  it('is not known by notes, which each client prints when it will', () => {
    const notes = [0, 10, 20, 30].map((second) => at(second, { kind: 'log', event: 'info', text: `note ${second}` }));
    const late = notes.map((one) => at(one.at - NOON + 300, one.event));
    expect(clockOf(told(notes), late, SAME_CLOCK)).toEqual(SAME_CLOCK);
  });

  it('is known by each word that comes once in its time, and otherwise all day long', () => {
    const hours = Array.from({ length: 10 }, (_, hour) => says(hour * 3600, 'k'));
    const set = hours.map((one, hour) => at(one.at - NOON + (hour < 5 ? 0 : 45), one.event));
    const clock = clockOf(told(hours), set, SAME_CLOCK);
    expect(set.map((one) => aheadAt(clock, one.at))).toEqual(hours.map((_, hour) => (hour < 5 ? 0 : 45)));
  });

  it('goes on as one line tells, where that lies near what it was', () => {
    const before: Clock = { ahead: 57, rate: 10 / 86_400, since: NOON - 5 * 86_400, tolerance: 2 };
    const joins = (second: number): Seen => at(second, { kind: 'join', nick: 'ada' });
    const clock = clockOf(told([joins(0)]), [joins(107)], before);
    expect(clock).toMatchObject({ rate: before.rate });
    expect(aheadAt(clock, NOON + 107)).toBe(107);
    expect(aheadAt(clock, NOON + 86_400)).toBe(117);
  });

  it('is not taken to gain where all that it gains may be the fractions that stamps leave out', () => {
    const hours = talk.slice(0, 24);
    const late = hours.map((one, index) => at(one.at - NOON + Math.round(index / 24), one.event));
    expect(clockOf(told(hours), late, SAME_CLOCK).rate).toBeUndefined();
    const before: Clock = { ahead: 0, rate: 4 / 86_400, since: NOON, tolerance: 2 };
    expect(clockOf(told(hours), late, before).rate).toBe(before.rate);
    const faster: Clock = { ...before, rate: 20 / 86_400 };
    expect(clockOf(told(hours), late, faster).rate).toBeUndefined();
  });

  it('goes on as before where too little is in both', () => {
    const before: Clock = { ahead: 12, tolerance: 3 };
    expect(clockOf(told(talk), [says(200, 'k')], before)).toMatchObject(before);
    expect(clockOf(told(talk), [], before)).toEqual(before);
  });

  it('that was set where a line or two a day are in both is known once three tell the same', () => {
    const days = [0, 1, 2, 3].map((day) => says(day * 86_400, `fine, ${day}`));
    const late = days.map((one) => at(one.at - NOON + 120, one.event));
    let clock: Clock = { ahead: 12, tolerance: 3 };
    const ahead = days.map((one, day) => (clock = clockOf(told([one]), late.slice(day, day + 1), clock)).ahead);
    expect(ahead).toEqual([12, 12, 120, 120]);
    expect(clock.doubts).toBeUndefined();
  });

  it('may have gained the more, the longer ago it was told', () => {
    const before: Clock = { ahead: 12, tolerance: 3, toldOn: Math.floor(NOON / 86_400) };
    const after = (days: number): number => {
      const one = says(days * 86_400, 'fine');
      return clockOf(told([one]), [at(one.at - NOON + 72, one.event)], before).ahead;
    };
    expect([1, 10].map(after)).toEqual([12, 72]);
  });
});

describe('What stands behind a banner in a log of minutes', () => {
  const mark = (second: number, event: 'open' | 'close', line: number): Seen =>
    at(second, { kind: 'log', event, text: '' }, { line });
  const order = (...events: readonly Seen[]): readonly string[] =>
    asLogged(events.toSorted((a, b) => a.at - b.at)).map(
      (one) => `${one.at - NOON} ${one.event.kind === 'log' ? one.event.event : words([one])}`,
    );

  it('was not before it, though its minute began before', () => {
    const lines = [30, 55, 70].map((second, index) => ({ ...minute(second, String(index)), line: [1, 4, 5][index]! }));
    expect(order(...lines, mark(35, 'close', 2), mark(50, 'open', 3))).toEqual([
      '0 0',
      '0 close',
      '0 open',
      '0 1',
      '60 2',
    ]);
  });

  it('is in its place where a log tells seconds', () => {
    expect(order(says(30, 'a'), mark(35, 'close', 1), mark(35, 'open', 2), says(35, 'b'))).toEqual([
      '30 a',
      '35 close',
      '35 open',
      '35 b',
    ]);
  });
});

describe('Two histories', () => {
  const clusters = (events: readonly Seen[]): readonly Cluster[] =>
    numbered(events).map((one) => ({ at: one.at, members: [{ logger: 0, seen: one }] }));
  const merged = (some: readonly Seen[], others: readonly Seen[], clock = SAME_CLOCK): readonly Cluster[] =>
    merge(clusters(some), 1, numbered(others), clock);
  const shape = (list: readonly Cluster[]): readonly string[] =>
    list.map((one) => `${one.at - NOON} ${words(one.members.map((member) => member.seen)).join('=')}`);

  it('pair what both have once, repeated lines in their order', () => {
    const list = merged(
      [says(0, 'k'), says(3, 'k'), says(9, 'a')],
      [says(1, 'k'), says(4, 'k'), says(5, 'k'), says(9, 'a')],
    );
    expect(shape(list)).toEqual(['0 k=k', '3 k=k', '5 k', '9 a=a']);
  });

  it('pair what reached one client some seconds late', () => {
    expect(shape(merged([says(0, 'a'), says(9, 'b')], [says(13, 'a'), says(23, 'b')]))).toEqual([
      '0 a=a',
      '9 b',
      '23 b',
    ]);
  });

  it('pair what one log tells late and all at once, where it has no line since it was said', () => {
    const inTime = [says(0, 'a'), says(60, 'k'), says(70, 'look there'), says(90, 'k'), says(200, 'z')];
    const late = [says(0, 'a'), says(110, 'k'), says(110, 'look there'), says(111, 'k'), says(200, 'z')];
    expect(shape(merged(inTime, late))).toEqual(['0 a=a', '60 k=k', '70 look there=look there', '90 k=k', '200 z=z']);
    expect(merged(late, inTime)).toHaveLength(5);
    // Who hears something else meanwhile hears another "k".
    expect(merged(inTime.slice(0, 2), [says(0, 'a'), says(80, 'b'), says(110, 'k')])).toHaveLength(4);
    expect(merged(inTime.slice(0, 2), [says(110, 'k')])).toHaveLength(3);
  });

  it('leave two who say the same two', () => {
    expect(merged([says(0, 'yes', 'ada')], [says(0, 'yes', 'bob')])).toHaveLength(2);
  });

  it('put what only the second has before what follows it there, though all is of one second', () => {
    expect(shape(merged([says(0, 'b')], [says(0, 'a'), says(0, 'b'), says(0, 'c')]))).toEqual(['0 a', '0 b=b', '0 c']);
  });

  it('put minutes between their neighbours, and not beyond themselves', () => {
    const list = merged(
      [says(10, 'a'), says(50, 'b'), says(130, 'c')],
      ['a', 'b', 'only here', 'c', 'and here'].map((text, index) => minute([10, 50, 52, 130, 170][index] ?? 0, text)),
    );
    expect(shape(list)).toEqual(['10 a=a', '50 b=b', '50 only here', '130 c=c', '130 and here']);
    expect(shape(merged([says(170, 'a')], [minute(170, 'a'), minute(30, 'late')]))).toEqual(['59 late', '170 a=a']);
  });

  it('keep a log’s own order, where clocks agree to a second or so only', () => {
    const list = merged([says(10, 'a'), says(20, 'b')], [says(9, 'a'), says(9, 'only here'), says(20, 'b')]);
    expect(shape(list)).toEqual(['10 a=a', '10 only here', '20 b=b']);
    const early = merged(
      [says(10, 'a'), says(15, 'x'), says(20, 'b')],
      [says(10, 'a'), says(20.6, 'fast'), says(20.9, 'b')],
    );
    expect(shape(early)).toEqual(['10 a=a', '15 x', '20 fast', '20 b=b']);
    // What was before it goes first, where two logs have two lines the other way round.
    const crossed = merged([says(10, 'b'), says(12, 'a')], [says(12, 'a'), says(12, 'only here'), says(12, 'b')]);
    expect(shape(crossed)).toEqual(['10 b=b', '12 a=a', '12 only here']);
  });

  it('know the second of a line from any log that tells it, though the first tells minutes', () => {
    const lines = ['one', 'k', 'two', 'k', 'three'];
    const exact = lines.map((text, index) => says(index * 22 + 1, text));
    const minutes = [...exact.map((one) => minute(one.at - NOON, words([one])[0] ?? '')), minute(100, 'four')];
    const two = merge(merge([], 0, minutes, SAME_CLOCK), 1, exact, SAME_CLOCK);
    const three = merge(two, 2, exact, { ...SAME_CLOCK, tolerance: 2 });
    expect(three.map(({ at, members }) => [at - NOON, members.length])).toEqual([
      ...exact.map((one) => [one.at - NOON, 3]),
      [89, 1],
    ]);
    const last = merge(merge([], 0, minutes, SAME_CLOCK), 1, exact.slice(3), SAME_CLOCK);
    expect(last.map(({ at }) => at - NOON)).toEqual([0, 0, 0, 67, 89, 89]);
  });

  it('know "You" for the nick that the other log tells', () => {
    const you: Event = { kind: 'join', own: true };
    const list = merged([at(0, you)], [at(0, { kind: 'join', nick: 'ada', host: 'ada@host.example' })]);
    expect(list).toHaveLength(1);
    expect(entryOf(list[0]!, { id: 't120000aaaa', aliases: [] })).toMatchObject({
      nick: 'ada',
      own: true,
      host: 'ada@host.example',
    });
    // Where minutes leave several, sight begins with the own join.
    const joins = ['bob', 'eve', 'ada'].map((nick) => at(0, { kind: 'join', nick }, { precision: 60 }));
    const minutes = merged([at(40, you)], joins);
    expect(minutes.find(({ members }) => members.length === 2)?.members[1]?.seen.event.nick).toBe('ada');
  });

  it('know whom the other log names better than whom the owner is thought to have been', () => {
    const of = (mine: Event, theirs: Event): Event => {
      const you = seen({ at: NOON, event: mine, line: 1, lines: 1 }, 'ada_');
      return entryOf(merged([you], [at(0, theirs)])[0]!, { id: 't120000aaaa', aliases: [] });
    };
    const renamed: Event = { kind: 'nick', nick: 'ada', to: 'lovelace' };
    expect(of({ kind: 'nick', own: true, to: 'lovelace' }, renamed)).toMatchObject({ ...renamed, own: true });
    const kicked: Event = { kind: 'kick', nick: 'bob', target: 'ada', reason: 'noise' };
    expect(of({ kind: 'kick', nick: 'bob', reason: 'noise' }, kicked)).toMatchObject(kicked);
  });

  it('know words that one client changed', () => {
    for (const [one, other] of [
      ['caf\ufffd au lait', 'café au lait'],
      ['\u0003,5 no foreground', ' no foreground'],
      ['x\u0007bell\u001bend of it', 'x?bell?end of it'],
      ['caf\u00e9 \u0441\u043c\u043e\u043b\u0430 33', 'caf\u00e9 ????? 33'],
      ['see \u2603', 'see ???'],
      ['04,01red', 'red'],
      ['0,4 a 12b 3,5 tea', ' a b  tea'],
      ['04,01\u00e9t\u00e9', 'ete'],
      [
        'a line that the server cut somewhere in the middle of a wo',
        'a line that the server cut somewhere in the middle of a word',
      ],
      ["un cafe a l'ile, sil vous plait", 'un café à l\u2019île, s\u2019il vous plaît'],
      ['a line of which a full disk ke', 'a line of which a full disk kept the beginning and no more'],
      [
        'a line that one client cut after four hundred and some bytes',
        'a line that one client cut after four hundred and some bytes, while the other had all that was sent to the end',
      ],
    ] as const)
      expect(merged([says(0, one)], [says(0, other)]), one).toHaveLength(1);
    for (const [one, other] of [
      ['yes', 'no'],
      ['tea?', 'ten \u2603'],
      ['tea or coffee', 'tea or coffee, or nothing at all'],
      ['10', '1'],
      ['1,2', ''],
      [':)', ':('],
    ] as const)
      expect(merged([says(0, one)], [says(0, other)]), one).toHaveLength(2);
  });

  it('know the nearer of two for what one client changed', () => {
    expect(shape(merged([says(0, '04red'), says(3, '04red')], [says(3, 'red')]))).toEqual(['0 04red', '3 04red=red']);
  });

  it('know what somebody does, though one log tells it as if it were said', () => {
    const does = at(0, { kind: 'action', nick: 'ada', text: 'waves' });
    for (const [one, other] of [
      [says(0, '* waves'), does],
      [does, says(0, '* waves', 'Ada')],
    ] as const) {
      const [both, ...none] = merged([one], [other]);
      expect(none).toEqual([]);
      expect(entryOf(both!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ kind: 'action', text: 'waves' });
    }
    expect(merged([says(0, 'waves')], [does])).toHaveLength(2);
    expect(merged([says(0, '* \u2603?')], [at(0, { kind: 'action', nick: 'ada', text: '??' })])).toHaveLength(1);
    const smiles = at(1, { kind: 'action', nick: 'ada', text: ':)' });
    expect(shape(merged([says(0, '* :)'), says(2, '* :)')], [smiles]))).toEqual(['0 * :)=:)', '2 * :)']);
  });

  it('take a flood of one line', () => {
    const flood = Array.from({ length: 4000 }, (_, index) => says(Math.floor(index / 2), 'flood'));
    expect(merged(flood, flood.slice(10))).toHaveLength(4000);
  });

  it('give the entry what only one has', () => {
    const [one] = merged(
      [at(0, { kind: 'quit', nick: 'ada' })],
      [at(1, { kind: 'quit', nick: 'ada', host: 'a@host.example', reason: 'bye' })],
    );
    expect(entryOf(one!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ host: 'a@host.example', reason: 'bye' });
    const [bold] = merged([at(0, { kind: 'quit', nick: 'ada', reason: '\u0002bye' })], []);
    expect(entryOf(bold!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ reason: 'bye' });
    const [exact] = merged([says(0, 'caf\ufffd')], [says(0, '\u0002café')]);
    expect(entryOf(exact!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ text: 'café', styled: '\u0002café' });
    const [whole] = merged([says(0, 'caf\ufffd')], [says(0, 'café')]);
    expect(entryOf(whole!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ text: 'café' });
    for (const [one, other] of [
      ['tea? \u2603', 'tea? ?'],
      ['tea? ???', 'tea? \u2603'],
    ] as const) {
      const [snowman] = merged([says(0, one)], [says(0, other)]);
      expect(entryOf(snowman!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ text: 'tea? \u2603' });
    }
    for (const [one, other] of [
      ['thé au lait', 'the au lait'],
      ['the au lait', 'thé au lait'],
    ] as const) {
      const [tea] = merged([says(0, one)], [says(0, other)]);
      expect(entryOf(tea!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ text: 'thé au lait' });
    }
    const sent = 'a line of which one client has all that was sent, and another what it had room for';
    for (const cut of [sent.slice(0, 60), `\u0002${sent.slice(0, 60)}`, `${sent.slice(0, 60)}\ufffd`])
      for (const both of [
        [cut, sent],
        [sent, cut],
      ] as const) {
        const [whole] = merged([says(0, both[0])], [says(0, both[1])]);
        expect(entryOf(whole!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ text: sent });
      }
    for (const [one, other] of [
      ['so we agreed', 'so we agree'],
      ['so we agree', 'so we agreed'],
    ] as const) {
      const [agreed] = merged([says(0, one)], [says(0, other)]);
      expect(entryOf(agreed!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ text: 'so we agreed' });
    }
    for (const [one, other] of [
      ['04,01red', 'red'],
      ['red', '04,01red'],
    ] as const) {
      const [red] = merged([says(0, one)], [says(0, other)]);
      expect(entryOf(red!, { id: 't120000aaaa', aliases: [] })).toMatchObject({ text: 'red' });
    }
    for (const [one, other, shown] of [
      ['high tide', '\u0002high tide', { text: 'high tide', styled: '\u0002high tide' }],
      ['\u0002a na\ufffdve tide', 'a na\u00efve tide', { text: 'a na\u00efve tide' }],
    ] as const)
      for (const both of [
        [one, other],
        [other, one],
      ] as const) {
        const [tide] = merged([says(0, both[0])], [says(0, both[1])]);
        expect(entryOf(tide!, { id: 't120000aaaa', aliases: [] })).toMatchObject(shown);
      }
  });
});

describe('Addresses', () => {
  const alone = (events: readonly Seen[]): readonly Cluster[] =>
    numbered(events).map((one) => ({ at: one.at, members: [{ logger: 0, seen: one }] }));
  const together = (...events: readonly Seen[]): Cluster => ({
    at: events[0]?.at ?? 0,
    members: events.map((one, logger) => ({ logger, seen: one })),
  });
  const four = ({ sha }: Seen): string => hashDigits(sha, 4);

  it('of twins are numbered', () => {
    const k = says(0, 'k');
    expect(claim(alone([k, k, k]), '2013-10-02', [UTC]).map(({ id }) => id)).toEqual(
      ['', 'u2', 'u3'].map((more) => `t120000${four(k)}${more}`),
    );
  });

  it('of different lines that four digits do not tell apart have six, and the first keeps the four', () => {
    const known = new Map<string, Seen>();
    let pair: readonly [Seen, Seen] | undefined;
    for (let index = 0; !pair; index++) {
      const one = says(0, `text ${index}`);
      const other = known.get(four(one));
      if (other) pair = [other, one];
      known.set(four(one), one);
    }
    const claims = claim(alone(pair), '2013-10-02', [UTC]);
    const six = pair.map(({ sha }) => `t120000${hashDigits(sha, 6)}`);
    expect(claims.map(({ id }) => id)).toEqual(six);
    const first = six[0]! < six[1]! ? 0 : 1;
    expect(claims[first]?.aliases).toEqual([`t120000${four(pair[0])}`]);
    expect(claims[1 - first]?.aliases).toEqual([]);
  });

  it('of all loggers are kept, those of another day with their date, and as the id that they were here before', () => {
    const [early, late] = [says(-12 * 3600 - 1, 'good night'), says(-12 * 3600, 'good night')];
    const [before] = claim([{ at: late.at, members: [{ logger: 1, seen: early }] }], '2013-10-02', [UTC]);
    expect(before).toEqual({ id: `t235959${four(early)}`, aliases: [`2013-10-01/t235959${four(early)}`] });
    expect(claim([together(late, early)], '2013-10-02', [UTC])).toEqual([
      { id: `t000000${four(late)}`, aliases: [`2013-10-01/t235959${four(early)}`, before?.id] },
    ]);
  });

  it('that two lines claim are the id of one before an alias of the other', () => {
    const [k, later] = [says(0, 'k'), says(5, 'k')];
    const claims = claim([together(later, k), together(k)], '2013-10-02', [UTC]);
    expect(claims).toEqual([
      { id: `t120005${four(later)}`, aliases: [] },
      { id: `t120000${four(k)}`, aliases: [] },
    ]);
  });
});
