import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addDays, clockEast, daysAround, isZone, nextMonth, utcMidnight, zoneOf } from '../../src/time.ts';

const hours = (date: string, zone: string): number => {
  const { start, end } = zoneOf(zone).dayOf(date);
  return (end - start) / 3600;
};

describe('days of a zone', () => {
  it('has 23 hours in spring and 25 in autumn', () => {
    expect(hours('2013-03-10', 'America/Chicago')).toBe(23);
    expect(hours('2013-11-03', 'America/Chicago')).toBe(25);
    expect(hours('2013-11-02', 'America/Chicago')).toBe(24);
  });

  it('begins after a gap over midnight', () => {
    const day = zoneOf('America/Sao_Paulo').dayOf('2013-10-20');
    expect(DateTime.fromSeconds(day.start, { zone: 'America/Sao_Paulo' }).toISO()).toBe(
      '2013-10-20T01:00:00.000-02:00',
    );
    expect((day.end - day.start) / 3600).toBe(23);
  });

  it.each([
    ['America/St_Johns', '2010-11-07', '2010-11-07T03:30:00Z', 24, 25],
    ['America/Havana', '2017-11-05', '2017-11-05T04:00:00Z', 25, 24],
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00Z', 24, 25],
  ])('begins in %s when the clock passes midnight for good', (name, date, start, its, before) => {
    const zone = zoneOf(name);
    expect(zone.dayOf(date).start).toBe(Date.parse(start) / 1000);
    expect([hours(date, name), hours(addDays(date, -1), name)]).toEqual([its, before]);
    for (let at = zone.dayOf(date).start - 7200; at < zone.dayOf(date).start + 7200; at += 30) {
      const day = zone.dayAt(at);
      expect(day).toEqual(zone.dayOf(day.date));
      expect(day.start <= at && at < day.end).toBe(true);
    }
  });

  it('knows half-hour changes', () => {
    expect(hours('2014-04-06', 'Australia/Lord_Howe')).toBe(24.5);
    expect(hours('2014-10-05', 'Australia/Lord_Howe')).toBe(23.5);
  });

  it('gives both passes of a repeated hour and none of a missing one', () => {
    const zone = zoneOf('Europe/Paris');
    const local = utcMidnight('2013-10-27') + 2.5 * 3600;
    expect(zone.instantsOf(local)).toEqual([1382833800, 1382837400]);
    expect(zone.instantsOf(utcMidnight('2013-03-31') + 2.5 * 3600)).toEqual([]);
  });
});

describe('zones agree with luxon', () => {
  const names = [
    'UTC',
    'America/Chicago',
    'Europe/Paris',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Africa/Casablanca',
    'Pacific/Apia',
    'America/Havana',
  ];
  const instant = fc.integer({ min: 0, max: 2_000_000_000 });

  it('in the clock, the date and the bounds of the day of any instant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), instant, (name, at) => {
        const zone = zoneOf(name);
        const there = DateTime.fromSeconds(at, { zone: name });
        expect(zone.clockAt(at)).toBe(there.toFormat('HHmmss'));
        const day = zone.dayAt(at);
        expect(day.date).toBe(there.toISODate());
        expect(day.start).toBeLessThanOrEqual(at);
        expect(day.end).toBeGreaterThan(at);
        expect(zone.dayAt(day.end).date > day.date).toBe(true);
        expect(zone.dayAt(day.start - 1).date < day.date).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('and finds every instant again from its clock', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), instant, (name, at) => {
        const zone = zoneOf(name);
        expect(zone.instantsOf(at + zone.offsetAt(at))).toContain(at);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('dates', () => {
  it('go on over the ends of months', () => {
    expect(addDays('2012-02-28', 1)).toBe('2012-02-29');
    expect(addDays('2013-01-01', -1)).toBe('2012-12-31');
    expect(daysAround('2013-01-01')).toEqual(['2012-12-31', '2013-01-01', '2013-01-02']);
    expect(['2013-09', '2013-11', '2013-12'].map(nextMonth)).toEqual(['2013-10', '2013-12', '2014-01']);
  });

  it('are of clocks that are always as far east or west', () => {
    const [east, west] = [12_600, -12_600].map(clockEast);
    expect([east!, west!].map(({ offsetAt }) => offsetAt(0))).toEqual([12_600, -12_600]);
    expect([east!, west!].map(({ dayAt }) => dayAt(0).date)).toEqual(['1970-01-01', '1969-12-31']);
  });

  it.each(['BST', 'CST', 'IST', 'PST', 'AST', 'jst', 'SystemV/AST4ADT', 'US/Pacific-New', '+05:00'])(
    'need a zone that the IANA data base has, and %s is none',
    (name) => {
      expect(isZone(name)).toBe(false);
    },
  );

  it('take each name and link that the IANA data base has', () => {
    const short = 'UTC UCT GMT EST MST HST CET MET EET WET PRC ROC ROK NZ GB EST5EDT GMT0 W-SU Japan Cuba Zulu';
    const long = 'Etc/GMT+5 Asia/Calcutta US/Central US/Pacific Canada/Saskatchewan Europe/Kyiv utc europe/paris';
    for (const name of `${short} ${long}`.split(' ')) expect(isZone(name), name).toBe(true);
  });

  it('need a zone that exists', () => {
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(isZone('')).toBe(false);
    expect(() => zoneOf('Mars/Olympus')).toThrow(RangeError);
  });
});
