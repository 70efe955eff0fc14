import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stay } from '../../src/day.ts';
import type { Entry, Event } from '../../src/events.ts';
import { partOf } from '../../src/presence.ts';
import { lower } from '../../src/shared/casemap.ts';
import { at, DAY, daysOf, staysOf, told } from './history.ts';
import type { Told } from './history.ts';

const nick = fc.constantFrom('ada', 'Ada', 'bob', 'cy[1]', 'CY{1}', 'me');
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: nick.map((who) => ({ kind: 'message', nick: who, text: 'hi' }) as const) },
  { weight: 4, arbitrary: nick.map((who) => ({ kind: 'join', nick: who }) as const) },
  { weight: 3, arbitrary: nick.map((who) => ({ kind: 'quit', nick: who }) as const) },
  { weight: 1, arbitrary: nick.map((who) => ({ kind: 'part', nick: who }) as const) },
  { weight: 2, arbitrary: fc.tuple(nick, nick).map(([who, to]) => ({ kind: 'nick', nick: who, to }) as const) },
  { weight: 1, arbitrary: fc.tuple(nick, nick).map(([who, target]) => ({ kind: 'kick', nick: who, target }) as const) },
  { weight: 1, arbitrary: nick.map((who) => ({ kind: 'mode', changes: `+o ${who}` }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .array(nick, { maxLength: 4 })
      .map((names) => ({ kind: 'log', event: 'info', text: '', names }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('open', 'close', 'disconnected', 'info')
      .map((mark) => ({ kind: 'log', event: mark, text: '' }) as const),
  },
);
const history = fc
  .array(fc.tuple(fc.oneof(fc.nat(60), fc.nat(4), fc.nat(3 * DAY)), event), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    let now = 0;
    return steps.map(([step, what]): Entry => at((now += step), what));
  })
  .map((entries) => told(entries, 'me'));

/** The same at a pace at which a day of the test is longer than evidence reaches. */
const slow = (all: Told): Told =>
  told(
    all.entries.map((entry) => ({ ...entry, at: entry.at * 5000 })),
    'me',
  );

const sorted = (stays: readonly Stay[]) => stays.map((stay) => JSON.stringify(stay)).sort();

describe('whatever happens in a channel', () => {
  test('the stays of one nick never overlap', () => {
    fc.assert(
      fc.property(history, (all) => {
        const ends = new Map<string, number>();
        for (const stay of [...staysOf(all)].sort((a, b) => a.from - b.from || a.to - b.to)) {
          expect(stay.from).toBeLessThanOrEqual(stay.to);
          expect(stay.from).toBeGreaterThanOrEqual(ends.get(lower(stay.nick)) ?? -Infinity);
          ends.set(lower(stay.nick), stay.to);
        }
      }),
    );
  });

  test('the days, with what later days tell of them, are the whole cut at midnight', () => {
    fc.assert(
      fc.property(history, (all) => {
        const whole = daysOf(all, 1e9).flatMap((day) => day.own.ended);
        expect(sorted(staysOf(all))).toEqual(sorted(whole));
        for (const { start, stays } of daysOf(all)) {
          const cut = whole.flatMap((stay) => partOf(stay, start, start + DAY) ?? []);
          expect(sorted(stays)).toEqual(sorted(cut));
        }
      }),
    );
  });

  test('so they are where evidence does not reach as far as the day before', () => {
    fc.assert(
      fc.property(history, (all) => {
        const whole = daysOf(slow(all), 1e12).flatMap((day) => day.own.ended);
        for (const { start, stays } of daysOf(slow(all), DAY * 5000)) {
          const cut = whole.flatMap((stay) => partOf(stay, start, start + DAY * 5000) ?? []);
          expect(sorted(stays)).toEqual(sorted(cut));
        }
      }),
    );
  });

  test('nobody is here while nobody looks', () => {
    fc.assert(
      fc.property(history, (all) => {
        for (const { stays, gaps } of daysOf(all)) {
          for (const gap of gaps) {
            for (const stay of stays) {
              expect(Math.min(stay.to, gap.to) - Math.max(stay.from, gap.from)).toBeLessThanOrEqual(0);
            }
          }
        }
      }),
    );
  });

  test('whoever speaks while the channel is watched is here from then or before', () => {
    fc.assert(
      fc.property(history, (all) => {
        const stays = staysOf(all);
        for (const entry of all.entries) {
          if (entry.kind !== 'message' || entry.nick === undefined) continue;
          const key = lower(entry.nick);
          expect(stays.some((s) => lower(s.nick) === key && s.from <= entry.at && entry.at <= s.to)).toBe(true);
        }
      }),
    );
  });
});
