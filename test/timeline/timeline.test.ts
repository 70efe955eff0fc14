import { describe, expect, it } from 'vitest';
import type { Event, Placed } from '../../src/events.ts';
import type { CalendarDate, ParsedLine, WallClock } from '../../src/format.ts';
import { zoneOf } from '../../src/time.ts';
import { openTimeline, type TimelineState } from '../../src/timeline.ts';

const message = (text: string): Event => ({ kind: 'message', nick: 'ada', text });
const at = (clock: WallClock, text = 'hi'): ParsedLine => ({ is: 'event', stamp: { clock }, event: message(text) });
const epoch = (seconds: number, text = 'hi'): ParsedLine => ({
  is: 'event',
  stamp: { epoch: seconds },
  event: message(text),
});
const unstamped = (text: string): ParsedLine => ({ is: 'event', event: { kind: 'unparsed', text } });
const mark = (year: number, month: number, day: number): ParsedLine => ({ is: 'control', date: { year, month, day } });

/** `14:29` or `14:29:34` on a clock without a date. */
const clock = (text: string): WallClock => {
  const [hour = 0, minute = 0, second] = text.split(':').map(Number);
  return { hour, minute, ...(second === undefined ? {} : { second }) };
};
/** `03-10 14:29:34`: a date without its year. */
const dated = (text: string): WallClock => {
  const [date = '', time = ''] = text.split(' ');
  const [month = 0, day = 0] = date.split('-').map(Number);
  return { month, day, ...clock(time) };
};

interface Run {
  readonly zone?: string;
  readonly date?: CalendarDate;
  readonly year?: number;
  readonly unmarked?: boolean;
  readonly oneDay?: boolean;
  readonly state?: TimelineState;
}

function place(lines: readonly ParsedLine[], { zone = 'UTC', ...start }: Run = {}) {
  const placed: Placed[] = [];
  const faults: string[] = [];
  const timeline = openTimeline(
    zoneOf(zone),
    { event: (one) => placed.push(one), fault: (fault, line) => faults.push(`${fault} ${line}`) },
    start,
  );
  lines.forEach((line, index) => timeline.see(index + 1, [line]));
  timeline.finish();
  return { placed, faults, state: timeline.state() };
}

const times = (placed: readonly Placed[]): readonly string[] =>
  placed.map((one) => new Date(one.at * 1000).toISOString().replace('.000Z', '').replace('T', ' '));

describe('lines that tell the instant', () => {
  it('are there, fractions and steps back included', () => {
    const { placed, faults } = place([epoch(1000), epoch(2000.5), epoch(1500)]);
    expect(placed.map((one) => one.at)).toEqual([1000, 2000.5, 1500]);
    expect(faults).toEqual(['clock-jump 3']);
  });

  it('count as lines without a stamp where no calendar goes on after it', () => {
    const late = { year: 9999, month: 12, day: 5, ...clock('10:00') };
    const { placed } = place([epoch(1000), epoch(253_402_300_799), at(late), epoch(1500)]);
    expect(placed.map((one) => one.at)).toEqual([1000, 1000, 1000, 1500]);
    expect(placed.map(({ stamp }) => stamp)).toEqual([undefined, 'assumed', 'assumed', undefined]);
  });

  it('lend their stamp to those that have none', () => {
    const { placed } = place([unstamped('torn off'), epoch(1000), unstamped('lost'), epoch(1010)]);
    expect(placed.map((one) => [one.at, one.stamp])).toEqual([
      [1000, 'assumed'],
      [1000, undefined],
      [1000, 'assumed'],
      [1010, undefined],
    ]);
  });

  it('go on over continuation lines, and count them', () => {
    const { placed } = place([
      epoch(1000, 'one'),
      { is: 'more', text: 'two' },
      { is: 'more', text: '' },
      epoch(1001, 'x'),
    ]);
    expect(placed[0]).toMatchObject({ event: { text: 'one\ntwo\n' }, lines: 3, line: 1 });
    expect(placed[1]).toMatchObject({ lines: 1, line: 4 });
  });

  it('go on over continuation lines of a reason, where there is one', () => {
    const quit = (reason?: string): ParsedLine => ({
      is: 'event',
      stamp: { epoch: 1000 },
      event: { kind: 'quit', nick: 'ada', ...(reason !== undefined && { reason }) },
    });
    const told = place([quit('good'), { is: 'more', text: 'bye' }, quit(), { is: 'more', text: 'bye' }]).placed;
    expect(told.map(({ event }) => event)).toEqual([
      { kind: 'quit', nick: 'ada', reason: 'good\nbye' },
      { kind: 'quit', nick: 'ada' },
      { kind: 'unparsed', text: 'bye' },
    ]);
  });

  it('are what a continuation tells of them as a whole', () => {
    const { placed } = place([
      { is: 'event', stamp: { epoch: 1000 }, event: { kind: 'unparsed', text: 'ada has' } },
      { is: 'more', text: 'left', whole: { kind: 'part', nick: 'ada' } },
      epoch(1001, 'x'),
    ]);
    expect(placed[0]).toMatchObject({ event: { kind: 'part', nick: 'ada' }, at: 1000, lines: 2, line: 1 });
  });

  it('keep a continuation that nothing begins', () => {
    const { placed } = place([{ is: 'more', text: 'half a line' }, epoch(1000)]);
    expect(placed[0]).toMatchObject({ event: { kind: 'unparsed', text: 'half a line' }, stamp: 'assumed', at: 1000 });
  });
});

describe('clocks without a date', () => {
  const date = { year: 2013, month: 10, day: 2 };

  it('are of the day that a mark tells, though it is not the next', () => {
    // The day that Samoa left out.
    const mark = (day: number): ParsedLine => ({ is: 'control', date: { year: 2011, month: 12, day } });
    const lines = [mark(29), at(clock('23:59:58')), mark(31), at(clock('00:00:02'))];
    expect(times(place(lines, { zone: 'Pacific/Apia' }).placed)).toEqual([
      '2011-12-30 09:59:58',
      '2011-12-30 10:00:02',
    ]);
  });

  it('pass no midnight in a file that holds one day: a step back of any length is a copy, or the clock that was set', () => {
    const lines = ['08:00:01', '23:58:00', '08:00:01', '23:59:00'].map((text) => at(clock(text)));
    const { placed } = place(lines, { date, oneDay: true });
    expect(times(placed)).toEqual([
      '2013-10-02 08:00:01',
      '2013-10-02 23:58:00',
      '2013-10-02 08:00:01',
      '2013-10-02 23:59:00',
    ]);
  });

  it('take it from the file and roll over midnight', () => {
    const { placed } = place([at(clock('14:29')), at(clock('23:59')), at(clock('00:01'))], { date });
    expect(times(placed)).toEqual(['2013-10-02 14:29:00', '2013-10-02 23:59:00', '2013-10-03 00:01:00']);
    expect(placed.every((one) => one.precision === 60)).toBe(true);
  });

  it('lend their minute, and no more, to lines without a stamp, also over a mark', () => {
    const lines = [unstamped('torn off'), at(clock('14:29')), mark(2013, 10, 3), unstamped('lost')];
    const { placed } = place(lines, { date });
    expect(times(placed)).toEqual(Array.from({ length: 3 }, () => '2013-10-02 14:29:00'));
    expect(placed.every((one) => one.precision === 60)).toBe(true);
  });

  it('are of the day of the mark where the line before it was not of its evening, or they are not', () => {
    const lines = ['10:00:00', '10:05:00', '23:55:00'].map((text) => at(clock(text)));
    const { placed } = place([
      mark(2013, 10, 2),
      lines[0]!,
      mark(2013, 10, 3),
      lines[1]!,
      mark(2013, 10, 4),
      lines[2]!,
    ]);
    expect(times(placed)).toEqual(['2013-10-02 10:00:00', '2013-10-03 10:05:00', '2013-10-04 23:55:00']);
  });

  it('take it from marks, which a late line of the evening does not move', () => {
    const lines = [
      mark(2013, 10, 2),
      at(clock('23:59:58')),
      mark(2013, 10, 3),
      at(clock('23:59:59')),
      at(clock('00:00:04')),
    ];
    expect(times(place(lines).placed)).toEqual(['2013-10-02 23:59:58', '2013-10-02 23:59:59', '2013-10-03 00:00:04']);
  });

  it('may begin just before the day that the file is named for', () => {
    const { placed } = place([at(clock('23:59:59')), at(clock('00:00:03')), at(clock('09:00:00'))], { date });
    expect(times(placed)).toEqual(['2013-10-01 23:59:59', '2013-10-02 00:00:03', '2013-10-02 09:00:00']);
  });

  it('are of that day where the file holds only its evening', () => {
    const { placed } = place([at(clock('23:55:00')), at(clock('23:59:59'))], { date });
    expect(times(placed)).toEqual(['2013-10-02 23:55:00', '2013-10-02 23:59:59']);
  });

  it('are named where nothing tells the date', () => {
    const { placed, faults } = place([at(clock('14:29')), unstamped('x')]);
    expect(placed).toEqual([]);
    expect(faults).toEqual(['undated-line 1', 'undated-line 2']);
    expect(place([epoch(1000), at(clock('14:29'))]).faults).toEqual(['undated-line 2']);
  });

  it('are dated from the first mark after them, over midnights', () => {
    const lines = [
      unstamped('torn'),
      at(clock('23:50')),
      at(clock('00:10')),
      at(clock('23:55')),
      mark(2013, 10, 4),
      at(clock('08:00')),
    ];
    const { placed, faults } = place(lines, { zone: 'America/Chicago' });
    expect(faults).toEqual([]);
    expect(times(placed)).toEqual([
      '2013-10-03 04:50:00',
      '2013-10-03 04:50:00',
      '2013-10-03 05:10:00',
      '2013-10-04 04:55:00',
      '2013-10-04 13:00:00',
    ]);
  });

  it('are of the day of the first mark where they came at its midnight, just before it', () => {
    const { placed } = place([at(clock('23:50')), at(clock('00:00')), mark(2013, 10, 4), at(clock('08:00'))]);
    expect(times(placed)).toEqual(['2013-10-03 23:50:00', '2013-10-04 00:00:00', '2013-10-04 08:00:00']);
  });

  it('are dated from the first whole stamp after them', () => {
    const whole = at({ year: 2013, month: 10, day: 4, ...clock('10:00:00') });
    expect(times(place([at(clock('09:00:00')), whole]).placed)).toEqual(['2013-10-04 09:00:00', '2013-10-04 10:00:00']);
    expect(times(place([at(clock('23:00:00')), whole]).placed)).toEqual(['2013-10-03 23:00:00', '2013-10-04 10:00:00']);
  });

  it('stay on their day when the clock is set back an hour', () => {
    const { placed, faults } = place([at(clock('14:30:00')), at(clock('13:30:00'))], { date });
    expect(times(placed)).toEqual(['2013-10-02 14:30:00', '2013-10-02 13:30:00']);
    expect(faults).toEqual(['clock-jump 2']);
  });
});

describe('clocks with the day of a month alone', () => {
  const on = (day: number, text: string): ParsedLine => at({ day, ...clock(text) });

  it('are of that day from the one that the name tells on', () => {
    const { placed } = place([on(30, '14:29'), on(1, '09:00'), on(31, '08:00'), on(30, '23:59'), on(31, '00:01')], {
      date: { year: 2013, month: 11, day: 30 },
    });
    expect(times(placed)).toEqual([
      '2013-11-30 14:29:00',
      '2013-12-01 09:00:00',
      '2013-12-31 08:00:00',
      '2013-12-30 23:59:00',
      '2013-12-31 00:01:00',
    ]);
  });

  it('are dated from the first mark after them', () => {
    const { placed, faults } = place([on(2, '14:29'), mark(2013, 10, 3), on(3, '00:01')]);
    expect(times(placed)).toEqual(['2013-10-02 14:29:00', '2013-10-03 00:01:00']);
    expect(faults).toEqual([]);
  });

  it('are of no day where nothing tells the month', () => {
    const { placed, faults } = place([on(5, '14:29'), on(6, '14:29')]);
    expect(placed).toEqual([]);
    expect(faults).toEqual(['undated-line 1', 'undated-line 2']);
  });
});

describe('clocks without a date where nothing marks the days', () => {
  const banner = (text: string): ParsedLine => at({ year: 2013, month: 10, day: 2, ...clock(text) });
  const unmarked = true;

  it('pass midnight in a night of silence, the first time and later', () => {
    const lines = ['20:00:00', '09:30:00', '12:40:00', '08:00:00'].map((text) => at(clock(text)));
    const { placed, faults } = place([banner('19:00:00'), ...lines], { unmarked });
    expect(faults).toEqual([]);
    expect(times(placed).slice(1)).toEqual([
      '2013-10-02 20:00:00',
      '2013-10-03 09:30:00',
      '2013-10-03 12:40:00',
      '2013-10-04 08:00:00',
    ]);
  });

  it.each([
    ['seconds', ['23:59:58', '00:00:01', '23:59:59', '00:00:02', '23:30:00', '00:00:01']],
    ['minutes', ['23:59', '00:00', '23:59', '00:00', '23:30', '00:00']],
  ])('pass midnight once where a line was overtaken there: %s', (_, lines) => {
    const { placed, faults } = place([banner('19:00:00'), ...lines.map((text) => at(clock(text)))], { unmarked });
    expect(faults).toEqual([]);
    expect(times(placed).map((time) => time.slice(8, 10))).toEqual(['02', '02', '03', '02', '03', '03', '04']);
  });

  it('are a day of silence apart where more than some seconds lie between', () => {
    const lines = ['23:00:00', '00:00:05', '23:59:50', '00:00:30'].map((text) => at(clock(text)));
    const { placed } = place([banner('19:00:00'), ...lines], { unmarked });
    expect(times(placed).map((time) => time.slice(8, 10))).toEqual(['02', '02', '03', '03', '04']);
  });

  it('stay on their day where the days are marked', () => {
    const { placed, faults } = place([banner('19:00:00'), at(clock('20:00:00')), at(clock('09:30:00'))]);
    expect(times(placed).at(-1)).toBe('2013-10-02 09:30:00');
    expect(faults).toEqual(['clock-jump 3']);
  });

  it('stay on their day when the clock is set right, or back an hour', () => {
    const lines = ['20:00:00', '19:00:00', '18:30:00', '15:30:00'].map((text) => at(clock(text)));
    const { placed, faults } = place([banner('14:00:00'), ...lines], { unmarked });
    expect(times(placed).at(-1)).toBe('2013-10-02 15:30:00');
    expect(faults).toEqual(['clock-jump 3', 'clock-jump 4', 'clock-jump 5']);
  });

  it('go back at noon where they may count to 12, whatever the banner shows', () => {
    const lines = ['09:00:05', '12:50:00', '01:10:00', '11:00:00', '02:00:00'].map((text) => at(clock(text)));
    const { placed } = place([banner('21:00:00'), ...lines], { unmarked });
    expect(times(placed).map((time) => time.slice(0, 10))).toEqual(Array(6).fill('2013-10-02'));
  });

  it('are dated from the first banner after them', () => {
    const { placed } = place([at(clock('20:00:00')), at(clock('09:30:00')), banner('10:00:00')], { unmarked });
    expect(times(placed)).toEqual(['2013-10-01 20:00:00', '2013-10-02 09:30:00', '2013-10-02 10:00:00']);
  });
});

describe('dates without a year', () => {
  it('take the year of the name, and go on from there', () => {
    const { placed, faults } = place([at(dated('12-31 14:29')), at(dated('01-01 09:00'))], { year: 2013 });
    expect(times(placed)).toEqual(['2013-12-31 14:29:00', '2014-01-01 09:00:00']);
    expect(faults).toEqual([]);
  });

  it.each([
    ['10-05 09:00', '2013-10-05 09:00:00', { year: 2013, month: 10, day: 5 }],
    ['12-31 23:59', '2013-12-31 23:59:00', { year: 2014, month: 1, day: 1 }],
    ['01-01 00:01', '2014-01-01 00:01:00', { year: 2013, month: 12, day: 31 }],
  ])('begin with %s at %s in a file named for %j, or behind its mark', (stamp, expected, date) => {
    const { placed, faults } = place([at(dated(stamp)), unstamped('x')], { date });
    expect(times(placed)).toEqual([expected, expected]);
    expect(faults).toEqual([]);
    expect(times(place([mark(date.year, date.month, date.day), at(dated(stamp))]).placed)).toEqual([expected]);
  });

  const year: ParsedLine = { is: 'control', year: 2012 };

  it('take it from the banner and roll over its end', () => {
    const { placed } = place([
      year,
      at(dated('12-30 10:00:00')),
      at(dated('01-02 10:00:00')),
      at(dated('11-05 10:00:00')),
    ]);
    expect(times(placed)).toEqual(['2012-12-30 10:00:00', '2013-01-02 10:00:00', '2013-11-05 10:00:00']);
  });

  it('do not roll over for a clock that goes back some days or weeks, nor for a line of the old year after its end', () => {
    const back = place([year, at(dated('03-05 10:00:00')), at(dated('03-01 10:00:00'))]);
    expect(times(back.placed)[1]).toBe('2012-03-01 10:00:00');
    const moved = place([year, at(dated('03-24 10:00:00')), at(dated('02-01 10:00:00')), at(dated('04-02 10:00:00'))]);
    expect(times(moved.placed).slice(1)).toEqual(['2012-02-01 10:00:00', '2012-04-02 10:00:00']);
    const late = place([mark(2013, 1, 1), at({ year: 2013, ...dated('01-01 00:00:01') }), at(dated('12-31 23:59:59'))]);
    expect(times(late.placed)[1]).toBe('2012-12-31 23:59:59');
  });

  it('take it from the first banner after them', () => {
    const banner = at({ year: 2013, month: 1, day: 5, ...clock('10:00:00') });
    const { placed } = place([at(dated('11-30 10:00:00')), at(dated('01-02 09:00:00')), banner]);
    expect(times(placed)).toEqual(['2012-11-30 10:00:00', '2013-01-02 09:00:00', '2013-01-05 10:00:00']);
    const { placed: older } = place([at(dated('11-30 10:00:00')), banner]);
    expect(times(older)[0]).toBe('2012-11-30 10:00:00');
  });

  it('take it from the first year that a line tells after them, leap days too', () => {
    const { placed, faults } = place([at(dated('02-29 10:00')), year, at(dated('03-02 10:00'))]);
    expect(times(placed)).toEqual(['2012-02-29 10:00:00', '2012-03-02 10:00:00']);
    expect(faults).toEqual([]);
  });

  it('take it from the first mark of a day after them, fractions of their seconds and all', () => {
    const lines = [at({ ...dated('12-31 14:29:34'), second: 34.25 }), mark(2013, 1, 2), at(dated('01-02 10:00:00'))];
    expect(place(lines).placed.map((one) => one.at)).toEqual([
      Date.UTC(2012, 11, 31, 14, 29, 34, 250) / 1000,
      Date.UTC(2013, 0, 2, 10) / 1000,
    ]);
  });

  it('are named where no line and no banner tells it', () => {
    const { placed, faults } = place([at(dated('11-30 10:00:00')), at(dated('12-01 10:00:00'))]);
    expect(placed).toEqual([]);
    expect(faults).toEqual(['undated-line 1', 'undated-line 2']);
  });

  it('know the leap day of their year', () => {
    expect(times(place([year, at(dated('02-29 10:00:00'))]).placed)).toEqual(['2012-02-29 10:00:00']);
  });
});

describe('the night the clocks go back', () => {
  const zone = 'America/Chicago';
  const date = { year: 2013, month: 11, day: 3 };
  const night = ['00:58:00', '01:10:00', '01:50:00'];

  it('is told apart by the step back in the file', () => {
    const { placed } = place(
      [...night, '01:05:00', '01:59:00', '02:30:00'].map((text) => at(clock(text))),
      { zone, date },
    );
    expect(placed.map((one) => one.at - (placed[0]?.at ?? 0))).toEqual([0, 720, 3120, 4020, 7260, 9120]);
    expect(placed.some((one) => one.fold)).toBe(false);
  });

  it('is taken for the first pass where no line steps back, and says so', () => {
    const { placed } = place(
      [...night, '02:30:00'].map((text) => at(clock(text))),
      { zone, date },
    );
    expect(placed.map((one) => [one.at - (placed[0]?.at ?? 0), one.fold, one.again])).toEqual([
      [0, undefined, undefined],
      [720, 'unknown', 3600],
      [3120, 'unknown', 3600],
      [9120, undefined, undefined],
    ]);
  });

  it('is told apart by what lines call their zone, each where it changes', () => {
    const named = (text: string): ParsedLine => {
      const [time = '', name = ''] = text.split(' ');
      return at({ ...clock(time), zone: name });
    };
    const after = ['00:58:00 CDT', '01:10:00 CST', '01:50:00 CST'].map(named);
    const { placed } = place(after, { zone, date });
    expect(placed.map((one) => one.at - (placed[0]?.at ?? 0))).toEqual([0, 4320, 6720]);
    expect(placed.some((one) => one.fold)).toBe(false);
    const both = ['00:58:00 CDT', '01:10:00 CDT', '01:50:00 CST', '01:55:00 CST'].map(named);
    expect(place(both, { zone, date }).placed.map(({ at }) => at - (placed[0]?.at ?? 0))).toEqual([0, 720, 6720, 7020]);
    // Where both are called alike, and where nothing was called another name before, it tells nothing.
    for (const lines of [['00:58:00 CT', '01:10:00 CT'], ['01:10:00 CST']])
      expect(place(lines.map(named), { zone, date }).placed.at(-1)?.fold).toBe('unknown');
  });

  it('is its first pass where the last line was of the winter, in which the zone has another name too', () => {
    const winter = at({ year: 2013, month: 2, day: 1, ...clock('10:00:00'), zone: 'CST' });
    const autumn = at({ year: 2013, month: 11, day: 3, ...clock('01:10:00'), zone: 'CDT' });
    expect(times(place([winter, autumn], { zone }).placed)[1]).toBe('2013-11-03 06:10:00');
  });

  it('may come again after half an hour', () => {
    const { placed } = place(
      ['01:29:00', '01:40:00.5'].map((text) => at(clock(text))),
      {
        zone: 'Australia/Lord_Howe',
        date: { year: 2019, month: 4, day: 7 },
      },
    );
    expect(placed.map(({ again }) => again)).toEqual([undefined, 1800]);
  });

  it('does not take lines that overtook each other for a step back', () => {
    const { placed } = place(
      ['01:10:05', '01:10:03', '01:30:00'].map((text) => at(clock(text))),
      { zone, date },
    );
    expect(placed.every((one) => one.fold === 'unknown')).toBe(true);
    expect((placed[1]?.at ?? 0) - (placed[0]?.at ?? 0)).toBe(-2);
  });

  it('goes on from a state in the middle as if it had been read whole', () => {
    const lines = [...night, '01:05:00', '01:20:00', '02:30:00'].map((text) => at(clock(text)));
    const whole = place(lines, { zone, date }).placed.map((one) => one.at);
    for (let cut = 1; cut < lines.length; cut++) {
      const begun: Placed[] = [];
      const first = openTimeline(zoneOf(zone), { event: (one) => begun.push(one), fault: () => undefined }, { date });
      lines.slice(0, cut).forEach((line, index) => first.see(index + 1, [line]));
      const { placed } = place(lines.slice(cut), {
        zone,
        state: JSON.parse(JSON.stringify(first.state())) as TimelineState,
      });
      expect(placed.map((one) => one.at)).toEqual(whole.slice(cut));
    }
  });

  it('needs no telling where the line names its offset', () => {
    const { placed } = place([at({ year: 2013, month: 11, day: 3, ...clock('01:30:00'), offset: -6 * 3600 })], {
      zone,
    });
    expect(placed[0]).toMatchObject({ at: 1383463800 });
    expect(placed[0]?.fold).toBeUndefined();
  });
});

describe('the night the clocks go forward', () => {
  it('moves an hour that never was to the one after it, and says so', () => {
    const { placed, faults } = place([at(clock('01:59:00')), at(clock('02:30:00')), at(clock('03:30:00'))], {
      zone: 'America/Chicago',
      date: { year: 2014, month: 3, day: 9 },
    });
    expect(placed.map((one) => one.at - (placed[0]?.at ?? 0))).toEqual([0, 1860, 1860]);
    expect(faults).toEqual(['missing-hour 2']);
  });
});
