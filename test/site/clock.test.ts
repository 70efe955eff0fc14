import { describe, expect, it } from 'vitest';
import {
  clockOf,
  hm,
  hmAt,
  hmInPass,
  hms,
  iso,
  offsetName,
  offsetsName,
  secondPass,
  zoneName,
} from '../../src/site/parts/clock.ts';
import { zoneOf } from '../../src/time.ts';

const clock = (zone: string, date: string) => clockOf({ zone, ...zoneOf(zone).dayOf(date) });

describe('the clock of a day', () => {
  it('says the hour of its zone', () => {
    const october = clock('America/Chicago', '2013-10-02');
    expect(hms(october, 1380742174)).toBe('14:29:34');
    expect(hm(october, 1380742174.9)).toBe('14:29');
    expect(iso(october, 1380742174)).toBe('2013-10-02T14:29:34-05:00');
    expect(offsetsName(october)).toBe('UTC−5');
  });

  it('has two offsets on a day of 25 hours, and knows the second pass of the repeated hour', () => {
    const autumn = clock('Europe/Helsinki', '2025-10-26');
    const [, second] = autumn.stretches;
    const change = second?.from ?? 0;
    expect(offsetsName(autumn)).toBe('UTC+3, then UTC+2');
    expect([change - 1, change].map((at) => hms(autumn, at))).toEqual(['03:59:59', '03:00:00']);
    expect(secondPass(autumn, change - 1)).toBeUndefined();
    expect(secondPass(autumn, change)).toBe('UTC+2');
    expect(secondPass(autumn, change + 3599)).toBe('UTC+2');
    expect(secondPass(autumn, change + 3600)).toBeUndefined();
    expect([change - 1, change].map((at) => hmInPass(autumn, at))).toEqual(['03:59', '03:00 UTC+2']);
    expect([change - 1, change].map((at) => hmAt('Europe/Helsinki', at))).toEqual(['03:59', '03:00 UTC+2']);
  });

  it('skips an hour on a day of 23 hours, even at midnight', () => {
    const spring = clock('Europe/Helsinki', '2025-03-30');
    const change = spring.stretches[1]?.from ?? 0;
    expect([change - 1, change].map((at) => hms(spring, at))).toEqual(['02:59:59', '04:00:00']);
    const beirut = clock('Asia/Beirut', '2022-03-27');
    expect(hms(beirut, beirut.stretches[0]!.from)).toBe('01:00:00');
  });

  it('names offsets and zones', () => {
    expect([0, -18000, 19800, 3600].map(offsetName)).toEqual(['UTC', 'UTC−5', 'UTC+5:30', 'UTC+1']);
    expect(['UTC', 'Etc/UTC', 'America/Chicago', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'].map(zoneName)).toEqual([
      'UTC',
      'UTC',
      'Chicago time',
      'Buenos Aires time',
      'Etc/GMT+5',
    ]);
  });
});
